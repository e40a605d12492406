"""Reading treebanks in CoNLL-U."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple


class Word(NamedTuple):
    """A syntactic word: the columns that are used here; `head` counts from 1, 0 is the root."""

    text: str
    lemma: str
    tag: str
    xpos: str
    head: int
    relation: str
    misc: str


@dataclass
class Tree:
    """A sentence of a treebank."""

    id: str
    document: str
    text: str
    starts_paragraph: bool
    words: list[Word] = field(default_factory=list)


def read_trees(path: Path) -> Iterator[Tree]:
    """The sentences of a CoNLL-U file, packed or not."""
    document, paragraph, tree = "", False, Tree("", "", "", False)
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                document, paragraph = line.split("=", 1)[1].strip(), True
            elif line.startswith("# newpar"):
                paragraph = True
            elif line.startswith("# sent_id"):
                tree = Tree(line.split("=", 1)[1].strip(), document, "", paragraph)
                paragraph = False
            elif line.startswith("# text ="):
                tree.text = line.split("=", 1)[1].strip()
                tree.starts_paragraph |= paragraph
                paragraph = False
            elif line[0].isdigit():
                c = line.rstrip("\n").split("\t")
                if c[0].isdigit():
                    tree.words.append(Word(c[1], c[2], c[3], c[4], int(c[6]), c[7], c[9]))
            elif not line.strip() and tree.words:
                yield tree
                tree = Tree("", document, "", False)
    if tree.words:
        yield tree


def read_own(measuring: bool = False) -> list[Tree]:
    """Sentences of our own, written and annotated by hand for this project in the manner of EWT.

    They show what treebanks of the web have little of: agencies' news, histories and lives, courts
    and inquiries, logs, diaries, match reports. Those for `measuring` stand in files of their own.
    """
    files = (path for path in sorted(OWN.glob("*.conllu")) if measuring == is_measuring(path))
    return [tree for path in files for tree in read_trees(path)]


class Corpora(NamedTuple):
    """Sentences to learn from, of others and our own, and those that are held out by their name."""

    learnt: list[Tree]
    own: list[Tree]
    held: dict[str, list[Tree]]


def read_corpora(folder: Path) -> Corpora:
    """What taggers and parsers learn from and are measured on: EWT, GUM's open genres, our own."""
    ewt = {
        part: list(read_trees(folder / f"ud_ewt_{part}.conllu.gz"))
        for part in ("train", "dev", "test")
    }
    gum = list(read_trees(folder / "gum_open.conllu.gz"))
    return Corpora(
        ewt["train"] + [tree for tree in gum if not is_held_out(tree.document)],
        read_own(),
        {
            "dev": ewt["dev"],
            "test": ewt["test"],
            "gum": [tree for tree in gum if is_held_out(tree.document)],
            "own": read_own(measuring=True),
        },
    )


def is_measuring(path: Path) -> bool:
    """Whether nothing is learnt from a file of our own trees."""
    return path.stem.endswith("_test")


def is_held_out(document: str) -> bool:
    """Whether a document of GUM is kept for measuring: every ninth by its place in its genre."""
    return document in HELD_OUT


OWN = Path(__file__).parent / "data" / "trees"
HELD_OUT = frozenset(
    {
        "GUM_academic_art",
        "GUM_academic_games",
        "GUM_bio_byron",
        "GUM_bio_gordon",
        "GUM_court_loan",
        "GUM_interview_brotherhood",
        "GUM_interview_libertarian",
        "GUM_news_defector",
        "GUM_news_homeopathic",
        "GUM_news_sensitive",
        "GUM_voyage_athens",
        "GUM_voyage_oakland",
    }
)
