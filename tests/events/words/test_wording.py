"""The event in words that stand by themselves, who takes part and where."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.reader import event_of, events_of
from timeline.events.words.tidying import LONGEST, tidy
from timeline.timelines import read

TEXTS = [
    (
        "A peace was made after a war in the course of which the army had burned nine towns.",
        "burned",
        "The army had burned nine towns in the course of a war",
    ),
    (
        "He painted King George, in whose name a clinic was opened in 1772.",
        "opened",
        "A clinic was opened in King George's name",
    ),
    (
        "Its last mayor, Edith Pallister, a retired teacher who had first been elected in 1951, "
        "locked the door.",
        "elected",
        "Edith Pallister was first elected",
    ),
    (
        "The school got, in 1958, a hall and a library.",
        "got",
        "The school got a hall and a library",
    ),
    (
        "President Ilham Reyan, who has ruled Tavria since his father's death in 2009, declared"
        " victory on 9 November.",
        "declared",
        "President Ilham Reyan declared victory",
    ),
    (
        "Log\n\n3 May 2019\n\n13:50 – The bank's board met.\n14:05 – Norway's envoy left.",
        "met",
        "The bank's board met",
    ),
    (
        "1840: Works opened by Lord Moss on 3 May, in the rain\n1850: Closed",
        "opened",
        "Works opened by Lord Moss, in the rain",
    ),
    (
        "In 1801 he was sent to Harrow,[6] where he stayed[a] until July 1805.[citation needed]",
        "stayed",
        "He stayed",
    ),
    ("He left[a] for Hull [12, 13] in May 1807.[note 2]", "left", "He left for Hull"),
    (
        "On 29 May a frigate left the base at Rauma, and Spain at once closed the strait to naval"
        " vessels, citing the treaty of 1922.",
        "closed",
        "Spain at once closed the strait to naval vessels",
    ),
    (
        "The last train ran on 30 May 1937, hauled by Sprat, and goods traffic ceased in 1951.",
        "ceased",
        "Goods traffic ceased",
    ),
    (
        "By the time Arnold reached Leeds in early November, he had but 600 men.",
        "reached",
        "Arnold reached Leeds",
    ),
    (
        "The fleet attacked in May 1640, sinking or capturing 200 ships.",
        "sinking",
        "The fleet sank or captured 200 ships",
    ),
    (
        "Ada Poe became the first great naval hero, taking a frigate on 24 April 1778.",
        "taking",
        "Ada Poe took a frigate",
    ),
    (
        "It was a revolt of salt workers in the lower valley that began in May 1837.",
        "began",
        "A revolt of salt workers in the lower valley began",
    ),
    (
        "The line was promoted by Colonel Stephen Hartnoll, a landowner who had made his money"
        " in guano before 1894.",
        "made",
        "Colonel Stephen Hartnoll had made his money in guano",
    ),
    (
        "1974: The engine is bought for £400 and brought home.",
        "brought",
        "The engine is brought home",
    ),
    (
        "In May the envoy was summoned to the ministry in Pell and handed a note.",
        "handed",
        "The envoy was handed a note",
    ),
    (
        "He left the four provinces, including Donetsk, that Moscow illegally annexed last year.",
        "annexed",
        "Moscow illegally annexed the four provinces, including Donetsk",
    ),
    (
        "Forces that crossed the river on Sunday took the town.",
        "crossed",
        "Forces crossed the river",
    ),
    ("Forces that crossed the river on Sunday took the town.", "took", "Forces took the town"),
    ("In May the firm closed a mill.", "closed", "The firm closed a mill"),
    (
        "Rebels that seized the town two years ago have been shelling Karst since May.",
        "shelling",
        "Rebels have been shelling Karst",
    ),
    ("A driver from Hull who had fled on Sunday died.", "fled", "A driver from Hull fled"),
    ("Alexander passed by in the summer of 334 BC.", "passed", "Alexander passed by"),
    ("No lorry was allowed through before Monday.", "allowed", "No lorry was allowed through"),
    (
        "Police are looking into whether the guards fled.",
        "looking",
        "Police are looking into whether the guards fled",
    ),
    (
        "By winter most of it was outside state control, and on 9 May 2013 the governor, Ann Poe, "
        "fled to the coast.",
        "fled",
        "The governor, Ann Poe, fled to the coast",
    ),
    ("We got most of what we asked for.", "got", "We got most of what we asked for"),
    ("They sold half of what they had bought in May.", "bought", "What they bought"),
    ("She was born in what is now Aden in 1911.", "born", "She was born in what is now Aden"),
    ("In 1911 she was born in what was then Aden.", "born", "She was born in what was then Aden"),
    (
        "They went through the woods of what is now northern Maine in 1775.",
        "went",
        "They went through the woods of what is now northern Maine",
    ),
    ("The mill, which is now a museum, burned in 1911.", "burned", "The mill burned"),
    (
        "He died in May 1967, two months into the war, when the ward was shelled.",
        "died",
        "He died, two months into the war",
    ),
    (
        "The town was inhabited from about 3200 BC until the Mongol invasion of AD 1260.",
        "inhabited",
        "The town was inhabited until the Mongol invasion of AD 1260",
    ),
    (
        "Ms. Okoro retired in 2010. Her memoir came out in 2014. A stroke in 2015 left her unable"
        " to walk, though she continued to write.",
        "left",
        "A stroke left Ms. Okoro unable to walk",
    ),
    (
        "In 1926 the site was given to the town, and two years later the digs uncovered the mine.",
        "given",
        "The site was given to the town",
    ),
    ("The French held the fort until 1783. It was sold in 1811.", "sold", "It was sold"),
    ("The loan falls due in June.", "due", "The loan falls due"),
    ("The Senate passed the bill, 22 to 15, in June.", "passed", "The Senate passed the bill"),
    ("The fee went from 12 to 15.", "went", "The fee went from 12 to 15"),
    ("Ms. Moss, a Democrat who took office in 2021, left.", "took", "Ms. Moss took office"),
    (
        "Officials gave the firm the contract in May.",
        "gave",
        "Officials gave the firm the contract",
    ),
    ("Residents told the BBC the dam had leaked since June.", "leaked", "The dam had leaked"),
    ("She has known it since the day we met in 2006.", "met", "We met"),
    (
        "At least 84 people have died and more than 200 are missing after a wave hit the town.",
        "missing",
        "More than 200 are missing",
    ),
    ("Rebels seized the port, the army said.", "said", "The army said rebels seized the port"),
    ("The trial is due to begin on 9 May.", "begin", "The trial is due to begin"),
    ("The firm expects to open a plant in 2026.", "open", "The firm expects to open a plant"),
    (
        "Ada Moss won in 2001. She retired in 2009.",
        "retired",
        "Ada Moss retired",
    ),
    ("Rebels, alarmed by the raid, fled.", "alarmed", "Rebels were alarmed by the raid"),
    ("The army took the port, banning all ships.", "banning", "The army banned all ships"),
    (
        "Two men were arrested and charged on Monday.",
        "charged",
        "Two men were arrested and charged",
    ),
    ("Ed Poe was arrested in May and charged in June.", "charged", "Ed Poe was charged"),
    (
        "The union said in May 71% of its members backed the offer.",
        "backed",
        "71% of the union's members backed the offer",
    ),
    (
        "Rescue teams from four towns searched until 29 July; two men were found.",
        "searched",
        "Rescue teams from four towns searched",
    ),
    ("She spent that winter in prison.", "spent", "She spent that winter in prison"),
    (
        "It reported lower third-quarter sales in May.",
        "reported",
        "It reported lower third-quarter sales",
    ),
    ("It was Ruiz who opened the port in May.", "opened", "Ruiz opened the port"),
    ("Ann Hobbs, born in Leeds in May 1955, has left.", "born", "Ann Hobbs was born in Leeds"),
    ("The first flight of the plane was in 1994.", "flight", "The first flight of the plane"),
    (
        "Towns will see more cases, the World Fever Agency (WHO) said on Monday.",
        "said",
        "The World Fever Agency said towns will see more cases",
    ),
    ("The mill will be closed beginning on Monday.", "closed", "The mill will be closed"),
    (
        "Acme's first ship, the Aurora, made its trials in May.",
        "made",
        "Acme's first ship, the Aurora, made its trials",
    ),
    (
        "Steve Hobbs and co-owner Ann Poe met. In May Ann Poe said Hobbs left.",
        "left",
        "Hobbs left",
    ),
    ("The inquiry had yet to report in May.", "report", "The inquiry had yet to report"),
    ("In May, General Poe, the leader of the army, died.", "died", "General Poe died"),
    (
        "By July they had kept their gains, taking Leeds on 26 July.",
        "taking",
        "They took Leeds",
    ),
    ("The deadliest, in May, killed nine people.", "killed", "The deadliest killed nine people"),
    (
        "Two members, Tom Poe and Ines Vidal, voted against it on Monday.",
        "voted",
        "Two members, Tom Poe and Ines Vidal, voted against it",
    ),
    ("A Sunday attack killed nine people.", "attack", "An attack killed nine people"),
    (
        "Talks between the museum and the church began in May and dragged on.",
        "began",
        "Talks between the museum and the church began",
    ),
    (
        "The dealer died in 2019; his heirs have been asked to pay by May.",
        "pay",
        "The dealer's heirs have been asked to pay",
    ),
    ("The road was built in May and upgraded in June.", "upgraded", "The road was upgraded"),
    (
        "It opened on Friday, a year after a storm tore off the roof and soaked 9,000 books.",
        "opened",
        "It opened",
    ),
    (
        "Built in 1908, the school had been due to close for repairs in 2022.",
        "close",
        "The school had been due to close for repairs",
    ),
    ("The firm, whose owner died in May, closed.", "died", "The firm's owner died"),
    (
        "The mayor opened a meeting during which Ed Poe attacked the tax.",
        "attacked",
        "Ed Poe attacked the tax during a meeting",
    ),
    (
        "He wants to sell the mill in May and move to Leeds in June.",
        "move",
        "He wants to move to Leeds",
    ),
    ("Karst has lost the dams, according to a map.", "lost", "Karst has lost the dams"),
    ("Police arrested a man in May after guards saw him.", "saw", "Guards saw the man"),
    (
        "“I did not expect it,” said Ana Ruiz.",
        "said",
        "Ana Ruiz said: “I did not expect it”",
    ),
    (
        "Having joined the firm in May, Ana Ruiz left it in June.",
        "joined",
        "Ana Ruiz joined the firm",
    ),
    ("Never did the state pay a loan.", "pay", "The state did not pay a loan"),
    ("Two mills had been sold in 2014.", "sold", "Two mills were sold"),
    (
        "Ed Poe had broken the lease in 2014 and begun a suit in 2016.",
        "begun",
        "Ed Poe began a suit",
    ),
    ("Ed Poe had already drawn up a plan in 2014.", "drawn", "Ed Poe already drew up a plan"),
    ("The mill had last been cleaned in 2014.", "cleaned", "The mill was last cleaned"),
    ("By 2014 Ed Poe had left Oslo.", "left", "Ed Poe had left Oslo"),
    ("Ed Poe had not left Oslo in 2014.", "left", "Ed Poe had not left Oslo"),
    ("Ed Poe has hidden since his arrest in May.", "hidden", "Ed Poe has hidden since his arrest"),
    ("Five men had lived there for at least another winter.", "lived", "Five men lived there"),
    ("Sales peaked in May, when more than 90 people came.", "came", "More than 90 people came"),
    ("The atlas, begun in May 1903, sold well.", "begun", "The atlas was begun"),
    (
        "The court opened an inquiry into the port last May but left it open.",
        "opened",
        "The court opened an inquiry into the port",
    ),
    # A "that" behind a day opens what was ruled then, and tells nothing of the day.
    (
        "The agency ruled on Jan. 5 that he must be returned to his father.",
        "ruled",
        "The agency ruled that he must be returned to his father",
    ),
    # What somebody is charged with is told, what others did meanwhile is not.
    (
        "Poe was charged in May with stealing a bell.",
        "charged",
        "Poe was charged with stealing a bell",
    ),
    (
        "Two ships would leave in May, with the third leaving from Hull.",
        "leave",
        "Two ships would leave",
    ),
    # "By the time" opens a clause as "before" does.
    ("By the time Poe was freed in May 2012, the firm had failed.", "freed", "Poe was freed"),
    ("The firm fell by the time Poe was freed in May 2012.", "fell", "The firm fell"),
    # A particle before a time is the verb's.
    ("He took over last year.", "took", "He took over"),
    ("A bomb had gone off the month before at a mill.", "gone", "A bomb went off at a mill"),
    # What a preposition hands to the object above is the object's doing.
    (
        "Police stopped the crowd from burning the mill.",
        "burning",
        "The crowd burned the mill",
    ),
    (
        "The firm, which stopped making lamps in May, was sold.",
        "stopped",
        "The firm stopped making lamps",
    ),
    (
        "The ferry was built in Gdansk in 1998 and bought by Lind Line in 2011.",
        "bought",
        "The ferry was bought by Lind Line",
    ),
    (
        "Poe was suspended in May, arrested in June and charged in July.",
        "charged",
        "Poe was charged",
    ),
    ("The harbour was built in 1902 and repaired in 1950.", "repaired", "The harbour was repaired"),
    (
        "The line, founded in 1974 and bought by a fund in 2018, was fined.",
        "bought",
        "The line was bought by a fund",
    ),
    ("Founded in 1889, the mill made lamps.", "Founded", "The mill was founded"),
    (
        "Poe was freed in May 1809 and made a count in June 1810.",
        "made",
        "Poe was made a count",
    ),
    ("Poe was freed in May 1809 and made a speech in June.", "made", "Poe made a speech"),
    (
        "A statue of Poe was unveiled in June 1913 and removed to a museum in 2021.",
        "removed",
        "A statue of Poe was removed to a museum",
    ),
    ("The plan was put forward in 1994 and failed in 1999.", "failed", "The plan failed"),
    (
        "He studied law in Ulm, was called to the bar in 1850 and became a judge in 1860.",
        "called",
        "He was called to the bar",
    ),
    (
        "He studied law in Ulm, was called to the bar in 1850 and became a judge in 1860.",
        "became",
        "He became a judge",
    ),
    ("It was that of Ada Poe, 58, who fled in 2019.", "fled", "Ada Poe fled"),
    (
        "It was the third raid in the area; the first two, on May 9 and May 12, led to a trial.",
        "led",
        "The first two led to a trial",
    ),
    ("Paul Poe, 58, who fled in 2019, was found.", "fled", "Paul Poe fled"),
    (
        "It was said by Ada Poe, a vet at the University of Leeds, who saw it in May.",
        "saw",
        "Ada Poe saw it",
    ),
    ("A vet at the zoo, who saw it in May, called.", "saw", "A vet at the zoo saw it"),
    ("Cyrus the Great took Lydia in 546 BC.", "took", "Cyrus the Great took Lydia"),
    (
        "Pliny the Younger complained of its sewers in AD 112.",
        "complained",
        "Pliny the Younger complained of its sewers",
    ),
    (
        "Ed Poe visited the mill on 30 May, two days after guards had left.",
        "visited",
        "Ed Poe visited the mill",
    ),
    (
        "The sheriff said Poe had been on duty and had fallen asleep.",
        "fallen",
        "Poe had fallen asleep",
    ),
    (
        "The guards complained about the rota in May.",
        "complained",
        "The guards complained about the rota",
    ),
    ("He talked his brother into selling the farm.", "selling", "His brother sold the farm"),
    ("Ana Ruiz was a Danish nurse who fled the town in 1902.", "fled", "Ana Ruiz fled the town"),
    ("1911 also saw a strike of the dockers.", "saw", "A strike of the dockers"),
    ("The 15th century saw the rise of the wool trade.", "saw", "The rise of the wool trade"),
    (
        "In 1911 the mayor saw a strike of the dockers.",
        "saw",
        "The mayor saw a strike of the dockers",
    ),
    (
        "They won it in the end, after the siege of Ayr (1452) and the siege of Hull (1460).",
        "siege",
        "The siege of Ayr",
    ),
    ("It was the nurse who fled the town in 1902.", "fled", "The nurse fled the town"),
    (
        "Ana Ruiz (Danish: [ruis]; 16 July 1860 – 30 April 1943) was a nurse who fled in 1902.",
        "fled",
        "Ana Ruiz fled",
    ),
    (
        "The jury took three days to reach its verdict, which it returned on 2 May.",
        "returned",
        "The jury returned its verdict",
    ),
    ("A letter he sent us in 1950 was lost.", "sent", "He sent us a letter"),
    ("A yacht that Poe had given his son in 2017 was seized.", "given", "Poe gave his son a yacht"),
    ("The river was too polluted to row on.", "polluted", "The river was too polluted to row on"),
    (
        "Its first boat, a second-hand four bought for £9, sank in May.",
        "bought",
        "A second-hand four was bought for £9",
    ),
    ("August 2013 saw the union withdraw the bill.", "saw", "The union withdrew the bill"),
    ("Ana Poe, fined $3 million in 2019, sold the mill.", "fined", "Ana Poe was fined $3 million"),
    (
        "Her second request, sent three hours before the dam broke, was never opened.",
        "sent",
        "Her second request was sent",
    ),
    ("His wife, the painter Eva Lis, died in May.", "died", "His wife, the painter Eva Lis, died"),
    ("The quarrel dates from 2002.", "dates", "The quarrel dates from 2002"),
    (
        "The town gave it in 2001 on condition that it be kept until 2027.",
        "gave",
        "The town gave it",
    ),
    ("What changed was the election of a mayor in May.", "election", "The election of a mayor"),
    ("Police arrested him in 2003 for painting on trains.", "painting", "He painted on trains"),
]


@pytest.mark.parametrize(("text", "trigger", "words"), TEXTS)
def test_text(text: str, trigger: str, words: str) -> None:
    assert event_of(text, trigger).text == words


PLAIN = [
    (
        "The ministers of Toria and Belmark are due to meet in Geneva on Friday.",
        "meet",
        "The ministers of Toria and Belmark are due to meet in Geneva",
    ),
    (
        "14 June: Karst's queen, Ada Moss, is shot by a guard at a rally.",
        "shot",
        "Karst's queen, Ada Moss, is shot by a guard at a rally",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "words"), PLAIN)
def test_what_has_a_date_is_not_left_out_for_want_of_words(
    text: str, trigger: str, words: str
) -> None:
    event = event_of(text, trigger)
    assert (event.text, event.wording.whole) == (words, True)


def test_a_noun_that_only_measures_a_time_is_not_dated_by_it() -> None:
    text = "The board got word of the fault in May 2016, five months before the trial."
    event = event_of(text, "trial")
    assert event.expression is None
    assert event.span is not None
    assert (event.span.edtf(), event.basis) == ("2016-10~", "narrative")
    assert event_of(text, "got").text == (
        "The board got word of the fault, five months before the trial"
    )


def test_what_was_done_by_nobody_named_does_not_stand_by_itself() -> None:
    text = "Police arrested two men on suspicion of having stolen a car."
    assert not event_of(text, "stolen").wording.whole


def test_what_stands_beside_a_clause_is_no_source_of_it() -> None:
    text = "Guards fled at dawn; the army blamed a traitor."
    assert event_of(text, "fled").wording.attribution is None


def test_a_pronoun_that_could_mean_two_people_is_left_alone() -> None:
    text = "John Hale met Peter Moss in 2001. He retired in 2009."
    assert event_of(text, "retired").text == "He retired"


def test_participants_and_place() -> None:
    event = event_of("Ukrainian troops took back Izyum in Kharkiv province.", "took")
    assert event.participants == ("Ukrainian troops", "Izyum")
    assert event.place == "Kharkiv province"


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        (
            "The **council** voted to **close** the *pool*.",
            "voted",
            "The council voted to close the pool",
        ),
        ("The board ***approved*** it.", "approved", "The board approved it"),
    ],
)
def test_words_in_bold_are_words(text: str, trigger: str, told: str) -> None:
    assert event_of(text, trigger).text == told


def test_a_name_of_two_parts_is_one_participant() -> None:
    text = "The Food and Farms Agency opened an inquiry on Monday."
    event = event_of(text, "opened")
    assert event.participants == ("The Food and Farms Agency", "an inquiry")


def test_agent_of_a_passive() -> None:
    event = event_of("The bridge was destroyed by the retreating army.", "destroyed")
    assert event.participants == ("The bridge", "the retreating army")


def test_an_amount_takes_no_part() -> None:
    event = event_of("The firm was fined £1.2m for dumping it.", "fined")
    assert event.participants == ("The firm",)


def test_what_only_goes_with_its_verb_takes_no_part() -> None:
    event = event_of("A hearing took place on 11 January.", "took place")
    assert event.participants == ("A hearing",)


def test_who_takes_part_is_told_without_a_whose() -> None:
    event = event_of("The bank, whose mission left Oslo on Friday, warned of it.", "left")
    assert event.participants == ("The bank's mission", "Oslo")


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        (
            "Poe, who as minister last year pushed through a law, left.",
            "pushed",
            "Poe pushed through a law",
        ),
        (
            "The plant, in Penang, which opened in 1994, was shut.",
            "opened",
            "The plant, in Penang, opened",
        ),
        (
            "Karst warned that the current quarter would be hard.",
            "warned",
            "Karst warned that the current quarter would be hard",
        ),
        (
            "By the spring more than half the capital had been spent.",
            "spent",
            "More than half the capital had been spent",
        ),
        (
            "Judgment was entered in May 2021, only to be set aside in June 2022.",
            "set aside",
            "Judgment was entered, only to be set aside",
        ),
    ],
)
def test_the_words_that_a_row_needs(text: str, trigger: str, told: str) -> None:
    assert event_of(text, trigger).text == told


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        ("Officers held two men for stealing a van.", "stealing", "Two men stole a van"),
        ("Two men were jailed for stealing a van.", "stealing", "Two men stole a van"),
        ("She thanked the crew for saving the van.", "saving", "The crew saved the van"),
        ("The firm was fined £1.2m for dumping it.", "dumping", "The firm dumped it"),
    ],
)
def test_who_is_held_or_thanked_for_it_did_it(text: str, trigger: str, told: str) -> None:
    assert event_of(text, trigger).text == told


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("a mill in Dayton, Okla.", "A mill in Dayton, Okla."),
        ("it was bought by Acme Corp.", "It was bought by Acme Corp."),
        ("the answer was no.", "The answer was no"),
    ],
)
def test_tidy_keeps_words_whole(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        ("We now're going to leave Leeds.", "leave", "We are going to leave Leeds"),
        ("The women say they've fought for it.", "fought", "The women have fought for it"),
        ("It's collapsed in May.", "collapsed", "It's collapsed"),
    ],
)
def test_a_short_verb_is_written_out_or_goes_with_its_subject(
    text: str, trigger: str, told: str
) -> None:
    assert event_of(text, trigger).text == told


#: A verb told of several times, and the words of each.
TOLD_AGAIN = [
    (
        "The first opened in 1958, the second in 1959 and the third in 1996.",
        "opened",
        ["The first opened", "The second opened", "The third opened"],
    ),
    (
        "Toria voted in 2015, Karst in 2016 and Belmark in 2022.",
        "voted",
        ["Toria voted", "Karst voted", "Belmark voted"],
    ),
    (
        "She won the cup in May 2012 and, in June 2012, the league.",
        "won",
        ["She won the cup", "She won the league"],
    ),
    (
        "His factory closed in 1981 and, three years later, his shop.",
        "closed",
        ["His factory closed", "His shop closed"],
    ),
    (
        "He bought a house in 2006, a horse in 2011 and, in 2015, a vineyard.",
        "bought",
        ["He bought a house", "He bought a horse", "He bought a vineyard"],
    ),
    (
        "A foundry was added in 1899, a yard in 1903 and, in 1908, a shop in Hull.",
        "added",
        ["A foundry was added", "A yard was added", "A shop in Hull was added"],
    ),
    (
        "Moss opened mills in Ayr (1957), Leeds (1964) and Hull (1971).",
        "opened",
        ["Moss opened mills in Ayr", "Moss opened mills in Leeds", "Moss opened mills in Hull"],
    ),
    (
        "She had prizes from the school of Ayr (1910) and the school of Hull (1925).",
        "had",
        ["She had prizes from the school of Ayr", "She had prizes from the school of Hull"],
    ),
    (
        "The fort was besieged by the Swedes in 1655, the Russians in 1659 and the Turks in 1672.",
        "besieged",
        [
            "The fort was besieged by the Swedes",
            "The fort was besieged by the Russians",
            "The fort was besieged by the Turks",
        ],
    ),
    (
        "He sat for Leeds from 1902 to 1906 and for Hull from 1906 to 1911.",
        "sat",
        ["He sat for Leeds", "He sat for Hull"],
    ),
    (
        "He served in Riga from 1902 to 1905, in Kyiv from 1905 to 1911 and in Baku until 1914.",
        "served",
        ["He served in Riga", "He served in Kyiv", "He served in Baku"],
    ),
    (
        "The firm sold its mill in May 2012 and in June 2012 the board resigned.",
        "sold",
        ["The firm sold its mill"],
    ),
    (
        "Its first plant opened in 2005, its second in 2014.",
        "opened",
        ["Its first plant opened", "Its second opened"],
    ),
    (
        "Toria won the cup in 1958 and Karst in 1982.",
        "won",
        ["Toria won the cup", "Karst won the cup"],
    ),
    (
        "The firm bought the mill in 1961 and the yard in 1967.",
        "bought",
        ["The firm bought the mill", "The firm bought the yard"],
    ),
    (
        "She moved to Hull in 2011 and Leeds in 2014.",
        "moved",
        ["She moved to Hull", "She moved to Leeds"],
    ),
    (
        "The family moved in 2011 to Hull and then, in 2014, to Leeds.",
        "moved",
        ["The family moved to Hull", "The family moved to Leeds"],
    ),
]


@pytest.mark.parametrize(("text", "trigger", "words"), TOLD_AGAIN)
def test_each_of_several_times_has_its_own_words(text: str, trigger: str, words: list[str]) -> None:
    told = [e.text for e in events_of(text) if text[e.head_start : e.head_end] == trigger]
    assert told == words


LISTS = [
    ("The ship was built in 1962, sold in 1980 and scrapped in 1999.", "sold", "sold", "1980"),
    ("The ship was built in 1962, sold in 1980, scrapped in 1999.", "scrapped", "scrapped", "1999"),
    ("The ship was built in 1962, sold in 1980 by a bank.", "sold", "sold by a bank", "1980"),
    ("The ship was seized in May 2021, searched twice.", "searched", "searched twice", "2021-05~"),
]


@pytest.mark.parametrize(("text", "trigger", "words", "when"), LISTS)
def test_passives_in_a_row_share_what_they_are_told_of(
    text: str, trigger: str, words: str, when: str
) -> None:
    event = event_of(text, trigger)
    assert event.span is not None
    assert (event.text, event.span.edtf()) == (f"The ship was {words}", when)


@pytest.mark.parametrize(
    "text",
    [
        "Poe asked him to submit his work on the theory, which he did on 17 January 1831.",
        "It was not until about 170 years later, in 1896, that a doctor found a better method.",
    ],
)
def test_what_says_nothing_of_itself_is_no_row(text: str) -> None:
    told = read(text, published="2015-06-30").table["event"]
    assert not told.str.contains("did|was not").any()


@settings(deadline=None)
@given(st.text(alphabet="ab ,.;“”()\n\"'", max_size=200))
def test_tidy_leaves_no_loose_ends(text: str) -> None:
    tidied = tidy(text)
    assert tidied == tidied.strip()
    assert "\n" not in tidied
    assert len(tidied) <= LONGEST + 2
    assert tidied.count("“") == tidied.count("”")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_read_and_every_offset_is_a_slice(text: str) -> None:
    for event in events_of(text):
        assert 0 <= event.sentence_start <= event.trigger_start <= event.head_start
        assert event.head_start < event.head_end <= event.trigger_end <= len(text)
        assert event.why
        assert event.text


def test_a_clause_of_the_same_thing_does_not_stand_by_itself() -> None:
    text = "He was born in the same province that Karst took in May."
    assert not event_of(text, "took").wording.whole
    assert event_of("Karst took the province in May.", "took").wording.whole


def test_according_to_somebody_is_told_with_what_they_say() -> None:
    text = "Shelling hit the city on Monday, according to local officials."
    event = event_of(text, "according")
    assert event.text == "According to local officials, shelling hit the city"
    assert event.wording.says


def test_a_place_is_named_without_what_stands_before_its_preposition() -> None:
    assert (
        event_of("Troops destroyed two bridges just outside Leeds.", "destroyed").place == "Leeds"
    )


def test_a_relative_clause_tells_of_the_noun_before_its_comma_not_of_a_predicate() -> None:
    text = "Poe was no party to the suit, in which the Dayton, Ohio, jury ruled against the bank."
    assert (
        event_of(text, "ruled").text == "The Dayton, Ohio, jury ruled against the bank in the suit"
    )


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        (
            "Vardalis, 58, whose family has built ships since 1960, made an offer.",
            "built",
            "Vardalis' family has built ships",
        ),
        (
            "Harbour operator Maas Holding NV said it had bought the mill.",
            "bought",
            "Harbour operator Maas Holding NV had bought the mill",
        ),
        (
            "The firm had reached a preliminary agreement to sell its grain terminal in Constanta, "
            "Romania, to a group of eleven shipowners led by an old rival for 310 million euros.",
            "reached",
            "The firm had reached a preliminary agreement to sell its grain terminal",
        ),
    ],
)
def test_names_and_aims_stay(text: str, trigger: str, told: str) -> None:
    assert event_of(text, trigger).text == told


def test_words_do_not_hang_on_which_were_asked_for_first() -> None:
    text = "Ed Poe resigned. He left town in May. Edgar Allan Poe sold his mill in June."
    forwards, backwards = events_of(text), events_of(text)
    told = [event.text for event in reversed(backwards)]
    assert told[::-1] == [event.text for event in forwards]
    assert "Ed Poe left town" in told


def test_a_mark_in_the_place_of_a_noun_is_read() -> None:
    story = read("Originally spelt Salt-Works, the '-' was removed later on.", "2023-03-06")
    assert story.all_events["trigger"].tolist()[-1] == "removed"
