"""When an event without a time of its own lies: bounds that follow, and no invented date."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from timeline.events.dates.tenses import Side
from timeline.spans import DAY, Granularity, TimeSpan

#: What a paper tells as news lies at most so long before its publication.
NEWS = 45 * DAY
#: How sure a date that was itself carried is when it is carried on.
_AGAIN = 0.8


def is_old(moment: float, published: float | None) -> bool:
    """Whether a moment lies before what a paper tells as news.

    >>> is_old(0, 46 * 86400), is_old(0, 44 * 86400), is_old(0, None)
    (True, False, False)
    """
    return published is not None and moment < published - NEWS


class Dating(NamedTuple):
    """A span, what it rests on, how sure it is, and the words for why; `of_life` marks the birth
    and the death of whom the article is about."""

    span: TimeSpan | None
    basis: str
    sure: float
    why: str
    of_life: bool = False

    def handed_on(self, why: str | None = None) -> Dating:
        """The same for an event told with this one, a little less sure.

        >>> death = Dating(None, "narrative", 0.5, "died as told at the beginning", of_life=True)
        >>> death.handed_on()[1:]
        ('narrative', 0.4, 'died as told at the beginning', False)
        """
        return Dating(self.span, self.basis, self.sure * _AGAIN, self.why if why is None else why)


@lru_cache(maxsize=4096)
def by_side(side: Side, published: int | None) -> Dating:
    """The bounds that tense sets: before publication is over, under way then, or not before it.

    >>> from timeline.spans import seconds
    >>> by_side(Side("before", 0.9, "past tense"), seconds(2023, 3, 6)).span.edtf()
    '[..2023-03-06]'
    """
    if published is None:
        return Dating(None, "tense", side.sure, f"{side.why}; no publication date")
    today = published - published % DAY
    if side.where == "before":
        span = TimeSpan(
            None,
            today + DAY,
            Granularity.DAY,
            relation="before",
            end_granularity=Granularity.DAY,
        )
        return Dating(span, "tense", side.sure, f"{side.why}: before publication")
    if side.where == "after":
        span = TimeSpan(
            today,
            None,
            Granularity.DAY,
            relation="after",
            start_granularity=Granularity.DAY,
        )
        return Dating(span, "tense", side.sure, f"{side.why}: after publication")
    span = TimeSpan(None, None, None, today, today + DAY, "throughout", ongoing=True)
    return Dating(span, "tense", side.sure, f"{side.why}: under way at publication")


@lru_cache(maxsize=4096)
def on_publication(side: Side, published: int, since: int | None = None) -> Dating:
    """The day of publication, and for what has already happened the one before, or all days from
    `since` on."""
    today = published - published % DAY
    if side.where == "overlap":
        span = TimeSpan.starting(Granularity.DAY, today)
        return Dating(replace(span, approximate=True), "published", side.sure, side.why)
    first = today - DAY if since is None else min(since - since % DAY, today - DAY)
    span = TimeSpan(first, today + DAY, Granularity.DAY, approximate=True)
    return Dating(span, "published", side.sure, f"{side.why}: news of the day")


def trust(share: float) -> float:
    """How sure a date is that a ranker gives with a share: measured on news, where even the
    surest are wrong at times because the expression itself was misread.

    >>> round(trust(1.0), 2)
    0.88
    """
    return 0.72 + 0.16 * share


def not_after(inner: Dating, other: TimeSpan, why: str) -> Dating:
    """The dating with its end drawn in: not over later than `other` ends."""
    span = inner.span
    if span is None or other.end is None or other.relation == "before":
        return inner
    if span.start is not None and span.start >= other.end:
        return inner
    if span.end is not None and span.end <= other.end:
        return inner
    grain = other.end_granularity or other.granularity
    drawn = TimeSpan(
        span.start,
        other.end,
        grain,
        relation="before" if span.start is None else "within",
        approximate=other.approximate or span.start is not None,
        start_granularity=span.start_granularity if span.start is not None else None,
        end_granularity=grain,
    )
    return Dating(drawn, "tense", inner.sure * 0.9, why)


def not_before(inner: Dating, other: TimeSpan, why: str) -> Dating:
    """The dating with its start drawn in: not earlier than `other` begins."""
    span = inner.span
    if span is None or other.start is None or other.relation == "after":
        return inner
    if span.end is not None and span.end <= other.start:
        return inner
    if span.start is not None and span.start >= other.start:
        return inner
    grain = other.start_granularity or other.granularity
    drawn = TimeSpan(
        other.start,
        span.end,
        grain,
        relation="after" if span.end is None else "within",
        approximate=True,
        start_granularity=grain,
    )
    return Dating(drawn, "tense", inner.sure * 0.9, why)


def carried(span: TimeSpan, sure: float, why: str) -> Dating:
    """The date of the event told just before, kept for this one, approximately."""
    loose = replace(span, approximate=True, relation="within", ongoing=False)
    if span.ongoing or span.relation in ("since", "until", "before", "after"):
        loose = replace(loose, relation=span.relation, ongoing=span.ongoing)
    return Dating(loose, "narrative", sure, why)


def is_short(span: TimeSpan | None, most: int = DAY) -> bool:
    """Whether a time takes no more than so many seconds.

    >>> is_short(TimeSpan.from_edtf("2023-03-06")), is_short(TimeSpan.from_edtf("2023-03"))
    (True, False)
    """
    if span is None or span.start is None or span.end is None:
        return False
    return span.end - span.start <= most


def is_within(inner: TimeSpan, outer: TimeSpan) -> bool:
    """Whether a time lies in another, and does not fill it."""
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    inside = outer.start <= inner.start and inner.end <= outer.end
    return inside and inner.end - inner.start < outer.end - outer.start
