"""Days told by their number: "Day 2" of a diary, "day 3 of admission"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.expressions import Phrase
from timeline.meanings import CountedDay, Meaning, NumberedDay
from timeline.resolution.occasions import Occasions
from timeline.resolution.shape import chain, core, is_fine
from timeline.spans import DAY, Granularity, TimeSpan


class DayCounts:
    """Which day is the first of those that a text counts.

    A text tells it by a day that it numbers ("Day 1 (5 August)"), or by what the days are counted
    from, where it has dated that ("day 3 of admission"); what has no name behind it then goes on
    from the same day. Some count from 0, so that a day is approximate where no date tells.
    """

    def __init__(self, occasions: Occasions) -> None:
        self.occasions = occasions
        self.first: TimeSpan | None = None
        # The day told by its number right before, in whose place no other time has been told.
        self.last: TimeSpan | None = None

    def day_one(self, phrase: Phrase) -> tuple[TimeSpan | None, int]:
        """Day 1 of the days that a phrase counts, None where it counts none or nobody knows, and
        where the words end that tell what it is counted from."""
        told = core(phrase.meaning)
        if not isinstance(told, CountedDay):
            return None, phrase.end
        found, end = self.occasions.counted(phrase.end, told.since)
        if found is not None:
            self.first = found.about() if is_fine(found) else None
        elif end is None or told.named:
            return None, phrase.end
        return self.first, end or phrase.end

    def tell(self, meaning: Meaning, span: TimeSpan) -> None:
        """Takes note of a day that has a number."""
        if isinstance(core(meaning), CountedDay):
            self.last = span
        told = _numbered(meaning)
        if told is not None and span.start is not None and span.granularity is Granularity.DAY:
            begun = span.start - (told.number - 1) * DAY
            self.first = TimeSpan.starting(Granularity.DAY, begun)

    def over(self, meaning: Meaning) -> TimeSpan | None:
        """The day told by its number right before words that go on from it: "that night"."""
        self.last = self.last if meaning.leans == "story" else None
        return self.last


def is_counted(phrase: Phrase) -> bool:
    """Whether a phrase tells a day by its number alone."""
    return isinstance(core(phrase.meaning), CountedDay)


def numbers_days(phrases: Sequence[Phrase]) -> bool:
    """Whether a text gives its days numbers: "Day 1 (5 August)"."""
    return any(_numbered(phrase.meaning) is not None for phrase in phrases)


def _numbered(meaning: Meaning) -> NumberedDay | None:
    return next((each for each in chain(meaning) if isinstance(each, NumberedDay)), None)
