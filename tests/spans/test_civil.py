"""The calendar on whole seconds, held against `datetime` and carried beyond its years."""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spans.strategies import granularities, instants, law
from timeline.errors import ImpossibleDate
from timeline.spans import DAY, Granularity, ceiling, civil, floor, iso_week, seconds, step, weekday
from timeline.spans.civil import days, month_length, week_start, ymd

EPOCH = datetime(1970, 1, 1)
CYCLE = 146_097  # days in 400 years, a whole number of weeks
moments = st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59)).map(
    lambda moment: moment.replace(microsecond=0)
)


@law
@given(moments)
def test_every_second_from_1_to_9999_is_that_of_datetime(moment: datetime) -> None:
    told = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    instant = (moment - EPOCH) // timedelta(seconds=1)
    assert seconds(*told) == instant
    assert civil(instant) == told
    assert weekday(instant) == moment.weekday()
    assert iso_week(instant) == tuple(moment.isocalendar())[:2]


@law
@given(st.integers(1, 9998), st.integers(1, 53))
def test_an_iso_week_begins_on_the_monday_that_datetime_says(year: int, week: int) -> None:
    if week == 53 and date(year, 12, 28).isocalendar()[1] == 52:
        week = 52
    monday = date.fromisocalendar(year, week, 1)
    assert week_start(year, week) == seconds(monday.year, monday.month, monday.day)


@pytest.mark.parametrize("year", [1, 4, 100, 400, 1900, 2000, 2023, 2024, 9999])
def test_months_are_as_long_as_in_the_standard_library(year: int) -> None:
    lengths = [month_length(year, month) for month in range(1, 13)]
    assert lengths == [calendar.monthrange(year, month)[1] for month in range(1, 13)]


@law
@given(instants(), st.integers(-30, 30))
def test_the_calendar_repeats_every_400_years(instant: int, cycles: int) -> None:
    shifted = instant + cycles * CYCLE * DAY
    year, *rest = civil(instant)
    assert civil(shifted) == (year + 400 * cycles, *rest)
    assert weekday(shifted) == weekday(instant)
    week_year, week = iso_week(instant)
    assert iso_week(shifted) == (week_year + 400 * cycles, week)


@law
@given(instants())
def test_civil_and_seconds_undo_each_other(instant: int) -> None:
    assert seconds(*civil(instant)) == instant
    assert ymd(instant) == civil(instant)[:3]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ((1970, 1, 1), 0),
        ((1969, 12, 31), -1),
        ((2000, 2, 29), 11_016),
        ((1, 1, 1), -719_162),
        ((0, 12, 31), -719_163),  # 1 BCE stands right before year 1
        ((0, 2, 29), -719_469),  # and was a leap year
    ],
)
def test_known_days(told: tuple[int, int, int], day: int) -> None:
    assert days(*told) == day


@pytest.mark.parametrize(
    "told", [(2023, 2, 29), (1900, 2, 29), (-1, 2, 29), (2023, 2, 30), (2023, 13, 1), (2023, 0, 1)]
)
def test_a_day_that_no_calendar_has_is_refused(told: tuple[int, int, int]) -> None:
    with pytest.raises(ImpossibleDate, match=f"no day {told[2]} in month {told[1]} of {told[0]}"):
        days(*told)


@law
@given(granularities, instants())
def test_units_follow_one_another_without_gap(granularity: Granularity, instant: int) -> None:
    if granularity is Granularity.WEEKEND:
        return
    start = floor(granularity, instant)
    end = ceiling(granularity, start)
    assert start <= instant < end
    assert floor(granularity, start) == start
    assert floor(granularity, end) == end
    assert floor(granularity, end - 1) == start
    assert step(granularity, end, -1) == start


@law
@given(instants())
def test_a_weekend_is_the_saturday_and_sunday_of_its_week(instant: int) -> None:
    start = floor(Granularity.WEEKEND, instant)
    assert weekday(start) == 5
    assert floor(Granularity.WEEK, start) == floor(Granularity.WEEK, instant)
    assert ceiling(Granularity.WEEKEND, start) - start == 2 * DAY


