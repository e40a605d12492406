"""Dates told from another event: "seven years before it burned", "in 1914, the year he sailed"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.dates.bounds import Dating, carried
from timeline.events.dates.found import Found
from timeline.events.dates.openings import year_clause
from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import preposition
from timeline.expressions import TimeExpression
from timeline.meanings import Anchor, Fixed, From, Length
from timeline.spans import Granularity, TimeSpan

#: How often a date told from that of another event is right, as far as that one is.
_COUNTED, _SAME = 0.75, 0.8


def by_distance(one: Found, found: Sequence[Found], published: int | None) -> Dating | None:
    """The date of what is told so long before or after something dated, or of what that is.

    What comes "two years after the fire" in the news of a day comes on it.
    """
    told = _distance(one)
    if told is not None:
        host = next((f for f in found if _holds(one, f)), None)
        if host is not None and not host.dated and _is_aim(host):
            # "Struggled on Thursday to save it, two days after …"
            host = next((f for f in found if _holds(host, f)), None)
        if host is not None and published is not None and _comes(host):
            host = replace(host, dating=_on_unit(told[0], host, published), share=1.0)
        # "It closed in 1910, two years before it burned": it burned two years after that.
        return _counted(host, told[0], -told[1])
    for other in found:
        if other.dated and _holds(other, one):
            told = _distance(other)
            if told is not None:
                return _counted(other, *told)
    return None


def _on_unit(time: TimeExpression, host: Found, published: int) -> Dating:
    """The day of publication, or the month or year in which what is counted so may lie."""
    unit = time.meaning.length.unit if isinstance(time.meaning, Length) else None
    span = TimeSpan.unit(max(unit or Granularity.DAY, Granularity.DAY), published)
    return Dating(replace(span, approximate=True), "published", host.side.sure, host.side.why)


def _comes(host: Found) -> bool:
    """Whether a verb says that what has been told comes after something else."""
    clause, verbs = host.clause, host.scene.words.verbs
    plain = clause is not None and clause.tense == "present" and clause.aspect == "none"
    return plain and host.lemma in verbs.ensuing and clause is not None and not clause.modal


def _is_aim(one: Found) -> bool:
    """Whether an event is what a verb before it aims at."""
    return one.verbal and one.clause is not None and one.clause.link == "infinitive"


def _holds(inner: Found, host: Found) -> bool:
    """Whether one event stands in a phrase or clause that hangs on another."""
    clause = _opened(inner)
    if not host.verbal or host.clause is None or host is inner:
        return False
    if clause is None:
        # What opens a sentence: "Two years after the flood of 1953 she left."
        return host.clause.link == "main"
    return host.clause.number == (clause.governor if inner.verbal else clause.number)


def _opened(one: Found) -> Clause | None:
    """The clause of an event, or the one that aims at it: "before a review was due to begin"."""
    clause = one.clause
    if clause is None or not _is_aim(one) or one.status != "planned" or clause.governor < 0:
        return clause
    above = one.scene.clauses[clause.governor]
    return above if above.link == "adverbial" else clause


def _distance(one: Found) -> tuple[TimeExpression, int] | None:
    """How long before (-1) or after (1) an event something is told to be: "two years after …"."""
    clause, scene = _opened(one), one.scene
    opens = clause.marker if clause is not None and clause.link == "adverbial" else -1
    opener = opens if one.verbal else preposition(scene, one.mention.head)
    if opener < 1 or (opener == opens and not one.verbal):
        return None
    time = next((t for t in scene.times if t.last == opener - 1), None)
    if time is None or not isinstance(time.expression.meaning, Length):
        return None
    if time.first and scene.tokens[time.first - 1].text == ";":
        # "It met on 8 May; two days before it she fell": before the meeting.
        return None
    joins, word = scene.words.connectives, scene.tokens[opener].text.lower()
    if word not in joins.joining or word in joins.reasons:
        return None
    return time.expression, 1 if word in joins.earlier else -1


def _counted(host: Found | None, time: TimeExpression, side: int) -> Dating | None:
    """The date so long before or after that of an event."""
    length = time.meaning.length if isinstance(time.meaning, Length) else None
    if length is None or length.vague:
        return None
    known = host is not None and (host.dated or _comes(host))
    span = host.dating.span if host is not None and known else None
    if host is None or span is None or span.start is None or span.end is None:
        return None
    if span.granularity is None or span.granularity > Granularity.YEAR:
        return None
    counted = From(length, side, Fixed(span)).on(Anchor(span.start))
    words = "after" if side > 0 else "before"
    why = f"“{time.text}” {words} “{host.word}”"
    return carried(counted, host.share * _COUNTED, why)


def by_apposition(one: Found, clause: Clause) -> Dating | None:
    """The date of what tells more of a time: "in 437 BC, the year in which he sailed"."""
    noun, scene = clause.antecedent, one.scene
    bare = clause.link != "relative" and clause.marker < 0
    opened = (t for t in scene.times if bare and t.first < 2 and year_clause(scene, t) is clause)
    first = next(opened, None)
    if first is not None and first.expression.span is not None:
        # "In 1903, the year he left Leeds, the mill burned down."
        return carried(first.expression.span, _SAME, f"“{first.expression.text}” of it")
    again = next((t for t in scene.times if t.first <= noun <= t.last), None)
    if clause.link == "relative" and again is not None and again.expression.span is not None:
        # "On 21 May, the same day on which he sailed"
        return carried(again.expression.span, _SAME, f"“{again.expression.text}” of it")
    if (
        clause.link != "relative"
        or noun < 3
        or scene.words.nouns.times.isdisjoint({scene.tokens[noun].lemma.lower()})
    ):
        return None
    article, comma = scene.tokens[noun - 1], scene.tokens[noun - 2]
    time = next((t for t in scene.times if t.last == noun - 3), None)
    span: TimeSpan | None = time.expression.span if time is not None else None
    if article.tag != "DET" or comma.text != "," or time is None or span is None:
        return None
    return carried(span, _SAME, f"“{time.expression.text}, the {scene.tokens[noun].text}” of it")
