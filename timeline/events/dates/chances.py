"""The share of each event of a sentence in a time of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from timeline.events.dates.bearing import NOBODY, bearer, taker
from timeline.events.dates.clashing import clashes, stands
from timeline.events.dates.comparing import tells_which_object
from timeline.events.dates.dating import direction, shares
from timeline.events.dates.found import Found, Story
from timeline.events.dates.instances import goes_on, is_again, is_row
from timeline.events.dates.lending import BESIDE
from timeline.events.dates.openings import cleft_event, when_clause, year_clause
from timeline.events.layout.scenes import Scene, TimeWords
from timeline.events.trees.pieces import joints
from timeline.events.weighing import weights

#: An occasion stands so many words behind a length at most: "before the general election".
_TO_OCCASION = 8

#: The share of each event of a sentence in a time, by the event's place among them.
Shares = Mapping[int, float]


def chances_of(
    scene: Scene, time: TimeWords, found: Sequence[Found], story: Story, after: int | None
) -> Shares:
    """The share of each event in a time, those of nouns that their verbs stand for with these;
    `after` is the event of the clause that the time opens."""
    way = direction(time, story.published)
    chances: dict[int, float] = {}
    opened = when_clause(scene, time) or year_clause(scene, time)
    named = any(tells_which_object(one, time) for one in found)
    # "Said first-quarter earnings fell": they fell in it, and it was not said then.
    hyphened = "-" in time.expression.text and any(
        one.verbal and _is_noun_of(one, time) for one in found
    )
    owned = time.noun or hyphened
    over = _over_subject(scene, time)
    barred, again = 0.0, goes_on(scene, time) or is_again(scene, time)
    for number, share in shares(scene, time, way, weights("dating")):
        at = bearer(number, found, story.words, time, way, again)
        at = taker(at, time, found, story.words)
        if at >= 0 and (stands(found[at], story.words) or _is_occasion(found[at], time)):
            continue
        if named and (at < 0 or found[at].verbal):
            continue
        if at >= 0 and clashes(found[at], time, story):
            barred += share
            continue
        if at >= 0 and found[at].mention.head == over:
            continue
        if owned and not (at >= 0 and _is_noun_of(found[at], time)):
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
        chances[NOBODY] = chances.get(NOBODY, 0.0) + barred
    inner = _past_inset(scene, time, _enclosed(scene, time, chances, found), found)
    return _within(scene, time, inner, found) or {NOBODY: 1.0}


def kept_apart(
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
            if number is not None and time.last < other.first and not is_joined(scene, time, other)
        }
        left = {number: share for number, share in shared.items() if number not in others}
        apart.append(left or {NOBODY: 1.0})
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
    return {NOBODY: 1.0} if apart else chances


def _over_subject(scene: Scene, time: TimeWords) -> int:
    """The verb over the one whose subject a time is, or -1: of "warned that 2024 would be hard" and
    of no time with a preposition "warned"."""
    if time.expression.start != time.expression.timexes[0].start:
        return -1
    for clause in scene.clauses:
        bare = clause.link == "content" and clause.subject is None
        run_on = clause.link == "coordinate" and clause.marker < 0
        if clause.first == time.last + 1 and clause.finite and (bare or run_on):
            return scene.clauses[clause.governor].head if clause.governor >= 0 else -1
    return -1


def _is_occasion(one: Found, time: TimeWords) -> bool:
    """Whether a time is counted from a thing: "two weeks after the surrender" they did not
    surrender."""
    near = 0 < one.mention.head - time.last <= _TO_OCCASION
    return near and not one.verbal and one.word == time.expression.occasion


def _is_noun_of(one: Found, time: TimeWords) -> bool:
    """Whether an event is the noun that a time belongs to, or the verb that tells of it."""
    chunks = one.scene.chunk_of
    chunk = chunks[time.last + 1] if time.last + 1 < len(chunks) else None
    last = chunk.last if chunk is not None else time.last + 1
    if not one.verbal:
        return time.last < one.mention.head <= last
    subject = one.clause.subject if one.clause is not None else None
    return subject is not None and subject[0] <= last <= subject[1]


def is_joined(scene: Scene, first: TimeWords, second: TimeWords) -> bool:
    """Whether two times make one phrase ("on Monday at noon") or a row ("in 2019 and again in
    2021"), or the first belongs to a noun and may be told more finely by the second."""
    between = scene.tokens[first.last + 1 : second.first]
    return (
        first.noun
        or is_row(scene, (first, second))
        or all(token.tag not in ("NOUN", "PROPN", "PRON", "VERB", "AUX") for token in between)
    )
