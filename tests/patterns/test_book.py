"""Books: entries with their examples, and the grammar they compile to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from timeline.languages.en.lexicon import cut
from timeline.meanings import Meaning, Month, Unit, Weekday
from timeline.patterns import BadPattern, Edge, Example, Grammar, Parts, PatternBook, Token
from timeline.spans import Granularity

MONTHS = {"march": Month(3), "may": Month(5)}


def lexicon(token: Token) -> Sequence[tuple[str, Any]]:
    """Two months, one weekday, and figures."""
    if token.lower in MONTHS:
        return (("month", MONTHS[token.lower]),)
    if token.lower == "sunday":
        return (("weekday", Weekday(6)),)
    return (("number", int(token.text)),) if token.shape == "number" else ()


def longest(grammar: Grammar, text: str, kind: str = "phrase") -> Edge:
    """The longest constituent of a kind at the beginning of a text."""
    ends = grammar.read(cut(text))[0][kind]
    return ends[max(ends)]


@pytest.mark.parametrize(
    ("line", "example"),
    [
        (
            "2024-03-14 | He left [last May]. | 2023-05",
            Example("2024-03-14", "He left last May.", ((8, 16),), ("2023-05",), None),
        ),
        (
            "2024-03-14T10:30 | From [2011] to [2015]. | 2011; 2015 | 2011/2015",
            Example(
                "2024-03-14T10:30",
                "From 2011 to 2015.",
                ((5, 9), (13, 17)),
                ("2011", "2015"),
                "2011/2015",
            ),
        ),
        (
            "- | The talks may last until dawn. |",
            Example(None, "The talks may last until dawn.", (), (), None),
        ),
    ],
)
def test_an_example_tells_what_is_found(line: str, example: Example) -> None:
    assert Example.parse(line) == example


BAD_EXAMPLES = [
    ("He left [last May].", "needs a date and a sentence"),
    ("2024-03-14 | | 2023-05", "needs a date and a sentence"),
    ("2024-03-14 | a | | b | c", "needs a date and a sentence"),
    ("14 March 2024 | He left [last May]. | 2023-05", "begins with a date"),
    ("2024-03-14 | He left [last May]. |", "1 brackets but 0 values"),
    ("2024-03-14 | He left last May. | 2023-05", "0 brackets but 1 values"),
    ("2024-03-14 | He left [last May. | 2023-05", "brackets do not match"),
    ("2024-03-14 | He left last May]. |", "brackets do not match"),
    ("2024-03-14 | He left [last [May]]. | 2023-05", "brackets do not match"),
]


@pytest.mark.parametrize(("line", "complaint"), BAD_EXAMPLES)
def test_a_malformed_example_is_refused(line: str, complaint: str) -> None:
    with pytest.raises(BadPattern, match=complaint):
        Example.parse(line)


@pytest.mark.parametrize(("line", "complaint"), BAD_EXAMPLES)
def test_an_entry_with_a_malformed_example_is_refused(line: str, complaint: str) -> None:
    with pytest.raises(BadPattern, match=complaint):
        PatternBook("en").entry("time", "last {month}", f"\n{line}\n")


def test_an_entry_whose_slots_are_not_its_parameters_is_refused() -> None:
    book = PatternBook("en")
    with pytest.raises(BadPattern, match=r"entry last: slots \['month'\] but parameters \['unit'"):

        @book.entry("time", "last {month}")
        def last(unit: object) -> object:
            return unit

    with pytest.raises(BadPattern, match="entry one: slots"):

        @book.entry("time", "last {month}\nlast")
        def one(month: object) -> object:
            return month

    assert book.entries == []


def test_an_entry_is_known_by_the_name_of_its_function() -> None:
    book, other = PatternBook("en"), PatternBook("en")

    @book.entry("time", "next {month}", "2024-03-14 | It is [next May]. | 2024-05")
    def next_(month: Meaning) -> Meaning:
        return month

    other.include(book)
    (entry,) = other.entries
    assert (entry.name, entry.kind, entry.pattern) == ("next", "time", "next {month}")
    assert entry.build is next_
    assert [example.values for example in entry.examples] == [("2024-05",)]


@pytest.fixture
def grammar() -> Grammar:
    """A small book: months, and ways to put them together."""
    book = PatternBook("en")

    @book.entry("time", "{month}")
    def month(month: Meaning) -> Meaning:
        return month

    @book.entry("time", "{number} {month}")
    def day(number: int, month: Month) -> Meaning | None:
        return Month(12) if number <= 31 else None

    @book.entry("phrase", "{time}\nin {time}")
    def plain(time: Meaning) -> Meaning:
        return time

    @book.entry("phrase", "<{month:first}> (-|to) <{month:last}>")
    def months(last: Meaning, first: Meaning) -> Parts:
        return Parts(Unit(Granularity.YEAR), (first, last))

    @book.entry("time", "{month} sunday")
    def by_words(month: Meaning) -> Meaning:
        return Weekday(1)

    @book.entry("time", "{month} {weekday}")
    def by_slots(month: Meaning, weekday: Meaning) -> Meaning:
        return Weekday(2)

    return book.compile(lexicon)


def test_a_grammar_knows_the_words_of_its_patterns(grammar: Grammar) -> None:
    assert grammar.words == {"in", "-", "to", "sunday"}


def test_the_longest_constituent_can_be_had(grammar: Grammar) -> None:
    edge = longest(grammar, "in March to do")
    assert (edge.end, edge.value, edge.rule) == (2, Month(3), "plain")
    assert longest(grammar, "in March to May").end == 2  # "in" takes one time only
    assert longest(grammar, "March to May").end == 3


def test_what_an_entry_refuses_is_not_read(grammar: Grammar) -> None:
    assert longest(grammar, "30 March").value == Month(12)
    assert "phrase" not in grammar.read(cut("32 March"))[0]


def test_marks_of_plain_entries_leave_the_preposition_out(grammar: Grammar) -> None:
    (mark,) = longest(grammar, "in 30 March").marks
    assert (mark.first, mark.last, mark.meaning, mark.rule) == (1, 3, Month(12), "day")


def test_an_entry_with_marks_of_its_own_tells_each(grammar: Grammar) -> None:
    edge = longest(grammar, "March - May")
    assert edge.value == Unit(Granularity.YEAR)
    assert [(mark.first, mark.last, mark.meaning) for mark in edge.marks] == [
        (0, 1, Month(3)),
        (2, 3, Month(5)),
    ]


def test_of_two_readings_of_the_same_words_the_one_with_more_words_of_its_own_wins(
    grammar: Grammar,
) -> None:
    assert longest(grammar, "March Sunday").marks[0].rule == "by_words"


@pytest.mark.parametrize("text", ["", "nothing here", "March"])
def test_a_chart_has_a_place_for_each_token(grammar: Grammar, text: str) -> None:
    assert len(grammar.read(cut(text))) == len(cut(text))


def test_of_two_phrases_the_one_that_takes_more_words_as_the_time_wins() -> None:
    book = PatternBook("en")

    @book.entry("time", "{month}")
    def short(month: Meaning) -> Meaning:
        return month

    @book.entry("time", "{month} sunday")
    def wide(month: Meaning) -> Meaning:
        return Weekday(6)

    @book.entry("phrase", "{time}")
    def plain(time: Meaning) -> Meaning:
        return time

    @book.entry("phrase", "{time} {weekday}")
    def other(time: Meaning, weekday: Meaning) -> Meaning:
        return time

    edge = longest(book.compile(lexicon), "March Sunday")
    assert (edge.end, edge.marks[0].rule) == (2, "wide")
