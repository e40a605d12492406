"""Events without a time of their own get bounds, not dates."""

from __future__ import annotations

import pytest

from tests.events.reader import event_of, events_of, instant

SIDES = [
    ("The bank closed three branches.", "closed", "before", "[..2023-03-06]"),
    ("The bank will close three branches.", "close", "after", "[2023-03-06..]"),
    ("The bank is closing three branches.", "closing", "overlap", "../.."),
    ("The bank agreed to close three branches.", "close", "after", "[2023-03-06..]"),
    ("The bank had closed three branches.", "closed", "before", "[..2023-03-06]"),
    (
        "By the time he was freed in May 2012, the bank had failed.",
        "failed",
        "before",
        "[..2012-05]",
    ),
    (
        "Hill wrote to the town in June 2015, claiming that the bank lost a fund.",
        "lost",
        "before",
        "[..2015-06~]",
    ),
    ("The bank may close three branches.", "close", "after", "[2023-03-06..]"),
    ("The bank could not close its branches.", "close", "before", "[..2023-03-06]"),
    ("The bank wouldn't close its branches.", "close", "before", "[..2023-03-06]"),
    ("The bank will close a branch opened by its founder.", "opened", "before", "[..2023-03-06]"),
    ("The bank is going to be closed.", "closed", "after", "[2023-03-06..]"),
    ("The bank will close once its owner leaves.", "leaves", "after", "[2023-03-06..]"),
    ("If its owner leaves, the bank may close.", "leaves", "after", "[2023-03-06..]"),
    ("The bank will close because it loses money.", "loses", "overlap", "../.."),
    ("Neither he nor his aides could be reached.", "reached", "before", "[..2023-03-06]"),
    (
        "Hill told a news conference that the bank was safe.",
        "conference",
        "before",
        "[..2023-03-06]",
    ),
    ("The bank's founder quit suddenly.", "quit", "before", "[..2023-03-06]"),
    ("The bank was able to close a branch.", "close", "before", "[..2023-03-06]"),
    ("The workers walk out every year.", "walk out", "overlap", "../.."),
]


@pytest.mark.parametrize(("text", "trigger", "side", "bounds"), SIDES)
def test_tense_sets_bounds(text: str, trigger: str, side: str, bounds: str) -> None:
    event = event_of(text, trigger)
    assert event.to_published == side
    assert event.basis == "tense"
    assert event.span is not None
    assert event.span.edtf() == bounds


TOLD = [
    # Behind a clause between commas an "and" goes on with the main one, at its last time.
    (
        "She returned in 1921 and again in 1924, when she was 56, and found that it had shrunk.",
        "found",
        "1924~",
    ),
    ("In 1891 he left. There he met Ann Poe, whom he married the following year.", "met", "1891~"),
]


@pytest.mark.parametrize(("text", "trigger", "when"), TOLD)
def test_a_verb_is_of_the_time_that_another_tells(text: str, trigger: str, when: str) -> None:
    event = event_of(text, trigger)
    assert (event.span.edtf() if event.span else None, event.basis) == (when, "narrative")


def test_an_and_within_what_is_said_does_not_join_the_saying_to_it() -> None:
    text = "The plant will close with a mill and two yards, a spokesman said."
    assert event_of(text, "close").link == "content"
    assert event_of(text, "said").link == "main"


BEHIND_QUOTATIONS = [
    "“He tells me he will go,” said Ann Hill, a nurse.",
    "``He must not have written it himself,'' said two officials.",
    "“We are doing dozens if not hundreds of checks,” he was quoted as saying.",
    "“We must find the men and see that they pay,” Hill said at a ceremony.",
]


@pytest.mark.parametrize("text", BEHIND_QUOTATIONS)
def test_who_speaks_behind_a_quotation_says_it(text: str) -> None:
    verb = "quoted" if "quoted" in text else "said"
    named = [e for e in events_of(text) if text[e.head_start : e.head_end] == verb]
    assert [e.link for e in named] == ["main"]


AFTER_SEVERAL = [
    ("He was found at sea after his mother, a cousin and two friends drowned.", "drowned"),
    ("The sale was agreed after Ann Hill and Bo Lind, chairman of the firm, returned.", "returned"),
    ("The mill closed because Smith and Jones quarrelled.", "quarrelled"),
]


@pytest.mark.parametrize(("text", "trigger"), AFTER_SEVERAL)
def test_several_may_be_the_subject_behind_an_after(text: str, trigger: str) -> None:
    assert event_of(text, trigger).link == "adverbial"


