"""Times told from an occasion: "six months before the deployment", where the text dates it."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.expressions import TimeExpression
from timeline.languages import Narration
from timeline.meanings import Fixed, From, Length, Meaning
from timeline.spans import Granularity, TimeSpan

_WORD = re.compile(r"[A-Za-z][\w’'-]{2,}")
# An occasion's date stands in its own sentence, at most so far from its name.
WITHIN = 200


class Dated(NamedTuple):
    """What a word was dated by: the offset of its sentence, how far the date stood, the date."""

    sentence: int
    distance: int
    span: TimeSpan


class Occasions:
    """The occasions that a text has dated so far, by the words that name them.

    Each date is looked at once, with the sentence it stands in, so that the time is linear in
    the length of the text.
    """

    def __init__(self, text: str, narration: Narration) -> None:
        self.text, self.narration = text, narration
        self.told: list[TimeExpression] = []
        self.seen = 0
        self.dated: dict[str, Dated] = {}

    def tell(self, expression: TimeExpression) -> None:
        """Takes note of a time that the text tells."""
        self.told.append(expression)

    def origin(self, end: int, meaning: Meaning) -> tuple[From, str] | None:
        """What a length before or after an occasion means, and the occasion's name.

        The occasion must have been named earlier, in a sentence that tells its date or right
        before one that goes on about it: of those, the last. None where the words are no such
        thing, or the text does not date it.
        """
        if not isinstance(meaning, Length) or meaning.length.vague:
            return None
        match = self.narration.occasion.match(self.text, end, end + 80)
        if match is None:
            return None
        self._look()
        for name in reversed((match["noun"] or match["name"]).split()):
            found = self.dated.get(_stem(name))
            if found is not None:
                side = -1 if match["back"] else 1
                return From(meaning.length, side, Fixed(found.span)), name
        return None

    def _look(self) -> None:
        """Learns what the times told since the last look date."""
        for expression in self.told[self.seen :]:
            span = expression.span
            if span is None or span.start is None or span.relation != "within":
                continue
            if span.granularity is not None and span.granularity <= Granularity.YEAR:
                self._date(expression, span)
        self.seen = len(self.told)

    def _date(self, expression: TimeExpression, span: TimeSpan) -> None:
        """Dates the words of a sentence, and of the one before where it goes on about that."""
        narration, text = self.narration, self.text
        first, last = narration.around(text, expression.start, expression.end, WITHIN)
        for match in _WORD.finditer(text, first, last):
            if match.end() <= expression.start or match.start() >= expression.end:
                gap = max(expression.start - match.end(), match.start() - expression.end)
                self._keep(match[0], Dated(first, gap, span))
        if narration.again.match(text, first, last):
            before, stop = narration.around(text, max(0, first - 2), first - 1, WITHIN)
            for match in _WORD.finditer(text, before, stop):
                self._keep(match[0], Dated(before, WITHIN, span))

    def _keep(self, word: str, dated: Dated) -> None:
        """Of dates in the same sentence the nearest, else the last to be told."""
        stem = _stem(word)
        known = self.dated.get(stem)
        same = known is not None and known.sentence == dated.sentence
        if known is None or not same or dated.distance < known.distance:
            self.dated[stem] = dated


def _stem(word: str) -> str:
    """A noun in the singular, as well as it goes; a name keeps its capital."""
    return word[:-1] if word.endswith("s") and len(word) > 4 else word
