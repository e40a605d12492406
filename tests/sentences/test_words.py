"""Words and marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.costs import is_linear
from timeline.sentences import tokenize

# Spaces stand between the tokens; where the text has none a bar does.
CASES = [
    "Troops left|.",
    "Kyiv|'s army did|n't move|,| it|'s said|.",
    "Kyiv|’s army do|n’t|;| we|’ll see",
    "an 82|-|day siege and a co-founder|'s e-mail",
    "the U.S. and Mr. Hale|,| Orla Inc.|,| p.m.",
    "It cost $|3.5 million|,| or 10|%|.",
    "at 10:30 on 9/11 in the 1990s|,| the 21st",
    "I can|not go|.",
    "see https://example.org/a-b?c=1 or ask a.b@example.org|.",
    "O'Hara of AT&T said |``|no|''",
    "He waited |...| and |--| left|!",
    "from 2011|–|2015 |(|or so|)",
    "“|Go|,|” he said|.",
    "US$|5 and C$|6",
    "£|1.2m at 6.30pm|,| €|4.5bn|; then 2|.|Then",
    "J. Hale and I|.",
]


@pytest.mark.parametrize("marked", CASES)
def test_words_are_cut_where_the_marks_stand(marked: str) -> None:
    text = marked.replace("|", "")
    wanted = marked.replace("|", " ").split()
    assert [text[a:b] for a, b in tokenize(text)] == wanted


@given(st.text(max_size=120))
def test_words_hold_all_but_white_space(text: str) -> None:
    spans = tokenize(text)
    assert "".join(text[a:b] for a, b in spans) == "".join(text.split())
    assert all(a < b for a, b in spans)


def test_offsets_count_from_the_start_of_the_text() -> None:
    assert tokenize("One two three", 4, 7) == [(4, 7)]


@pytest.mark.parametrize(
    "unit", ["a", ".", "-", "a.", "a'", "a-", "1.", "a@", "A.", "&A", "'", "n't"]
)
def test_a_long_line_costs_no_more_than_its_length(unit: str) -> None:
    assert is_linear(tokenize, unit, 20_000)
