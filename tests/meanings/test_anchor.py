"""Anchors and what all meanings share."""

from __future__ import annotations

import pytest

from tests.meanings.anchors import AUGUST_1914, CALENDAR, NOON, PAPER, WIRE, lasting, story
from timeline.meanings import (
    About,
    Anchor,
    Between,
    Fixed,
    Last,
    Length,
    Meaning,
    Month,
    Quarter,
    Recurring,
    Reference,
    Repeated,
    Rest,
    Shift,
    Since,
    Unit,
    Weekday,
    Year,
)
from timeline.spans import Granularity, TimeSpan, seconds


def test_words_lean_on_publication_unless_the_story_has_told_a_time() -> None:
    assert (PAPER.now, PAPER.today) == (seconds(2023, 3, 6), seconds(2023, 3, 6))
    assert (WIRE.now, WIRE.today) == (NOON, seconds(2023, 3, 6))
    assert AUGUST_1914.now == seconds(1914, 8)
    assert story(TimeSpan(None, seconds(1914))).now == seconds(1914) - 1
    assert story(TimeSpan(None, None)).now == seconds(2009)


def test_the_moment_is_a_second_only_where_publication_is_known_to_one() -> None:
    assert PAPER.moment == PAPER.day == TimeSpan.day(2023, 3, 6)
    assert WIRE.moment == TimeSpan.unit(Granularity.SECOND, NOON)
    assert AUGUST_1914.moment == TimeSpan.day(1914, 8, 1)


def test_an_anchor_that_is_moved_remembers_how_it_was_asked() -> None:
    moved = CALENDAR.at(seconds(2023, 5), "past")
    assert (moved.now, moved.lean, moved.calendar) == (seconds(2023, 5), "past", True)
    leaned = PAPER.on(None, "future")
    assert (leaned.lean, leaned.calendar) == ("future", False)
    assert CALENDAR.on(TimeSpan.year(1914), "past").calendar


def test_a_calendar_counts_weekends_from_friday_evening_and_seasons_by_the_sun() -> None:
    weekend = TimeSpan.unit(Granularity.WEEKEND, NOON)
    summer = TimeSpan.unit(Granularity.SEASON, seconds(2023, 7))
    assert PAPER.reads(weekend) is weekend
    assert CALENDAR.reads(weekend).start == seconds(2023, 3, 10, 18)
    assert CALENDAR.reads(weekend).end == seconds(2023, 3, 13)
    assert CALENDAR.reads(summer).edtf() == "2023-06-21/2023-09-22"
    assert CALENDAR.reads(summer).timex3 == "2023-SU"


@pytest.mark.parametrize(
    ("meaning", "shown"),
    [
        (Since(Last(Month(9))), "Since(Last(Month(9)))"),
        (Last(Unit(Granularity.WEEK), 2), "Last(Unit(week), count=2)"),
        (Last(Weekday(4), lean="story", near=True), "Last(Weekday(4), lean='story', near=True)"),
        (Fixed(TimeSpan.day(2022, 2, 24)), "Fixed(2022-02-24)"),
        (Shift(lasting(2, Granularity.YEAR), -1), "Shift(P2Y, -1)"),
        (
            Between(Year(2011), Quarter(3), whole=False),
            "Between(Year(2011), Quarter(3), whole=False)",
        ),
        (About(Year(1900)), "About(Year(1900))"),
    ],
)
def test_a_meaning_shows_what_it_says(meaning: Meaning, shown: str) -> None:
    assert repr(meaning) == shown


@pytest.mark.parametrize(
    ("meaning", "leans", "timex_type", "mod"),
    [
        (Year(2011), "none", None, None),
        (Weekday(4), "bare", None, None),
        (Last(Month(9)), "published", None, None),
        (Last(Month(9), lean="story"), "story", None, None),
        (Since(Last(Month(9))), "published", None, None),
        (About(Month(9)), "bare", None, "APPROX"),
        (Since(About(Year(1900), "JUST_LESS_THAN")), "none", None, "LESS_THAN"),
        (Between(Month(5), Year(2011)), "bare", None, None),
        (Between(Year(2011), Shift(lasting(1, Granularity.YEAR), 1, "story")), "none", None, None),
        (
            Between(Year(2011), Shift(lasting(1, Granularity.YEAR), -1, "story")),
            "story",
            None,
            None,
        ),
        (Between(Last(Month(5)), Year(2011)), "published", None, None),
        (Between(Year(2011), Year(2012)), "none", None, None),
        (Length(lasting(82, Granularity.DAY)), "none", "DURATION", None),
        (About(Length(lasting(82, Granularity.DAY)), "MORE_THAN"), "none", "DURATION", "MORE_THAN"),
        (Repeated("P1W", "EVERY"), "none", "SET", None),
        (Reference("past"), "published", "DATE", None),
        (Rest(Last(Unit(Granularity.YEAR)), "earlier"), "published", None, None),
    ],
)
def test_what_a_meaning_leans_on_and_how_timeml_names_it(
    meaning: Meaning, leans: str, timex_type: str | None, mod: str | None
) -> None:
    assert (meaning.leans, meaning.timex_type, meaning.mod) == (leans, timex_type, mod)


def test_a_meaning_of_ones_own_must_say_what_it_is() -> None:
    class Bare(Recurring):
        pass

    with pytest.raises(TypeError, match="Bare"):
        Bare().latest(0)
    with pytest.raises(TypeError, match="Bare"):
        Bare().following(0)
    with pytest.raises(TypeError, match="Meaning"):
        Meaning().on(Anchor(0))
