"""find, parse and explain: what they promise, and what they say of bad input."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

import timeline as tl
from timeline.errors import ImpossibleDate, NoPublicationDate, NotATime, TimelineError
from timeline.resolution import Publication
from timeline.spans import Granularity, TimeSpan, seconds
from timeline.timelines.finding import publication

DAY = "2023-03-06"


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("since last September", "2022-09/.."),
        ("last September", "2022-09"),
        ("since August", "2022-08/.."),
        ("just over a year ago", "2022-02~"),
        ("in recent days", "2023-02-27~/2023-03-06~"),
        ("on Monday", "2023-03-06"),
        ("from 2011 to 2015", "2011/2015"),
        ("the third quarter of 1984", "1984-35"),
        ("the 19th century", "18XX"),
        ("44 BC", "-0043"),
        ("  last September. ", "2022-09"),
        ("February 28, 2023", "2023-02-28"),
        ("until Friday", "../2023-03-10"),
        ("before 2016", "[..2015]"),
    ],
)
def test_words_become_a_span(words: str, edtf: str) -> None:
    assert tl.parse(words, published=DAY).edtf() == edtf


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("24 février 2022", "2022-02-24"),
        ("2022年2月24日", "2022-02-24"),
        ("24. Februar 2022", "2022-02-24"),
        ("24 лютого 2022", "2022-02-24"),
        ("février 2022", "2022-02"),
        (" 24 de febrero de 2022 ", "2022-02-24"),
        ("24.02.22", "2022-02-24"),
    ],
)
def test_dates_written_out_in_other_languages(words: str, edtf: str) -> None:
    assert tl.parse(words, published=DAY).edtf() == edtf
    assert f"span     {edtf}" in tl.explain(words, published=DAY)


@pytest.mark.parametrize(
    "words", ["24 soupes 2022", "février", "Sonntag", "le chat 2022 noir", "mars 31"]
)
def test_other_words_of_other_languages_are_no_dates(words: str) -> None:
    with pytest.raises(NotATime):
        tl.parse(words, published=DAY)


@pytest.mark.parametrize(
    ("text", "day_first", "values"),
    [
        ("Paid on 03/04/2022.", None, ["2022-03-04"]),
        ("Paid on 03/04/2022.", True, ["2022-04-03"]),
        ("Paid on 03/04/2022.", False, ["2022-03-04"]),
        # The text tells the order by a date that has only one.
        ("Paid on 03/04/2022, sent on 24/02/2022.", None, ["2022-04-03", "2022-02-24"]),
        ("Paid on 03/04/2022, sent on 24/02/2022.", False, ["2022-03-04", "2022-02-24"]),
        ("Paid on 03/04/2022, sent on 02/24/2022.", None, ["2022-03-04", "2022-02-24"]),
        ("Paid on 03.04.2022, sent on 2022-02-24.", None, ["2022-04-03", "2022-02-24"]),
    ],
)
def test_the_order_of_dates_in_figures(
    text: str, day_first: bool | None, values: list[str]
) -> None:
    found = tl.find(text, DAY, day_first=day_first)
    assert [timex.value for e in found for timex in e.timexes] == values


def test_what_english_reads_in_part_is_not_another_language() -> None:
    assert "entry    month" in tl.explain("April 31", published=DAY)


def test_a_date_that_can_be_read_two_ways_says_so() -> None:
    (found,) = tl.find("Since 03/04/2022 it is shut.", DAY)
    assert found.why.endswith("itself, month first; day first it would be 2022-04-03")
    (found,) = tl.find("Since 03/04/2022 it is shut.", DAY, day_first=True)
    assert found.why.endswith("itself, day first; month first it would be 2022-03-04")
    (found,) = tl.find("Since 24/02/2022 it is shut.", DAY)
    assert "first" not in found.why


def test_a_span_keeps_its_granularity_and_its_bounds() -> None:
    span = tl.parse("last September", published=DAY)
    assert (span.start, span.end) == (seconds(2022, 9), seconds(2022, 10))
    assert (span.granularity, span.relation) == (Granularity.MONTH, "within")
    assert (span.start_latest, span.end_earliest) == (None, None)


@pytest.mark.parametrize(
    ("words", "error", "message"),
    [
        ("Kharkiv", NotATime, "'Kharkiv' is no time expression; write one such as"),
        ("", NotATime, "'' is no time expression"),
        (" \n", NotATime, "is no time expression"),
        ("he may", NotATime, "is no time expression"),
        ("he left last May", NotATime, "is no time expression"),
        ("last May and last June", NotATime, "is no time expression"),
        ("word " * 50, NotATime, "…' is no time expression"),
        ("for 82 days", NotATime, r"tells how long or how often \(P82D\), not when; use find"),
        ("every Friday", NotATime, "tells how long or how often"),
        ("February 30", ImpossibleDate, "'February 30': that month has no day 30"),
        ("February 30, 2022", ImpossibleDate, "that month has no day 30"),
        ("30 February 2022", ImpossibleDate, "that month has no day 30"),
        ("on February 30", ImpossibleDate, "that month has no day 30"),
        ("April 31", ImpossibleDate, "that month has no day 31"),
        ("29 February 2023", ImpossibleDate, "that month has no day 29"),
        ("2022-02-30", ImpossibleDate, "'2022-02-30': that month has no day 30"),
        ("2022-13-01", ImpossibleDate, "a year has no month 13"),
        ("30 people in February", NotATime, "is no time expression"),
    ],
)
def test_what_is_no_time_is_an_error_that_says_so(
    words: str, error: type[TimelineError], message: str
) -> None:
    with pytest.raises(error, match=message):
        tl.parse(words, published=DAY)
    assert issubclass(error, ValueError)


@pytest.mark.parametrize("published", [None, "yesterday", "", "2023-02-30", 20230306.5])
def test_without_a_publication_date_nothing_is_read(published: object) -> None:
    for read in (tl.parse, tl.find, tl.explain):
        with pytest.raises(TimelineError):
            read("last September", published=published)


def test_a_missing_publication_date_says_how_to_give_it() -> None:
    with pytest.raises(NoPublicationDate, match='published="2023-03-06"'):
        tl.find("last week")


@pytest.mark.parametrize(
    ("published", "at", "fine"),
    [
        ("2023-03-06", seconds(2023, 3, 6), False),
        ("6 March 2023", seconds(2023, 3, 6), False),
        (date(2023, 3, 6), seconds(2023, 3, 6), False),
        (datetime(2023, 3, 6, 14, 30), seconds(2023, 3, 6, 14, 30), True),
        ("2023-03-06T14:30", seconds(2023, 3, 6, 14, 30), True),
        (Publication(seconds(1914), True), seconds(1914), True),
    ],
)
def test_a_publication_date_in_any_usual_form(published: object, at: int, fine: bool) -> None:
    assert publication(published) == Publication(at, fine)


@pytest.mark.parametrize("read", [tl.parse, tl.find, tl.explain])
@pytest.mark.parametrize("words", [None, 5, b"last week"])
def test_what_is_no_text_is_told_by_its_type(read: Callable[..., object], words: object) -> None:
    with pytest.raises(TimelineError, match=f"not from {type(words).__name__}"):
        read(words, DAY)


@pytest.mark.parametrize("lean", ["Future", "story", "", "both"])
def test_a_lean_that_is_none_is_refused(lean: str) -> None:
    for read in (tl.parse, tl.find, tl.explain):
        with pytest.raises(TimelineError, match="lean is 'past' or 'future'"):
            read("on Monday", published=DAY, lean=lean)
    with pytest.raises(TimelineError, match="lean is 'past' or 'future'"):
        tl.annotate({"text": "on Monday", "dct": DAY}, lean=lean)


def test_lean_turns_bare_weekdays_and_months() -> None:
    for words, past, future in (
        ("Tuesday", "2023-02-28", "2023-03-07"),
        ("September", "2022-09", "2023-09"),
    ):
        assert tl.parse(words, DAY).edtf() == past
        assert tl.parse(words, DAY, lean="future").edtf() == future


def test_find_gives_slices_in_order() -> None:
    text = (
        "Troops left last May. İ They came back on Monday. "
        "They fought for 82 days. It ran from 2011 to 2015."
    )
    found = tl.find(text, published=DAY)
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    assert [one.text for one in found] == [
        "last May",
        "on Monday",
        "for 82 days",
        "from 2011 to 2015",
    ]
    assert found[2].span is None
    assert [timex.value for timex in found[2].timexes] == ["P82D"]
    assert [timex.text for timex in found[3].timexes] == ["2011", "2015"]
    assert isinstance(found[0].span, TimeSpan)


def test_find_finds_nothing_in_nothing() -> None:
    assert tl.find("", published=DAY) == []
    assert tl.find("Nobody knew.", published=DAY) == []


def test_find_reads_the_day_that_february_30_is_not() -> None:
    assert all(
        timex.value != "2023-02-30"
        for one in tl.find("He fell on February 30.", published=DAY)
        for timex in one.timexes
    )


def test_explain_shows_entry_meaning_anchor_and_span() -> None:
    told = tl.explain("since last September", published=DAY)
    assert told.splitlines() == [
        "since last September",
        "  entry    since",
        "  meaning  Since(Last(Month(9)))",
        "  anchor   published: 2023-03-06",
        "  span     2022-09/..  (from 2022-09-01, until at least 2023-03-06)",
        "  timex    'last September' DATE 2022-09",
        "  why      'since last September' read from publication on 2023-03-06 is 2022-09/..",
    ]


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("at 5pm EST on Tuesday", "UTC-05:00"),
        ("from 9am to 5pm UTC+5:30 on Monday", "UTC+05:30"),
        ("2022-02-24T10:00Z", "UTC+00:00"),
        ("at 5pm on Tuesday", None),
    ],
)
def test_explain_tells_the_zone_of_a_clock(words: str, zone: str | None) -> None:
    rows = [row.split(maxsplit=2) for row in tl.explain(words, published=DAY).splitlines()]
    assert [row[1].rstrip(";") for row in rows if row[0] == "zone"] == ([zone] if zone else [])


def test_explain_tells_each_expression_of_a_text() -> None:
    told = tl.explain("He fell about 1900, after 82 days, and until May 1911.", published=DAY)
    assert told.count("\n  why") == 3
    assert "1900 DATE 1900 APPROX" in told.replace("'", "")
    assert "approximately" in told
    assert "up to 1911-05-31" in told


@pytest.mark.parametrize("words", ["", "Kharkiv", "word " * 50])
def test_explain_refuses_what_is_no_time(words: str) -> None:
    with pytest.raises(NotATime, match="is no time expression"):
        tl.explain(words, published=DAY)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("March 2021", "2021-03"),
        ("from March 2021 to 2023", "2021-03/2023"),
        ("since 2021", "2021/.."),
        ("until May 2022", "../2022-05"),
        ("the 1990s", "199X"),
        ("Easter 2018", "2018-04-01"),
        ("24 février 2022", "2022-02-24"),
    ],
)
def test_words_that_need_no_date_need_none(words: str, edtf: str) -> None:
    span = tl.parse(words)
    assert span.edtf() == edtf
    assert "anchor   none" in tl.explain(words)
    # No bound is that of a day that only stands in for publication.
    bounds = (span.start, span.end, span.start_latest, span.end_earliest)
    assert all(bound is None or bound < seconds(2100) for bound in bounds)


@pytest.mark.parametrize(
    "words", ["last week", "Monday", "since last May", "'68", "the eighties", "5 p.m.", "now"]
)
@pytest.mark.parametrize("call", [tl.parse, tl.explain])
def test_words_that_need_a_date_ask_for_one(call: Callable[[str], object], words: str) -> None:
    with pytest.raises(NoPublicationDate, match=r'published="2023-03-06" .* --published'):
        call(words)


def test_a_length_needs_no_date_and_is_no_time() -> None:
    with pytest.raises(NotATime, match="how long"):
        tl.parse("two weeks")
    with pytest.raises(NotATime, match="no time expression"):
        tl.parse("two weak tea bags")
