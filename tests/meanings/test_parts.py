"""Parts of longer times: which, early or late, first or last; and times that need no anchor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meanings.anchors import AUGUST_1914, CALENDAR, PAPER, WIRE, edtf, lasting, law, story
from tests.meanings.test_recurring import instants
from timeline.meanings import (
    Anchor,
    Around,
    Century,
    Clock,
    Day,
    Decade,
    Edge,
    Fixed,
    Hours,
    In,
    Last,
    Length,
    Like,
    Meaning,
    Month,
    MonthDay,
    Next,
    Nth,
    Opening,
    PartOfDay,
    Quarter,
    Reference,
    Repeated,
    Season,
    ShortYear,
    Stage,
    This,
    Unit,
    Unknown,
    Weekday,
    Year,
)
from timeline.spans import DAY, Duration, Granularity, TimeSpan, seconds

G = Granularity
MAY_2024 = In(Month(5), Year(2024))
wholes = st.sampled_from(
    [
        Day(-1),
        This(Unit(G.WEEK)),
        Month(9),
        Season(12),
        Quarter(3),
        Last(Unit(G.YEAR)),
        Decade(1990),
    ]
)


@pytest.mark.parametrize(
    ("meaning", "anchor", "told"),
    [
        (In(Month(5), Year(2019)), PAPER, "2019-05"),
        (In(Season(12), Year(1994)), PAPER, "1994-24"),
        (In(Quarter(3), Last(Unit(G.YEAR))), PAPER, "2022-35"),
        (In(MonthDay(3, 15), Year(-43)), PAPER, "-0043-03-15"),
        (In(Weekday(0), Next(Unit(G.WEEK))), PAPER, "2023-03-13"),
        (In(PartOfDay("NI"), Day(-1)), PAPER, "2023-03-05T20:00/2023-03-06T05:59"),
        (In(Clock(10, half="pm"), Weekday(2)), PAPER, "2023-03-01T22:00"),
        (In(Hours(Clock(9), Clock(5)), Day(1)), PAPER, "2023-03-07T09:00/2023-03-07T16:59"),
        (In(Month(5), Fixed(TimeSpan(None, None))), PAPER, "../.."),
    ],
)
def test_in(meaning: Meaning, anchor: Anchor, told: str) -> None:
    assert edtf(meaning, anchor) == told


@pytest.mark.parametrize(
    ("meaning", "told"),
    [
        (Nth(2, Weekday(6), MAY_2024), "2024-05-12"),
        (Nth(1, Weekday(2), MAY_2024), "2024-05-01"),
        (Nth(-1, Weekday(0), MAY_2024), "2024-05-27"),
        (Nth(-2, Weekday(4), MAY_2024), "2024-05-24"),
        (Nth(3, Unit(G.DAY), MAY_2024), "2024-05-03"),
        (Nth(1, Unit(G.WEEK), Year(2021)), "2021-01-04/2021-01-10"),  # its Thursday is in 2021
        (Nth(-1, Unit(G.WEEK), Year(2020)), "2020-12-28/2021-01-03"),
        (Nth(2, Unit(G.QUARTER), Year(2024)), "2024-34"),
        (Nth(1, Unit(G.DECADE), Century(19)), "180X"),
        (Nth(1, Weekday(0), Fixed(TimeSpan(None, None))), "../.."),
    ],
)
def test_nth(meaning: Meaning, told: str) -> None:
    assert edtf(meaning) == told


@pytest.mark.parametrize(
    ("meaning", "told"),
    [
        (Around(G.WEEK, Fixed(TimeSpan.day(2000, 3, 8))), "2000-03-06/2000-03-12"),
        (Around(G.WEEK, Fixed(TimeSpan.day(2000, 3, 5))), "2000-03-06/2000-03-12"),
        (Around(G.MONTH, Fixed(TimeSpan.day(2000, 3, 5))), "2000-03"),
        (Around(G.WEEK, Fixed(TimeSpan(None, None))), "../.."),
    ],
)
def test_around(meaning: Meaning, told: str) -> None:
    assert edtf(meaning) == told


def test_like_is_the_same_quarter_of_another_year() -> None:
    third = TimeSpan.unit(G.QUARTER, seconds(1989, 8))
    assert edtf(Like(1988), story(third)) == "1988-35"
    assert edtf(Like(1988), PAPER) == "1988"
    assert edtf(Like(1988), AUGUST_1914) == "1988"


@pytest.mark.parametrize(
    ("stage", "whole", "told"),
    [
        ("early", Year(2019), "2019-01~/2019-04~"),
        ("mid", Year(2019), "2019-05~/2019-08~"),
        ("late", Year(2019), "2019-09~/2019-12~"),
        ("early", Month(2), "2023-02-01~/2023-02-10~"),
        ("late", Month(2), "2023-02-21~/2023-02-28~"),
        ("early", This(Unit(G.WEEK)), "2023-03-06~/2023-03-08~"),
        ("mid", This(Unit(G.WEEK)), "2023-03-08~/2023-03-10~"),
        ("mid", Day(0), "2023-03-06T10:00~/2023-03-06T13:59~"),
        ("early", Day(0), "2023-03-06T00:00~/2023-03-06T07:59~"),
        ("late", PartOfDay("AF"), "2023-03-06T14:00~/2023-03-06T15:59~"),
        ("early", Decade(1990), "1990~/1992~"),
        ("late", Clock(10, 30), "2023-03-06T10:30~"),
        ("mid", Clock(10, grain=G.HOUR), "2023-03-06T10~"),
    ],
)
def test_stage(stage: str, whole: Meaning, told: str) -> None:
    meaning = Stage(stage, whole)
    assert edtf(meaning) == told
    assert meaning.on(PAPER).timex3 == whole.on(PAPER).timex3
    assert meaning.mod == {"early": "START", "mid": "MID", "late": "END"}[stage]


@law
@given(wholes, instants, st.sampled_from([True, False]))
def test_the_stages_of_a_time_lie_in_it_one_after_another(
    whole: Meaning, instant: int, fine: bool
) -> None:
    anchor = Anchor(instant, fine=fine)
    span = whole.on(anchor)
    early, mid, late = (Stage(stage, whole).on(anchor) for stage in ("early", "mid", "late"))
    for part in (early, mid, late, Edge("start", whole).on(anchor), Edge("end", whole).on(anchor)):
        assert span.contains(part)
        assert part.start is not None
        assert part.end is not None
        assert part.start < part.end
        assert part.approximate
    starts = [part.start for part in (early, mid, late) if part.start is not None]
    assert starts == sorted(set(starts))


@pytest.mark.parametrize(
    ("side", "whole", "anchor", "told"),
    [
        ("end", Year(2019), PAPER, "2019-09~/2019-12~"),
        ("start", Year(2019), PAPER, "2019-01~/2019-04~"),
        ("start", Year(2019), CALENDAR, "2019-01~/2019-03~"),
        ("end", Month(2), PAPER, "2023-02-21~/2023-02-28~"),
        ("start", Month(2), PAPER, "2023-02-01~/2023-02-10~"),
        ("end", Decade(1990), PAPER, "1999~"),
        ("start", Century(19), PAPER, "1800~/1809~"),
        ("end", Day(0), PAPER, "2023-03-06~"),
        ("end", Day(0), WIRE, "2023-03-06T23:59:59~"),
        ("end", Day(0), CALENDAR, "2023-03-06T17:00~/2023-03-06T23:59~"),
        ("end", Fixed(TimeSpan(None, None)), PAPER, "../.."),
    ],
)
def test_edge(side: str, whole: Meaning, anchor: Anchor, told: str) -> None:
    meaning = Edge(side, whole)
    assert edtf(meaning, anchor) == told
    assert meaning.mod == ("START" if side == "start" else "END")


@pytest.mark.parametrize(
    ("meaning", "told"),
    [
        (Opening(lasting(9, G.MONTH), Year(2019)), "2019-01/2019-09"),
        (Opening(lasting(2, G.MONTH), Year(2019), last=True), "2019-11/2019-12"),
        (Opening(lasting(2, G.WEEK), In(Month(6), Year(2019)), last=True), "2019-06-17/2019-06-30"),
        (Opening(lasting(2, G.WEEK), Year(2021)), "2021-01-04/2021-01-17"),
        (Opening(lasting(3, G.DAY), Month(2)), "2023-02-01/2023-02-03"),
        (Opening(lasting(3, G.DAY), Fixed(TimeSpan(None, None))), "../.."),
    ],
)
def test_opening(meaning: Meaning, told: str) -> None:
    assert edtf(meaning) == told
    assert meaning.timex_type == "DURATION"


@pytest.mark.parametrize(
    ("meaning", "anchor", "timex3"),
    [
        (Year(2022), PAPER, "2022"),
        (Year(-43), PAPER, "BC0044"),
        (Fixed(TimeSpan.day(2022, 2, 24)), PAPER, "2022-02-24"),
        (ShortYear(89), PAPER, "1989"),
        (ShortYear(43), PAPER, "2043"),
        (ShortYear(44), PAPER, "1944"),
        (ShortYear(14), AUGUST_1914, "1914"),
        (ShortYear(68), story(TimeSpan.year(1850)), "1868"),
        (Decade(1990), PAPER, "199"),
        (Decade(80, short=True), PAPER, "198"),
        (Decade(20, short=True), PAPER, "202"),
        (Decade(30, short=True), PAPER, "193"),
        (Decade(-470), PAPER, "BC047"),
        (Century(19), PAPER, "18"),
        (Century(1), PAPER, "00"),
        (Century(-5), PAPER, "BC04"),
    ],
)
def test_times_with_a_number_of_their_own(meaning: Meaning, anchor: Anchor, timex3: str) -> None:
    assert meaning.on(anchor).timex3 == timex3


@pytest.mark.parametrize(
    ("meaning", "first", "last"),
    [
        (Century(19), 1800, 1899),
        (Century(-5), -499, -400),  # 500 to 401 BCE
        (Decade(-470), -478, -469),  # 479 to 470 BCE
        (Decade(1990), 1990, 1999),
    ],
)
def test_the_years_of_decades_and_centuries(meaning: Meaning, first: int, last: int) -> None:
    span = meaning.on(PAPER)
    assert (span.start, span.end) == (seconds(first), seconds(last + 1))


@pytest.mark.parametrize(
    ("meaning", "value", "timex_type"),
    [
        (Length(lasting(82, G.DAY)), "P82D", "DURATION"),
        (Length(Duration(((None, None),))), "PXX", "DURATION"),
        (Repeated("XXXX-WXX-5", "EVERY"), "XXXX-WXX-5", "SET"),
        (Unknown("XXXX-XX-XXTNI", "TIME"), "XXXX-XX-XXTNI", "TIME"),
        (Unknown("XXXX"), "XXXX", "DATE"),
    ],
)
def test_what_has_no_place_on_the_calendar(meaning: Meaning, value: str, timex_type: str) -> None:
    span = meaning.on(PAPER)
    assert (span.start, span.end) == (None, None)
    assert (span.timex3, meaning.timex_type) == (value, timex_type)


def test_references_are_open_to_their_side() -> None:
    past, present, future = (Reference(side).on(WIRE) for side in ("past", "present", "future"))
    assert (past.start, past.relation, past.timex3) == (None, "before", "PAST_REF")
    assert (present.start, present.end) == (WIRE.now, WIRE.now + 1)
    assert present.timex3 == "PRESENT_REF"
    days = Reference("present", lasting(1, G.DAY)).on(WIRE)
    assert (days.start, days.end) == (WIRE.today, WIRE.today + DAY)
    assert (future.end, future.relation, future.timex3) == (None, "after", "FUTURE_REF")
    recent = Reference("past", lasting(3, G.MONTH)).on(WIRE)
    assert (recent.start, recent.relation) == (seconds(2022, 12, 6), "within")
    assert recent.approximate
