"""Dates carried along: from the day of the news, or from what the story told just before."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.dates.bounds import (
    Dating,
    carried,
    is_old,
    is_short,
    not_before,
    on_publication,
)
from timeline.events.dates.comparing import tells_which_object
from timeline.events.dates.found import Found, Story
from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import Scene, TimeWords
from timeline.meanings import About, Length
from timeline.spans import DAY, Granularity, TimeSpan

#: How often a past "said" without a date is of the day of publication or the one before.
_SAID = 0.85
#: The same for what else is told in the past after something of these days.
_TOLD = 0.65
#: How often what a story goes on to tell is of the date told before.
_GOES_ON = 0.55
#: Farther than this many characters a date is not carried along.
_REACH = 250
#: A story whose dates are no farther apart goes on by days.
_BY_DAYS = 31 * DAY
_YEAR = 366 * DAY
_ENDING = ("CCONJ", "PUNCT", "SCONJ")
_OPEN = ("since", "until", "before", "after")
#: The clauses that carry a story on.
_TELLING = ("main", "coordinate")


def is_fresh_date(one: Found, published: int | None) -> bool:
    """Whether an event is dated to the day of publication or one of the two before it."""
    span = one.dating.span
    if published is None or span is None or span.start is None or span.end is None:
        return False
    today = published - published % DAY
    short = span.end - span.start <= DAY
    # A time of the clock on the day itself may be the entry of a log, which dates nothing else.
    clock = span.granularity is not None and span.granularity <= Granularity.HOUR
    latest = today if clock else today + DAY - 1
    return short and today - 2 * DAY <= span.start <= latest and one.side.where == "before"


def move_on(story: Story, one: Found) -> None:
    """Moves the story along to an event that is dated."""
    told = one.verbal and _is_dated(one, story) and one.status in ("asserted", "negated")
    if told and not _looks_behind(one, story.line):
        fresh = story.last is not None and is_fresh_date(story.last, story.published)
        if not (fresh and _is_aside(one)):
            story.last = one
        if _leads(one):
            story.pace = _apart(story.line, one)
            story.line = one


def _is_aside(one: Found) -> bool:
    """Whether an event is only told in passing: "the boy, who was found in May, came home"."""
    return one.clause is None or one.clause.link not in (*_TELLING, "adverbial")


def _is_dated(one: Found, story: Story) -> bool:
    """Whether an event has a time of its own, or brings the news by that of its object: "they
    celebrated a win on Saturday"."""
    if one.dated:
        return True
    last, published = story.last, story.published
    opens = last is None or not is_fresh_date(last, published)
    return opens and one.dating.basis == "narrative" and is_fresh_date(one, published)


def _looks_behind(one: Found, line: Found | None) -> bool:
    """Whether a clause only tells what was before: "the most since the firm was listed in 2011",
    "came back in 1981, after his wife had died in May"."""
    clause, scene = one.clause, one.scene
    if clause is None or clause.link != "adverbial":
        return False
    opener = scene.opener(clause.marker)
    above = scene.clauses[clause.governor] if clause.governor >= 0 else None
    words = scene.words
    told = line is not None and line.clause is above is not None
    earlier = told and opener in words.connectives.earlier
    return earlier or opener in words.pronouns.ranking


def _apart(first: Found | None, second: Found) -> int | None:
    """How many seconds lie between the beginnings of two events, if both are known."""
    before = first.dating.span.start if first is not None and first.dating.span else None
    after = second.dating.span.start if second.dating.span else None
    return None if before is None or after is None else abs(after - before)


def is_old_aim(one: Found, clause: Clause, host: Found | None, story: Story) -> bool:
    """Whether an event was meant to follow something long ago: "was told to send for help",
    "ordered a retreat"."""
    ahead = (clause.link == "infinitive" or not one.verbal) and one.side.where == "after"
    if not ahead or host is None or host.side.where != "before":
        return False
    told = host if host.dating.basis != "tense" else story.line
    span = told.dating.span if told is not None else None
    return span is not None and span.start is not None and _is_long_ago(span, story.published)


