"""Tells how often the rows of sentences made from patterns are those an editor expects.

    python -m benchmarks.rows [--stories] [--half read|held] [--fillings 20] [--seed 1] [--errors F]

A pattern is a sentence with slots, and its rows with the same slots (`patterns.toml`, all our own):
"Only in 2014 did the ministry admit the error" is one way to fill "Only {e} did {A} {v.base}", and
its row is 2014, "The ministry admitted the error". So the right rows of any number of sentences are
known, and what fails is a class of sentences, not a case.

A row is *worded* if one of the readable table has its words, whatever its date; *dated* if that
row has its date too; *right* if it is also told as a fact, or not, as expected. Case, punctuation,
"~", a first "the" and what a pattern puts in brackets do not count. *Beside* counts rows with a
date of the text's own that no pattern asks for. The patterns fall in two halves by chance: read the
errors of one, and the other tells whether a change helps sentences that nobody looked at. Stories
are patterns of several sentences, which ask what a date is told from and how far it reaches; they
are counted apart, in halves of their own.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from timeline import read

PATTERNS = Path(__file__).with_name("patterns.toml")
HALVES = ("read", "held")
_TOLD = ("expression", "narrative")
SCORES = ("right", "dated", "worded", "rows", "beside")
_SLOT = re.compile(r"\{(\w)((?:\.\w+)*)\}")
_BRACKETS = re.compile(r"\[([^]]*)\]")


class Wanted(NamedTuple):
    """A row an editor expects: its status, its dates (see `agree`), words that will do."""

    status: str
    when: str
    words: tuple[str, ...]


class Made(NamedTuple):
    """A pattern with its slots filled: a text, and the rows expected of it."""

    text: str
    wanted: tuple[Wanted, ...]


def plain(words: str) -> str:
    """Words as they are compared.

    >>> plain("The owners of Pasha & Co., sold it.")
    'owners of pasha & co sold it'
    """
    return " ".join(re.sub(r"[^\w$%&]+", " ", words.lower()).split()).removeprefix("the ")


def variants(words: str) -> tuple[str, ...]:
    """All that a row's words may be.

    >>> variants("The mayor[, Ana Reyes,] left / The mayor has left")
    ('mayor ana reyes left', 'mayor left', 'mayor has left')
    """
    found = []
    for one in words.split(" / "):
        parts = _BRACKETS.split(one)
        choices = [(part, "") if at % 2 else (part,) for at, part in enumerate(parts)]
        found += [plain("".join(choice)) for choice in product(*choices)]
    return tuple(found)


def agree(when: str, row: Mapping[str, Any]) -> bool:
    """Whether a row has one of the dates that will do.

    >>> row = {"when": "2014-03~", "basis": "expression"}
    >>> agree("2014-03", row), agree("none or 2014*", row), agree("2014", row), agree("none", row)
    (True, True, False, False)
    """
    told = row["when"].replace("~", "")
    return any(
        one in ("-", told)
        or (one == "none" and row["basis"] not in _TOLD)
        or (one.endswith("*") and told.startswith(one[:-1]))
        for one in when.split(" or ")
    )


def forms(kind: str, filler: str, plural: dict[str, str]) -> dict[str, str]:
    """What a slot may be asked for: "" as it stands in the text, "row" as it stands in a row."""
    text, _, more = filler.partition(" | ")
    if kind == "act":
        base, did, done, doing = (f"{form} {more}" for form in text.split())
        return {"": did, "row": did, "base": base, "done": done, "doing": doing}
    short = text.split(maxsplit=1)[-1] if text.startswith(("in ", "on ")) else text
    told = {"": _BRACKETS.sub(r"\1", text), "row": text, "name": _BRACKETS.sub("", text)}
    number = plural if kind == "many" else {one: one for one in plural}
    return {**told, **number, "when": more, "he": more, "bare": short}


def fill(template: str, slots: dict[str, dict[str, str]], *, row: bool = False) -> str:
    """A text, or a row, with its slots filled."""

    def filled(found: re.Match[str]) -> str:
        name, *rest = found[2].split(".")[1:] or [""]
        if name == "cap":
            name, rest = "", ["cap"]
        words = slots[found[1]]["row" if row and name in ("", "name") else name]
        return words[:1].upper() + words[1:] if rest else words

    words = _SLOT.sub(filled, template)
    words = words if row else re.sub(r",(?=[,.]|'s)|\.(?=\.$)", "", words)
    return words[:1].upper() + words[1:]


class Book:
    """The patterns of a file, or its stories, and what fills their slots."""

    def __init__(self, path: Path = PATTERNS, kind: str = "pattern") -> None:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        self.published: str = told["published"]
        self.patterns: dict[str, dict[str, Any]] = told.get(kind, {})
        self._plural: dict[str, str] = told["plural"]
        self._pools = {
            slot: [(kind, one) for kind in kinds for one in told["fillers"][kind]]
            for slot, kinds in told["slots"].items()
        }

    def half(self, half: str | None) -> list[str]:
        """The names of the patterns of a half, or of both."""
        names = sorted(self.patterns)
        random.Random(0).shuffle(names)
        return names if half is None else names[HALVES.index(half) :: 2]

    def make(self, name: str, chance: random.Random) -> Made:
        """A pattern with its slots filled by chance, no filler twice."""
        pattern = self.patterns[name]
        slots: dict[str, dict[str, str]] = {}
        taken: set[tuple[str, str]] = set()
        for slot in sorted({found[1] for found in _SLOT.finditer(pattern["text"])}):
            filler = chance.choice([one for one in self._pools[slot] if one not in taken])
            taken.add(filler)
            slots[slot] = forms(*filler, self._plural)
        wanted = []
        for row in pattern["rows"]:
            *status, when, words = fill(row, slots, row=True).split(" | ")
            status = [one.lower() for one in status] or ["asserted"]
            wanted.append(Wanted(status[0], when, variants(words)))
        return Made(fill(pattern["text"], slots), tuple(wanted))


def score(made: Made, published: str) -> tuple[Counter[str], list[dict[str, Any]]]:
    """How many of the rows expected are there, and the rows that are."""
    rows = [dict(row) for row in read(made.text, published=published).rows]
    told: Counter[str] = Counter(rows=len(made.wanted))
    asked = {words for wanted in made.wanted for words in wanted.words}
    for wanted in made.wanted:
        worded = [row for row in rows if plain(row["event"]) in wanted.words]
        dated = [row for row in worded if agree(wanted.when, row)]
        right = [row for row in dated if row["status"] == wanted.status]
        told.update(worded=bool(worded), dated=bool(dated), right=bool(right))
    told["beside"] = sum(
        row["basis"] == "expression" and plain(row["event"]) not in asked for row in rows
    )
    return told, rows


def show(name: str, made: Made, rows: list[dict[str, Any]]) -> str:
    """A sentence whose rows are not those expected, with both."""
    lines = [f"{name}: {made.text}"]
    lines += [f"  want {one.when} | {one.status} | {one.words[0]}" for one in made.wanted]
    lines += [f"  got  {row['when']} | {row['status']} | {row['event']}" for row in rows]
    return "\n".join(lines) + "\n"


def table(told: dict[str, Counter[str]]) -> str:
    """A line for each pattern, the worst first, and one for all."""
    names = sorted(told, key=lambda name: (told[name]["right"] / told[name]["rows"], name))
    every = sum(told.values(), Counter[str]())
    lines = [f"{'pattern':18}" + "".join(f"{score:>8}" for score in SCORES)]
    for name, counts in [*((name, told[name]) for name in names), ("all", every)]:
        lines.append(f"{name:18}" + "".join(f"{counts[score]:8}" for score in SCORES))
    shares = (f"{every[score] / every['rows']:.1%} {score}" for score in SCORES[:3])
    return "\n".join([*lines, ", ".join(shares)]) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads sentences made from the patterns and prints how many of their rows are right."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=1, help="other fillings with another one")
    parser.add_argument("--fillings", type=int, default=20, help="sentences of each pattern")
    parser.add_argument("--stories", action="store_true", help="those of several sentences")
    parser.add_argument("--half", choices=HALVES, help="only this half of the patterns")
    parser.add_argument("--patterns", type=Path, default=PATTERNS, help="other patterns, as TOML")
    parser.add_argument("--errors", type=Path, help="write the sentences that fail here")
    options = parser.parse_args(arguments)
    book = Book(options.patterns, "story" if options.stories else "pattern")
    told: dict[str, Counter[str]] = {}
    wrong = []
    for name in book.half(options.half):
        chance = random.Random(f"{options.seed} {name}")
        told[name] = Counter()
        for _ in range(options.fillings):
            made = book.make(name, chance)
            counts, rows = score(made, book.published)
            told[name].update(counts)
            if counts["right"] < counts["rows"]:
                wrong.append(show(name, made, rows))
    sys.stdout.write(table(told))
    if options.errors is not None:
        options.errors.write_text("".join(wrong), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
