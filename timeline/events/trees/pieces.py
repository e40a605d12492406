"""A sentence in pieces that are easier to read: what stands between commas is read by itself.

A parser that sees a few words at a time loses the verb of "the ship, built in 1962 for the islands,
sank". Read by themselves, "the ship sank" and "built in 1962 for the islands" are plain. So are the
parts of a sentence on both sides of a semicolon, or of a colon between two clauses.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from timeline.events.trees.insets import SAYING, find_insets
from timeline.sentences import FINITE, RELATIVE, Token, find_asides, find_descriptions
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.vocabulary import ARTICLE

_QUOTES = frozenset({"“", "”", '"', "``", "''"})
_SEPARATORS = frozenset({";", ":"})
_SUBJECTS = ("NOUN", "PROPN", "PRON", "NUM")
#: How a subject begins.
_OPENING = ("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM")
#: Below so many words nothing is taken apart.
_SHORT = 8
#: WordNet's number of the nouns for quantities, coins among them.
_QUANTITY = 23


class Piece(NamedTuple):
    """Some tokens of a sentence, by place, and how their topmost one hangs.

    It hangs on the token `onto` or, where that is -1, on the top of the part before or, if it opens
    a part ("advcl"), of that part; the tokens `marks` hang on it.
    """

    places: tuple[int, ...]
    onto: int
    relation: str
    marks: tuple[int, ...]

    def among(self, kept: Sequence[int]) -> Piece:
        """The same piece, its places being those of the tokens that are kept of more."""
        onto = kept[self.onto] if self.onto >= 0 else -1
        places, marks = (tuple(kept[k] for k in some) for some in (self.places, self.marks))
        return Piece(places, onto, self.relation, marks)


def take_apart(
    tokens: Sequence[Token],
    timed: Sequence[bool],
    saying: Collection[str] = (),
    regions: Collection[str] = (),
) -> list[Piece]:
    """The pieces of a sentence, the main one first; an aside comes after what it stands in.

    `timed` tells which tokens belong to times: a time set off by commas is no aside. `saying` are
    the verbs by which a sentence may end in who says so ("…, two officials said on Monday"), or be
    broken by it, `regions` what may stand behind a town ("Dayton, Ohio,").

    >>> from timeline.sentences import analyze
    >>> [sentence] = analyze("The ship, built in 1962 by two brothers, sank; nobody was hurt.")
    >>> tokens = sentence.tokens
    >>> [" ".join(tokens[k].text for k in p.places) for p in take_apart(tokens, [False] * 16)]
    ['The ship sank', 'built in 1962 by two brothers', 'nobody was hurt .']
    """
    if len(tokens) < _SHORT:
        return [Piece(tuple(range(len(tokens))), -1, "root", ())]
    found: list[Piece] = []
    start, end = 0, _content(tokens, timed, saying)
    if end < len(tokens):
        found.append(Piece(tuple(range(end + 1, len(tokens))), -1, "root", (end,)))
        tokens = tokens[:end]
    parted = joints(tokens)
    insets = find_insets(tokens, timed, saying, regions)
    # What opens a part hangs on no word before it.
    insets = [inset for inset in insets if inset.opening - 1 not in parted]
    inside = {k for inset in insets for k in inset.whole}
    said = next((inset for inset in insets if inset.relation == SAYING and not found), None)
    if said is not None:
        found.append(Piece(tuple(said.places), -1, "root", (said.opening, said.closing)))
    for stop in [*(joint for joint in parted if joint not in inside), len(tokens)]:
        kept = [k for k in range(start, stop) if k not in inside]
        relation = "parataxis" if start or not found else "ccomp"
        marks = (start - 1,) if start else ()
        found += _part(tokens, timed, kept, relation, marks)
        found += [
            Piece(
                tuple(inset.places),
                inset.opening - 1,
                inset.relation,
                (inset.opening, inset.closing) if inset.closing >= 0 else (inset.opening,),
            )
            for inset in insets
            if start < inset.opening < stop and inset is not said
        ]
        start = stop + 1
    return found


def _part(
    tokens: Sequence[Token],
    timed: Sequence[bool],
    kept: Sequence[int],
    relation: str,
    marks: tuple[int, ...],
) -> list[Piece]:
    """The pieces of a part of a sentence, `kept` being the places of its tokens."""
    inner = [tokens[k] for k in kept]
    told = [t.text for t in inner], [t.tag for t in inner], [t.xpos for t in inner]
    opener = _opener(inner)
    taken = set(opener)
    asides = [
        aside
        for aside in find_asides(told[0], *_with_adverbs(inner, [timed[k] for k in kept]))
        if not timed[kept[aside[1]]]
    ]
    asides = [aside for aside in asides if taken.isdisjoint(aside)]
    taken.update(k for aside in asides for k in aside)
    clauses = [_to_end_of_time(clause, kept, timed) for clause in find_descriptions(*told)]
    clauses = [clause for clause in clauses if taken.isdisjoint(clause)]
    taken.update(k for clause in clauses for k in clause)
    units = [unit for unit in _units(inner) if taken.isdisjoint(unit.places)]
    taken.update(k for unit in units for k in unit.places)
    found = [
        Piece(tuple(kept[k] for k in range(len(inner)) if k not in taken), -1, relation, marks)
    ]
    parts = list(units)
    if opener:
        parts.append(Piece(tuple(opener[:-1]), -1, "advcl", (opener[-1],)))
    parts += [_hung(inner, aside[1:-1], (aside[0], aside[-1])) for aside in asides]
    parts += [_hung(inner, clause, ()) for clause in clauses]
    return found + [part.among(kept) for part in parts]


def _to_end_of_time(clause: range, kept: Sequence[int], timed: Sequence[bool]) -> range:
    """A clause with the rest of a time in which it ends: "that fell two years | ago"."""
    stop = clause.stop
    while stop < len(kept) and timed[kept[stop - 1]] and timed[kept[stop]]:
        stop += 1
    return range(clause.start, stop)


def _with_adverbs(tokens: Sequence[Token], timed: Sequence[bool]) -> tuple[list[str], list[str]]:
    """The tags of tokens, a time between an aside and its verb being an adverb there."""
    tags, xpos = [token.tag for token in tokens], [token.xpos for token in tokens]
    for place in range(1, len(tokens)):
        if timed[place] and (
            tokens[place - 1].text == "," or (timed[place - 1] and tags[place - 1] == "ADV")
        ):
            tags[place], xpos[place] = "ADV", "RB"
    return tags, xpos


def _hung(tokens: Sequence[Token], places: range, marks: tuple[int, ...]) -> Piece:
    """What describes the noun before it, or is set beside it, as a piece."""
    first = next((k for k in places if tokens[k].tag != "ADV"), places[0])
    relation = {"VERB": "acl", "ADP": "nmod"}.get(tokens[first].tag, "appos")
    if any(tokens[k].xpos in RELATIVE for k in places[:2]):
        relation = "acl:relcl"
    return Piece(tuple(places), places[0] - 1 - bool(marks), relation, marks)


def _content(tokens: Sequence[Token], timed: Sequence[bool], saying: Collection[str]) -> int:
    """Where what is said ends, at the comma before who says so; else the end of the sentence."""
    whole = len(tokens)
    comma = next((k for k in range(whole - 1, 0, -1) if tokens[k].text == ","), -1)
    verbs = [k for k in range(comma + 1, whole) if tokens[k].tag in ("VERB", "AUX")]
    if comma < _SHORT or len(verbs) != 1 or tokens[verbs[0]].lemma not in saying:
        return whole
    verb = verbs[0]
    named = range(comma + 1, verb)
    who = any(tokens[k].tag in _SUBJECTS for k in named)
    who = who and all(tokens[k].tag not in ("SCONJ", "CCONJ", "PUNCT") for k in named)
    after = all(
        timed[k] or tokens[k].tag in ("ADP", "ADV", "PUNCT") for k in range(verb + 1, whole)
    )
    quoted = any(token.tag == "PUNCT" and token.text in _QUOTES for token in tokens)
    told = any(token.xpos in FINITE for token in tokens[:comma])
    return comma if who and after and told and not quoted else whole


def _opener(tokens: Sequence[Token]) -> range:
    """The participle and its words before a subject, their comma last: "Built in 1908, it …"."""
    first = 0
    while first < len(tokens) - 1 and tokens[first].tag == "ADV":
        first += 1
    if tokens[first].tag not in ("VERB", "AUX") or tokens[first].xpos not in ("VBN", "VBD", "VBG"):
        return range(0)
    for comma in range(first + 1, len(tokens) - 2):
        if tokens[comma].xpos in FINITE:
            break
        if tokens[comma].text != "," or tokens[comma + 1].tag not in _OPENING:
            continue
        if any(token.xpos in FINITE for token in tokens[comma + 1 :]):
            return range(comma + 1)
    return range(0)


def _units(tokens: Sequence[Token]) -> list[Piece]:
    """What an amount is counted in: the mark of "71%", the "a share" of "$41 a share"."""
    found: list[Piece] = []
    for k in range(1, len(tokens)):
        if tokens[k].text == "%" and tokens[k - 1].tag == "NUM":
            found.append(Piece((k,), k - 1, "flat", ()))
        amount = _amount(tokens, k - 1) if k > 1 and tokens[k].lemma == ARTICLE else -1
        if amount >= 0 and [token.tag for token in tokens[k + 1 : k + 2]] == ["NOUN"]:
            found.append(Piece((k, k + 1), amount, "nmod", ()))
    return found


def _amount(tokens: Sequence[Token], last: int) -> int:
    """The main word of the sum of money that ends at a token ("$41", "20 cents"), or -1."""
    if tokens[last].tag == "NUM" and tokens[last - 1].xpos == "$":
        return last - 1
    coins = tokens[last - 1].tag == "NUM" and tokens[last].tag == "NOUN"
    return last if coins and load_lexicon().entry(tokens[last].lemma).noun == _QUANTITY else -1


def joints(tokens: Sequence[Token]) -> list[int]:
    """The places of semicolons and colons between two parts that have a verb with a tense each.

    >>> from timeline.sentences import analyze
    >>> [sentence] = analyze("The mill was lost: in May a storm hit its roof.")
    >>> joints(sentence.tokens)
    [4]
    """
    marks = [k for k, token in enumerate(tokens) if token.text in _SEPARATORS]
    found: list[int] = []
    start = 0
    for place, mark in enumerate(marks):
        stop = marks[place + 1] if place + 1 < len(marks) else len(tokens)
        before, after = tokens[start:mark], tokens[mark + 1 : stop]
        verb = next((k for k, token in enumerate(after) if token.xpos in FINITE), -1)
        opening = after[: max(0, verb)]
        told = any(token.tag in _SUBJECTS for token in opening)
        # "It failed twice: in May, over who should pay, and in June"
        inner = any(token.xpos in RELATIVE or token.tag == "SCONJ" for token in opening)
        told = told and not inner
        if told and any(token.xpos in FINITE for token in before):
            found.append(mark)
            start = mark + 1
    return found
