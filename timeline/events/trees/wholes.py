"""Words that belong together: those joined by hyphens, sums of money, names of several words.

How the words of "a $37-a-share offer" and "$41 million" hang together is plain from their order,
and what a parser that sees a few words at a time gets wrong in them spoils the clause: so it is
given one of them. Of names it makes more when it sees them whole; there it is only told where they
end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.events.cues import Cues
from timeline.sentences import NAMING, Token, Tree
from timeline.sentences.lexicon import ADJECTIVE, load_lexicon
from timeline.sentences.trees import find_circle
from timeline.sentences.vocabulary import TITLES

_HYPHENS = frozenset({"-", "‐", "‑"})
#: What cannot stand for a word: the "for" of "hoped-for", the "47" of "AK-47".
_EMPTY = frozenset(
    {"ADP", "AUX", "CCONJ", "DET", "NUM", "PART", "PRON", "PUNCT", "SCONJ", "SYM", "VERB"}
)
_MONEY = "$"
#: How many letters a small word inside a name has at most.
_PARTICLE = 3
_DESCRIBED = ("NOUN", "PROPN", "ADJ")
#: WordNet's numbers of the nouns for persons, and for artefacts, groups, places, natural objects.
_PERSON = 18
THINGS = frozenset({6, 14, 15, 17})


class Whole(NamedTuple):
    """Tokens of a sentence that hang together: what stands above and below them is `head`'s.

    The others hang on one of `heads` each, by one of `relations`, those of the head saying nothing;
    `named` tells a name from words joined by hyphens.
    """

    places: range
    head: int
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    named: bool

    def moved(self, by: int) -> Whole:
        """The same whole where so many tokens stand before."""
        places = range(self.places.start + by, self.places.stop + by)
        heads = tuple(k + by for k in self.heads)
        return self._replace(places=places, head=self.head + by, heads=heads)


def find_wholes(tokens: Sequence[Token], timed: Sequence[bool], words: Cues) -> list[Whole]:
    """The wholes of a sentence, in order; `timed` tells which tokens belong to times.

    >>> from timeline.events.cues import cues
    >>> from timeline.sentences import analyze
    >>> [sentence] = analyze("Mayor Ana Poe opened a coal-fired plant.")
    >>> wholes = find_wholes(sentence.tokens, [False] * 10, cues("en"))
    >>> [[sentence.tokens[k].text for k in whole.places] for whole in wholes]
    [['Mayor', 'Ana', 'Poe'], ['coal', '-', 'fired']]
    """
    found: list[Whole] = []
    start = 0
    while start < len(tokens):
        if not _may_open(tokens, start, words):
            start += 1
            continue
        stop = _end(tokens, timed, start)
        named = _behind_office(tokens, timed, stop - 1, words)
        stop = max(stop, named and _end(tokens, timed, named))
        called = _is_called(tokens, timed, stop, words)
        if named or called or stop - start > 1:
            whole = _whole(tokens, start, stop, named or start, words)
            found.append(_add_epithet(whole) if called else whole)
            stop = found[-1].places.stop
        start = stop
    return found


def _is_called(tokens: Sequence[Token], timed: Sequence[bool], place: int, words: Cues) -> bool:
    """Whether an epithet follows a name: "Cyrus the Great", not "gave Rome the Great Prize"."""
    if place + 1 >= len(tokens) or timed[place] or tokens[place - 1].xpos != "NNP":
        return False
    epithet = tokens[place + 1].text
    if tokens[place].text != words.small.definite or not epithet[:1].isupper():
        return False
    after = tokens[place + 2].tag if place + 2 < len(tokens) else ""
    known = epithet.lower() in words.pronouns.epithets
    named = known or bool(load_lexicon().entry(epithet.lower()).parts & ADJECTIVE)
    return named and after not in _DESCRIBED


def _add_epithet(name: Whole) -> Whole:
    """A name with its epithet, which the parser need not see."""
    places = range(name.places.start, name.places.stop + 2)
    heads, relations = (*name.heads, name.head, name.head), (*name.relations, "flat", "flat")
    return Whole(places, name.head, heads, relations, named=False)


def _may_open(tokens: Sequence[Token], start: int, words: Cues) -> bool:
    """Whether a whole may begin at a token: most are told from the two words at a glance."""
    if tokens[start].xpos in NAMING or tokens[start].xpos == _MONEY:
        return True
    after = tokens[start + 1] if start + 1 < len(tokens) else None
    if after is None:
        return False
    linked = after.text in _HYPHENS or after.text in ("&", words.pronouns.over)
    return linked or after.xpos in NAMING or after.tag == "NUM"


def hang_wholes(tree: Tree, names: Sequence[Whole]) -> Tree:
    """A tree with the words of each name hung together, below the topmost of them."""
    if not names:
        return tree
    heads, relations = list(tree.heads), list(tree.relations)
    for name in names:
        outer = [k for k in name.places if heads[k] not in name.places]
        top = min(outer, key=lambda k: (_depth(heads, k), k != name.head))
        above, relation = heads[top], relations[top]
        for k, head, inner in zip(name.places, name.heads, name.relations, strict=True):
            heads[k], relations[k] = head, inner
        heads[name.head], relations[name.head] = above, relation
    inside = {k: name for name in names for k in name.places}
    for k, head in enumerate(heads):
        whole = inside.get(head)
        # What stands before a title may go with it: "the former president Ana Poe".
        if whole is not None and k not in whole.places and max(k, head) >= whole.head:
            heads[k] = whole.head
    return tree if find_circle(heads) else Tree(tuple(heads), tuple(relations))


def _depth(heads: Sequence[int], word: int) -> int:
    """How many words stand above a word."""
    steps = 0
    while heads[word] >= 0:
        word, steps = heads[word], steps + 1
    return steps


def _end(tokens: Sequence[Token], timed: Sequence[bool], start: int) -> int:
    """Where the whole that begins at a token ends, one token on if there is none."""
    stop = start + 1
    if stop >= len(tokens):
        return len(tokens)
    if (tokens[start].xpos, tokens[stop].xpos) == ("NN", "CD"):
        if _is_graded(tokens, timed, start):
            return start + 3
        if _is_numbered(tokens, timed, start):
            return start + 2
    if tokens[start].xpos == _MONEY:
        # "$41 million"
        while stop < len(tokens) and tokens[stop].tag == "NUM" and not timed[stop]:
            stop += 1
        if stop < len(tokens) and tokens[stop].tag in _DESCRIBED:
            return start + 1  # "a $41 million loan"
    while stop < len(tokens) and not timed[start] and not timed[stop]:
        joined = _is_joined(tokens, stop) or tokens[stop].text == "&"
        if joined and stop + 1 < len(tokens) and not timed[stop + 1]:
            stop += 2
            continue
        if _is_particle(tokens, stop) and not timed[stop + 1]:
            stop += 2
            continue
        # "Transport ministry officer Ana Poe"
        opened = tokens[stop - 1].xpos in NAMING or _is_title_at(tokens, stop - 1)
        named = tokens[stop].xpos in NAMING or _is_title_at(tokens, stop)
        # "In Leeds Mr. Poe met her"
        if not (opened and named) or tokens[stop].text.rstrip(".") in TITLES:
            break
        stop += 1
    empty = not any(_tells(token) for token in tokens[start:stop])
    empty = empty and not _is_sum(tokens, start, stop)
    return start + 1 if empty or _is_shared(tokens, start) else stop


def _is_particle(tokens: Sequence[Token], place: int) -> bool:
    """Whether a token is a small word inside a name: "Dar es Salaam", "Ana de la Cruz"."""
    stop = place + 1
    if stop == len(tokens) or not {tokens[place - 1].xpos, tokens[stop].xpos} <= NAMING:
        return False
    text = tokens[place].text
    return text.islower() and len(text) <= _PARTICLE and tokens[place].tag not in _EMPTY


def _tells(token: Token) -> bool:
    """Whether a word says enough to stand for the others."""
    return token.tag not in _EMPTY or token.xpos in ("VBN", "VBG", "VBD")


def _is_graded(tokens: Sequence[Token], timed: Sequence[bool], start: int) -> bool:
    """Whether a noun and its number grade another: "a magnitude 7.6 quake", not "a fire 12 set"."""
    after = tokens[start + 2].xpos if start + 2 < len(tokens) else ""
    return after == "NN" and not any(timed[start : start + 3])


def _is_numbered(tokens: Sequence[Token], timed: Sequence[bool], start: int) -> bool:
    """Whether a number behind a noun names it: "of magnitude 7.6 struck", but "by bus 12 fled"."""
    if not start or tokens[start - 1].tag != "ADP" or any(timed[start : start + 2]):
        return False
    after = tokens[start + 2].tag if start + 2 < len(tokens) else ""
    return after in ("ADP", "AUX", "PUNCT", "VERB")


def _is_sum(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether tokens are a sum of money: "$41 million"."""
    return tokens[start].xpos == _MONEY and all(t.tag == "NUM" for t in tokens[start + 1 : stop])


