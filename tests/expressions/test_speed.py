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


def read_badly(text: str) -> object:
    """A stand-in with the usual fault: it looks back over all of the text at every word."""
    return [text[:match].count("y") for match in range(0, len(text), 2)]


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


def test_a_reader_that_looks_back_at_every_word_is_caught() -> None:
    assert not is_linear(read_badly, "Monday ", 6_000)


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
