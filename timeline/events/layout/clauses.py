"""Clauses: verb groups with their place in the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.events.layout.surroundings import Range
from timeline.sentences import Token, VerbGroup


@dataclass(slots=True)
class Clause:
    """A verb group and its place in the sentence; all numbers are places in its tokens or clauses.

    `first` to `last` (inclusive) is the verb group, `head` its verb. `tense` is past, present,
    future, infinitive, ing, participle or bare; `modal` a modal verb's lemma. `link` is how the
    clause hangs on the one numbered `governor` (-1: on none): main, content (what is said or
    thought), relative, adverbial, infinitive, complement, participle, coordinate. `marker` is the
    token that opens it; `subject` and `object` are first, last and head of noun chunks, or None.
    `antecedent` is the token that a relative clause or participle describes. `framing` marks the
    "officials said" that stands after what they said; `inverted` the "said officials".
    """

    number: int
    first: int
    last: int
    head: int
    lemma: str
    tense: str
    aspect: str
    modal: str
    passive: bool
    negated: bool
    copula: bool
    finite: bool
    link: str = "main"
    governor: int = -1
    marker: int = -1
    subject: Range | None = None
    object: Range | None = None
    antecedent: int = -1
    framing: bool = False
    inverted: bool = False


_BARE = {"VBG": "ing", "VBN": "participle"}


def open_clause(
    number: int,
    group: VerbGroup,
    tokens: Sequence[Token],
    particles: frozenset[str],
    timed: Sequence[bool],
) -> Clause:
    lead = tokens[group.auxiliaries[0] if group.auxiliaries else group.head]
    finite = group.form == "finite" and group.tense != "none"
    tense, modal, first = group.tense, group.modality or "", group.first
    if not finite:
        tense = "infinitive" if group.form == "infinitive" else _BARE.get(lead.xpos, "bare")
        before = tokens[first - 1] if first else None
        if tense == "infinitive" and before is not None and before.tag == "AUX":
            # "is to open", "were to meet": laid down for later.
            finite, modal, first = True, "will", first - 1
            tense = "future" if before.xpos != "VBD" else "past"
    last = group.last
    if last == group.head and last + 1 < len(tokens):
        after = tokens[last + 1]
        known = after.tag in ("ADV", "ADP") and after.text in particles
        if known and not timed[last + 1] and _parts(tokens, last + 1, timed):
            last += 1
    return Clause(
        number,
        first,
        last,
        group.head,
        tokens[group.head].lemma,
        tense,
        group.aspect,
        modal,
        group.voice == "passive",
        group.negated,
        group.copula,
        finite,
    )


def _parts(tokens: Sequence[Token], number: int, timed: Sequence[bool]) -> bool:
    """Whether a word that may be a particle is one: no phrase hangs on it but an object may, or a
    time: "went off the day before"."""
    if number + 1 < len(tokens) and timed[number + 1]:
        return True
    after = tokens[number + 1] if number + 1 < len(tokens) else None
    if tokens[number].tag == "ADV":
        return after is None or after.tag not in ("ADP", "SCONJ")
    return after is None or after.tag in ("PUNCT", "ADP", "SCONJ", "CCONJ")


def modifies(tokens: Sequence[Token], group: VerbGroup) -> bool:
    """Whether a participle is an adjective before its noun ("the promised ammunition")."""
    if group.auxiliaries or group.last + 1 >= len(tokens):
        return False
    after = tokens[group.last + 1]
    if after.tag == "NUM" and group.head and tokens[group.head].xpos == "VBN":
        return tokens[group.head - 1].tag == "DET"  # "an estimated 40 people"
    if group.form != "participle":
        return False
    if after.tag not in ("NOUN", "ADJ", "PROPN"):
        return False
    if group.head == 0:
        return False
    before = tokens[group.head - 1]
    if before.tag in ("DET", "ADJ", "NUM") or before.xpos in ("PRP$", "POS", "HYPH"):
        return True
    return tokens[group.head].xpos == "VBN" and (
        before.tag in ("ADP", "SCONJ", "CCONJ") or before.xpos == "WRB"
    )


def host_of(
    clauses: Sequence[Clause], tokens: Sequence[Token], number: int, marker: int, root: int
) -> int:
    """The clause that an adverbial one belongs to, at most the one of a `number`: behind a comma
    the finite one that it follows, or the `root`."""
    comma = marker > 0 and tokens[marker - 1].text == ","
    while number >= 0 and comma:
        clause = clauses[number]
        if clause.finite and clause.link != "relative":
            return number
        number = clause.governor if clause.governor < number else -1
    if number < 0 and comma and root >= 0:
        return root
    return number
