"""Tables as people make them: dates in words, headings of their own, cells that say nothing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import BadTable
from timeline.exports.words import unit
from timeline.spans import Granularity, TimeSpan, floor
from timeline.table import COLUMNS, from_csv, from_frame
from timeline.table.written import Refused, read_dates

CELLS = {
    "12 March 2021": "2021-03-12",
    "June 3, 1987": "1987-06-03",
    "Saturday 6 May 2023": "2023-05-06",
    "5-May-1945": "1945-05-05",
    "Sept. 2018": "2018-09",
    "spring 2020": "2020-21",
    "Q3 2021": "2021-35",
    "the 1960s": "196X",
    "19th century": "18XX",
    "44 BC": "-0043",
    "c. 500 BCE": "-0499~",
    "c. 1850": "1850~",
    "c1850": "1850~",
    "ca. May 1850": "1850-05~",
    "~1790": "1790~",
    "1850s?": "185X~",
    "1914–1918": "1914/1918",
    "1914/1918": "1914/1918",
    "1914-18": "1914/1918",
    "from 2001 to 2005": "2001/2005",
    "12-15 March 2021": "2021-03-12/2021-03-15",
    "before 1700": "[..1699]",
    "after 1800": "[1801..]",
    "since 2015": "2015/..",
    "2015–present": "2015/..",
    "May 2015 to date": "2015-05/..",
    "2015–": "2015/..",
    "2021-03-12T10:00Z": "2021-03-12T10:00Z",
    "2021-03-12 10:00:30.250 -0500": "2021-03-12T10:00:30-05:00",
    "2021-03-12 10:00:30.250+02:00": "2021-03-12T10:00:30+02:00",
    "8 May 1945, 23:01": "1945-05-08T23:01",
    "3.4.2020": "2020-04-03",
    "2020/04/03": "2020-04-03",
    "20200305": "2020-03-05",
    "14 juillet 1789": "1789-07-14",
    "44": "0044",
    "n.d.": None,
    "Unknown": None,
    " ": None,
}


@pytest.mark.parametrize(("cell", "edtf"), CELLS.items())
def test_cells_are_read_as_they_are_meant(cell: str, edtf: str | None) -> None:
    (span,) = read_dates([cell])
    assert (span.edtf() if isinstance(span, TimeSpan) else span) == edtf


REFUSED = {
    "sometime": "'sometime' is no date",
    "30 February 2020": "no day 30",
    "2021-02-30": "no day 30",
    "31/02/2021": "no day 31",
    "last May": "leans on the day",
    "for three weeks": "not when",
    "1850 or 1851": "no date",
    "44270": "Excel",
}


@pytest.mark.parametrize(("cell", "why"), REFUSED.items())
def test_cells_that_tell_no_time_are_refused_with_a_reason(cell: str, why: str) -> None:
    (found,) = read_dates([cell])
    assert isinstance(found, Refused)
    assert why in found.why


def test_days_in_numbers_are_never_guessed_one_by_one() -> None:
    (found,) = read_dates(["12/03/2021"])
    assert isinstance(found, Refused)
    assert "2021-03-12 or 2021-12-03" in found.why

    def days(cells: list[str], day_first: bool | None = None) -> list[str]:
        return [s.edtf() for s in read_dates(cells, day_first=day_first) if isinstance(s, TimeSpan)]

    assert days(["12/03/2021", "13/03/2021"]) == ["2021-03-12", "2021-03-13"]
    assert days(["12/03/2021", "03/13/2021"]) == ["2021-12-03", "2021-03-13"]
    assert days(["12/03/2021"], day_first=True) == ["2021-03-12"]
    assert days(["05/05/2021", "5/5/68", "5/5/69"]) == ["2021-05-05", "2068-05-05", "1969-05-05"]
    # Two that disagree show nothing for a third.
    mixed = read_dates(["13/03/2021", "03/13/2021", "01/02/2021"])
    assert [isinstance(cell, Refused) for cell in mixed] == [False, False, True]


def test_words_lean_on_the_publication_that_is_given() -> None:
    (found,) = read_dates(["last May"], "2023-03-06")
    assert isinstance(found, TimeSpan)
    assert found.edtf() == "2022-05"
    frame = pd.DataFrame(
        {
            "Date": ["last May", "last May"],
            "Event": ["a", "b"],
            "Published": ["2023-03-06", "2020-04-01"],
        }
    )
    assert from_frame(frame)["when"].tolist() == ["2022-05", "2019-05"]


GRAINS = ["minute", "day", "week", "month", "season", "quarter", "half_year", "year", "decade"]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(GRAINS), st.integers(-15_000_000_000, 6_900_000_000))
def test_what_is_written_out_for_people_is_read_back(grain: str, instant: int) -> None:
    granularity = Granularity(grain)
    start = floor(granularity, instant)
    (found,) = read_dates([unit(start, granularity)])
    assert isinstance(found, TimeSpan)
    assert (found.start, found.granularity) == (start, granularity)


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "mine.csv"
    file.write_text(text, encoding)
    return file


def test_all_bad_cells_are_told_at_once_and_may_be_left_undated(tmp_path: Path) -> None:
    file = write(tmp_path, "Date,Event,Note\nsoon,a,x\n1914,b,\n,c,\n12/03/2021,d,\n")
    with pytest.raises(BadTable, match="2 dates that cannot") as caught:
        from_csv(file)
    for part in ("line 2, column 'Date': 'soon'", "line 5", "day_first", "strict=False"):
        assert part in str(caught.value)
    table = from_csv(file, strict=False)
    assert table["start"].notna().tolist() == [False, True, False, False]
    assert table["expression"].fillna("").tolist() == ["soon", "", "", "12/03/2021"]
    assert table["why"].notna().tolist() == [True, False, False, True]
    many = write(tmp_path, "Date,Event\n" + "soon,a\n" * 9)
    with pytest.raises(BadTable, match="and 4 more"):
        from_csv(many, columns={"Date": "start"})


def test_hedges_and_open_ends_are_kept(tmp_path: Path) -> None:
    file = write(tmp_path, "Date,Event\nc. 1850,Mill\n2015–present,Mayor\nbefore 1700,Chapel\n")
    table = from_csv(file)
    assert table["approximate"].tolist() == [True, False, False]
    assert table["relation"].tolist() == ["within", "since", "before"]
    assert table["expression"].tolist() == ["c. 1850", "2015–present", "before 1700"]
    assert table["start"].isna().tolist() == [False, False, True]


def test_ends_are_meant_as_people_write_them(tmp_path: Path) -> None:
    rows = [
        "1914,1918,years",
        "2022-02-24,2022-03-01,days",
        "2022-02-24 18:00,2022-02-24 19:30,clock",
        "2022-02-24,,alone",
        "2015,present,open",
        ",1999,until",
    ]
    table = from_csv(write(tmp_path, "\n".join(["From,To,What", *rows])))
    ends = table["end"].astype("string").fillna("").tolist()
    assert ends == [
        "1919-01-01 00:00:00",
        "2022-03-02 00:00:00",
        "2022-02-24 19:30:00",
        "2022-02-25 00:00:00",
        "",
        "2000-01-01 00:00:00",
    ]
    assert table["relation"].tolist() == [
        *("throughout", "throughout", "throughout", "within", "since", "until"),
    ]
    assert str(table["start_latest"][0]) == "1915-01-01 00:00:00"
    with pytest.raises(BadTable, match="line 2, column 'To': the end 1913 is before the start"):
        from_csv(write(tmp_path, "From,To,What\n1914,1913,x\n"))


def test_ends_of_a_saved_table_are_moments(tmp_path: Path) -> None:
    first = from_csv(write(tmp_path, "From,To,What\n2022-02-24,2022-03-01,Siege\n1914,1918,War\n"))
    for text in (first.to_csv(index=False), first.drop(columns="why").to_csv(index=False)):
        again = from_csv(write(tmp_path, text))
        for name in ("start", "end", "start_latest", "end_earliest", "when", "relation"):
            assert again[name].tolist() == first[name].tolist()


@pytest.mark.parametrize(
    ("text", "when", "event"),
    [
        ("Year,Month,Day,Time,Headline\n1914,7,28,,War\n", "1914-07-28", "War"),
        ("Year,Month,Day,Time,Headline\n1914,7,28,18:30,War\n", "1914-07-28T18:30", "War"),
        ("Year,Month,Day,Time,Headline\n1914,7,,,War\n", "1914-07", "War"),
        ("Year,Month,Day,Time,Headline\n-43,3,15,,Ides\n", "-0043-03-15", "Ides"),
        ("Year,Month,Title\n1914,July,War\n", "1914-07", "War"),
        ("Year,End Year,Month,End Month,Title\n1914,1918,7,11,War\n", "1914-07/1918-11", "War"),
        ("Datum,Was\nMay 1914,Krieg\n", "1914-05", "Krieg"),
        ("Nr,Datum,Was\n12,1914,Krieg\n", "1914", "Krieg"),
        ("When,What happened?,\n1914,War,\n", "1914", "War"),
        ("START DATE;Event description\n1914;War\n", "1914", "War"),
    ],
)
def test_columns_are_found_by_heading_or_by_what_they_hold(
    tmp_path: Path, text: str, when: str, event: str
) -> None:
    file = write(tmp_path, text)
    if "Nr" in text:
        # Two columns of something else: which of them tells the event must be said.
        with pytest.raises(BadTable, match="columns="):
            from_csv(file)
        table = from_csv(file, columns={"Was": "event"})
    else:
        table = from_csv(file)
    assert table[["when", "event"]].to_numpy().tolist() == [[when, event]]


def test_headings_that_mislead_are_told(tmp_path: Path) -> None:
    file = write(tmp_path, "Colour,Mood\nred,sad\n")
    with pytest.raises(BadTable, match=r"no column of dates.*it has: Colour, Mood.*columns="):
        from_csv(file)
    with pytest.raises(BadTable, match="is it 'Colour'"):
        from_csv(file, columns={"Color": "start"})


def test_columns_of_one_name_are_both_kept(tmp_path: Path) -> None:
    table = from_csv(write(tmp_path, "Date,Event,Note,Note\n1914,War,a,b\n"))
    assert table[["Note", "Note_2"]].to_numpy().tolist() == [["a", "b"]]


def test_short_rows_are_filled_and_long_ones_refused(tmp_path: Path) -> None:
    table = from_csv(write(tmp_path, "Date,Event,Note\n1914,War\n1918,Peace,x,,\n"))
    assert table["event"].tolist() == ["War", "Peace"]
    with pytest.raises(BadTable, match="line 2: 4 cells under 3"):
        from_csv(write(tmp_path, "Date,Event,Note\n1914,War,x,y\n"))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_files_that_spreadsheets_save_are_read(tmp_path: Path, encoding: str) -> None:
    table = from_csv(write(tmp_path, "Date\tEvent\n1914–1918\tWar in Orléans\n", encoding))
    assert table["event"].tolist() == ["War in Orléans"]
    assert table["when"].tolist() == ["1914/1918"]


def test_frames_keep_their_index_their_types_and_their_moments() -> None:
    frame = pd.DataFrame(
        {
            "Day": pd.to_datetime(["2022-02-24", "2022-02-24 18:30", None], format="ISO8601"),
            "Title": ["a", "b", "c"],
            "cost": [1.5, 2.5, None],
        },
        index=[7, 7, 9],
    )
    table = from_frame(frame)
    assert table.index.tolist() == [7, 7, 9]
    assert table["when"].fillna("").tolist() == ["2022-02-24T00:00", "2022-02-24T18:30", ""]
    # Where all are midnights, none was meant.
    assert from_frame(frame.iloc[[0, 2]])["when"].fillna("").tolist() == ["2022-02-24", ""]
    assert table["cost"].dtype == np.float64
    assert list(table)[: len(COLUMNS)] == list(COLUMNS)
    years = from_frame(pd.DataFrame({"Year": [1914, None], "Event": ["War", "?"]}))
    assert years["when"].fillna("").tolist() == ["1914", ""]
    zoned = pd.DataFrame({"Date": pd.to_datetime(["2022-02-24 18:30+02:00"]), "Event": "x"})
    assert from_frame(zoned)["when"].tolist() == ["2022-02-24T18:30+02:00"]
    days = pd.DataFrame({"Date": pd.to_datetime(["2022-02-24 00:00+02:00"]), "Event": "x"})
    assert from_frame(days)["when"].tolist() == ["2022-02-24"]


def test_a_frame_of_nothing_is_a_table_of_nothing() -> None:
    assert from_frame(pd.DataFrame({"start": [], "event": []})).shape == (0, len(COLUMNS))
    with pytest.raises(BadTable, match="no column of dates"):
        from_frame(pd.DataFrame())
    with pytest.raises(BadTable, match="not list"):
        from_frame([1])  # type: ignore[arg-type]
