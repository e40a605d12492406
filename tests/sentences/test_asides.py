"""What stands between a subject and its verb, found by words and tags alone."""

from __future__ import annotations

import pytest

from timeline.sentences import Sentence, analyze, find_asides, find_descriptions

ASIDES = [
    ("The ship, built in 1962, sank in May.", [", built in 1962 ,"]),
    ("The mayor, who resigned on Sunday, ran the port.", [", who resigned on Sunday ,"]),
    ("Ana Poe, a nurse who ran the ward, left in June.", [", a nurse who ran the ward ,"]),
    ("The firm, facing debts, sold the mill.", [", facing debts ,"]),
    ("The second, launched in May, sold well.", [", launched in May ,"]),
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


def parts(sentence: Sentence, ranges: list[range]) -> list[str]:
    return [" ".join(sentence.words[k] for k in places) for places in ranges]


@pytest.mark.parametrize(("text", "wanted"), ASIDES)
def test_asides_wait_behind_a_subject(text: str, wanted: list[str]) -> None:
    [sentence] = analyze(text)
    tokens = sentence.tokens
    found = find_asides(sentence.words, [t.tag for t in tokens], [t.xpos for t in tokens])
    assert parts(sentence, found) == wanted


@pytest.mark.parametrize(("text", "wanted"), DESCRIPTIONS)
def test_descriptions_end_before_the_main_verb(text: str, wanted: list[str]) -> None:
    [sentence] = analyze(text)
    tokens = sentence.tokens
    found = find_descriptions(sentence.words, [t.tag for t in tokens], [t.xpos for t in tokens])
    assert parts(sentence, found) == wanted


@pytest.mark.parametrize("word", ["froze", "tore", "swore", "wove"])
def test_what_can_only_be_a_past_tense_is_one(word: str) -> None:
    tokens = analyze(f"The firm {word} it, and a guard {word} off his coat.")[0].tokens
    assert {t.xpos for t in tokens if t.text == word} <= {"VBD", "VBN"}


def test_no_preposition_takes_an_adjective_alone() -> None:
    tokens = analyze("The bridge is due to close for repairs, thanks to close ties.")[0].tokens
    assert [t.xpos for t in tokens if t.text == "close"] == ["VB", "JJ"]
