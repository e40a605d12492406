"""The course of a story: bare dates take the year that lets it go on best."""

from __future__ import annotations

import pytest

from timeline.resolution import Publication, resolve
from timeline.resolution.chronicle import WINDOW
from timeline.resolution.courses import BEAM
from timeline.spans import seconds

LATER = Publication(seconds(2009, 6, 1))
# What makes a story of any text: dates of long ago.
OPENING = "The town was founded in 1702, burned in 1711 and was rebuilt in 1720.\n\n"


def values(text: str) -> list[str]:
    """The TIMEX3 values of a text that follows the opening, in order."""
    found = [timex.value for e in resolve(OPENING + text, LATER) for timex in e.timexes]
    return found[3:]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # On to the next year, or back a little.
        ("In October 1741 it rained. In March it snowed.", ["1741-10", "1742-03"]),
        ("In March 1741 it rained. In October it snowed.", ["1741-03", "1741-10"]),
        ("In June 1741 it rained. It had snowed in May.", ["1741-06", "1741-05"]),
        # What comes later tells where it stood.
        (
            "In May 1741 war came. In July it spread. On 3 August 1742 it ended.",
            ["1741-05", "1741-07", "1742-08-03"],
        ),
        (
            "War came in May 1742. From October to March they starved. In June 1743 it ended.",
            ["1742-05", "1742-10", "1743-03", "1743-06"],
        ),
        # What began in February was not over in the August before.
        (
            "It began on 11 February 1741 and lasted until the end of August. The October "
            "offensive of 1740 had failed. On 6 March it rained.",
            ["1741-02-11", "1741-08", "1740-10", "1740", "1741-03-06"],
        ),
        # Nor do the seventies of a life in the sixties lie in the century before.
        ("In May 1763 he retired. He died in the seventies.", ["1763-05", "177"]),
        # A time told in passing does not lead away.
        (
            "In May 1741 he sold the mill that he had owned since 1711. In June he left.",
            ["1741-05", "1711", "1741-06"],
        ),
        (
            "On 2 May 1741 they met. The treaty of March 1699 was read. On 9 May they parted.",
            ["1741-05-02", "1699-03", "1741-05-09"],
        ),
        (
            "In May 1741 a treaty was signed, like the one of 1725. A ball followed in November.",
            ["1741-05", "1725", "1741-11"],
        ),
        # Nor does the end of what began there.
        (
            "On 30 June 1741 he put in. He was held until December. On 17 August a fleet sank.",
            ["1741-06-30", "1741-12", "1741-08-17"],
        ),
        # What points, points to the time just told, on the story's line or off it.
        (
            "In May 1741 he sold the mill built by 1711. In August of that year it had burned.",
            ["1741-05", "1711", "1711-08"],
        ),
        # Hours and days go on from a day, not from a month told in passing.
        (
            "On 9 May 1741, restored a month before, he fled. The news came five days later.",
            ["1741-05-09", "1741-04", "1741-05-14"],
        ),
        # The second end of a stretch goes on from the first.
        (
            "He lived there from July 1741 to the following April. In September he fled.",
            ["1741-07", "1742-04", "1742-09"],
        ),
        # Quarters for any winter tell of none.
        (
            "On 9 May 1741 he left his winter quarters. On 2 June he fled.",
            ["1741-05-09", "XXXX-WI", "1741-06-02"],
        ),
        # What goes on does so from the line, past what a "which …" looked back to.
        (
            "On 9 May 1741 he fled. The mill, which had burned in March 1711, fell two days later.",
            ["1741-05-09", "1711-03", "1741-05-11"],
        ),
        (
            "On 9 May 1741 he fled. The mill, which had burned in 1711 and was rebuilt two years "
            "later, fell the next day.",
            ["1741-05-09", "1711", "1713", "1741-05-10"],
        ),
        (
            "In August 1741 he fled. The mill, which had burned in 1711, shut that autumn.",
            ["1741-08", "1711", "1741-FA"],
        ),
        (
            "By 1745 the town had fallen silent. The following year it woke.",
            ["1745", "1746"],
        ),
        # So does the date at the head of a line, to its end.
        (
            "**1741** It rained in May; in July it burned.\n**1745** In April it woke.",
            ["1741", "1741-05", "1741-07", "1745", "1745-04"],
        ),
        # A heading says which years are told below it.
        (
            "1741: the flood\n\nIn May it rained.\n\n1745: the fire\n\nIn April it burned.",
            ["1741", "1741-05", "1745", "1745-04"],
        ),
        # A day of a month is some day of it.
        ("In May 1741 he came. The next day he left.", ["1741-05", "1741-05-XX"]),
        # Nothing is told of what lies after publication.
        ("In May 2009 he wrote it down. In December it had been lost.", ["2009-05", "2008-12"]),
    ],
)
def test_the_year_that_lets_the_story_go_on_best(text: str, told: list[str]) -> None:
    assert values(text) == told


