"""Anchors: what each time leans on in a news text, an earnings report and a story."""

from __future__ import annotations

import pytest

from timeline.expressions import TimeExpression
from timeline.meanings import About, Between, InLength, Length, Month, Since, Stage, Weekday, Year
from timeline.resolution import Publication, resolve, timex_type
from timeline.resolution.leaning import needs_strong_cue
from timeline.resolution.shape import core
from timeline.spans import DAY, Duration, Granularity, TimeSpan, seconds

MARCH_6 = Publication(seconds(2023, 3, 6))


def read(text: str, published: Publication = MARCH_6, lean: str = "past") -> list[TimeExpression]:
    return resolve(text, published, lean=lean)


def values(text: str, published: Publication = MARCH_6, lean: str = "past") -> list[str]:
    """The TIMEX3 values of a text, in order."""
    return [timex.value for found in read(text, published, lean) for timex in found.timexes]


def day(year: int, month: int, day: int) -> Publication:
    return Publication(seconds(year, month, day))


def test_news_with_a_story_behind_them_tell_their_weekend_and_their_july() -> None:
    text = (
        "A court ruled on Friday that men beaten more than half a century ago may sue. They had "
        "argued it in July. They were held from October 1953 until May 1957. The war began in "
        "June 1952 and ended in January 1960. The judge told them to return at 9 a.m. on April 10. "
        "They will be at home over the weekend."
    )
    assert values(text)[2] == "2022-07"
    assert values(text)[-1] == "2023-W10-WE"
    assert read(text)[1].span.edtf() == "1923-03-06~/1973-03-05~"


def test_a_day_close_to_publication_is_not_of_a_year_told_before() -> None:
    text = "Talks broke down in June 1997. A rocket was fired on Feb. 24."
    assert values(text) == ["1997-06", "2023-02-24"]
    text = "Talks broke down on June 4, 1997. A rocket was fired on July 9."
    assert values(text) == ["1997-06-04", "1997-07-09"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They won both prizes this weekend.", "2023-W09-WE"),
        ("They will meet this weekend.", "2023-W10-WE"),
        ("Debts fell to 90 million at the end of the month.", "2023-02"),
        ("Debts will fall to 90 million at the end of the month.", "2023-03"),
        ("Snow fell overnight.", "2023-03-05TNI"),
        ("Snow will fall overnight.", "2023-03-06TNI"),
        ("Mild weather this winter helped.", "2022-WI"),
        ("They said over the weekend that they will go.", "2023-W09-WE"),
        ("He left two hours ago.", "2023-03-06TXX"),
        ("Unions called a strike for this Thursday.", "2023-03-09"),
        ("A ferry sank on Friday, the police said on Sunday. It left at noon.", "2023-03-03T12:00"),
        ("He was held on Friday and let go two hours later.", "2023-03-03TXX"),
        ("He was born in 2002, and she the winter before.", "2001-WI"),
        ("It is to rise for the first time since September.", "2022-09"),
        ("Business will pick up in the fall.", "2023-FA"),
        ("He called earlier in the day after his son had left.", "2023-03-06"),
        ("They agreed to leave, but by June they had come back.", "2022-06"),
        ("They agreed to leave by June.", "2023-06"),
        ("The firm, founded in 2014 by two brothers, shut on 9 February.", "2023-02-09"),
        ("The film, set in the winter of 1979, opened in mid-October.", "2022-10"),
        ("It came on 2 May 2019, and again on 9 August.", "2019-08-09"),
        ("If the budget is not passed by 30 April, they will go.", "2023-04-30"),
        ("He will be the seventh minister in six years.", "P6Y"),
        ("It would buy them in its largest purchase in 25 years of trade.", "P25Y"),
        ("The first flight will leave in two weeks.", "2023-W12"),
        ("Bells were stolen from the church in May and from the hall in June.", "2022-06"),
        ("15:05 The mayor said the bridge had been shut at midnight.", "2023-03-05T24:00"),
        # A day that is close may have been fixed before, a stretch told as over has passed.
        ("She was named for the talks on 9 March.", "2023-03-09"),
        ("From 9 to 22 March some 300 people signed it.", "2022-03-22"),
        # "Since" tells of another time in passing.
        (
            "In January sales fell, the first time since June 2011, from the month before.",
            "2022-12",
        ),
        # What was done next is of the next year, where it else would have been before.
        ("He was held in June 2021 and tried in February.", "2022-02"),
        ("He was held in June 2021, heard in July and tried in February.", "2022-02"),
        ("They met in June 2022 and married in May.", "2022-05"),
        ("It opened in June 2021 and had been tried in February.", "2021-02"),
        # A year sets the time of its clause, too.
        ("It ends in spring, although in 2000 it ended on 5 July.", "2000-07-05"),
        ("A firm, founded in 2000, ended it on 5 July.", "2022-07-05"),
        ("It is the first since 2000, when it ended on 5 July.", "2000-07-05"),
        # So is what a clause of its own tells, whatever was done before.
        ("They won a seat in the house, which holds its first session on March 19.", "2023-03-19"),
        # What has been done with it is told behind a comma.
        ("The flag, hidden in December, will fly.", "2022-12"),
        ("The flag will be stolen, torn and burnt in December.", "2023-12"),
        ("Figures for the January quarter are due on time.", "2023-01"),
        # What is made for a day is made before it.
        ("Storm warning for Sunday.", "2023-03-12"),
        ("A strike has been called for Sunday.", "2023-03-12"),
        # What is traded is not there yet.
        ("The December contract was flat.", "2023-12"),
        ("July crude fell.", "2023-07"),
        ("July crude exports fell.", "2022-07"),
        # The verb right before a time outdoes one of a clause before it.
        ("Schools, closed since Thursday, reopen Wednesday.", "2023-03-08"),
        # Words that surely look ahead do so over the turn of the year.
        ("They will marry on 30 December.", "2023-12-30"),
        ("They married on 30 December.", "2022-12-30"),
        ("The tax was to take effect on 31 December.", "2022-12-31"),
        # "That" begins what is said, and points to a day only where nothing is.
        ("She hopes that Tuesday will be dry.", "2023-03-07"),
        ("It rained on 3 March, and that Tuesday should have been dry.", "2023-03-07"),
        ("It rained on 3 May 2022. She left that Tuesday.", "2022-05-03"),
        # The present tells what the calendar has.
        ("It hit the coast in May 1974. The season runs from June 1.", "2022-06-01"),
    ],
)
def test_what_is_over_is_not_to_come(text: str, value: str) -> None:
    assert values(text)[-1] == value