def by_story(
    one: Found, clause: Clause, base: Dating, story: Story, found: Sequence[Found]
) -> Dating:
    """The date carried along: the day of the news, or of what was told just before.

    `found` are the events of the sentence.
    """
    if one.side.why != "past tense" or not _is_told(one, clause) or one.scene.precedes(clause):
        return base
    if one.mention.kind == "reporting":
        said = _by_saying(one, clause, base, story)
        quiet = said is base and one.scene.quoted is None and not _contents(one, clause)
        along = _along(one, clause, base, story, found) if quiet else said
        return along if along.basis == "narrative" else said
    published = story.published
    if published is not None and one.status == "asserted":
        own = next((f for f in found if _is_part(f, clause, published)), None)
        here = own or next((f for f in found if f.dated and is_fresh_date(f, published)), None)
        if here is not None:
            return _on_its_day(here, one, published)
    last = story.last
    if _is_quoted(one) and (last is None or not _is_quoted(last)):
        return base  # "I slept there", she said, and nobody knows when.
    if last is None or not is_fresh_date(last, published) or _looks_back(one, published):
        return _along(one, clause, base, story, found)
    past = last.clause is not None and last.clause.tense == "past"
    if published is not None and not (
        past and clause.link == "main" and _is_near(last, one, story.text)
    ):
        told = one.status == "asserted"
        return _on_its_day(last, one, published) if told else base
    span, share = last.dating.span, last.share if last.dated else last.dating.sure
    if span is None or not _leads(last) or span.ongoing or span.relation in _OPEN:
        return base
    return carried(span, share * _GOES_ON, f"told after “{last.word}”")


def _is_told(one: Found, clause: Clause) -> bool:
    """Whether a clause tells the story: not what hangs on another, but what stands before who says
    it ("It hit a rock, survivors said")."""
    if clause.link != "content" or clause.governor < 0:
        return clause.link in _TELLING
    host = one.scene.clauses[clause.governor]
    return clause.head < host.head and clause.marker < 0 and not _is_quoted(one)


def _is_part(one: Found, clause: Clause, published: int) -> bool:
    """Whether an event stands as a noun behind a verb, with a day of these weeks: "cut short a trip
    on Monday"."""
    span = one.dating.span
    if one.time is None or one.verbal or one.clause is not clause or span is None:
        return False
    if span.start is None or not is_short(span) or _is_long_ago(span, published):
        return False
    behind = clause.head < one.mention.head < one.time.first
    return behind and not _is_ahead(span, published)


def _on_its_day(last: Found, one: Found, published: int) -> Dating:
    """The day of an event of the news, for what is told after it; what was only said then may be
    told of the day of publication."""
    span = last.dating.span
    clause = last.clause
    past = clause is not None and clause.tense == "past" and clause.aspect == "none"
    leads = past and _leads(last) and last.mention.kind != "reporting"
    if span is None or span.start is None or not leads:
        since = span.start if span is not None else None
        return on_publication(one.side._replace(sure=_TOLD), published, since)
    day = span.start - span.start % DAY
    whole = TimeSpan.starting(Granularity.DAY, day)
    share = last.share if last.dated else last.dating.sure
    return carried(whole, share * _TOLD, f"told after “{last.word}”")


