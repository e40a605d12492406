"""Hyphenated words and names hang together."""

from __future__ import annotations

import pytest

from timeline.events.cues import cues
from timeline.events.trees.wholes import Whole, find_wholes, hang_wholes
from timeline.sentences import Token, Tree, analyze

#: A sentence, and its wholes with the word that stands for each after a colon.
CASES = [
    ("It raised its 37-a-share offer in May.", ["37 - a - share: share"]),
    ("It gave him a long hoped-for prize.", ["hoped - for: hoped"]),
    ("They flew an AK-47 home.", ["AK - 47: AK"]),
    ("Leeds won 2-1 at home.", []),
    ("A magnitude 7.6 quake hit it.", ["magnitude 7.6 quake: quake"]),
    ("In the fire 12 men died.", []),
    ("It paid $37.5 million for them.", ["$ 37.5 million: $"]),
    ("It took a $37 million loan.", []),
    ("The Los Angeles-based firm grew.", ["Los Angeles - based: based"]),
    (
        "It told President Ana Poe and John Hale.",
        ["President Ana Poe: Ana", "John Hale: John"],
    ),
    ("U.N. spokesman Ivan Lem resigned.", ["U.N. spokesman Ivan Lem: Ivan"]),
    ("The officer Poe met had left.", []),
    ("U.S. Secretary of State Ana Poe left.", ["U.S. Secretary of State Ana Poe: Ana"]),
    ("In Leeds Mrs. Poe met Mr. Hale.", ["Mrs. Poe: Mrs.", "Mr. Hale: Mr."]),
    ("The Coast and Harbour Guard searched the bay.", []),
    (
        "Ivan the Terrible met William the Conqueror.",
        ["Ivan the Terrible: Ivan", "William the Conqueror: William"],
    ),
    ("He gave Rome the Great Prize.", ["Great Prize: Great"]),
    ("Smith told Poe the President had left.", []),
    ("The Northern Steel Corporation closed.", ["Northern Steel Corporation: Corporation"]),
]


def wholes(text: str) -> tuple[tuple[Token, ...], list[Whole]]:
    [sentence] = analyze(text)
    return sentence.tokens, find_wholes(sentence.tokens, [False] * len(text), cues("en"))


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_is_one_word(text: str, expected: list[str]) -> None:
    tokens, found = wholes(text)
    told = [
        " ".join(tokens[k].text for k in whole.places) + f": {tokens[whole.head].text}"
        for whole in found
    ]
    assert told == expected


def test_a_title_hangs_on_the_name_and_what_stands_before_it_on_the_title() -> None:
    tokens, [whole] = wholes("It told Essex chairman Ana Poe so.")
    hung = [
        (tokens[k].text, tokens[head].text, relation)
        for k, head, relation in zip(whole.places, whole.heads, whole.relations, strict=True)
        if k != whole.head
    ]
    assert hung == [
        ("Essex", "chairman", "compound"),
        ("chairman", "Ana", "compound"),
        ("Poe", "Ana", "flat"),
    ]


def test_words_of_times_are_left_alone() -> None:
    [sentence] = analyze("May Day Parade began.")
    timed = [True, True, False, False, False]
    assert find_wholes(sentence.tokens, timed, cues("en")) == []


def test_a_name_is_hung_together_below_the_topmost_of_its_words() -> None:
    tokens, names = wholes("It told Ana Poe Essex had won.")
    # The parser took "Poe Essex" for the one who had won.
    tree = Tree(
        (1, -1, 1, 6, 3, 6, 1, 1),
        ("nsubj", "root", "obj", "nsubj", "flat", "aux", "ccomp", "punct"),
    )
    settled = hang_wholes(tree, names)
    assert [tokens[k].text for k in names[0].places] == ["Ana", "Poe", "Essex"]
    assert (settled.heads, settled.relations[2:5]) == (
        (1, -1, 1, 2, 2, 6, 1, 1),
        ("obj", "flat", "flat"),
    )
