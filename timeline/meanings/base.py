"""What time words say before any date is known, and the anchor that gives them one."""

from __future__ import annotations

from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace

from timeline.spans import DAY, Duration, Granularity, TimeSpan, floor
from timeline.spans.civil import ymd

LEANS = ("past", "future", "story")


@dataclass(frozen=True)
class Anchor:
    """The moment that words lean on.

    >>> from timeline.spans import seconds
    >>> Anchor(seconds(2023, 3, 6)).day.timex3
    '2023-03-06'

    `published` is the publication date (the document creation time), in seconds since 1970.
    `reference` is the time the story has last told, where the words lean on that instead.
    `lean` says which way a bare weekday, month or day of the year points: to the most recent
    one, the one in question included ("past"), to the coming one ("future"), or onwards from
    the reference ("story"). `fine` is true where the time of day of publication is known.
    `asked` is the lean the reader was asked for, where the words around lean otherwise. `fiscal`
    is the month in which business years end, as far as the text has told; `day_first` tells that
    dates in figures have their day before their month.
    """

    published: int
    reference: TimeSpan | None = None
    lean: str = "past"
    fine: bool = False
    asked: str | None = None
    fiscal: int = 12
    day_first: bool = False

    @property
    def now(self) -> int:
        """The instant that the words lean on."""
        if self.reference is None:
            return self.published
        start, end = self.reference.start, self.reference.end
        if start is not None:
            return start
        return self.published if end is None else end - 1

    @property
    def day(self) -> TimeSpan:
        """The day that the words lean on."""
        return TimeSpan.unit(Granularity.DAY, self.now)

    @property
    def today(self) -> int:
        """The first moment of that day."""
        now = self.now
        return now - now % DAY

    @property
    def moment(self) -> TimeSpan:
        """The moment itself where it is known to the second, else the day."""
        if self.fine and self.reference is None:
            return TimeSpan.unit(Granularity.SECOND, self.published)
        return self.day

    @property
    def calendar(self) -> bool:
        """Whether to read as a calendar or an assistant is spoken to, and not as a newspaper.

        Where the two differ, the meanings concerned say how.
        """
        return (self.asked or self.lean) == "future"

    def on(self, reference: TimeSpan | None, lean: str | None = None) -> Anchor:
        """The same anchor with another reference or lean."""
        lean, asked = lean or self.lean, self.asked or self.lean
        kept = self.fiscal, self.day_first
        return Anchor(self.published, reference, lean, self.fine, asked, *kept)

    def at(self, instant: int, lean: str) -> Anchor:
        """The same anchor moved to another instant."""
        asked = self.asked or self.lean
        return Anchor(instant, None, lean, True, asked, self.fiscal, self.day_first)

    def reads(self, span: TimeSpan) -> TimeSpan:
        """A unit as this anchor's reader counts it.

        To a calendar a weekend begins on Friday at 18:00, and seasons are the astronomical
        ones, from the usual days of equinox and solstice.

        >>> from timeline.spans import seconds
        >>> winter = TimeSpan.unit(Granularity.SEASON, seconds(2013, 2, 12))
        >>> Anchor(seconds(2013, 2, 12), lean="future").reads(winter).edtf()
        '2012-12-21/2013-03-19'
        """
        if not self.calendar or span.start is None or span.end is None:
            return span
        if span.granularity is Granularity.WEEKEND:
            return replace(span, start=span.start - EVENING, value=span.timex3)
        if span.granularity is Granularity.SEASON:
            first, last = (_solstice(moment) for moment in (span.start, span.end))
            day = Granularity.DAY
            return replace(
                span,
                start=first,
                end=last,
                start_granularity=day,
                end_granularity=day,
                value=span.timex3,
            )
        return span


def _solstice(start: int) -> int:
    """The astronomical beginning of the season that begins, to the weatherman, at `start`."""
    return start + (SOLSTICES[ymd(start)[1]] - 1) * DAY


# The day of its first month on which each season begins in most years.
SOLSTICES = {3: 20, 6: 21, 9: 23, 12: 21}
# How long before Saturday a calendar's weekend begins.
EVENING = 6 * 3600


def _show(value: object) -> str:
    if isinstance(value, Duration | TimeSpan):
        return value.timex3
    if isinstance(value, Granularity):
        return value.value
    return repr(value)