def test_a_story_that_is_summed_up_begins_where_its_sum_does() -> None:
    text = "The war was fought from May to December 1741 over tolls. On 2 May a strait was closed. "
    found = resolve(text + "On 17 August a fleet was sunk.", LATER)
    assert [e.span and e.span.edtf() for e in found[1:]] == ["1741-05-02", "1741-08-17"]


def test_news_go_on_from_where_they_stood_before_a_which() -> None:
    text = (
        "Fighting resumed last week. It goes back to 1994. A truce was signed on 11 February 2000. "
        "In April 2004 a shell killed two.\n\nBy the end of October 2006 troops had seized Dashen. "
        "The president, who has ruled since his father's death in 2003, declared victory on 9 "
        "November. The peacekeepers began to withdraw in June 2008."
    )
    assert [e.timexes[0].value for e in resolve(text, LATER)][-2:] == ["2006-11-09", "2008-06"]


def test_what_is_still_to_be_done_is_of_no_year_that_a_story_told() -> None:
    assert values("In 1741 it moved. The board is to decide on it in November.")[-1] == "2009-11"
    assert values("In 1741 it moved. The board was to decide on it in November.")[-1] == "1741-11"


def test_a_month_counted_from_publication_brings_a_story_to_these_days() -> None:
    text = (
        "Her work began in the summer of 1963. It was the first since 1904. By his death in 1989 "
        "it was done. In 1997 the town gave her a degree.\n\n"
        "Last April she broke a hip. She returned in December."
    )
    found = resolve(text, Publication(seconds(2024, 2, 9)))
    assert [e.span.edtf() for e in found[-2:] if e.span] == ["2023-04", "2023-12"]


def test_what_is_to_be_has_no_spring_of_its_own() -> None:
    told = (
        "Her paper of 12 January 1951 was read in 1954 and again in 1955. She retired in September "
        "1963 and died on 2 May 1981. Since 1985 there is a prize. The next will be awarded in "
        "2011. A biography appeared last year, and letters, long lost, were found this spring."
    )
    found = resolve(told, Publication(seconds(2010, 9, 20)))
    assert found[-1].timexes[0].value == "2010-SP"


def test_a_month_is_not_of_the_year_in_which_a_thing_was_made() -> None:
    text = (
        "The mill, rebuilt in 1998, shut in 2004 and was sold in 2011. It burned in 2015.\n\n"
        "The ferry, built in 1937, was sold in February. Her sister, which was launched in 1951, "
        "burned in March. On Friday the council met."
    )
    found = resolve(text, Publication(seconds(2022, 3, 31)))
    assert [e.span.edtf() for e in found if e.span and "ar" in e.text] == ["2022-02", "2022-03"]


@pytest.mark.parametrize(
    "before",
    [
        "",
        "In May 2019 talks began. That autumn they ended. In August 2020 the firm was sold, and in "
        "May 2021 it was sold again. It moved in October 2021.\n\nOn 2 March 2022 it shut a mill. ",
    ],
)
def test_a_quarter_told_on_a_day_leaves_the_story_on_that_day(before: str) -> None:
    text = "On 11 April it said sales in the first quarter had fallen. It met the following Sunday."
    found = resolve(before + text, Publication(seconds(2022, 5, 6)))
    assert [e.timexes[0].value for e in found[-3:]] == ["2022-04-11", "2022-Q1", "2022-04-17"]


