"""Table -> format -> table: nothing is lost but what the format is known to lose."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from timeline import exports
from timeline.table import COLUMNS, check

pytest.importorskip("icalendar")
pytest.importorskip("openpyxl")
pytest.importorskip("pyarrow")


def thousandth(number: int) -> float:
    return number / 1000


NASTY = [
    "=cmd|'/C calc'!A0",
    "'=1+1",
    "''tis",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    ' ";=1+1',
    "a;=1\n-b\r\n@c",
    "＝1",
    "#N/A",
    "_x0041_",
    "NA",
    "NaN",
    "None",
    "true",
    "007",
    "2022-02-24T00:00:00",
    '</script><script>alert("x")</script>',
    "]]>&amp;<!--",
    "a | b \\| `c` <br> *d*",
    "\u202eevil\u2066",
    "🏴‍☠️ Ẑ\u0301 \u2028 \u2029 \x85",
    "\x00\x0b\x1f\ufffe",
    "long " * 2000,
    "",
]
TEXTS = st.one_of(st.sampled_from(NASTY), st.text(st.characters(codec="utf-8"), max_size=20))
MAYBE_TEXTS = st.one_of(st.none(), TEXTS)
FAR = 12_000 * 31_556_952
# Excel keeps 15 digits.
COSTS = st.one_of(st.just(float("nan")), st.integers(-(10**12), 10**12).map(thousandth))
DAYS = st.integers(-10_000, 10_000).map(lambda number: number * 86_400)
MOMENTS = st.one_of(st.none(), st.integers(-FAR, FAR), DAYS)


@st.composite
def tables(draw: st.DrawFn) -> pd.DataFrame:
    """Event tables of one to four rows with all columns, and columns of the user's own."""
    count = draw(st.integers(1, 3))

    def column(values: st.SearchStrategy[Any]) -> list[Any]:
        return draw(st.lists(values, min_size=count, max_size=count))

    bounds = [sorted(filter(None, pair)) for pair in column(st.tuples(MOMENTS, MOMENTS))]
    first = [pair[0] if pair else None for pair in bounds]
    last = [pair[1] if len(pair) > 1 else None for pair in bounds]
    cells: dict[str, list[Any]] = {"order": column(st.integers(1, 9)), "start": first, "end": last}
    words = {
        "granularity": ("day", "month", "year", "century", "season", "week", "minute", None),
        "relation": ("within", "since", "until", "before", "after", "throughout", None),
        "kind": ("occurrence", "reporting", None),
        "status": ("asserted", "planned", "negated", None),
        "basis": ("expression", "narrative", None),
    }
    for name, dtype in COLUMNS.items():
        if name in cells:
            continue
        if name in words:
            cells[name] = column(st.sampled_from(words[name]))
        elif dtype == "string":
            cells[name] = column(TEXTS if name == "event" else MAYBE_TEXTS)
        elif dtype == "bool":
            cells[name] = column(st.booleans())
        elif dtype == "float64":
            cells[name] = column(st.integers(0, 1000).map(thousandth))
        elif dtype == "Int64":
            cells[name] = column(st.one_of(st.none(), st.integers(0, 10**6)))
        else:
            cells[name] = column(MOMENTS)
    typed = {name: _series(cells[name], COLUMNS[name]) for name in COLUMNS}
    typed["=own"] = pd.Series(column(TEXTS.map(lambda text: f"w{text}")), dtype="str")
    typed["armies"] = pd.Series(column(st.integers(-(10**14), 10**14)), dtype="int64")
    typed["cost: in £"] = pd.Series(column(COSTS), dtype="float64")
    typed["seen"] = pd.Series(column(st.booleans()), dtype="bool")
    typed["added"] = _series(column(st.integers(0, 10**9)), "datetime64[s]")
    return check(pd.DataFrame(typed))


def _series(values: list[Any], dtype: str) -> pd.Series:
    if dtype.startswith("datetime64"):
        plain = [np.datetime64("NaT" if value is None else value, "s") for value in values]
        return pd.Series(np.array(plain, dtype=dtype))
    return pd.Series(values, dtype=dtype)


def plain(table: pd.DataFrame) -> dict[str, list[Any]]:
    """The cells of a table in a form that == can compare."""
    return {
        str(name): [None if pd.isna(value) else value for value in table[name].tolist()]
        for name in table
    }


