"""Derives the small word table of `timeline/sentences/weights/lexicon.npz` from WordNet 3.0.

    python benchmarks/train/lexicon.py --wordnet /usr/share/wordnet --out timeline/sentences/weights

Kept for each single word: which parts of speech it may be, the field (lexicographer file) of its
commonest noun and verb senses, how much of the noun's use falls in the fields of acts, events,
processes and phenomena, and whether the noun is derived from a verb. Words are kept as hashes only.
The exceptions of inflection go to `irregular.json`.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np

from timeline.sentences.features import code

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
EVENTFUL = {4, 11, 19, 22}


def read_synsets(path: Path) -> dict[str, tuple[int, bool]]:
    """Field and whether derived from a verb, for each synset of a data file, by offset."""
    synsets = {}
    for line in path.read_text(encoding="latin-1").splitlines():
        if line.startswith("  "):
            continue
        parts = line.split("|")[0].split()
        count = int(parts[3], 16)
        pointers = parts[5 + 2 * count :]
        derived = any(
            pointers[k] == "+" and pointers[k + 2] == "v" for k in range(0, len(pointers) - 3, 4)
        )
        synsets[parts[0]] = (int(parts[1]), derived)
    return synsets


def read_counts(path: Path) -> dict[tuple[str, str], dict[int, int]]:
    """How often each sense of (word, part) was tagged, by sense number."""
    parts = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
    counts: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    for line in path.read_text(encoding="latin-1").splitlines():
        key, sense, count = line.split()
        word, rest = key.split("%")
        counts[word, parts[rest[0]]][int(sense)] = int(count)
    return counts


def build(wordnet: Path) -> dict[str, list[int]]:
    """For each word: part bits, noun field, verb field, tenths of eventful use, derived flag."""
    counts = read_counts(wordnet / "cntlist.rev")
    table: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for bit, (name, part) in enumerate(PARTS.items()):
        synsets = read_synsets(wordnet / f"data.{name}")
        for line in (wordnet / f"index.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split()
            word, senses = fields[0], [synsets[offset] for offset in fields[-int(fields[2]) :]]
            if "_" in word or not any(c.isalpha() for c in word):
                continue
            row = table[word]
            row[0] |= 1 << bit
            if part in "nv":
                row[1 if part == "n" else 2] = senses[0][0]
            if part == "n":
                # A sense never seen still counts a little, the first most.
                seen = counts.get((word, part), {})
                weights = [seen.get(n + 1, 0) + 0.5 / (n + 1) for n in range(len(senses))]
                share = sum(w for w, s in zip(weights, senses, strict=True) if s[0] in EVENTFUL)
                row[3] = round(9 * share / sum(weights))
                row[4] = int(senses[0][1]) + 2 * int(any(s[1] for s in senses[1:]))
    return table


def read_exceptions(wordnet: Path) -> dict[str, dict[str, str]]:
    """Irregular forms and their lemmas by part of speech."""
    found: dict[str, dict[str, str]] = {}
    for name, part in PARTS.items():
        forms: dict[str, str] = {}
        for line in (wordnet / f"{name}.exc").read_text(encoding="latin-1").splitlines():
            form, lemma = line.split()[:2]
            if "_" not in form and form != lemma:
                forms.setdefault(form, lemma)
        found[part] = forms
    return found


def main() -> None:
    """Read WordNet, write the two files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument("--out", type=Path, default=Path("timeline/sentences/weights"))
    options = parser.parse_args()
    table = build(options.wordnet)
    hashes = np.array([code("l", word) for word in table], dtype=np.uint32)
    order = np.argsort(hashes, kind="stable")
    rows = np.array(list(table.values()), dtype=np.uint8)[order]
    np.savez(options.out / "lexicon.npz", hashes=hashes[order], rows=rows)
    exceptions = read_exceptions(options.wordnet)
    (options.out / "irregular.json").write_text(
        json.dumps(exceptions, separators=(",", ":"), sort_keys=True), encoding="utf-8"
    )
    print(len(table), "words,", len(set(hashes.tolist())), "hashes")


if __name__ == "__main__":
    main()
