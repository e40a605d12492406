"""EDTF: what is written can be read, and means the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spans.strategies import law, spans, units
from timeline.errors import ImpossibleDate, NotATime
from timeline.spans import Granularity, TimeSpan, civil, seconds


def has_a_word(unit: TimeSpan) -> bool:
    """Whether EDTF has a word for a unit; the bounds of others are written out."""
    assert unit.granularity is not None
    assert unit.start is not None
    long = unit.granularity >= Granularity.DECADE and abs(civil(unit.start)[0]) > 9999
    wordless = (Granularity.WEEK, Granularity.WEEKEND, Granularity.PART_OF_DAY)
    return unit.granularity not in wordless and not long


@law
@given(spans())
def test_what_is_written_reads_as_the_same_text(span: TimeSpan) -> None:
    assert TimeSpan.from_edtf(span.edtf()).edtf() == span.edtf()


@law
@given(spans())
def test_what_is_written_keeps_its_bounds(span: TimeSpan) -> None:
    read = TimeSpan.from_edtf(span.edtf())
    assert read.approximate == (span.approximate and span.edtf() != "../..")
    assert read.start == span.start
    # "Since" is open in EDTF; that it still holds at publication is for the table to tell.
    assert read.end == (None if span.relation == "since" else span.end)


@law
@given(units())
def test_one_unit_comes_back_whole(unit: TimeSpan) -> None:
    read = TimeSpan.from_edtf(unit.edtf())
    if has_a_word(unit):
        assert read == unit
    assert (read.start, read.end) == (unit.start, unit.end)


@law
@given(units(), st.sampled_from(["since", "until", "before", "after"]))
def test_an_open_end_comes_back_with_its_relation(unit: TimeSpan, relation: str) -> None:
    span = unit.since(None) if relation == "since" else getattr(unit, relation)()
    assert TimeSpan.from_edtf(span.edtf()).relation == relation


@law
@given(units(), units())
def test_a_range_comes_back_with_its_inner_bounds(first: TimeSpan, last: TimeSpan) -> None:
    assert first.end is not None
    assert last.start is not None
    if first.end > last.start or not (has_a_word(first) and has_a_word(last)):
        return
    assert TimeSpan.from_edtf(TimeSpan.range(first, last).edtf()) == TimeSpan.range(first, last)


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (TimeSpan.day(2022, 9, 6), "2022-09-06"),
        (TimeSpan.week(2024, 10), "2024-03-04/2024-03-10"),
        (TimeSpan.unit(Granularity.WEEKEND, seconds(2024, 3, 4)), "2024-03-09/2024-03-10"),
        (
            TimeSpan.unit(Granularity.PART_OF_DAY, seconds(2024, 3, 4, 8)),
            "2024-03-04T06:00/2024-03-04T11:59",
        ),
        (
            TimeSpan(seconds(2024, 3, 4, 18), seconds(2024, 3, 5), Granularity.PART_OF_DAY),
            "2024-03-04T18:00/2024-03-04T23:59",
        ),
        (TimeSpan.unit(Granularity.HOUR, seconds(2024, 3, 4, 8, 30)), "2024-03-04T08"),
        (TimeSpan.unit(Granularity.MINUTE, seconds(2024, 3, 4, 8, 30)), "2024-03-04T08:30"),
        (TimeSpan.unit(Granularity.SECOND, seconds(2024, 3, 4, 8, 30)), "2024-03-04T08:30:00"),
        (TimeSpan.month(2022, 9), "2022-09"),
        (TimeSpan.unit(Granularity.SEASON, seconds(2023, 1, 8)), "2022-24"),
        (TimeSpan.unit(Granularity.SEASON, seconds(2023, 3, 8)), "2023-21"),
        (TimeSpan.unit(Granularity.QUARTER, seconds(2023, 12)), "2023-36"),
        (TimeSpan.unit(Granularity.HALF_YEAR, seconds(2023, 7)), "2023-41"),
        (TimeSpan.year(2022), "2022"),
        (TimeSpan.year(-43), "-0043"),
        (TimeSpan.year(0), "0000"),
        (TimeSpan.year(-12_000), "Y-12000"),
        (TimeSpan.unit(Granularity.DECADE, seconds(1994)), "199X"),
        (TimeSpan.unit(Granularity.DECADE, seconds(-489)), "-049X"),
        (TimeSpan.unit(Granularity.CENTURY, seconds(1830)), "18XX"),
        (TimeSpan.unit(Granularity.CENTURY, seconds(12_000)), "Y12000-01-01/Y12099-12-31"),
        (TimeSpan.month(2022, 2).about(), "2022-02~"),
        (TimeSpan.month(2022, 8).since(seconds(2023, 3, 6)), "2022-08/.."),
        (TimeSpan.month(2022, 8).about().since(None), "2022-08~/.."),
        (TimeSpan.day(2023, 3, 10).until(), "../2023-03-10"),
        (TimeSpan.year(2015).before(), "[..2014]"),
        (TimeSpan.year(2016).after(), "[2017..]"),
        (TimeSpan.range(TimeSpan.year(2011), TimeSpan.month(2015, 3)), "2011/2015-03"),
        (TimeSpan.range(TimeSpan.year(2011), TimeSpan.year(2011)), "2011"),
        (TimeSpan(seconds(2022, 9, 3), seconds(2022, 9, 5)), "2022-09-03/2022-09-04"),
        (TimeSpan(seconds(2022, 9, 3, 1), seconds(2022, 9, 3, 1, 1)), "2022-09-03T01:00"),
        (TimeSpan(seconds(2019), seconds(2019, 5, 2), Granularity.YEAR), "2019-01-01/2019-05-01"),
        (TimeSpan(None, None), "../.."),
        (TimeSpan(None, None).before(), "../.."),
        (TimeSpan(None, None).since(seconds(2023, 3, 6)), "../.."),
    ],
)
def test_written(span: TimeSpan, text: str) -> None:
    assert span.edtf() == text


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (" 2022-09 ", TimeSpan.month(2022, 9)),
        ("2022-09?", TimeSpan.month(2022, 9).about()),
        ("2022-09%", TimeSpan.month(2022, 9).about()),
        ("/2014", TimeSpan.year(2014).until()),
        ("2014/", TimeSpan.year(2014).since(None)),
        ("2022-02-24T24:00", TimeSpan.from_edtf("2022-02-25T00:00")),
    ],
)
def test_other_ways_of_writing_are_read(text: str, span: TimeSpan) -> None:
    assert TimeSpan.from_edtf(text) == span


@pytest.mark.parametrize(
    "text",
    [
        *("", "last May", "22", "220", "20220906", "2022-9", "2022-09-06T", "2022-09-06 10:00"),
        *("19X", "199XX", "Y2022", "2022/2023/2024", "[2022]", "[..]", "[2011..2014]", "~2022"),
        *("2015/2011", "2015~/2014-12"),
    ],
)
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(NotATime):
        TimeSpan.from_edtf(text)


@pytest.mark.parametrize(
    "text",
    [
        *("2022-00", "2022-13", "2022-25", "2022-37", "2022-42", "2022-02-30", "2022-21-01"),
        *("2022-02-24T25", "2022-02-24T10:60", "2022-02-24T10:00:60", "2022-02-24T24:01"),
    ],
)
def test_what_no_calendar_has_is_impossible(text: str) -> None:
    with pytest.raises(ImpossibleDate):
        TimeSpan.from_edtf(text)