def test_a_noun_behind_an_after_is_no_subject_of_what_an_and_adds() -> None:
    assert event_of("Roads shut after the crash and police arrived.", "arrived").link != "adverbial"
    text = "After talks in Oslo, Norway and Sweden agreed."
    assert event_of(text, "agreed").link == "main"


def test_a_noun_is_known_by_its_article_or_its_owner() -> None:
    text = "The attack followed an arrest, and his trial a raid."
    known = {text[e.head_start : e.head_end]: e.known for e in events_of(text)}
    assert known["attack"]
    assert not known["arrest"]
    assert known["trial"]
    assert not known["raid"]


def test_a_phrase_that_opens_a_noun_counts_as_one_word() -> None:
    assert event_of("Roads shut ahead of the election.", "election").connective == "before"
    assert event_of("Roads shut because of an attack.", "attack").connective == "because"
    assert event_of("The firm will sell its mill because of a strike.", "strike").to_published == (
        "before"
    )


def test_without_a_publication_date_nothing_is_bounded() -> None:
    event = event_of("The bank closed three branches.", "closed", published=None)
    assert event.span is None
    assert event.to_published is None


def test_what_was_said_is_not_later_than_the_saying() -> None:
    event = event_of("The army said on Friday that it had shelled the port.", "shelled")
    assert event.span is not None
    assert event.span.edtf() == "[..2023-03-03]"


def test_after_draws_the_end_in() -> None:
    event = event_of("The mayor resigned in May 2021 after police searched his house.", "searched")
    assert event.span is not None
    assert event.span.edtf() == "[..2021-05]"


BY_DEPENDENTS = [
    ("Poe moved to Hull and, when the mine closed in 1984, opened a shop.", "opened", "1984~"),
    (
        "Poe moved to Hull and, when the mine closed in 1984, opened a shop.",
        "moved",
        "[..2023-03-06]",
    ),
    (
        "A bill, tabled in May 2016, passed the following month but fell when the house was "
        "dissolved in September 2016.",
        "fell",
        "2016-09~",
    ),
    (
        "The bridge was delayed after a crane collapsed in March 2021.",
        "delayed",
        "2021-03~/2023-03-06~",
    ),
    ("The bridge was delayed before a crane collapsed in March 2021.", "delayed", "[..2021-03]"),
    ("Four men were hurt when a crane collapsed in March 2021.", "hurt", "2021-03~"),
    ("They will vote on it before the session ends on 10 May.", "vote", "2023-03-06~/2023-05-10~"),
    ("She led the survey and moved to Leeds in 2021.", "led", "[..2023-03-06]"),
    ("After the flood of 1953 she gave up law.", "gave", "1953~/2023-03-06~"),
    ("Before the crash of 2008 he sold his shares.", "sold", "[..2008]"),
    ("After the flood of 1953, in which she lost a brother, she left.", "lost", "1953~"),
    ("She died on Sunday. Born in 1931, she learned to swim.", "learned", "1931~/2023-03-06~"),
    ("The trial in May 2021, at which he denied it, was short.", "denied", "2021-05~"),
    ("They met after Thursday's ruling.", "met", "2023-03-02~/2023-03-06~"),
    ("The council met on Thursday after the flood.", "flood", "[..2023-03-02]"),
    ("The council met on Thursday after a flood that hit Hull.", "hit", "[..2023-03-02]"),
    # What went on for longer than the time since then was not told after it.
    (
        "She sold them a mill last May. He ran it for thirty years.",
        "ran",
        "[..2023-03-06]",
    ),
    ("She sold them a mill last May. He ran it for two days.", "ran", "2022-05~/2023-03-06~"),
    ("It killed 14 men and cut the road on Sunday.", "killed", "2023-03-05~"),
    ("She had warned of it in April. The shares rose.", "rose", "[..2023-03-06]"),
    # What is added behind a comma goes with the verb of the sentence, not with what it aims at.
    ("The council voted on Sunday to build it, ending a dispute.", "ending", "2023-03-05~"),
    (
        "A court fined it on Friday over a crash that killed two in May, ruling it had lied.",
        "ruling",
        "2023-03-03~",
    ),
    ("Hill asked the police on Sunday to act, saying he was ill.", "saying", "2023-03-05~"),
    ("The firm agreed on Sunday to buy its rival, creating a giant.", "creating", "../.."),
    # What somebody was found doing tells when.
    ("Found clinging to a buoy in May 2021, he was taken ashore.", "Found", "2021-05~"),
]


