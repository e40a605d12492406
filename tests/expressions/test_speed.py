"""Reading takes time in proportion to the length of a text, however the text is made."""

from __future__ import annotations

import pytest

from tests.costs import is_linear
from timeline.resolution import Publication, resolve
from timeline.spans import seconds

MARCH_6 = Publication(seconds(2023, 3, 6))
CHARACTERS = 2_000


def read(text: str) -> object:
    return resolve(text, MARCH_6)


class LookingBack:
    """A stand-in for a reader that looks back at each word, with the usual fault over all the text.

    Its clock counts the characters looked at: no busy machine makes it look good.
    """

    def __init__(self, reach: int | None) -> None:
        self.reach, self.looked_at = reach, 0

    def clock(self) -> float:
        return self.looked_at

    def read(self, text: str) -> None:
        for match in range(0, len(text), 2):
            self.looked_at += match if self.reach is None else min(match, self.reach)


@pytest.mark.parametrize(
    "unit",
    [
        *("Monday ", "1999 ", "Monday, ", "May\n", "1999-", "12:30 ", "10 a.m. ", "Sept. "),
        *("the day before ", "May 5 to ", "from 1999 to ", "now ", "İ Monday ", "two and a year "),
        *("two hours and 3 minutes and ", "will on Tuesday ", "last month of ", "years ago, "),
    ],
)
def test_four_times_as_many_times_take_about_four_times_as_long(unit: str) -> None:
    assert is_linear(read, unit, CHARACTERS)


@pytest.mark.parametrize(
    "unit",
    [
        *("the ", "last ", "1", "1 ", "1,", "- ", "’", "(", "in the ", "of the ", "1.", "a", " "),
        *("the first week of ", "two and a ", "early late mid ", "next to last ", "half past "),
        *("'", "\n", "1/", "İ", "…", "-", "mid-", "12 of ", "at 5 and "),
    ],
)
def test_words_that_only_begin_a_time_take_time_in_proportion(unit: str) -> None:
    assert is_linear(read, unit, 50_000)


@pytest.mark.parametrize(("reach", "linear"), [(None, False), (40, True)])
def test_a_reader_that_looks_back_at_every_word_is_caught(reach: int | None, linear: bool) -> None:
    reader = LookingBack(reach)
    assert is_linear(reader.read, "Monday ", 6_000, reader.clock) == linear


def test_one_line_of_200_000_characters() -> None:
    line = "Nobody knew who had said so, or why. " * 5_400 + "It fell last May."
    (found,) = resolve(line, MARCH_6)
    assert len(line) > 199_000
    assert found.text == "last May"


def test_a_text_of_five_megabytes() -> None:
    page = "Nobody knew who had said so, or why; they may march on.\n" * 90_000
    text = f"In May 2019 it began.\n{page}It fell last May."
    assert [found.text for found in resolve(text, MARCH_6)] == ["In May 2019", "last May"]
    assert len(text) > 5_000_000
