"""Names in place of pronouns, and phrases moved from the front of a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.events.entities import Entity
from timeline.events.phrases import View, render
from timeline.events.tidying import possessive

#: Words that are small inside a sentence.
_SMALL = frozenset({"DET", "PRON", "ADV", "ADP", "SCONJ", "NUM"})


def lowered(view: View, words: set[int], instead: Mapping[int, str]) -> str:
    """A phrase that no longer stands first."""
    return uncapitalised(view, words, render(view, words, instead))


def uncapitalised(view: View, words: set[int], text: str) -> str:
    """The text of some words without the large letter of a sentence's first."""
    first = min(words, default=-1)
    if first < 0:
        return text
    token = view.syntax.tokens[first]
    opens = first == 0 or all(t.tag == "PUNCT" for t in view.syntax.tokens[:first])
    proper = token.text.endswith(view.scene.words.small.proper)
    small = token.tag in _SMALL or (opens and token.tag in ("NOUN", "ADJ", "VERB") and not proper)
    return text[:1].lower() + text[1:] if small and token.text != "I" else text


def names(view: View, covered: frozenset[int] | set[int]) -> dict[int, str]:
    """Names to stand in place of pronouns, where it is safe and they are not there already."""
    found: dict[int, str] = {}
    used: set[str] = set()
    for number in sorted(covered):
        token = view.syntax.tokens[number]
        if token.xpos not in ("PRP", "PRP$"):
            continue
        entity = view.meant(number)
        if token.xpos == "PRP" and entity is not None and _repeats(view, number, entity):
            continue
        if entity is None or entity.key in used:
            continue
        if entity.sentence == view.number and entity.head in covered:
            continue
        if entity.proper and any(view.syntax.tokens[k].text == entity.key for k in covered):
            continue
        used.add(entity.key)
        name = view.discourse.name(entity)
        found[number] = possessive(name) if token.xpos == "PRP$" else name
    return found


def _repeats(view: View, number: int, entity: Entity) -> bool:
    """Whether the subject of a pronoun's verb has the name that would stand for it."""
    syntax = view.syntax
    subject = syntax.subject(syntax.heads[number], view.scene.words)
    if subject in (-1, number):
        return False
    other = view.meant(subject)
    words = {syntax.tokens[k].text for k in syntax.phrase(subject)}
    return entity.key in words or (other is not None and other.key == entity.key)
