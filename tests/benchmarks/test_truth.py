"""Whether an event happened, measured."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.events import documents
from benchmarks.truth import judge, judge_treebank, report

TEXT = "The mayor failed to open the bridge. She resigned."


def document(**more: dict[str, Any]) -> dict[str, Any]:
    def piece(word: str) -> dict[str, Any]:
        start = TEXT.index(word)
        place = {"id": word, "text": word, "start": start, "end": start + len(word)}
        return {**place, "pos": "VERB", **more.get(word, {})}

    return {
        "id": "mayor",
        "text": TEXT,
        "dct": "2023-03-07",
        "events": [piece("failed"), piece("open"), piece("resigned")],
        "tlinks": [{"from": "failed", "to": "failed", "rel": "EQUAL"}],
    }


def test_a_verb_beside_one_on_the_main_axis_is_taken_to_be_off_it() -> None:
    found = [(one.event.lemma, one.value, one.right) for one in judge(document())]
    assert found == [("fail", 1.0, True), ("open", -1.0, True)]


def test_certainty_polarity_and_time_count_where_they_are_marked() -> None:
    told = {"polarity": "POS", "certainty": "CERTAIN", "time": "NON_FUTURE"}
    marked = {"failed": told, "open": told, "resigned": {**told, "time": "FUTURE"}}
    found = list(judge(document(**marked)))
    assert [one.value for one in found] == [1.0, 1.0, -1.0]
    assert [one.right for one in found] == [True, False, False]
    assert report("ours", found).startswith("ours: 3 events, right 0.333, commoner answer 0.667")
    assert "negated\tinfinitive\t1.0\tThe mayor failed to [open] the bridge." in found[1].line


def test_judged_words_of_a_treebank_are_read_in_their_sentence(tmp_path: Path) -> None:
    rows = [
        "1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\t_",
        "2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_",
    ]
    tree = tmp_path / "one.conllu"
    tree.write_text("# sent_id = a\n# text = She left\n" + "\n".join(rows) + "\n\n")
    judgements = tmp_path / "judged.gz"
    with gzip.open(judgements, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"sent_id": "a", "token": 2, "factual": -2.0}) + "\n")
    (found,) = judge_treebank(judgements, tree)
    assert (found.value, found.right) == (-2.0, False)


def test_news_is_told_as_facts_as_often_as_we_say(shared: Callable[[str], Path]) -> None:
    path = shared("corpora/meantime_en_apple.jsonl")
    found = [one for text in documents(str(path)) for one in judge(text)]
    assert sum(one.right for one in found) / len(found) > 0.91