def same(table: pd.DataFrame, back: pd.DataFrame, text: Callable[[str], str | None]) -> None:
    """Assert that a table is what came back, its texts changed as the format changes them."""
    want = plain(table.reset_index(drop=True))
    for name, values in want.items():
        want[name] = [text(value) if isinstance(value, str) else value for value in values]
    assert plain(back) == want
    assert {name: str(back[name].dtype) for name in COLUMNS} == dict(COLUMNS)


def exact(text: str) -> str | None:
    return text


def or_missing(text: str) -> str | None:
    return text or None


def in_xml(text: str) -> str | None:
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)


def everything(table: pd.DataFrame) -> pd.Series:
    return table["start"].notna() | True


def dated(table: pd.DataFrame) -> pd.Series:
    return table["start"].notna() | table["end"].notna()


def started(table: pd.DataFrame) -> pd.Series:
    return table["start"].notna()


def in_our_era(table: pd.DataFrame) -> pd.Series:
    first, last = np.datetime64("0001-01-01", "s"), np.datetime64("9999-12-31T23:59:59", "s")
    return (table["start"] >= first) & (table["start"] <= last)


def to_whole_xes(table: pd.DataFrame) -> str | None:
    return exports.to_xes(table, undated=True)


TRIPS = {
    "csv": (exports.to_csv, exports.from_csv, or_missing, everything),
    "json": (exports.to_json, exports.from_json, exact, everything),
    "jsonl": (exports.to_jsonl, exports.from_jsonl, exact, everything),
    "xlsx": (exports.to_xlsx, exports.from_xlsx, or_missing, everything),
    "parquet": (exports.to_parquet, exports.from_parquet, exact, everything),
    "feather": (exports.to_feather, exports.from_feather, exact, everything),
    "arrow": (exports.to_arrow, exports.from_arrow, exact, everything),
    "timelinejs": (exports.to_timelinejs, exports.from_timelinejs, exact, dated),
    "vis": (exports.to_vis, exports.from_vis, exact, started),
    "ics": (exports.to_ics, exports.from_ics, exact, in_our_era),
    "jsonld": (exports.to_jsonld, exports.from_jsonld, exact, everything),
    "xes": (to_whole_xes, exports.from_xes, in_xml, everything),
    "ocel": (exports.to_ocel, exports.from_ocel, exact, in_our_era),
}


# The tables are wide: shrinking one takes minutes and tells no more than the cells that differ.
@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(table=tables())
def test_nothing_is_lost_but_what_is_named(table: pd.DataFrame) -> None:
    before = table.copy()
    for name, (write, read, text, held) in TRIPS.items():
        note(name)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            contents = write(table)
        kept = table[held(table)]
        lost = [warning for warning in caught if warning.category is exports.Loss]
        assert bool(lost) == (len(kept) < len(table))
        if len(kept):
            same(kept, read(contents), text)
    pd.testing.assert_frame_equal(table, before)


@pytest.mark.parametrize("name", [each.name for each in exports.FORMATS if each.read])
def test_a_table_without_rows_is_a_table(name: str, tmp_path: Any) -> None:
    form = next(each for each in exports.FORMATS if each.name == name)
    path = tmp_path / f"empty{form.endings[0]}"
    empty = check(pd.DataFrame({"start": [], "event": []}))
    assert exports.write_table(empty, path) is None
    back = exports.read_table(path)
    assert len(back) == 0
    assert list(back)[: len(COLUMNS)] == list(COLUMNS)


@pytest.mark.parametrize("name", [each.name for each in exports.FORMATS])
def test_lone_surrogates_and_a_bare_table_never_stop_a_file(name: str, tmp_path: Any) -> None:
    form = next(each for each in exports.FORMATS if each.name == name)
    path = tmp_path / f"odd{form.endings[0]}"
    mine = pd.DataFrame({"start": ["2022-09-04"], "event": ["Izyum retaken"]}, index=[7])
    # Only columns of objects can hold what no encoding can.
    mine["mine"] = pd.Series(["a\ud800b"], dtype="object", index=[7])
    exports.write_table(mine, path)
    if form.read is not None:
        back = exports.read_table(path)
        assert back["event"].tolist() == ["Izyum retaken"]
        assert back.get("mine", pd.Series(["a\ufffdb"])).tolist() == ["a\ufffdb"]
        assert str(back["start"][0]) == "2022-09-04 00:00:00"


def test_every_format_says_what_it_loses_and_is_found_by_its_endings() -> None:
    for form in exports.FORMATS:
        assert exports.losses(form.name)
        for ending in form.endings:
            assert exports.format_of(f"Story{ending.upper()}") is form
    endings = [ending for form in exports.FORMATS for ending in form.endings]
    assert len(endings) == len(set(endings))