def _behind_office(tokens: Sequence[Token], timed: Sequence[bool], start: int, words: Cues) -> int:
    """Where the name begins in "Secretary of State Ana Poe", or 0."""
    pronouns = words.pronouns
    if start + 1 >= len(tokens) or tokens[start + 1].text != pronouns.over:
        return 0
    if tokens[start].text.lower() not in pronouns.offices:
        return 0
    stop = _end(tokens, timed, start + 2)
    return stop - 2 if stop - start > 4 and tokens[stop - 1].xpos == "NNP" else 0


def _is_title_at(tokens: Sequence[Token], place: int) -> bool:
    """Whether a noun is a title before a name: "officer Ana Poe", not "the officer Poe met"."""
    before = tokens[place - 1].tag if place else ""
    after = tokens[place + 1].xpos if place + 1 < len(tokens) else ""
    titled = tokens[place].xpos == "NN" and after in NAMING and before not in ("DET", "PRON")
    return titled and names_person(tokens[place])


def _is_shared(tokens: Sequence[Token], start: int) -> bool:
    """Whether a name goes on with one word before it: "the Coast and Harbour Guard"."""
    before = tokens[max(0, start - 3) : start]
    return [token.tag for token in before] == ["DET", "PROPN", "CCONJ"]


def _is_joined(tokens: Sequence[Token], place: int) -> bool:
    """Whether a token is a hyphen with no space before or after it."""
    if tokens[place].text not in _HYPHENS or place + 1 >= len(tokens):
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    return before.end == tokens[place].start and tokens[place].end == after.start


