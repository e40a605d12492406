"""What only looks like a time: each table marks the words in question."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.languages import english
from timeline.languages.en import BOOK, clauseguards, guards
from timeline.languages.en.trims import TRIMS, drop_article
from timeline.resolution import Publication, resolve

Guard = Callable[[str, int, int], bool | None]


def told(guard: Guard, marked: str) -> bool:
    """What a guard says of the words in brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    return bool(guard(marked.replace("[", "").replace("]", ""), start, end))


def test_guards_and_trims_are_those_of_entries() -> None:
    names = {entry.name for entry in BOOK.entries}
    assert {*english().guards, *english().turns, *TRIMS} <= names


@pytest.mark.parametrize(
    ("marked", "verdict"),
    [
        ("The war began in [1914] and went on.", True),
        ("[1914] was hot.", True),
        ("a [1914]-built ship", True),
        ("Its [1914]’s best", True),
        ("About [1914] people came.", False),
        ("more than [1914] tons", False),
        ("They paid $[1914] for it.", False),
        ("by [1914] troops", False),
        ("on page [1914] of it", False),
        ("a [1914]-X engine", False),
    ],
)
def test_year(marked: str, verdict: bool) -> None:
    assert told(guards.year, marked) is verdict


@pytest.mark.parametrize(
    ("marked", "verdict"),
    [
        ("It fell in [May].", True),
        ("since [March] 2022", True),
        ("[May]’s losses", True),
        ("last [April] Novak wrote", True),
        ("[May] I go?", False),
        ("[March] on Rome", False),
        ("Then [April] Novak wrote", False),
        ("[June] said so", False),
        ("on [August] Wilson's birthday", False),
        ("A November [December] Fair", True),
    ],
)
def test_month(marked: str, verdict: bool) -> None:
    assert told(guards.month, marked) is verdict


@pytest.mark.parametrize(
    ("marked", "verdict"),
    [
        ("It lasted [a second].", True),
        ("[a second] later", True),
        ("[a second] suspect", False),
        ("[10 second] suspects", True),
        ("[a minute] suspect", True),
    ],
)
def test_second(marked: str, verdict: bool) -> None:
    assert told(guards.second, marked) is verdict


@pytest.mark.parametrize(
    ("marked", "verdict"),
    [
        ("Sales for [the year] rose.", True),
        ("later in [the day]", True),
        ("in [the year] that he fell", False),
        ("on [the day] the war began", False),
        ("He named [the day].", False),
    ],
)
def test_the_unit(marked: str, verdict: bool) -> None:
    assert told(clauseguards.the_unit, marked) is verdict


@pytest.mark.parametrize(
    ("marked", "verdict"),
    [
        ("They fought for [months].", True),
        ("It took [years].", True),
        ("[Days] later he fell.", True),
        ("37 [years] old", False),
        ("[Years] of neglect", False),
    ],
)
def test_units(marked: str, verdict: bool) -> None:
    assert told(guards.units, marked) is verdict


@pytest.mark.parametrize(
    ("marked", "verdict"),
    [
        ("a [six-year-old] boy", False),
        ("the [8-month-old] truce", True),
        ("an [8-month-old] girl", False),
        ("an [82-day] siege", True),
        ("a [39-year] old woman", False),
        ("an [8-month] old truce", True),
    ],
)
def test_aged(marked: str, verdict: bool) -> None:
    assert told(guards.aged, marked) is verdict


@pytest.mark.parametrize(
    ("marked", "verdict"),
    [
        ("It lasted for [one day].", True),
        ("[One day] he left.", False),
        ("He is [52 years] old.", False),
        ("for [52 years] he ruled", True),
        ("the [Seven Years] War", False),
        ("[SEVEN YEARS] ON", True),
    ],
)
def test_one_day(marked: str, verdict: bool) -> None:
    assert told(guards.one_day, marked) is verdict


@pytest.mark.parametrize(
    ("marked", "verdict"),
    [
        ("on [Sun] he left", True),
        ("[Sun]. he left", True),
        ("[Sunday] he left", True),
        ("[Sun] shone", False),
        ("[Jan] said so", False),
        ("by [Sun] Microsystems", False),
    ],
)
def test_alone(marked: str, verdict: bool) -> None:
    assert told(guards.alone, marked) is verdict


