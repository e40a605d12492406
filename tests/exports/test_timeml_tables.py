"""Tables as TimeML: what a single value cannot tell, two links can."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from timeline import exports
from timeline.errors import BadTable
from timeline.exports import from_timeml, timeml, to_timeml

etree = pytest.importorskip("lxml.etree", reason="lxml validates the documents")
DTD = etree.DTD(StringIO((Path(__file__).parent / "timeml.dtd").read_text(encoding="utf-8")))

WHENS = {
    "2022-09-04": [("IS_INCLUDED", "2022-09-04")],
    "2022-09": [("IS_INCLUDED", "2022-09")],
    "2022-35": [("IS_INCLUDED", "2022-Q3")],
    "2022-22": [("IS_INCLUDED", "2022-SU")],
    "2022-41": [("IS_INCLUDED", "2022-H2")],
    "199X": [("IS_INCLUDED", "199")],
    "19XX": [("IS_INCLUDED", "19")],
    "-0043-03-15": [("IS_INCLUDED", "BC0044-03-15")],
    "2022-09-04T18:30": [("IS_INCLUDED", "2022-09-04T18:30")],
    "2022-08/..": [("BEGUN_BY", "2022-08")],
    "../2015": [("ENDED_BY", "2015")],
    "[..2014]": [("BEFORE", "2015")],
    "[2014..]": [("AFTER", "2013")],
    "2011/2015": [("BEGUN_BY", "2011"), ("ENDED_BY", "2015")],
}


def valid(xml: str) -> bool:
    return bool(DTD.validate(etree.fromstring(xml.encode())))


@pytest.mark.parametrize("when", WHENS)
def test_a_time_becomes_links_and_comes_back(when: str) -> None:
    mine = pd.DataFrame({"when": [when], "event": ["The ferry sank"], "trigger": ["sank"]})
    xml = to_timeml(mine)
    assert xml is not None
    assert valid(xml), DTD.error_log
    record = timeml.read(xml)
    values = {time["id"]: time["value"] for time in record["implicit"]}
    assert [(link["rel"], values[link["to"]]) for link in record["tlinks"]] == WHENS[when]
    want, back = exports.from_jsonl(exports.to_jsonl(mine) or ""), from_timeml(xml)
    for name in ("start", "end", "event", "trigger"):
        assert back[name].tolist() == want[name].tolist(), name


TEXT = "On 4 September the ferry sank. It was not raised.\nSince August it had leaked."


def rows() -> pd.DataFrame:
    row: list[dict[str, Any]] = [
        {"when": "2022-09-04", "trigger": "sank", "expression": "On 4 September"},
        {"when": "2022-09-04", "trigger": "raised", "status": "negated"},
        {"when": "2022-08/..", "trigger": "leaked", "expression": "Since August"},
    ]
    starts = [0, 31, 50]
    for each, start in zip(row, starts, strict=True):
        end = next((s - 1 for s in starts if s > start), len(TEXT))
        each |= {"event": each["trigger"], "document": "d1", "published": "2023-03-06"}
        each |= {"sentence": TEXT[start:end], "sentence_start": start}
        each["trigger_start"] = TEXT.index(each["trigger"])
        each["trigger_end"] = each["trigger_start"] + len(each["trigger"])
        if "expression" in each:
            each["expression_start"] = TEXT.index(each["expression"])
            each["expression_end"] = each["expression_start"] + len(each["expression"])
    frame = pd.DataFrame(row)
    return frame.astype(dict.fromkeys(("expression_start", "expression_end"), "Int64"))


@pytest.mark.parametrize("whole", [True, False])
def test_offsets_stand_on_the_document_or_on_its_sentences(whole: bool) -> None:
    xml = to_timeml(rows().iloc[::-1], text=TEXT if whole else None)
    assert xml is not None
    assert valid(xml), DTD.error_log
    record = timeml.read(xml)
    assert record["text"] == (TEXT if whole else TEXT.replace(". It", ".\nIt"))
    assert (record["id"], record["dct"]) == ("d1", "2023-03-06")
    assert {time["text"] for time in record["timex"]} == {"On 4 September", "Since August"}
    table = from_timeml(xml)
    assert table["trigger"].tolist() == ["sank", "raised", "leaked"]
    assert table["status"].fillna("").tolist() == ["", "negated", ""]
    assert table["when"].tolist() == ["2022-09-04", "2022-09-04", "2022-08/.."]
    assert set(table["document"]) == {"d1"}
    assert {str(moment) for moment in table["published"]} == {"2023-03-06 00:00:00"}
    for row in table.itertuples():
        assert record["text"][row.trigger_start : row.trigger_end] == row.trigger


def test_a_stretch_within_which_something_happened_is_widened_never_narrowed() -> None:
    mine = pd.DataFrame({"when": ["2022-05-01/2022-05-10"], "relation": ["within"], "event": "x"})
    links = timeml.read(to_timeml(mine) or "")["tlinks"]
    assert [link["rel"] for link in links] == ["IS_INCLUDED"]
    assert from_timeml(to_timeml(mine) or "")["when"].tolist() == ["2022-05"]


def test_more_than_one_document_is_refused() -> None:
    mine = pd.DataFrame({"when": ["2022"] * 2, "event": "x", "document": ["a", "b"]})
    with pytest.raises(BadTable, match="the table has 2"):
        to_timeml(mine)
