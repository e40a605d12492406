"""Forms of English verbs that a clause needs when it is taken out of another."""

from __future__ import annotations

from functools import cache

from timeline.events.cues import Cues
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.vocabulary import PAST

_VOWELS = "aeiou"


def to_past(ing: str, lemma: str, words: Cues) -> str:
    """The past tense of a verb, told from its "-ing" form.

    >>> from timeline.events.cues import cues
    >>> [to_past(ing, lemma, cues("en")) for ing, lemma in
    ...     [("banning", "ban"), ("carrying", "carry"), ("leaving", "leave"), ("moving", "move")]]
    ['banned', 'carried', 'left', 'moved']

    The stem before "-ing" has its consonant doubled where the past has it doubled too.
    """
    known = words.pasts.get(lemma) or _irregular().get(lemma)
    if known is not None:
        return known
    stem = ing.lower().removesuffix("ing")
    if stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem + ("d" if stem.endswith("e") else "ed")


@cache
def _irregular() -> dict[str, str]:
    """Past tenses that are nothing else, by their verbs."""
    lexicon = load_lexicon()
    return {lexicon.lemma(form, "v"): form for form in sorted(PAST)}


def past_of(lemma: str, words: Cues) -> str:
    """The past tense of a verb.

    >>> from timeline.events.cues import cues
    >>> [past_of(lemma, cues("en")) for lemma in ("admit", "agree", "find", "open", "repay")]
    ['admitted', 'agreed', 'found', 'opened', 'repaid']
    """
    stem = lemma
    if load_lexicon().doubles(lemma):
        stem += lemma[-1]
    elif lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        stem = lemma[:-1]
    return to_past(f"{stem}ing", lemma, words)