@pytest.mark.parametrize(("text", "trigger", "when"), BY_DEPENDENTS)
def test_what_hangs_on_an_event_bounds_it(text: str, trigger: str, when: str) -> None:
    event = event_of(text, trigger)
    assert event.basis != "expression"
    assert event.span is not None
    assert event.span.edtf() == when


def test_a_date_of_a_life_is_not_carried_to_the_next_sentence() -> None:
    text = "She was born in Leeds on 4 May 1868. She left school without a word."
    event = event_of(text, "left", published=None)
    assert event.basis != "narrative"


def test_what_is_told_far_behind_a_date_of_its_paragraph_is_not_before_it() -> None:
    text = "In May 1837 a crowd burned the customs house. " + "Bread was dear in the valley. " * 20
    told = [e for e in events_of(text + "A mob looted the mill.") if e.lemma == "loot"]
    assert [e.span.edtf() for e in told if e.span] == ["1837-05~/2023-03-06~"]
    parted = [e for e in events_of(text + "\n\nA mob looted the mill.") if e.lemma == "loot"]
    assert [e.span.edtf() for e in parted if e.span] == ["[..2023-03-06]"]


def test_a_story_goes_on_from_its_verb_not_from_what_an_after_told() -> None:
    text = "He saw Hull in June 1981, after his wife died in March 1979. He wrote two books."
    assert event_of(text, "wrote").why == "told after “saw”"


def test_the_toll_is_of_the_day_of_what_took_it() -> None:
    text = "The ship hit rocks on 4 May 2021. Eleven passengers were hurt. It was sold for scrap."
    hurt, sold = event_of(text, "hurt"), event_of(text, "sold")
    assert hurt.span is not None
    assert (hurt.span.edtf(), hurt.basis) == ("2021-05-04~", "narrative")
    assert sold.basis == "tense"


GOES_ON = [
    # Within a month or a year a story goes on from sentence to sentence …
    ("In May 1809 they crossed the Inn. The garrison fled.", "fled", "1809-05~"),
    ("In 364 BC he took Heraclea. He burned its ships, which he had feared.", "burned", "-0363~"),
    (
        "In 1702 he took the fort. He burned its ships, which he had built in 1680.",
        "burned",
        "1702~",
    ),
    # … within a day where it goes on by days …
    ("On 9 May 1809 they crossed. On 11 May 1809 they met. The dukes fled.", "fled", "1809-05-11~"),
    # … and with each verb that is set beside another.
    ("In 1702 he took the fort. He sank its ships and hanged the mayor.", "hanged", "1702~"),
    ("In 1702 he took the fort; the mayor fled.", "fled", "1702~"),
    ("In May 1809 they crossed the Inn. The garrison was eating its horses.", "eating", "1809-05~"),
    ("In July 1807 a boy came over the wall. Poe shouted at him.", "shouted", "1807-07~"),
    # "The following day" is not the day of what is told before it.
    (
        "On 3 June 1809 they met. He lost an arm and went to Ulm the following day.",
        "lost",
        "1809-06-03~",
    ),
]
GOES_NO_FURTHER = [
    ("On 9 May 1809 they crossed. The dukes fled.", "fled"),
    ("In 1702 he took the fort. He often burned ships.", "burned"),
    ("In 1702 he took the fort. He later burned its ships.", "burned"),
    ("In 1702 he took the fort. He burned ships for years.", "burned"),
    ("In 1702 he took the fort.\n\nHe burned its ships.", "burned"),
    ("Between 1702 and 1720 he took forts. He burned ships.", "burned"),
    ("He was born in 1702. He burned ships.", "burned"),
    ("He had taken the fort in 1702. He burned ships.", "burned"),
    ("In 1702 he took the fort. He accepted it, and never came back.", "came"),
    ("In 1702 he took the fort. He did not burn its ships.", "burn"),
    ("The fort fell in January 2023. The mayor fled.", "fled"),
]


@pytest.mark.parametrize(("text", "trigger", "when"), GOES_ON)
def test_what_an_old_story_goes_on_to_tell_is_of_the_same_time(
    text: str, trigger: str, when: str
) -> None:
    event = event_of(text, trigger)
    assert event.basis == "narrative"
    assert event.span is not None
    assert event.span.edtf() == when
    assert event.confidence < 0.6


@pytest.mark.parametrize(("text", "trigger"), GOES_NO_FURTHER)
def test_a_story_does_not_go_on_over_what_parts_it(text: str, trigger: str) -> None:
    assert event_of(text, trigger).basis == "tense"