class Meaning:
    """What time words say; `on` reads them from an anchor.

    >>> from timeline.meanings import Last, Month
    >>> from timeline.spans import seconds
    >>> last = Last(Month(9))
    >>> last, last.leans, last.on(Anchor(seconds(2023, 3, 6))).timex3
    (Last(Month(9)), 'published', '2022-09')

    `leans` names the anchor that they want: "published" ("yesterday", "last year"), "story"
    ("two days later", "that spring"), "bare" (weekdays and months, that can lean either way),
    or "none" ("March 2022").
    """

    __slots__ = ()

    def __repr__(self) -> str:
        told = []
        parts: tuple[Field[object], ...] = fields(self) if is_dataclass(self) else ()
        for field in parts:
            value = getattr(self, field.name)
            if field.default is not MISSING and value == field.default:
                continue
            named = field.default is not MISSING or field.default_factory is not MISSING
            told.append(f"{field.name}={_show(value)}" if named else _show(value))
        return f"{type(self).__name__}({', '.join(told)})"

    @property
    def leans(self) -> str:
        """The anchor wanted."""
        return "none"

    @property
    def timex_type(self) -> str | None:
        """The TIMEX3 type, where the span alone does not tell it."""
        return None

    @property
    def mod(self) -> str | None:
        """The TIMEX3 modifier (APPROX, START, MID, END, …)."""
        return None

    def on(self, anchor: Anchor) -> TimeSpan:
        """The stretch of the calendar meant, seen from `anchor`."""
        raise TypeError(type(self).__name__)


class Leaning(Meaning):
    """What has words for the anchor that it wants: "last" for publication, "the previous" for the
    story's time."""

    __slots__ = ()
    lean: str

    @property
    def leans(self) -> str:
        """As told."""
        return self.lean


class OfWhat(Meaning):
    """What hedges, orders or bounds a time, and leans as that does: "about noon", "since May"."""

    __slots__ = ()
    what: Meaning

    @property
    def leans(self) -> str:
        """As the time itself leans."""
        return self.what.leans


class OfWhole(Meaning):
    """A part of a time, which leans as the whole does: "the end of May"."""

    __slots__ = ()
    whole: Meaning

    @property
    def leans(self) -> str:
        """As the whole leans."""
        return self.whole.leans


class OfOrigin(Meaning):
    """What is counted from a time, and leans as that does: "two days after Easter"."""

    __slots__ = ()
    origin: Meaning

    @property
    def leans(self) -> str:
        """As its origin leans."""
        return self.origin.leans


class Recurring(Meaning):
    """What comes round again: a weekday, a month, a season, midnight.

    >>> from timeline.meanings import Weekday
    >>> from timeline.spans import seconds
    >>> monday = seconds(2023, 3, 6)
    >>> Weekday(0).latest(monday).timex3, Weekday(0).following(monday).timex3
    ('2023-03-06', '2023-03-13')

    Bare, it leans on its anchor one way or the other.
    """

    __slots__ = ()

    @property
    def leans(self) -> str:
        """Bare recurring words lean by tense or by the story."""
        return "bare"

    def latest(self, instant: int) -> TimeSpan:
        """The last occurrence that began at or before an instant."""
        raise TypeError(type(self).__name__)

    def following(self, instant: int) -> TimeSpan:
        """The first occurrence that begins after an instant."""
        raise TypeError(type(self).__name__)

    def reads(self, span: TimeSpan, anchor: Anchor) -> TimeSpan:
        """An occurrence as the anchor's reader counts it."""
        return anchor.reads(span)

    def on(self, anchor: Anchor) -> TimeSpan:
        """The occurrence towards which the anchor leans."""
        if anchor.lean == "past":
            return self.reads(self.latest(anchor.today + DAY - 1), anchor)
        if anchor.lean == "story" and anchor.reference is not None:
            return self.reads(self.onwards(anchor.reference), anchor)
        current = self.latest(anchor.now)
        if current.end is not None and current.end > anchor.now:
            return self.reads(current, anchor)
        return self.reads(self.following(anchor.now), anchor)

    def onwards(self, reference: TimeSpan) -> TimeSpan:
        """The occurrence a story means that has just told `reference`.

        That of the same year, unless it lies so far back that the story must have gone on into
        the next ("…in December. In February …").
        """
        told = reference.start if reference.start is not None else reference.end
        if told is None:
            return TimeSpan(None, None)
        found = self.following(floor(Granularity.YEAR, told) - 1)
        if found.start is not None and found.start < told - STEP_BACK:
            if found.end is not None and found.end > told:
                return found
            return self.following(found.start)
        return found


class Daily(Recurring):
    """What comes round every day: a time of the clock, a part of the day."""

    __slots__ = ()

    def of(self, day: int, calendar: bool = False) -> TimeSpan:
        """That of the day beginning at `day`, as a calendar counts it or a newspaper."""
        raise TypeError(type(self).__name__)

    def latest(self, instant: int) -> TimeSpan:
        """The last one that began at or before an instant."""
        today = floor(Granularity.DAY, instant)
        found = self.of(today)
        return found if found.start is not None and found.start <= instant else self.of(today - DAY)

    def following(self, instant: int) -> TimeSpan:
        """The first one that begins after an instant."""
        today = floor(Granularity.DAY, instant)
        found = self.of(today)
        return found if found.start is not None and found.start > instant else self.of(today + DAY)


# A story that seems to go back further than this has gone on into the next year instead.
STEP_BACK = 240 * DAY
