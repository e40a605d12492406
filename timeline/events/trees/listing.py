"""Names in a row: "in Poland, Hungary and the Czech Republic" is one phrase with three heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline.events.trees.wholes import Whole
from timeline.sentences import NAMING, Token, Tree

#: From so many names on, what stands in a row is no apposition.
_ROW = 3
#: What may stand before a phrase that opens a sentence.
_BEFORE = frozenset({"ADV", "CCONJ", "PUNCT"})
#: How a name hangs that a parser found no place for.
_LOOSE = frozenset({"appos", "conj", "dep", "dislocated", "flat", "list", "parataxis", "vocative"})


class Item(NamedTuple):
    """A name of a row: where it begins, an article before it counting, and where it ends."""

    start: int
    stop: int


def line_up(tree: Tree, tokens: Sequence[Token], names: Sequence[Whole] = ()) -> Tree:
    """A tree with the names of each row set beside the first; `names` are those of several words.

    >>> from timeline.sentences import analyze
    >>> [sentence] = analyze("Talks in Oslo, Kyiv and Rome failed.")
    >>> heads = (7, 2, 0, 4, 2, 6, 4, -1, 7)
    >>> relations = "nsubj case nmod punct appos cc conj root punct".split()
    >>> tree = line_up(Tree(heads, tuple(relations)), sentence.tokens)
    >>> tree.relations[4], tree.heads[6]
    ('conj', 2)
    """
    heads, relations = list(tree.heads), list(tree.relations)
    ends = {name.places.start: name.places.stop for name in names}
    for row in _rows(tokens, ends):
        tops = [_top(heads, item) for item in row]
        inside = range(row[0].start, row[-1].stop)
        placed = [k for k in tops if heads[k] not in inside and relations[k] not in _LOOSE]
        acting = [k for k in placed if relations[k] == "nsubj"]
        first, leader = tops[0], next(iter([*acting, *placed]), -1)
        if leader < 0:
            continue
        above, relation = heads[leader], relations[leader]
        if heads[first] < 0 or _is_below(heads, above, first):
            continue
        heads[first], relations[first] = above, relation
        for item, top in zip(row[1:], tops[1:], strict=True):
            heads[top], relations[top] = first, "conj"
            before = item.start - 1
            while before > first and tokens[before].tag in ("PUNCT", "CCONJ"):
                mark = "cc" if tokens[before].tag == "CCONJ" else "punct"
                heads[before], relations[before] = top, mark
                before -= 1
    return Tree(tuple(heads), tuple(relations))


def _is_below(heads: Sequence[int], word: int, other: int) -> bool:
    """Whether a word hangs on another, however far down."""
    while word >= 0 and word != other:
        word = heads[word]
    return word == other >= 0


def _rows(tokens: Sequence[Token], ends: Mapping[int, int]) -> Iterator[list[Item]]:
    """The rows of at least three names with commas, and an "and" or "or" before the last."""
    row: list[Item] = []
    commas = any(token.text == "," for token in tokens)
    place = 0 if commas else len(tokens)
    while place < len(tokens):
        item = _item(tokens, place, ends)
        if item is None:
            row = []
            place += 1
            continue
        row.append(item)
        after = item.stop
        joined = after < len(tokens) and tokens[after].text == ","
        last = after + joined < len(tokens) and tokens[after + joined].tag == "CCONJ"
        ending = _item(tokens, after + joined + 1, ends) if last else None
        if ending is not None:
            row.append(ending)
            if len(row) >= _ROW and not _opens(tokens, row):
                yield row
        if ending is not None or not joined:
            row, place = [], (ending or item).stop
        else:
            place = after + 1


def _item(tokens: Sequence[Token], place: int, ends: Mapping[int, int]) -> Item | None:
    """The name that begins at a token, an article before it counting."""
    first = place + (place < len(tokens) and tokens[place].xpos == "DT")
    named = first < len(tokens) and tokens[first].xpos in NAMING
    return Item(place, ends.get(first, first + 1)) if named else None


def _opens(tokens: Sequence[Token], row: Sequence[Item]) -> bool:
    """Whether the first name may be where, the others who: "In Paris, Poe and Hale met"."""
    opening = row[0].start
    fronted = opening > 0 and tokens[opening - 1].tag == "ADP"
    fronted = fronted and all(t.tag in _BEFORE for t in tokens[: opening - 1])
    stop = row[-1].stop
    return fronted and not (stop < len(tokens) and tokens[stop].text == ",")


def _top(heads: Sequence[int], item: Item) -> int:
    """The word of a name that the others hang on."""
    inside = range(item.start, item.stop)
    return next((k for k in inside if heads[k] not in inside), item.stop - 1)
