"""Times told from an occasion that the text dates, in any sentence before."""

from __future__ import annotations

import pytest

from timeline.resolution import Publication, resolve
from timeline.spans import seconds

LATER = Publication(seconds(2023, 3, 6))
FILLER = "Nobody knew who had said so, or why. " * 200


def last(text: str) -> tuple[str, str | None]:
    """The span of the last time of a text, and the occasion it is counted from."""
    found = resolve(text, LATER)[-1]
    return "" if found.span is None else found.span.edtf(), found.occasion


@pytest.mark.parametrize(
    ("text", "told", "occasion"),
    [
        (
            "The deployment began on 10 June 2019. They had trained hard, and six months before "
            "the deployment they were in Kansas.",
            "2018-12-10",
            "deployment",
        ),
        # The date stands in a sentence that goes on about the occasion.
        (
            "The trial was held in Graz. It opened on 3 May 1911. Five months before the trial "
            "he had fled.",
            "1910-12-03",
            "trial",
        ),
        (
            "On 3 May 1911 the first trial opened. Two days after the second trial began, he fled.",
            "1911-05-05",
            "trial",
        ),
        # The time between.
        (
            "The rebels gave up on 3 May 1911. In the two weeks after the war they left. The siege "
            "ended on 9 June 1911. In the two weeks after the siege they came back.",
            "1911-06-09/1911-06-23",
            "siege",
        ),
        (
            "It fell on 3 May 1911. In the week before the fall he fled.",
            "1911-04-26/1911-05-03",
            "fall",
        ),
        # What is counted from a month or a year is known no nearer.
        (
            "The siege ended in 1911. Two days after the siege he fled.",
            "1911~",
            "siege",
        ),
        (
            "The siege ended in May 1911. In the two weeks after the siege he fled.",
            "1911-05-01~/1911-06-14~",
            "siege",
        ),
        # "A week after the siege" tells the date of no siege.
        (
            "The siege ended on 3 May 1911. A week after the siege he fled. Two weeks after the "
            "siege he came back.",
            "1911-05-17",
            "siege",
        ),
        # What a verb told, and what names it.
        (
            "They surrendered on 3 May 1911. A week after the surrender he fled.",
            "1911-05-10",
            "surrender",
        ),
        (
            "The mill closed on 3 May 1911. A week after the closure he fled.",
            "1911-05-10",
            "closure",
        ),
        (
            "He resigned on 3 May 1911. A week after his resignation he fled.",
            "1911-05-10",
            "resignation",
        ),
        (
            "The bank exploded on 3 May 1911. A week after the explosion he fled.",
            "1911-05-10",
            "explosion",
        ),
        (
            "The roof collapsed on 3 May 1911. Within three days of the collapse he had fled.",
            "1911-05-03/1911-05-06",
            "collapse",
        ),
        ("The roof collapsed on 3 May 1911. Three days of the collapse were lost.", "", None),
        ("They were stationed there on 3 May 1911. A week after the mutiny he fled.", "", None),
        # What is named first by the words themselves has no date yet.
        ("He was hired in June 2021, a fortnight after the merger.", "", None),
        ("The firm was sold. He was hired in June 2021, a week after the merger.", "", None),
        # The nearest of two dates, in a sentence longer than what is looked at around each.
        (
            "The quay of the old town that fell on 3 May 1911 was weak, as masons of the harbour "
            "and all who lived in the narrow street right behind it had often told the board in "
            "vain, so an evening paper of the town of 9 May 1911. Two days after the fall he fled.",
            "1911-05-05",
            "fall",
        ),
        # However far above.
        (
            f"The siege began on 3 May 1911. {FILLER}Two days after the siege he fled.",
            "1911-05-05",
            "siege",
        ),
        # The last date told of it.
        (
            "The vote of 3 May 1911 was void. The vote of 9 May 1911 stood. Two days before the "
            "vote he fled.",
            "1911-05-07",
            "vote",
        ),
        ("Sarn fell in 490 BC. A year after Sarn, he died.", "-0488", "Sarn"),
        # How a place is these days dates nothing that it gave its name to.
        ("Sarn is today a town. A year after Sarn, he died.", "", None),
        # What needs no article.
        (
            "She was admitted on 14 May 2018. Four days before admission she had a fall.",
            "2018-05-10",
            "admission",
        ),
        (
            "They launched it on 14 May 2018. Two days after launch, it sank.",
            "2018-05-16",
            "launch",
        ),
        # Not dated, not an occasion, or no length to count.
        ("On 3 May 1911 he fell. Two days after the siege he fled.", "", None),
        ("The siege began on 3 May 1911. Many days after the siege he fled.", "", None),
        ("The siege began on 3 May 1911. He stayed for two days, and the siege went on.", "", None),
        # The death of somebody else.
        ("His death came on 3 May 1911. Two days after the death of his wife he fled.", "", None),
        ("The royal wedding was on 3 May 1911. A day after the royal wedding of a duke.", "", None),
        ("Since 3 May 1911 there was a siege. Two days after the siege he fled.", "", None),
        # What befell it is another day's.
        ("The dam was begun on 3 May 1911. Two days before the dam broke he fled.", "", None),
        ("The dam was begun on 3 May 1911. Two days after the dam collapsed he fled.", "", None),
    ],
)
def test_an_occasion_can_be_counted_from(text: str, told: str, occasion: str | None) -> None:
    assert last(text) == (told, occasion)


def test_the_occasion_says_so() -> None:
    (_, found) = resolve("The siege began on 3 May 1911. Two days after the siege he fled.", LATER)
    assert found.why.startswith("'Two days' counted from the siege, which the text dates")
