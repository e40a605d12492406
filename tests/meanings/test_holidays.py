"""Named days, against the years in which they are known to have fallen."""

from __future__ import annotations

import warnings

import pytest

from tests.meanings.anchors import CALENDAR, PAPER
from timeline.meanings import Holiday
from timeline.spans import DAY, seconds


def days(rule: str, year: int) -> list[str]:
    return [span.edtf() for span in Holiday("x", rule).year(year)]


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("12-25", 2022, "2022-12-25"),
        ("2-29", 2023, "2023-02-28"),
        ("11/4/3", 2023, "2023-11-23"),  # Thanksgiving: the fourth Thursday of November
        ("11/4/3+1", 2023, "2023-11-24"),
        ("05/-1/0", 2023, "2023-05-29"),  # Memorial Day: the last Monday of May
        ("09/1/0", 2022, "2022-09-05"),
        ("easter", 1066, "1066-04-16"),  # by the Julian calendar
        ("easter", 1174, "1174-03-24"),
        ("easter", 1583, "1583-04-10"),
        ("easter", 1818, "1818-03-22"),  # the earliest that can be
        ("easter", 1943, "1943-04-25"),  # the latest
        ("easter", 2023, "2023-04-09"),
        ("easter-2", 2023, "2023-04-07"),
        ("easter+49", 2023, "2023-05-28"),
        ("orthodox", 2023, "2023-04-16"),
        ("hijri 9-1", 2018, "2018-05-16"),
        ("hebrew 1-15", 2023, "2023-04-06"),
        ("hebrew 7-10", 1973, "1973-10-06"),  # Yom Kippur, the day the war began
        ("SG:Chinese New Year", 2023, "2023-01-22"),
        ("04-27 6-1", 2014, "2014-04-26"),  # a Sunday, kept on the day before
        ("04-27 6-1", 2015, "2015-04-27"),
    ],
)
def test_the_day_of_a_year(rule: str, year: int, day: str) -> None:
    assert days(rule, year) == [day]


@pytest.mark.parametrize(
    ("rule", "year"),
    [
        ("easter", 300),
        ("hijri 9-1", 1066),
        ("hebrew 1-15", -43),
        ("SG:Chinese New Year", 1812),
    ],
)
def test_a_year_in_which_the_day_is_not_known_has_none(rule: str, year: int) -> None:
    assert days(rule, year) == []
    here = seconds(year, 6)
    assert Holiday("x", rule).latest(here).start is None
    assert Holiday("x", rule).following(here).start is None


def test_no_jewish_holiday_is_known_before_the_year_2() -> None:
    assert days("hebrew 9-25", 1) == []
    assert len(days("hebrew 9-25", 2)) == 1


def test_the_islamic_year_may_come_round_twice() -> None:
    assert days("hijri 9-1", 2030) == ["2030-01-05", "2030-12-26"]


def test_a_long_holiday_counts_its_days() -> None:
    ramadan = Holiday("Ramadan", "hijri 9-1", 30)
    assert ramadan.following(seconds(2018)).edtf() == "2018-05-16/2018-06-14"


def test_a_calendar_begins_a_holiday_with_its_eve() -> None:
    passover = Holiday("Passover", "hebrew 1-15", 8, eve=True)
    plain, eve = passover.on(PAPER), passover.on(CALENDAR)
    assert plain.edtf() == "2022-04-16/2022-04-23"
    assert eve.start == seconds(2023, 4, 6) - DAY


def test_a_rule_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="'soon' is no rule for a holiday"):
        Holiday("x", "soon").year(2023)


def test_a_list_that_does_not_reach_a_year_is_silent() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert days("IN:Holi", 1950) == []