@pytest.mark.parametrize(
    ("granularity", "first"),
    [
        (Granularity.SECOND, (2023, 1, 8, 13, 45, 59)),
        (Granularity.MINUTE, (2023, 1, 8, 13, 45, 0)),
        (Granularity.HOUR, (2023, 1, 8, 13, 0, 0)),
        (Granularity.PART_OF_DAY, (2023, 1, 8, 12, 0, 0)),
        (Granularity.DAY, (2023, 1, 8, 0, 0, 0)),
        (Granularity.WEEKEND, (2023, 1, 7, 0, 0, 0)),
        (Granularity.WEEK, (2023, 1, 2, 0, 0, 0)),
        (Granularity.MONTH, (2023, 1, 1, 0, 0, 0)),
        (Granularity.SEASON, (2022, 12, 1, 0, 0, 0)),
        (Granularity.QUARTER, (2023, 1, 1, 0, 0, 0)),
        (Granularity.HALF_YEAR, (2023, 1, 1, 0, 0, 0)),
        (Granularity.YEAR, (2023, 1, 1, 0, 0, 0)),
        (Granularity.DECADE, (2020, 1, 1, 0, 0, 0)),
        (Granularity.CENTURY, (2000, 1, 1, 0, 0, 0)),
    ],
)
def test_the_unit_that_holds_a_sunday_in_january(
    granularity: Granularity, first: tuple[int, ...]
) -> None:
    assert civil(floor(granularity, seconds(2023, 1, 8, 13, 45, 59))) == first


@law
@given(granularities, instants(), st.integers(-50, 50))
def test_steps_from_the_head_of_a_unit_can_be_taken_back(
    granularity: Granularity, instant: int, count: int
) -> None:
    start = floor(granularity, instant)
    there = step(granularity, start, count)
    assert step(granularity, there, -count) == start
    assert (there > start) is (count > 0)


@pytest.mark.parametrize(
    ("start", "granularity", "count", "end"),
    [
        ((2023, 1, 31), Granularity.MONTH, 1, (2023, 2, 28)),
        ((2024, 1, 31), Granularity.MONTH, 1, (2024, 2, 29)),
        ((2024, 2, 29), Granularity.YEAR, 1, (2025, 2, 28)),
        ((2024, 2, 29), Granularity.YEAR, -4, (2020, 2, 29)),
        ((2023, 3, 31), Granularity.MONTH, -1, (2023, 2, 28)),
        ((2023, 12, 31), Granularity.QUARTER, 1, (2024, 3, 31)),
        ((2023, 8, 31), Granularity.HALF_YEAR, 1, (2024, 2, 29)),
        ((1, 1, 1), Granularity.YEAR, -1, (0, 1, 1)),
        ((44, 3, 15), Granularity.CENTURY, -1, (-56, 3, 15)),
        ((2023, 3, 6), Granularity.WEEK, 2, (2023, 3, 20)),
    ],
)
def test_a_step_keeps_the_day_or_takes_the_last_of_the_month(
    start: tuple[int, int, int], granularity: Granularity, count: int, end: tuple[int, ...]
) -> None:
    assert civil(step(granularity, seconds(*start) + 7 * 3600, count))[:4] == (*end, 7)


def test_granularities_are_ordered_from_finest_to_coarsest() -> None:
    every = list(Granularity)
    assert sorted(every, reverse=True) == every[::-1]
    assert [one.rank for one in every] == list(range(len(every)))
    for one in every:
        for other in every:
            signs = (one < other, one <= other, one > other, one >= other)
            ranks = (one.rank, other.rank)
            assert signs == (
                ranks[0] < ranks[1],
                ranks[0] <= ranks[1],
                ranks[0] > ranks[1],
                ranks[0] >= ranks[1],
            )
