"""Early, middle and late; beginning and end; the first nine months."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.meanings.base import Anchor, Meaning, OfWhole
from timeline.spans import DAY, Duration, Granularity, TimeSpan, floor, step

STAGES = ("early", "mid", "late")
HALVES = ("first half", "second half")
#: From midnight to dawn, whatever the morning is otherwise.
SMALL_HOURS = "small hours"
MODS = dict(zip((*STAGES, *HALVES), ("START", "MID", "END", "START", "END"), strict=True))
MODS[SMALL_HOURS] = "START"
_HALF_YEARS = {Granularity.DECADE: 5, Granularity.CENTURY: 50}
#: The years that the thirds of a decade and a century begin and end with.
_THIRDS: dict[Granularity | None, tuple[int, ...]] = {
    Granularity.DECADE: (0, 3, 7, 10),
    Granularity.CENTURY: (0, 33, 67, 100),
}
#: The units that a part of a time may be told in.
_TOLD_IN = (Granularity.YEAR, Granularity.MONTH)


@dataclass(frozen=True, slots=True, repr=False)
class Stage(OfWhole):
    """The early, middle or late part of a time, or its first or second half.

    >>> from timeline.meanings.absolute import Decade, Year
    >>> from timeline.spans import seconds
    >>> early = Stage("early", Year(2019)).on(Anchor(seconds(2023)))
    >>> early.timex3, early.edtf()
    ('2019', '2019-01~/2019-04~')
    >>> Stage("second half", Decade(1990)).on(Anchor(seconds(2023))).edtf()
    '1995~/1999~'

    Of a decade each is three or four years, of a year four months, of a month ten days or what is
    left, of a week three days; of a part of the day a half, of an hour or a minute all, and of
    other times a third. The middle of a day is 10–14. Halves are whole days where the time has any.
    The small hours of a morning are those up to six.
    """

    stage: str
    whole: Meaning

    @property
    def mod(self) -> str | None:
        """START, MID or END."""
        return MODS[self.stage]

    def on(self, anchor: Anchor) -> TimeSpan:
        """That part of the whole."""
        whole = self.whole.on(anchor)
        if whole.start is None or whole.end is None:
            return whole
        midnight = floor(Granularity.DAY, whole.start)
        morning = whole.start - midnight < MORNING
        if self.stage == SMALL_HOURS and morning and not anchor.calendar:
            return _part(whole, midnight, midnight + DAWN)
        stage = "early" if self.stage == SMALL_HOURS else self.stage
        first, last = find_stage(whole.start, whole.end, whole.granularity, stage)
        if stage == "early" and anchor.calendar and last - first == MORNING // 2:
            last = first + EARLY_HOURS
        return _part(whole, first, last)


@dataclass(frozen=True, slots=True, repr=False)
class Edge(OfWhole):
    """The beginning or the end of a time: "the end of March", "year-end".

    >>> from timeline.meanings.absolute import Year
    >>> from timeline.spans import seconds
    >>> end = Edge("end", Year(2019)).on(Anchor(seconds(2023)))
    >>> end.timex3, end.edtf()
    ('2019', '2019-09~/2019-12~')

    It is as long as the early or late part of such a time, and a tenth of a decade or century.
    A calendar's year begins for three months. The end of a day is its last second where the
    time of day is known, and to a calendar from 17:00.
    """

    side: str
    whole: Meaning

    @property
    def mod(self) -> str | None:
        """START or END."""
        return "START" if self.side == "start" else "END"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The first or last part of the whole."""
        whole = self.whole.on(anchor)
        start, end, grain = whole.start, whole.end, whole.granularity
        if start is None or end is None or grain is None:
            return whole
        if grain in (Granularity.YEAR, Granularity.MONTH, Granularity.WEEK):
            first, last = find_stage(start, end, grain, "early" if self.side == "start" else "late")
            if grain is Granularity.YEAR and self.side == "start" and anchor.calendar:
                last = step(Granularity.MONTH, start, 3)
            return _part(whole, first, last)
        size = max((end - start) // 10 // DAY * DAY, min(DAY, end - start))
        if grain is Granularity.DAY and anchor.fine and self.side == "end":
            size = AFTER_WORK if anchor.calendar else 1
        return _part(whole, *((start, start + size) if self.side == "start" else (end - size, end)))


@dataclass(frozen=True, slots=True, repr=False)
class Turn(Meaning):
    """The years around the beginning of a century: "the turn of the 20th century".

    >>> from timeline.meanings.absolute import Century
    >>> from timeline.spans import seconds
    >>> Turn(Century(20)).on(Anchor(seconds(2023))).edtf()
    '1895~/1904~'
    >>> told = Turn().on(Anchor(seconds(1995)))
    >>> told.edtf(), told.timex3
    ('1895~/1904~', '19')

    Bare, it is the last one; of a story, the one that is nearest.
    """

    century: Meaning | None = None

    @property
    def leans(self) -> str:
        """Bare as weekdays do, else as its century leans."""
        return "bare" if self.century is None else self.century.leans

    @property
    def mod(self) -> str | None:
        """START."""
        return "START"

    def on(self, anchor: Anchor) -> TimeSpan:
        """Five years on either side."""
        told = self._bare(anchor) if self.century is None else self.century.on(anchor)
        if told.start is None:
            return told
        first, last = (step(Granularity.YEAR, told.start, years) for years in (-5, 5))
        return TimeSpan(first, last, Granularity.YEAR, approximate=True, value=told.timex3)

    @staticmethod
    def _bare(anchor: Anchor) -> TimeSpan:
        now = anchor.now
        if anchor.lean == "story":
            now = step(Granularity.YEAR, now, 50)
        elif anchor.lean == "future":
            now = step(Granularity.YEAR, now, 100)
        return TimeSpan.unit(Granularity.CENTURY, now)


def _part(whole: TimeSpan, start: int, end: int) -> TimeSpan:
    """An approximate part of a time, which keeps the value of the whole.

    It is told in years or months where it begins and ends with one: no day of "early 2015" was.
    """
    grain = whole.granularity
    longer = (unit for unit in _TOLD_IN if grain is not None and unit < grain)
    unit = next((u for u in longer if floor(u, start) == start and floor(u, end) == end), None)
    return replace(
        whole,
        start=start,
        end=end,
        start_granularity=unit,
        end_granularity=unit,
        start_latest=None,
        end_earliest=None,
        approximate=True,
        value=whole.timex3,
    )


def find_stage(start: int, end: int, grain: Granularity | None, stage: str) -> tuple[int, int]:
    """The bounds of the early, middle or late part of a time, or of one of its halves.

    >>> from timeline.spans import civil, seconds
    >>> early = find_stage(seconds(2024, 9), seconds(2024, 10), Granularity.MONTH, "early")
    >>> [civil(bound)[:3] for bound in early]
    [(2024, 9, 1), (2024, 9, 11)]
    """
    if stage in HALVES:
        middle = _middle(start, end, grain)
        return (start, middle) if stage == HALVES[0] else (middle, end)
    if grain in _THIRDS:
        cuts = [step(Granularity.YEAR, start, n) for n in _THIRDS[grain]]
    elif grain is Granularity.YEAR:
        cuts = [step(Granularity.MONTH, start, 4 * n) for n in range(4)]
    elif grain is Granularity.MONTH and floor(grain, start) == start:
        cuts = [start, start + 10 * DAY, start + 20 * DAY, end]
    elif grain is Granularity.WEEK and end - start == 7 * DAY:
        return {
            "early": (start, start + 3 * DAY),
            "mid": (start + 2 * DAY, end - 2 * DAY),
            "late": (end - 3 * DAY, end),
        }[stage]
    elif grain is Granularity.PART_OF_DAY:
        quarter = (end - start) // 4
        return {
            "early": (start, start + 2 * quarter),
            "mid": (start + quarter, end - quarter),
            "late": (start + 2 * quarter, end),
        }[stage]
    elif grain is Granularity.DAY and stage == "mid" and end - start == DAY:
        return start + 10 * 3600, start + 14 * 3600
    else:
        third = (end - start) // 3
        if third < 3600:
            return start, end
        unit = 3600 if end - start <= 2 * DAY else DAY
        cuts = [start, start + third, end - third, end]
        cuts = [start + round((cut - start) / unit) * unit for cut in cuts]
    place = STAGES.index(stage)
    return cuts[place], cuts[place + 1]


def _middle(start: int, end: int, grain: Granularity | None) -> int:
    """Where the second half of a time begins."""
    if grain in _HALF_YEARS:
        return step(Granularity.YEAR, start, _HALF_YEARS[grain])
    half = (end - start) // 2
    return start + (half - half % DAY if grain is not None and grain > Granularity.DAY else half)


# A calendar's morning, what it calls its early hours, and how long before midnight a day ends.
MORNING, EARLY_HOURS, AFTER_WORK = 12 * 3600, 9 * 3600, 7 * 3600
DAWN = 6 * 3600


@dataclass(frozen=True, slots=True, repr=False)
class Opening(OfWhole):
    """The first or last stretch of a longer time: "the first nine months of 2019".

    >>> from timeline.meanings.absolute import Year
    >>> from timeline.spans import seconds
    >>> months = Duration(((9, Granularity.MONTH),))
    >>> Opening(months, Year(2019)).on(Anchor(seconds(2023))).edtf()
    '2019-01/2019-09'

    The weeks of a year are those of ISO 8601.
    """

    length: Duration
    whole: Meaning
    last: bool = False

    @property
    def timex_type(self) -> str | None:
        """A duration that is anchored."""
        return "DURATION"

    def on(self, anchor: Anchor) -> TimeSpan:
        """The stretch."""
        whole = self.whole.on(anchor)
        if whole.start is None or whole.end is None:
            return whole
        first, last = whole.start, whole.end
        if self.length.unit is Granularity.WEEK and whole.granularity is Granularity.YEAR:
            half = 3 * DAY
            first = floor(Granularity.WEEK, first + half)
            last = floor(Granularity.WEEK, last + half)
        start, end = first, self.length.shift(first)
        if self.last:
            start, end = self.length.shift(last, -1), last
        return TimeSpan(
            start,
            end,
            self.length.unit,
            start,
            end,
            "throughout",
            value=self.length.timex3,
        )
