"""Gives the time expressions of a sentence to the events that they date."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.dates.ages import tells_life
from timeline.events.dates.bearing import NOBODY, is_aimed
from timeline.events.dates.bounds import Dating, trust
from timeline.events.dates.chances import Shares, chances_of, is_joined, kept_apart
from timeline.events.dates.comparing import (
    compares,
    is_aside,
    is_make,
    only_tells_which,
    repeats_time,
)
from timeline.events.dates.dating import direction
from timeline.events.dates.finer import tells_finer, told_finer, without_vague
from timeline.events.dates.found import Found, Story
from timeline.events.dates.instances import (
    Given,
    is_vague,
    kept,
    told_apart,
)
from timeline.events.dates.lending import date_when_clauses, lend_dates
from timeline.events.dates.openings import opened_event
from timeline.events.dates.reaching import reach_on
from timeline.events.dates.stamps import is_stamp, stamp
from timeline.events.layout.scenes import Scene, TimeWords
from timeline.meanings import Before
from timeline.spans import DAY, Granularity

#: How many ways to share out the times of a sentence are kept in view.
_WAYS = 12
#: What a second time for an event costs where another event is at hand, in logarithms of shares.
_CROWDED = 2.0
#: Less than this share is taken for this.
_LEAST = 1e-4


def attach(scene: Scene, found: Sequence[Found], story: Story) -> list[Found]:
    """The events of a sentence, those that a time expression dates with their dates.

    The times are shared out together: each goes to the event that it suits best, and two go to one
    event only where no other is at hand. What is told to have happened at several times ("in 2019
    and again in 2021") is there once for each, as TimeML has an instance for each.
    """
    times = [time for time in scene.times if _dates(scene, time, story.published)]
    times = [time for time in times if not _tells_what_is(scene, time, found)]
    times = [
        t
        for t in times
        if not only_tells_which(scene, t, times) and not repeats_time(scene, t, times)
    ]
    times = sorted(without_vague(scene, times), key=is_vague)
    plain = sum(not is_vague(time) for time in times)
    opened = [opened_event(scene, time, found) for time in times]
    chances = [
        chances_of(scene, time, found, story, after)
        for time, after in zip(times, opened, strict=True)
    ]
    chances = kept_apart(scene, times, chances, opened)
    chances = told_finer(scene, times, chances)
    numbers = [*_share_out(scene, times[:plain], chances)]
    numbers += [max(shared, key=shared.__getitem__) for shared in chances[plain:]]
    given: dict[int, list[Given]] = {}
    for time, shared, number in zip(times, chances, numbers, strict=True):
        given.setdefault(number, []).append((time, shared[number]))
    told: list[Found] = []
    for number, one in enumerate(found):
        told.extend(_instances(one, given.get(number, [])))
    for time, shared in zip(times, chances, strict=True):
        lend_dates(time, shared, found, story)
    for time in scene.times:
        date_when_clauses(scene, time, found)
    reach_on(scene, told)
    if scene.times[0].first == 0 and is_stamp(scene, scene.times[0]):
        stamp(scene.times[0], told)
    return told


def _instances(one: Found, given: Sequence[Given]) -> list[Found]:
    """An event with its date, or once for each of several dates."""
    scene, head = one.scene, one.mention.head
    own = kept(scene, head, given)
    instances = [one, *(replace(one) for _ in own[1:])]
    for instance, (time, share) in zip(instances, own, strict=False):
        _date(instance, time, share)
    if len(own) > 1:
        apart = told_apart(scene, head, [time for time, _ in own])
        for instance, words in zip(instances, apart, strict=True):
            instance.apart = words
    return instances


def _dates(scene: Scene, time: TimeWords, published: int | None) -> bool:
    """Whether a time can date an event of its sentence: it is compared with nothing, or ahead."""
    stamped = time.first == 0 and is_stamp(scene, time)
    span = time.expression.span
    if span is None or stamped:
        return False
    fine = span.granularity is not None and span.granularity < Granularity.HOUR
    length = (span.value or "").startswith("PT")
    if fine and length and published is not None and published % DAY == 0:
        # "Two goals in the last nine minutes" are not those before a paper came out.
        return False
    if tells_life(scene.source, time.expression, scene.sentence.start):
        return False
    if is_make(scene, time) or is_aside(scene, time):
        return False
    start = span.start if time.expression.timexes[0].type == "DURATION" else None
    # "A first report within 30 days" is not the first of those days.
    ahead = start is not None and published is not None and start >= published - published % DAY
    return ahead or direction(time, published) == "future" or not compares(scene, time)


def _tells_what_is(scene: Scene, time: TimeWords, found: Sequence[Found]) -> bool:
    """Whether a "now" tells what something is called or is these days, and no event: "was born in
    what is now Aden", "the mill, which is now a museum"."""
    owner = scene.owner[time.first]
    if owner < 0 or not is_vague(time):
        return False
    clause = scene.clauses[owner]
    inside = clause.copula and clause.link in ("relative", "content") and clause.head < time.first
    return inside and all(one.clause is not clause for one in found)


def _share_out(
    scene: Scene, times: Sequence[TimeWords], chances: Sequence[Shares]
) -> tuple[int, ...]:
    """The event for each time, so that all together suit best."""
    ways: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    for place, (time, shared) in enumerate(zip(times, chances, strict=False)):
        joined = place > 0 and is_joined(scene, times[place - 1], time)
        longer = []
        for score, way in ways:
            for number, share in shared.items():
                crowded = number in way and not (joined and number == way[-1])
                crowded = crowded and not tells_finer(
                    scene, time, [t for t, n in zip(times, way, strict=False) if n == number]
                )
                cost = _CROWDED if crowded and number != NOBODY else 0.0
                longer.append((score + math.log(max(share, _LEAST)) - cost, (*way, number)))
        ways = sorted(longer, key=lambda pair: -pair[0])[:_WAYS]
    return ways[0][1]


def _date(one: Found, time: TimeWords, share: float) -> None:
    """Dates an event by an expression."""
    span, clause = time.expression.span, one.clause
    if (
        span is not None
        and span.relation == "until"
        and clause is not None
        and clause.governor >= 0
    ):
        host = one.scene.clauses[clause.governor]
        if host.lemma in one.scene.words.verbs.granting and is_aimed(one, host):
            span = replace(span, relation="before")
    if span is not None and span.relation == "until" and _begins_then(one, time):
        span = time.expression.timexes[0].span
        one.status = "asserted" if one.status == "negated" else one.status
    early = isinstance(time.expression.meaning, Before) and one.status == "negated"
    first = time.expression.timexes[0].span
    if early and one.side.where != "before" and first.start is not None:
        # "Is not expected before next spring": then, or later.
        span, one.status = replace(first.after(), start=first.start), "planned"
    one.time, one.share = time, share
    one.dating = Dating(span, "expression", trust(share), f"“{time.expression.text}” dates it")


def _begins_then(one: Found, time: TimeWords) -> bool:
    """Whether a "not" goes with an "until": who did "not leave until 1987" left then."""
    if one.scene.is_denied(time.first, 1):
        return True
    if time.first < one.mention.head:
        return False
    # "Are not due until October"
    return (one.verbal and one.status == "negated") or one.scene.is_denied(one.mention.head, 2)
