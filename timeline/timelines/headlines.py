"""What stands over a page: the title of a document or, without one, how its text begins."""

from __future__ import annotations

from timeline.documents import Document
from timeline.sentences import split

#: Letters of a headline, and of the part of a text that is looked at for its first sentence.
_MOST, _LOOKED = 100, 2_000
#: Where a sentence may be cut, the best first.
_BREAKS = ("; ", ": ", " — ", ", ", " ")


def headline(document: Document) -> str:
    """The title of a document or, where it has none, its first sentence, cut at a clause.

    >>> headline(Document("Talks began on Monday. They ended at noon.", id="talks.txt"))
    'Talks began on Monday'
    >>> headline(Document("", id="talks.txt"))
    'talks.txt'

    A title given or found comes first; a text of nothing has its name.
    """
    if document.title:
        return document.title
    text = document.text[:_LOOKED]
    first = next((text[start:end] for start, end in split(text)), "")
    return _cut(" ".join(first.split())) or document.id or "Timeline"


def _cut(sentence: str) -> str:
    if len(sentence) <= _MOST:
        return sentence.removesuffix(".")
    for mark in _BREAKS:
        kept = sentence[:_MOST].rpartition(mark)[0].rstrip()
        if len(kept) > _MOST * 0.4:
            return f"{kept} …"
    return f"{sentence[:_MOST]} …"
