"""Sentences of our own that the parser misreads and no mend reaches.

Each had a mend to itself once, which never fired on some 440 texts of others, or spoilt as many
rows there as it made better.
"""

from __future__ import annotations

import pytest

from tests.events.reader import event_of

# What the parser makes of it, the sentence, the word of an event, what a reader would say of it.
MISREAD = [
    (
        "“each” is the subject",
        "Two of them, Ida Ruiz and Ben Cole, were each given a year.",
        "given",
        "Two of them were each given a year",
    ),
    (
        "“after” opens a phrase, and “and” a clause",
        "Rubbish stayed after talks between the council and the Bin Workers' Union broke down.",
        "broke",
        "Talks between the council and the Bin Workers' Union broke down",
    ),
    (
        "“hampering” describes the rescuers",
        "Eight days after a quake of magnitude 7.8 struck southern Turkey and killed more than "
        "40,000 people, snow and rain are hampering rescuers.",
        "hampering",
        "Snow and rain are hampering rescuers",
    ),
    (
        "“into” opens a time",
        "Her car had been broken into overnight.",
        "broken",
        "Her car had been broken into",
    ),
    (
        "what rebels took is a province",
        "It is like Karst — the port in the same province that rebels took after a siege.",
        "took",
        "Rebels took Karst after a siege",
    ),
    (
        "“has left” goes on with what the dockers did",
        "Dockers voted to accept a deal, ending a walkout that began in May and has left 40 ships "
        "waiting.",
        "left",
        "A walkout has left 40 ships waiting",
    ),
    (
        "“for six years” is part of what is set in",
        "A judge jailed Ed Poe, who ran the port, for six years.",
        "jailed",
        "A judge jailed Ed Poe for six years",
    ),
    (
        "“Babet” is a subject beside “the first”",
        "The first, Babet, flooded 90 homes in Leeds on Friday.",
        "flooded",
        "Babet flooded 90 homes in Leeds",
    ),
    (
        "“in” hangs on the time behind it",
        "The offer, advertised in today's editions of the Journal, is due to expire.",
        "advertised",
        "The offer was advertised in the editions of the Journal",
    ),
    (
        "“from Thursday” is when he declared it",
        "The king declared three days of mourning from Thursday.",
        "declared",
        "The king declared three days of mourning from Thursday",
    ),
    (
        "“which” is the surgeon",
        "It is drawn from the log of the surgeon, Dr Poe, which was found in a trunk in 2017.",
        "found",
        "The log of the surgeon, Dr Poe, was found in a trunk",
    ),
    (
        "“failed” describes the firm, and “freed” is the main verb",
        "The firm failed by the time Poe was freed in May 2012.",
        "failed",
        "The firm failed",
    ),
    (
        "“profit” is set beside “drop”",
        "It reported a drop in third-quarter profit in May.",
        "reported",
        "It reported a drop in third-quarter profit",
    ),
    (
        "“snow” is part of how many were killed",
        "Eight days after a quake of magnitude 7.8 struck southern Turkey and killed more than "
        "40,000 people, snow and rain are hampering rescuers.",
        "killed",
        "A quake of magnitude 7.8 killed more than 40,000 people",
    ),
    (
        "“a share” stands beside nothing",
        "Income rose to 235 million crowns, or 6.70 crowns a share, from 144 million crowns, or "
        "4.10 crowns a share, a year ago.",
        "rose",
        "Income rose to 235 million crowns, or 6.70 crowns a share, from 144 million crowns, or "
        "4.10 crowns a share",
    ),
]


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        pytest.param(*told, marks=pytest.mark.xfail(reason=reason, strict=True))
        for reason, *told in MISREAD
    ],
)
def test_words_of_an_event(text: str, trigger: str, words: str) -> None:
    assert event_of(text, trigger).text == words
