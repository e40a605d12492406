"""What is set into a sentence and says something of its own: brackets, dashes, who says so.

"The problem, traders say, is the yen", "It hit the carrier -- the largest of its kind -- at dawn",
"a plant in Dayton, Ohio, closed": the sentence goes on as if they were not there.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from timeline.sentences import FINITE, RELATIVE, Token

#: How who says so hangs on what is said.
SAYING = "parataxis:said"
_DASHES = frozenset({"--", "–", "—", "_"})
_OPENING = frozenset({"(", ",", *_DASHES})
_SUBJECTS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
#: How many words an inset has at most, and who says so before the verb.
_LONGEST, _NAME = 30, 7
#: How many words the name of a region has at most.
_REGION = 4


class Inset(NamedTuple):
    """Some tokens of a sentence, by place, between two marks (-1: none), and how they hang."""

    places: range
    opening: int
    closing: int
    relation: str

    @property
    def whole(self) -> range:
        """Its tokens and the marks on both sides."""
        closing = self.places.stop if self.closing >= 0 else self.places.stop - 1
        return range(self.opening, closing + 1)


def find_insets(
    tokens: Sequence[Token],
    timed: Sequence[bool],
    saying: Collection[str] = (),
    regions: Collection[str] = (),
) -> list[Inset]:
    """The insets of a sentence, in order, none within another.

    `timed` tells which tokens belong to times, `saying` are the verbs by which somebody says so,
    `regions` the names, in small letters, that may stand behind a town's.

    >>> from timeline.sentences import analyze
    >>> [sentence] = analyze("A plant (the oldest of all) in Dayton, Ohio, closed.")
    >>> insets = find_insets(sentence.tokens, [False] * 15, (), {"ohio"})
    >>> [" ".join(sentence.tokens[k].text for k in inset.places) for inset in insets]
    ['the oldest of all', 'Ohio']
    """
    found: list[Inset] = []
    done = 1
    for start in [k for k, token in enumerate(tokens) if token.text in _OPENING]:
        if not done <= start < len(tokens) - 1:
            continue
        inset = (
            _bracket(tokens, start)
            or _between_dashes(tokens, start)
            or _saying(tokens, timed, saying, start)
            or _region(tokens, regions, start)
        )
        if inset is not None and not any(timed[k] for k in inset.places[:1]):
            found.append(inset)
            done = max(inset.whole.stop, start + 1)
    return found


def _bracket(tokens: Sequence[Token], start: int) -> Inset | None:
    """What stands in round brackets."""
    if tokens[start].text != "(":
        return None
    closing = _next(tokens, start, frozenset({")"}))
    if closing < 0 or closing == start + 1:
        return None
    return _set_in(tokens, start, closing)


def _between_dashes(tokens: Sequence[Token], start: int) -> Inset | None:
    """What stands between two dashes."""
    if tokens[start].text not in _DASHES:
        return None
    closing = _next(tokens, start, _DASHES)
    if closing <= start + 1 or closing >= len(tokens) - 2:
        return None
    return _set_in(tokens, start, closing)


def _next(tokens: Sequence[Token], start: int, marks: Collection[str]) -> int:
    """The next of some marks, or -1 where it is too far off."""
    for place in range(start + 1, min(len(tokens), start + _LONGEST + 2)):
        if tokens[place].text in marks:
            return place
        if tokens[place].text in ("(", ";"):
            break
    return -1


def _set_in(tokens: Sequence[Token], opening: int, closing: int) -> Inset:
    """What stands between two marks: a clause of its own, or what describes the word before."""
    inside = range(opening + 1, closing)
    verb = next((k for k in inside if tokens[k].xpos in FINITE), closing)
    relative = any(tokens[k].xpos in RELATIVE for k in inside[: verb - opening])
    if verb < closing and not relative:
        return Inset(inside, opening, closing, "parataxis")
    first = next((k for k in inside if tokens[k].tag != "ADV"), inside[0])
    doing = relative or tokens[first].tag == "VERB"
    return Inset(inside, opening, closing, "acl" if doing else "appos")


def _saying(
    tokens: Sequence[Token], timed: Sequence[bool], saying: Collection[str], start: int
) -> Inset | None:
    """Who says so, between commas, where the verb of what is said is still to come."""
    if tokens[start].text != "," or any(token.xpos in FINITE for token in tokens[:start]):
        return None
    verb = next(
        (k for k in range(start + 1, len(tokens)) if tokens[k].tag in ("VERB", "AUX", "PUNCT")), -1
    )
    named = tokens[start + 1 : verb]
    if verb < 0 or not 0 < len(named) <= _NAME or tokens[verb].lemma not in saying:
        return None
    if tokens[verb].xpos not in FINITE or not any(token.tag in _SUBJECTS for token in named):
        return None
    if any(token.tag in ("SCONJ", "CCONJ") or token.xpos in RELATIVE for token in named):
        return None
    closing = verb + 1
    while closing < len(tokens) and (timed[closing] or tokens[closing].tag in ("ADP", "ADV")):
        closing += 1
    if closing >= len(tokens) - 1 or tokens[closing].text != ",":
        return None
    return Inset(range(start + 1, closing), start, closing, SAYING)


def _region(tokens: Sequence[Token], regions: Collection[str], start: int) -> Inset | None:
    """The state or country behind a town: "Dayton, Ohio,"."""
    town = tokens[start - 1]
    if tokens[start].text != "," or town.tag != "PROPN" or town.text.lower() in regions:
        return None
    for stop in range(min(start + 1 + _REGION, len(tokens)), start + 1, -1):
        name = " ".join(token.text.lower() for token in tokens[start + 1 : stop])
        if name.replace(" .", ".") not in regions:
            continue
        closed = stop < len(tokens) and tokens[stop].text == ","
        after = stop + closed
        listed = after < len(tokens) and tokens[after].tag in ("CCONJ", "PROPN")
        if listed:
            return None
        # The comma after "based in Dayton, Ohio," ends what the one before "based" began.
        open_ = sum(token.text == "," for token in tokens[:start]) % 2
        # "The Dayton, Ohio, jury"
        inside = stop + 1 < len(tokens) and tokens[stop + 1].tag in ("ADJ", "NOUN")
        closed = closed and (inside or not open_)
        return Inset(range(start + 1, stop), start, stop if closed else -1, "appos")
    return None
