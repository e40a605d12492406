"""What comes round again, and towards which occurrence it leans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meanings.anchors import AHEAD, CALENDAR, PAPER, WIRE, edtf, law, story
from timeline.meanings import (
    Anchor,
    Clock,
    DayOfMonth,
    Half,
    Holiday,
    Hours,
    Month,
    MonthDay,
    PartOfDay,
    Quarter,
    Recurring,
    Season,
    Unit,
    Weekday,
)
from timeline.spans import DAY, Granularity, TimeSpan, seconds

EVERY: list[Recurring] = [
    *(
        Unit(granularity)
        for granularity in Granularity
        if granularity is not Granularity.PART_OF_DAY
    ),
    *(Weekday(number) for number in range(7)),
    *(Month(number) for number in (1, 2, 9, 12)),
    *(Quarter(1), Quarter(4), Half(1), Half(2), Season(3), Season(12)),
    *(MonthDay(1, 1), MonthDay(2, 29), MonthDay(12, 31)),
    *(DayOfMonth(1), DayOfMonth(29), DayOfMonth(31)),
    *(PartOfDay("MO"), PartOfDay("NI"), PartOfDay("DA")),
    *(Clock(0), Clock(7, 15, half="pm"), Clock(12, half="am"), Clock(24), Clock(23, 59, 59)),
    *(Hours(Clock(9), Clock(5)), Hours(Clock(10, half="pm"), Clock(6, half="am"))),
    *(
        Holiday("Christmas", "12-25"),
        Holiday("Easter", "easter"),
        Holiday("Thanksgiving", "11/4/3"),
    ),
]
# Easter is known from 1583 on.
instants = st.integers(seconds(1600), seconds(2400))


@law
@given(st.sampled_from(EVERY), instants)
def test_the_latest_has_begun_and_the_following_has_not(what: Recurring, instant: int) -> None:
    latest, following = what.latest(instant), what.following(instant)
    assert latest.start is not None
    assert following.start is not None
    assert latest.start <= instant < following.start


@law
@given(st.sampled_from(EVERY), instants)
def test_none_comes_between_the_latest_and_the_following(what: Recurring, instant: int) -> None:
    latest, following = what.latest(instant), what.following(instant)
    assert latest.start is not None
    assert following.start is not None
    assert what.latest(following.start - 1) == latest
    assert what.following(latest.start - 1) == latest
    assert what.latest(following.start) == following


@law
@given(st.sampled_from(EVERY), instants, st.sampled_from(["past", "future"]))
def test_bare_it_leans_the_way_of_its_anchor(what: Recurring, instant: int, lean: str) -> None:
    if isinstance(what, PartOfDay | Clock | Hours):
        return  # those of the day in question, see below
    span = what.on(Anchor(instant, lean=lean, asked="past"))
    assert span.start is not None
    assert span.end is not None
    if lean == "past":
        assert span.start < instant - instant % DAY + DAY
    else:
        assert span.end > instant


@pytest.mark.parametrize(
    ("what", "past", "ahead"),
    [
        (Weekday(0), "2023-03-06", "2023-03-06"),  # "on Monday" in a Monday's paper
        (Weekday(6), "2023-03-05", "2023-03-12"),
        (Weekday(1), "2023-02-28", "2023-03-07"),
        (Month(3), "2023-03", "2023-03"),
        (Month(2), "2023-02", "2024-02"),
        (Month(4), "2022-04", "2023-04"),
        (Quarter(1), "2023-33", "2023-33"),
        (Quarter(4), "2022-36", "2023-36"),
        (Half(2), "2022-41", "2023-41"),
        (Season(3), "2023-21", "2023-21"),
        (Season(12), "2022-24", "2023-24"),
        (MonthDay(3, 6), "2023-03-06", "2023-03-06"),
        (MonthDay(3, 7), "2022-03-07", "2023-03-07"),
        (MonthDay(2, 29), "2020-02-29", "2024-02-29"),
        (DayOfMonth(4), "2023-03-04", "2023-04-04"),
        (DayOfMonth(31), "2023-01-31", "2023-03-31"),
        (Unit(Granularity.WEEKEND), "2023-03-04/2023-03-05", "2023-03-11/2023-03-12"),
        (Holiday("Christmas", "12-25"), "2022-12-25", "2023-12-25"),
        (Holiday("Easter", "easter"), "2022-04-17", "2023-04-09"),
    ],
)
def test_in_a_mondays_paper(what: Recurring, past: str, ahead: str) -> None:
    assert (edtf(what, PAPER), edtf(what, AHEAD)) == (past, ahead)


@pytest.mark.parametrize(
    ("what", "told", "edtf_told"),
    [
        (Month(12), TimeSpan.month(1914, 8), "1914-12"),
        (Month(2), TimeSpan.month(1914, 8), "1914-02"),
        (Month(2), TimeSpan.month(1914, 12), "1915-02"),  # "in December. In February"
        (Month(8), TimeSpan.month(1914, 8), "1914-08"),
        (Season(3), TimeSpan.day(1529, 9, 27), "1529-21"),
        (MonthDay(10, 2), TimeSpan.day(1529, 9, 27), "1529-10-02"),
        (Weekday(4), TimeSpan.day(1914, 8, 4), "1914-08-07"),
        (Weekday(1), TimeSpan.day(1914, 8, 4), "1914-08-04"),
        (DayOfMonth(28), TimeSpan.month(1914, 8), "1914-08-28"),
        (DayOfMonth(31), TimeSpan.month(1914, 9), "1914-10-31"),
        (Month(3), TimeSpan.year(-43), "-0043-03"),
    ],
)
def test_in_a_story(what: Recurring, told: TimeSpan, edtf_told: str) -> None:
    assert edtf(what, story(told)) == edtf_told


@pytest.mark.parametrize(
    ("letters", "paper", "calendar"),
    [
        ("MO", (8, 12), (0, 12)),
        ("AF", (12, 16), (12, 19)),
        ("EV", (16, 20), (18, 24)),
        ("NI", (20, 30), (18, 24)),
        ("DA", (5, 8), (5, 8)),
    ],
)
def test_parts_of_the_day_in_question(
    letters: str, paper: tuple[int, int], calendar: tuple[int, int]
) -> None:
    for anchor, hours in ((PAPER, paper), (CALENDAR, calendar)):
        span = PartOfDay(letters).on(anchor)
        assert (span.start, span.end) == tuple(anchor.today + 3600 * hour for hour in hours)
        assert span.timex3 == f"2023-03-06T{letters}"


@pytest.mark.parametrize(
    ("clock", "paper", "calendar"),
    [
        (Clock(7, 15, half="pm"), "2023-03-06T19:15", "2023-03-06T19:15"),
        (Clock(7, 15, half="am"), "2023-03-06T07:15", "2023-03-07T07:15"),
        (Clock(12, half="am"), "2023-03-06T00:00", "2023-03-07T00:00"),
        (Clock(12, half="pm"), "2023-03-06T12:00", "2023-03-07T12:00"),
        (Clock(3), "2023-03-06T03:00", "2023-03-06T15:00"),
        (Clock(15), "2023-03-06T15:00", "2023-03-06T15:00"),
        (Clock(24), "2023-03-06T24:00", "2023-03-06T24:00"),
        (Clock(9, 5, 7, Granularity.SECOND), "2023-03-06T09:05:07", "2023-03-06T21:05:07"),
        (Clock(9, grain=Granularity.HOUR), "2023-03-06T09", "2023-03-06T21"),
    ],
)
def test_times_of_the_clock_on_the_day_in_question(clock: Clock, paper: str, calendar: str) -> None:
    assert clock.on(WIRE).timex3 == paper
    assert clock.on(CALENDAR).timex3 == calendar


@pytest.mark.parametrize(
    ("hours", "start", "end"),
    [
        (Hours(Clock(9), Clock(17)), 9, 17),
        (Hours(Clock(9), Clock(5)), 9, 17),
        (Hours(Clock(10, half="pm"), Clock(6, half="am")), 22, 30),
        (Hours(Clock(9), Clock(9)), 9, 21),
    ],
)
def test_hours_end_after_they_begin(hours: Hours, start: int, end: int) -> None:
    span = hours.on(PAPER)
    assert (span.start, span.end) == (PAPER.today + 3600 * start, PAPER.today + 3600 * end)
    assert span.relation == "throughout"


def test_a_day_that_never_comes_has_no_place() -> None:
    never = MonthDay(2, 30)
    assert never.latest(PAPER.now) == never.following(PAPER.now)
    assert (never.latest(PAPER.now).start, never.latest(PAPER.now).end) == (None, None)
