"""From a text to sentences, by our own reader and by a spaCy pipeline."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.costs import is_linear
from timeline.errors import TimelineError
from timeline.sentences import (
    Analyzer,
    SpacyAnalyzer,
    analyze,
    find_chunks,
    find_mentions,
    find_verbs,
)
from timeline.sentences.words import NOTE

TEXT = "The troops left Izyum. They have not returned."


def test_tokens_are_slices_of_the_text() -> None:
    text = "  Mr. Hale didn't say “no”.\n\nHe left — at 5 p.m. — for Łódź.\n"
    sentences = analyze(text)
    assert len(sentences) == 2
    for sentence in sentences:
        assert sentence.tokens[0].start == sentence.start
        assert sentence.tokens[-1].end == sentence.end
        assert all(text[t.start : t.end] == t.text for t in sentence.tokens)


@settings(max_examples=60, deadline=None)
@example("[0]0")
@example("He left.[1] [note 2]")
@given(st.text(max_size=150))
def test_any_text_can_be_read(text: str) -> None:
    sentences = analyze(text)
    tokens = [token for sentence in sentences for token in sentence.tokens]
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(one.end <= two.start for one, two in pairwise(tokens))
    read = {k for token in tokens for k in range(token.start, token.end)}
    notes = {k for note in NOTE.finditer(text) for k in range(*note.span())}
    assert all(text[k].isspace() for k in set(range(len(text))) - read - notes)
    assert len(find_mentions(sentences)) == len(sentences)


def test_an_empty_text_has_no_sentences() -> None:
    assert analyze("") == [] == analyze(" \n ")


def test_reading_twice_gives_the_same() -> None:
    assert analyze(TEXT) == analyze(TEXT)


@pytest.mark.parametrize("unit", ["word ", "word", "No. ", "“a” ", "red ", "red-hot ", "US "])
def test_a_long_line_costs_no_more_than_its_length(unit: str) -> None:
    def read(text: str) -> None:
        for sentence in analyze(text):
            find_verbs(sentence)
            find_chunks(sentence)

    assert is_linear(read, unit, 20_000)


def spacy_pipeline(*, tagged: bool = True, parted: bool = True) -> Analyzer:
    """A pipeline built here: a blank one with sentence ends and a table of tags."""
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    if parted:
        nlp.add_pipe("sentencizer")
    if tagged:
        tags = {"troops": "NNS", "left": "VBD", "have": "VBP", "not": "RB", "returned": "VBN"}
        ruler = nlp.add_pipe("attribute_ruler")
        ruler.add([[{"IS_ALPHA": True}]], {"TAG": "NN", "POS": "NOUN"})
        for word, xpos in tags.items():
            pos = "AUX" if word == "have" else "VERB" if xpos[0] == "V" else "PART"
            pos = "NOUN" if xpos[0] == "N" else pos
            ruler.add([[{"LOWER": word}]], {"TAG": xpos, "POS": pos})
        ruler.add([[{"IS_PUNCT": True}]], {"TAG": ".", "POS": "PUNCT"})
    return SpacyAnalyzer(nlp)


def test_a_spacy_pipeline_takes_the_place_of_ours() -> None:
    first, second = spacy_pipeline()(TEXT)
    assert [token.xpos for token in first.tokens] == ["NN", "NNS", "VBD", "NN", "."]
    assert all(TEXT[t.start : t.end] == t.text for s in (first, second) for t in s.tokens)
    assert first.tokens[2].lemma == "leave"
    [group] = find_verbs(second)
    assert (group.tense, group.aspect, group.negated) == ("present", "perfect", True)
    assert [len(found) for found in find_mentions([first, second])] == [1, 1]


def test_a_pipeline_without_sentences_is_refused() -> None:
    with pytest.raises(TimelineError, match="sentencizer"):
        spacy_pipeline(parted=False)(TEXT)


def test_a_pipeline_without_tags_is_refused() -> None:
    with pytest.raises(TimelineError, match="parts of speech"):
        spacy_pipeline(tagged=False)(TEXT)
