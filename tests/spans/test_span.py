"""Spans: their bounds inside and out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spans.strategies import law, spans, units
from timeline.spans import DAY, RELATIONS, Granularity, TimeSpan, hull, seconds

MARCH_6 = seconds(2023, 3, 6)


@law
@given(spans())
def test_bounds_never_contradict_each_other(span: TimeSpan) -> None:
    assert span.relation in RELATIONS
    begins, ends = (span.start, span.start_latest), (span.end_earliest, span.end)
    told = [begins, ends, (span.start, span.end), (span.start, ends[0]), (begins[1], span.end)]
    for earlier, later in told:
        assert earlier is None or later is None or earlier <= later
    assert span.start is None or span.start != span.end


@law
@given(units())
def test_a_unit_of_a_day_or_less_is_filled_and_a_longer_one_is_not(unit: TimeSpan) -> None:
    assert unit.granularity is not None
    inner = (unit.start_latest, unit.end_earliest)
    filled = unit.granularity <= Granularity.DAY
    assert inner == ((unit.start, unit.end) if filled else (None, None))


def test_since_august_begins_in_august_and_goes_on() -> None:
    span = TimeSpan.month(2022, 8).since(MARCH_6)
    assert (span.start, span.start_latest) == (seconds(2022, 8), seconds(2022, 9))
    assert (span.end_earliest, span.end) == (MARCH_6, MARCH_6 + DAY)
    assert span.ongoing
    march = TimeSpan.month(2023, 3).since(MARCH_6)  # begun by the day of the paper
    assert march.start_latest == MARCH_6 + DAY
    # A morning's "since ten o'clock" may be over at once, for all that a date tells.
    hour = TimeSpan.unit(Granularity.HOUR, MARCH_6 + 36_000).since(MARCH_6)
    assert (hour.end_earliest, hour.end, hour.ongoing) == (None, MARCH_6 + DAY, True)


@pytest.mark.parametrize("published", [None, MARCH_6])
def test_since_a_time_after_publication_is_open(published: int | None) -> None:
    later = TimeSpan.month(2023, 8).since(published)
    assert (later.end, later.end_earliest, later.ongoing) == (None, None, False)


def test_until_friday_ends_on_friday() -> None:
    span = TimeSpan.day(2023, 3, 10).until()
    assert (span.start, span.start_latest) == (None, None)
    assert (span.end_earliest, span.end) == (seconds(2023, 3, 10), seconds(2023, 3, 11))


def test_before_and_after_leave_the_time_itself_out() -> None:
    assert TimeSpan.year(2015).before().end == seconds(2015)
    assert TimeSpan.year(2015).after().start == seconds(2016)


def test_a_range_is_under_way_between_its_ends() -> None:
    war = TimeSpan.range(TimeSpan.year(2011), TimeSpan.month(2015, 3).about())
    assert (war.start, war.end) == (seconds(2011), seconds(2015, 4))
    assert (war.start_latest, war.end_earliest) == (seconds(2012), seconds(2015, 3))
    assert (war.granularity, war.relation, war.approximate) == (
        Granularity.YEAR,
        "throughout",
        True,
    )


@law
@given(units(), units())
def test_a_range_begins_before_it_ends_whichever_way_it_is_told(a: TimeSpan, b: TimeSpan) -> None:
    there = TimeSpan.range(a, b)
    assert there.start is not None
    assert there.end is not None
    assert there.start < there.end
    assert b.start is not None
    assert a.end is not None
    if a.end <= b.start:
        assert TimeSpan.range(b, a) == there


def test_from_today_to_noon_is_over_at_noon() -> None:
    noon = TimeSpan.unit(Granularity.MINUTE, MARCH_6 + DAY // 2)
    span = TimeSpan.range(TimeSpan.day(2023, 3, 6), noon)
    assert (span.start, span.start_latest) == (MARCH_6, noon.end)
    assert (span.end_earliest, span.end) == (noon.start, noon.end)


@law
@given(units(), units(), units())
def test_containing_is_an_order(a: TimeSpan, b: TimeSpan, c: TimeSpan) -> None:
    assert a.contains(a)
    if a.contains(b) and b.contains(a):
        assert (a.start, a.end) == (b.start, b.end)
    if a.contains(b) and b.contains(c):
        assert a.contains(c)


def test_an_open_end_contains_what_lies_beyond() -> None:
    later = TimeSpan.year(2016).after()
    assert later.contains(TimeSpan.year(2017))
    assert not later.contains(TimeSpan.year(2016))
    assert not TimeSpan.year(2017).contains(later)


@law
@given(st.lists(spans(), min_size=1, max_size=4))
def test_a_hull_contains_all_its_spans(parts: list[TimeSpan]) -> None:
    found = hull(parts)
    assert all(found.contains(part) for part in parts)
    assert found.approximate == any(part.approximate for part in parts)


@pytest.mark.parametrize(
    ("span", "start", "end"),
    [
        (TimeSpan.week(2020, 53), seconds(2020, 12, 28), seconds(2021, 1, 4)),
        (TimeSpan.month(2022, 12), seconds(2022, 12), seconds(2023)),
        (TimeSpan.year(-43), seconds(-43), seconds(-42)),
        (TimeSpan.day(2024, 2, 29), seconds(2024, 2, 29), seconds(2024, 3, 1)),
    ],
)
def test_named_units(span: TimeSpan, start: int, end: int) -> None:
    assert (span.start, span.end) == (start, end)
