"""Relations that a small model finds likely, between events near each other."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from importlib.resources import files

from timeline.events import Event
from timeline.ordering.pairs import Scorer, neighbouring_nouns, neighbours
from timeline.ordering.relation import Relation

#: Below this probability the model's word is not taken.
LEAST = 0.55
#: Of its log-odds this much holds where a noun names an event, as measured in training.
NOUNS = 0.86


@cache
def load_weights() -> Mapping[str, float]:
    """The model's weights, read once."""
    text = files("timeline.ordering").joinpath("weights", "order.json").read_text("utf-8")
    loaded: dict[str, float] = json.loads(text)
    return loaded


def likely(
    events: Sequence[Event], known: Set[frozenset[int]] = frozenset(), least: float = LEAST
) -> Iterator[Relation]:
    """The relations whose probability is at least `least`, but for pairs that are `known` and those
    whose dates tell which of the two began first."""
    scorer = Scorer(events, load_weights())
    edge = math.log(least / (1 - least))
    for pairs, trust in ((neighbours(events), 1.0), (neighbouring_nouns(events), NOUNS)):
        for first, second in pairs:
            if frozenset((first, second)) in known or _begin_apart(events[first], events[second]):
                continue
            score = trust * scorer.score(first, second)
            if abs(score) < edge:
                continue
            sure = round(1 / (1 + math.exp(-abs(score))), 3)
            pair = (first, second) if score > 0 else (second, first)
            yield Relation(*pair, "before", sure, "as such events mostly stand", "model")


def _begin_apart(one: Event, other: Event) -> bool:
    """Whether the dates of two events tell which of them began first: one goes on since then."""
    starts = [e.span.start for e in (one, other) if e.span is not None and e.basis == "expression"]
    if len(starts) < 2 or None in starts or starts[0] == starts[1]:
        return False
    return any(e.span is not None and e.span.relation == "since" for e in (one, other))