@pytest.mark.parametrize(
    ("marked", "verdict"),
    [
        ("in the [summer] of 1914", True),
        ("the [Summer] Olympics", False),
        ("the [Winter] War", False),
        ("in [fall] he left", True),
        ("the [fall] of the city", False),
        ("the [fall] of 2019", True),
        ("prices [fall] back", False),
        ("a [spring] offensive", True),
        ("they [spring] up", False),
        ("its possible [fall]", False),
    ],
)
def test_season(marked: str, verdict: bool) -> None:
    assert told(guards.season, marked) is verdict


def test_now_is_a_time_unless_it_calls_for_attention() -> None:
    assert told(guards.now, "He is [now] king.")
    assert told(guards.now, "[Now] he is king.")
    assert not told(guards.now, "[Now], he is king.")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("the summer offensive", "summer"),
        ("the summer was hot", "the summer"),
        ("the summer of 1914", "the summer"),
        ("the summer ended", "the summer"),
        ("the summer.", "the summer"),
        ("summer offensive", "summer"),
    ],
)
def test_the_article_of_a_summer_offensive_is_the_offensives(text: str, kept: str) -> None:
    end = text.index("summer") + len("summer")
    assert text[drop_article(text, 0, end) : end] == kept


@pytest.mark.parametrize(
    ("marked", "verdict"),
    [
        ("He had left [the day before].", True),
        ("[The day before], he had left.", True),
        ("He had left [the day after] and wept.", True),
        ("He had left [the year earlier] they say.", True),
        ("It was [the day before] the war began.", None),
        ("in [the days after] his death", None),
    ],
)
def test_told_before(marked: str, verdict: bool | None) -> None:
    assert (told(clauseguards.told_before, marked) or None) is verdict


@pytest.mark.parametrize(
    ("marked", "verdict"),
    [
        ("[About 1988] he left.", True),
        ("[About 1988] people came.", False),
        ("[about May] people came", True),
        ("[around 10:30] people came", True),
        ("It was built in [about 1988].", True),
        ("He wrote a book [about the 1960s].", False),
        ("They complained [about last week].", False),
        ("They were talking [about early 1988].", False),
    ],
)
def test_hedged(marked: str, verdict: bool) -> None:
    assert told(guards.hedged, marked) is verdict


@pytest.mark.parametrize(
    ("entry", "marked", "verdict"),
    [
        ("length", "It moved to [a fiscal year].", False),
        ("length", "It moved from a fiscal year to [a calendar year].", False),
        ("length", "It ran for [a calendar year].", True),
        ("length", "It took more than [a school year].", True),
        ("in_length", "Few came in [a quarter] that brought losses.", False),
        ("in_length", "It was built in [a quarter] of the time.", True),
        ("in_length", "It was built in [two years] that nobody missed.", True),
        ("hedged_length", "It has run for [over three years].", True),
        ("hedged_length", "He left [over a year] ago.", True),
        ("hedged_length", "It will be repaid [over three years].", False),
        ("hedged_length", "It will be repaid in [more than three years].", True),
        ("hedged_time", "They got [around Friday]'s ruling.", False),
        ("hedged_time", "They came [around Friday].", True),
        ("future", "It may sell more in [future].", True),
        ("future", "It feared [future] losses.", False),
        ("future", "It may happen in [the near future].", True),
        ("day", "It resulted in [Sun] losing money.", False),
        ("day", "They open on [Sun] at noon.", True),
    ],
)
def test_the_words_around_tell(entry: str, marked: str, verdict: bool) -> None:
    assert told(english().guards[entry], marked) is verdict


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It has four flights [a week].", ("SET", "P1W")),
        ("The share pays $1.76 [a year].", ("SET", "P1Y")),
        ("Sales grow by 4% [a month].", ("SET", "P1M")),
        ("It adds some 700 seats [a day] there.", ("SET", "P1D")),
        ("They took [a week] to come.", ("DURATION", "P1W")),
        ("Ten men were there for [a week].", ("DURATION", "P1W")),
        ("He had two wives, [a year] older than he.", ("DURATION", "P1Y")),
    ],
)
def test_a_rate_tells_how_often(text: str, told: tuple[str, str]) -> None:
    start, end = text.index("["), text.index("]") - 1
    found = resolve(text.replace("[", "").replace("]", ""), Publication(0))
    timexes = [timex for each in found for timex in each.timexes]
    assert [(timex.start, timex.end, timex.type, timex.value) for timex in timexes] == [
        (start, end, *told)
    ]
