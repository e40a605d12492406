"""Gives the time expressions of a sentence to the events that they date."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.events.cues import Cues
from timeline.events.dates.ages import tells_life
from timeline.events.dates.bounds import Dating, trust
from timeline.events.dates.clashing import clashes, stands
from timeline.events.dates.comparing import (
    compares,
    is_aside,
    is_make,
    only_tells_which,
    repeats_time,
)
from timeline.events.dates.dating import direction, shares
from timeline.events.dates.finer import tells_finer, told_finer, without_vague
from timeline.events.dates.found import Found, Story
from timeline.events.dates.instances import (
    Given,
    goes_on,
    is_again,
    is_row,
    is_vague,
    kept,
    told_apart,
)
from timeline.events.dates.lending import BESIDE, date_when_clauses, lend_dates
from timeline.events.dates.openings import cleft_event, opened_event, when_clause
from timeline.events.dates.reaching import reach_until
from timeline.events.dates.stamps import is_stamp, stamp
from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import Scene, TimeWords, preposition
from timeline.events.trees.pieces import joints
from timeline.events.weighing import weights
from timeline.sentences.vocabulary import OF
from timeline.spans import DAY, Granularity

#: How many ways to share out the times of a sentence are kept in view.
_WAYS = 12
#: What a second time for an event costs where another event is at hand, in logarithms of shares.
_CROWDED = 2.0
#: Less than this share is taken for this.
_LEAST = 1e-4
#: An occasion stands so many words behind a length at most: "before the general election".
_TO_OCCASION = 8
#: In place of an event: what the time tells nothing of.
_NOBODY = -1

#: The share of each event of a sentence in a time, by the event's place among them.
Shares = Mapping[int, float]


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
        _chances(scene, time, found, story, after)
        for time, after in zip(times, opened, strict=True)
    ]
    chances = _kept_apart(scene, times, chances, opened)
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
    reach_until(scene, told)
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
    return direction(time, published) == "future" or not compares(scene, time)


def _tells_what_is(scene: Scene, time: TimeWords, found: Sequence[Found]) -> bool:
    """Whether a "now" tells what something is called or is these days, and no event: "was born in
    what is now Aden", "the mill, which is now a museum"."""
    owner = scene.owner[time.first]
    if owner < 0 or not is_vague(time):
        return False
    clause = scene.clauses[owner]
    inside = clause.copula and clause.link in ("relative", "content") and clause.head < time.first
    return inside and all(one.clause is not clause for one in found)


def _chances(
    scene: Scene, time: TimeWords, found: Sequence[Found], story: Story, after: int | None
) -> Shares:
    """The share of each event in a time, those of nouns that their verbs stand for with these;
    `after` is the event of the clause that the time opens."""
    way = direction(time, story.published)
    chances: dict[int, float] = {}
    opened = when_clause(scene, time)
    barred, again = 0.0, goes_on(scene, time) or is_again(scene, time)
    for number, share in shares(scene, time, way, story.words, weights("dating")):
        at = _bearer(number, found, story.words, time, again)
        at = _taker(at, time, found, story.words)
        if at >= 0 and (stands(found[at], story.words) or _is_occasion(found[at], time)):
            continue
        if at >= 0 and clashes(found[at], time, story):
            barred += share
            continue
        if time.noun and not (at >= 0 and _is_noun_of(found[at], time)):
            continue
        chances[at] = chances.get(at, 0.0) + share
    after = cleft_event(scene, time, found) if after is None else after
    if after is not None:
        return {after: sum(chances.values()) or 1.0}
    if opened is not None:
        inside = {n for n, one in enumerate(found) if one.clause is opened}
        chances = {n: share for n, share in chances.items() if n not in inside} or chances
    chances = dict(_before_next(scene, time, chances, found))
    # What cannot be the verb's is its neighbour's: "a street named so in 2011 will get a museum".
    if all(number < 0 or share < BESIDE for number, share in chances.items()) and barred:
        chances[_NOBODY] = chances.get(_NOBODY, 0.0) + barred
    inner = _past_inset(scene, time, _enclosed(scene, time, chances, found), found)
    return _within(scene, time, inner, found) or {_NOBODY: 1.0}


def _is_occasion(one: Found, time: TimeWords) -> bool:
    """Whether a time is counted from a thing: "two weeks after the surrender" they did not
    surrender."""
    near = 0 < one.mention.head - time.last <= _TO_OCCASION
    return near and not one.verbal and one.word == time.expression.occasion


def _kept_apart(
    scene: Scene,
    times: Sequence[TimeWords],
    chances: Sequence[Shares],
    opened: Sequence[int | None],
) -> list[Shares]:
    """The shares of events, without those that a time before has in one whose clause another time
    opens, as `opened` tells: "by 1900 it was rich, and in 1906 it moved"."""
    apart: list[Shares] = []
    for time, shared in zip(times, chances, strict=True):
        others = {
            number
            for other, number in zip(times, opened, strict=True)
            if number is not None and time.last < other.first and not _is_joined(scene, time, other)
        }
        left = {number: share for number, share in shared.items() if number not in others}
        apart.append(left or {_NOBODY: 1.0})
    return apart


