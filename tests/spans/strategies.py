"""Spans for the laws: of every granularity, near us and long before our era."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from timeline.spans import Granularity, TimeSpan, seconds

# A slow machine is no broken law.
law = settings(deadline=None, max_examples=60)

granularities = st.sampled_from(Granularity)
years = st.integers(-12_000, 12_000) | st.integers(-600, 4) | st.integers(1900, 2100)


@st.composite
def instants(draw: st.DrawFn) -> int:
    """Seconds since 1970, of years near and far, often at the head of a unit."""
    day = seconds(draw(years), draw(st.integers(1, 12)), draw(st.integers(1, 28)))
    return day + draw(st.sampled_from([0, 3600, 43_200, 86_340]) | st.integers(0, 86_399))


@st.composite
def units(draw: st.DrawFn) -> TimeSpan:
    """One calendar unit."""
    return TimeSpan.unit(draw(granularities), draw(instants()))


@st.composite
def spans(draw: st.DrawFn) -> TimeSpan:
    """A span of every relation: a unit, a range of two, open on either side, exact or about."""
    first, last = draw(units()), draw(units())
    assert first.start is not None
    assert last.start is not None
    if first.start > last.start:
        first, last = last, first
    begin = first.start or 0
    found = draw(
        st.sampled_from(
            [
                first,
                first.throughout(),
                TimeSpan.range(first, last),
                TimeSpan.range(last, first),
                TimeSpan.range(first, TimeSpan.unit(draw(granularities), begin)),
                first.since(last.start),
                first.since(None),
                first.until(),
                first.before(),
                first.after(),
                TimeSpan(first.start, None),
                TimeSpan(None, first.end),
                TimeSpan(None, None),
            ]
        )
    )
    return found.about() if draw(st.booleans()) else found
