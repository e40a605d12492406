"""Which time dates which event."""

from __future__ import annotations

import pytest

from tests.events.reader import event_of, events_of

CASES = [
    ("Officials said on Monday that troops had left in August.", "said", "2023-03-06"),
    ("Officials said on Monday that troops had left in August.", "left", "2022-08"),
    ("The envoy, who arrived on Friday, will leave next week.", "arrived", "2023-03-03"),
    ("In 1848 he left Vienna and moved to Leeds.", "left", "1848"),
    ("In 1848 he left Vienna and moved to Leeds.", "moved", "1848"),
    ("The council will hire an architect next month, the mayor said.", "hire", "2023-04"),
    ("She resigned on Sunday, saying she was tired.", "resigned", "2023-03-05"),
    ("The army has held the town since August.", "held", "2022-08/.."),
    ("The two sides held talks on Sunday.", "held", "2023-03-05"),
    # A participle with a date of its own is an event, and leaves the verb alone.
    ("The dam, finished in May 1976, cracked the following February.", "finished", "1976-05"),
    ("The dam, finished in May 1976, cracked the following February.", "cracked", "1977-02"),
    ("A street named after her in 2011 is to get a plaque next month.", "named", "2011"),
    ("He lives in a house built in 1962.", "built", "1962"),
    # A time before the comma that closes its clause is of that clause.
    (
        "Moss tried in 2018 and, after she lost her seat in 2019, handed the cause to others.",
        "lost",
        "2019",
    ),
    # The early hours of a day are those before dawn, and not those of its morning.
    ("Ruiz fell in the early hours of Sunday.", "fell", "2023-03-05T00:00~/2023-03-05T05:59~"),
    ("Ruiz fell in the early hours of the evening.", "fell", "2023-03-06T16:00~/2023-03-06T17:59~"),
    # What is left of a length is no event.
    ("Ruiz scored with 40 seconds left on Saturday and wept.", "scored", "2023-03-04"),
    # The "that" of a time opens no clause, and a colon lets one stand by itself.
    (
        "It met in 2022. It went badly: in May that year gusts tore the roof, and rain poured in.",
        "poured",
        "2022-05",
    ),
    # What somebody was at a time is told, where nothing else is.
    ("He was the mayor of Leeds until 1974.", "was", "../1974"),
    ("By 1931 she was almost blind.", "was", "[..1931]"),
    # Beside other verbs, too, which it leaves alone.
    ("Poe, who was minister from 2001 to 2005, resigned on Friday.", "was", "2001/2005"),
    ("Poe, who was minister from 2001 to 2005, resigned on Friday.", "resigned", "2023-03-03"),
    ("She was president from 1970 to 1974 and resigned in 1975.", "resigned", "1975"),
    ("In 1809 it gave up Villach, which had been Austrian since 1335.", "gave", "1809"),
    ("The tax, which was due in May, was cut on Friday.", "cut", "2023-03-03"),
    # A time behind ", and" opens a clause, whatever stands between commas behind it.
    ("He fell back, and in 1810, a year of famine, he gave up the town.", "gave", "1810"),
    # So does one behind "and" that a subject follows, and no time before it is of that clause.
    ("By 1900 it was the largest in town, and in 1906 it became a company.", "became", "1906"),
    ("They kept it alive, and in 1979 a group led by Pia Holm bought it.", "bought", "1979"),
    # Or one behind a comma, in a sentence that a time opens, be there an "&" in its subject.
    (
        "In 2009 the mayor and Ana ordered two ferries, in 2011 Hale & Sons hired 40 men.",
        "hired",
        "2011",
    ),
    # A date told in full behind what leans on others tells which that was.
    (
        "He took the cross in 1188 and drowned in a river, on the same day, 10 June 1190.",
        "drowned",
        "1190-06-10",
    ),
    # What had been chosen by then is no aim.
    ("By 1970 the firm had chosen a site.", "chosen", "[..1970]"),
    # A time with its preposition tells when, and not which.
    (
        "The king fled in early April 1945, while in late April rebels stormed it.",
        "stormed",
        "1945-04-21~/1945-04-30~",
    ),
    ("It was lost at sea, and on New Year's Day 1912 Moss shot himself.", "shot", "1912-01-01"),
    # A trial is not of the day of what it was for.
    ("Moss was tried for the loss of his ship in June 1914.", "tried", "1914-06"),
    # Something goes on from a time to the event that ends it.
    ("From 1984 until her retirement in 2001 she held the chair.", "held", "1984/2001"),
    ("From 1984 until her retirement in 2001 she held the chair.", "retirement", "2001"),
    # … or on and on.
    ("From 1930 until her death she lived in Hull.", "lived", "1930/.."),
    ("The mill was run by Poe from 2001 onwards.", "run", "2001/.."),
    ("He read a letter from 1930.", "read", "1930"),
    ("They fled from Monday's heat.", "fled", "2023-03-06"),
    (
        "On 19 May 1809 he fell back, and on 21 May 1809, the same day on which they met, he fled.",
        "fled",
        "1809-05-21",
    ),
    ("In 2011 the firm drilled in Wales and found nothing.", "drilled", "2011"),
    # "When" tells of the end of a stretch.
    ("She was president from 1970 to 1974, when she fled.", "fled", "1974"),
    ("The quarrel dates from 2002, when Leeds sold the mill.", "sold", "2002"),
    ("The firm employed 900 people by 1939.", "employed", "[..1939]"),
]


