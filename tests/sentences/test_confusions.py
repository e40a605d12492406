"""Forms that look alike are told by the whole sentence, and in time that grows with it."""

from __future__ import annotations

import re

import pytest

from tests.costs import is_linear
from timeline.sentences import analyze
from timeline.sentences.confusions import Told
from timeline.sentences.tagging import tag

#: In each sentence a verb marked with a star is a past tense, with a hash a participle, with a plus
#: a present tense; a noun is marked with a tilde.
SENTENCES = [
    "The family *moved to Dundee, where her mother kept a boarding house.",
    "A batch of valves *overheated in the summer of 2019.",
    "Talks #held in Oslo in March *led to nothing.",
    "The men #arrested in May *denied it.",
    "He was #caught in May and #hanged at Hull.",
    "He was #elected in May and *resigned in June.",
    "The ship, #built there in 1962, *sank off Malta.",
    "A quake *struck the town and *killed two.",
    "The mayor, Ida Brandt, +resigns.",
    "Valmare +votes for a mayor on Sunday.",
    "The mayor announced a list of water ~works.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_a_form_that_is_either_is_told_by_its_sentence(marked: str) -> None:
    wanted = {
        word[1:].strip(".,"): {"*": "VBD", "#": "VBN", "+": "VBZ", "~": "NNS"}[word[0]]
        for word in marked.split()
        if word[0] in "*#+~"
    }
    tokens = analyze(re.sub(r"[*#+~]", "", marked))[0].tokens
    assert {t.text: t.xpos for t in tokens if t.text in wanted} == wanted


def test_what_surrounds_a_verb_is_told() -> None:
    words = "The family moved to Dundee and her mother kept a house .".split()
    told = Told(words, *tag([words])).describe(2, 3.4)
    assert {"opener=^", "head=NN|False", "right=VBD", "right=VBD|C", "sure=3"} <= {*told}


def test_a_verb_behind_many_phrases_is_told_in_linear_time() -> None:
    def work(text: str) -> None:
        words = text.split()
        told = Told(words, ["NOUN"] * len(words), ["NN"] * len(words))
        told.describe(len(words) - 1, 0.0)

    assert is_linear(work, "men of the sea ", 200_000)
    assert is_linear(lambda text: tag([text.split()]), "men fired at noon ; ", 20_000)
