"""Chronologies and logs: the dates and times of the clock that head their entries."""

from __future__ import annotations

import pytest

from tests.events.reader import event_of

#: A text, a word of it that names an event, and the date of that.
LISTS = [
    ("- 1994: The ferry is built in Turku", "built", "1994"),
    ("• 12 May 2003: It hits a pier. Four people are hurt.", "hits", "2003-05-12"),
    ("• 12 May 2003: It hits a pier. Four people are hurt.", "hurt", "2003-05-12~"),
    ("12 May 2003: It hits a pier. Nobody is hurt.", "hurt", "2003-05-12~"),
    ("**2006** A new owner paints it blue.", "paints", "2006"),
    ("**March 2007:** Work starts. The owner smiles.", "smiles", "2007-03~"),
    ("[2009] The ship moves to Crete. It rusts there.", "rusts", "2009~"),
    ("1) 2010 - A pipe leaks. The crew mends it.", "mends", "2010~"),
    ("2017 | The ship sails again.", "sails", "2017"),
    ("2008. The owner dies.\n2009. His son sells the ship.", "dies", "2008~"),
    ("2021 – The yard goes bankrupt in April. It is sold in May.", "sold", "2021-05"),
    ("2021 – A yard buys it. In March work begins.", "begins", "2021-03"),
    ("15 January 2022: The trial opens.", "opens", "2022-01-15"),
    # What an entry tells more finely holds for the verb, and for what follows.
    ("2017 – A club is founded. The council orders a study in May.", "orders", "2017-05"),
    (
        "February 2021 – Work starts. On the 12th a tram hits a van; its driver breaks an arm.",
        "breaks",
        "2021-02-12~",
    ),
    ("- `2013` The yard burns down.", "burns", "2013"),
    ("**2014, 3 May.** The yard burns down.", "burns", "2014-05-03"),
    # A year over a list is no part of the day that opens the first of its lines.
    ("Yard\n\n2015\n- 3 May – The yard burns.\n- 9 May – Rain falls.", "burns", "2015-05-03"),
    ("Yard\n\n2015\nMay 3 – The yard burns.\nMay 9 – Rain falls.", "burns", "2015-05-03"),
    ("Yard\n\n2015\n\nJune – The yard burns.\n\nJuly – Rain falls.", "burns", "2015-06"),
    # What stands below a date tells of it without a verb, too.
    ("1912\nFounded by two brothers in Leeds\n\n1926\nBankruptcy", "Founded", "1912~"),
    ("1912\nFounded by two brothers in Leeds\n\n1926\nBankruptcy", "Bankruptcy", "1926~"),
    ("1939-45\nShells are made\n\n1950s\nExpansion into France", "made", "1939~/1945~"),
    ("1939-45\nShells are made\n\n1950s\nExpansion into France", "Expansion", "195X~"),
    # Dates on lines of their own hold until the next.
    ("2019\n\nThe mill shuts.\n\nA buyer appears.\n\n2021\n\nIt is sold.", "shuts", "2019~"),
    ("2019\n\nThe mill shuts.\n\nA buyer appears.\n\n2021\n\nIt is sold.", "appears", "2019~"),
    ("2019\n\nThe mill shuts.\n\n2021\n\nIt is sold.\n\nIts owner smiled.", "sold", "2021~"),
    (
        "# Notes\n\n## 2.1 (2022-04-25)\n* A key opens it.\n\n## [2.0] - 2022-03-02\n* It shuts.",
        "opens",
        "2022-04-25~",
    ),
    (
        "# Notes\n\n## 2.1 (2022-04-25)\n* A key opens it.\n\n## [2.0] - 2022-03-02\n* It shuts.",
        "shuts",
        "2022-03-02~",
    ),
    # A log is of the day over it, however many entries stand between.
    (
        "Live\n\nSunday\n\n22:15 – Rain falls.\n\n20:00 – The port shuts.",
        "shuts",
        "2023-03-05T20:00",
    ),
    ("Live\n\n14:10\nThe minister has cancelled his trip.", "cancelled", "2023-03-06T14:10~"),
    ("Live\n\n14:10 – The minister cancels his trip.", "cancels", "2023-03-06T14:10"),
    # What has been done, and what somebody says, is of the entry, too, behind a heading.
    ("Live\n\n14:10\nTalks to go on\nPoe has called off a trip.", "called", "2023-03-06T14:10~"),
    ("Live\n\n14:10\nFree ferries\nTwo have sunk, police say.", "sunk", "2023-03-06T14:10~"),
    ("Live\n\n14:10\nFree ferries\nPolice say two have sunk.", "sunk", "2023-03-06T14:10~"),
    ("Live\n\n14.10\nRain falls.\n\n13.50\nThe port shuts.", "shuts", "2023-03-06T13:50~"),
    # Police tell in the past, and the whole entry is of its hour.
    ("Log\n\n7:52 a.m. A car hit a bus. A boy was hurt.", "hurt", "2023-03-06T07:52~"),
    ("Log\n\n5 p.m. A car hit a bus. No charges were filed.", "filed", "2023-03-06T17:00~"),
    ("Log\n\n7:52 a.m. A bus burned. Firemen came and mended it.", "mended", "2023-03-06T07:52~"),
]
#: What such a date does not tell of.
NOT_LISTED = [
    # One date over a page is that of the page.
    ("3 March 2021\n\nThe mill shuts.", "shuts"),
    ("2019\n\nThe mill shuts.\n\n2021\n\nIt is sold.\n\nIts owner smiled.", "smiled"),
    ("2019: The mill shuts. It would have burned.", "burned"),
    # In a log the past has gone before.
    ("Live\n\n14:10 – A boat leaves. A man drowned.", "drowned"),
    ("Log\n\n7:52 a.m. A bus burned. Its driver later died.", "died"),
    ("Log\n\n7:52 a.m. A bus burned. The mayor has ruled out a fault.", "ruled"),
    ("Live\n\n14:10\nWhat Poe knew\nTwo have sunk, police say.", "knew"),
    ("A bus burned at 7.52 a.m. sharp. Its driver sang.", "sang"),
]


