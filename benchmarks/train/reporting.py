"""Sentences of a treebank put into somebody's mouth: “They left,” said the mayor.

Newspapers report speech in most of their paragraphs, treebanks of the web hardly ever: of a verb of
saying before its subject there are a score in all we learn from. Clauses and speakers are the
treebank's own; how they are joined follows its guidelines (what is said is `ccomp` of the verb, the
marks around it hang on what is said).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from benchmarks.train.treebanks import Tree, Word

SAYING = ("said", "said", "said", "said", "said", "says", "added", "announced", "wrote")
LEMMAS = {"said": "say", "says": "say", "added": "add", "announced": "announce", "wrote": "write"}
QUOTES = (("“", "”"), ('"', '"'))
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MARKS = frozenset("\"“”'‘’:;()?!")
#: How much of a sentence may be said, in words.
LONGEST = 30
#: How long the name of a speaker may be.
NAME = 9


def report(trees: Sequence[Tree], count: int, random: np.random.Generator) -> list[Tree]:
    """So many sentences in which somebody says what stands in other sentences."""
    clauses = [tree.words for tree in trees if is_said(tree.words)]
    speakers = [name for tree in trees for name in names(tree.words)]
    found = []
    for number in range(count):
        clause = clauses[random.integers(len(clauses))]
        speaker = speakers[random.integers(len(speakers))]
        words = join(clause, speaker, random)
        text = " ".join(word.text for word in words)
        found.append(Tree(f"reported-{number}", "reported", text, False, words))
    return found


def is_said(words: Sequence[Word]) -> bool:
    """Whether a sentence is one plain statement with its subject before its verb."""
    if not 4 <= len(words) <= LONGEST or words[-1].text != ".":
        return False
    root = next(k for k, word in enumerate(words, 1) if word.head == 0)
    own = [k for k, word in enumerate(words, 1) if word.head == root]
    subject = any(words[k - 1].relation.startswith("nsubj") and k < root for k in own)
    helpers = [k for k in own if words[k - 1].relation.partition(":")[0] in ("aux", "cop")]
    finite = any(words[k - 1].xpos in _FINITE for k in (root, *helpers))
    plain = not any(set(word.text) & _MARKS for word in words)
    return subject and finite and plain and words[-1].head == root


def names(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The subjects of a sentence's verbs that are persons or stand for some; heads from 1."""
    for k, word in enumerate(words, 1):
        if word.relation != "nsubj" or words[word.head - 1].lemma not in LEMMAS.values():
            continue
        inside = {k}
        for _ in range(NAME):
            inside |= {n for n, w in enumerate(words, 1) if w.head in inside}
        first, last = min(inside), max(inside)
        whole = len(inside) == last - first + 1 <= NAME
        if whole and word.tag in ("NOUN", "PROPN", "PRON") and word.xpos not in ("WP", "WDT"):
            yield [
                w._replace(head=0 if n == k else w.head - first + 1)
                for n, w in enumerate(words, 1)
                if n in inside
            ]


def join(
    clause: Sequence[Word], speaker: Sequence[Word], random: np.random.Generator
) -> list[Word]:
    """Somebody says a clause: before it, or after it with the verb before or after the name."""
    root = next(k for k, word in enumerate(clause, 1) if word.head == 0)
    form = SAYING[random.integers(len(SAYING))]
    xpos = "VBZ" if form == "says" else "VBD"
    verb = Word(form, LEMMAS[form], "VERB", xpos, 0, "root", "_")
    lead, inverted = random.random() < 0.15, random.random() < 0.5
    quoted = not lead and random.random() < 0.75
    pronoun = speaker[0].tag == "PRON"
    parts: list[tuple[str, Sequence[Word]]] = []
    said = [*clause[:-1]]
    if lead:
        parts = [("name", capital(speaker)), ("verb", [verb])]
        if random.random() < 0.5:
            parts.append(("inner", [Word("that", "that", "SCONJ", "IN", root, "mark", "_")]))
        parts.append(("clause", small(said)))
    else:
        before, after = QUOTES[random.integers(len(QUOTES))]
        if quoted:
            parts.append(("inner", [Word(before, '"', "PUNCT", "``", root, "punct", "_")]))
        parts += [("clause", said), ("inner", [Word(",", ",", "PUNCT", ",", root, "punct", "_")])]
        if quoted:
            parts.append(("inner", [Word(after, '"', "PUNCT", "''", root, "punct", "_")]))
        ends = [("name", small(speaker)), ("verb", [verb])]
        parts += ends[::-1] if inverted and not pronoun else ends
    parts.append(("outer", [Word(".", ".", "PUNCT", ".", 0, "punct", "_")]))
    return number(parts, root)


def number(parts: Sequence[tuple[str, Sequence[Word]]], root: int) -> list[Word]:
    """The words of the parts in a row, each with its head; `root` is that of the clause."""
    starts, at = {}, 0
    for kind, words in parts:
        starts[kind] = at
        at += len(words)
    verb = starts["verb"] + 1
    found = []
    for kind, words in parts:
        for word in words:
            if kind == "verb":
                found.append(word)
            elif kind == "outer":
                found.append(word._replace(head=verb))
            elif kind == "inner":
                found.append(word._replace(head=starts["clause"] + root))
            elif word.head == 0:
                told = "nsubj" if kind == "name" else "ccomp"
                found.append(word._replace(head=verb, relation=told))
            else:
                found.append(word._replace(head=starts[kind] + word.head))
    return found


def small(words: Sequence[Word]) -> list[Word]:
    """Words that no longer open a sentence."""
    first = words[0]
    kept = first.tag in ("PROPN", "ADJ") or first.text == "I" or first.text[1:2].isupper()
    return [first if kept else first._replace(text=first.text.lower()), *words[1:]]


def capital(words: Sequence[Word]) -> list[Word]:
    """Words that open a sentence."""
    return [words[0]._replace(text=words[0].text[:1].upper() + words[0].text[1:]), *words[1:]]
