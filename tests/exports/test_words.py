"""Times in words: what people read, and that it reads back."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.errors import BadTable, TimelineError
from timeline.exports.cells import labels, prepare
from timeline.exports.words import read, texts, words
from timeline.spans import Granularity, TimeSpan, seconds

SAID = [
    ("2022", "2022"),
    ("2022-09", "September 2022"),
    ("2022-09-04", "4 September 2022"),
    ("2022-09-04T18:30", "4 September 2022, 18:30"),
    ("199X", "the 1990s"),
    ("18XX", "19th century"),
    ("20XX", "21st century"),
    ("10XX", "11th century"),
    ("2022-21", "spring 2022"),
    ("2022-33", "first quarter of 2022"),
    ("2022-24", "winter 2022–23"),
    ("0079", "79 CE"),
    ("0079-24", "winter 79–80 CE"),
    ("2022-41", "second half of 2022"),
    ("-0043", "44 BCE"),
    ("-0043-03-15", "15 March 44 BCE"),
    ("0000", "1 BCE"),
    ("2022-08/..", "since August 2022"),
    ("../2015", "until 2015"),
    ("[..2014]", "before 2015"),
    ("[2014..]", "after 2013"),
    ("2011/2015", "2011 to 2015"),
    ("2022-02~", "about February 2022"),
    ("2022-08~/..", "since about August 2022"),
]


@pytest.mark.parametrize(("edtf", "said"), SAID)
def test_a_time_is_told_as_people_tell_it(edtf: str, said: str) -> None:
    table = prepare(pd.DataFrame({"when": [edtf], "event": ["x"]}))
    assert words(table) == [said]
    back = read(said)
    assert (back.start, back.end) == (TimeSpan.from_edtf(edtf).start, TimeSpan.from_edtf(edtf).end)


GRAINS = [g for g in Granularity if g not in (Granularity.PART_OF_DAY, Granularity.HOUR)]
UNITS = st.builds(TimeSpan.unit, st.sampled_from(GRAINS), st.integers(-(10**11), 10**11))


def shapes(span: TimeSpan) -> st.SearchStrategy[TimeSpan]:
    return st.sampled_from([span, span.since(None), span.until(), span.before(), span.after()])


@example(TimeSpan.unit(Granularity.DECADE, seconds(-10)).since(None), False)
@settings(deadline=None)
@given(UNITS.flatmap(shapes), st.booleans())
def test_words_read_back_to_the_same_bounds(span: TimeSpan, approximate: bool) -> None:
    told = span.about() if approximate else span
    row = {"when": None, "event": "x", "relation": told.relation, "approximate": approximate}
    row |= {"start": told.start, "end": told.end}
    frame = pd.DataFrame([row]).astype({"start": "datetime64[s]", "end": "datetime64[s]"})
    frame["granularity"] = told.granularity.value if told.granularity else None
    back = read(words(prepare(frame))[0])
    assert (back.start, back.end, back.approximate) == (told.start, told.end, approximate)


def test_a_quarter_in_short_reads_back_too() -> None:
    assert read("Q3 2022").edtf() == "2022-35"


@pytest.mark.parametrize(
    "text", ["", "someday", "sixth half of 2022", "5 Brumaire 2022", "since", "to", "about about"]
)
def test_other_words_are_refused(text: str) -> None:
    with pytest.raises(TimelineError):
        read(text)


def test_nothing_is_said_of_an_unknown_time_and_a_bare_start_is_no_open_end() -> None:
    mine = pd.DataFrame({"start": [None, "2022-02-24", "2022-02-24T05:00"], "event": "x"})
    table = prepare(mine)
    assert words(table) == ["", "24 February 2022", "24 February 2022, 05:00"]
    assert labels(table) == ["", "2022-02-24", "2022-02-24T05:00"]
    with pytest.raises(BadTable, match="'roman'"):
        texts(table, "when", "roman")
