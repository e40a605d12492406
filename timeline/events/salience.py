"""How much an editor would want an event in a timeline."""

from __future__ import annotations

from timeline.events.bounds import Dating
from timeline.events.clauses import Clause
from timeline.events.scenes import Scene
from timeline.sentences import Mention


def salience(
    scene: Scene,
    mention: Mention,
    clause: Clause | None,
    dating: Dating,
    status: str,
    number: int,
) -> float:
    """Between 0 and 1."""
    value = 0.35 + (0.3 if dating.basis == "expression" else 0.0) - 0.01 * min(number, 20)
    if mention.kind != "occurrence":
        value -= 0.15
    if status != "asserted":
        value -= 0.1
    if clause is None or mention.head != clause.head:
        value -= 0.1
    return round(max(0.02, min(0.98, value)), 3)