def _along(
    one: Found, clause: Clause, base: Dating, story: Story, found: Sequence[Found]
) -> Dating:
    """What follows from the date that a story has come to: in old times, which are told in order,
    the same date, unless words tell that time has passed or that it was so more than once."""
    told = [f for f in found if f.dated and f.mention.head < one.mention.head and _leads(f)]
    # "They discussed the fire of 4 May and asked for a pump": not on 4 May.
    told = [f for f in told if f.verbal or not _is_only_object(f, found)]
    line, published = told[-1] if told else story.line, story.published
    if (
        line is None
        or is_fresh_date(line, published)
        or not _shares_paragraph(line, one, story.text)
    ):
        return base
    span, near = line.dating.span, _is_near(line, one, story.text)
    past = line.clause is not None and line.clause.tense == "past"
    ahead = span is not None and _is_ahead(span, published)
    if span is None or not past or ahead or span.ongoing or span.relation in _OPEN:
        return base
    why = f"told after “{line.word}”"
    # "The ship hit rocks on 4 May 2021. Eleven passengers were hurt": in that hour.
    verbs = story.words.verbs
    toll = one.lemma in verbs.tolling and line.lemma not in verbs.opening and is_short(span)
    running = _is_long_ago(span, published) and (line in found or _runs(story, span))
    if not _is_long_ago(span, published) and span.granularity == Granularity.DAY:
        running = clause.link == "main" and _is_next(line, one)
    if near and (toll or (running and _goes_straight_on(one, clause, line, found))):
        return carried(span, line.share * _GOES_ON, why)
    far = not near and not _is_long_ago(span, published)
    if clause.link != "main" or far or _outlasts(one, clause, span, published):
        return base
    return not_before(base, span, why)


def _is_only_object(noun: Found, found: Sequence[Found]) -> bool:
    """Whether a noun's time only tells which of its kind a verb looks at."""
    return noun.time is not None and any(tells_which_object(f, noun.time) for f in found)


def _outlasts(one: Found, clause: Clause, span: TimeSpan, published: int | None) -> bool:
    """Whether something went on for longer than the time since another: "for thirty years"."""
    if published is None or span.start is None:
        return False
    for time in one.scene.times:
        meaning = time.expression.meaning
        meaning = meaning.what if isinstance(meaning, About) else meaning
        # Not in "acquired a two-year option"
        opened = one.scene.tokens[time.first].tag == "ADP" and clause.last < time.first
        own = opened and one.scene.owner[time.first] == clause.number
        length = meaning.length if own and isinstance(meaning, Length) else None
        if length and not length.vague and length.shift(span.start) > published:
            return True
    return False


def _runs(story: Story, span: TimeSpan) -> bool:
    """Whether a story that has come to a time is likely to stay in it for a sentence: in a year or
    a month, or in a day if it goes on by days and weeks."""
    if not is_short(span, _YEAR):
        return False
    before = story.pace
    return not is_short(span) or (before is not None and before <= _BY_DAYS)


def _goes_straight_on(one: Found, clause: Clause, line: Found, found: Sequence[Found]) -> bool:
    """Whether nothing tells that an event is of another time than the one told before it."""
    scene = one.scene
    if clause.aspect not in ("none", "progressive") or clause.modal or one.mention.kind == "state":
        return False
    if one.status != "asserted" or line.lemma in scene.words.verbs.opening:
        return False
    aside = [f.time for f in found if f.clause is not None and f.clause.link == "relative"]
    if any(time is not line.time and time not in aside for time in scene.times):
        return False
    return not tells_of_other_time(scene, clause)


def tells_of_other_time(scene: Scene, clause: Clause) -> bool:
    """Whether a word of a clause tells that time has passed, or that it was so more than once, or
    a length that it is counted from something else."""
    if is_counted(scene, clause):
        return True
    first = max((c.last + 1 for c in scene.clauses if c.last < clause.first), default=0)
    inner = min((c.first for c in scene.clauses if c.first > clause.last), default=None)
    said: set[str] = set()
    for token in scene.tokens[first:inner]:
        if token.start >= scene.tokens[clause.last].end and token.tag in _ENDING:
            break
        said.add(token.text.lower())
    return not said.isdisjoint(scene.words.adverbs.passing)


