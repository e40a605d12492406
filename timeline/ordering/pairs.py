"""What tells which of two neighbouring events came first, as features for a small model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from typing import NamedTuple

from timeline.events import Event

#: How many of the events before it an event is compared with.
REACH = 8
#: The same for events that nouns name.
NOUN_REACH = 5
#: How far up is looked for what two events hang on, and how many steps of the way there are told.
HEIGHT, STEPS = 7, 3
#: How many events belong to the opening of a text, which tells the news before its story.
LEAD = 4


class Profile(NamedTuple):
    """What of an event counts for its order, in short words.

    `chain` is the event and those above it that it hangs on, by their places in the document.
    """

    shape: str
    role: str
    when: str
    tense: str
    lemma: str
    chain: tuple[int, ...]


def profile(number: int, events: Sequence[Event]) -> Profile:
    """The profile of an event among those of its document."""
    event = events[number]
    tense = event.tense[:4]
    return Profile(
        f"{tense}.{event.aspect[:7]}.{event.modal}"
        + ("" if event.verbal else f".n{event.known:d}"),
        _role(event, events),
        "-" if event.expression is None or event.span is None else event.to_published or "?",
        tense,
        event.lemma,
        _chain(number, events),
    )


def neighbours(events: Sequence[Event]) -> Iterator[tuple[int, int]]:
    """Pairs of events told by verbs, in one sentence or in two next to each other."""
    sentence, told = 0, list[tuple[int, int]]()
    for number, event in enumerate(events):
        if number and event.sentence_start != events[number - 1].sentence_start:
            sentence += 1
        if not event.verbal:
            continue
        for first, where in told[-REACH:]:
            if sentence - where <= 1:
                yield first, number
        told.append((number, sentence))


def neighbouring_nouns(events: Sequence[Event]) -> Iterator[tuple[int, int]]:
    """Pairs of events of one sentence of which a noun names at least one."""
    for second, event in enumerate(events):
        for first in range(second - 1, max(-1, second - 1 - NOUN_REACH), -1):
            if events[first].sentence_start != event.sentence_start:
                break
            if not (event.verbal and events[first].verbal):
                yield first, second


def describe_alone(one: Profile, side: str, where: str) -> list[str]:
    """The features of one event of a pair: `side` a or b, `where` s (same sentence) or n (next)."""
    return [
        f"{side}={one.shape}",
        f"{side}={one.role}{where}",
        f"{side}={one.lemma}",
        f"{side}={one.lemma}|{one.tense}{where}",
    ]


def describe_together(
    events: Sequence[Event], profiles: Sequence[Profile], first: int, second: int
) -> list[str]:
    """The features of two events beside each other, `first` standing before `second`."""
    a, b = events[first], events[second]
    left, right = profiles[first], profiles[second]
    where = "s" if a.sentence_start == b.sentence_start else "n"
    tie = _tie(a, b, first, second)
    found = [
        f"bias{where}",
        f"tie={tie}",
        f"tie={tie}|{left.shape}|{right.shape}",
        f"shapes={left.shape}|{right.shape}",
        f"shapes={left.shape}|{right.shape}{where}",
        f"kinds={a.kind}|{b.kind}",
        f"kinds={a.kind}|{b.kind}|{tie}",
        f"sides={a.to_published}|{b.to_published}{where}",
        f"sides={a.to_published}|{b.to_published}|{a.link}|{b.link}",
        f"links={a.link}|{b.link}{where}",
        f"roles={left.role}|{right.role}{where}",
        f"roles={left.role}|{right.role}|{left.tense}|{right.tense}",
        f"when={left.when}|{right.when}{where}",
        f"path={_path(events, left, right)}",
        f"near={min(second - first, 4)}{where}",
    ]
    if first < LEAD:
        found.append(f"lead={left.role}|{right.role}")
    if a.connective:
        found.append(f"ca={a.connective}{where}")
    if b.connective:
        found.append(f"cb={b.connective}|{tie[0]}")
    if a.passive or b.passive:
        found.append(f"passive={a.passive:d}{b.passive:d}")
    dates = _dates(a, b)
    if dates:
        found.append(f"dates={dates}|{a.basis}|{b.basis}")
        found.append(f"dates={dates}")
    found.append(f"basis={a.basis}|{b.basis}")
    found.append(f"told={a.status}|{b.status}")
    found.append(f"told={a.kind}.{a.status}|{b.kind}.{b.status}")
    return found


def describe_pair(events: Sequence[Event], first: int, second: int) -> list[str]:
    """All features of a pair of events."""
    profiles = {n: profile(n, events) for n in (first, second)}
    where = "s" if events[first].sentence_start == events[second].sentence_start else "n"
    listed = [profiles.get(n, profiles[first]) for n in range(second + 1)]
    return (
        describe_together(events, listed, first, second)
        + describe_alone(profiles[first], "a", where)
        + describe_alone(profiles[second], "b", where)
    )


def _chain(number: int, events: Sequence[Event]) -> tuple[int, ...]:
    """An event and those that it hangs on, one above the other."""
    found = [number]
    while len(found) < HEIGHT:
        above = events[found[-1]].governor
        if above is None or above >= len(events) or above in found:
            break
        found.append(above)
    return tuple(found)


def _path(events: Sequence[Event], left: Profile, right: Profile) -> str:
    """The way from one event up to what both hang on and down to the other, by its links; else how
    deep each stands."""
    for up, number in enumerate(left.chain):
        if number in right.chain:
            down = right.chain.index(number)
            climbed = "^".join(events[n].link for n in left.chain[: min(up, STEPS)])
            sunk = "^".join(events[n].link for n in right.chain[: min(down, STEPS)])
            return f"{climbed}*{sunk}"
    return f"{len(left.chain)}|{len(right.chain)}"


def _role(event: Event, events: Sequence[Event]) -> str:
    """What an event does in its sentence: says, is said, is told, or hangs on something else."""
    above = event.governor
    if event.kind == "reporting":
        return "says" if event.link in ("main", "coordinate") else f"says.{event.link}"
    if above is not None and above < len(events) and events[above].kind == "reporting":
        return f"said.{event.link}"
    return f"{event.kind[:3]}.{event.link}"


def _tie(a: Event, b: Event, first: int, second: int) -> str:
    """How one hangs on the other: "d…" if the second on the first, "u…" if the first on it."""
    if b.governor == first:
        return f"d{b.link}.{b.connective}"
    if a.governor == second:
        return f"u{a.link}.{a.connective}"
    if a.governor is not None and a.governor == b.governor:
        return f"=.{a.link}.{b.link}"
    return "-"


def _dates(a: Event, b: Event) -> str:
    left, right = a.span, b.span
    if left is None or right is None:
        return ""
    if left.end is not None and right.start is not None and left.end <= right.start:
        return "before"
    if right.end is not None and left.start is not None and right.end <= left.start:
        return "after"
    if left.start is not None and left.start == right.start and left.end == right.end:
        return "equal"
    return ""


class Scorer:
    """Log-odds that the first of two events came first; what hangs on one event is summed once."""

    def __init__(self, events: Sequence[Event], weights: Mapping[str, float]) -> None:
        self.events = events
        self.weights = weights
        self.profiles = [profile(number, events) for number in range(len(events))]
        self._alone: dict[tuple[int, str, str], float] = {}

    def score(self, first: int, second: int) -> float:
        """The log-odds for a pair, `first` standing before `second` in the text."""
        events = self.events
        where = "s" if events[first].sentence_start == events[second].sentence_start else "n"
        total = self._part(first, "a", where) + self._part(second, "b", where)
        names = describe_together(events, self.profiles, first, second)
        return sum(map(self.weights.get, names, repeat(0.0)), total)

    def _part(self, number: int, side: str, where: str) -> float:
        key = (number, side, where)
        found = self._alone.get(key)
        if found is None:
            names = describe_alone(self.profiles[number], side, where)
            found = sum(map(self.weights.get, names, repeat(0.0)))
            self._alone[key] = found
        return found