@pytest.mark.parametrize(("text", "trigger", "when"), CASES)
def test_a_time_dates_the_event_it_belongs_to(text: str, trigger: str, when: str) -> None:
    event = event_of(text, trigger)
    assert event.span is not None
    assert event.span.edtf() == when
    assert event.basis == "expression"


def test_what_a_figure_was_is_no_event() -> None:
    assert not events_of("The rate was 7 percent in January.")
    assert event_of("She was nine in 1951, and her father left.", "left").expression is not None


def test_three_times_and_three_verbs_give_three_rows() -> None:
    text = "He was hired in 2011, promoted in 2015 and sacked last week."
    dated = [e for e in events_of(text) if e.basis == "expression"]
    whens = [e.span.edtf() for e in dated if e.span]
    assert [text[e.trigger_start : e.trigger_end] for e in dated] == ["hired", "promoted", "sacked"]
    assert whens == ["2011", "2015", "2023-02-27/2023-03-05"]


def test_since_after_a_superlative_dates_nothing() -> None:
    event = event_of("It was the worst storm to hit the island since 1989.", "hit")
    assert event.basis == "tense"


def test_a_clock_time_that_opens_an_entry_dates_what_has_no_time() -> None:
    text = "17:15 Police have arrested a man.\n\n16:50 The gate closed at 4 p.m., staff say."
    arrested, closed = event_of(text, "arrested"), event_of(text, "closed")
    assert arrested.span is not None
    assert arrested.span.edtf() == "2023-03-06T17:15~"
    assert closed.span is not None
    assert closed.span.edtf() == "2023-03-06T16:00"


COMPARED = [
    "Net profit fell to 418 million euros from 475 million a year earlier.",
    "Sales rose 12 percent from last year.",
    "The mine earned 4 cents a share against 9 cents a share in 2021.",
    "It made a loss of 27 million, compared with a profit of 14 million in 2021.",
    "The town saw 14 attacks, up from five in the whole of 2021.",
]


@pytest.mark.parametrize("text", COMPARED)
def test_the_time_of_what_is_compared_dates_nothing(text: str) -> None:
    assert all(event.expression is None for event in events_of(text))


@pytest.mark.parametrize(
    ("text", "trigger", "when"),
    [
        ("Visits jumped to more than 300 in 2021.", "jumped", "2021"),
        ("The firm cut its forecast from 3% on 14 February 2023.", "cut", "2023-02-14"),
        ("He left with 40 men in May.", "left", "2022-05"),
        ("They took the port during an offensive last May.", "took", "2022-05"),
        ("Four deputies voted to keep the tax on Friday.", "voted", "2023-03-03"),
        ("The firm said it will close a mill by 2030.", "said", None),
    ],
)
def test_a_time_goes_to_the_event_it_hangs_on(text: str, trigger: str, when: str | None) -> None:
    event = event_of(text, trigger)
    dated = event.expression is not None and event.span is not None
    assert (event.span.edtf() if dated and event.span else None) == when


QUOTED = [
    ("“Two years ago I broke my wrist,” she said after the race.", "said", None),
    ("On Friday she said: “I broke my wrist at home and went on.”", "broke", None),
    ("The “siege” of the town ended in May.", "ended", "2022-05"),
]


@pytest.mark.parametrize(("text", "trigger", "when"), QUOTED)
def test_no_time_crosses_the_marks_of_what_is_said(
    text: str, trigger: str, when: str | None
) -> None:
    event = event_of(text, trigger)
    assert (event.span.edtf() if event.expression and event.span else None) == when


GOVERNED = [
    ("Prices rose after Thursday's ruling.", "rose", None),
    ("Prices rose after Thursday's ruling.", "ruling", "2023-03-02"),
    ("He resigned before the summer recess.", "resigned", None),
    ("The bank grew after second-quarter sales had risen.", "risen", "2022-34"),
]


@pytest.mark.parametrize(("text", "trigger", "when"), GOVERNED)
def test_a_preposition_before_a_noun_with_a_time_is_the_nouns(
    text: str, trigger: str, when: str | None
) -> None:
    event = event_of(text, trigger)
    assert (event.span.edtf() if event.expression and event.span else None) == when


def test_a_time_since_which_a_noun_is_so_dates_no_verb() -> None:
    event = event_of("The old foundry, empty since 2003, will become a museum.", "become")
    assert event.span is not None
    assert event.span.edtf() == "[2023-03-06..]"
