"""Clauses as newspapers write them, in words that stand by themselves."""

from __future__ import annotations

import pytest

from tests.events.reader import event_of, events_of
from timeline.events.folding import fold

WORDS = [
    # Verbs that a parser gave to another noun, or took for another form.
    (
        "The owner put the club up for sale on Tuesday, and goalkeeper Ben Moss broke a finger.",
        "broke",
        "Goalkeeper Ben Moss broke a finger",
    ),
    (
        "Two men were given three years and barred from public office for a decade.",
        "barred",
        "Two men were barred from public office for a decade",
    ),
    (
        "Critics called for the resignation of the minister, Ana Poe, who signed two of the deals.",
        "signed",
        "The minister, Ana Poe, signed two of the deals",
    ),
    (
        "A quake shook the coast on Sunday, killing 37 people and cutting off dozens of villages.",
        "cutting",
        "A quake cut off dozens of villages",
    ),
    (
        "The tremor was followed by aftershocks, one of which destroyed a school.",
        "destroyed",
        "One of aftershocks destroyed a school",
    ),
    ("It has nine mills, most of which closed in May.", "closed", "Most of nine mills closed"),
    (
        "The bank lent it 4 million, half of which was repaid in June, and sold its mill.",
        "sold",
        "The bank sold its mill",
    ),
    (
        "The United States, which imposed a ban in May, lifted it.",
        "imposed",
        "The United States imposed a ban",
    ),
    (
        "Corvey's, which cut the rating in May, said that it was considering another step.",
        "cut",
        "Corvey's cut the rating",
    ),
    (
        "She told her boss, who did nothing, and then, on 2 July, wrote to the regulator.",
        "wrote",
        "She wrote to the regulator",
    ),
    # Words that stayed away from where they belong.
    (
        "One of the engineers, Rosa Poe, was dismissed in November.",
        "dismissed",
        "One of the engineers, Rosa Poe, was dismissed",
    ),
    (
        "The dealer was convicted of handling stolen goods by a Dutch court in 2003 and jailed.",
        "convicted",
        "The dealer was convicted of handling stolen goods by a Dutch court",
    ),
    ("Not all the money was found in 2004.", "found", "Not all the money was found"),
    (
        "The court on Thursday restored a 2017 pardon for the former mayor.",
        "pardon",
        "A pardon for the former mayor",
    ),
    ("By the time soldiers arrived, the men had left.", "arrived", "Soldiers arrived"),
    (
        "Ida Poe will be the first woman to lead the city.",
        "lead",
        "Ida Poe will be the first woman to lead the city",
    ),
    (
        "A guard fought off two men - days before a new alarm came.",
        "fought",
        "A guard fought off two men",
    ),
    ("Police came when fighting broke out in May.", "broke", "Fighting broke out"),
    (
        "Tens of thousands of women marched on Friday to the U.S. mission, waving Cuban flags.",
        "waving",
        "Tens of thousands of women waved Cuban flags",
    ),
    (
        "The Immigration and Naturalization Service ruled that he may stay.",
        "ruled",
        "The Immigration and Naturalization Service ruled that he may stay",
    ),
    (
        "Acme Inc., Hasbrouk Heights, N.J., facing a cash squeeze, said on Monday it may close.",
        "facing",
        "Acme Inc. faced a cash squeeze",
    ),
    (
        "Their leader, Ben Cole, was betrayed in December and shot at Hull in May.",
        "shot",
        "Their leader, Ben Cole, was shot at Hull",
    ),
    ("A ballot opens on 20 May and closes on 7 June.", "closes", "A ballot closes"),
    (
        "A commission asks why warnings about the wells, first raised by villagers, were ignored.",
        "raised",
        "Warnings about the wells were first raised by villagers",
    ),
    (
        "The number of cases has fallen for nine days in a row: 11 were reported yesterday.",
        "reported",
        "11 were reported",
    ),
    (
        "The first 60,000 doses, donated by Brazil, arrived last night.",
        "arrived",
        "The first 60,000 doses arrived",
    ),
    (
        "The mediator flew in and was due to meet Poe before returning home on Wednesday.",
        "returning",
        "The mediator was to return home",
    ),
    (
        "Poe was treated in Leeds before being released on Saturday.",
        "released",
        "Poe was released",
    ),
    (
        "Poe will be treated in Leeds before being released on Saturday.",
        "released",
        "Poe will be released",
    ),
    ("Since leaving office in 2014, Poe has written two books.", "leaving", "Poe left office"),
    ("Poe will meet Hale before leaving Oslo on Friday.", "leaving", "Poe will leave Oslo"),
    # What is said to be at a time, or likely then, happens then.
    ("The deadline is 20 March.", "deadline", "The deadline"),
    ("The next hearing will be on 20 March.", "hearing", "The next hearing"),
    ("Talks have failed; a vote is likely in June.", "vote", "A vote is likely"),
    # A row of three, and a noun before a past tense.
    ("Leeds joined in 1973, left in 2020 and has struck two deals.", "left", "Leeds left"),
    ("Poe said on Friday that profit rose 4 percent in 2022.", "rose", "Profit rose 4 percent"),
    ("Both armies must withdraw by March 20.", "withdraw", "Both armies must withdraw"),
    (
        "The last dispute of this kind in Leeds, in 1989, lasted eleven weeks.",
        "lasted",
        "The last dispute of this kind in Leeds lasted eleven weeks",
    ),
    (
        "It hired them without a tender in May, which auditors are now looking into.",
        "looking",
        "Auditors are looking into a tender",
    ),
    # What stands for a noun.
    (
        "A quake in 1992 killed 75 people, and one in 2008 flattened a village.",
        "flattened",
        "A quake flattened a village",
    ),
    (
        "Prosecutors opened a case after a clerk handed them a disk.",
        "handed",
        "A clerk handed prosecutors a disk",
    ),
    (
        "A quake of magnitude 7.8 struck southern Turkey on Monday.",
        "struck",
        "A quake of magnitude 7.8 struck southern Turkey",
    ),
    # Names and past tenses that a tagger took for others.
    ("The United Nations planned to act on Friday.", "act", "The United Nations planned to act"),
    ("The same gang stole £4 million in May.", "stole", "The same gang stole £4 million"),
    (
        "He was at work when two thugs burst in and smashed the glass.",
        "smashed",
        "Two thugs smashed the glass",
    ),
    (
        "Poe did not elaborate on Monday, and a company official declined further comment.",
        "declined",
        "A company official declined further comment",
    ),
    (
        "The bridge, which was shut to lorries at noon, has fallen.",
        "shut",
        "The bridge was shut to lorries",
    ),
    ("She left a choir practice on 14 May and set off home.", "set", "She set off home"),
    ("Hull votes for a new mayor on Sunday.", "votes", "Hull votes for a new mayor"),
]
SHOWN = [
    ("Robbers shot dead a guard on Sunday.", ["Robbers shot dead a guard"]),
    ("Neighbours plan to throw a party on Friday.", ["Neighbours plan to throw a party"]),
    ("The mayor paid them, the court found.", ["The mayor paid them"]),
    ("The board will report to Congress in May.", ["The board will report to Congress"]),
    (
        "Final rules to be published in early May will tell who may stay.",
        ["Final rules to be published", "Final rules to be published will tell who may stay"],
    ),
    # How the report or the talks came about is told by what they did.
    (
        "In a letter published on Friday, Poe called the sale a mistake and demanded two seats.",
        ["Poe called the sale a mistake", "Poe demanded two seats"],
    ),
    ("A report released in May found 12 faults.", ["A report found 12 faults"]),
    (
        "The firm announced plans on Friday to sell two mills.",
        ["The firm announced plans to sell two mills"],
    ),
    (
        "Doctors said in a paper published on Friday that the drug had failed.",
        ["Doctors said in a paper that the drug had failed"],
    ),
]