def test_a_story_told_by_years_leaves_weekdays_to_the_newspaper() -> None:
    years = "She was born in 1921, wed in 1943, taught from 1950 and left in 1981. "
    assert values(years + "She died on Sunday.", day(1998, 2, 24))[-1] == "1998-02-22"
    near = "She fell ill on 14 May 1981. "
    assert values(years + near + "She died that Sunday.", day(1998, 2, 24))[-1] == "1981-05-17"
    today = "Tuesday, 24 February 1998\n\nOn Sunday she died. "
    assert values(today + years, day(1998, 2, 24))[1] == "1998-02-22"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They left at 4 a.m. Monday. Three hours later they were there.", "2023-03-06T07:00"),
        ("They meet next Friday. He had been there since 6 a.m.", "2023-03-06T06:00"),
        ("They will meet on Friday. He will be there by 6 a.m.", "2023-03-10T06:00"),
        ("It was shut until 2015. Shares fell in morning trading.", "2023-03-06TMO"),
        # A night holds its hours, whoever told of it since.
        ("It burned Saturday night, police said on Sunday. It began at 11pm.", "2023-03-04T23:00"),
        ("It burned Saturday night, police said on Sunday. It fell at 2am.", "2023-03-05T02:00"),
        ("It burned Saturday night. On Sunday at 11pm it fell.", "2023-03-05T23:00"),
        ("The alarm came at 9pm on Sunday. The search was called off at 2am.", "2023-03-06T02:00"),
        # An hour is of the day told in its paragraph, or above it.
        (
            "On Sunday some thousand people marched against the plans of the government. They came "
            "from all parts of the country, by bus, by train and on foot. In Hull they set out "
            "from the market at 2 p.m.",
            "2023-03-05T14:00",
        ),
        (
            "On Sunday some thousand people marched against the plans of the government. They came "
            "from all parts of the country, by bus, by train and on foot.\n\nIn Hull the council "
            "met at 2 p.m.",
            "2023-03-05T14:00",
        ),
        # A past hour is of the last day told, however far above; one to come is of no past day.
        (
            "On Sunday it fell. " + "They stayed. " * 90 + "It had begun at 2 p.m.",
            "2023-03-05T14:00",
        ),
        ("On Sunday it fell. " + "They stay. " * 90 + "He is due at 2 p.m.", "2023-03-06T14:00"),
        # The day before is that of the last day told, from farther off than others.
        (
            "On Sunday a fire broke out in the old town of Hull and spread to four shops by the "
            "river. The owner of one of them, a bakery that opened in 1990, had complained of a "
            "smell of burning the day before.",
            "2023-03-04",
        ),
        # What comes early after an evening is of the next day.
        ("They met on Saturday evening; by 7 a.m. they were gone.", "2023-03-05T07:00"),
        ("They met on Saturday evening; they had come at 7 a.m. by bus.", "2023-03-04T07:00"),
        ("He bought shares from Feb. 14 to Thursday.", "2023-03-02"),
    ],
)
def test_hours_lean_on_a_day_that_makes_sense(text: str, value: str) -> None:
    assert values(text)[-1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # A bare weekday is the last one, that of the paper included.
        ("Officials said so on Monday in Kyiv.", "2023-03-06"),
        ("He spoke in Kyiv on Sunday.", "2023-03-05"),
        ("On Friday, troops left the city.", "2023-03-03"),
        ("A vote on Tuesday went well.", "2023-02-28"),
        # Tense, modality and cues turn it forward.
        ("Parliament will vote on Tuesday.", "2023-03-07"),
        ("The vote is due on Friday.", "2023-03-10"),
        ("They are expected to meet on Friday.", "2023-03-10"),
        ("Ministers plan to leave by Friday.", "2023-03-10"),
        ("They have until Friday to leave.", "2023-03-10"),
        ("He said on Sunday that they left.", "2023-03-05"),
        ("Until Friday, nobody had left.", "2023-03-03"),
        ("Nobody came until May.", "2022-05"),
        ("No engineer of the firm visited until late April.", "2022-04"),
        ("The report, finished but not released until May, blamed him.", "2022-05"),
        ("The report was finished but will not be released until May.", "2023-05"),
        ("Nobody will come until May.", "2023-05"),
        ("No change is planned until May.", "2023-05"),
        ("By Friday, they hope to leave.", "2023-03-10"),
        ("By Friday it was over.", "2023-03-03"),
        # "This Sunday" is the last one where it is told as past.
        ("They reopened the museum this Sunday.", "2023-03-05"),
        ("They reopen the museum this Sunday.", "2023-03-12"),
        # A bare month leans the same way.
        ("The city fell in September.", "2022-09"),
        ("It has held since August.", "2022-08"),
        ("Elections will be held in September.", "2023-09"),
        ("They hope to finish in June.", "2023-06"),
        ("He left in March.", "2023-03"),
        # Words that only make it likely do not reach far ahead.
        ("They want to finish in August.", "2023-08"),
        ("They sued to stop it, but in February a judge let it go on.", "2023-02"),
        ("The firm had promised in January to sell it.", "2023-01"),
        ("They will sell it in January.", "2024-01"),
        # Figures of a month are of one that is over, be they still due.
        ("Retail sales for January are due to be released soon.", "2023-01"),
        ("A report on January housing starts is expected soon.", "2023-01"),
        ("Retail sales for April will rise.", "2023-04"),
        ("The new rules are effective on December 1.", "2023-12-01"),
        ("A new head takes the helm on December 1.", "2023-12-01"),
        ("The law comes into effect on December 1.", "2023-12-01"),
        # What is done to heads and plans, they do not: these are no verbs that look ahead.
        ("They gave back 23 bronze heads on Wednesday.", "2023-03-01"),
        ("The firm showed new plans on Wednesday.", "2023-03-01"),
        ("He said the team plays on Wednesday.", "2023-03-08"),
        # A day of the year is the close one.
        ("They meet on March 19.", "2023-03-19"),
        ("They met on February 24.", "2023-02-24"),
        ("He was born on June 4.", "2022-06-04"),
        ("They hope that the talks of February 24 will help.", "2023-02-24"),
    ],
)
def test_bare_times_lean_by_the_words_around_them(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("A meeting, Thursday, in Rome with all.", "2023-03-02", "2023-03-09"),
        ("A meeting in September with all.", "2022-09", "2023-09"),
        ("They left on Thursday and wept.", "2023-03-02", "2023-03-02"),
    ],
)
def test_where_nothing_tells_they_lean_as_they_are_asked(text: str, past: str, future: str) -> None:
    assert (values(text), values(text, lean="future")) == ([past], [future])


@pytest.mark.parametrize(
    ("text", "anchor", "why"),
    [
        (
            "Troops left last May.",
            "published",
            "'last May' read from publication on 2023-03-06 is 2022-05",
        ),
        ("It began in May 2019 in Rome.", "none", "'in May 2019' names 2019-05 itself"),
        (
            "They fought for 82 days there.",
            "none",
            "'for 82 days' tells how long or how often (P82D), not when",
        ),
    ],
)
def test_each_expression_says_what_it_leans_on(text: str, anchor: str, why: str) -> None:
    (found,) = read(text)
    assert (found.anchor, found.why) == (anchor, why)


def test_words_of_distance_lean_on_the_day_just_told() -> None:
    found = read("The war began on 24 February 2022. Two days later, Kyiv was shelled.")
    assert found[1].anchor == "story"
    assert found[1].span is not None
    assert found[1].span.edtf() == "2022-02-26"
    assert "2022-02-24" in found[1].why


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It began on 10 June 1940; twelve days later it was over.", ["1940-06-10", "1940-06-22"]),
        ("He fell in 1914 and died the following year.", ["1914", "1915"]),
        ("It closed in 1910. Two years earlier it had burned.", ["1910", "1908"]),
        ("On 2 May 1945 he fled. That night he fell.", ["1945-05-02", "1945-05-02TNI"]),
        ("He fell in 1914. That year she wed.", ["1914", "1914"]),
        # What goes on from there is told as well, and the next goes on from that.
        (
            "He fell in May 1987. She wed two years later. The next January she died.",
            ["1987-05", "1989", "1990-01"],
        ),
        ("He fled in 1989. Four years later he died. That year it shut.", ["1989", "1993", "1993"]),
        (
            "It fell on 2 May 1672. Three weeks later he fled. In the autumn he fell.",
            ["1672-05-02", "1672-W21", "1672-FA"],
        ),
        (
            "It fell in June 1914. He fled on the 15th. In early July he fell.",
            ["1914-06", "1914-06-15", "1914-07"],
        ),
        (
            "On 2 May 1945 he fled. That night he slept. At dawn he fell.",
            ["1945-05-02", "1945-05-02TNI", "1945-05-03TDA"],
        ),
        # "Until" tells nothing of the day before it, nor does who said it in between.
        ("A court on Thursday put off until 9 May a trial.", ["2023-03-02", "2023-05-09"]),
        ('"The first week of April," he added, "will be wet."', ["2023-W14"]),
        # The clock of Greenwich tells which half of the day is meant.
        (
            "He left on Sunday evening. He rose at 10:00 (0800 GMT).",
            ["2023-03-05TEV", "2023-03-06T10:00", "2023-03-06T08:00"],
        ),
        # What goes on right behind a time is of its year, and no parade of these days of 1841.
        (
            "He fled in 1945 and came home 11 years later, at Easter.",
            ["1945", "1956", "1956-04-01"],
        ),
        (
            "It fell on 26 January 1841.\n\nIt opens at 4.30 in the afternoon.",
            ["1841-01-26", "2023-03-06T16:30"],
        ),
        ("He died in May 1945. In early April he goes to Rome.", ["1945-05", "2023-04"]),
        # Nobody knows the hour of a paper.
        ("They will be back in sixty seconds.", ["PT60S"]),
        # In 1900, and not in 2022, that day was a Monday.
        ("They left on 1 May 1900. They came on Monday 14 May.", ["1900-05-01", "1900-05-14"]),
    ],
)
def test_short_stories_within_the_news(text: str, told: list[str]) -> None:
    assert values(text) == told