def _enclosed(scene: Scene, time: TimeWords, chances: Shares, found: Sequence[Found]) -> Shares:
    """The shares of the events in a clause with its opener that a time is the end of: "after she
    lost her seat in 2019, …"."""
    tokens, owner, after = scene.tokens, scene.owner[time.first], time.last + 1
    clause = scene.clauses[owner] if owner >= 0 else None
    if clause is None or clause.link != "adverbial" or not clause.marker < clause.head < time.first:
        return chances
    closed = after < len(tokens) and tokens[after].text == ","
    if not closed or not clause.finite or tokens[time.first - 1].text == ",":
        return chances
    inside = {n: share for n, share in chances.items() if n >= 0 and found[n].clause is clause}
    return inside or chances


def _before_next(scene: Scene, time: TimeWords, chances: Shares, found: Sequence[Found]) -> Shares:
    """The shares without that of a verb that an "and" right behind a time goes on with: "was
    convicted of it by a court in 2023 and jailed"."""
    joint = time.last + 1
    if joint >= len(scene.tokens) or scene.tokens[joint].tag != "CCONJ":
        return chances
    clauses = ((n, found[n].clause) for n in chances if n >= 0)
    behind = {n for n, c in clauses if c is not None and (c.marker, c.first) == (joint, joint + 1)}
    left = {n: share for n, share in chances.items() if n not in behind}
    return left if any(n >= 0 for n in left) else chances


def _past_inset(scene: Scene, time: TimeWords, chances: Shares, found: Sequence[Found]) -> Shares:
    """The shares of the events outside of a "which …" between commas that a time stands behind:
    "sold its stake in Halden, which makes pumps, in May"."""
    tokens, closing = scene.tokens, time.first - 1
    if closing < 0 or tokens[closing].text != ",":
        return chances

    def is_inside(number: int) -> bool:
        clause = found[number].clause if number >= 0 else None
        if clause is None or clause.link != "relative" or not 0 < clause.marker < time.first:
            return False
        between = tokens[clause.marker : closing]
        return tokens[clause.marker - 1].text == "," and all(t.text != "," for t in between)

    outside = {number: share for number, share in chances.items() if not is_inside(number)}
    return outside if any(number >= 0 for number in outside) else chances


def _within(scene: Scene, time: TimeWords, chances: Shares, found: Sequence[Found]) -> Shares:
    """The shares of the events in the time's part of a sentence: "It fell: in May it was sold"."""
    parts = joints(scene.tokens)
    if not parts:
        return chances
    part = bisect_left(parts, time.first)
    near = {
        number: share
        for number, share in chances.items()
        if number >= 0 and bisect_left(parts, found[number].mention.head) == part
    }
    whole, total = sum(chances.values()), sum(near.values())
    if total:
        return {n: share * whole / total for n, share in near.items()}
    # "They failed; a vote is likely in June": what stands by itself dates nothing else.
    before = scene.tokens[parts[part - 1]].text if part else ""
    apart = before == ";" and bool(chances) and all(n >= 0 for n in chances)
    return {_NOBODY: 1.0} if apart else chances


def _is_noun_of(one: Found, time: TimeWords) -> bool:
    """Whether an event is the noun that a time belongs to, or the verb that tells of it."""
    chunk = one.scene.chunk_of[time.last + 1]
    last = chunk.last if chunk is not None else time.last + 1
    if not one.verbal:
        return time.last < one.mention.head <= last
    subject = one.clause.subject if one.clause is not None else None
    return subject is not None and subject[0] <= last <= subject[1]


def _taker(number: int, time: TimeWords, found: Sequence[Found], words: Cues) -> int:
    """What a time tells the end of, in place of the verb that sets it.

    Who has until Friday to pay must pay by Friday; what is put off until Friday, moved to Friday or
    promised by Friday is neither put off nor moved nor promised then, and nothing is dated.
    """
    one, span = found[number], time.expression.span
    clause = one.clause
    if span is None or clause is None or not one.verbal:
        return number
    until = span.relation == "until"
    # Who will decide by June has decided then.
    by = span.relation == "before" and clause.tense != "future"
    before = one.scene.tokens[time.first - 1].text.lower() if time.first else ""
    if until and clause.lemma in words.verbs.deferring:
        return _NOBODY
    if before == words.connectives.aiming and clause.lemma in words.verbs.shifting:
        return _NOBODY
    meant = by and clause.lemma in words.verbs.intending
    if by and clause.passive and (meant or clause.lemma in words.verbs.believing):
        return number  # "the rest are expected by Friday"
    if not meant and not (until and clause.lemma in words.verbs.granting):
        return number
    aimed = next((n for n, f in enumerate(found) if _is_aimed(f, clause)), _NOBODY)
    following = one.scene.tokens[clause.last + 1 : clause.last + 2]
    told = until or any(token.text.lower() == words.connectives.aiming for token in following)
    return number if aimed == _NOBODY and told else aimed