def test_news_that_tell_a_story_tell_plans_and_hours_of_their_own() -> None:
    text = (
        "Shares fell on Monday. The agency told the firm on Friday. It had been expected to rule "
        "in December. The firm would meet it in April, it said.\n\nThe firm, founded in 2006, had "
        "a study published in 2021. Another, stopped early in November 2022, failed. Others were "
        "approved in 2023 and 2024.\n\nIt had $610 million at the end of December. In the first "
        "quarter it shed staff. Its shares were trading at $19.40 in the afternoon."
    )
    found = {e.text: e.timexes[0].value for e in resolve(text, Publication(seconds(2025, 3, 3)))}
    assert (found["in December"], found["in April"]) == ("2024-12", "2025-04")
    assert found["at the end of December"] == "2024-12"
    assert found["in the afternoon"] == "2025-03-03TAF"


def test_a_reference_is_a_time_that_the_text_tells_where_there_is_one() -> None:
    found = resolve(OPENING + "In April 1741 it rained. In June it was dry.", LATER)[-1]
    assert found.against is not None
    assert (found.anchor, found.against.edtf()) == ("story", "1741-04")


def test_a_story_goes_on_over_the_end_of_a_window() -> None:
    """The course is chosen every so often; what comes after leans on it all the same."""
    text = "".join(f"On {day} May it rained. " for day in range(1, 29))
    told = values("In May 1741 it began. " + text * (WINDOW // 28 + 2))
    assert {value[:4] for value in told} == {"1741"}
    assert len(told) > WINDOW > BEAM


@pytest.mark.parametrize(
    ("text", "value", "anchor"),
    [
        ("She died in May 1799. An exhibition opens next month.", "2009-07", "published"),
        ("Her letters are printed this year.", "2009", "published"),
        ("She died in May 1799. Her son now lives in York.", "PRESENT_REF", "published"),
        ("She died in May 1799. Her son now lived in York.", "PRESENT_REF", "story"),
        ("In May 1741 she hoped that it would open next year.", "1742", "story"),
        ("It was shown last Friday in Rome.", "2009-05-29", "published"),
        ("Her book will be read, as she would have liked, next year.", "2010", "published"),
    ],
)
def test_the_present_tense_speaks_of_publication(text: str, value: str, anchor: str) -> None:
    found = resolve(OPENING + text, LATER)[-1]
    assert (found.timexes[0].value, found.anchor) == (value, anchor)


def test_in_the_news_words_that_point_do_so_from_far() -> None:
    filler = "Nobody knew who had said so, or why. " * 9
    found = resolve(f"They met in October 2006. {filler}That year it rained.", LATER)[-1]
    assert found.timexes[0].value == "2006"
    found = resolve(f"They met in October 2006. {filler}By May that year it rained.", LATER)[-1]
    assert found.timexes[0].value == "2006-05"


def test_what_had_been_before_leaves_a_story_on_its_day() -> None:
    text = (
        "Vaccines came in 1953, 1961, 1975 and 1991.\n\nShe was admitted on 14 May 2018. She had "
        "cut her hand on 24 April. Her last booster was in 1974. A scan was made on the same day."
    )
    found = resolve(text, Publication(seconds(2019, 9, 5)))
    assert found[-1].span is not None
    assert found[-1].span.edtf() == "2018-05-14"


MIDDLE = (
    "She was born in 1930, moved to Leeds in 1951 and to York in 1960. "
    + "It was a town of mills. " * 20
    + "\n\n"
    "They wed in May 1962. In June they left.\n\n"
    "In January 1963 she opened a shop.\n\nIn April she fell ill. She died on 2 May."
)
LATE, EARLY = ["2009-04", "2009-05-02"], ["1963-04", "1963-05-02"]


@pytest.mark.parametrize(
    ("opening", "end"),
    [
        ("Ann Lee, who has died, was a potter. ", LATE),
        ("Ann Lee died on 2 May. ", LATE),
        ("Ann Lee was a potter whose father had died in 1901. ", EARLY),
        ("Ann Lee was a potter. ", EARLY),
    ],
)
def test_an_obituary_comes_to_its_end_in_a_paragraph_of_its_own(
    opening: str, end: list[str]
) -> None:
    told = [timex.value for e in resolve(opening + MIDDLE, LATER) for timex in e.timexes]
    assert told[-5:-2] == ["1962-05", "1962-06", "1963-01"]
    assert told[-2:] == end
