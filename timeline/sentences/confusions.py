"""Tags that are easily taken for each other, told by the whole sentence.

The network sees three words to each side, and forms such as "moved" or "votes" are either of two:
whether the clause has its finite verb, or an auxiliary its participle, may be known only farther
off. So each word that the network is unsure of is weighed once more, by what stands around it as
the network has read it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from timeline.sentences.draft import Draft
from timeline.sentences.lacking import count_clauses
from timeline.sentences.tagger import label
from timeline.sentences.tokens import FINITE, RELATIVE


class Pair(NamedTuple):
    """Two labels that are taken for each other: past tense and participle, say."""

    first: str
    second: str

    @property
    def name(self) -> str:
        """Its name in the file of weights."""
        return f"{self.first} {self.second}"


#: Those that are weighed once more; no label is in two of them.
PAIRS = (
    Pair("VERB/VBD", "VERB/VBN"),
    Pair("NOUN/NNS", "VERB/VBZ"),
)
#: A lead of the network's first choice that is never overruled.
SURE = 8.0
#: How much more must speak against a finite verb, in hundredths, where a whole sentence would have
#: no other.
_WANTED = 100
#: How often the words of a sentence are weighed at most.
_ROUNDS = 2
#: Beyond this lead all are alike.
_FAR = 8
#: What a noun phrase is made of; of prepositional phrases behind it so many are walked back over.
_NOMINAL = frozenset("NN NNS NNP NNPS DT PDT JJ JJR JJS CD POS PRP$ HYPH VBG $".split())
_DEEP = 4
#: Parts of speech whose words are told themselves, not only by their tags.
_CLOSED = frozenset("ADP DET PRON SCONJ CCONJ PART AUX PUNCT ADV".split())
#: Parts of speech that part clauses, as relatives do.
_PARTING = frozenset({"PUNCT", "CCONJ", "SCONJ"})
#: How a subject begins that can stand by itself; captions leave out articles.
_OPENING = ("DT", "PRP$", "NNS", "NNP", "NNPS")
_MARKS = {
    **{mark: mark for mark in ",;:"},
    **dict.fromkeys("\"“”''``", '"'),
    **dict.fromkeys("()[]", "("),
}


def settle_confusions(draft: Draft) -> None:
    """Puts one of two labels for each word that might have either.

    Those of a sentence are weighed again where one has changed, since each tells of the others.
    """
    best, weights = draft.best, [load_confusions()[pair.name] for pair in PAIRS]
    sides = pair_columns().tolist()
    finite_first = [pair.first.endswith(tuple(FINITE)) for pair in PAIRS]
    places, pairs, leads = find_unsure(draft)
    by_sentence: dict[int, list[tuple[int, int, float]]] = {}
    told = zip(places.tolist(), pairs.tolist(), leads.tolist(), strict=True)
    for home, one in zip(draft.homes(places), told, strict=True):
        by_sentence.setdefault(home, []).append(one)
    for home, inner in by_sentence.items():
        words, start = draft.sentences[home], int(draft.starts[home])
        for _ in range(_ROUNDS):
            sentence, changed = Told(words, *draft.tags(start, words)), False
            for place, pair, lead in inner:
                found = sentence.describe(place - start, lead)
                speaks = sum(filter(None, map(weights[pair].get, found)))
                wanted = _WANTED if sentence.wants_verb(place - start) else 0
                chosen = sides[pair][speaks > (wanted if finite_first[pair] else -wanted)]
                changed |= chosen != best[place]
                best[place] = chosen
            if not changed:
                break


def find_unsure(
    draft: Draft, sure: float = SURE
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], npt.NDArray[np.float32]]:
    """The places of words that have a label of a pair and might have the other, the numbers of
    their pairs, and by how much the network prefers the second label of each."""
    sides = pair_columns()
    numbers = np.full(draft.scores.shape[1], -1)
    numbers[sides.T] = np.arange(len(PAIRS))
    places = np.flatnonzero(numbers[draft.best] >= 0)
    pairs = numbers[draft.best[places]]
    first, second = draft.scores[places, sides[pairs].T]
    leads = second - first
    unsure = np.abs(leads) <= sure
    return places[unsure], pairs[unsure], leads[unsure]


@cache
def pair_columns() -> npt.NDArray[np.intp]:
    """The columns of the tagger's scores for the first and the second label of each pair."""
    return np.array([[label(name) for name in pair] for pair in PAIRS])


@cache
def load_confusions() -> Mapping[str, Mapping[str, int]]:
    """The weights of what speaks for the second label of each pair, in hundredths, read once."""
    text = files("timeline.sentences").joinpath("weights", "confusions.json").read_text("utf-8")
    loaded: dict[str, dict[str, int]] = json.loads(text)
    return loaded


