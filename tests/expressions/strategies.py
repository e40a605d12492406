"""Texts for the laws: time words among junk that is hard on offsets."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from timeline.languages import english

# A slow machine is no broken law.
law = settings(deadline=None, max_examples=80)

# 'İ' and 'ẞ' change their length, or their letters, in lower case; others are no letters at all.
HARD = [
    "İ",
    "İstanbul",
    "ẞ",
    "ŉ",
    "ﬁ",
    "é",
    "e\u0301",
    "漢字",
    "\u200b",
    "🎉",
    "\u2028",
    "\x00",
    "²",
]
FIGURES = [
    *(
        "1999",
        "2022-02-24",
        "2022-02-30",
        "10/30/1989",
        "24.02.22",
        "10:30",
        "25:61",
        "'89",
        "’90s",
    ),
    *("1990s", "470s", "21st", "0th", "1,000", "3.5", "9" * 30, "1/2", "44 B.C.", "4 a.m.", "Q3"),
]
MARKS = ["-", "–", ",", ".", "’s", "'s", "(", ")", "/", "\n", "\n\n", "\t", ";", "“", "”", "…"]
NAMES = ["Monday", "May", "March", "September", "Easter", "Sun", "Fall", "Austin", "troops", "said"]

words = st.sampled_from(sorted(english().vocabulary | english().triggers))
pieces = st.one_of(
    words,
    words.map(str.title),
    words.map(str.upper),
    *map(st.sampled_from, (HARD, FIGURES, MARKS, NAMES)),
    st.text(max_size=4),
)
texts = st.lists(st.tuples(pieces, st.sampled_from([" ", " ", " ", ""])), max_size=12).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)