def test_a_time_told_far_above_is_no_longer_leaned_on() -> None:
    filler = "Nobody knew who had said so, or why, or what it was worth. " * 5
    told = values(f"The war began in 1914. {filler}The previous year was calm.")
    assert told == ["1914", "2022"]


def test_what_follows_goes_on_from_a_time_however_far_above() -> None:
    filler = "Nobody knew who had said so, or why, or what it was worth. " * 5
    told = values(f"The war began in 1914. {filler}The following year was calm.")
    assert told == ["1914", "1915"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # A time of the clock belongs to the day that stands right behind it.
        (
            "It struck at 2:30 p.m. (1130 GMT) on Saturday.",
            ["2023-03-04T14:30", "2023-03-04T11:30", "2023-03-04"],
        ),
        ("It struck at about 2:30 p.m. (local time), Friday.", ["2023-03-03T14:30", "2023-03-03"]),
        ("It struck at 2:30 p.m. They came on Saturday.", ["2023-03-06T14:30", "2023-03-04"]),
        # Words between commas count to the time that they stand behind.
        (
            "It rained on 1 March. On 3 March, two days later, it snowed.",
            ["2023-03-01", "2023-03-03", "2023-03-03"],
        ),
        (
            "He came in May 1988. Last Monday, about 35 years later, he left.",
            ["1988-05", "2023-02-27", "2023"],
        ),
        # No day is a week: "the day" is that of publication, "the same day" the one told.
        (
            "They will play again next week. He spent much of the day on the phone.",
            ["2023-W11", "2023-03-06"],
        ),
        (
            "The flood peaked on Friday; they may go home by the weekend. It rained the same day.",
            ["2023-03-03", "2023-W10-WE", "2023-03-03"],
        ),
        # A clause behind a comma is an aside.
        (
            "The firm, which was sold in May 2022, said it will open in June.",
            ["2022-05", "2023-06"],
        ),
        ("It was sold in May 2022 and opened in June.", ["2022-05", "2022-06"]),
        # A month that opens the next sentence goes on from a month or a day, not from a year.
        (
            "In August 2014 they came. In September they left. In October it was over.",
            ["2014-08", "2014-09", "2014-10"],
        ),
        ("He was hired in June 2019. He was promoted in July.", ["2019-06", "2022-07"]),
        # "That summer" passes on the year that it points to.
        (
            "It came out on 9 May 2019. The police met that summer. He was held on 11 November.",
            ["2019-05-09", "2019-SU", "2019-11-11"],
        ),
        ("The war began in 2014. In September a truce was signed.", ["2014", "2022-09"]),
        ("It was bought in May 2012.\n\nIn July it opened.", ["2012-05", "2022-07"]),
        # "After that" leans on what was told, unless it goes on.
        ("It sold in 1971. Four years after that it closed.", ["1971", "1975"]),
        ("It sold in 1971. Four years after that vote it closed.", ["1971", "P4Y"]),
        # What is told as past lies ahead only where the day is close, and is arranged or spoken of.
        ("He was buried on 3 May in Rome.", ["2022-05-03"]),
        ("He was named on 18 March to lead it.", ["2022-03-18"]),
        ("Police searched the home of a clerk on March 22.", ["2022-03-22"]),
        ("A report on the dam, published on 12 March, led to a strike.", ["2022-03-12"]),
        ("The union called a second walkout on 18 March.", ["2023-03-18"]),
        ("She said the vote on 18 March was unfair.", ["2023-03-18"]),
        ("He won a seat for the finals on 18 March.", ["2023-03-18"]),
        ("He said that he had sold it on 18 March.", ["2022-03-18"]),
        # A weekday tells which of two years it is.
        ("He sold it on Saturday, March 18.", ["2023-03-18"]),
        ("He will read from it on Wednesday, June 1.", ["2022-06-01"]),
        ("In 2016 he came back on Saturday, April 23.", ["2016", "2016-04-23"]),
        ("In 2019 it fell on Monday, February 20.", ["2019", "2023-02-20"]),
        # A year lends itself to a month only where it sets the time of its sentence.
        ("In 2019 it grew and in May it was sold.", ["2019", "2019-05"]),
        ("Compared with 2019, sales fell by a tenth in May.", ["2019", "2022-05"]),
        ("Under a law of 1974 the mayor was charged in May.", ["1974", "2022-05"]),
        ("He won a cup in 2014 and was hurt in May.", ["2014", "2022-05"]),
        ('"In 2019 we had nothing," she said in May.', ["2019", "2022-05"]),
        ('"In 2019 we had nothing, and in May it closed," she said.', ["2019", "2019-05"]),
        # A year to come gives "the following day" no day, and a weekday "the following June" none.
        (
            "On 9 March 2021 it sold. It will go by the end of 2024. The following day, he left.",
            ["2021-03-09", "2024", "2021-03-10"],
        ),
        (
            "He fled in 1958, he said on Sunday. The following June he died.",
            ["1958", "2023-03-05", "1959-06"],
        ),
        # What opens a clause is told by its own verb.
        ("Water rose in June, and on 9 April a crew will cross it.", ["2022-06", "2023-04-09"]),
        ("He will sell it, and on Friday he met a buyer.", ["2023-03-03"]),
        ("She will go to Rome, and on Friday to Bari.", ["2023-03-10"]),
        # A deadline is never unlikely, a verb in the past is no rarer for being irregular.
        ("The bank cut its forecast. It expects a rise by December.", ["2023-12"]),
        ("Judges upheld the ban in October, and an appeal will be heard.", ["2022-10"]),
        (
            "The plan, floated two months ago, foresees a vote on 20 April.",
            ["2023-01", "2023-04-20"],
        ),
        # The year behind a place is that of the time before it.
        ("They spent the winter in New York in 1912.", ["1912-WI", "1912"]),
        ("In 1912 he came. He died in June in Paris in 1931.", ["1912", "1931-06", "1931"]),
        # "As early as" right behind a past looks ahead to nothing.
        ("They warned as early as June that it would fall.", ["2022-06"]),
        ("It may open as early as June.", ["2023-06"]),
        # Of what is longer than a quarter, "the same period" is no quarter.
        (
            "Net for the third quarter and the first nine months beat the same period of 2021.",
            ["2022-Q3", "P9M", "2021"],
        ),
        ("It would be their busiest in seven years.", ["P7Y"]),
        # Nor does a date to come lend its year to what is past.
        ("It opened in June and plans another in August 2023.", ["2022-06", "2023-08"]),
        # The end of a week or a year is publication's, unless one stands beside it.
        ("On Sunday he said it would end by the end of the week.", ["2023-03-05", "2023-W10"]),
        ("It may grow in 2025, he said. It fell since the start of the year.", ["2025", "2023"]),
        ("In 2019 it had 40 ships by the end of the year.", ["2019", "2019"]),
        ("He died in 2019; his sons will pay by the end of the year.", ["2019", "2023"]),
        (
            "He came in 1911. In 1914 he married. In May 1915 he fled. It burned in 1918. In 1919 "
            "he died; his heirs are asked to pay by the end of the year.",
            ["1911", "1914", "1915-05", "1918", "1919", "2023"],
        ),
        # A year that is told of something else is not that of a month behind it.
        (
            "Under a plan approved in 2014 that had no end it bought them on 29 January.",
            ["2014", "2023-01-29"],
        ),
        ("The search in 2014 was called off on 29 January.", ["2014", "2014-01-29"]),
        # A day is no step from a month.
        ("He joined in June 2011. A day earlier they had met.", ["2011-06", "2023-03-05"]),
        ("He joined on 2 June 2011. A day earlier they met.", ["2011-06-02", "2011-06-01"]),
        (
            "He joined in June 2011. They met on Sunday. A day earlier it rained.",
            ["2011-06", "2023-03-05", "2023-03-04"],
        ),
        # A decade goes on by decades.
        ("Gas was found in the 2000s. A decade later it ran out.", ["200", "201"]),
        ("In the 17th century they feared it; a century later they did not.", ["16", "17"]),
        # A length that opens its sentence looks ahead in any sentence.
        ("It rained. In two weeks voters will choose.", ["2023-W12"]),
        ("It rained. In two weeks voters had chosen.", ["P2W"]),
        # An injury has come.
        ("He will miss it after breaking a toe in Saturday's match.", ["2023-03-04"]),
        ("He will play again in Saturday's match.", ["2023-03-11"]),
        # What is compared with is told in passing, and so is what was the last time.
        (
            "It stood at 111 late on Thursday, compared with 110 late Wednesday. It had been at "
            "109 the previous day.",
            ["2023-03-02", "2023-03-01", "2023-03-01"],
        ),
        ("It was the fastest since May 2014. In January it slowed.", ["2014-05", "2023-01"]),
        # A day told twice is one day.
        (
            "It is to land on 16 May. He dropped it for a visit on 16 May.",
            ["2023-05-16", "2023-05-16"],
        ),
        # Of a year "the day" is one, but "the week" and the day of a price are these.
        ("It opened in 1998. The weather on the day was fine.", ["1998", "1998-XX-XX"]),
        ("It opened in 1998. For the week, shares rose.", ["1998", "2023-W10"]),
        ("It trailed in 2019. Shares fell 3% on the day.", ["2019", "2023-03-06"]),
        # A year told in a quotation is that of the rest of it, if that is told as past.
        (
            '"We came in 1986. In May we opened, and in July it burned," he said. It shut in May.',
            ["1986", "1986-05", "1986-07", "2022-05"],
        ),
        (
            "“It was like 2011,” she said. “They signed in May. We sign again in May.”",
            ["2011", "2011-05", "2022-05"],
        ),
        ('"It was built in 1950 and failed in May," he said.', ["1950", "2022-05"]),
        ('"I bought it in 1998 and want to sell it in May," he said.', ["1998", "2023-05"]),
        # A year told from publication opens a sentence as any other does.
        ("Last year it lost 9 boats in January and 3 in June.", ["2022", "2022-01", "2022-06"]),
        ("Two years ago it shut in May.", ["2021", "2021-05"]),
        ("Profits fell last year, but it grew in January.", ["2022", "2023-01"]),
        # Figures of a month are compared with that month.
        ("Sales fell 3 percent in January from a year earlier.", ["2023-01", "2022-01"]),
        ("Sales fell in January. They were at 3 percent a year earlier.", ["2023-01", "2022"]),
        ("He left in January, having come a year earlier.", ["2023-01", "2022"]),
        # What came later goes on from the time last told, however far back.
        ("He left in 2009. " + "They stayed. " * 20 + "Two years later it fell.", ["2009", "2011"]),
        # A clause that only tells who was meant does not lead the story on.
        (
            "On Friday they held a man who had fled on 28 February. At 5:20 a.m. he slept.",
            ["2023-03-03", "2023-02-28", "2023-03-03T05:20"],
        ),
        (
            "He was held on Friday over a fire that killed two on 28 February. He went at 5 a.m.",
            ["2023-03-03", "2023-02-28", "2023-03-03T05:00"],
        ),
        # The stop of "p.m." may end a sentence, as what opens the next one tells.
        (
            "On 4 May it broke out at 9 p.m. The next morning he fled.",
            ["2022-05-04", "2022-05-04T21:00", "2022-05-05TMO"],
        ),
        (
            "On Saturday it broke out at 9 p.m. On Tuesday they will meet.",
            ["2023-03-04", "2023-03-04T21:00", "2023-03-07"],
        ),
        ("It broke out at 9 p.m. Saturday.", ["2023-03-04T21:00"]),
        ("DOORS WERE OPEN AT 9 P.M. ON SATURDAY", ["2023-03-04T21:00"]),
        # A feast is of the year told, as a day is.
        ("On 4 May 2015 it broke out. By Whitsun he had fled.", ["2015-05-04", "2015-05-24"]),
        # "That Wednesday" is the Wednesday told before, whatever was told since.
        (
            "It burned on 22 February. He had worked there in 2011. They met that Wednesday night.",
            ["2023-02-22", "2011", "2023-02-22TNI"],
        ),
    ],
)
def test_words_lean_on_the_time_beside_them(text: str, told: list[str]) -> None:
    assert values(text) == told