def _is_aimed(one: Found, host: Clause) -> bool:
    """Whether an event is what the verb of a clause aims at."""
    below = one.verbal and one.clause is not None and one.clause.governor == host.number
    return below and one.clause is not None and one.clause.link == "infinitive"


def _bearer(number: int, found: Sequence[Found], words: Cues, time: TimeWords, again: bool) -> int:
    """The verb in place of a noun, where it has this for its object right before the time ("lost
    the appeal in 2019"), does so `again` ("won the cup in 2019 and again in 2021") or happens while
    or because of what it names ("took the town during an offensive")."""
    one = found[number]
    clause, head = one.clause, one.mention.head
    if one.verbal or clause is None:
        return number
    tokens, taken = one.scene.tokens, clause.object
    inside = taken is not None and taken[0] <= head <= taken[1]
    light = inside and clause.lemma in words.verbs.light
    behind = _ends_object(one, clause, time, words) and not is_vague(time)
    carries = light or behind or (again and clause.head < head)
    at = preposition(one.scene, head)
    opener = tokens[at].text.lower() if at >= 0 else ""
    # "Closed because of a storm in May": what a cause dates is dated by it.
    caused = at > 0 and tokens[at - 1].text.lower() in words.prepositions.causing
    together = caused or opener in words.prepositions.during
    # "Tried for the loss of his ship in June": the trial was in June.
    answers = clause.passive and opener in words.prepositions.answering
    together = together or (answers and at == clause.last + 1)
    # "Entered the town without a fight on Monday": what did not happen has no date.
    together = together or opener in words.prepositions.lacking
    if not carries and not (together and clause.head < at):
        return number
    return next((n for n, f in enumerate(found) if f.mention.head == clause.head), number)


def _ends_object(one: Found, clause: Clause, time: TimeWords, words: Cues) -> bool:
    """Whether a noun is what a verb does something to, or what that is of ("a commission of
    inquiry"), right before a time that is not the noun's own."""
    tokens, head, taken = one.scene.tokens, one.mention.head, clause.object
    if taken is None or time.noun or not 0 <= time.first - head <= 2:
        return False
    part = head == taken[1] + 2 and tokens[head - 1].text.lower() == OF
    if not (part or taken[0] <= head <= taken[1]) or _regards(clause.lemma, words):
        return False
    # "Posted a loss for May", "forecast the rain of last week": the time is the noun's.
    nouns = words.prepositions.owned | words.prepositions.inner
    return not any(t.text.lower() in nouns for t in tokens[head + 1 : time.first + 1])


def _regards(lemma: str, words: Cues) -> bool:
    """Whether a verb only tells what somebody thinks or says of what its object names, which then
    has a time of its own: "considered the request of last week"."""
    verbs = words.verbs
    tells = (verbs.reporting, verbs.believing, verbs.presupposing, verbs.seeking, verbs.doubting)
    return any(lemma in some for some in tells)


def _share_out(
    scene: Scene, times: Sequence[TimeWords], chances: Sequence[Shares]
) -> tuple[int, ...]:
    """The event for each time, so that all together suit best."""
    ways: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    for place, (time, shared) in enumerate(zip(times, chances, strict=False)):
        joined = place > 0 and _is_joined(scene, times[place - 1], time)
        longer = []
        for score, way in ways:
            for number, share in shared.items():
                crowded = number in way and not (joined and number == way[-1])
                crowded = crowded and not tells_finer(
                    scene, time, [t for t, n in zip(times, way, strict=False) if n == number]
                )
                cost = _CROWDED if crowded and number != _NOBODY else 0.0
                longer.append((score + math.log(max(share, _LEAST)) - cost, (*way, number)))
        ways = sorted(longer, key=lambda pair: -pair[0])[:_WAYS]
    return ways[0][1]


def _is_joined(scene: Scene, first: TimeWords, second: TimeWords) -> bool:
    """Whether two times make one phrase ("on Monday at noon") or a row ("in 2019 and again in
    2021"), or the first belongs to a noun and may be told more finely by the second."""
    between = scene.tokens[first.last + 1 : second.first]
    return (
        first.noun
        or is_row(scene, (first, second))
        or all(token.tag not in ("NOUN", "PROPN", "PRON", "VERB", "AUX") for token in between)
    )


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
        if host.lemma in one.scene.words.verbs.granting and _is_aimed(one, host):
            span = replace(span, relation="before")
    if span is not None and span.relation == "until" and _begins_then(one, time):
        span = time.expression.timexes[0].span
        one.status = "asserted" if one.status == "negated" else one.status
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
