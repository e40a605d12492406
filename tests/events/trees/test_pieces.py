"""Sentences are taken apart without losing a word, and each part hangs where it belongs."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.events.cues import cues
from timeline.events.trees.pieces import joints, take_apart
from timeline.events.trees.planting import plant
from timeline.resolution import Publication, resolve
from timeline.sentences import Token, Tree, analyze

HANGS = [
    ("A curfew, declared on Wednesday, runs until Sunday.", "declared", "curfew", "acl"),
    ("The government, elected in May, froze public pay.", "elected", "government", "acl"),
    ("It was lost: in May a storm hit the roof.", "hit", "lost", "parataxis"),
    ("Built in 1908, the school had been due to close.", "Built", "due", "advcl"),
    ("An offer of $41 a share, made in July, was rejected.", "made", "offer", "acl"),
    ("An offer of $41 a share was rejected within hours.", "offer", "rejected", "nsubj"),
    ("Some 71% of the members backed the offer.", "%", "71", "flat"),
    (
        "The mill closed in May after a fire in March, two guards said on Sunday.",
        "closed",
        "said",
        "ccomp",
    ),
    ("Talks that began in May failed on Friday, she said.", "began", "Talks", "acl"),
    ("Leeds, through its two banks in York, has been buying land.", "banks", "Leeds", "nmod"),
    ("It earned 20 cents a share in the third quarter.", "share", "cents", "nmod"),
    ("The fault, traders said on Monday, was bad timing.", "timing", "said", "ccomp"),
    ("A mill in Dayton, Ohio, burned down in May.", "Ohio", "mill", "appos"),
    ("The ship -- built in 1962 for the islands -- sank in May.", "built", "ship", "acl"),
    ("The ship (it was the last of its kind) sank in May.", "last", "ship", "parataxis"),
]
WORDS = ["Poe", "ship", ",", ";", ":", "built", "sank", "who", "in", "the", "71", "%", "$", "a"]
WORDS += ["(", ")", "--", "say", "Ohio", "cents"]


def planted(text: str) -> tuple[list[str], Tree]:
    [sentence] = analyze(text)
    [tree] = plant([sentence], resolve(text, Publication(1_700_000_000)), cues("en"))
    return sentence.words, tree


@pytest.mark.parametrize(("text", "word", "above", "relation"), HANGS)
def test_parts_hang_where_they_belong(text: str, word: str, above: str, relation: str) -> None:
    words, tree = planted(text)
    at = words.index(word)
    assert words[tree.heads[at]] == above
    assert tree.relations[at].partition(":")[0] == relation


def test_a_question_inside_is_no_part_of_its_own() -> None:
    [sentence] = analyze("They failed twice: in May, over who should pay, and in June.")
    assert joints(sentence.tokens) == []


@example(["Poe", "say", ";", "--", "Poe", "--", "say", "Poe"])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
def test_every_word_lies_in_one_piece(words: list[str]) -> None:
    tags = {",": ",", ";": ":", ":": ":", "built": "VBN", "sank": "VBD", "who": "WP", "in": "IN"}
    tags |= {"say": "VBP", "Ohio": "NNP", "Poe": "NNP"}
    parts = dict.fromkeys((",", ";", ":", "(", ")", "--"), "PUNCT")
    parts |= dict.fromkeys(("built", "sank", "say"), "VERB") | dict.fromkeys(
        ("Ohio", "Poe"), "PROPN"
    )
    tokens = [
        Token(
            2 * k, 2 * k + 1, w, parts.get(w, "NUM" if w == "71" else "NOUN"), tags.get(w, "NN"), w
        )
        for k, w in enumerate(words)
    ]
    pieces = take_apart(tokens, [False] * len(tokens), {"say"}, {"ohio"})
    covered = sorted(k for piece in pieces for k in (*piece.places, *piece.marks))
    assert covered == list(range(len(tokens)))


@pytest.mark.parametrize("text", [text for text, *_ in HANGS])
def test_the_pieces_make_one_tree(text: str) -> None:
    words, tree = planted(text)
    for word in range(len(words)):
        at, steps = word, 0
        while at >= 0:
            at, steps = tree.heads[at], steps + 1
            assert steps <= len(words)
    assert sum(head < 0 for head in tree.heads) == 1
