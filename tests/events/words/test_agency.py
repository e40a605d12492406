"""Rows of sentences as agencies write them: who, what, and when, each told as it stands."""

from __future__ import annotations

import pytest

from tests.events.reader import event_of, events_of
from timeline.events.folding import fold

#: A sentence, a word of the event, its words, and its date where its sentence tells one.
TOLD = [
    (
        "The team was clearing mines near Arkhal, the fabled 11th century temple that is the main "
        "attraction of the country, when it was attacked.",
        "attacked",
        "It was attacked",
        None,
    ),
    (
        "The Civic Front, in power since 2004, lost its majority last year.",
        "lost",
        "The Civic Front, in power since 2004, lost its majority",
        "2022",
    ),
    (
        "The vote was moved to 27 October after a fire destroyed the ballots.",
        "moved",
        "The vote was moved to 27 October",
        None,
    ),
    (
        "Records were stolen through a flaw it first disclosed in 2021.",
        "disclosed",
        "It first disclosed a flaw",
        "2021",
    ),
    (
        "Deputies introduced a bill in 2021 that would have obliged companies to report attacks "
        "within 72 hours, but it was withdrawn.",
        "introduced",
        "Deputies introduced a bill that would have obliged companies to report attacks within 72 "
        "hours",
        "2021",
    ),
    (
        "The prospectus did not include many details about the hall, although conceptual drawings, "
        "released this month, show that it may have a tower.",
        "released",
        "Conceptual drawings were released",
        "2023-03",
    ),
    (
        "The boy was plucked from the sea on Friday and brought ashore.",
        "brought",
        "The boy was brought ashore",
        None,
    ),
    (
        "About 300 people packed into the hall were sent home on Friday.",
        "packed",
        "About 300 people were packed into the hall",
        None,
    ),
    (
        "A spokesman for the firm declined to answer questions sent on Friday.",
        "sent",
        "Questions were sent",
        "2023-03-03",
    ),
    (
        "Tensions are rising as troops and weapons are being deployed to the border.",
        "deployed",
        "Troops and weapons are being deployed to the border",
        None,
    ),
    (
        "The minister, Ewan Poe, resigned on Friday night after leaked emails showed that he had "
        "met executives.",
        "resigned",
        "The minister, Ewan Poe, resigned",
        "2023-03-03T20:00/2023-03-04T05:59",
    ),
    (
        "What was left of the pier was pulled down in June 2019.",
        "pulled",
        "What was left of the pier was pulled down",
        "2019-06",
    ),
    (
        "Russia had not commented as of Sunday.",
        "commented",
        "Russia had not commented",
        "2023-03-05",
    ),
    (
        "A verdict is not expected before next spring.",
        "expected",
        "A verdict is not expected before next spring",
        "[2024-21..]",
    ),
    (
        "Talks were opened in June 1645 and on 9 July, after a siege of 117 days, Poe marched out.",
        "marched",
        "Poe marched out after a siege of 117 days",
        "1645-07-09",
    ),
    (
        "Its chief executive, Pieter Roos, flew to London on 6 December.",
        "flew",
        "Its chief executive, Pieter Roos, flew to London",
        "2022-12-06",
    ),
    (
        "The study was commissioned by the town and delivered to its board in March 2019.",
        "delivered",
        "The study was delivered to its board",
        "2019-03",
    ),
    (
        "Civilians flee as additional Russian troops and weapons are being deployed there.",
        "deployed",
        "Additional Russian troops and weapons are being deployed there",
        None,
    ),
    (
        "A number of pregnancy tests were recalled in Carva last week after customers and clinics "
        "concluded false negative results were received.",
        "recalled",
        "A number of pregnancy tests were recalled in Carva",
        "2023-02-27/2023-03-05",
    ),
    (
        "Both sides met on Friday after the start of a strike in May, with teachers speaking of a "
        "framework for talks.",
        "speaking",
        "Teachers spoke of a framework for talks",
        None,
    ),
    (
        "Ines Quint, 47, a former mayor of the port city of Santa Clara who entered politics in "
        "2016, will be sworn in.",
        "entered",
        "Ines Quint entered politics",
        "2016",
    ),
    (
        "In a Tuesday media event, Acme Inc. released a new line of laptops and the 2011 version "
        "of its software suite.",
        "released",
        "Acme Inc. released a new line of laptops and the 2011 version of its software suite",
        "2023-02-28",
    ),
    (
        "The Sutter Fire in September 2017 killed nine people.",
        "killed",
        "The Sutter Fire killed nine people",
        "2017-09",
    ),
    (
        "On 1 March, the Senate voted 66–30 for a repeal of the 1991 and 2002 authorizations for "
        "use of force.",
        "voted",
        "The Senate voted 66–30 for a repeal of the 1991 and 2002 authorizations for use of force",
        "2023-03-01",
    ),
    (
        "The Weather Office had issued a yellow warning for Sunday.",
        "warning",
        "A yellow warning",
        "2023-03-05",
    ),
    (
        "European aircraft manufacturer, Karst, has won an order from Carva Airways for up to 60 "
        "of its new mid-sized A350 jets and twelve helicopters.",
        "won",
        "Karst has won an order from Carva Airways for up to 60 of its new mid-sized A350 jets and "
        "twelve helicopters",
        None,
    ),
    (
        "The company will decide by Friday whether to appeal.",
        "decide",
        "The company will decide whether to appeal",
        "2023-03-06/2023-03-10",
    ),
    (
        "One firefighter, 26-year-old Cody Barrett of Elk Grove, was killed on Friday.",
        "killed",
        "One firefighter, 26-year-old Cody Barrett of Elk Grove, was killed",
        "2023-03-03",
    ),
    (
        "Turnout on Sunday was 68%, the tribunal's president, Judge Ana Leiva, said at a news "
        "conference, down from 74% in 2019.",
        "said",
        "The tribunal's president, Judge Ana Leiva, said at a news conference turnout was 68%",
        "2023-03-05",
    ),
    (
        "Thousands fled on Sunday as lava from the volcano, which had been dormant for 200 years, "
        "reached the town.",
        "reached",
        "Lava from the volcano reached the town",
        None,
    ),
    (
        "Shares fell on Monday after the firm, which makes tyres, lowered its forecast.",
        "lowered",
        "The firm lowered its forecast",
        None,
    ),
    (
        "On Friday, Acme introduced a player capable of displaying films.",
        "introduced",
        "Acme introduced a player capable of displaying films",
        "2023-03-03",
    ),
    (
        "Police arrested a man on Friday who is suspected of setting the fires.",
        "arrested",
        "Police arrested a man who is suspected of setting the fires",
        "2023-03-03",
    ),
    (
        "Friday's announcement marked the third time in the past decade that Ana Poe has left.",
        "marked",
        "The announcement marked the third time in the past decade that Ana Poe has left",
        "2023-03-03",
    ),
    (
        "The law, passed in 2019 and signed the following year, was struck down on Friday.",
        "signed",
        "The law was signed",
        "2020",
    ),
    (
        "Three men were charged on Friday with the murder of Ana Poe, 34, whose body was found in "
        "a canal in May 2021.",
        "found",
        "Ana Poe's body was found in a canal",
        "2021-05",
    ),
    (
        'Although profits were "squeezed" in 2019, the firm is confident.',
        "squeezed",
        'Profits were "squeezed"',
        "2019",
    ),
    (
        "Since his sea rescue, the boy has been increasingly referred to as a hero.",
        "referred",
        "The boy has been increasingly referred to as a hero since his sea rescue",
        None,
    ),
    (
        "Acme holders, who approved the plan last April, will receive the money.",
        "approved",
        "Acme holders approved the plan",
        "2022-04",
    ),
    (
        "One senior official Monday described the ministry as a collection of small groups.",
        "described",
        "One senior official described the ministry as a collection of small groups",
        "2023-03-06",
    ),
    (
        "The firm shed 70 mills that it did not expect to make a profit while acquiring 55 shops.",
        "acquiring",
        "The firm acquired 55 shops",
        None,
    ),
]


