"""What of a sentence stands in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.layout.clauses import Clause
from timeline.sentences import Token

OPENING = frozenset({"“", "``", "«", "„"})
CLOSING = frozenset({"”", "''", "»"})
EITHER = '"'


def quotations(tokens: Sequence[Token], clauses: Sequence[Clause]) -> list[int] | None:
    """For each token the number of the quotation it stands in, 0 outside; None without any.

    Only what is said counts, with a verb of its own, not a word in marks ("the “siege” of May"). A
    quotation may have begun in a sentence before or go on in the next one.
    """
    found = [0] * len(tokens)
    opened, number, begin = False, 0, 0
    for at, token in enumerate(tokens):
        mark = token.text
        opens = mark in OPENING or (mark == EITHER and _opens(tokens, at, opened))
        if mark not in CLOSING and mark != EITHER and not opens:
            continue
        if opens or opened or number == 0:
            if not opens:
                number += 1
                found[begin : at + 1] = [number] * (at + 1 - begin)
            opened, begin = opens, at
    if opened:
        number += 1
        found[begin:] = [number] * (len(tokens) - begin)
    spoken = {found[clause.head] for clause in clauses if clause.finite}
    found = [place if place in spoken else 0 for place in found]
    return found if any(found) else None


def _opens(tokens: Sequence[Token], at: int, opened: bool) -> bool:
    """Whether a straight mark opens a quotation: it touches the word behind it and not the one
    before; where it touches both or neither, marks open and close in turn."""
    before = at > 0 and tokens[at - 1].end == tokens[at].start
    behind = at + 1 < len(tokens) and tokens[at + 1].start == tokens[at].end
    return behind if before != behind else not opened
