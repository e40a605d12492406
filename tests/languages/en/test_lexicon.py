"""What a single English token can be."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.languages.en.lexicon import KINDS, WORDS, cut, lexicon
from timeline.meanings import Clock, Decade, Fixed, Meaning, Month, Season, ShortYear, Weekday
from timeline.spans import Granularity, TimeSpan, seconds


def kinds(word: str) -> dict[str, Any]:
    """What the first token of a text can be."""
    return dict(lexicon(cut(word)[0]))


@pytest.mark.parametrize(
    ("word", "kind", "value"),
    [
        ("May", "month", Month(5)),
        ("MAY", "month", Month(5)),
        ("Sept.", "month", Month(9)),
        ("december", "month", Month(12)),
        ("Monday", "weekday", Weekday(0)),
        ("Sundays", "weekdays", Weekday(6)),
        ("autumn", "season", Season(9)),
        ("fall", "season", Season(9)),
        ("year", "unit", Granularity.YEAR),
        ("decades", "units", Granularity.DECADE),
        ("night", "part", "NI"),
        ("seven", "ones", 7),
        ("seven", "number", 7),
        ("forty", "tens", 40),
        ("third", "ordinal", 3),
        ("third", "dayord", 3),
        ("21st", "dayord", 21),
        ("101st", "ordinal", 101),
        ("nineties", "decade", 90),
        ("12", "daynum", 12),
        ("12", "hour", 12),
        ("1,250", "number", 1250.0),
        ("3.5", "number", 3.5),
        ("10.30", "dotclock", (10, 30)),
        ("1988", "year", 1988),
        ("64", "anyyear", 64),
        ("20220224", "date", Fixed(TimeSpan.day(2022, 2, 24))),
        ("2022-02-24", "date", Fixed(TimeSpan.day(2022, 2, 24))),
        ("2022-W08", "date", Fixed(TimeSpan.week(2022, 8))),
        ("2022-09", "isomonth", Fixed(TimeSpan.month(2022, 9))),
        ("10:30", "clock", Clock(10, 30)),
        ("10:30:15", "clock", Clock(10, 30, 15, Granularity.SECOND)),
        ("1990s", "decades", Decade(1990)),
        ("'90s", "decade", 90),
        ("470s", "bcdecade", 470),
        ("’89", "shortyear", ShortYear(89)),
        ("p.m.", "halfday", "pm"),
        ("B.C.", "era", "bc"),
        ("A.D.", "era", "ad"),
        ("GMT", "zone", 0),
        ("E.D.T.", "zone", -240),
        ("10/30/1989", "written", "10/30/1989"),
    ],
)
def test_a_token_can_be(word: str, kind: str, value: object) -> None:
    assert kinds(word)[kind] == value


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        *(("may", "month"), ("march", "month"), ("sat", "weekday")),  # verbs, when written small
        *(("0th", "ordinal"), ("32nd", "dayord"), ("32", "daynum"), ("0", "daynum")),
        *(("25", "hour"), ("1000000", "number"), ("1,00", "number"), ("1" * 5000, "number")),
        *(("0999", "year"), ("2300", "year"), ("0000", "anyyear")),
        *(("2022-02-30", "date"), ("2022-13-01", "date"), ("20220230", "date")),
        *(("2022-W54", "date"), ("2022-W00", "date"), ("25:00", "clock"), ("10:60", "clock")),
        *(("10:30:60", "clock"), ("2022-02-24T24:30", "moment"), ("2022-02-30T10:00", "moment")),
        *(("1995s", "decades"), ("'95s", "decade"), ("blue", "month")),
    ],
)
def test_a_token_cannot_be(word: str, kind: str) -> None:
    assert kind not in kinds(word)


def test_a_moment_is_told_as_finely_as_it_is_written() -> None:
    minute = kinds("2022-02-24T05:10")["moment"].span
    second = kinds("2022-02-24 05:10:15")["moment"].span
    assert minute == TimeSpan.unit(Granularity.MINUTE, seconds(2022, 2, 24, 5, 10))
    assert second == TimeSpan.unit(Granularity.SECOND, seconds(2022, 2, 24, 5, 10, 15))


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("Z", 0), (".125z", 0), ("+02:00", 120), ("-0500", -300), ("+05:30", 330)],
)
def test_a_moment_keeps_its_zone(written: str, minutes: int) -> None:
    clock = kinds(f"2022-02-24T05:10:15{written}")["moment"].what
    assert clock == Clock(5, 10, 15, Granularity.SECOND, zone=minutes)


@pytest.mark.parametrize(("word", "minutes"), [("UTC+2", 120), ("GMT−3:30", -210), ("EST", -300)])
def test_a_zone_may_count_from_utc(word: str, minutes: int) -> None:
    assert kinds(word)["zone"] == minutes


def test_every_word_of_the_list_is_read_as_one_token() -> None:
    parted = [word for word in KINDS if len(cut(word)) != 1 or cut(word)[0].lower != word]
    assert parted == []


def test_words_are_written_small() -> None:
    listed = [word for words in WORDS.values() for word in words if not isinstance(word, list)]
    assert [word for word in listed if word != word.lower()] == []


@settings(deadline=None, max_examples=150)
@given(st.from_regex(r"[0-9]{1,9}([-/.:,][0-9]{1,4}){0,3}(st|nd|rd|th|s)?", fullmatch=True))
def test_figures_of_any_form_are_read_or_left(figures: str) -> None:
    for token in cut(figures):
        for kind, value in lexicon(token):
            assert kind
            assert isinstance(value, int | float | str | tuple | Meaning)
