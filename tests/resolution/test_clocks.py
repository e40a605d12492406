"""Times of the clock told by two clocks: each tells the zone, and the day, of the other."""

from __future__ import annotations

import pytest

from timeline.resolution import Publication, resolve
from timeline.spans import seconds

WEDNESDAY = Publication(seconds(2023, 3, 8))


def told(text: str) -> list[str]:
    return [e.span.edtf() for e in resolve(text, WEDNESDAY) if e.span is not None]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("It sank at 9 p.m. in Oslo (2000 GMT).", ["2023-03-08T21:00+01:00", "2023-03-08T20:00Z"]),
        ("It sank at 2000 GMT (9 p.m. in Oslo).", ["2023-03-08T20:00Z", "2023-03-08T21:00+01:00"]),
        (
            "It sank at 10:35 a.m. local time (0735 GMT) on Friday.",
            ["2023-03-03T10:35+03:00", "2023-03-03T07:35Z", "2023-03-03"],
        ),
        # The bracket tells the evening before, whether it says so or not.
        (
            "It sank at 1 a.m. on Tuesday (2200 GMT).",
            ["2023-03-07T01:00+03:00", "2023-03-06T22:00Z"],
        ),
        (
            "It sank at 1 a.m. in Cairo (2200 GMT Monday).",
            ["2023-03-07T01:00+03:00", "2023-03-06T22:00Z"],
        ),
        ("It sank at 10:30 (0500 GMT).", ["2023-03-08T10:30+05:30", "2023-03-08T05:00Z"]),
        # A clock may have a name, or stand behind its zone.
        (
            "It rang at 4 a.m. West Africa Time (0300 GMT) Monday.",
            ["2023-03-06T04:00+01:00", "2023-03-06T03:00Z", "2023-03-06"],
        ),
        (
            "It sank at 2 p.m. Central European Summer Time (UTC 12:00) on Monday.",
            ["2023-03-06T14:00+02:00", "2023-03-06T12:00Z", "2023-03-06"],
        ),
        (
            "It sank at 8:30 p.m. (0030 Monday GMT).",
            ["2023-03-05T20:30-04:00", "2023-03-06T00:30Z"],
        ),
        # A town has its clocks, and a day may stand behind it.
        ("It rang at 10am in Tokyo.", ["2023-03-08T10:00+09:00"]),
        (
            "It rang at 10 a.m. in Tokyo on Monday.",
            ["2023-03-06T10:00+09:00", "2023-03-06"],
        ),
        ("It rang at 10 a.m. in New York Monday.", ["2023-03-06T10:00-05:00", "2023-03-06"]),
        ("It rang at 9:05 on Monday in Moscow.", ["2023-03-06T09:05+03:00"]),
        ("It rang at 9:05 in London, Ontario, on Monday.", ["2023-03-08T09:05", "2023-03-06"]),
        ("It rang at 9:05 in Poole on Monday.", ["2023-03-06T09:05", "2023-03-06"]),
        # In summer, too, people write "EST"; the day is told by one of the clocks.
        (
            "On Monday he spoke. At 20:00 EST (0000 UTC Sunday) it sank.",
            ["2023-03-06", "2023-03-04T20:00-04:00", "2023-03-05T00:00Z"],
        ),
        # What follows leans on the clock told first, not on the one in brackets.
        (
            "It sank at 1 a.m. on Tuesday (2200 GMT). By 7 a.m. all were safe.",
            ["2023-03-07T01:00+03:00", "2023-03-06T22:00Z", "[..2023-03-07T07:00]"],
        ),
        # Two times that are not the same moment tell nothing of each other.
        ("It ran from 9 p.m. (until 1810 GMT).", ["2023-03-08T21:00", "../2023-03-08T18:10Z"]),
        ("They met at 9 p.m. Police came (1800 GMT).", ["2023-03-08T21:00", "2023-03-08T18:00Z"]),
        # Nine in the morning or in the evening, ten hours and a half away either way.
        ("They met at 8:30 (2200 GMT).", ["2023-03-08T08:30", "2023-03-08T22:00Z"]),
    ],
)
def test_two_clocks_that_show_one_moment(text: str, spans: list[str]) -> None:
    assert told(text) == spans


def test_what_is_counted_from_a_clock_goes_on_by_it() -> None:
    text = "They launched at 4:32 p.m. EDT. Two hours later the engine failed."
    assert told(text)[1] == "2023-03-08T18:32-04:00"


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("from 9 to 11 a.m. EST", "2023-03-08T09:00-05:00/2023-03-08T11:00-05:00"),
        ("from 9 a.m. EST to 8 a.m. PST", "2023-03-08T09:00-05:00/2023-03-08T11:00-05:00"),
        ("since 10 a.m. EST", "2023-03-08T10:00-05:00/.."),
        ("shortly before noon GMT", "2023-03-08T11:00Z~/2023-03-08T11:59Z~"),
        ("at 8 p.m. ET on 5 July 2022", "2022-07-05T20:00-04:00"),
        ("at 8 p.m. ET on 5 January 2022", "2022-01-05T20:00-05:00"),
    ],
)
def test_a_zone_goes_with_both_ends(words: str, span: str) -> None:
    assert told(words) == [span]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (
            "It sank at 11:40 p.m. on Monday. It had called at 11:32. At 12:15 help came.",
            ["2023-03-06T23:40", "2023-03-06T23:32", "2023-03-07T00:15"],
        ),
        (
            "He left at 9 a.m. and came back at 4:15.",
            ["2023-03-08T09:00", "2023-03-08T16:15"],
        ),
        (
            "She stayed until 2:30 p.m. At 3:10 he left.",
            ["../2023-03-08T14:30", "2023-03-08T15:10"],
        ),
        ("She came at 7 p.m.; he had left at 5:30.", ["2023-03-08T19:00", "2023-03-08T17:30"]),
        # Near the part of the day that was told, too.
        (
            "On Monday evening the doors opened, and the show began at 8:30.",
            ["2023-03-06T16:00/2023-03-06T19:59", "2023-03-06T20:30"],
        ),
        (
            "Rain fell on Monday afternoon, and they played until 6:45.",
            ["2023-03-06T12:00/2023-03-06T15:59", "../2023-03-06T18:45"],
        ),
        # Not behind another day, nor where the clock has 24 hours.
        # So is one that something is told to have been done by.
        (
            "It broke at 4.10 p.m. on Monday. By half past four it was in the market.",
            ["2023-03-06T16:10", "[..2023-03-06T16:30]"],
        ),
        (
            "It sank at 11:40 p.m. on Monday. On Tuesday he rose. At 7:30 he left.",
            ["2023-03-06T23:40", "2023-03-07", "2023-03-07T07:30"],
        ),
        # Hours of one half of the day hold those between them.
        (
            "They met at 7 p.m. on Monday. On Tuesday it hailed. They left at 8:15, all by 9 p.m.",
            ["2023-03-06T19:00", "2023-03-07", "2023-03-07T20:15", "[..2023-03-07T21:00]"],
        ),
        ("He left at 19:40. She rose at 8:15.", ["2023-03-08T19:40", "2023-03-08T08:15"]),
    ],
)
def test_an_hour_without_its_half_of_the_day_is_near_the_one_told_before(
    text: str, spans: list[str]
) -> None:
    assert told(text) == spans


def test_a_text_with_a_clock_of_24_hours_has_no_other() -> None:
    text = (
        "09:42 It fails.\n10:26 It fails again, for it was cut the night before.\n10:48 It is up."
    )
    found = resolve(text, Publication(seconds(2024, 6, 11)))
    assert found[-1].timexes[0].value == "2024-06-11T10:48"
