"""Chosen words of a sentence put together: as they stand in the text, with the marks they need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from timeline.events.trees.syntax import Syntax
from timeline.events.words.views import NAME, NOUNS, View
from timeline.sentences.words import STARS

_OPENING, _CLOSING = frozenset({"“", "``", '"'}), frozenset({"”", "''", '"'})
#: The marks of what is quoted.
MARKS = _OPENING | _CLOSING
#: What means nothing without the word it hangs on.
_HANGING = frozenset({"case", "cc", "det"})
#: How the next of a row hangs, in the eyes of the parser.
_BESIDE = frozenset({"conj", "appos", "parataxis"})


def with_marks(view: View, words: Iterable[int]) -> list[int]:
    """Words in order, with the marks between those that stand side by side in the text."""
    syntax, tokens = view.syntax, view.syntax.tokens
    chosen = set(words)
    if view.hiding:
        chosen -= view.hiding
        chosen -= {k for k in chosen if _hedges(view, k)}
    order = sorted(chosen)
    chosen -= {
        k
        for k, after in pairwise([*order, -1])
        if syntax.relations[k] in _HANGING
        and k < syntax.heads[k] not in chosen
        and not _opens_next(syntax, k, after)
    }
    for number in syntax.marks:
        if number - 1 not in chosen:
            continue
        closes = tokens[number].text in _CLOSING and any(
            tokens[k].text in _OPENING for k in chosen if k < number
        )
        if number + 1 in chosen or closes:
            chosen.add(number)
    return sorted(chosen)


def _opens_next(syntax: Syntax, case: int, after: int) -> bool:
    """Whether a preposition whose noun is left out opens what is set beside it: of "moved to Hull
    in 2011 and Leeds in 2014" the "to" of Leeds."""
    if after < 0 or syntax.relations[case] != "case":
        return False
    while syntax.relations[after] in ("det", "amod", "compound", "nummod"):
        after = syntax.heads[after]
    beside = syntax.relations[after] in _BESIDE and after > syntax.heads[case]
    token = syntax.tokens[after]
    named = token.tag in NOUNS or (token.tag == "ADJ" and token.text.istitle())  # "Japanese"
    return beside and named and syntax.child(after, "case") < 0


def _hedges(view: View, word: int) -> bool:
    """Whether a word only hangs on a time that is left out: "shortly" before noon."""
    after = word + 1
    dating = view.leaving
    if not view.hidden(after):
        return False
    lemma = view.syntax.tokens[word].text.lower()
    words = view.scene.words.small
    if lemma in words.bases and _goes_on(view, after):
        return True  # "from about 1200 until the invasion"
    begins = lemma in words.beginning and not view.syntax.auxiliaries(word)
    return (
        begins
        or lemma in words.hedges
        or lemma in words.portions
        or (view.syntax.relations[word] == "case" and dating[view.syntax.heads[word]])
    )


def _goes_on(view: View, after: int) -> bool:
    """Whether a time that is left out goes on to what is left in: "1984 until her retirement"."""
    tokens, dating = view.syntax.tokens, view.leaving
    while after < len(tokens) and dating[after]:
        after += 1
    return after < len(tokens) and tokens[after].text.lower() in view.scene.words.small.towards


def _parts_with_comma(view: View, start: int, stop: int) -> bool:
    """Whether nothing but a time and a comma has been left out between two words."""
    between = range(start, stop)
    if not between:
        return False
    tokens, dating, syntax = view.syntax.tokens, view.leaving, view.syntax
    taken = [c for c in syntax.below[start - 1] if start and syntax.relations[c] == "obj"]
    if any(syntax.first_of(c) <= stop <= c for c in taken):
        return False  # "It got, in 1958, a hall."
    # "The owner, Acme, as early as May, that …": the comma before the time ends the aside.
    closes = tokens[start].text == "," and tokens[start - 1].tag == "PROPN"
    closes = closes and any(t.text == "," for t in tokens[max(0, start - NAME - 1) : start])
    return (tokens[stop - 1].text == "," or closes) and all(
        dating[k] or tokens[k].tag == "PUNCT" for k in between
    )


def _source(view: View, first: int, last: int) -> str:
    tokens, base = view.syntax.tokens, view.scene.sentence.start
    return view.scene.source[tokens[first].start - base : tokens[last].end - base]


def _article(view: View, number: int) -> str:
    """The article that a noun needs when its owner was a time: "Sunday's election"."""
    owned = number > 1 and view.syntax.tokens[number - 1].xpos == "POS"
    return f"{view.scene.words.small.definite} " if owned and view.hidden(number - 2) else ""


def _fitting(view: View, told: str, following: int) -> str:
    """Words whose last article is as the next word wants it: "an altar" of a "15th-century" one."""
    head, _, last = told.rpartition(" ")
    small = view.scene.words.small
    other = small.articles.get(last.lower())
    opens = view.syntax.tokens[following].text[:1].lower()
    # The longer form stands before a vowel.
    if other is None or (len(other) > len(last)) != (opens in small.vowels):
        return told
    fitting = other.capitalize() if last[:1].isupper() else other
    return f"{head} {fitting}".strip()


def render(view: View, words: Iterable[int], instead: Mapping[int, str]) -> str:
    """Words as they stand in the text; some with others in their place."""
    runs: list[list[int]] = []
    for number in with_marks(view, words):
        joined = runs and runs[-1][-1] == number - 1
        if joined and number not in instead and number - 1 not in instead:
            runs[-1].append(number)
        else:
            runs.append([number])
    pieces: list[str] = []
    for place, run in enumerate(runs):
        first, last = run[0], run[-1]
        following = runs[place + 1][0] if place + 1 < len(runs) else last + 1
        mark = "," if _parts_with_comma(view, last + 1, following) else ""
        told = instead.get(first, _source(view, first, last))
        if following > last + 1 and not mark:
            told = _fitting(view, told, following)
        pieces.append(_article(view, first) + told + mark)
    return STARS.sub("", " ".join(" ".join(pieces).split()))
