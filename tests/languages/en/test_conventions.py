"""Where a calendar and a newspaper read the same words differently, and when holidays fall."""

from __future__ import annotations

import pytest

from timeline.resolution import Publication, resolve
from timeline.spans import seconds

TUESDAY = Publication(seconds(2013, 2, 12, 4, 30), fine=True)

# Words, then what a newspaper and what a calendar takes them for.
BOTH = [
    ("this evening", "2013-02-12T16:00/2013-02-12T19:59", "2013-02-12T18:00/2013-02-12T23:59"),
    ("this weekend", "2013-02-16/2013-02-17", "2013-02-15T18:00/2013-02-17T23:59"),
    ("this winter", "2012-24", "2012-12-21/2013-03-19"),
    ("monday", "2013-02-11", "2013-02-18"),
    ("next monday", "2013-02-18", "2013-02-18"),
    ("two weeks ago", "2013-01-29", "2013-01-29"),
    ("three years ago", "2010", "2010-02"),
    ("next two weeks", "2013-02-13/2013-02-26", "2013-02-18/2013-03-03"),
    ("first week of october 2014", "2014-09-29/2014-10-05", "2014-10-06/2014-10-12"),
    ("after 2014", "[2015..]", "[2014..]"),
    ("3:30", "2013-02-12T03:30", "2013-02-12T15:30"),
    ("5pm EST", "2013-02-12T17:00-05:00", "2013-02-12T17:00-05:00"),
    ("yom kippur 1973", "1973-10-06", "1973-10-05/1973-10-06"),
]


@pytest.mark.parametrize(("words", "paper", "calendar"), BOTH)
def test_a_calendar_reads_otherwise(words: str, paper: str, calendar: str) -> None:
    read = [resolve(words, TUESDAY, lean=lean)[0].span for lean in ("past", "future")]
    assert [span and span.edtf().replace("~", "") for span in read] == [paper, calendar]


HOLIDAYS = [
    ("christmas 2022", "2022-12-25"),
    ("thanksgiving 2014", "2014-11-27"),
    ("black friday 2010", "2010-11-26"),
    ("memorial day 2021", "2021-05-31"),
    ("victoria day 2024", "2024-05-20"),
    ("easter 2023", "2023-04-09"),
    ("orthodox easter 2023", "2023-04-16"),
    ("ash wednesday 2024", "2024-02-14"),
    ("advent 2023", "2023-12-03"),
    ("koningsdag 2014", "2014-04-26"),
    ("passover 2024", "2024-04-23/2024-04-30"),
    ("purim 2024", "2024-03-24"),
    ("yom hashoah 2024", "2024-05-06"),
    ("ramadan 2018", "2018-05-16/2018-06-14"),
    ("eid al-adha 1974", "1974-01-03"),
    ("islamic new year 2018", "2018-09-11"),
    ("jumu'atul-wida 2018", "2018-06-08"),
    ("diwali 2019", "2019-10-27"),
    ("dhanteras 2019", "2019-10-25"),
    ("chinese new year 2024", "2024-02-10"),
    ("earth hour 2018", "2018-03-31T20:30/2018-03-31T21:29"),
]


@pytest.mark.parametrize(("words", "edtf"), HOLIDAYS)
def test_a_holiday_falls_on_its_day(words: str, edtf: str) -> None:
    span = resolve(words, TUESDAY)[0].span
    assert span is not None
    assert span.edtf() == edtf
