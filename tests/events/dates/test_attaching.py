"""How the times of a sentence are shared out among its events."""

from __future__ import annotations

import pytest

from tests.events.reader import event_of, events_of


def dates(text: str, published: str = "2025-05-05") -> list[tuple[str, str, str]]:
    """Trigger, date and words of every event that an expression dates."""
    return [
        (text[e.head_start : e.head_end], e.span.edtf(), e.text)
        for e in events_of(text, published)
        if e.basis == "expression" and e.span is not None
    ]


SHARED = [
    (
        "Her coach joined her team in June after leaving the club in the spring.",
        {"joined": "2024-06", "leaving": "2025-21"},
    ),
    (
        "She returned to the tour in March 2024 and reached the final in Rome two months later.",
        {"returned": "2024-03", "reached": "2024-05"},
    ),
    (
        "In 2019 the firm lost money, and in 2020, when its offices had closed, it lost more.",
        {"closed": "2020"},
    ),
    (
        "The bank sold its stake in Halden, which opened in 1990, in May 2015.",
        {"opened": "1990", "sold": "2015-05"},
    ),
    (
        "The board will publish a first report within 30 days.",
        {"publish": "2025-05-05/2025-06-03"},
    ),
    (
        "Karst said first-quarter earnings fell 38%.",
        {"fell": "2025-33"},
    ),
    (
        "In May the board declared a dividend, payable on 12 June to holders of 29 May, and left.",
        {"declared": "2025-05"},
    ),
    (
        "Karst warned on 3 May that the current quarter would be hard.",
        {"warned": "2025-05-03"},
    ),
    (
        "Poe, who made pumps, in 1931 fled.",
        {"fled": "1931"},
    ),
    (
        "Hale lost the appeal in 2014, closed the mill in 2016 and was fined in 2018.",
        {"lost": "2014", "closed": "2016", "fined": "2018"},
    ),
    (
        "Hale set up a commission of inquiry in 2014, won the election in 2016 and left in 2018.",
        {"set": "2014", "won": "2016", "left": "2018"},
    ),
    (
        "On Monday the board considered the request of last week.",
        {"considered": "2025-05-05", "request": "2025-04-28/2025-05-04"},
    ),
    (
        "On 24 October 1980 the town was taken and by November Poe ordered his men to advance.",
        {"taken": "1980-10-24", "ordered": "[..1980-11]"},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), SHARED)
def test_two_times_date_two_events(text: str, wanted: dict[str, str]) -> None:
    found = {trigger: when for trigger, when, _ in dates(text)}
    assert wanted.items() <= found.items()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Voters approved the 2019 budget on Tuesday.", {"approved": "2025-04-29"}),
        ("A 15th-century altar was returned in March.", {"returned": "2025-03"}),
        ("The city was emptied on Monday due to heavy floods.", {"emptied": "2025-05-05"}),
        ("The mill closed due to a strike in March.", {"closed": "2025-03"}),
        ("In 1901, the year her father died, it was sold.", {"sold": "1901"}),
        ("Police demanded on Friday that he leave.", {"demanded": "2025-05-02"}),
        ("The mayor announced a review of the fire in July 2024.", {"announced": "2024-07"}),
        ("The mayor ordered an inquiry into the fire in July 2024.", {"ordered": "2024-07"}),
        ("The mayor has announced an election in July 2026.", {"election": "2026-07"}),
        ("The 1973 hall was home to nine firms; two shops closed.", {}),
        ("Two cars collided near a park located in Leeds on Monday.", {"collided": "2025-05-05"}),
    ],
)
def test_what_tells_which_thing_is_meant_dates_nothing(text: str, wanted: dict[str, str]) -> None:
    assert {trigger: when for trigger, when, _ in dates(text)} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The minutes of 13 July 2022 were agreed and signed.", {}),
        ("Mrs Qureshi presented the accounts for the year ended 31 March 2022.", {}),
        ("The budget for 2021/22 was approved on 3 May 2021.", {"approved": "2021-05-03"}),
        ("They discussed the strike of 1984.", {"strike": "1984"}),
        ("He referred to the meeting of 4 May 2021.", {"meeting": "2021-05-04"}),
        ("He appealed against the decision of 4 May 2021.", {"decision": "2021-05-04"}),
        ("The court quashed the order of 4 May 2021 and fined the town.", {}),
        ("It reviewed the fire of 4 May 2019 and asked for a pump.", {"fire": "2019-05-04"}),
        ("Mr Gage wrote about noise at the wedding of 20 August 2021.", {}),
        # but
        ("They signed the treaty of 1839.", {"signed": "1839"}),
        ("He survived the siege of 1941.", {"survived": "1941", "siege": "1941"}),
        ("The king was mentioned in a letter of 1786.", {"mentioned": "1786"}),
    ],
)
def test_what_is_looked_at_has_a_time_of_its_own(text: str, wanted: dict[str, str]) -> None:
    assert {trigger: when for trigger, when, _ in dates(text)} == wanted