AIMS = [
    ("On 9 May 1809 the duke ordered his men to burn the fort.", "burn", "1809-05-09~/2023-03-06~"),
    ("On 9 May 1809 they met. The duke had been told to leave.", "leave", "[..2023-03-06]"),
    ("On Friday the bank agreed to close three branches.", "close", "[2023-03-06..]"),
]


@pytest.mark.parametrize(("text", "trigger", "when"), AIMS)
def test_what_was_meant_long_ago_does_not_lie_ahead(text: str, trigger: str, when: str) -> None:
    event = event_of(text, trigger)
    assert event.span is not None
    assert event.span.edtf() == when


def test_the_day_of_the_news_is_carried_and_marked_so() -> None:
    text = "A lorry overturned on Sunday. The driver broke his arm."
    event = event_of(text, "broke")
    assert event.basis == "narrative"
    assert event.span is not None
    assert event.span.approximate
    assert event.confidence < 0.7


NEWS = "2023-03-05~/2023-03-06~"
OF_THE_DAY = [
    ("The ferry is late. The harbour master said the engine had failed.", "said", NEWS),
    ("The mill shut in 1994. Its owner said it will be pulled down.", "said", NEWS),
    ("A lorry overturned on Sunday.\n\nPolice closed the road.", "closed", "2023-03-05~"),
    ("Rivals met on Saturday. Hill led at half-time.\n\nLind levelled.", "levelled", "2023-03-04~"),
    ("A ferry sank on Sunday. It hit a rock, survivors said.", "hit", "2023-03-05~"),
    ("A ferry sank on Sunday. It hit a rock, survivors said.", "said", NEWS),
    ("A lorry overturned on Sunday. Police came when a wall fell.", "fell", "2023-03-05~"),
    ("A lorry overturned on 20 February. Police closed the road.", "closed", "2023-02-20~"),
    ("She cut short a trip to Rome on Thursday night.", "cut", "2023-03-02~"),
    ("The fair opens on Friday. It began in 1994. Its owner said it was full.", "said", NEWS),
    (
        "“I left in 1994,” said Hill. She told him she had been ill. The fair opens on Friday.",
        "told",
        NEWS,
    ),
    (
        "Sales fell in the three months to January. The firm said it had lost customers.",
        "said",
        NEWS,
    ),
    (
        "Shares rose on Sunday, the most since the firm was listed in 2011. Its rival fell.",
        "fell",
        "2023-03-05~",
    ),
    ("The council met, a clerk said on Sunday. The mayor resigned.", "resigned", "2023-03-05~"),
    ("The clerk says the money is gone.", "says", "2023-03-06~"),
]
NOT_OF_THE_DAY = [
    ("The mill shut in 1994. Its owner said it had lost money for years.", "said"),
    ("She left Leeds in 1868 and settled in York in 1871. Her sister wrote every week.", "wrote"),
    ("The lorry overturned in May.\n\nPolice closed the road.", "closed"),
    ("She won on Sunday. She had not played until April. She lost in Rome.", "lost"),
    ("A fire in May killed ten; the inquiry, which sat for weeks, cleared her.", "cleared"),
    ("The firm lost its bid on Sunday. It previously said nothing.", "said"),
]


BY_SUBJECT = [
    ("Talks held in Rome in May 2019 led to nothing.", "led", "2019-05~"),
    ("A round of talks, held in Rome in May 2019, led to nothing.", "led", "2019-05~"),
    ("A survey done in November found three faults.", "found", "2022-11"),
    ("A smaller accident, in May 2019, led to nothing.", "led", "2019-05~"),
    ("A mill built in 1936 closed.", "closed", "1936~/2023-03-06~"),
    ("A report published in May led to nothing.", "led", "2022-05~/2023-03-06~"),
]


PASTS = [
    ("In May 2021 a city judge ruled against them.", "ruled", "2021-05"),
    ("They filed an appeal, but in May 2021 a city judge ruled against them.", "ruled", "2021-05"),
    ("The raid on 4 May 2021, which came at dawn, hurt two.", "hurt", "2021-05-04"),
]


@pytest.mark.parametrize(("text", "trigger", "span"), PASTS)
def test_the_only_verb_of_a_clause_is_no_participle(text: str, trigger: str, span: str) -> None:
    event = event_of(text, trigger)
    assert (event.tense, event.link in ("main", "coordinate")) == ("past", True)
    assert event.span is not None
    assert event.span.edtf() == span


