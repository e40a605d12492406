"""Documents of GUM, and sentences of our own, with what their nouns and pronouns mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.train.treebanks import Tree, read_trees

_BRACKET = re.compile(r"\((?P<opened>[^()]+)(?P<closed>\)?)|(?P<number>\d+)\)")
_MARKED = re.compile(r"(\{[^}]*\}|<[^>]*>)")


@dataclass
class Coreference:
    """A document's text, and the entity of each mention by the character its head begins at."""

    name: str
    text: str = ""
    meant: dict[int, str] = field(default_factory=dict)
    begun: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)

    def add(self, tree: Tree) -> None:
        """Adds a sentence, words one blank apart but where the treebank has none."""
        if self.text:
            self.text = self.text.rstrip() + ("\n\n" if tree.starts_paragraph else " ")
        starts: list[int] = []
        sizes: dict[int, int] = {}
        for number, word in enumerate(tree.words):
            misc = dict(m.split("=", 1) for m in word.misc.split("|") if "=" in m)
            starts.append(len(self.text))
            self.text += word.text + ("" if misc.get("SpaceAfter") == "No" else " ")
            for found in _BRACKET.finditer(misc.get("Entity", "")):
                self._bracket(found, number, starts, sizes)

    def _bracket(
        self, found: re.Match[str], number: int, starts: list[int], sizes: dict[int, int]
    ) -> None:
        if found["opened"]:
            parts = found["opened"].split("-")
            # The sixth field tells which words of the mention are its head.
            spine = parts[5].split(",")[0] if len(parts) > 5 else "1"
            head = int(spine) - 1 if spine.isdigit() else 0
            self.begun.setdefault(parts[0], []).append((number, head, parts[0]))
            if found["closed"]:
                self._close(parts[0], number, starts, sizes)
        else:
            self._close(found["number"], number, starts, sizes)

    def _close(self, entity: str, number: int, starts: list[int], sizes: dict[int, int]) -> None:
        opened = self.begun.get(entity)
        if not opened:
            return
        first, head, _ = opened.pop()
        place = starts[min(first + head, number)]
        # Of mentions with the same head the widest is the entity itself.
        if number - first >= sizes.get(place, -1):
            sizes[place] = number - first
            self.meant[place] = entity


def read_own(path: Path) -> Iterator[Coreference]:
    """Sentences of our own, with {whom} a <pronoun> in them means."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if not line.strip() or line.startswith("#"):
            continue
        document = Coreference(f"own{number}")
        for piece in _MARKED.split(line):
            if piece[:1] in ("{", "<"):
                piece = piece[1:-1]
                for word in re.finditer(r"\S+", piece):
                    document.meant[len(document.text) + word.start()] = "whom"
            document.text += piece
        yield document


def read_coreference(path: Path) -> Iterator[Coreference]:
    """The documents of GUM, one after the other."""
    document: Coreference | None = None
    for tree in read_trees(path):
        if document is None or document.name != tree.document:
            if document is not None:
                yield document
            document = Coreference(tree.document)
        document.add(tree)
    if document is not None:
        yield document
