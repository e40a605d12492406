"""Appointments as RFC 5545 and the icalendar package have them."""

from __future__ import annotations

import warnings
from datetime import date, datetime

import pandas as pd
import pytest

from timeline.errors import BadTable, MissingExtra
from timeline.exports import Loss, ics
from timeline.exports.ics import from_ics, to_ics
from timeline.late import Late

icalendar = pytest.importorskip("icalendar")


def appointments(mine: pd.DataFrame) -> list[tuple[object, object]]:
    data = to_ics(mine)
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return [(e.decoded("DTSTART"), e.decoded("DTEND") if "DTEND" in e else None) for e in events]


def test_days_are_all_day_and_clock_times_float() -> None:
    cases = {
        "2022-09-04": (date(2022, 9, 4), date(2022, 9, 5)),
        "2022-09": (date(2022, 9, 1), date(2022, 10, 1)),
        "2011/2015": (date(2011, 1, 1), date(2016, 1, 1)),
        "2022-08/..": (date(2022, 8, 1), None),
        "2022-09-04T18:30": (datetime(2022, 9, 4, 18, 30), datetime(2022, 9, 4, 18, 31)),
        "0001-01-01": (date(1, 1, 1), date(1, 1, 2)),
        "9999-12-31": (date(9999, 12, 31), None),
    }
    found = appointments(pd.DataFrame({"when": list(cases), "event": "x"}))
    assert found == list(cases.values())


def test_an_instant_has_no_end_and_is_no_whole_day() -> None:
    mine = pd.DataFrame({"start": ["2022-09-04"], "end": ["2022-09-04"], "event": "x"})
    assert appointments(mine) == [(datetime(2022, 9, 4), None)]


def test_years_that_a_calendar_lacks_are_named() -> None:
    whens = ["-0043-03-15", "0000", "2022", "Y10000", "../2015", None]
    mine = pd.DataFrame({"when": whens, "event": ["Ides", "zero", "now", "far", "open", "never"]})
    with pytest.warns(Loss) as caught:
        assert len(appointments(mine)) == 1
    told = [str(warning.message) for warning in caught]
    assert len(told) == 2
    assert "needs a start; left out 2 of 6 events: row 5 ('open'), row 6 ('never')" in told[0]
    assert "1 to 9999 only; left out 3 of 4" in told[1]
    assert "Ides" in told[1]


def test_an_appointment_tells_what_the_row_knows() -> None:
    mine = pd.DataFrame(
        {
            "when": ["2022-09-04"] * 2,
            "event": ["Talks; in, Geneva\\n\r\nBEGIN:VEVENT", "x"],
            "place": ["Geneva", None],
            "status": ["planned", "negated"],
            "source": ["https://example.org/a", "javascript:alert(1)"],
            "published": ["2023-03-06"] * 2,
        }
    )
    first, second = icalendar.Calendar.from_ical(to_ics(mine)).walk("VEVENT")
    assert str(first["SUMMARY"]) == "Talks; in, Geneva\\n\nBEGIN:VEVENT"
    assert (first["LOCATION"], first["STATUS"], first["URL"]) == (
        "Geneva",
        "TENTATIVE",
        "https://example.org/a",
    )
    assert second["STATUS"] == "CANCELLED"
    assert "URL" not in second
    assert first.decoded("DTSTAMP").date() == date(2023, 3, 6)
    assert "4 September 2022" in first["DESCRIPTION"]


def test_the_same_row_keeps_its_name_and_twins_get_their_own() -> None:
    mine = pd.DataFrame({"start": ["2022-09-04"] * 2, "event": ["x", "x"]})
    first, again = to_ics(mine), to_ics(mine)
    assert first == again
    names = [e["UID"] for e in icalendar.Calendar.from_ical(first).walk("VEVENT")]
    assert len(set(names)) == 2


FOREIGN = b"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//someone//else//EN
BEGIN:VEVENT
UID:1
DTSTAMP:20220101T000000Z
DTSTART;VALUE=DATE:20220904
SUMMARY:Fair
LOCATION:Ghent
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTAMP:20220101T000000Z
DTSTART;TZID=Europe/Brussels:20220904T183000
DURATION:PT90M
SUMMARY:Concert
STATUS:CANCELLED
END:VEVENT
END:VCALENDAR
"""


def test_a_calendar_that_somebody_else_wrote() -> None:
    table = from_ics(FOREIGN.replace(b"\n", b"\r\n"))
    assert table["start"].astype(str).tolist() == ["2022-09-04 00:00:00", "2022-09-04 18:30:00"]
    assert table["end"].astype(str).tolist() == ["2022-09-05 00:00:00", "2022-09-04 20:00:00"]
    assert table["place"].fillna("").tolist() == ["Ghent", ""]
    assert table["status"].fillna("").tolist() == ["", "negated"]
    assert table["uid"].tolist() == ["1", "2"]


def test_what_is_no_calendar_is_refused_and_a_missing_library_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(BadTable, match="iCalendar"):
        from_ics(b"BEGIN:VEVENT\r\nhello\r\n")
    with pytest.raises(BadTable, match="DTSTART"):
        from_ics(FOREIGN.replace(b"DTSTART;VALUE=DATE:20220904\n", b""))
    monkeypatch.setattr(ics, "icalendar", Late("no_such_package", extra="ical"))
    with pytest.raises(MissingExtra, match=r"pip install.*ical"):
        to_ics(pd.DataFrame({"start": ["2022"], "event": ["x"]}))


def test_a_title_names_the_calendar() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        data = to_ics(pd.DataFrame({"start": ["2022"], "event": ["x"]}), title="My war; a story")
    assert str(icalendar.Calendar.from_ical(data)["X-WR-CALNAME"]) == "My war; a story"


@pytest.mark.parametrize("word", ["plain ", "żółć ", "\\", "𝔘", "^a", "a;b,c\n"])
def test_long_lines_are_folded_as_the_library_folds_them(word: str) -> None:
    table = pd.DataFrame({"when": "2022", "event": [word * count for count in range(1, 90)]})
    data = to_ics(table, title="END:VCALENDAR")
    assert data is not None
    assert max(map(len, data.split(b"\r\n"))) == 75
    assert icalendar.Calendar.from_ical(data).to_ical() == data
