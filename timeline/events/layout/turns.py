"""Who speaks in a transcript: the names that stand before a colon at the head of its paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from timeline.events.cues import Cues
from timeline.sentences.lexicon import load_lexicon

#: "Q12 Ruth Vance:", "THE CHAIR:", "**WP:**"
_LABEL = re.compile(
    r"^[ \t>*_]*(?:Q?\d{1,4}[.)]?[ \t]+)?(?P<name>[A-Z][\w.’'-]*(?:[ \t]+[A-Z][\w.’'-]*){0,4})"
    r"(?:[ \t]+\([^()\n]{1,40}\))?[*_]{0,2}:[*_]{0,2}[ \t]+(?=\S)",
    re.MULTILINE,
)
# What ends a turn: a paragraph, or a question or an answer of nobody named.
_END = re.compile(r"\n[ \t]*(?=\n)|^[ \t]*(?=[QA][.:][ \t])", re.MULTILINE)
#: WordNet's numbers of the nouns for persons, and of words it has none for.
_PERSONS = frozenset({0, 18})
#: So many letters make no name: "Q: …", "A: …".
_LETTER = 1
#: Who has spoken so often takes turns with somebody.
_SEVERAL = 2


class Turns:
    """The turns of a transcript, by where they begin.

    >>> from timeline.events.cues import cues
    >>> text = "Chair: Who left? / Mr Poe: I left in May. / Chair: Why? / Mr Poe: I was ill."
    >>> turns = Turns(text.replace(" / ", chr(10)), cues("en"))
    >>> turns.speaker(text.index("I left")), turns.speaker(0)
    ('Mr Poe', 'Chair')

    A turn ends with its paragraph, or where another one begins, be it nobody's ("A. …"). Labels
    that come once ("Present: …"), or name nobody ("Update: …"), are none, and it takes two to talk.
    """

    def __init__(self, text: str, words: Cues) -> None:
        labels = ((match.start(), match["name"]) for match in _LABEL.finditer(text))
        found = [(start, name) for start, name in labels if _names(name, words)]
        often = Counter(name for _, name in found)
        talk = len(often) >= _SEVERAL and max(often.values()) >= _SEVERAL
        ends = [(match.end(), "") for match in _END.finditer(text)]
        told = sorted([*found, *ends]) if talk else []
        self._starts = [start for start, _ in told]
        self._names = [name for _, name in told]

    def speaker(self, at: int) -> str:
        """Who speaks at an offset, "" where nobody does."""
        turn = bisect_right(self._starts, at) - 1
        return self._names[turn] if turn >= 0 else ""


def _names(label: str, words: Cues) -> bool:
    """Whether a label may be somebody's name or office."""
    parts = label.lower().split()
    if parts[0] in words.prepositions.addressing:
        return False
    if label.isupper():
        return len(label) > _LETTER
    pronouns, offices = words.pronouns, words.nouns.offices
    titles = pronouns.male_titles | pronouns.female_titles | offices
    if parts[0] in titles or parts[-1] in offices:
        return True
    lexicon = load_lexicon()
    first, last = parts[0], parts[-1]
    if len(parts) > 1 and not any(any(lexicon.candidates(first, part)) for part in "nva"):
        return True  # "Ruth Lamb"
    nouns = [entry.noun for _, entry in lexicon.candidates(last, "n")]
    if nouns:
        return nouns[0] in _PERSONS
    return not any(lexicon.candidates(last, "v"))