def _whole(tokens: Sequence[Token], start: int, stop: int, named: int, words: Cues) -> Whole:
    """The tokens from `start` to `stop` as one; titles hang on the name behind them.

    The name begins at `named`, or behind the last title. As in the English Web Treebank, persons'
    names hang on their first word ("flat"), those of things on their last ("compound").
    """
    if _is_sum(tokens, start, stop):
        inside = ("", *["nummod"] * (stop - start - 1))
        return Whole(range(start, stop), start, (start,) * len(inside), inside, named=False)
    over = (k - 1 for k in range(start + 1, named) if tokens[k].text == words.pronouns.over)
    title = next(over, -1)
    for k in range(stop - 2, named - 1, -1):
        if _is_office(tokens, k, stop, words):
            title, named = k, k + 1
            break
    name = [k for k in range(named, stop) if tokens[k].xpos in NAMING]
    titled = title >= start or (start > 0 and names_person(tokens[start - 1]))
    thing = not titled and is_thing([tokens[k] for k in name], words)
    person = tokens[stop - 1].xpos in NAMING and not thing
    told = [k for k in range(start, stop) if _tells(tokens[k])]
    # A name may be made of words that tell nothing: of "iTunes UK" none is a noun to the tagger.
    head = name[0] if person and name else max(told, default=stop - 1)
    gendered = (words.pronouns.male_titles, words.pronouns.female_titles)
    heads, relations = list[int](), list[str]()
    for k in range(start, stop):
        heads.append(title if k < named and k != title else head)
        inner = "flat" if k > head and person else "compound"
        if k == title and not any(tokens[k].text.lower() in some for some in gendered):
            inner = "nmod"
        if tokens[k].text == words.pronouns.over:
            inner = "case"
        relations.append("punct" if tokens[k].tag == "PUNCT" else inner)
    named = tokens[head].xpos in NAMING
    return Whole(range(start, stop), head, tuple(heads), tuple(relations), named)


def _is_office(tokens: Sequence[Token], place: int, stop: int, words: Cues) -> bool:
    """Whether a word of a name is a title: not in "General Motors" or "King County"."""
    token, rest = tokens[place], tokens[place + 1 : stop]
    if token.xpos not in NAMING:
        return token.xpos == "NN" and names_person(token)
    entry = load_lexicon().entry(token.text.lower())
    # "Chief Executive Ieva Berg" has a given name that no dictionary knows.
    given = len(rest) > 1 and not load_lexicon().entry(rest[0].text.lower()).parts
    if token.text.lower() not in words.pronouns.offices or (is_thing(rest, words) and not given):
        return False
    # "General Electric", but "Attorney General Poe"
    return len(rest) > 1 or not entry.parts & ADJECTIVE or tokens[place - 1].xpos in NAMING


def names_person(token: Token) -> bool:
    """Whether a word beside a name is one for persons."""
    return load_lexicon().entry(token.lemma.lower()).noun == _PERSON


def is_thing(name: Sequence[Token], words: Cues) -> bool:
    """Whether a name begins or ends as those of places and things do: "Port Ansel"."""
    if not name:
        return False
    first, last = name[0].text.lower(), name[-1].text.lower()
    thing = load_lexicon().entry(name[-1].lemma.lower()).noun in THINGS
    nouns, pronouns = words.nouns, words.pronouns
    if last in nouns.incorporated:
        return len(name) > 1
    known = first in pronouns.male_names or first in pronouns.female_names
    return not known and (thing or last in nouns.firms or first in nouns.places)
