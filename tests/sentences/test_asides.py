"""What stands between a subject and its verb, found by words and tags alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from timeline.sentences import analyze, find_asides, find_descriptions

Finder = Callable[[Sequence[str], Sequence[str], Sequence[str]], list[range]]

ASIDES = [
    ("The ship, built in 1962, sank in May.", [", built in 1962 ,"]),
    ("The mayor, who resigned on Sunday, ran the port.", [", who resigned on Sunday ,"]),
    ("Ana Poe, a nurse who ran the ward, left in June.", [", a nurse who ran the ward ,"]),
    ("The firm, facing debts, sold the mill.", [", facing debts ,"]),
    ("The second, launched in May, sold well.", [", launched in May ,"]),
    ("Ray, a pilot, promised to go if it failed before his term ends.", [", a pilot ,"]),
    ("The firm, a mill, threatened in May to move, but stayed.", [", a mill ,"]),
    (
        "The firm, a mill, founded in May when it rained, closed.",
        [", a mill , founded in May when it rained ,"],
    ),
    # Lists, openers and what was said have no such aside.
    ("The firm cut jobs, closed a mill, and left.", []),
    ("In May, a week after the fire, the mill closed.", []),
    ("Leeds, Hull, and York agreed.", []),
    ("The plan, said Poe, was dropped.", []),
]
DESCRIPTIONS = [
    ("Talks that began in May failed on Friday.", ["that began in May"]),
    ("A factory built in 1962 burned down.", ["built in 1962"]),
    ("Machines using the chip are sold here.", ["using the chip"]),
    ("He met people who left in May.", []),
    ("The board rejected it.", []),
]


@pytest.mark.parametrize(
    ("find", "text", "wanted"),
    [(find_asides, *case) for case in ASIDES]
    + [(find_descriptions, *case) for case in DESCRIPTIONS],
)
def test_what_stands_between_a_subject_and_its_verb(
    find: Finder, text: str, wanted: list[str]
) -> None:
    [sentence] = analyze(text)
    words, tokens = sentence.words, sentence.tokens
    found = find(words, [t.tag for t in tokens], [t.xpos for t in tokens])
    assert [" ".join(words[k] for k in places) for places in found] == wanted


@pytest.mark.parametrize("word", ["froze", "tore", "swore", "wove"])
def test_what_can_only_be_a_past_tense_is_one(word: str) -> None:
    tokens = analyze(f"The firm {word} it, and a guard {word} off his coat.")[0].tokens
    assert {t.xpos for t in tokens if t.text == word} <= {"VBD", "VBN"}


@pytest.mark.xfail(strict=True, reason="“to close” is read alike in both")
def test_no_preposition_takes_an_adjective_alone() -> None:
    tokens = analyze("The bridge is due to close for repairs, prior to close talks.")[0].tokens
    assert [t.xpos for t in tokens if t.text == "close"] == ["VB", "JJ"]
