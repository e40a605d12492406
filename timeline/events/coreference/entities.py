"""Somebody or something that a document names, and what the words of a noun tell of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline.events.cues import Cues
from timeline.events.trees.syntax import Syntax
from timeline.events.trees.wholes import is_thing, names_person
from timeline.sentences import Token
from timeline.sentences.lexicon import load_lexicon

#: WordNet's number of the nouns for places.
_LOCATION = 15
#: Those of the nouns for qualities, for what is owned and for amounts.
_MEASURES = frozenset({7, 21, 23})
SUBJECT, OBJECT, OTHER = 0, 1, 2
#: Genders. A ship is "she" as well as "it".
MALE, FEMALE, SHIP = "male", "female", "ship"
#: Tags of words that may name somebody or something.
NOMINAL = frozenset({"NOUN", "PROPN"})
#: What stands after a name and is none: "II", "Jr."
_ORDINAL = re.compile(r"[IVX]+|[JS]r\.?")
_ROLES = {"nsubj": SUBJECT, "csubj": SUBJECT, "obj": OBJECT, "iobj": OBJECT}


class Entity(NamedTuple):
    """Somebody or something named: `head` is its main word in the sentence, `first` its first.

    `key` is what names of the same share (a surname, a noun); `gender` is "male", "female", "ship"
    or ""; `role` is subject, object or other; `proper` tells a name, `perhaps` one that may be a
    person's, `titled` one with a word for persons beside it ("Judge Marsh", "Moss, a nurse");
    `given` is a name's first word; `form` is "name", or how a noun is opened: "the", "a", "own" or
    "bare"; `field` is WordNet's number for nouns of its kind.
    """

    sentence: int
    head: int
    first: int
    key: str
    person: bool
    plural: bool
    group: bool
    gender: str
    role: int
    proper: bool
    perhaps: bool
    titled: bool
    given: str
    form: str
    field: int

    @property
    def is_measure(self) -> bool:
        """Whether it is an amount or a quality of something: "revenue", "demand"."""
        return self.form == "bare" and not self.plural and self.field in _MEASURES


class Nouns:
    """What the words of a noun tell of whom or what it names."""

    def __init__(self, words: Cues) -> None:
        self._words = words

    def key(self, token: Token, name: Sequence[Token]) -> tuple[str, frozenset[str]]:
        """What names of the same share, and what tells its bearers apart: of "King Louis II" it is
        "Louis" and "II"."""
        if token.tag != "PROPN" or not name:
            return token.lemma.lower(), frozenset()
        plain = (n for n in reversed(range(len(name))) if not _ORDINAL.fullmatch(name[n].text))
        at = next(plain, len(name) - 1)
        others = (part for n, part in enumerate(name) if n != at)
        return name[at].text, frozenset(p.text for p in others if not self.is_title(p))

    def is_title(self, token: Token) -> bool:
        """Whether a word before a name is none of it: "Sir", "Judge"; "Paul" is a saint, too."""
        word, pronouns = token.text.lower(), self._words.pronouns
        if word in pronouns.male_names or word in pronouns.female_names:
            return False
        titled = word in pronouns.male_titles or word in pronouns.female_titles
        return titled or names_person(token)

    def gender(self, syntax: Syntax, inside: Sequence[int]) -> str:
        """What titles, nouns and first names tell."""
        pronouns = self._words.pronouns
        for number in sorted(inside):
            token = syntax.tokens[number]
            word, named = token.text.lower(), token.tag == "PROPN"
            if number and syntax.tokens[number - 1].text.lower() in pronouns.hallowing:
                continue
            if word in pronouns.male_titles or (named and word in pronouns.male_names):
                return MALE
            if word in pronouns.female_titles or (named and word in pronouns.female_names):
                return FEMALE
            if token.lemma.lower() in pronouns.ships:
                return SHIP
        return ""

    def is_plural(self, syntax: Syntax, number: int, name: Sequence[int], bare: bool) -> bool:
        """Whether a noun stands for several, by its form, what is joined to it, or its people."""
        tokens = syntax.tokens
        token = tokens[number]
        # "Halcyon Lines" is one.
        single = len(name) > 1 and token.xpos == "NNPS"
        single = single and (bare or is_thing([tokens[k] for k in name], self._words))
        # "The French held it": they did.
        people = token.text.lower() in self._words.nouns.peoples and number > 0
        people = people and tokens[number - 1].tag == "DET"
        joined = syntax.child(number, "conj") >= 0
        return (token.xpos in ("NNS", "NNPS") and not single) or joined or people

    def form(self, syntax: Syntax, before: Sequence[int]) -> str:
        """What opens a noun: an article or another such word, an owner, or nothing."""
        small = self._words.small
        for word in before:
            token = syntax.tokens[word]
            if syntax.relations[word] == "det":
                new = token.text.lower() in small.indefinite
                return "a" if new else small.definite
            if token.xpos == "PRP$" or syntax.relations[word] == "nmod":
                return "own"
        return "bare"

    def role(self, syntax: Syntax, number: int) -> int:
        """Whether a noun is a subject, an object or the owner of a subject, or something else."""
        relation, above = syntax.relations[number], syntax.heads[number]
        owns = above >= 0 and syntax.relations[above] == "nsubj" and relation == "nmod"
        owns = owns and any(syntax.tokens[c].xpos == "POS" for c in syntax.below[number])
        return _ROLES.get(relation, OBJECT if owns else OTHER)

    def is_christened(self, syntax: Syntax, name: Sequence[int]) -> bool:
        """Whether what would be somebody's name stands behind a "the", or a word for ships."""
        if not name or not name[0]:
            return False
        if syntax.tokens[name[0] - 1].lemma.lower() in self._words.pronouns.ships:
            return True
        first, pronouns = syntax.tokens[name[0]].text.lower(), self._words.pronouns
        article = syntax.tokens[name[0] - 1].text.lower() == self._words.small.definite
        given = first in pronouns.male_names or first in pronouns.female_names
        single = syntax.tokens[name[-1]].xpos == "NNP"
        titled = len(name) > 1 and first in pronouns.christened
        return article and single and (given or titled)

    def only_opens(self, tokens: Sequence[Token], word: int) -> bool:
        """Whether a word has its capital from the sentence it opens: "Substitute Ana Poe"."""
        lower, words = tokens[word].text.lower(), self._words
        known = lower in words.pronouns.male_names or lower in words.pronouns.female_names
        common = load_lexicon().entry(lower).noun > 0 and not names_person(tokens[word])
        return word == 0 and common and not known and lower not in words.nouns.places

    def is_place(self, syntax: Syntax, number: int) -> bool:
        """Whether a name is that of a town or a country: "the town of Stoke Poges"."""
        above, case = syntax.heads[number], syntax.child(number, "case")
        owned = (
            above >= 0
            and case >= 0
            and syntax.tokens[case].text.lower() == self._words.pronouns.over
        )
        return owned and load_lexicon().entry(syntax.tokens[above].lemma.lower()).noun == _LOCATION

    def is_handled(self, syntax: Syntax, verb: int) -> bool:
        """Whether a verb tells what is done with things, as drugs are given or begun."""
        verbs, lemma = self._words.verbs, syntax.tokens[verb].lemma
        plain = syntax.is_passive(verb) and syntax.child(verb, "obj", "xcomp") < 0
        return plain and (lemma in verbs.granting or lemma in verbs.dawning)

    def tells_place(self, syntax: Syntax, name: str) -> bool:
        """Whether a sentence tells that a name is no person's."""
        local, neuter = self._words.prepositions.local, self._words.pronouns.neuter
        for number, token in enumerate(syntax.tokens):
            named = token.text == name and token.tag == "PROPN"
            case = syntax.child(number, "case") if named else -1
            if case >= 0 and syntax.tokens[case].text.lower() in local:
                return True
            if token.text.lower() in neuter:
                clause = syntax.clause(number)
                subject = syntax.subject(clause, self._words) if clause >= 0 else -1
                if subject >= 0 and syntax.tokens[subject].text == name:
                    return True
        return False
