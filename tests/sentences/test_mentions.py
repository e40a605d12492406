"""Event mentions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline.sentences import Mention, analyze, find_mentions

SHARED = Path(__file__).parents[3] / "shared"


def mentions(text: str) -> dict[str, Mention]:
    """The mentions of a text's first sentence by their heads' words."""
    sentences = analyze(text)
    return {sentences[0].tokens[m.head].text: m for m in find_mentions(sentences)[0]}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Troops took the town after a siege.", ["took", "siege"]),
        ("The minister, who is 40, said he would resign.", ["said", "resign"]),
        ("The earthquake killed nine people.", ["earthquake", "killed"]),
        ("The blue table is in the kitchen.", []),
        ("They include three parts.", []),
        ("After the breakup came a reunification.", ["breakup", "came", "reunification"]),
        ("The eviction caused an outcry.", ["eviction", "caused", "outcry"]),
    ],
)
def test_what_happens_is_found(text: str, wanted: list[str]) -> None:
    assert list(mentions(text)) == wanted


@pytest.mark.parametrize(
    ("text", "head", "kind"),
    [
        ("The mayor said nothing.", "said", "reporting"),
        ("The rain began at noon.", "began", "aspectual"),
        ("The firm offered to pay.", "offered", "intention"),
        ("The firm offered a refund.", "offered", "occurrence"),
        ("The bridge collapsed.", "collapsed", "occurrence"),
        ("The family owns the bridge.", "owns", "state"),
    ],
)
def test_kinds(text: str, head: str, kind: str) -> None:
    assert mentions(text)[head].kind == kind


def test_a_trigger_holds_its_particle() -> None:
    sentences = analyze("The rebels gave up the town.")
    [mention] = find_mentions(sentences)[0]
    assert sentences[0].words[mention.first : mention.last + 1] == ["gave", "up"]


def test_a_lower_bound_finds_more_and_surer_ones_stay() -> None:
    sentences = analyze("After the trial the study of the party's use of funds began in earnest.")
    few, many = find_mentions(sentences, 0.8)[0], find_mentions(sentences, 0.1)[0]
    assert set(few) < set(many)
    assert all(0 <= mention.probability <= 1 for mention in many)


def test_a_sentence_reads_the_same_alone_and_among_others() -> None:
    texts = ["Troops took the town.", "A siege followed.", "He may resign soon."]
    together = find_mentions(analyze(" ".join(texts)))
    alone = [find_mentions(analyze(text))[0] for text in texts]
    assert [[m[:4] for m in found] for found in together] == [
        [m[:4] for m in found] for found in alone
    ]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated news is not here")
def test_mentions_on_news_stay_good() -> None:
    hit = system = gold = 0
    with (SHARED / "corpora" / "te3_aquaint.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            sentences = analyze(document["text"])
            heads = [
                sentence.tokens[mention.head]
                for sentence, found in zip(sentences, find_mentions(sentences), strict=True)
                for mention in found
            ]
            events = document["events"]
            hit += sum(
                any(t.start < e["end"] and e["start"] < t.end for t in heads) for e in events
            )
            system, gold = system + len(heads), gold + len(events)
    assert 2 * hit / (system + gold) > 0.84
