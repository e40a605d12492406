"""Accounts, readings and publications side by side."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline.charts.axes import TimeAxis
from timeline.charts.frames import seconds_of
from timeline.charts.hovers import plain, said, wrap
from timeline.charts.styles import PALETTE
from timeline.charts.views import BLUE, GREEN, GREY, ORANGE, axis_around, finish, need
from timeline.table.clocks import home_of, shift

_DATES = {"same": BLUE, "compatible": GREEN, "disagree": "#d2533c", "unknown": GREY}
_CHANGES = {"first told": "circle", "dated": "diamond", "dated more closely": "triangle-up"}


def plot_accounts(
    compared: pd.DataFrame,
    first: pd.DataFrame,
    second: pd.DataFrame,
    *,
    names: tuple[str, str] = ("first account", "second account"),
    title: str | None = None,
) -> go.Figure:
    """What `timeline.analysis.compare` found: two lines of events, joined where both tell one.

    >>> import pandas as pd
    >>> from timeline.analysis import compare
    >>> one = pd.DataFrame({"event": ["The mill burned"], "start": pd.to_datetime(["2022-09-04"])})
    >>> plot_accounts(compare(one, one), one, one).layout.yaxis.ticktext
    ('first account', 'second account')

    Blue joins the same date, green dates that may both be right, red dates that disagree. Hollow
    events are told by one account only. Events stand at their start, or else their end.
    """
    need(compared, "compare", "told", "first", "second", "dates")
    home = home_of(first, second)
    moments = [_moments(table) + shift(table, home) for table in (first, second)]
    axis = TimeAxis.around(np.concatenate(moments))
    figure = go.Figure()
    for words, color in _DATES.items():
        lines = compared[(compared["told"] == "both") & (compared["dates"] == words)]
        x, y, hovers = _lines(axis, lines, (first, second), moments)
        figure.add_scatter(
            x=x,
            y=y,
            mode="lines",
            line={"color": color, "width": 2.5 if words == "disagree" else 1.5},
            name=f"dates {words}",
            hoverinfo="text",
            hovertext=hovers,
            visible=True if len(lines) else "legendonly",
        )
    for row, (side, table) in enumerate((("first", first), ("second", second))):
        both = set(compared.loc[compared["told"] == "both", side].tolist())
        shared = np.array([label in both for label in table.index], dtype=np.bool_)
        figure.add_scatter(
            x=axis.place(moments[row]),
            y=[row] * len(table),
            mode="markers",
            name=names[row],
            hoverinfo="text",
            hovertext=[_said(table, place) for place in range(len(table))],
            marker={
                "size": 12,
                "color": ["#26466d" if yes else "rgba(255,255,255,0.9)" for yes in shared],
                "line": {"width": 2, "color": "#26466d"},
            },
            showlegend=False,
        )
    if (compared["told"] != "both").any():
        figure.add_scatter(
            x=[None],
            y=[None],
            mode="markers",
            name="told by one alone",
            marker={"size": 12, "color": "#ffffff", "line": {"width": 2, "color": "#26466d"}},
        )
    return finish(figure, axis, title, 340, names)


def plot_known(known: pd.DataFrame, table: pd.DataFrame, *, title: str | None = None) -> go.Figure:
    """What `timeline.analysis.known_when` found: a row an event, a mark for each piece of news.

    >>> import pandas as pd
    >>> from timeline.analysis import known_when
    >>> table = pd.DataFrame({"event": ["The mill burned"], "start": pd.to_datetime(["2022-09-04"]),
    ...                       "published": pd.to_datetime(["2022-09-06"])})
    >>> plot_known(known_when(table), table).layout.yaxis.ticktext
    ('The mill burned',)

    The axis is the time of publication. `table` is the one that was analysed.
    """
    need(known, "known_when", "published", "change", "same", "event", "when")
    axis = axis_around(known["published"], table["published"])
    order = known.drop_duplicates("same")
    rows = {number: place for place, number in enumerate(order["same"])}
    figure = go.Figure()
    changes = sorted(set(known["change"]), key=lambda word: (word != "first told", word))
    for number, change in enumerate(changes):
        part = known[known["change"] == change]
        figure.add_scatter(
            x=axis.place(seconds_of(part["published"])),
            y=[rows[same] for same in part["same"]],
            mode="markers",
            name=plain(change),
            hoverinfo="text",
            hovertext=[_news(row) for _, row in part.iterrows()],
            marker={
                "size": 12,
                "symbol": _CHANGES.get(change, "square"),
                "color": PALETTE[number % len(PALETTE)],
            },
        )
    names = [said(text) or "event" for text in order["event"]]
    return finish(figure, axis, title, 160 + 30 * max(len(names), 3), names)


def plot_moves(moves: pd.DataFrame, *, title: str | None = None, most: int = 40) -> go.Figure:
    """What `timeline.analysis.moves` found: each event as it was dated, and as it is now.

    >>> import pandas as pd
    >>> found = pd.DataFrame({"event": ["Troops took the town"], "change": ["moved"],
    ...     "start_before": pd.to_datetime(["2022-09-01"]),
    ...     "start_after": pd.to_datetime(["2021-09-01"])})
    >>> [trace.name for trace in plot_moves(found).data]
    ['moved', 'before', 'after']
    """
    need(moves, "moves", "event", "change", "start_before", "start_after")
    drawn = moves.head(most)
    axis = axis_around(drawn["start_before"], drawn["start_after"])
    before, after = (seconds_of(drawn[name]) for name in ("start_before", "start_after"))
    rows = np.arange(len(drawn))
    gap = np.full(len(drawn), np.nan)
    figure = go.Figure(
        go.Scatter(
            x=axis.place(np.column_stack((before, after, gap)).ravel()),
            y=np.repeat(rows, 3),
            mode="lines",
            name="moved",
            line={"color": GREY, "width": 2},
            hoverinfo="skip",
        )
    )
    hovers = [
        f"{wrap(said(event) or 'event', 2)}<br>{plain(change)}"
        for event, change in zip(drawn["event"], drawn["change"], strict=True)
    ]
    for name, values, color in (("before", before, ORANGE), ("after", after, BLUE)):
        figure.add_scatter(
            x=axis.place(values),
            y=rows,
            mode="markers",
            name=name,
            marker={"size": 12, "color": color},
            hoverinfo="text",
            hovertext=hovers,
        )
    names = [said(event) or "event" for event in drawn["event"]]
    return finish(figure, axis, title, 160 + 28 * max(len(drawn), 3), names)


def _moments(table: pd.DataFrame) -> np.ndarray:
    start = seconds_of(table["start"])
    end = seconds_of(table["end"]) if "end" in table else np.full(len(table), np.nan)
    return np.where(np.isnan(start), end, start)


def _lines(
    axis: TimeAxis,
    pairs: pd.DataFrame,
    tables: tuple[pd.DataFrame, pd.DataFrame],
    moments: list[np.ndarray],
) -> tuple[list[object], list[float | None], list[str]]:
    x: list[object] = []
    y: list[float | None] = []
    hovers: list[str] = []
    for row in pairs.itertuples():
        places = [
            int(table.index.get_indexer(pd.Index([label]))[0])
            for table, label in zip(tables, (row.first, row.second), strict=True)
        ]
        ends = [moment[place] for moment, place in zip(moments, places, strict=True)]
        x += [*axis.place(np.array(ends)).tolist(), None]
        y += [0, 1, None]
        told = "<br>and<br>".join(
            _said(table, place) for table, place in zip(tables, places, strict=True)
        )
        hovers += [told, told, ""]
    return x, y, hovers


def _said(table: pd.DataFrame, place: int) -> str:
    row = table.iloc[place]
    text = said(row["event"]) or "event"
    when = said(row["when"]) if "when" in table else None
    return f"<b>{wrap(text, 3)}</b>" + (f"<br>{plain(when)}" if when else "")


def _news(row: pd.Series) -> str:
    before, now = said(row.get("when_before")), said(row.get("when"))
    dates = f"{before or 'no date'} → {now or 'no date'}" if before else (now or "no date")
    sentence = wrap(said(row["sentence"]) or "", 3)
    return f"<b>{plain(str(row['change']))}</b><br>{plain(dates)}<br>{sentence}"
