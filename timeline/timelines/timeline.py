"""A text read as a timeline: its table, its chart, its relations, its reasons."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from timeline import charts, exports
from timeline.documents import Document, read_document
from timeline.events import Event, fold, read_events
from timeline.expressions import TimeExpression
from timeline.late import Late
from timeline.ordering import Order, order
from timeline.resolution import Publication, resolve
from timeline.sentences import Analyzer, analyze
from timeline.spans import Granularity
from timeline.table.rows import Row, list_rows
from timeline.timelines.annotation import moment
from timeline.timelines.headlines import headline

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from timeline.analysis import Correction

frames = Late("timeline.timelines.frames")
ipython = Late("IPython.display", extra="notebook", what="showing a Timeline in a notebook")

# The least salience of a row in `table`; `all_events` has every row.
SALIENT = 0.155
_DATED = "expression"


@dataclass(frozen=True)
class Timeline:
    """A document with its time expressions, its events and their order.

    >>> import timeline as tl
    >>> story = tl.read("Troops took back Izyum last September.", published="2023-03-06")
    >>> story.table[["when", "event"]].values.tolist()
    [['2022-09', 'Troops took back Izyum']]

    `table` is the timeline an editor would draw, `all_events` every event mention; their order
    and their words are worked out when they are first asked for. In a notebook a Timeline shows
    its chart over its table.
    """

    document: Document
    expressions: Sequence[TimeExpression]
    events: Sequence[Event]
    least: float = field(default=SALIENT)
    corrections: Sequence[Correction] = ()

    def __repr__(self) -> str:
        name = self.document.title or self.document.id or "text"
        day = moment(self.document.published)
        return f"Timeline({name!r}, published {day}, {len(self._kept)} rows)"

    @cached_property
    def order(self) -> Order:
        """The places of `events` in time, with the relations they follow from.

        >>> import timeline as tl
        >>> tl.read("He left after he had paid.", published="2023-03-06").order.ranks
        (2, 1)
        """
        return order(self.events, self.document.published)

    @cached_property
    def _kept(self) -> Sequence[int]:
        """The places in `events` of those an editor would keep, one for each happening."""
        wanted = [
            place
            for place, event in enumerate(self.events)
            if event.basis == _DATED or event.salience >= self.least
        ]
        return fold(self.events, wanted)

    @cached_property
    def rows(self) -> Sequence[Row]:
        """The rows of `table` as plain records, made without pandas.

        >>> import timeline as tl
        >>> story = tl.read("Troops took back Izyum last September.", published="2023-03-06")
        >>> [(row["when"], row["event"]) for row in story.rows]
        [('2022-09', 'Troops took back Izyum')]

        Times are seconds since 1970, half-open; what is missing is None. Corrections need pandas.
        """
        if self.corrections:
            records: list[Row] = frames.list_records(self.table)
            return records
        return self._read

    @cached_property
    def _read(self) -> Sequence[Row]:
        """The rows of `table` as they were read, without corrections."""
        events = [self.events[place] for place in self._kept]
        ranks = [self.order.ranks[place] for place in self._kept]
        return list_rows(events, ranks, self.document)

    @cached_property
    def all_events(self) -> pd.DataFrame:
        """Every event mention as it was read, in order (columns: `timeline.table.COLUMNS`)."""
        return _assemble(list_rows(self.events, self.order.ranks, self.document))

    @cached_property
    def table(self) -> pd.DataFrame:
        """The rows an editor would keep: those that time words date, or that are salient.

        A happening has one row, in the words of the clause that tells it (`timeline.events.fold`).
        Corrections are laid on it as by `timeline.analysis.correct`.
        """
        table = _assemble(self._read)
        if self.corrections:
            table = frames.correct(table, self.corrections)
        return table

    @cached_property
    def conflicts(self) -> pd.DataFrame:
        """Corrections that the text no longer bears out, as `timeline.analysis.conflicts` has them.

        >>> import timeline as tl
        >>> tl.read("He left last May.", published="2023-03-06").conflicts.empty
        True
        """
        found: pd.DataFrame = frames.conflicts(_assemble(self._read), self.corrections)
        return found

    @cached_property
    def relations(self) -> pd.DataFrame:
        """Which event came before which, with how sure that is and why.

        Columns `before`, `after` (the events' words), `before_start`, `after_start` (offsets of
        their triggers), `kind`, `confidence`, `basis` and `why`.
        """
        found: pd.DataFrame = frames.relate(self.events, self.order.relations)
        return found

    def plot(self, **options: Any) -> go.Figure:
        """The interactive chart of `table`; options as in `timeline.charts.plot`."""
        options.setdefault("title", self.document.title)
        return charts.plot(self.table, published=self.document.published, **options)

    def to_html(self, path: str | Path, **options: Any) -> Path:
        """Writes one self-contained page: chart, table and the marked text; gives its path.

        Options are those of `timeline.exports.html.page`: `title`, `language`, `plotlyjs`. Without
        a title over it the text gives its first words.
        """
        options.setdefault("title", headline(self.document))
        extents = [(e.start, e.end) for e in self.expressions]
        source = self.document.source
        if source and "://" not in source:
            # A page is passed on: it tells the file's name, not where it lies on a disk.
            source = PurePath(source).name
        return exports.write_html(
            path,
            self.table.assign(source=source),
            text=self.document.text,
            timexes=extents,
            published=self.document.published,
            **options,
        )

    def _ipython_display_(self) -> None:
        # Two outputs, chart over table: a notebook shows only one form of a single one.
        ipython.display(self.plot())
        ipython.display(ipython.HTML(self._repr_html_()))

    def _repr_html_(self) -> str:
        title = html.escape(headline(self.document))
        shown = self.table[["order", "when", "event", "expression", "status"]]
        return f"<h3>{title}</h3>" + shown.to_html(index=False, escape=True)


def _assemble(rows: Sequence[Row]) -> pd.DataFrame:
    frame: pd.DataFrame = frames.assemble(rows)
    return frame


def read(
    source: str | Path | Document,
    published: object = None,
    *,
    lean: str = "past",
    day_first: bool | None = None,
    analyzer: Analyzer | None = None,
    least: float = SALIENT,
    corrections: str | Path | Sequence[Correction] = (),
) -> Timeline:
    """Reads an article into a timeline.

    >>> import timeline as tl
    >>> tl.read("He left last May.", published="2023-03-06").table["when"].tolist()
    ['2022-05']

    `source` is a path, a text, HTML or a `Document`; `published` is its publication date in any
    usual form, looked for in the page or the dateline if it is not given. `lean` is the way
    bare weekdays and months point where nothing tells, `day_first` how "03/04/2023" is written
    (both as in `find`), `analyzer` may be a spaCy pipeline (`SpacyAnalyzer(nlp)`), `least` the
    salience a row without a time needs to be in `table`.
    `corrections`, or the file that `frame.timeline.corrections` wrote, are laid on the table.

    Raises `NoPublicationDate` where the date is neither given nor found, `UnreadableDocument`
    for a missing, empty or binary file, `BadTable` for corrections that cannot be read.
    """
    laid: Sequence[Correction] = ()
    if not isinstance(corrections, str | Path):
        laid = corrections
    else:
        laid = frames.read_corrections(corrections)
    document = read_document(source, published, day_first=day_first)
    at = document.require_published()
    fine = document.published_granularity is Granularity.SECOND
    publication = Publication(at, fine)
    expressions = resolve(document.text, publication, lean=lean, day_first=day_first)
    sentences = (analyzer or analyze)(document.text)
    events = read_events(document.text, sentences, expressions, at)
    return Timeline(document, expressions, events, least, laid)