EARNINGS = day(1989, 10, 26)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Third-quarter net income fell to $4 million from $5 million a year earlier.",
            ["1989-Q3", "1988-Q3"],
        ),
        (
            "Sales in the third quarter rose 4%, against a loss in the year-ago period.",
            ["1989-Q3", "1988-Q3"],
        ),
        ("Third-quarter profit rose. In the 1988 period it fell.", ["1989-Q3", "1988-Q3"]),
        ("Profit for the fourth quarter of 1988 rose.", ["1988-Q4"]),
        (
            "Third-quarter profit fell. On Oct. 12 shares fell. It had lost $5 a year earlier.",
            ["1989-Q3", "1989-10-12", "1988-Q3"],
        ),
        (
            "It made a first-half loss of $27 million on Aug. 21, from a profit of $14 million a "
            "year earlier.",
            ["1989-H1", "1989-08-21", "1988-H1"],
        ),
        # Three months that have ended are one, and "the year" of a report is that of its quarter.
        (
            "It lost $4 million in the three months ended Sept. 30. It had lost $5 million a year "
            "earlier.",
            ["P3M", "1989-09-30", "1988-Q3"],
        ),
        # What is still due in "this quarter" is due in the one that goes on.
        (
            "Net for the quarter ended June 30 rose 4%. It will take a charge this quarter.",
            ["1989-Q2", "1989-06-30", "1989-Q4"],
        ),
        # A quarter to come has no figures yet.
        (
            "The sale will close in the first quarter of 1990. Third-quarter profit fell to $4 "
            "million from $5 million a year earlier.",
            ["1990-Q1", "1989-Q3", "1988-Q3"],
        ),
        # One that is not over has forecasts, which its own sentence and the next compare.
        (
            "Third-quarter profit fell. It expects $4 million for the fourth quarter. A year ago "
            "it earned $3 million. Costs rose. In the year-ago period it earned $5 million.",
            ["1989-Q3", "1989-Q4", "1988-Q4", "1988-Q3"],
        ),
        (
            "Third-quarter profit fell. Charges may come in the fourth quarter. In the latest "
            "period costs rose by $3 million.",
            ["1989-Q3", "1989-Q4", "1989-Q3"],
        ),
        (
            "Third-quarter profit was the lowest since the fourth quarter of 1986. For the current "
            "quarter it expects $4 million. A year earlier it made $5 million.",
            ["1989-Q3", "1986-Q4", "1989-Q4", "1988-Q4"],
        ),
        # A business year may end in it, where no other is told.
        (
            "Fourth-quarter profit fell to $4 million. Sales were $5 million a year earlier.",
            ["1989-Q4", "1988-Q4"],
        ),
        # "The same period" is as long as the one just told.
        (
            "The second half will be better. In the first six months it earned $4 million, and $3 "
            "million in the same period last year.",
            ["1989-H2", "P6M", "1988-H1"],
        ),
        (
            "In the first nine months it earned $4 million. In the same period of 1987 it lost $3 "
            "million.",
            ["P9M", "1987"],
        ),
        ("It earned $4 million, and $3 million in the same period last year.", ["1988"]),
        # What figures are measured against is not the quarter that they are of.
        (
            "Third-quarter profit was $7 million. It sold 3 million tons, down from 4 million in "
            "the first quarter. Profit rose from a year earlier.",
            ["1989-Q3", "1989-Q1", "1988-Q3"],
        ),
        (
            "Third-quarter profit rose after a flat second quarter, and from $4 million a year "
            "earlier.",
            ["1989-Q3", "1989-Q2", "1988-Q3"],
        ),
        (
            "Third-quarter profit was $7 million. The 1988 third quarter had a gain of $2 million. "
            "Sales rose in the quarter, and fell in the previous quarter.",
            ["1989-Q3", "1988-Q3", "1989-Q3", "1989-Q2"],
        ),
        # A quarter stays one behind a longer stretch, and a report is no story for its years.
        (
            "Third-quarter profit fell. For the nine months, it was $3 million. In the "
            "year-earlier quarter it lost $2 million.",
            ["1989-Q3", "P9M", "1988-Q3"],
        ),
        (
            "Third-quarter profit rose. In 1987, 1986 and 1985 it lost money. Sales in the quarter "
            "beat those of the second quarter. At Dec. 31, 1987, it owed $4 million. At Sept. 30, "
            "it owed $1 million.",
            ["1989-Q3", "1987", "1986", "1985", "1989-Q3", "1989-Q2", "1987-12-31", "1989-09-30"],
        ),
        # "The year before" is that before a year told in passing, too.
        (
            "It will spend $90 million in 1989, down from $130 million last year and $160 million "
            "the year before.",
            ["1989", "1988", "1987"],
        ),
        # Measured against the figures of "last year" are those of its quarter, but of no forecast.
        (
            "Third-quarter profit was $7 million, compared with a loss of $2 million last year. It "
            "should earn more than the $9 million it earned last year.",
            ["1989-Q3", "1988-Q3", "1988"],
        ),
        (
            "Third-quarter profit fell. For the nine months, it was $7 million, against $2 million "
            "last year.",
            ["1989-Q3", "P9M", "1988"],
        ),
        # "The latest quarter" is back to that which is over.
        (
            "Third-quarter profit rose. Storms will result in a fourth-quarter loss. Sales fell 9% "
            "in the latest quarter, from $4 million a year ago.",
            ["1989-Q3", "1989-Q4", "1989-Q3", "1988-Q3"],
        ),
        # Behind a longer stretch a year is a year.
        (
            "Third-quarter profit fell. For the nine months, it was $3 million, up from $2 million "
            "a year earlier, and costs rose from last year's quarter.",
            ["1989-Q3", "P9M", "1988", "1988-Q3"],
        ),
        (
            "Third-quarter profit fell. For the full year, it may be $3 million, against $2 "
            "million a year earlier.",
            ["1989-Q3", "1989", "1988"],
        ),
    ],
)
def test_earnings_compare_like_with_like(text: str, told: list[str]) -> None:
    assert values(text, EARNINGS) == told


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Its fiscal year ends June 30. It lost money in fiscal 1990.", "1989-07/1990-06"),
        ("Its fiscal year ends June 30. In the fiscal third quarter it lost.", "1989-01/1989-03"),
        (
            "Its fiscal year ends June 30. It lost money in the third quarter of fiscal 1990.",
            "1990-01/1990-03",
        ),
        ("Sales rose in the year ended Jan. 28. It lost in fiscal 1988.", "1988-02/1989-01"),
        ("In its second quarter ended April 30 it won. It lost in fiscal 1989.", "1988-11/1989-10"),
        # So long as nothing tells, a business counts as the calendar does.
        ("It lost money in fiscal 1990.", "1990"),
        ("Sales fell in the fiscal third quarter.", "1989-35"),
    ],
)
def test_a_text_tells_when_its_business_years_end(text: str, edtf: str) -> None:
    span = read(text, day(1989, 11, 2))[-1].span
    assert span is not None
    assert span.edtf() == edtf


