"""TIMEX3 values and lengths."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spans.strategies import instants, law, units
from timeline.spans import DAY, Duration, Granularity, TimeSpan, civil, seconds
from timeline.spans.timex3 import write, year_text

AT = seconds(2023, 1, 8, 13, 45, 59)


@pytest.mark.parametrize(
    ("granularity", "value", "before_our_era"),
    [
        (Granularity.SECOND, "2023-01-08T13:45:59", "BC0044-03-15T11:05:09"),
        (Granularity.MINUTE, "2023-01-08T13:45", "BC0044-03-15T11:05"),
        (Granularity.HOUR, "2023-01-08T13", "BC0044-03-15T11"),
        (Granularity.DAY, "2023-01-08", "BC0044-03-15"),
        (Granularity.WEEKEND, "2023-W01-WE", "BC0044-W11-WE"),
        (Granularity.WEEK, "2023-W01", "BC0044-W11"),
        (Granularity.MONTH, "2023-01", "BC0044-03"),
        (Granularity.SEASON, "2022-WI", "BC0044-SP"),
        (Granularity.QUARTER, "2023-Q1", "BC0044-Q1"),
        (Granularity.HALF_YEAR, "2023-H1", "BC0044-H1"),
        (Granularity.YEAR, "2023", "BC0044"),
        (Granularity.DECADE, "202", None),
        (Granularity.CENTURY, "20", None),
    ],
)
def test_each_unit_is_written_as_timeml_asks(
    granularity: Granularity, value: str, before_our_era: str | None
) -> None:
    assert TimeSpan.unit(granularity, AT).timex3 == value
    if before_our_era:
        ides = seconds(-43, 3, 15, 11, 5, 9)
        assert TimeSpan.unit(granularity, ides).timex3 == before_our_era


@pytest.mark.parametrize(
    ("span", "value"),
    [
        (TimeSpan(None, seconds(2015), Granularity.YEAR), "2014"),
        (TimeSpan(None, None, Granularity.YEAR), "XXXX"),
        (TimeSpan(seconds(2015), seconds(2016)), "XXXX"),
        (TimeSpan(seconds(2015), None, Granularity.DAY, value="FUTURE_REF"), "FUTURE_REF"),
        (TimeSpan.unit(Granularity.DECADE, seconds(7)), "000"),
        (TimeSpan.year(7), "0007"),
        (TimeSpan.year(0), "BC0001"),
    ],
)
def test_values_that_bounds_alone_do_not_tell(span: TimeSpan, value: str) -> None:
    assert span.timex3 == value


@law
@given(units())
def test_a_year_is_a_prefix_of_all_its_days(unit: TimeSpan) -> None:
    assert unit.start is not None
    year = year_text(civil(unit.start)[0])
    day = write(unit.start, unit.end, Granularity.DAY)
    assert day.startswith(year)
    assert write(unit.start, unit.end, Granularity.MONTH) == day[:-3]


@pytest.mark.parametrize(
    ("parts", "value"),
    [
        (((82, Granularity.DAY),), "P82D"),
        (((2, Granularity.YEAR), (6, Granularity.MONTH)), "P2Y6M"),
        (((1, Granularity.DAY), (2, Granularity.HOUR), (30, Granularity.MINUTE)), "P1DT2H30M"),
        (((30, Granularity.SECOND),), "PT30S"),
        (((None, Granularity.WEEK),), "PXW"),
        (((None, Granularity.MINUTE),), "PTXM"),
        (((None, Granularity.DECADE),), "PXE"),
        (((None, Granularity.CENTURY),), "PXC"),
        (((3, Granularity.DECADE),), "P30Y"),
        (((2, Granularity.CENTURY),), "P200Y"),
        (((1.5, Granularity.DAY),), "P1.5D"),
        (((2, Granularity.QUARTER),), "P2Q"),
        (((2, Granularity.WEEKEND),), "P2WE"),
        (((3, Granularity.PART_OF_DAY),), "P3NI"),
        (((None, None),), "PXX"),
        (((1_500_000, Granularity.YEAR),), "P1500000Y"),
        (((1_234_567.0, Granularity.DAY),), "P1234567D"),
    ],
)
def test_lengths_are_written_as_timeml_asks(
    parts: tuple[tuple[float | None, Granularity | None], ...], value: str
) -> None:
    assert Duration(parts).timex3 == value


def test_a_length_knows_its_finest_unit_and_whether_it_is_vague() -> None:
    plain = Duration(((1, Granularity.HOUR), (30, Granularity.MINUTE)))
    assert (plain.unit, plain.vague) == (Granularity.MINUTE, False)
    some = Duration(((None, Granularity.MONTH),))
    assert (some.unit, some.vague) == (Granularity.MONTH, True)
    while_ = Duration(((None, None),))
    assert (while_.unit, while_.vague) == (None, True)


EVEN = [unit for unit in Granularity if unit <= Granularity.WEEK]


@law
@given(instants(), st.integers(0, 40), st.sampled_from(EVEN), st.sampled_from([-1, 1]))
def test_a_shift_by_units_of_even_length_can_be_taken_back(
    instant: int, count: int, unit: Granularity, sign: int
) -> None:
    length = Duration(((count, unit),))
    there = length.shift(instant, sign)
    assert length.shift(there, -sign) == instant
    assert (there - instant) * sign >= 0


@pytest.mark.parametrize(
    ("parts", "sign", "there"),
    [
        (((1.5, Granularity.DAY),), 1, seconds(2023, 1, 10, 1, 45, 59)),
        (((1, Granularity.MONTH), (2, Granularity.DAY)), 1, seconds(2023, 2, 10, 13, 45, 59)),
        (((1, Granularity.MONTH), (2, Granularity.DAY)), -1, seconds(2022, 12, 6, 13, 45, 59)),
        (((None, Granularity.DAY),), 1, AT + 3 * DAY),
        (((None, None),), 1, AT),
    ],
)
def test_shifts(
    parts: tuple[tuple[float | None, Granularity | None], ...], sign: int, there: int
) -> None:
    assert Duration(parts).shift(AT, sign) == there