class Told:
    """A sentence with its tags, as it is looked at from one of its words.

    `words`, `tags` and `xpos` are as long as the sentence.
    """

    def __init__(self, words: Sequence[str], tags: Sequence[str], xpos: Sequence[str]) -> None:
        self.words, self.tags, self.xpos = words, tags, xpos
        self._finite = sum(map(FINITE.__contains__, xpos))
        self._lacking = count_clauses(words, tags, xpos) - self._finite
        self._parting = [
            self._parts(k) if tag in _PARTING or form in RELATIVE else ""
            for k, (tag, form) in enumerate(zip(tags, xpos, strict=True))
        ]

    def wants_verb(self, k: int) -> bool:
        """Whether the words before a place are a subject, and the sentence is whole but for a
        finite verb: "A lorry overturned.", "Troops left."."""
        if self.words[-1] != "." or self._finite > (self.xpos[k] in FINITE):
            return False
        _, opener, first, _, _ = self._subject(k)
        return opener == "^" and first in _OPENING

    def describe(self, k: int, lead: float) -> list[str]:
        """What speaks for or against the second label of a pair at a place, which the network
        prefers by a lead.

        That are the words around it, the next verbs on both sides and the marks and conjunctions
        on the way to them, what opens the noun phrase before it, whether the sentence lacks a
        finite verb, and what helps the verb that an "and" may join it to.
        """
        tags, xpos = self.tags, self.xpos
        back, ahead = self._word(k - 1), self._word(k + 1)
        farther_back, farther_ahead = self._word(k - 2), self._word(k + 2)
        tag_back, tag_ahead = self._tag(k - 1), self._tag(k + 2)
        before, left_way, left = self._next_verb(k, -1)
        behind, right_way, _ = self._next_verb(k, 1)
        left_path, right_path = f"{before}|{left_way[:2]}", f"{behind}|{right_way[:2]}"
        head, opener, first, deep, moved = self._subject(k)
        lacking = max(-2, min(3, self._lacking + (xpos[k] in FINITE)))
        sure = int(max(-_FAR, min(_FAR, round(lead))))
        form = self.words[k].lower()
        found = [
            "",
            f"form={form}",
            f"end={form[-3:]}",
            f"sure={sure}",
            f"-1={back}",
            f"+1={ahead}",
            f"-2={farther_back}",
            f"+2={farther_ahead}",
            f"-1+1={tag_back}|{ahead}",
            f"-2-1={farther_back}|{tag_back}",
            f"+1+2={ahead}|{tag_ahead}",
            f"left={before}",
            f"right={behind}",
            f"left={before}|{left_way}",
            f"right={behind}|{right_way}",
            f"both={left_path}|{right_path}",
            f"opener={opener}",
            f"head={head}|{deep}",
            f"adverb={moved}",
            f"opener={opener}|{head}",
            f"opener={opener}|+1={ahead}",
            f"opener={opener}|left={left_path}",
            f"opener={opener}|right={right_path}",
            f"head={head}|right={right_path}",
            f"lacking={lacking}",
            f"lacking={lacking}|sure={sure // 2}",
            f"lacking={lacking}|opener={opener}",
            f"lacking={lacking}|opener={opener}|{first}|{self.words[-1]}",
            f"sure={sure // 2}|opener={opener}|{first}|right={behind}",
            f"lacking={lacking}|left={left_path}",
            f"lacking={lacking}|right={behind}|{right_way[:1]}",
            f"sure={sure // 3}|{before}|{behind}",
            f"sure={sure // 3}|opener={opener}",
        ]
        helper = self._behind(k, ("ADV", "PART", "PRON"))
        found.append(
            f"helped={self._word(helper) if helper >= 0 and tags[helper] == 'AUX' else ''}"
        )
        if (before in ("VBN", "VBD") and "C" in left_way) or left_way[:1] == ",":
            at = self._behind(left, ("ADV", "PART"))
            helped = self.words[at].lower() if at >= 0 and tags[at] == "AUX" else ""
            joined = f"joined={left_way}|{helped}"
            found += [f"{joined}|{before}", f"{joined}|{before}|-1={tag_back}"]
            found.append(f"{joined}|-1={tag_back}|+1={ahead}")
        return found

    def _tag(self, n: int) -> str:
        return self.xpos[n] if 0 <= n < len(self.words) else "#"

    def _word(self, n: int) -> str:
        if not 0 <= n < len(self.words):
            return "#"
        return self.words[n].lower() if self.tags[n] in _CLOSED else self.xpos[n]

    def _parts(self, n: int) -> str:
        """How a word that parts clauses does so, in one character."""
        tag = self.tags[n]
        if tag == "PUNCT":
            dash = "-" if self.xpos[n] in (":", "HYPH", ",") else "."
            return _MARKS.get(self.words[n], dash)
        return tag[0] if tag in _PARTING else "W"

    def _behind(self, k: int, passed: Sequence[str]) -> int:
        """The place before `k` and before words of some parts of speech there."""
        k -= 1
        while k >= 0 and self.tags[k] in passed:
            k -= 1
        return k

    def _next_verb(self, k: int, step: int) -> tuple[str, str, int]:
        """The form of the next verb to one side, the first three that part it, and its place."""
        way, n = "", k + step
        while 0 <= n < len(self.words):
            way += self._parting[n]
            form = self.xpos[n]
            if self.tags[n] in ("VERB", "AUX") and form[:2] in ("VB", "MD"):
                form = "VBZ" if form == "VBP" else form
                return f"a{form}" if self.tags[n] == "AUX" else form, way[:3], n
            n += step
        return "<" if step < 0 else ">", way[:3], -1

    def _subject(self, k: int) -> tuple[str, str, str, bool, bool]:
        """The tag of the word that might end a subject, what opens the noun phrase it ends, the
        tag that this begins with, whether it has phrases of its own, and whether an adverb stands
        between."""
        n = end = self._behind(k, ("ADV",)) if self._tag(k - 1) != "WRB" else k - 1
        deep = 0
        while n >= 0:
            first = n
            while first >= 0 and self.xpos[first] in _NOMINAL:
                first -= 1
            if first == n:
                break
            n = first
            inner = first > 0 and self.tags[first] == "ADP" and self.xpos[first - 1] in _NOMINAL
            if not inner or deep == _DEEP:
                break
            n, deep = first - 1, deep + 1
        if n < 0:
            opener = "^"
        else:
            named = self.tags[n] in ("ADP", "AUX", "PRON", "PART")
            opener = self._parting[n] or (self._word(n) if named else self.xpos[n])
        return self._tag(end), opener, self._tag(n + 1), deep > 0, end != k - 1