@pytest.mark.parametrize(
    ("text", "told", "edtf"),
    [
        (
            "Profit rose in its fourth quarter ended Aug. 31. A year earlier it had lost money.",
            ["1989-Q4", "1989-08-31", "1988-Q4"],
            "1988-06-01/1988-08-31",
        ),
        (
            "Profit rose in its fourth quarter ended Aug. 31. Costs fell in the latest quarter.",
            ["1989-Q4", "1989-08-31", "1989-Q4"],
            "1989-06-01/1989-08-31",
        ),
        (
            "Fiscal fourth-quarter profit rose. Sales for the quarter ended Aug. 31 fell.",
            ["1989-Q4", "1989-Q4", "1989-08-31"],
            "1989-06-01/1989-08-31",
        ),
        (
            "In the fourth quarter ended Aug. 31 profit rose. In the 1988 period sales fell.",
            ["1989-Q4", "1989-08-31", "1988-Q4"],
            "1988-06-01/1988-08-31",
        ),
    ],
)
def test_a_quarter_keeps_the_name_that_the_business_gives_it(
    text: str, told: list[str], edtf: str
) -> None:
    found = read(text, day(1989, 11, 2))
    assert [timex.value for each in found for timex in each.timexes] == told
    assert found[-1].span is not None
    assert found[-1].span.edtf() == edtf


def test_a_year_ago_is_a_year_where_no_quarter_is_told() -> None:
    assert values("Sales were $5 million a year earlier.", EARNINGS) == ["1988"]


WAR = (
    "The crisis began in June 1914. On 28 July 1914 Austria attacked. In August, Germany marched "
    "into Belgium. On 5 September the French struck back. In December the front froze. "
    "In February the guns spoke again. In May 1915 Italy joined. It was over on 11 November 1918."
)


def test_a_story_is_read_from_the_time_last_told() -> None:
    told = ["1914-06", "1914-07-28", "1914-08", "1914-09-05", "1914-12", "1915-02", "1915-05"]
    assert values(WAR, day(2009, 5, 1)) == [*told, "1918-11-11"]


def test_the_same_words_in_a_paper_of_the_day_lean_on_the_paper() -> None:
    news = "Germany marched in August. On 5 September the French struck back."
    assert values(news, day(1914, 9, 7)) == ["1914-08", "1914-09-05"]


ROME = (
    "In March 44 BC Caesar fell. In April his heir came home. In 43 BC the two men made peace. "
    "In 42 BC they won at Philippi, and the following year they parted. "
    "Twelve years later, in 31 BC, the last battle came."
)


def test_a_story_before_our_era_counts_its_years_down() -> None:
    told = values(ROME, day(2009, 5, 1))
    assert told[:5] == ["BC0044-03", "BC0044-04", "BC0043", "BC0042", "BC0041"]
    assert told[-1] == "BC0031"


def test_an_aside_does_not_lead_the_story_astray() -> None:
    text = (
        "In 1940 France fell. In May 1941 Crete fell. In June 1941 the east was attacked. "
        "The fort had been built in March 1895. In July Smolensk fell. In 1942 the tide turned."
    )
    assert values(text, day(2009, 5, 1))[-2:] == ["1941-07", "1942"]


def test_what_follows_in_a_sentence_goes_on_from_it_though_a_noun_has_its_time() -> None:
    text = (
        "The bridge was begun in 1872 and opened in 1874. It fell in 1878 and was rebuilt by 1882. "
        "He was hurt in the crash of 1892 and died the next spring."
    )
    assert values(text, day(2009, 5, 1))[-1] == "1893-SP"


def test_both_ends_of_a_range_have_a_value_and_the_phrase_a_span() -> None:
    (found,) = read("The war ran from 2011 to 2015.")
    assert [timex.text for timex in found.timexes] == ["2011", "2015"]
    assert found.span is not None
    assert found.span.edtf() == "2011/2015"
    assert found.text == "from 2011 to 2015"


@pytest.mark.parametrize(
    ("meaning", "within"),
    [
        (Since(Stage("early", Month(5))), Month(5)),
        (About(Weekday(4)), Weekday(4)),
        (Between(Month(5), Year(2011)), Month(5)),
        (Year(2011), Year(2011)),
    ],
)
def test_the_core_of_a_meaning(meaning: Since, within: Month) -> None:
    assert core(meaning) == within


def test_weekdays_and_lengths_need_a_strong_cue() -> None:
    week = Duration(((2, Granularity.WEEK),))
    assert needs_strong_cue(Since(Weekday(4)))
    assert needs_strong_cue(InLength(week))
    assert not needs_strong_cue(Month(5))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("He left on Monday at 10 a.m. today.", {"DATE", "TIME"}),
        ("They fought for 82 days there.", {"DURATION"}),
        ("They pray every Friday there.", {"SET"}),
        ("He left in 2019.", {"DATE"}),
        ("He left last night.", {"TIME"}),
        ("He left recently.", {"DATE"}),
    ],
)
def test_the_type_of_a_timex(text: str, kinds: set[str]) -> None:
    assert {timex.type for found in read(text) for timex in found.timexes} <= kinds
    assert read(text)


