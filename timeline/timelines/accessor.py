"""`frame.timeline`: the library at hand on any pandas DataFrame of dates."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pandas as pd

from timeline import analysis, charts, exports
from timeline.errors import BadTable, NotATime
from timeline.spans import TimeSpan
from timeline.table import from_frame
from timeline.table.written import Refused, read_dates

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from timeline.analysis.corrections import Correction

Table = pd.DataFrame
_TIMES = ("start", "end", "start_latest", "end_earliest")

# View -> the chart of a table: what `plot(view=…)` draws, with the options of the analysis.
_VIEWS: Mapping[str, Callable[..., go.Figure]] = MappingProxyType(
    {
        "gaps": lambda t, **o: charts.plot_gaps(analysis.gaps(t, **o)),
        "durations": lambda t, **o: charts.plot_durations(analysis.durations(t, **o)),
        "pace": lambda t, **o: charts.plot_counts(analysis.pace(t, **o)),
        "concurrency": lambda t, **o: charts.plot_counts(analysis.concurrency(t, **o)),
        "relations": lambda t, **o: charts.plot_relations(
            analysis.relation_matrix(t, **o), _names(t)
        ),
        "bursts": lambda t, **o: charts.plot_bursts(analysis.bursts(t, **o)),
        "changes": lambda t, by="month", **o: charts.plot_changes(
            analysis.change_points(t, by=by, **o), analysis.pace(t, by=by)
        ),
        "periods": lambda t, **o: charts.plot_periods(analysis.periodicity(t, **o)),
        "patterns": lambda t, **o: charts.plot_patterns(analysis.patterns(t, **o)),
        "follows": lambda t, **o: charts.plot_follows(analysis.follows(t, **o)),
        "known": lambda t, **o: charts.plot_known(analysis.known_when(t, **o), t),
    }
)


class TimelineAccessor:
    """Analyses, charts and exports of a table of events.

    >>> frame = pd.DataFrame({"start": ["2022-02-24", "2022-09"], "event": ["Invasion", "Izyum"]})
    >>> frame.timeline.within("2022-09")["event"].tolist()
    ['Izyum']
    >>> frame.timeline.durations()["at_most"].tolist()
    [Timedelta('1 days 00:00:00'), Timedelta('30 days 00:00:00')]

    A frame needs dates, in a column headed start, date, when … or the only one that holds any;
    they may be moments, or texts such as 2022-09 and "spring 2020" (see `timeline.from_frame`).
    Rows keep their index labels, columns of the user's own are kept everywhere. Every method
    raises `BadTable` where columns are missing or hold no dates.
    """

    def __init__(self, frame: Table) -> None:
        self._frame = frame

    @cached_property
    def table(self) -> Table:
        """The frame as an event table, dates read where they were texts.

        >>> pd.DataFrame({"when": ["2022-09"]}).timeline.table.loc[0, "end"]
        Timestamp('2022-10-01 00:00:00')
        """
        frame = self._frame
        ready = "start" in frame and all(
            pd.api.types.is_datetime64_dtype(frame[name].dtype) or frame[name].isna().all()
            for name in _TIMES
            if name in frame
        )
        if ready:
            return frame
        return from_frame(frame, needed=("start",))

    def plot(self, view: str | None = None, **options: Any) -> go.Figure:
        """The timeline, or the chart of an analysis by its name, with its options.

        >>> frame = pd.DataFrame({"start": ["2022-02-24", "2022-09"], "event": ["War", "Izyum"]})
        >>> frame.timeline.plot("pace", by="year").layout.yaxis.title.text
        'events'

        Views: gaps, durations, pace, concurrency, relations, bursts, changes, periods,
        patterns, follows, known. Options without a view are those of `charts.plot`.
        """
        if view is None:
            return charts.plot(self.table, **options)
        if view not in _VIEWS:
            raise BadTable(f"no view {view!r}; there are: {', '.join(_VIEWS)}")
        return _VIEWS[view](self.table, **options)

    def within(self, words: str, published: object = None, *, surely: bool = True) -> Table:
        """The rows that lie in a time: EDTF ("2022-09", "1914/1918") or words ("last May").

        Words need the date they were written on; without `published` the one of the frame's
        own column, if all rows share it. `surely=False` keeps rows that may lie there.
        """
        return analysis.within(self.table, self.span(words, published), surely=surely)

    def since(self, words: str, published: object = None, *, surely: bool = True) -> Table:
        """The rows that begin in a time or after it.

        >>> frame = pd.DataFrame({"start": ["2022-07-01", "2022-09"], "event": ["a", "b"]})
        >>> frame.timeline.since("August", published="2023-03-06")["event"].tolist()
        ['b']
        """
        return analysis.since(self.table, self.span(words, published), surely=surely)

    def until(self, words: str, published: object = None, *, surely: bool = True) -> Table:
        """The rows that are over by the end of a time."""
        return analysis.until(self.table, self.span(words, published), surely=surely)

    def touching(self, words: str, published: object = None, *, surely: bool = False) -> Table:
        """The rows that share some time with a time."""
        return analysis.touching(self.table, self.span(words, published), surely=surely)

    def happened(self) -> Table:
        """The rows told as facts: neither planned, nor hypothetical, nor negated."""
        return analysis.happened(self.table)

    def span(self, words: str, published: object = None) -> TimeSpan:
        """What EDTF or time words mean, as a span.

        >>> frame = pd.DataFrame({"start": ["2022"]})
        >>> frame.timeline.span("spring 2022").edtf()
        '2022-21'
        >>> frame.timeline.span("last May", published="2023-03-06").edtf()
        '2022-05'

        Raises `NotATime` for words that are none, or that lean on a date which is not given.
        """
        if published is None and "published" in self.table:
            days = self.table["published"].dropna().unique()
            published = pd.Timestamp(days[0]) if len(days) == 1 else None
        (found,) = read_dates([words], published)
        if found is None:
            raise NotATime(f"{words!r} names no time")
        if isinstance(found, Refused):
            how = " (give it as published='2023-03-06')" if found.undated else ""
            raise NotATime(f"{found.why}{how}")
        return found

    def gaps(self, **options: Any) -> Table:
        """The silences between events: `analysis.gaps`."""
        return analysis.gaps(self.table, **options)

    def overlaps(self, **options: Any) -> Table:
        """The pairs of events that share time: `analysis.overlaps`."""
        return analysis.overlaps(self.table, **options)

    def concurrency(self) -> Table:
        """How many events are under way over time: `analysis.concurrency`."""
        return analysis.concurrency(self.table)

    def durations(self) -> Table:
        """How long each event lasts: `analysis.durations`."""
        return analysis.durations(self.table)

    def waits(self) -> Table:
        """How long it is from each row to the next: `analysis.waits`."""
        return analysis.waits(self.table)

    def elapsed(self, first: Hashable, second: Hashable, **options: Any) -> Table:
        """How long it is from one event to another: `analysis.elapsed`."""
        return analysis.elapsed(self.table, first, second, **options)

    def relations(self, other: Table | None = None, **options: Any) -> Table:
        """How events stand to each other: `analysis.relations`."""
        table = None if other is None else TimelineAccessor(other).table
        return analysis.relations(self.table, table, **options)

    def relation_matrix(self, **options: Any) -> Table:
        """How every event stands to every other: `analysis.relation_matrix`."""
        return analysis.relation_matrix(self.table, **options)

    def contradictions(self, constraints: Table | None = None, **options: Any) -> Table:
        """What cannot all be true: `analysis.contradictions`."""
        return analysis.contradictions(self.table, constraints, **options)

    def pace(self, **options: Any) -> Table:
        """How many events begin in each unit of the calendar: `analysis.pace`.

        >>> frame = pd.DataFrame({"start": ["2022-07-01", "2022-09"]})
        >>> frame.timeline.pace(by="month")["at_most"].tolist()
        [1, 0, 1]
        """
        return analysis.pace(self.table, **options)

    def bursts(self, **options: Any) -> Table:
        """Stretches in which events come thicker: `analysis.bursts`."""
        return analysis.bursts(self.table, **options)

    def change_points(self, **options: Any) -> Table:
        """When the rate of events changed: `analysis.change_points`."""
        return analysis.change_points(self.table, **options)

    def periodicity(self, **options: Any) -> Table:
        """Whether events keep to a weekday or season: `analysis.periodicity`."""
        return analysis.periodicity(self.table, **options)

    def classify(self, **options: Any) -> Table:
        """A type for each event: `analysis.classify`."""
        return analysis.classify(self.table, **options)

    def patterns(self, **options: Any) -> Table:
        """What tends to come after what: `analysis.patterns`."""
        return analysis.patterns(self.table, **options)

    def follows(self, **options: Any) -> Table:
        """What directly follows what: `analysis.follows`."""
        return analysis.follows(self.table, **options)

    def align(self, other: Table, **options: Any) -> Table:
        """Two stories side by side: `analysis.align`."""
        return analysis.align(self.table, TimelineAccessor(other).table, **options)

    def compare(self, other: Table, **options: Any) -> Table:
        """Two accounts of one affair: `analysis.compare`."""
        return analysis.compare(self.table, TimelineAccessor(other).table, **options)

    def distances(self, **options: Any) -> Table:
        """How far the stories of a table are from each other: `analysis.distances`."""
        return analysis.distances(self.table, **options)

    def clusters(self, count: int, **options: Any) -> Table:
        """Which stories of a table are alike, in `count` groups: `analysis.clusters`."""
        return analysis.clusters(self.table, count, **options)

    def moves(self, other: Table, **options: Any) -> Table:
        """What became of each event in another reading of the text: `analysis.moves`."""
        return analysis.moves(self.table, TimelineAccessor(other).table, **options)

    def known_when(self, **options: Any) -> Table:
        """What became known when: `analysis.known_when`."""
        return analysis.known_when(self.table, **options)

    def as_it_stood(self, on: str | pd.Timestamp, **options: Any) -> Table:
        """The story as it stood on a day: `analysis.as_it_stood`."""
        return analysis.as_it_stood(self.table, on, **options)

    def merged(self, **options: Any) -> Table:
        """Each event once, with all the documents that tell of it: `analysis.merged`."""
        return analysis.merged(self.table, **options)

    def key_dates(self, **options: Any) -> Table:
        """The dates that most documents speak of: `analysis.key_dates`."""
        return analysis.key_dates(self.table, **options)

    def corrections(self, edited: Table, path: str | Path | None = None) -> list[Correction]:
        """What was changed, deleted or added by hand in an edited copy of this table.

        With a `path` they are kept there as JSON, for `correct`. See `analysis.find_corrections`.
        """
        found = analysis.find_corrections(self.table, TimelineAccessor(edited).table)
        if path is not None:
            analysis.write_corrections(found, path)
        return found

    def correct(self, corrections: Iterable[Correction] | str | Path) -> Table:
        """The table with corrections, or those in a file, laid on it: `analysis.correct`."""
        return analysis.correct(self.table, _corrections(corrections))

    def conflicts(self, corrections: Iterable[Correction] | str | Path) -> Table:
        """Corrections that the text no longer bears out: `analysis.conflicts`."""
        return analysis.conflicts(self.table, _corrections(corrections))

    def write(self, path: str | Path) -> None:
        """Write the table in the format the name asks for (.csv, .xlsx, .ics, .json, .xes …).

        >>> import tempfile
        >>> file = Path(tempfile.mkdtemp()) / "mine.csv"
        >>> pd.DataFrame({"start": ["2022-09"], "event": ["Izyum"]}).timeline.write(file)
        >>> file.read_text("utf-8").splitlines()[0].split(",")[:3]
        ['order', 'start', 'end']
        """
        exports.write_table(self.table, path)

    def to_ics(self, path: str | Path, **options: Any) -> None:
        """Write an iCalendar file: `exports.to_ics`."""
        exports.to_ics(self.table, path, **options)

    def to_html(self, path: str | Path, **options: Any) -> Path:
        """Write one page with chart and table that works offline: `exports.html.write_html`."""
        return exports.write_html(path, self.table, **options)


def _corrections(given: Iterable[Correction] | str | Path) -> Iterable[Correction]:
    return analysis.read_corrections(given) if isinstance(given, str | Path) else given


def _names(table: Table) -> list[str]:
    if "event" not in table:
        return [str(label) for label in table.index]
    pairs = zip(table["event"], table.index, strict=True)
    return [text if isinstance(text, str) else str(label) for text, label in pairs]


# The front door has registered it where pandas came in before timeline.
if not hasattr(pd.DataFrame, "timeline"):
    pd.api.extensions.register_dataframe_accessor("timeline")(TimelineAccessor)
