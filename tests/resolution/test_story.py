"""Whether a text is a story, and what it has told so far."""

from __future__ import annotations

import pytest

from timeline.expressions import reader
from timeline.languages import english
from timeline.meanings import Last, Latest, Like, Meaning, Month, Shift, This, Unit, Weekday
from timeline.resolution.kinds import count_dates
from timeline.resolution.shape import compares_quarters, steps_out
from timeline.spans import Duration, Granularity, seconds

YEAR = Duration(((1, Granularity.YEAR),))
QUARTER = Unit(Granularity.QUARTER)


@pytest.mark.parametrize(
    ("text", "published", "verdict"),
    [
        ("In 1914 war came. In 1915 Italy joined. In 1918 it ended. In 1919 they met.", 2009, True),
        ("In 1914 war came. In 1915 Italy joined. In 1918 it ended.", 2009, False),
        (
            "In 1914 war came. In 1915 Italy joined. In 1918 it ended. In 1919 they met.",
            1919,
            False,
        ),
        ("In 1914 war came. On Monday, last week, he fled. In 1915, 1918, 1919.", 2009, False),
        ("For years, every Friday, for 1914 days: 1914 men, 1915 guns, 1916 tons.", 2009, False),
        # The night of a weekday and a stretch up to now lean on publication, too.
        ("In 1914, 1915, 1918 and 1919 they met. On Friday night and last May too.", 2009, False),
        ("In 1914, 1915, 1918 and 1919 they met. In the past 20 years and last May.", 2009, False),
        ("In 1914, 1915, 1918 and 1919 they met. Recently and now, last May.", 2009, True),
        ("", 2009, False),
    ],
)
def test_told_as_story(text: str, published: int, verdict: bool) -> None:
    phrases = list(reader(english()).recognise(text))
    assert count_dates(phrases, seconds(published)).tell_story is verdict


@pytest.mark.parametrize(
    ("before", "verdict"),
    [
        ("", True),
        ("It fell. In ", True),
        ("Chapter one\n", True),
        ("It fell in early ", True),
        ("the men of ", False),
        ("a campaign planned in ", False),
        ("a campaign was planned; it came in ", True),
    ],
)
def test_a_year_leads_the_story_on_or_is_told_in_passing(before: str, verdict: bool) -> None:
    assert english().narration.leads(before) is verdict


@pytest.mark.parametrize(
    ("meaning", "verdict"),
    [
        (Shift(YEAR, -1, "story"), True),
        (Shift(YEAR, 1, "story"), False),
        (Shift(Duration(((1, Granularity.CENTURY),)), 1, "story"), True),
        (Last(Unit(Granularity.YEAR), lean="story"), True),
        (Month(5), False),
        (This(Unit(Granularity.YEAR), "story"), False),
    ],
)
def test_words_that_step_out_of_the_story(meaning: Meaning, verdict: bool) -> None:
    assert steps_out(meaning) is verdict


@pytest.mark.parametrize(
    ("meaning", "verdict"),
    [
        (Like(1988), True),
        (Latest(QUARTER), True),
        (Shift(YEAR, -1, "story"), True),
        (Shift(YEAR, 1, "story"), False),
        (Shift(Duration(((2, Granularity.YEAR),)), -1), False),
        (This(QUARTER), True),
        (This(Unit(Granularity.YEAR)), False),
        (Weekday(4), False),
    ],
)
def test_words_that_compare_quarters(meaning: Meaning, verdict: bool) -> None:
    assert compares_quarters(meaning) is verdict