IN_OPENING = [
    ("In a protest at the tax, thousands crossed the bridge on Friday.", "protest", "2023-03-03~"),
    ("With a strike under way, the port closed on Friday.", "strike", "2023-03-03~"),
    ("Two men died on Friday in a blast that took place in a mill.", "took", "2023-03-03~"),
]


@pytest.mark.parametrize(("text", "trigger", "span"), IN_OPENING)
def test_what_only_stands_beside_a_dated_verb_is_told_with_it(
    text: str, trigger: str, span: str
) -> None:
    event = event_of(text, trigger)
    assert event.basis == "narrative"
    assert event.span is not None
    assert event.span.edtf() == span


@pytest.mark.parametrize(("text", "trigger", "span"), BY_SUBJECT)
def test_what_a_subject_did_it_did_when_that_was(text: str, trigger: str, span: str) -> None:
    event = event_of(text, trigger)
    assert event.span is not None
    assert event.span.edtf() == span


@pytest.mark.parametrize(("text", "trigger", "span"), OF_THE_DAY)
def test_what_a_paper_tells_as_fresh_is_of_its_day(text: str, trigger: str, span: str) -> None:
    event = event_of(text, trigger)
    assert event.basis in ("published", "narrative")
    assert event.span is not None
    assert event.span.edtf() == span
    assert event.confidence < 0.9


@pytest.mark.parametrize(("text", "trigger"), NOT_OF_THE_DAY)
def test_what_is_told_of_the_past_is_not(text: str, trigger: str) -> None:
    event = event_of(text, trigger)
    assert event.basis == "tense"
    assert event.span is not None
    assert event.span.start is None


def test_a_line_of_a_list_goes_on_telling_of_the_date_at_its_head() -> None:
    text = "14 June 2019 – A fire destroys the hall. Two men die.\n\nPolice closed the road."
    died, closed = event_of(text, "die"), event_of(text, "closed")
    assert died.span is not None
    assert (died.span.edtf(), died.basis) == ("2019-06-14~", "narrative")
    assert closed.basis != "narrative"


def test_a_clause_of_its_own_tells_more_than_the_verb_before() -> None:
    text = "It made a profit in 2019, but sales fell by half after the bridge closed in May 2021."
    span = event_of(text, "fell").span
    assert span is not None
    assert span.start == instant("2021-05")


ON_ITS_DAY = [
    # A part of the day of publication is of these days, too.
    ("Pupils marched early on Monday morning. In town they sang.", "sang", "narrative"),
    # What is told in passing does not lead away from the news.
    (
        "Guards opened the gate on Sunday. Jo, jailed in 2019, wept. Pupils sang.",
        "sang",
        "narrative",
    ),
    # A year since when there was nothing like it is none that the sentence tells of.
    (
        "Acme cut its aims on Sunday. Its shares slumped, the most since it was listed in 2011.",
        "slumped",
        "narrative",
    ),
    # Nobody knows when that was which somebody tells of in quotation marks.
    ('The ban ended on Sunday. "You are tired. I slept in my car," she said.', "slept", "tense"),
    ("The ban ended on Sunday. “You are tired. I slept in my car,” she said.", "slept", "tense"),
]


@pytest.mark.parametrize(("text", "trigger", "basis"), ON_ITS_DAY)
def test_the_news_of_a_day_goes_on(text: str, trigger: str, basis: str) -> None:
    assert event_of(text, trigger).basis == basis


def test_what_is_told_after_a_saying_may_have_been_since_then() -> None:
    text = "The mayor said on Saturday that he would go.\n\nThe town wept."
    event = event_of(text, "wept")
    assert event.span is not None
    assert (event.basis, event.span.edtf()) == ("published", "2023-03-04~/2023-03-06~")


BEHIND_A_TIME = [
    ("Since 1985, when the army came, two have died.", "came", "1985"),
    ("Since 1985 – when the army came – two have died.", "came", "1985"),
    ("Before 1990, when the wall fell, nobody left.", "fell", "1990"),
]


@pytest.mark.parametrize(("text", "trigger", "when"), BEHIND_A_TIME)
def test_a_when_behind_a_time_tells_what_was_then(text: str, trigger: str, when: str) -> None:
    span = event_of(text, trigger).span
    assert span is not None
    assert span.edtf() == when


@pytest.mark.parametrize("opener", ["", "Nobody has come since ", "All came before "])
def test_the_word_that_opens_a_clause_opens_no_phrase_of_its_subject(opener: str) -> None:
    """ "Since the storm began": the storm is of that time, not before it."""
    storm = event_of(f"{opener}the storm began in March 1981.", "storm")
    assert storm.why == "told with “began”"