def test_the_type_follows_from_the_meaning_or_the_span() -> None:
    length = Length(Duration(((82, Granularity.DAY),)))
    assert timex_type(length, TimeSpan(None, None, value="P82D")) == "DURATION"
    assert timex_type(Year(2011), TimeSpan.year(2011)) == "DATE"
    assert timex_type(Year(2011), TimeSpan(None, None, value="P82D")) == "DURATION"
    assert timex_type(Year(2011), TimeSpan(None, None, value="PAST_REF")) == "DATE"
    assert timex_type(Year(2011), TimeSpan.unit(Granularity.MINUTE, 0)) == "TIME"


def test_an_empty_text_has_no_times() -> None:
    assert read("") == []


def test_the_clock_of_a_log_does_not_lean_on_a_day_told_in_an_entry() -> None:
    text = "16:55 Schools will close on Thursday.\n\n15:20 A tree fell just before 3 p.m. here."
    assert values(text)[-1] == "2023-03-06T15:00"
    headed = "Friday 3 March\n\n15:20 A tree fell at 2 p.m. here."
    assert values(headed)[-1] == "2023-03-03T14:00"


def test_within_a_length_of_something_counts_from_that() -> None:
    found = read("They acted within two days of the theft.")
    assert [(e.span, e.timexes[0].value) for e in found] == [(None, "P2D")]


def test_within_hours_of_what_has_happened_does_not_begin_at_publication() -> None:
    found = read("An offer, made public on 8 February, was rejected within hours.")
    assert found[-1].span is not None
    assert found[-1].span.edtf().startswith("2023-02-08")
    assert read("He died within days.")[0].span is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The man who fell on Wednesday is to be buried.", "2023-03-01"),
        ("The men who were shot on Wednesday will be buried.", "2023-03-01"),
        ("Anyone who saw it on Wednesday is asked to call.", "2023-03-01"),
        ("Anyone who wants to come on Wednesday is asked to call.", "2023-03-08"),
        ("A meeting on Wednesday will decide.", "2023-03-08"),
    ],
)
def test_the_verb_behind_a_past_who_clause_tells_nothing_of_its_day(text: str, day: str) -> None:
    assert values(text) == [day]


def test_an_hour_behind_a_late_one_of_a_later_day_is_not_of_the_night_told_before() -> None:
    text = "His family were told last night.\n\nIt broke out at 11.20pm on Wednesday. "
    assert values(text + "The roof fell in after 1am.")[-1] == "2023-03-02T01:00"


def test_what_must_be_done_within_days_is_counted_from_publication_in_a_story_too() -> None:
    story = (
        "It was bought in 1990, let in 1994, sold in 1998 and lost in 2003. It was heard in June."
    )
    found = read(f"{story} The firm must pay within 28 days.")
    assert found[-1].span is not None
    assert found[-1].span.edtf() == "2023-03-06/2023-04-02"


def test_within_a_year_of_a_month_is_the_year_from_it_on() -> None:
    found = read("It broke out in March 1998. Within a year they had fled; within days they lost.")
    told = [e.span.edtf() for e in found if e.span is not None]
    assert told == ["1998-03", "1998-03~/1999-03~", "1998-03~"]


def test_the_next_days_of_what_has_happened_follow_the_day_told() -> None:
    found = read("It fell silent on 3 November. For the next nine days it told nobody why.")
    assert [e.span and e.span.edtf() for e in found] == ["2022-11-03", "2022-11-04/2022-11-12"]


def test_a_day_named_in_the_year_told_is_where_the_text_stands() -> None:
    text = "It ran until May 2021. It was sold on 8 June of that year, and registered "
    assert values(text + "three weeks later.")[-1] == "2021-W26"


def test_a_part_of_a_day_goes_on_from_its_hours() -> None:
    text = (
        "It gave way at 3.40 a.m. on Thursday. The mud tore down a bridge and buried a clinic. "
        "People climbed onto roofs in the dark and heard neighbours call for help across the water."
        "\n\nTeams arrived shortly after sunrise."
    )
    assert values(text)[-1] == "2023-03-02TDA"


@pytest.mark.parametrize(
    ("text", "placed"),
    [
        ("Firefighters put it out within 20 minutes.", None),
        ("The ship will sink within two hours.", None),
        ("The ship will sink within two days.", "2023-03-06/2023-03-07"),
    ],
)
def test_within_hours_of_a_day_has_no_place_on_it(text: str, placed: str | None) -> None:
    (found,) = read(text)
    assert (found.span.edtf() if found.span is not None else None) == placed


def test_the_following_years_follow_what_was_told() -> None:
    found = read("It sold the mill in 2012 and grew in the following two years.")
    assert [e.span.edtf() for e in found if e.span] == ["2012", "2013-01-01/2014-12-31"]


BEFORE_CHRIST = (
    "In 218 BC he crossed the Alps. In 217, on 22 June, he won; by the spring of 215 he held the"
    " coast, and between 209 and 207 he lost it. He had 216 ships, and in 216 ships he sailed."
)


def test_a_season_that_nothing_tells_to_be_over_is_the_next_to_begin() -> None:
    assert values("Bookings for the summer are up.", day(2023, 4, 18)) == ["2023-SU"]
    assert values("Bookings for the summer were up.", day(2023, 4, 18)) == ["2022-SU"]
    assert values("Bookings for the summer are up.", day(2023, 2, 18)) == ["2022-SU"]


def test_the_next_winter_begins_before_the_year_is_out() -> None:
    text = "He fled in 1812. The next winter he starved. In 1815 he fled. The next spring he wed."
    assert values(text) == ["1812", "1812-WI", "1815", "1816-SP"]


def test_years_before_christ_may_leave_out_their_era() -> None:
    found = read(BEFORE_CHRIST, day(2020, 5, 5))
    assert [(e.text, e.span.edtf()) for e in found if e.span] == [
        ("In 218 BC", "-0217"),
        ("In 217", "-0216"),
        ("on 22 June", "-0216-06-22"),
        ("by the spring of 215", "[..-0214-21]"),
        ("between 209 and 207", "-0208/-0206"),
    ]
    for expression in found:
        assert BEFORE_CHRIST[expression.start : expression.end] == expression.text
        for timex in expression.timexes:
            assert BEFORE_CHRIST[timex.start : timex.end] == timex.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Taken in AD 195, it was lost in 253.", ["0195", "0253"]),
        ("He died in AD 14. The bishop signed in 451. It fell in 640.", ["0014", "0451", "0640"]),
        ("In 793 they came. On 3 May 865 they left.", ["0793", "0865-05-03"]),
        ("It fell in 63 BC. He died in AD 14. In 217 he won.", ["BC0063", "0014", "0217"]),
        ("About one in 250 died, then 1 in 240, then one in 230.", []),
        ("It sold in 300 cases and closed in 217.", []),
        ("It broke out in the spring of 536.", ["0536-SP"]),
        ("It was the sixth century. It broke out in 540.", ["05", "0540"]),
        ("It was the sixth century. They lost by 250 to 120 and left in 120.", ["05"]),
    ],
)
def test_years_of_three_digits_may_leave_out_their_era(text: str, told: list[str]) -> None:
    assert values(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "He lived in 12 rooms and died in 217.",
        "He came in 55 BC. The city fell in AD 43. In 60 it burned.",
        "He came in 218 BC. A village of 900 men stood there.",
    ],
)
def test_other_numbers_are_no_years_before_christ(text: str) -> None:
    assert not any(e.text.lower() in ("in 217", "in 60", "of 900") for e in read(text))


LIFE = (
    "She was born on 3 April 1938 in Onitsha. In 1957 she went to Ibadan, and in 1963 she left."
    " From 1984 to 2001 she taught in Recife."
)


def test_a_day_that_opens_an_obituary_is_one_of_its_own_weeks() -> None:
    text = f"Adaeze Okoro died on 24 February at her home. {LIFE} A service will be held on 1 May."
    told = values(text)
    assert [*told[:2], told[-1]] == ["2023-02-24", "1938-04-03", "2023-05-01"]


def test_a_day_long_before_publication_that_opens_a_story_is_read_by_it() -> None:
    assert values(f"The feud began on 4 December. {LIFE}")[0] != "2022-12-04"