@pytest.mark.parametrize(("text", "trigger", "date"), LISTS)
def test_the_date_of_an_entry_is_that_of_what_it_tells(text: str, trigger: str, date: str) -> None:
    event = event_of(text, trigger)
    assert event.span is not None
    assert event.span.edtf() == date


@pytest.mark.parametrize(("text", "trigger"), NOT_LISTED)
def test_the_date_of_an_entry_is_not_that_of_all_around_it(text: str, trigger: str) -> None:
    event = event_of(text, trigger)
    assert event.basis in ("tense", "published")


def test_what_an_entry_is_for_is_wanted_in_a_table() -> None:
    text = "2009: The mill shuts. It is empty.\n2011: A yard buys it."
    assert event_of(text, "buys").salience >= 0.5
    assert event_of(text, "shuts").salience >= 0.5


@pytest.mark.parametrize("blank", ["", " ", "\u00a0"])
def test_the_date_line_of_a_page_is_no_entry(blank: str) -> None:
    text = f"Ferry sinks\nMonday, March 6, 2023{blank}\nA ferry sank on Thursday. Ten were hurt."
    assert event_of(text, "hurt").why == "told after “sank”"


def test_a_heading_of_a_log_gives_way_to_what_it_is_about() -> None:
    text = "Live\n\n14:10\nTalks to go on\nPoe has called off a trip. He has said why."
    assert event_of(text, "called").salience >= 0.5 > event_of(text, "said").salience


#: What an entry of a diary tells lies before or after the day it was written on.
WRITTEN = [
    ("slept", "[..1916-05-12]"),
    ("buried", "1916-05-14"),
    ("leave", "[1916-05-12..]"),
]


@pytest.mark.parametrize(("trigger", "when"), WRITTEN)
def test_what_a_letter_tells_is_of_the_day_it_was_written_on(trigger: str, when: str) -> None:
    text = (
        "Ypres, 12 May 1916\n\nDear Mother,\n\nI came here yesterday and have slept badly."
        " The captain will be buried on Sunday. I shall leave the army soon."
    )
    span = event_of(text, trigger, "1998-05-01").span
    assert span is not None
    assert span.edtf() == when


ENTERED = [
    "14 June 2023\nPump failed, engineers called\n15 June 2023\nPump mended and restarted\n",
    "14 June 2023\n\n09:10 Pump failed\n\n10:20 Engineers called. They mended it.\n",
]


@pytest.mark.parametrize("text", ENTERED)
def test_the_first_entry_is_no_title(text: str) -> None:
    assert not event_of(text, "failed").title
