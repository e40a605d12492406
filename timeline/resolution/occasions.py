"""Times told from an occasion: "six months before the deployment", where the text dates it."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.expressions import TimeExpression
from timeline.languages import Narration
from timeline.meanings import Fixed, From, Length, Meaning
from timeline.spans import TimeSpan

# An occasion's date stands in its own sentence, at most so far from its name.
WITHIN = 200


def from_occasion(
    text: str,
    end: int,
    meaning: Meaning,
    told: Sequence[TimeExpression],
    narration: Narration,
) -> tuple[From, str] | None:
    """What a length before or after an occasion means, and the occasion's name.

    The occasion must have been named earlier, in a sentence that tells its date: of those, the
    last. None where the words are no such thing, or the text does not date it.
    """
    if not isinstance(meaning, Length) or meaning.length.vague:
        return None
    match = narration.occasion.match(text, end, end + 80)
    if match is None:
        return None
    noun = match["noun"]
    span = _date_of(text, noun, end, told, narration)
    if span is None:
        return None
    sign = -1 if match["back"] else 1
    return From(meaning.length, sign, Fixed(span)), noun


def _date_of(
    text: str, noun: str, end: int, told: Sequence[TimeExpression], narration: Narration
) -> TimeSpan | None:
    """The date told in the last earlier sentence that names an occasion."""
    stem = noun[:-1] if noun.endswith("s") else noun
    at = text.rfind(stem, max(0, end - REACH), end)
    while at >= 0:
        best: tuple[int, TimeSpan] | None = None
        for expression in reversed(told):
            if expression.end < at - WITHIN:
                break
            span = expression.span
            if span is None or span.start is None or span.relation != "within":
                continue
            distance = max(expression.start - at, at - expression.end, 0)
            between = text[min(at, expression.end) : max(at, expression.start)]
            if distance > WITHIN or narration.sentence.search(between):
                continue
            if best is None or distance < best[0]:
                best = distance, span
        if best is not None:
            return best[1]
        at = text.rfind(stem, max(0, end - REACH), at)
    return None


# How far back an occasion is looked for: a bound that keeps reading linear.
REACH = 4000