FORT = (
    "In the spring of 1781 Strand was sent to the fort. He arrived on 3 May. Strand, who had lost"
    " an eye in 1709, put his men to digging. "
)


def test_the_end_of_the_month_is_of_the_month_that_a_story_stands_in() -> None:
    assert values(f"{FORT}By the end of the month they were done. It fell in 1783.")[3] == "1781-05"


def test_years_of_a_life_in_brackets_carry_no_story_on() -> None:
    told = values(f"{FORT}On 9 July Otto Weill (1729–1781) fell. That month Strand left.")
    assert told[-1] == "1781-07"


def test_this_year_is_that_of_publication_in_a_report_on_the_years_before() -> None:
    text = (
        "The dam was raised in 2015. In May 2016 it leaked. It broke on 17 February 2019. Six men"
        " were charged in September 2020. One was arrested on 9 January this year. In February the"
        " firm was dissolved."
    )
    assert values(text)[-2:] == ["2023-01-09", "2023-02"]


def test_a_day_behind_a_nearer_time_leans_on_no_year_told_before() -> None:
    text = "The firm, founded in 2014, recalled them last month after a fire on 9 February."
    assert values(text)[-1] == "2023-02-09"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # What came with its year stays where it is, and the months of this year are this year's.
        (
            "He was jailed on Friday. He pleaded guilty in September. He had joined in 1995, was "
            "promoted in 2004 and in 2009, and lost his post in 2013. He spoke on Tuesday.",
            ["2024-11-22", "2024-09", "1995", "2004", "2009", "2013", "2024-11-19"],
        ),
        # The day of a deed told first makes no history of what its sentence comes to.
        (
            "A man who burned it down on 4 May 2021 was jailed yesterday. He pleaded guilty in "
            "September. It was built in 1924, sold in 1946 and again in 1951 and 1953.",
            ["2021-05-04", "2024-11-21", "2024-09", "1924", "1946", "1951", "1953"],
        ),
        # A month behind a date of its year goes on from there.
        (
            "It was sold on Friday. It was founded in 1924 and rebuilt in 1946. Fire broke out in "
            "May 1951, and in July it was shut. It came back in 1953.",
            ["2024-11-22", "1924", "1946", "1951-05", "1951-07", "1953"],
        ),
        # "Since" opens no year for what happened next.
        (
            "It ended on Friday. It was founded in 1924, moved in 1946 and sold in 1951. The "
            "trial, delayed since 2020, opened on 15 January.",
            ["2024-11-22", "1924", "1946", "1951", "2020", "2024-01-15"],
        ),
        # Quarters and "since October" are of these days, too, behind whatever year.
        (
            "Sales fell on Friday. It was founded in 1924, moved in 1946 and sold in 1951. It has "
            "been shut since October 2016. Profit rose in the third quarter. It burned in 1953.",
            ["2024-11-22", "1924", "1946", "1951", "2016-10", "2024-Q3", "1953"],
        ),
        (
            "It failed on Friday. It was proposed in 1924, dropped in 1946 and kept in 1951. The "
            "road, closed since October, stays so. A vote follows on 7 January.",
            ["2024-11-22", "1924", "1946", "1951", "2024-10", "2025-01-07"],
        ),
        # The day of a report, told in full at its head, is one of these days, and a report tells
        # plans behind what it looks back on.
        (
            "The board met on 14 November 2024. A boat was ordered on 4 October. Plans of 1999 "
            "had been refused in 2003, in 2007 and in June 2020. Nobody spoke. The pier was shut "
            "on 2 September and would reopen on 16 December. The keys came on 9 October.",
            [
                *("2024-11-14", "2024-10-04", "1999", "2003", "2007", "2020-06"),
                *("2024-09-02", "2024-12-16", "2024-10-09"),
            ],
        ),
        # A bare date that is told first may lie ahead; it is no history's.
        (
            "The case comes to court on 6 January. He said nothing until this week. He had come "
            "in 1921, worked in 1943 and 1950 and left in 1981.",
            ["2025-01-06", "2024-W47", "1921", "1943", "1950", "1981"],
        ),
        # A plan leaves the story where it stands.
        (
            "She died on Sunday. She was born in 1921 and wed in 1943. She taught from 1950 to "
            "1981. A service is set for 14 January.",
            ["2024-11-17", "1921", "1943", "1950", "1981", "2025-01-14"],
        ),
        # A report of the last years speaks of "last year" and of months from its own day.
        (
            "It ran from 2014 to 2016, grew in 2018 and was cut in October 2020. A review came "
            "only in the second quarter of last year. Staff were asked between 4 and 22 March.",
            ["2014", "2016", "2018", "2020-10", "2023-Q2", "2024-03-04", "2024-03-22"],
        ),
        # A bare month or day is of no year that another sentence told.
        (
            "He was cleared on Tuesday. It was founded in 1974, became a bank in 1997 and fell in "
            "2020. A first trial, in 2023, collapsed. The retrial began on 8 September.",
            ["2024-11-19", "1974", "1997", "2020", "2023", "2024-09-08"],
        ),
        # A feature goes on from the dates that it tells, however often it speaks of these days.
        (
            "Auditors came last October. The bank was founded in 1887 and hired Holm in the spring "
            "of 2019. By the end of the year he had a desk. Lund wrote on 14 September 2020 and "
            "again in November. The losses began in February 2023 and grew in May. In June 2024 he "
            "was paid. The board spoke last week. He has until Christmas to appeal. He left today.",
            [
                "2023-10",
                "1887",
                "2019-SP",
                "2019",
                "2020-09-14",
                "2020-11",
                "2023-02",
                "2023-05",
                "2024-06",
                "2024-W46",
                "2024-12-25",
                "2024-11-22",
            ],
        ),
        # A day to come that is told in full leaves it where it stands, too.
        (
            "It was closed on Tuesday. It had opened in 1974, 1981, 1990 and 1999. A new one is to "
            "be built by 4 May 2031. It was to be shut in March.",
            ["2024-11-19", "1974", "1981", "1990", "1999", "2031-05-04", "2024-03"],
        ),
        # The last day of a stretch is where it has come to.
        (
            "Police said on Friday they came on 9 January. It was sold in 1931, 1974, 1981, 1990. "
            "They were inside from 9 January until 24 February. The next day they left.",
            [
                "2024-11-22",
                "2024-01-09",
                *("1931", "1974", "1981", "1990"),
                *("2024-01-09", "2024-02-24", "2024-02-25"),
            ],
        ),
        # "The Thursday" is that before the day told, and neither it nor "since July" lead on.
        (
            "It broke on 9 June. It had rained since the Thursday, says Lee, who has lived here "
            "since July. Two days later it was dry. It was built in 1974, 1981, 1990 and 1999.",
            [
                "2024-06-09",
                "2024-06-06",
                "2024-07",
                "2024-06-11",
                "1974",
                "1981",
                "1990",
                "1999",
            ],
        ),
        # Behind a month of last year a bare day is of these months, not of a year told before.
        (
            "They were taken in 1897, sold in 1899 and lost in 1923. A new head came in 2017. The "
            "council voted in June last year to give them up. They left on Oct. 3.",
            ["1897", "1899", "1923", "2017", "2023-06", "2024-10-03"],
        ),
        # So is what a verb right before it tells in the present, and the end of a year.
        (
            "It was built in 1884, sold in 1931 and lost in 1952. Last year it was given a "
            "million, and two were promised for the term that begins May 1. The head came in "
            "1980. He retires at the end of the year.",
            ["1884", "1931", "1952", "2023", "2025-05-01", "1980", "2024"],
        ),
        # What is told in the present with a day of the calendar is to come.
        (
            "It was built in 1884, sold in 1931 and lost in 1952. It became a school in 1976. "
            "Rebuilt last year, it reopens on July 4, and a new head takes over on July 21.",
            ["1884", "1931", "1952", "1976", "2023", "2025-07-04", "2025-07-21"],
        ),
    ],
)
def test_news_that_tell_a_story_come_back_to_their_own_days(text: str, told: list[str]) -> None:
    assert values(text, day(2024, 11, 22)) == told