LATER = [
    ("The hall did not open until 1987.", "1987", "The hall did not open until 1987"),
    ("The hall drew no crowds until 1987.", "1987", "The hall drew no crowds until 1987"),
    ("No ship left the port until 1987.", "1987", "No ship left the port until 1987"),
    ("It was not until 1987 that the hall opened.", "1987", "The hall opened"),
    ("It was in 1987 that the hall opened.", "1987", "The hall opened"),
    (
        "The strike did not end the talks, which lasted until March.",
        "../2025-03",
        "The talks lasted",
    ),
    ("Until March they had not opened the hall.", "../2025-03", "They had not opened the hall"),
]


@pytest.mark.parametrize(("text", "when", "words"), LATER)
def test_what_was_not_so_until_then_was_so_from_then(text: str, when: str, words: str) -> None:
    assert [(date, told) for _, date, told in dates(text)] == [(when, words)]


TWICE = [
    (
        "The drug was approved in Japan in 2019 and in Europe two years later.",
        [("2019", "The drug was approved in Japan"), ("2021", "The drug was approved in Europe")],
    ),
    (
        "Ruiz was jailed for theft in 2008 and again in 2013.",
        [("2008", "Ruiz was jailed for theft"), ("2013", "Ruiz was jailed for theft")],
    ),
    (
        "She visited Rome in March 2021 and Paris in May 2022.",
        [("2021-03", "She visited Rome"), ("2022-05", "She visited Paris")],
    ),
    (
        "The firm lost money in 2020 and 2021.",
        [("2020", "The firm lost money"), ("2021", "The firm lost money")],
    ),
    (
        "The firm bought a mill in 1961, a yard in 1967 and a dairy in 1970.",
        [
            ("1961", "The firm bought a mill"),
            ("1967", "The firm bought a yard"),
            ("1970", "The firm bought a dairy"),
        ],
    ),
    (
        "He was mayor from 2014 to 2018 and a senator from 2019 to 2022.",
        [("2014/2018", "He was mayor"), ("2019/2022", "He was a senator")],
    ),
    (
        "He was given a medal in 1983 and, in 2008, a degree.",
        [("1983", "He was given a medal"), ("2008", "He was given a degree")],
    ),
    (
        "The mill was hit on 2, 9 and 25 April.",
        [(f"2025-04-{day}", "The mill was hit") for day in ("02", "09", "25")],
    ),
    (
        "The court sat on 18 and 19 June 2019.",
        [("2019-06-18/2019-06-19", "The court sat")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TWICE)
def test_what_happened_several_times_is_told_for_each(
    text: str, wanted: list[tuple[str, str]]
) -> None:
    assert [(when, words) for _, when, words in dates(text)] == wanted


def test_each_step_of_a_list_has_its_time() -> None:
    text = "Pay will rise 4% from September, a further 3% next year and 2.5% in 2027."
    assert [when for _, when, _ in dates(text)] == ["2025-09", "2026", "2027"]


def test_now_gives_way_to_a_time_that_tells_when() -> None:
    assert dates("It will now take place in July.") == [("take", "2025-07", "It will take place")]


def test_when_tells_of_a_time_that_is_only_compared_with() -> None:
    text = "It was the longest strike since 1997, when teachers walked out."
    assert [(trigger, when) for trigger, when, _ in dates(text)] == [("walked", "1997")]


BESIDE = [
    ("She broke her wrist in a skiing accident last November.", "broke", "2024-11"),
    ("He was expelled from the talks on 20 February.", "expelled", "2025-02-20"),
    ("The mayor walked out of a debate on the plan last Tuesday.", "walked", "2025-04-29"),
    ("The two presidents signed a trade pact last Friday.", "signed", "2025-05-02"),
    ("She told analysts on a call on Friday that the firm would close.", "told", "2025-05-02"),
    ("He said in an interview in February that he would stand.", "said", "2025-02"),
    ("A man was found guilty of fraud in March and jailed for two years.", "found", "2025-03"),
    (
        "He was convicted of handling stolen goods by a Dutch court in 2023 and jailed.",
        "convicted",
        "2023",
    ),
    # … or with what brought that noun about
    ("In a report published in March, the court found twelve faults.", "found", "2025-03"),
    ("At talks in Oslo in March, both sides agreed to leave.", "agreed", "2025-03"),
    ("Two cities announced plans on Friday to ban cars.", "announced", "2025-05-02"),
    (
        "The met office raised its warning to red this morning.",
        "raised",
        "2025-05-05T08:00/2025-05-05T11:59",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "when"), BESIDE)
def test_a_verb_is_dated_with_the_noun_beside_it(text: str, trigger: str, when: str) -> None:
    assert (trigger, when) in [pair[:2] for pair in dates(text)]


def test_what_belongs_to_a_month_need_not_be_told_in_it() -> None:
    assert "posted" not in [trigger for trigger, *_ in dates("It posted a loss for March.")]


def test_who_has_until_a_day_to_pay_must_pay_by_then() -> None:
    event = event_of("The firm has until 15 May to pay the fine.", "pay", "2025-05-05")
    assert event.span is not None
    assert (event.span.edtf(), event.status) == ("2025-05-05/2025-05-15", "planned")


NEITHER = [
    "The final was postponed until Monday.",
    "The treaty had promised new work by 2020.",
]


def test_most_recently_on_a_day_is_on_that_day() -> None:
    text = "The board postponed the sale twice this spring, last on 2 May, after Hill found cracks."
    found = [(trigger, when) for trigger, when, _ in dates(text)]
    assert found == [("postponed", "2025-05-02")]
    assert dates(text.replace("last", "most recently"))[0][:2] == ("postponed", "2025-05-02")


def test_a_time_that_opens_a_part_of_a_sentence_dates_it() -> None:
    text = "In 2005 a plan was adopted in March; in May the county refused to pay."
    found = [(trigger, when) for trigger, when, _ in dates(text)]
    assert found == [("adopted", "2005-03"), ("refused", "2005-05")]


def test_who_will_decide_by_a_day_decides_by_then() -> None:
    decided = event_of("The owners will decide by Friday whether to sell.", "decide")
    assert decided.basis == "expression"


@pytest.mark.parametrize("text", NEITHER)
def test_what_is_put_off_or_promised_is_not_so_until_then(text: str) -> None:
    assert dates(text) == []


CLASHES = [
    ("The sides are away next Sunday; they drew the last match.", "drew"),
    ("The firm declared a dividend, payable on 1 December 2025.", "declared"),
]


@pytest.mark.parametrize(("text", "trigger"), CLASHES)
def test_no_past_verb_is_dated_by_what_lies_ahead(text: str, trigger: str) -> None:
    assert trigger not in [word for word, _, _ in dates(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Songs of Home (1806) moves readers to this day.", []),
        ("Songs of Home (1806) moved many readers.", ["moved"]),
        ("Moss publishes Songs of Home (1806).", ["publishes"]),
    ],
)
def test_what_a_book_does_it_does_not_do_in_its_year(text: str, told: list[str]) -> None:
    assert [word for word, when, _ in dates(text) if when == "1806"] == told


def test_what_happened_before_that_is_not_told_in_the_same_words() -> None:
    text = "The mountain last erupted in 1420, and before that around 750."
    assert [when for _, when, _ in dates(text)] == ["1420"]


@pytest.mark.parametrize(
    "text",
    [
        "“We were in the bottom four at Christmas,” the manager said.",
        '"We were in the bottom four at Christmas," the manager said.',
    ],
)
def test_a_time_in_a_quotation_is_not_when_it_was_said(text: str) -> None:
    assert event_of(text, "said").expression is None


def test_the_last_minutes_of_a_match_are_not_those_before_publication() -> None:
    text = "Two goals in the last nine minutes gave Harrow a win on Sunday."
    told = [event.expression.text for event in events_of(text) if event.expression is not None]
    assert told == ["on Sunday"]


def test_what_a_time_is_counted_from_happened_then_and_not_again() -> None:
    text = "She was admitted on 14 May 2018. Four days before the admission she had noticed a rash."
    assert dates(text) == [
        ("admitted", "2018-05-14", "She was admitted"),
        ("noticed", "2018-05-10", "She noticed a rash before the admission"),
    ]


def test_what_something_is_like_dates_nothing() -> None:
    assert dates("The wall would not withstand a flood like that of January 1995.") == []


def test_a_paper_s_date_is_that_of_what_was_done_in_it() -> None:
    text = "The bank admitted it in a letter dated 3 May. She got a letter dated 4 May."
    assert [(trigger, when) for trigger, when, _ in dates(text)] == [
        ("admitted", "2025-05-03"),
        ("dated", "2025-05-04"),
    ]


def test_from_when_on_a_thing_is_dates_no_verb() -> None:
    text = "Police seized files dating back to 2019. They read ledgers going back to June 2021."
    assert dates(text) == []


def test_when_goes_on_about_a_time_that_is_not_the_verbs() -> None:
    text = "Police opened on Friday a ledger going back to June 2021, when Poe was mayor and lied."
    found = {trigger: when for trigger, when, _ in dates(text)}
    assert found["opened"] == "2025-05-02"


def test_what_is_set_for_a_day_is_on_that_day_and_its_setting_is_not() -> None:
    text = "The union has called a strike for 12 May, and the board set a hearing for 9 May."
    assert [(when, words) for _, when, words in dates(text)] == [
        ("2025-05-12", "A strike"),
        ("2025-05-09", "A hearing"),
    ]


SAID_NOW = [
    ("The report says sales in 2019 were poor.", "says", "2023-03-06~"),
    ("Analysts expect that sales in May 2021 were poor.", "expect", "../.."),
    # Not what began then, or is of these days.
    ("Hill owns a tenth of the firm since 2019.", "owns", "2019/.."),
    ("The minister says on 4 March that he will go.", "says", "2023-03-04"),
]


@pytest.mark.parametrize(("text", "trigger", "when"), SAID_NOW)
def test_what_is_said_or_holds_now_was_not_long_ago(text: str, trigger: str, when: str) -> None:
    span = event_of(text, trigger).span
    assert span is not None
    assert span.edtf() == when
