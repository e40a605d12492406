"""Figures of a period that is reported on: "Profit fell 5 % in the third quarter. Sales rose"."""

from __future__ import annotations

from timeline.events.dates.bounds import Dating, carried
from timeline.events.dates.comparing import compares
from timeline.events.dates.found import Found, Story
from timeline.events.layout.clauses import Clause
from timeline.spans import DAY, TimeSpan

#: How often a figure told behind that of a period is of the same period.
_SAME = 0.75
#: A period that is reported on takes so long, and ended so long ago, in seconds.
_LEAST, _MOST, _RECENT = 27 * DAY, 366 * DAY, 150 * DAY
#: So many characters may stand between two sentences that report on a period.
_REACH = 200
_TELLING = frozenset({"main", "coordinate", "content"})


def by_period(one: Found, clause: Clause, story: Story) -> Dating | None:
    """The period of the figure that was told before, for one that is told without a time of its
    own: "Sales rose 2 % from $40 million a year earlier"."""
    told = story.period
    if told is None or told.dating.span is None:
        return None
    if clause.link not in _TELLING or (clause.tense, clause.aspect) != ("past", "none"):
        return None
    near = one.scene.sentence.start - told.scene.sentence.end <= _REACH
    own = any(not compares(one.scene, time) for time in one.scene.times)
    if not near or own or one.mention.kind == "reporting" or not is_measured(one):
        return None
    return carried(told.dating.span, told.share * _SAME, f"in the period of “{told.word}”")


def note_period(one: Found, story: Story) -> None:
    """Keeps the period that a figure is told for; a verb with another time ends it."""
    if one.dated and one.verbal:
        told = _is_period(one.dating.span, story.published) and is_measured(one)
        story.period = one if told else None


def _is_period(span: TimeSpan | None, published: int | None) -> bool:
    """Whether a time is a month to a year that lies just behind."""
    if span is None or span.start is None or span.end is None or published is None:
        return False
    whole = span.relation == "within" and _LEAST <= span.end - span.start <= _MOST
    return whole and published - _RECENT < span.end <= published


def is_measured(one: Found) -> bool:
    """Whether a verb tells an amount: "fell 5 percent", "earned $2 million"."""
    scene, at = one.scene, one.mention.head
    inner = min((c.first for c in scene.clauses if c.first > at), default=len(scene.tokens))
    behind, units = scene.tokens[at + 1 : inner], scene.words.small.units
    amounts = any(t.tag == "SYM" or t.lemma.lower() in units for t in behind)
    return amounts and any(token.tag == "NUM" for token in behind)