def test_minutes_tell_of_the_weeks_around_their_meeting_and_of_other_dates_in_passing() -> None:
    text = (
        "Minutes of the meeting of 12 March 2024. It was refused in 2019 and again in June 2020. "
        "He came on 20 February and on 24 February. It was last cleaned in 2011. The report came "
        "on 27 February. The crack first seen in November 2022 had grown over the winter. Lee had "
        "met her on 5 March. The loan taken out in June 2019 was repaid on 8 March."
    )
    told = values(text, day(2024, 3, 21))
    assert told[3:5] == ["2024-02-20", "2024-02-24"]
    assert told[-3:] == ["2024-03-05", "2019-06", "2024-03-08"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They met on Saturday 2 May 2020 and left on the Monday.", ["2020-05-02", "2020-05-04"]),
        (
            "It will open on 2 June. A party is to be held on the Sunday; by the Friday it rained.",
            ["2023-06-02", "2023-06-04", "2023-06-09"],
        ),
        # Of no day just told, of none near, and of a paper.
        (
            "They met on 28 January 2020. It had rained since the Sunday. They left at 9.14 pm.",
            ["2020-01-28", "2020-01-26", "2020-01-28T21:14"],
        ),
        ("They met in May 2020. On the Sunday, they left.", ["2020-05", "2023-03-05"]),
        (
            f"They met on 2 May 2020. {'It rained. ' * 60}On the Sunday, they left.",
            ["2020-05-02", "2023-03-05"],
        ),
        ("They met on 2 May 2020. It stood in the Sunday papers.", ["2020-05-02", "2023-03-05"]),
        ("They met on 2 May 2020. It depends on the Sunday papers.", ["2020-05-02", "2023-03-05"]),
    ],
)
def test_a_weekday_with_its_article_is_the_one_behind_the_day_just_told(
    text: str, told: list[str]
) -> None:
    assert values(text) == told


def test_last_year_is_that_of_publication_however_far_back_a_story_has_come() -> None:
    text = (
        "A cross was put up in 1837, taken down in 1841 and put back in 1846. A fire in May 1850 "
    )
    text += "burned the church. In June the town was shelled. The cross was mended last year."
    assert values(text)[-1] == "2022"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("She was arrested in March and charged in May 2020.", ["2020-03", "2020-05"]),
        ("It opened on 3 June but closed on 9 August 2019.", ["2019-06-03", "2019-08-09"]),
        # What is later in the year is not of that year, nor what a comma parts from it.
        ("She left in November and had come in May 2020.", ["2022-11", "2020-05"]),
        ("She left in January, and the firm of May 2020 shut.", ["2023-01", "2020-05"]),
        ("It signed in January and will open in May 2024.", ["2023-01", "2024-05"]),
    ],
)
def test_a_month_takes_the_year_of_the_date_it_is_told_with(text: str, told: list[str]) -> None:
    assert values(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # The weekday of who said so is not what "that year" points to.
        (
            "It shut in autumn 1994, he said on Monday. She left on the night of 9 May that year.",
            ["1994-FA", "2023-03-06", "1994-05-09TNI"],
        ),
        (
            "It shut in May 1994, she said on Monday. Later that year it burned.",
            ["1994-05", "2023-03-06", "1994"],
        ),
        # "That day" and "that week" may be the weekday's, and a month of this year tells its year.
        (
            "It shut in May 1994, she said on Friday. Later that day it burned.",
            ["1994-05", "2023-03-03", "2023-03-03"],
        ),
        (
            "It shut in 1994. It was sold in January. He left later that year.",
            ["1994", "2023-01", "2023"],
        ),
    ],
)
def test_that_year_is_told_by_more_than_a_weekday(text: str, told: list[str]) -> None:
    assert values(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Free lessons at the town hall in April.", "2023-04"),
        ("Free lessons at the town hall in May.", "2022-05"),
        ("He was arrested at the town hall in April.", "2022-04"),
    ],
)
def test_a_bare_month_that_comes_next_is_that_one_unless_told_as_past(text: str, told: str) -> None:
    assert values(text) == [told]


MILL = "It was founded in 1921. In 1930 it grew. In 1936 it was split. In 1946 it was sold."


@pytest.mark.parametrize(
    "begun", ["In 1992", "In May 1992", "Last year", "Last month", "In the summer of 1992"]
)
@pytest.mark.parametrize(
    "words",
    [
        "The next morning",
        "That night",
        "The previous evening",
        "Two days later",
        "The same day",
        "By the next day",
        "The following Monday",
        "That Friday",
        "The following week",
        "That weekend",
        "Later that week",
        "Later that day",
        "Within three days",
    ],
)
def test_nothing_is_known_nearer_than_the_time_it_is_counted_from(begun: str, words: str) -> None:
    *_, told = read(f"{begun} it broke out. {words} he fled.", day(2023, 3, 6))
    assert told.anchor == "story"
    assert told.span is not None
    start, end = told.span.start, told.span.end
    assert end is not None
    assert start is None or end - start >= 28 * DAY


@pytest.mark.parametrize(
    ("words", "value", "span"),
    [
        ("At 9 p.m. he fled.", "XXXX-XX-XXT21:00", "1952~"),
        ("By noon he had fled.", "XXXX-XX-XXT12:00", "[..1952~]"),
        ("On the 12th he fled.", "1952-XX-XX", "1952~"),
        ("At the end of the month he fled.", "1952-XX", "1952~"),
        ("Earlier that year he had fled.", "1952", "1952"),
        ("Weeks later he fled.", "FUTURE_REF", "1952-01-07~/1953-03-17~"),
        ("That summer he fled.", "1952-SU", "1952-22"),
    ],
)
def test_in_a_story_nothing_is_known_nearer_than_its_year(
    words: str, value: str, span: str
) -> None:
    *_, told = read(f"{MILL} In 1952 it burned. {words}", day(2023, 3, 6))
    assert told.span is not None
    assert (told.timexes[0].value, told.span.edtf()) == (value, span)


def test_a_date_that_opens_a_sentence_carries_its_story_on() -> None:
    assert values(f"{MILL} In May 1952 it burned. By Christmas he had fled.")[-1] == "1952-12-25"


@pytest.mark.parametrize("words", ["The next morning", "Two days later", "That Friday"])
def test_what_goes_on_from_an_untold_day_does_not_lie_ahead(words: str) -> None:
    *_, told = read(f"Some time ago it broke out. {words} he fled.", day(2023, 3, 6))
    assert told.span is not None
    assert told.span.edtf() == "[..2023-03-06~]"
    # Words that stand alone are counted from the moment they are read at.
    [alone] = read(f"{words} he fled.", day(2023, 3, 6))
    assert alone.span is not None
    assert alone.span.edtf() != "[..2023-03-06~]"
    *_, coming = read(f"They will meet. {words} they will vote.", day(2023, 3, 6))
    assert coming.span is not None
    assert coming.span.edtf() != "[..2023-03-06~]"


@pytest.mark.parametrize("old", ["", "It was founded in 1902, moved in 1911, 1924 and 1951.\n\n"])
def test_minutes_close_on_the_day_of_their_meeting(old: str) -> None:
    text = (
        f"Minutes of the meeting held on 12 November 2024 at 7 pm\n\n{old}The next meeting will be "
        "held on 10 December 2024 at 6 pm.\n\nThe meeting closed at 9.10 pm."
    )
    assert values(text, day(2024, 11, 22))[-1] == "2024-11-12T21:10"


def test_a_hearing_rises_on_its_day_whatever_was_told_last() -> None:
    text = (
        "Evidence, 12 November 2024\n\nMr Poe: I met them on 9 December 2016.\n\n"
        "The committee adjourned at 12.20 pm."
    )
    assert values(text, day(2024, 11, 12))[-1] == "2024-11-12T12:20"


def test_hours_go_on_from_a_day_past_one_that_is_looked_back_to() -> None:
    text = (
        "On 12 November 2024 the lock failed, for its key had been cut on 3 May 2021.\n\n"
        "- 09:14 The door shuts.\n- 09:20 A guard comes."
    )
    assert values(text, day(2024, 11, 22))[2:] == ["2024-11-12T09:14", "2024-11-12T09:20"]
