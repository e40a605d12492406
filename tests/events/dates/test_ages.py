"""Biographies tell when by how old somebody was."""

from __future__ import annotations

import pytest

from tests.events.reader import event_of

BORN = "Ada Roe was born in Leeds on 14 July 1889. "
AGES = [
    ("Her mother died when she was seven.", "died", "1896~"),
    ("When she was only nineteen, she fled.", "fled", "1908~"),
    ("When she was nine a bomb meant for the pier fell on the school.", "fell", "1898~"),
    ("At nine she fled.", "fled", "1898~"),
    ("She was 23 when she fled.", "fled", "1912~"),
    ("She was 23 years old when she fled.", "fled", "1912~"),
    ("At the age of 14 she left school.", "left", "1903~"),
    ("She sold the house at the age of thirty-two and moved.", "sold", "1921~"),
    ("She learned to swim at six.", "learned", "1895~"),
    ("She left school and, aged 20, sailed to Java.", "sailed", "1909~"),
    ("She drowned in a lake, aged 60.", "drowned", "1949~"),
    ("She opened a museum on her 80th birthday.", "opened", "1969-07-14"),
    ("On her twentieth birthday she left school.", "left", "1909-07-14"),
    ("She opened a museum on her eightieth birthday.", "opened", "1969-07-14"),
]
NO_AGES = [
    ("Shares closed at 23.", "closed"),
    ("Her son drowned on his fifth birthday.", "drowned"),
    ("She spoke at 14 parties.", "spoke"),
    ("There were six when she came.", "came"),
    ("Her husband, aged 50, wept.", "wept"),
    ("She drowned at 140.", "drowned"),
    ("She took up chess, and in 1960, at the age of 71, she won a cup.", "took"),
]


@pytest.mark.parametrize(("told", "trigger", "when"), AGES)
def test_an_age_counts_from_the_birth(told: str, trigger: str, when: str) -> None:
    event = event_of(BORN + told, trigger)
    assert event.span is not None
    assert (event.span.edtf(), event.basis) == (when, "narrative")
    assert "1889-07-14" in event.why


@pytest.mark.parametrize(("told", "trigger"), NO_AGES)
def test_other_numbers_are_no_ages(told: str, trigger: str) -> None:
    assert event_of(BORN + told, trigger).basis == "tense"


def test_without_a_birth_there_is_no_age_to_count_from() -> None:
    assert event_of("She left school at the age of 14.", "left").basis == "tense"


def test_nobody_has_been_as_old_as_they_will_be() -> None:
    event = event_of("She was born in Leeds in 1990. She fled at the age of 50.", "fled")
    assert event.basis == "tense"


LIVES = [
    (
        "Ada Roe (14 July 1889 – 3 November 1971) was a painter. She was born in Leeds.",
        "1889-07-14",
    ),
    ("Ada Roe (1889–1971) was a painter. She was born in Leeds.", "1889"),
    ("Ada Roe (née Moss; 1889–1971) was a painter. She was born in Leeds.", "1889"),
]


@pytest.mark.parametrize(("text", "when"), LIVES)
def test_an_article_opens_with_when_somebody_lived(text: str, when: str) -> None:
    event = event_of(text, "born")
    assert event.span is not None
    assert event.span.edtf() == when


def test_the_years_of_a_life_date_no_verb() -> None:
    assert event_of("Ann Lee (1736–1784) led them to York.", "led").basis == "tense"
    text = "Ann Lee (Danish: Anne; 3 July 1736 – 4 May 1784) led them to York."
    assert event_of(text, "led").basis == "tense"
    assert event_of("The mill (1736–1740) was built by Lee.", "built").basis == "expression"
    # No life, but a war: it lasted 24 years.
    assert event_of("The Salt War (1401–1424) ruined the town.", "ruined").basis == "expression"


def test_the_birth_of_another_is_told_in_passing() -> None:
    text = BORN + "Her son, who was born in 1920, died. She fled at the age of 50."
    event = event_of(text, "fled")
    assert event.span is not None
    assert event.span.edtf() == "1939~"


def test_an_age_counts_from_the_life_told_with_it() -> None:
    event = event_of(BORN + "Her brother Jim (1892–1950) left school at the age of 14.", "left")
    assert event.why == "14 years after the birth in 1892"


def test_of_the_two_years_of_an_age_the_story_may_have_come_to_the_second() -> None:
    text = (
        "Otto Roe died in February 1918. His daughter Ida (1886–1961) took over at the age of 31."
    )
    span = event_of(text, "took").span
    assert span is not None
    assert span.edtf() == "1918~"


NAMED = [
    ("Born in Hull to a smith, she left at 14.", "Born", "1889"),
    ("Roe was born in Hull and died in York.", "died", "1971"),
    ("Roe died at home.", "died", "1971"),
    # Of others nobody knows.
    ("Her husband, Ed Poe, was born in Hull.", "born", "[..2023-03-06]"),
    ("Poe died at home.", "died", "[..2023-03-06]"),
]


@pytest.mark.parametrize(("told", "trigger", "when"), NAMED)
def test_a_life_dates_the_birth_and_death_of_nobody_else(
    told: str, trigger: str, when: str
) -> None:
    event = event_of(f"Ada Roe (1889–1971) was a painter. {told}", trigger)
    assert event.span is not None
    assert event.span.edtf() == when
