"""Times told by their distance from an anchor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meanings.anchors import (
    AHEAD,
    AUGUST_1914,
    CALENDAR,
    PAPER,
    WIRE,
    edtf,
    lasting,
    law,
    story,
)
from tests.meanings.test_recurring import EVERY, instants
from timeline.meanings import (
    About,
    Anchor,
    Day,
    Fixed,
    From,
    Holiday,
    Last,
    Latest,
    Meaning,
    Month,
    MonthDay,
    Next,
    Now,
    PartOfDay,
    Quarter,
    Recurring,
    Season,
    Shift,
    This,
    Unit,
    Weekday,
    Year,
)
from timeline.spans import DAY, Duration, Granularity, TimeSpan, seconds

G = Granularity
fine = st.booleans()
anchors = st.builds(Anchor, instants, fine=fine)
units = st.sampled_from([g for g in G if g not in (G.PART_OF_DAY, G.WEEKEND)])


@law
@given(st.sampled_from(EVERY), anchors)
def test_last_is_over_before_the_anchor(what: Recurring, anchor: Anchor) -> None:
    span = Last(what).on(anchor)
    assert span.end is not None
    assert span.end <= anchor.now


@law
@given(st.sampled_from(EVERY), anchors)
def test_next_begins_after_the_anchor(what: Recurring, anchor: Anchor) -> None:
    span = Next(what).on(anchor)
    assert span.start is not None
    assert span.start >= anchor.now


@law
@given(st.sampled_from(EVERY), anchors)
def test_the_one_before_last_is_before_the_last(what: Recurring, anchor: Anchor) -> None:
    last, other = Last(what).on(anchor), Last(what, 2).on(anchor)
    if isinstance(what, Weekday):
        last = Last(what, near=True).on(anchor)  # counted from here and not from the week before
    assert other.start is not None
    assert last.start is not None
    assert other.start < last.start


@law
@given(units, anchors)
def test_this_unit_holds_the_anchor(unit: Granularity, anchor: Anchor) -> None:
    span = This(Unit(unit)).on(anchor)
    assert span.start is not None
    assert span.end is not None
    assert span.start <= anchor.now < span.end


@law
@given(units, anchors)
def test_last_this_and_next_follow_one_another(unit: Granularity, anchor: Anchor) -> None:
    if unit < G.DAY:
        return  # an hour or a minute is counted from now
    last, this, following = (kind(Unit(unit)).on(anchor) for kind in (Last, This, Next))
    assert (last.end, this.end) == (this.start, following.start)


@law
@given(units, st.integers(0, 30), anchors)
def test_there_and_back_again(unit: Granularity, count: int, anchor: Anchor) -> None:
    length = lasting(count, unit)
    there, back = Shift(length, 1).on(anchor), Shift(length, -1).on(anchor)
    assert there.start is not None
    assert back.start is not None
    assert back.start <= anchor.now
    assert there.start >= back.start


@pytest.mark.parametrize(
    ("meaning", "anchor", "told"),
    [
        (Last(Month(9)), PAPER, "2022-09"),
        (Last(Month(3)), PAPER, "2022-03"),
        (Last(Unit(G.WEEK)), PAPER, "2023-02-27/2023-03-05"),
        (Last(Unit(G.WEEKEND)), PAPER, "2023-03-04/2023-03-05"),
        (Last(Unit(G.YEAR)), PAPER, "2022"),
        (Last(Unit(G.QUARTER)), PAPER, "2022-36"),
        (Last(Unit(G.DECADE)), PAPER, "201X"),
        (Last(Unit(G.CENTURY)), PAPER, "19XX"),
        (Last(Season(9)), PAPER, "2022-23"),
        (Last(Weekday(4)), PAPER, "2023-03-03"),
        (Last(Weekday(0)), PAPER, "2023-02-27"),
        (Last(Weekday(1)), Anchor(seconds(2023, 3, 9)), "2023-02-28"),  # of the week before
        (Last(Weekday(1), near=True), Anchor(seconds(2023, 3, 9)), "2023-03-07"),
        (Last(Unit(G.WEEK), 3), PAPER, "2023-02-13/2023-02-19"),
        (Last(Unit(G.YEAR), lean="story"), AUGUST_1914, "1913"),
        (Last(Month(8), lean="story"), AUGUST_1914, "1913-08"),
        (Last(Unit(G.HOUR)), WIRE, "2023-03-06T11:30/2023-03-06T12:29"),
        (Last(Unit(G.HOUR)), CALENDAR, "2023-03-06T11"),
        (Last(Holiday("Christmas", "12-25")), PAPER, "2022-12-25"),
    ],
)
def test_last(meaning: Meaning, anchor: Anchor, told: str) -> None:
    assert edtf(meaning, anchor) == told


@pytest.mark.parametrize(
    ("meaning", "anchor", "told"),
    [
        (Next(Unit(G.YEAR)), PAPER, "2024"),
        (Next(Unit(G.WEEK)), PAPER, "2023-03-13/2023-03-19"),
        (Next(Unit(G.WEEKEND)), PAPER, "2023-03-18/2023-03-19"),  # this one is 11 to 12 March
        (Next(Month(3)), PAPER, "2024-03"),
        (Next(Month(4)), PAPER, "2023-04"),
        (Next(Weekday(1)), PAPER, "2023-03-14"),  # of the week after
        (Next(Weekday(1), near=True), PAPER, "2023-03-07"),
        (Next(Weekday(0), 2), PAPER, "2023-03-20"),
        (Next(MonthDay(3, 6)), PAPER, "2024-03-06"),
        (Next(Unit(G.MONTH), lean="story"), AUGUST_1914, "1914-09"),
        (Next(Unit(G.DAY), lean="story"), story(TimeSpan.day(1529, 10, 2)), "1529-10-03"),
        (Next(Weekday(4), lean="story"), story(TimeSpan.day(1914, 8, 4)), "1914-08-07"),
        (Next(Unit(G.HOUR)), WIRE, "2023-03-06T12:30/2023-03-06T13:29"),
        (Next(Unit(G.HOUR)), CALENDAR, "2023-03-06T13"),
    ],
)
def test_next(meaning: Meaning, anchor: Anchor, told: str) -> None:
    assert edtf(meaning, anchor) == told


@pytest.mark.parametrize(
    ("meaning", "anchor", "told"),
    [
        (This(Unit(G.WEEK)), PAPER, "2023-03-06/2023-03-12"),
        (This(Unit(G.WEEKEND)), PAPER, "2023-03-11/2023-03-12"),
        (This(Unit(G.YEAR)), PAPER, "2023"),
        (This(Weekday(4)), PAPER, "2023-03-10"),
        (This(Weekday(0)), Anchor(seconds(2023, 3, 8)), "2023-03-06"),
        (This(Month(9)), PAPER, "2023-09"),
        (This(Month(1)), PAPER, "2023-01"),
        (This(Season(3)), PAPER, "2023-21"),
        (This(Season(6)), PAPER, "2023-22"),
        (This(Quarter(1)), PAPER, "2023-33"),
        (This(PartOfDay("MO")), PAPER, "2023-03-06T08:00/2023-03-06T11:59"),
        (This(Holiday("Christmas", "12-25")), PAPER, "2023-12-25"),
        (This(Season(3), "story"), story(TimeSpan.day(1529, 9, 27)), "1529-21"),
        (This(Unit(G.YEAR), "story"), AUGUST_1914, "1914"),
        (This(Month(9), "story"), AUGUST_1914, "1914-09"),
    ],
)
def test_this(meaning: Meaning, anchor: Anchor, told: str) -> None:
    assert edtf(meaning, anchor) == told


@pytest.mark.parametrize(
    ("meaning", "anchor", "told"),
    [
        (Now(), PAPER, "2023-03-06"),
        (Now(), WIRE, "2023-03-06T12:30:00"),
        (Day(0), WIRE, "2023-03-06"),
        (Day(-1), PAPER, "2023-03-05"),
        (Day(2), PAPER, "2023-03-08"),
        (Day(1, "story"), story(TimeSpan.day(1529, 10, 31)), "1529-11-01"),
    ],
)
def test_now_and_days_counted_from_it(meaning: Meaning, anchor: Anchor, told: str) -> None:
    assert edtf(meaning, anchor) == told


def test_latest_is_the_one_the_text_is_about() -> None:
    quarter = Latest(Unit(G.QUARTER))
    told = TimeSpan.unit(G.QUARTER, seconds(1989, 2))
    assert quarter.on(PAPER).timex3 == "2022-Q4"
    assert quarter.on(story(told)) == told
    assert quarter.on(story(TimeSpan.year(1989))).timex3 == "2008-Q4"


@pytest.mark.parametrize(
    ("length", "sign", "anchor", "told"),
    [
        (lasting(2, G.YEAR), -1, PAPER, "2021"),
        (lasting(6, G.WEEK), -1, PAPER, "2023-01-23/2023-01-29"),
        (lasting(10, G.DAY), -1, PAPER, "2023-02-24"),
        (lasting(3, G.MONTH), 1, PAPER, "2023-06"),
        (lasting(2, G.DECADE), -1, PAPER, "2003"),
        (lasting(1, G.CENTURY), -1, PAPER, "1923"),
        (lasting(3, G.HOUR), -1, PAPER, "2023-03-06"),
        (lasting(18, G.HOUR), -1, PAPER, "2023-03-05"),
        (lasting(3, G.HOUR), -1, WIRE, "2023-03-06T09:30"),
        (lasting(2, G.WEEK), -1, WIRE, "2023-02-20"),
        (lasting(2, G.HOUR), 1, CALENDAR, "2023-03-06T14:30"),
        (lasting(2, G.YEAR), -1, AUGUST_1914, "1912"),
        (lasting(12, G.DAY), 1, story(TimeSpan.day(1940, 6, 10)), "1940-06-22"),
        (lasting(1, G.YEAR), -1, story(TimeSpan.unit(G.QUARTER, seconds(1989, 8))), "1988-35"),
        (lasting(2, G.HOUR), 1, AUGUST_1914, "1914-08"),
        (lasting(100, G.YEAR), -1, story(TimeSpan.year(-43)), "-0143"),
        (lasting(None, G.DAY), -1, PAPER, "2023-02-24~/2023-03-05~"),
        (lasting(None, G.YEAR), 1, PAPER, "2024~/2033~"),
        (Duration(((None, None),)), 1, PAPER, "2023-03-07~/2023-03-16~"),
    ],
)
def test_shift(length: Duration, sign: int, anchor: Anchor, told: str) -> None:
    assert edtf(Shift(length, sign), anchor) == told


@pytest.mark.parametrize(
    ("meaning", "told"),
    [
        (From(lasting(2, G.DAY), 1, Fixed(TimeSpan.day(2022, 12, 25))), "2022-12-27"),
        (From(lasting(1, G.WEEK), -1, Fixed(TimeSpan.day(2022, 12, 25))), "2022-12-18"),
        (From(lasting(3, G.MONTH), 1, Year(2020)), "2020-04"),
        (From(lasting(2, G.DAY), 1, Weekday(4)), "2023-03-05"),
        (From(lasting(2, G.DAY), 1, Fixed(TimeSpan(None, None))), "../.."),
    ],
)
def test_from(meaning: Meaning, told: str) -> None:
    assert edtf(meaning) == told


@pytest.mark.parametrize(
    ("how", "amount", "unit", "sign", "told"),
    [
        ("APPROX", 1, G.YEAR, -1, "2022~"),
        ("JUST_MORE_THAN", 1, G.YEAR, -1, "2022-02~"),
        ("JUST_LESS_THAN", 1, G.YEAR, -1, "2022-04~"),
        ("MORE_THAN", 1, G.YEAR, -1, "2021-03-06~/2022-03-05~"),
        ("LESS_THAN", 1, G.YEAR, -1, "2022-03-06~/2023-03-05~"),
        ("MORE_THAN", 2, G.DECADE, -1, "1993-03-06~/2003-03-05~"),
        ("JUST_MORE_THAN", 2, G.WEEK, 1, "2023-03-21~"),
        ("EQUAL_OR_MORE", 1, G.YEAR, -1, "2022~"),
        ("MORE_THAN", None, G.YEAR, -1, "2013~/2022~"),
    ],
)
def test_about(how: str, amount: float | None, unit: Granularity, sign: int, told: str) -> None:
    assert edtf(About(Shift(lasting(amount, unit), sign), how)) == told


def test_about_a_year_is_the_year_more_or_less() -> None:
    assert edtf(About(Year(1900))) == "1900~"
    assert edtf(About(Weekday(4)), AHEAD) == "2023-03-10~"
    assert About(Year(1900)).on(PAPER).start_latest is None


def test_a_count_of_hours_leaves_a_day_alone_where_only_the_day_is_known() -> None:
    day = Shift(lasting(3, G.HOUR), 1, "story").on(story(TimeSpan.day(1914, 8, 4)))
    assert (day.start, day.end) == (seconds(1914, 8, 4), seconds(1914, 8, 4) + DAY)
