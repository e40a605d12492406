"""One story out of a corpus: each event once, and the dates that most documents speak of."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from timeline.analysis import key_dates, merged
from timeline.corpus.ledger import write_whole
from timeline.exports import read_table, write_table
from timeline.exports.cells import iso
from timeline.exports.csv import guard

# Days in `key_dates.csv`.
_DATES = 100


def tell_story(events: Path) -> tuple[Path, Path]:
    """Write the story of a corpus beside its table; gives the paths of story and key dates.

    `story.csv` (or `.parquet`, as the table) has the events as `timeline.analysis.merged` puts
    them together, `key_dates.csv` the hundred days of `timeline.analysis.key_dates`. The whole
    table is held in memory.
    """
    table = read_table(events)
    story, dates = events.with_stem("story"), events.with_name("key_dates.csv")
    draft = story.with_name(f".{story.name}")
    write_table(merged(table), draft)
    draft.replace(story)
    found = key_dates(table, count=_DATES).drop(columns="row")
    texts = {name: iso(found[name]) for name in ("start", "end")}
    texts["event"] = found["event"].astype(object).where(found["event"].notna(), None).tolist()
    safe = {name: [text and guard(text) for text in column] for name, column in texts.items()}
    written = found.assign(**{name: pd.Series(safe[name], dtype="str") for name in safe})
    write_whole(dates, written.to_csv(index=False))
    return story, dates
