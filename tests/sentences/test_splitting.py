"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.costs import is_linear
from timeline.sentences import split
from timeline.sentences.splitting import LONGEST

# A bar stands where one sentence must end and the next begin, and nowhere else.
CASES = [
    "He left.| She stayed.",
    "Mr. Hale met Dr. Okoye and Gen. Ruiz in Ft. Worth.| They talked.",
    "The firm, Orla Corp. of Delaware, rose.| Shares fell.",
    "It merged with Orla Inc.| The deal closed in Sept. 2019.| He was glad.",
    "She moved to the U.S. Senate in Jan. 1999.| He did not.",
    "They live in the U.S.| They like it.",
    "J. R. R. Hale wrote it.| He was 40.",
    "The meeting began at 5 p.m. Monday.| It ended at 6 p.m.| Nobody came.",
    'He said: "It is over."| She left.',
    '"Is it over?" he asked.| "No," she said.',
    "“It is over.”| She left.",
    "``It is over.''| She left.",
    "It cost $3.5 million.| 40 people came.",
    "Wait ... there is more.| Now go!",
    "He plays No. 5 in the team.| He scored.",
    "1. First thing.| 2. Second thing.",
    "LONDON (AP) — The bank fell.| Nobody knew.",
    "The Storm Passes\n|\n|HALIFAX, March 3 — The storm passed.",
    "A headline without a mark\n|Tuesday, July 11, 2023\n|On Wednesday he left.",
    "Yahoo! said it had bought the firm.| Fine.",
    "- one item\n|- another item\n|- a third",
    "It rained (he thought.)| Then it stopped.",
    "They came from St. Petersburg, e.g. by train.| Then left.",
    "He was born in 1931.| In 1950 he left.",
    "He was born in 1931.[4]| In 1950 he left. [5] [6]| He died.",
]


@pytest.mark.parametrize("marked", CASES)
def test_sentences_end_where_the_bars_stand(marked: str) -> None:
    text = marked.replace("|", "")
    wanted = [part.strip() for part in marked.split("|") if part.strip()]
    assert [text[a:b] for a, b in split(text)] == wanted


def test_a_heading_in_a_folded_text_ends_with_its_line() -> None:
    text = (
        "Harbour wall\nThe surveyor came to the harbour on Monday and found that the\n"
        "crack had widened by eight millimetres over the winter, which\nnobody had seen so far.\n"
        "Needs:\n- Two clinics have been out of order since the river rose over\n"
        "the road to the north.\n- A third is full"
    )
    assert [text[start:end].split()[0] for start, end in split(text)] == [
        *("Harbour", "The", "Needs:", "-", "-"),
    ]


def test_folded_lines_are_joined() -> None:
    text = (
        "The troops that had been sent to the border in the spring of that\n"
        "year were called back after the talks had failed, and nobody said\n"
        "why they had been sent. The minister, who had resigned a week before\n"
        "the talks began, would not speak to reporters on Monday.\n"
        "\n"
        "A new paragraph."
    )
    assert [text[a : a + 7] for a, _ in split(text)] == ["The tro", "The min", "A new p"]


@pytest.mark.parametrize("piece", ["he left, she came, ", "after he left ", "a", "one\n", "a;"])
def test_what_never_ends_is_cut_where_a_reader_would_pause(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    parts = [text[a:b] for a, b in split(text)]
    assert max(map(len, parts)) <= LONGEST
    assert "".join("".join(parts).split()) == "".join(text.split())
    if "," in piece:
        assert all(part.endswith(("came,", "left,")) for part in parts)


@given(st.text(alphabet="aB.!? \n\"'”)1,", max_size=200))
def test_ranges_hold_all_but_white_space(text: str) -> None:
    ranges = split(text)
    ends = [0, *(x for pair in ranges for x in pair), len(text)]
    assert ends == sorted(ends)
    assert all(text[a:b].strip() == text[a:b] != "" for a, b in ranges)
    gaps = [text[b:a] for b, a in zip(ends[0::2], ends[1::2], strict=True)]
    assert not "".join(gaps).strip()


@pytest.mark.parametrize(
    "unit", ["a", ".", "!", "\n", " ", '"', ".\n", 'a. "', "A.", "''", "1.", ". ", "a\n"]
)
def test_a_long_line_costs_no_more_than_its_length(unit: str) -> None:
    assert is_linear(split, unit, 50_000)
