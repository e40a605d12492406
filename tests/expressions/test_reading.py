"""Recognising: what is found is a slice of its text, wherever it stands."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.expressions.strategies import law, texts
from timeline.expressions import Reader, reader
from timeline.expressions.reading import SHORT
from timeline.languages import english
from timeline.resolution import Publication, resolve
from timeline.spans import TimeSpan, seconds

MARCH_6 = Publication(seconds(2023, 3, 6))
ROOM = "Nobody knew. " * (SHORT // 10)


@law
@given(texts)
def test_expressions_and_timexes_are_slices_of_their_text(text: str) -> None:
    done = 0
    for found in resolve(text, MARCH_6):
        assert text[found.start : found.end] == found.text != ""
        assert done <= found.start
        done = found.end
        inside = found.start
        for timex in found.timexes:
            assert text[timex.start : timex.end] == timex.text != ""
            assert inside <= timex.start < timex.end <= found.end
            inside = timex.end
            assert timex.type in ("DATE", "TIME", "DURATION", "SET")
            assert timex.value
        assert found.timexes
        assert found.entry
        assert found.why


@law
@given(texts)
def test_a_placed_expression_has_bounds_that_agree(text: str) -> None:
    for found in resolve(text, MARCH_6):
        span = found.span
        if span is None:
            continue
        assert (span.start, span.end) != (None, None)
        outer = (span.start, span.end)
        for earlier, later in (
            outer,
            (span.start, span.start_latest),
            (span.end_earliest, span.end),
            (span.start, span.end_earliest),
            (span.start_latest, span.end),
        ):
            assert earlier is None or later is None or earlier <= later
        assert span.start != span.end
        assert TimeSpan.from_edtf(span.edtf()).edtf() == span.edtf()


@law
@given(texts)
def test_where_the_words_stand_does_not_matter(text: str) -> None:
    tongue = reader(english())
    near = list(tongue.recognise(f"{ROOM}\n\n{text}\n\n{ROOM}"))
    far = list(tongue.recognise(f"{ROOM}{ROOM}\n\n{text}\n\n{ROOM}"))
    assert [(one.start, one.end) for one in near] == [
        (one.start - len(ROOM), one.end - len(ROOM)) for one in far
    ]
    assert [repr(one.meaning) for one in near] == [repr(one.meaning) for one in far]


@law
@given(texts)
def test_a_reader_that_has_read_before_reads_the_same(text: str) -> None:
    told = [list(reader(english()).recognise(text)) for _ in range(2)]
    assert told[0] == told[1]


def test_a_reader_keeps_no_more_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.expressions.reading.KEPT", 3)
    fresh = Reader(english())
    text = ROOM + ". ".join(f"It was in {year}" for year in range(1900, 1910))
    assert len(list(fresh.recognise(text))) == 10
    assert len(fresh._kept) <= 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Troops took back Izyum last September.", ["last September"]),
        ("From 2011 to 2015 and since August.", ["From 2011 to 2015", "since August"]),
        ("İstanbul fell last May; İ 1999.", ["last May", "1999"]),
        ("What is the plan for Dec/2018-May/2019?", ["Dec/2018-May/2019"]),
        ("It sank on Oct12 , 2019.", ["on Oct12 , 2019"]),
        ("Call 20-1234-56 about part AB-2016-11.", []),
        ("He got 15/20, and 11/12 of it by luck.", []),
        ("Could we meet 11/12 or 11/14?", ["11/12 or 11/14"]),
        ("The suspect, Austin, may march on.", []),
        ("", []),
        (" \n ", []),
    ],
)
def test_what_is_found(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in reader(english()).recognise(text)] == found


@pytest.mark.parametrize("text", ["tomorrow", "from May to July", "Monday!", "10:30"])
def test_a_text_of_nothing_but_time_words_is_read_as_a_whole(text: str) -> None:
    phrase = reader(english()).request(text)
    assert phrase is not None
    assert (phrase.start, phrase.end) == (0, len(text.rstrip("!")))


@pytest.mark.parametrize("text", ["", ".", "He left on Monday", "Monday he left"])
def test_a_text_with_other_words_is_no_request(text: str) -> None:
    assert reader(english()).request(text) is None
