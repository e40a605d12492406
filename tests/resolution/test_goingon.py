"""What goes on from a time told before: the decade that follows, "after that", "that afternoon"."""

from __future__ import annotations

import pytest

from timeline.resolution import Publication, resolve
from timeline.spans import seconds


def spans(text: str, published: int = seconds(2024, 9, 20)) -> list[str | None]:
    """The spans of the times of a text, in order."""
    found = resolve(text, Publication(published))
    return [one.span.edtf() if one.span is not None else None for one in found]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("In the 1950s it grew. In the following decade it shrank.", "196X"),
        ("It grew in the 9th century. In the following century it fell.", "09XX"),
        (
            "It began in 1102, in the 13th century it grew and in 1301 and 1317 it fell. It stood "
            "in the 15th century. A century later it was a mill. In the next century it sank.",
            "16XX",
        ),
        (
            "It was built in the 1950s, sold in 1962 and burned in the following decade.",
            "1963-01-01/1972-12-31",
        ),
    ],
)
def test_the_decade_that_follows_one_is_the_next(text: str, last: str) -> None:
    assert spans(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "He left on 3 June 2019. Two days later she left. Five days after that Ana left.",
            "06-10",
        ),
        ("He left on 3 June 2019. Two days later she left. Five days later Ana left.", "06-08"),
        ("He left on 3 June 2019. Ana left two days later, and Ivo five days after that.", "06-10"),
    ],
)
def test_what_comes_after_that_is_counted_from_what_was_told_right_before(
    text: str, last: str
) -> None:
    assert spans(text)[-1] == f"2019-{last}"


def test_that_afternoon_is_of_a_day_told_however_far_above() -> None:
    walk = "They saw all that there was to see of the old harbour and of its ships. " * 8
    text = f"The alarm came on 14 June. {walk}That afternoon they slept."
    assert spans(text)[-1] == "2024-06-14T12:00/2024-06-14T15:59"
    last = "Within six minutes of the first alarm he was there. That afternoon they slept."
    text = f"They met on 2 May. The first alarm came at noon on 14 June. {walk}\n\n{last}"
    assert spans(text)[-1] == "2024-06-14T12:00/2024-06-14T15:59"


@pytest.mark.parametrize("words", ["has been arranged for", "has been fixed for", "is set for"])
def test_what_has_been_arranged_for_a_day_is_still_to_come(words: str) -> None:
    assert spans(f"A second visit {words} 30 October.") == ["2024-10-30"]
    assert spans("A second visit followed on 30 October.") == ["2023-10-30"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The bridge fell on 3 March 2019. A hearing was held in June.", "2019-06"),
        ("The bridge fell on 3 March 2019. Nobody was hurt. A hearing was set for May.", "2019-05"),
        # What is told before is of these days, and so is a text that speaks of them.
        ("A man was tried in June. He had been seized on 3 March 2019.", "2019-03-03"),
        (
            "The bridge fell on 3 March 2019, he said on Monday. It was torn down in June.",
            "2024-06",
        ),
        ("The bridge fell on 3 March 2019 and reopened on 2 May 2024. He died in June.", "2024-06"),
        ("In November 2019 the bridge fell. A hearing was held in April.", "2020-04"),
        # A year or a month may be where a thing comes from.
        ("The bridge was built in May 1902. It was torn down in June.", "2024-06"),
        ("The bridge was built in 1902. It was torn down in June.", "2024-06"),
    ],
)
def test_a_short_story_of_long_ago_goes_on_in_its_year(text: str, last: str) -> None:
    assert spans(text)[-1] == last


def test_what_stands_before_a_short_story_of_long_ago_is_of_these_days() -> None:
    assert spans("A man was tried in June. He had been seized on 3 March 2019.")[0] == "2024-06"


@pytest.mark.parametrize(
    "text", ["and died that year, on 10 June.", "and that year, in June, died."]
)
def test_a_date_behind_that_year_is_of_it(text: str) -> None:
    assert str(spans(f"He was ill in 1988 {text}")[-1]).startswith("1988-06")