def is_counted(scene: Scene, clause: Clause) -> bool:
    """Whether a clause has a length before an "after" or "before" of something without a date:
    "they came three days after the crash"."""
    counting = scene.words.connectives.earlier | scene.words.connectives.later
    return any(
        time.expression.span is None
        and clause.number == scene.owner[time.first]
        and any(t.text.lower() in counting for t in scene.tokens[time.last + 1 : time.last + 2])
        for time in scene.times
    )


def _is_ahead(span: TimeSpan, published: int | None) -> bool:
    """Whether a time begins after the day of publication."""
    if span.start is None or published is None:
        return False
    return span.start >= published - published % DAY + DAY


def _is_long_ago(span: TimeSpan, published: int | None) -> bool:
    """Whether a time was over before what a paper tells as news."""
    return published is None or (span.end is not None and is_old(span.end, published))


def _is_near(last: Found, one: Found, text: str) -> bool:
    """Whether an event is told soon enough after another, in the same paragraph."""
    reach = one.scene.sentence.start - last.scene.sentence.end
    return reach <= _REACH and _shares_paragraph(last, one, text)


def _shares_paragraph(last: Found, one: Found, text: str) -> bool:
    """Whether no paragraph ends between two events."""
    return text.find("\n", last.scene.sentence.end, one.scene.sentence.start) < 0


def _leads(one: Found) -> bool:
    """Whether an event moves the story on: not what is told in passing or in looking back, nor
    what a noun tells the story to be after or before."""
    clause, scene = one.clause, one.scene
    if clause is None or clause.link in ("relative", "participle"):
        return False
    joins, opener = scene.words.connectives, one.opener
    if not one.verbal and (opener in joins.earlier or opener in joins.later):
        return False
    return not (clause.tense == "past" and clause.aspect.startswith("perfect"))


def _looks_back(one: Found, published: int | None) -> bool:
    """Whether a sentence tells of a time long before publication ("Born in 1933, she began …"), and
    not only since when nothing was like it ("the most since it opened in 1933")."""
    spans = [time.expression.span for time in one.scene.times if not _ranks(one.scene, time)]
    ends = [span.end for span in spans if span is not None and span.end is not None]
    return bool(ends) and is_old(max(ends), published)


def _ranks(scene: Scene, time: TimeWords) -> bool:
    """Whether a time stands in a clause that a "since" opens."""
    owner = scene.owner[time.first]
    clause = scene.clauses[owner] if owner >= 0 else None
    ranking = scene.words.pronouns.ranking
    opened = clause is not None and clause.link == "adverbial" and clause.head < time.first
    return opened and clause is not None and scene.opener(clause.marker) in ranking


def _is_next(last: Found, one: Found) -> bool:
    """Whether nothing stands between the sentence of an event and that of another."""
    return one.scene.sentence.start - last.scene.sentence.end <= 1


def _is_quoted(one: Found) -> bool:
    """Whether an event is told in a quotation."""
    quoted = one.scene.quoted
    return quoted is not None and quoted[one.mention.head] > 0


def _contents(one: Found, clause: Clause) -> list[Clause]:
    """The clauses that tell what is said."""
    return [c for c in one.scene.clauses if c.governor == clause.number and c.link == "content"]


def _by_saying(one: Found, clause: Clause, base: Dating, story: Story) -> Dating:
    """What is said without a date is said in the news of the day, unless the past is told."""
    last, published = story.last, story.published
    if published is None:
        return base
    content = _contents(one, clause)
    # Tenses that are not shifted back show that the saying is of these days.
    if not any(c.finite and c.tense in ("present", "future") for c in content):
        old = last is not None and not is_fresh_date(last, published)
        near = last is not None and _is_next(last, one) and not _is_quoted(last)
        # What is told as said to somebody may well be of the time told before.
        told = not content or one.lemma in story.words.verbs.informing
        if not story.news or (old and near and told):
            return base
    return on_publication(one.side._replace(sure=_SAID), published)
