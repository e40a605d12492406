"""Times told from an occasion: "six months before the deployment", where the text dates it."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.expressions import TimeExpression
from timeline.languages import Narration
from timeline.meanings import Day, Fixed, From, Length, Meaning, Reference
from timeline.spans import Granularity, TimeSpan

_WORD = re.compile(r"[A-Za-z][\w’'-]{2,}")
# An occasion's date stands in its own sentence, at most so far from its name.
WITHIN = 200


class Dated(NamedTuple):
    """What a word was dated by: the offset of the word, how far the date stood, the date."""

    word: int
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

    def origin(self, start: int, end: int, meaning: Meaning) -> tuple[From, str] | None:
        """What a length before or after an occasion means, and the occasion's name.

        "In the two weeks after the surrender" is all the time between.

        The occasion must have been named earlier, in a sentence that tells its date or right
        before one that goes on about it: of those, the last. None where the words are no such
        thing, or the text does not date it, and of "the death of his wife", which is another's.
        """
        if not isinstance(meaning, Length) or meaning.length.vague:
            return None
        match = self.narration.occasion.match(self.text, end, end + 80)
        inside = self.narration.stretch.match(self.text, start) is not None
        if match is None or (match["within"] and not inside):
            return None
        found, name = self._told(match, end)
        if found is None:
            return None
        side = -1 if match["back"] else 1
        return From(meaning.length, side, Fixed(found.span), inside), name

    def counted(self, end: int, since: str = "") -> tuple[TimeSpan | None, int | None]:
        """The date of what the day is counted from that ends at `end`, the occasion behind its "of"
        ("on day 3 of the siege") or `since`, and where the words for it end; None where these are
        no name that the text has dated."""
        match = self.narration.occasion.match(self.text, end, end + 80)
        if match is not None and match["within"]:
            found, name = self._told(match, end)
            # "The first day of the Battle of the Somme" is that of no other battle.
            if found is None or self.narration.counted.match(self.text, match.end()) is not None:
                return None, None
            return found.span, self.text.index(name, match.end("within")) + len(name)
        if self.narration.counted.match(self.text, end) is not None:
            return None, None
        self._look(end)
        date = self._find(since) if since else None
        return None if date is None else date.span, end

    def _told(self, match: re.Match[str], end: int) -> tuple[Dated | None, str]:
        """What the occasion that a match names was dated by, and the word that tells it."""
        self._look(end)
        for name in reversed((match["noun"] or match["bare"] or match["name"]).split()):
            found = self._find(name)
            if found is not None:
                return found, name
        return None, ""

    def _find(self, name: str) -> Dated | None:
        """What a name was dated by, or a verb that tells what it names: "the arrest" of "was
        arrested on 3 May"."""
        found = self.dated.get(_stem(name))
        if found is None and name.islower():
            verbs = self.narration.verbs_of(_stem(name))
            found = next((self.dated[verb] for verb in verbs if verb in self.dated), None)
        return found

    def _look(self, here: int) -> None:
        """Learns what the times told since the last look date, as far as the text is read.

        Of a sentence that goes on behind `here` the rest is looked at the next time: what it names
        there is named first by the words that are read now.
        """
        whole = True
        for place, expression in enumerate(self.told[self.seen :], start=self.seen):
            span = expression.span
            if span is not None and _is_date(span) and not self._of_today(expression):
                whole = self._date(expression, span, here) and whole
            if whole:
                self.seen = place + 1

    def _of_today(self, expression: TimeExpression) -> bool:
        """Whether a time tells how a thing is these days: "Marathon is today a town" dates no
        battle."""
        if expression.meaning != Day(0):
            return isinstance(expression.meaning, Reference)
        first, end = self.narration.around(self.text, expression.start, expression.end, WITHIN)
        return self.narration.speaks(self.text[first:end])

    def _date(self, expression: TimeExpression, span: TimeSpan, here: int) -> bool:
        """Dates the words of a sentence, and of the one before where it goes on about that.

        Tells whether the sentence ends before `here`.
        """
        narration, text = self.narration, self.text
        first, end = narration.around(text, expression.start, expression.end, WITHIN)
        last = min(end, here)
        for match in _WORD.finditer(text, first, last):
            if match[0] == expression.occasion:
                # "A week after the siege he fled" tells the date of no siege.
                continue
            if match.end() <= expression.start or match.start() >= expression.end:
                gap = max(expression.start - match.end(), match.start() - expression.end)
                self._keep(_stem(match[0]), Dated(match.start(), gap, span))
                if match.start() == first or text[match.start() - 1] == "\n":
                    # "Admitted: 3 May"
                    self._keep(_stem(match[0].lower()), Dated(match.start(), gap, span))
        if first > 1 and narration.again.match(text, first, last):
            before, stop = narration.around(text, first - 2, first - 2, WITHIN)
            for match in _WORD.finditer(text, before, stop):
                self._keep(_stem(match[0]), Dated(match.start(), WITHIN, span))
        return end <= here

    def _keep(self, stem: str, dated: Dated) -> None:
        """Of dates around one word the nearest, else the last to be told."""
        before = self.dated.get(stem)
        if before is None or before.word != dated.word or dated.distance < before.distance:
            self.dated[stem] = dated


def _is_date(span: TimeSpan) -> bool:
    """Whether a span can date an occasion: no open end, and no longer than a year."""
    grain = span.granularity
    within = span.start is not None and span.relation == "within"
    return within and grain is not None and grain <= Granularity.YEAR


def _stem(word: str) -> str:
    """A noun in the singular, as well as it goes; a name keeps its capital."""
    return word[:-1] if word.endswith("s") and len(word) > 4 else word