#: What is too long for a chart, and how it is told.
LONG = [
    (
        "Harrow Foods agreed on Friday to sell its Nutley, Brockway and Pearson biscuit businesses "
        "to the Nordic Holdings unit of the Swiss group Alpina Industries.",
        "agreed",
        "Harrow Foods agreed to sell its Nutley, Brockway and Pearson biscuit businesses",
    ),
    (
        "The airlines of the northern countries did not buy any more of their aircraft in May from "
        "the manufacturers of the neighbouring republic of Karst.",
        "buy",
        "The airlines of the northern countries did not buy any more of their aircraft from the "
        "manufacturers of the …",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "words"), LONG)
def test_a_long_clause_ends_before_its_last_phrases(text: str, trigger: str, words: str) -> None:
    assert event_of(text, trigger).text == words


#: Sentences of which a row would be no clause, and the verb of that row.
UNTOLD = [
    ("She regretted calling him a traitor and praying for his death.", "praying"),
    ("The board rejected an order that the boy remain in Carva until 6 May.", "remain"),
    (
        "The outbreak led the state to shut all schools, ban every gathering and take other steps.",
        "take",
    ),
    ("The bank raised its rate on Friday, as expected, and signalled more.", "expected"),
    ("Its panels are now open, catching sunlight and powering the craft.", "powering"),
]


@pytest.mark.parametrize(("text", "verb"), UNTOLD)
def test_a_part_of_a_clause_is_none(text: str, verb: str) -> None:
    assert not event_of(text, verb).wording.whole


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("His rival conceded shortly before 1 a.m.", "conceded"),
        ("The company hired a firm the next day and informed police on Friday.", "informed"),
        ("The coroner opened an inquest in May, which is to report in the autumn.", "report"),
        ("The council returns from recess on Thursday.", "returns"),
        ("Poe wrote to the minister on Friday.", "wrote"),
        ("The clerk replied on Friday.", "replied"),
        ("Returning to the town was prohibited on Friday.", "prohibited"),
    ],
)
def test_an_act_needs_no_content_and_a_plan_no_future(text: str, verb: str) -> None:
    wording = event_of(text, verb).wording
    assert wording.whole
    assert wording.candid


@pytest.mark.parametrize(("text", "trigger", "words", "when"), TOLD)
def test_a_row_tells_who_did_what_and_when(
    text: str, trigger: str, words: str, when: str | None
) -> None:
    event = event_of(text, trigger)
    dated = event.span is not None and event.basis == "expression"
    told = event.span.edtf() if dated and event.span else None
    assert (event.text, told) == (words, when)


def test_what_is_announced_on_a_day_and_has_no_date_is_told_as_announced() -> None:
    events = events_of("Acme announced on Friday that it has settled its dispute with the union.")
    shown = [events[k] for k in fold(events, range(len(events)))]
    told = "Acme announced that it has settled its dispute with the union"
    assert [event.text for event in shown] == [told]
