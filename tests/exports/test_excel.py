"""Workbooks as Excel's own file format has them: text cells, date cells, no formula."""

from __future__ import annotations

import io
from datetime import datetime

import numpy as np
import pandas as pd
import pytest

from timeline.errors import BadTable, MissingExtra
from timeline.exports import Loss, excel
from timeline.exports.excel import LONGEST, from_xlsx, to_xlsx
from timeline.late import Late

openpyxl = pytest.importorskip("openpyxl")


def sheet(mine: pd.DataFrame) -> dict[str, list[object]]:
    data = to_xlsx(mine)
    assert data is not None
    lines = openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows()
    return {head.value: list(cells) for head, *cells in zip(*lines, strict=True)}


def test_no_text_is_a_formula_or_an_error() -> None:
    texts = ["=1+1", "#REF!", "-2", "plain", "=HYPERLINK(1)"]
    columns = sheet(pd.DataFrame({"start": ["2022-09-04"] * 5, "event": texts}))
    assert [cell.value for cell in columns["event"]] == texts
    assert {cell.data_type for cell in columns["event"]} == {"s"}
    assert [cell.quotePrefix for cell in columns["event"]] == [True, True, True, False, True]


def test_dates_are_dates_where_excel_has_them() -> None:
    starts = ["2022-09-04T18:30", "1900-02-28", "-0043-03-15", "9999-12-31", "12000-01-01"]
    columns = sheet(
        pd.DataFrame({"start": pd.Series(np.array(starts, "datetime64[s]")), "event": "x"})
    )
    assert [cell.value for cell in columns["start"]] == [
        datetime(2022, 9, 4, 18, 30),
        "1900-02-28T00:00:00",
        "-0043-03-15T00:00:00",
        datetime(9999, 12, 31),
        "12000-01-01T00:00:00",
    ]
    assert columns["start"][0].is_date


def test_text_longer_than_a_cell_is_cut_aloud() -> None:
    mine = pd.DataFrame({"start": ["2022"], "event": ["🌍" * LONGEST]})
    with pytest.warns(Loss, match="32,767 characters a cell; 1 longer"):
        data = to_xlsx(mine)
    assert data is not None
    assert from_xlsx(data)["event"][0] == "🌍" * (LONGEST // 2)


def test_what_is_no_workbook_is_refused_and_a_missing_library_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(BadTable, match="no Excel workbook"):
        from_xlsx(b"PK but no zip")
    monkeypatch.setattr(excel, "openpyxl", Late("no_such_package", extra="excel"))
    with pytest.raises(MissingExtra, match=r"pip install.*excel"):
        to_xlsx(pd.DataFrame({"start": ["2022"], "event": ["x"]}))


def test_anybodys_sheet_is_read_as_the_front_door_reads_it() -> None:
    stream = io.BytesIO()
    mine = pd.DataFrame({"Date": [datetime(2022, 9, 4), "c. 1850", 1914], "What": list("abc")})
    mine.to_excel(stream, index=False)
    found = from_xlsx(stream.getvalue())
    assert found[["when", "event"]].to_numpy().tolist() == [
        ["2022-09-04", "a"],
        ["1850~", "b"],
        ["1914", "c"],
    ]
