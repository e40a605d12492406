"""The events of a page for readers whose browser runs no scripts, as previews of mail do."""

from __future__ import annotations

import html

import pandas as pd

from timeline.charts.styles import STATUS

#: So many rows stand there; of more, those an editor would want most.
MOST = 200


def plain_rows(frame: pd.DataFrame, shape: pd.DataFrame) -> str:
    """A tidy frame with its `marks` as the rows of an HTML table, escaped: when, what, how told.

    >>> from timeline.charts.frames import tidy
    >>> from timeline.charts.marks import marks
    >>> frame = tidy(pd.DataFrame({"when": ["2022-09"], "event": ["Izyum & Lyman retaken"]}))
    >>> plain_rows(frame, marks(frame))
    '<tr><td class="c-date">September 2022</td><td>Izyum &amp; Lyman retaken</td></tr>'
    """
    told = pd.DataFrame(
        {
            "date": shape["words"].to_numpy(),
            "event": frame["event"].fillna("").to_numpy(),
            "status": shape["status"].to_numpy(),
            "order": frame["order"].to_numpy(),
            "salience": frame["salience"].astype(float).fillna(0.0).to_numpy(),
        }
    )
    kept = told.nlargest(MOST, "salience").sort_values("order", kind="stable")
    rows = [
        _row(date, f"{event} ({STATUS[status].name})" if status != "asserted" else event)
        for date, event, status in zip(kept["date"], kept["event"], kept["status"], strict=True)
    ]
    if len(told) > len(kept):
        rows.append(_row("", f"{len(told) - len(kept):,} more are shown with JavaScript"))
    return "".join(rows)


def _row(date: str, event: str) -> str:
    return f'<tr><td class="c-date">{html.escape(date)}</td><td>{html.escape(event)}</td></tr>'