@pytest.mark.parametrize(("text", "verb", "told"), WORDS)
def test_clauses_of_news_stand_by_themselves(text: str, verb: str, told: str) -> None:
    assert event_of(text, verb).text == told


@pytest.mark.parametrize(("text", "rows"), SHOWN)
def test_one_happening_has_one_row(text: str, rows: list[str]) -> None:
    events = events_of(text)
    assert [events[k].text for k in fold(events, range(len(events)))] == rows


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("The mayor paid them, the court found.", "paid", "the court"),
        ("Poe told a meeting in the capital that 214 people had been hurt.", "hurt", "Poe"),
    ],
)
def test_who_says_so_is_told(text: str, verb: str, who: str) -> None:
    assert event_of(text, verb).wording.attribution == who


@pytest.mark.parametrize(
    "text",
    [
        "When did you leave on 28 January 2020?",
        "Where were you on 28 January 2020?",
        "And why was the letter not sent in May 2020?",
    ],
)
def test_what_is_asked_with_a_question_word_is_no_row(text: str) -> None:
    assert not any(event.wording.whole for event in events_of(text))


def test_what_somebody_has_done_to_him_is_a_fact() -> None:
    assert event_of("Poe, who is 84, had a hip replaced in May.", "replaced").status == "asserted"


@pytest.mark.parametrize(
    ("text", "verb", "when"),
    [
        ("It was not until 1990 that the mill was sold.", "sold", "1990"),
        ("It was on 4 May 1992 that Poe resigned.", "resigned", "1992-05-04"),
        ("It was only in June 1993 that the mill opened again.", "opened", "1993-06"),
    ],
)
def test_it_was_picks_out_when_something_happened(text: str, verb: str, when: str) -> None:
    span = event_of(text, verb).span
    assert span is not None
    assert span.edtf() == when


def test_what_is_expected_by_a_day_is_dated_by_it() -> None:
    told = event_of("The rest are expected by the end of the month.", "expected")
    assert (told.span is not None, told.status) == (True, "planned")


def test_a_verb_whose_past_is_itself_is_in_the_tense_of_the_others() -> None:
    text = "Shells hit a market on Sunday, the governor told Radio Selah."
    assert event_of(text, "hit").tense == "past"


def test_what_is_put_up_for_sale_on_a_day_is_put_up_that_day() -> None:
    put = event_of("The owner put the club up for sale on Sunday.", "put")
    assert put.span is not None
    assert put.span.edtf() == "2023-03-05"
