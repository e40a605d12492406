"""Clocks of different zones: what they show is kept, and their instants are compared."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.spans.strategies import instants as far_off
from tests.spans.strategies import law
from timeline.spans import (
    CONVERSE,
    Granularity,
    TimeSpan,
    home_zone,
    offset,
    offset_at,
    possible_relations,
    read_offset,
    seconds,
)

CLOCK = (Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR)
zones = st.integers(-12 * 4, 14 * 4).map(lambda quarters: quarters * 15)
# So near each other that a zone decides.
near = st.integers(-36, 36).map(lambda hours: seconds(2023, 3, 5) + hours * 3600)
instants = st.one_of(far_off(), near)


@st.composite
def clocked(draw: st.DrawFn) -> TimeSpan:
    """A time of the clock of a zone, or what is told from it."""
    unit = TimeSpan.unit(draw(st.sampled_from(CLOCK)), draw(instants))
    told = replace(unit, zone=draw(zones))
    last = replace(TimeSpan.unit(Granularity.MINUTE, draw(instants)), zone=draw(zones))
    shapes = [told, told.since(None), told.until(), told.before(), told.after()]
    return draw(st.sampled_from([*shapes, TimeSpan.range(told, last)]))


def bounds(span: TimeSpan) -> list[int | None]:
    """The bounds as the clock of UTC shows them."""
    there = span.on_clock(0)
    return [there.start, there.end, there.start_latest, there.end_earliest]


@law
@given(clocked())
def test_a_zone_is_written_and_read_back(span: TimeSpan) -> None:
    back = TimeSpan.from_edtf(span.edtf())
    assert (back.zone, bounds(back)[:2]) == (span.zone, bounds(span)[:2])


@law
@given(zones)
def test_an_offset_reads_back(zone: int) -> None:
    assert read_offset(offset(zone)) == zone


@law
@given(clocked(), zones)
def test_another_clock_shows_the_same_instants(span: TimeSpan, zone: int) -> None:
    assert span.on_clock(zone).on_clock(span.zone) == span
    assert bounds(span.on_clock(zone)) == bounds(span)
    assert span.contains(span.on_clock(zone))
    assert span.on_clock(zone).contains(span)


@law
@given(clocked(), clocked(), zones)
def test_how_times_stand_to_each_other_is_the_same_on_every_clock(
    a: TimeSpan, b: TimeSpan, zone: int
) -> None:
    here = possible_relations(a, b)
    assert here == possible_relations(a.on_clock(zone), b.on_clock(zone))
    assert here == possible_relations(replace(a.on_clock(0), zone=None), b.on_clock(0))
    assert {CONVERSE[name] for name in here} == possible_relations(b, a)
    assert a.parted(b) == a.on_clock(0).parted(b.on_clock(0)) == b.parted(a)
    assert a.contains(b) == a.on_clock(0).contains(b.on_clock(0))


@law
@given(st.lists(clocked(), min_size=1, max_size=6))
def test_on_the_home_clock_times_stand_in_one_row(spans: list[TimeSpan]) -> None:
    home = home_zone(spans)
    told = [span for span in spans if span.start is not None]
    by_clock = sorted(range(len(told)), key=lambda n: told[n].on_clock(home).start or 0)
    by_instant = sorted(range(len(told)), key=lambda n: told[n].on_clock(0).start or 0)
    assert by_clock == by_instant


@law
@given(clocked(), zones)
def test_a_time_without_a_zone_stays_as_it_is_told(span: TimeSpan, zone: int) -> None:
    naive = replace(span, zone=None)
    assert naive.on_clock(zone) is naive
    assert span.on_clock(None) is span
    assert possible_relations(naive, span) == possible_relations(naive, naive)


@law
@given(instants, instants, zones, zones)
def test_a_range_is_told_by_the_clock_of_its_beginning(
    start: int, end: int, zone: int, other: int
) -> None:
    first = replace(TimeSpan.unit(Granularity.MINUTE, start), zone=zone)
    last = replace(TimeSpan.unit(Granularity.MINUTE, end), zone=other)
    assume(not last.parted(first) or (first.on_clock(0).start or 0) < (last.on_clock(0).start or 0))
    told = TimeSpan.range(first, last)
    assert told.zone == zone
    assert told.contains(first)
    assert told.contains(last)


@pytest.mark.parametrize(
    ("told", "edtf"),
    [
        ("2023-03-05T10-05", "2023-03-05T10-05:00"),
        ("2023-03-05T10:00+0530~", "2023-03-05T10:00+05:30~"),
        ("2023-03-05T10:00:05-00:00", "2023-03-05T10:00:05Z"),
        ("[..2023-03-05T10:00Z]", "[..2023-03-05T10:00Z]"),
        (
            "2023-03-05T09:00-05:00/2023-03-05T08:00-08:00",
            "2023-03-05T09:00-05:00/2023-03-05T11:00-05:00",
        ),
    ],
)
def test_zones_as_iso_8601_writes_them(told: str, edtf: str) -> None:
    assert TimeSpan.from_edtf(told).edtf() == edtf


def test_the_value_of_timex3_leaves_the_zone_out() -> None:
    assert TimeSpan.from_edtf("2023-03-05T10:00-05:00").timex3 == "2023-03-05T10:00"


def test_summer_time_is_that_of_the_day() -> None:
    assert offset_at("Europe/Berlin", seconds(2023, 7, 1, 12)) == 120
    assert offset_at("Europe/Berlin", seconds(-43, 7, 1, 12)) is None
    assert offset_at("Mars/Olympus", seconds(2023)) is None
