"""How an event stands to a time, and stretches told by their length or their rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meanings.anchors import (
    AHEAD,
    AUGUST_1914,
    CALENDAR,
    NOON,
    PAPER,
    WIRE,
    edtf,
    lasting,
    law,
    story,
)
from tests.meanings.test_recurring import EVERY, instants
from timeline.meanings import (
    After,
    Anchor,
    Before,
    Between,
    By,
    Clock,
    Coming,
    Day,
    Edge,
    Fixed,
    InLength,
    Last,
    Length,
    Meaning,
    Month,
    MonthDay,
    Next,
    Now,
    Past,
    Recurring,
    Rest,
    Since,
    This,
    Throughout,
    Unit,
    Until,
    Weekday,
    WorkDays,
    Year,
)
from timeline.spans import DAY, Duration, Granularity, TimeSpan, seconds

G = Granularity
MARCH_6 = seconds(2023, 3, 6)


@pytest.mark.parametrize(
    ("meaning", "told"),
    [
        (Since(Month(8)), "2022-08/.."),
        (Since(Last(Month(9))), "2022-09/.."),
        (Since(Year(2015)), "2015/.."),
        (Since(Year(2030)), "2030/.."),
    ],
)
def test_since(meaning: Meaning, told: str) -> None:
    assert edtf(meaning) == told
    assert meaning.on(PAPER).relation == "since"


def test_since_goes_on_at_publication_and_not_at_the_time_of_the_story() -> None:
    span = Since(Month(8)).on(AUGUST_1914)
    assert (span.start, span.end) == (seconds(1914, 8), seconds(2009, 1, 2))
    assert span.ongoing


@pytest.mark.parametrize(
    ("meaning", "anchor", "told"),
    [
        (Until(Month(1)), PAPER, "../2023-01"),
        (Until(Weekday(4)), AHEAD, "../2023-03-10"),
        (Until(Year(2030)), PAPER, "../2030"),
    ],
)
def test_until(meaning: Meaning, anchor: Anchor, told: str) -> None:
    assert edtf(meaning, anchor) == told
    assert meaning.on(anchor).relation == "until"


def test_before_and_after_leave_the_time_out() -> None:
    assert edtf(Before(Year(2016))) == "[..2015]"
    assert edtf(After(Year(2016))) == "[2017..]"
    assert edtf(Before(Weekday(4)), AHEAD) == "[..2023-03-09]"
    assert edtf(Before(Edge("end", Year(2016)))) == "[..2016~]"
    assert edtf(Before(Edge("start", Year(2016)))) == "[..2015~]"


def test_after_a_time_of_the_clock_is_from_then_on() -> None:
    assert After(Clock(14)).on(WIRE).start == MARCH_6 + 14 * 3600
    assert After(Day(0)).on(WIRE).start == MARCH_6 + DAY
    assert After(Day(1)).on(CALENDAR).start == MARCH_6 + DAY


def test_by_takes_the_time_in() -> None:
    assert edtf(By(Weekday(4)), AHEAD) == "[..2023-03-10]"
    assert edtf(By(Year(2030))) == "[..2030]"
    assert By(Weekday(4)).on(CALENDAR).start == NOON
    assert By(Last(Month(1))).on(CALENDAR).start is None


def test_throughout_fills_the_time() -> None:
    span = Throughout(Year(2022)).on(PAPER)
    assert (span.start_latest, span.end_earliest) == (span.start, span.end)
    assert span.relation == "throughout"


@pytest.mark.parametrize(
    ("meaning", "anchor", "told"),
    [
        (Between(Year(2011), Year(2015)), PAPER, "2011/2015"),
        (Between(Year(2011), Next(Month(4), lean="story")), PAPER, "2011/2012-04"),
        (Between(Year(2015), Year(2011)), PAPER, "2011/2015"),
        (Between(Month(7), Month(9)), PAPER, "2022-07/2022-09"),
        (Between(Month(11), Month(2)), PAPER, "2022-11/2023-02"),
        (Between(Month(7), Fixed(TimeSpan.month(2019, 11))), PAPER, "2019-07/2019-11"),
        (Between(Month(11), Fixed(TimeSpan.month(2019, 2))), PAPER, "2018-11/2019-02"),
        (Between(Weekday(0), Weekday(3)), AHEAD, "2023-03-06/2023-03-09"),
        (Between(Weekday(4), Weekday(0)), PAPER, "2023-03-03/2023-03-06"),
        (Between(MonthDay(12, 24), MonthDay(1, 2)), PAPER, "2022-12-24/2023-01-02"),
        (Between(Clock(9), Clock(17)), PAPER, "2023-03-06T09:00/2023-03-06T17:00"),
        (Between(Now(), Next(Weekday(4), near=True)), CALENDAR, "2023-03-06/2023-03-10"),
        (Between(Last(Unit(G.YEAR)), This(Unit(G.YEAR))), PAPER, "2022/2023"),
    ],
)
def test_between(meaning: Meaning, anchor: Anchor, told: str) -> None:
    assert edtf(meaning, anchor) == told


def test_what_falls_between_need_not_fill_it() -> None:
    filled = Between(Year(2011), Year(2015)).on(PAPER)
    loose = Between(Year(2011), Year(2015), whole=False).on(PAPER)
    assert (filled.relation, loose.relation) == ("throughout", "within")
    assert filled.start_latest == seconds(2012)
    assert (loose.start_latest, loose.end_earliest) == (None, None)
    assert (loose.start, loose.end) == (filled.start, filled.end)


@law
@given(st.sampled_from(EVERY), st.sampled_from(EVERY), instants, st.booleans(), st.booleans())
def test_between_begins_before_it_ends(
    first: Recurring, last: Recurring, instant: int, whole: bool, ahead: bool
) -> None:
    anchor = Anchor(instant, lean="future" if ahead else "past", asked="past")
    span = Between(first, last, whole).on(anchor)
    assert span.start is not None
    assert span.end is not None
    assert span.start < span.end


@pytest.mark.parametrize(
    ("meaning", "anchor", "told"),
    [
        (Past(lasting(2, G.MONTH)), PAPER, "2023-01-06/2023-03-06"),
        (Past(lasting(20, G.YEAR)), PAPER, "2003-03-06/2023-03-06"),
        (Past(lasting(None, G.DAY)), PAPER, "2023-02-27~/2023-03-06~"),
        (Past(lasting(None, G.MONTH)), PAPER, "2022-08-06~/2023-03-06~"),
        (Past(lasting(2, G.QUARTER)), PAPER, "2022-35/2022-36"),
        (Past(lasting(2, G.DECADE)), PAPER, "200X/201X"),
        (Past(lasting(3, G.HOUR)), PAPER, "2023-03-05T21:00/2023-03-06"),
        (Past(lasting(3, G.HOUR)), WIRE, "2023-03-06T09:30:00/2023-03-06T12:29:59"),
        (Past(lasting(2, G.WEEK)), CALENDAR, "2023-02-20/2023-03-05"),
        (Past(lasting(2, G.YEAR), "story"), AUGUST_1914, "1912-08-01/1914-08-01"),
    ],
)
def test_past(meaning: Meaning, anchor: Anchor, told: str) -> None:
    assert edtf(meaning, anchor) == told


def test_the_past_months_may_be_filled() -> None:
    span = Past(lasting(2, G.MONTH), filled=True).on(PAPER)
    assert span.relation == "throughout"
    assert (span.start_latest, span.end_earliest) == (seconds(2023, 1, 6), MARCH_6)


@pytest.mark.parametrize(
    ("meaning", "anchor", "told"),
    [
        (Coming(lasting(5, G.DAY)), PAPER, "2023-03-07/2023-03-11"),
        (Coming(lasting(2, G.WEEK), within=True), PAPER, "2023-03-06/2023-03-19"),
        (Coming(lasting(None, G.WEEK)), PAPER, "2023-03-07~/2023-04-24~"),
        (Coming(lasting(2, G.QUARTER)), PAPER, "2023-34/2023-35"),
        (Coming(lasting(2, G.HOUR)), WIRE, "2023-03-06T12:30:00/2023-03-06T14:29:59"),
        (Coming(lasting(2, G.WEEK)), CALENDAR, "2023-03-13/2023-03-26"),
        (Coming(lasting(2, G.WEEK), last=True), CALENDAR, "2023-03-20/2023-03-26"),
        (Coming(lasting(2, G.WEEK), last=True), PAPER, "2023-03-07/2023-03-20"),
    ],
)
def test_coming(meaning: Meaning, anchor: Anchor, told: str) -> None:
    assert edtf(meaning, anchor) == told


@pytest.mark.parametrize(
    ("count", "sign", "told"),
    [
        (1, -1, "2023-03-03"),
        (4, 1, "2023-03-07/2023-03-10"),
        (5, 1, "2023-03-07/2023-03-13"),
        (6, -1, "2023-02-24/2023-03-03"),
    ],
)
def test_work_days_leave_weekends_out(count: int, sign: int, told: str) -> None:
    assert edtf(WorkDays(count, sign)) == told


def test_a_stretch_of_no_length_has_no_place() -> None:
    for meaning in (Past(lasting(0, G.WEEK)), Coming(lasting(0, G.WEEK)), WorkDays(0, 1)):
        assert edtf(meaning) == "../.."
        assert meaning.on(PAPER).timex3.startswith("P0")
    while_ = Duration(((None, None),))
    assert edtf(Past(while_)) == edtf(Coming(while_, within=True)) == "../.."


def test_in_five_years_is_a_time_where_the_words_point_forward() -> None:
    five = InLength(lasting(5, G.YEAR))
    assert five.on(AHEAD).timex3 == "2028"
    assert five.on(PAPER).timex3 == "P5Y"
    assert (five.on(PAPER).start, five.on(PAPER).end) == (None, None)


@pytest.mark.parametrize(
    ("meaning", "anchor", "told"),
    [
        (Rest(This(Unit(G.YEAR)), "earlier"), PAPER, "2023-01-01/2023-03-06"),
        (Rest(This(Unit(G.YEAR)), "later"), PAPER, "2023-03-06/2023-12-31"),
        (Rest(This(Unit(G.WEEK)), "later"), PAPER, "2023-03-06/2023-03-12"),
        (Rest(Last(Unit(G.YEAR)), "earlier"), PAPER, "2022-01-01/2022-07-01"),
        (Rest(Last(Unit(G.YEAR)), "later"), PAPER, "2022-07-03/2022-12-31"),
        (
            Rest(This(Unit(G.MONTH)), "later"),
            story(TimeSpan.day(1914, 8, 4)),
            "1914-08-04/1914-08-31",
        ),
        (Rest(Length(lasting(2, G.DAY)), "later"), PAPER, "../.."),
    ],
)
def test_rest(meaning: Meaning, anchor: Anchor, told: str) -> None:
    assert edtf(meaning, anchor) == told
    assert meaning.on(anchor).timex3 == meaning.what.on(anchor).timex3  # type: ignore[attr-defined]
