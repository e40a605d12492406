"""Forms of English verbs that a clause needs when it is taken out of another."""

from __future__ import annotations

from timeline.events.cues import Cues

_VOWELS = "aeiou"


def to_past(ing: str, lemma: str, words: Cues) -> str:
    """The past tense of a verb, told from its "-ing" form.

    >>> from timeline.events.cues import cues
    >>> [to_past(ing, lemma, cues("en")) for ing, lemma in
    ...     [("banning", "ban"), ("carrying", "carry"), ("leaving", "leave"), ("moving", "move")]]
    ['banned', 'carried', 'left', 'moved']

    The stem before "-ing" has its consonant doubled where the past has it doubled too.
    """
    known = words.pasts.get(lemma)
    if known is not None:
        return known
    stem = ing.lower().removesuffix("ing")
    if stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem + ("d" if stem.endswith("e") else "ed")
