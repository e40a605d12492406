"""Verb groups: tense, aspect, voice, mood and negation."""

from __future__ import annotations

import pytest

from timeline.sentences import VerbGroup, analyze, find_verbs


def groups(text: str) -> dict[str, VerbGroup]:
    """The verb groups of a text's first sentence by their heads' words."""
    sentence = analyze(text)[0]
    return {sentence.tokens[group.head].text: group for group in find_verbs(sentence)}


CASES = [
    ("The army captured the city.", "captured", "past none active finite"),
    ("The army captures the city.", "captures", "present none active finite"),
    ("The army is capturing the city.", "capturing", "present progressive active finite"),
    ("The army has captured the city.", "captured", "present perfect active finite"),
    ("The army had captured the city.", "captured", "past perfect active finite"),
    ("The army had been attacking it.", "attacking", "past perfect progressive active finite"),
    ("The city was captured in May.", "captured", "past none passive finite"),
    ("The city has been captured.", "captured", "present perfect passive finite"),
    ("The city is being shelled.", "shelled", "present progressive passive finite"),
    ("The army will capture the city.", "capture", "future none active finite"),
    ("The city will be captured.", "captured", "future none passive finite"),
    ("The army wants to capture the city.", "capture", "none none active infinitive"),
    ("The minister left, saying nothing.", "saying", "none none active participle"),
    ("The mayor is in the city.", "is", "present none active finite"),
    ("The city was seized and looted.", "looted", "past none passive finite"),
    ("Did they capture the city?", "capture", "past none active finite"),
    ("Only in 1974 did they capture the city.", "capture", "past none active finite"),
    ("Only on Monday were the crew told of it.", "told", "past none passive finite"),
]


@pytest.mark.parametrize(("text", "head", "wanted"), CASES)
def test_tense_aspect_voice_and_form(text: str, head: str, wanted: str) -> None:
    group = groups(text)[head]
    assert f"{group.tense} {group.aspect} {group.voice} {group.form}" == wanted


@pytest.mark.parametrize(
    ("text", "head", "negated"),
    [
        ("The army did not capture it.", "capture", True),
        ("The army didn't capture it.", "capture", True),
        ("The army has never captured it.", "captured", True),
        ("He asked them not to leave.", "leave", True),
        ("Never before 1996 did the party lose the seat.", "lose", True),
        ("Not until 1996 did the party lose the seat.", "lose", False),
        ("The army captured it.", "captured", False),
        ("The talks have not been held.", "held", True),
    ],
)
def test_negation(text: str, head: str, negated: bool) -> None:
    assert groups(text)[head].negated is negated


@pytest.mark.parametrize(
    ("text", "head", "modality"),
    [
        ("They may leave soon.", "leave", "may"),
        ("They could have left.", "left", "could"),
        ("They are going to leave.", "leave", "will"),
        ("They'll leave.", "leave", "will"),
        ("They left.", "left", None),
    ],
)
def test_modality(text: str, head: str, modality: str | None) -> None:
    assert groups(text)[head].modality == modality


def test_a_particle_belongs_to_its_verb() -> None:
    sentence = analyze("The rebels gave up the town.")[0]
    [group] = find_verbs(sentence)
    assert sentence.words[group.first : group.last + 1] == ["gave", "up"]


def test_a_copula_is_told() -> None:
    assert groups("The mayor is in the city.")["is"].copula
    assert not groups("The mayor is leaving the city.")["leaving"].copula
