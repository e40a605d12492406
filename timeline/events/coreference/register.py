"""The persons, groups and things that a document names, entered as they are met."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence, Set
from typing import NamedTuple

from timeline.events.coreference.entities import NOMINAL, SHIP, Entity, Nouns
from timeline.events.cues import Cues
from timeline.events.trees.syntax import LazyTrees, Syntax
from timeline.events.trees.wholes import THINGS, is_thing, names_person
from timeline.expressions import TimeExpression
from timeline.sentences import Token
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.vocabulary import OWNING

#: Words of a name, and of one that is handy enough to stand for a pronoun.
_LONGEST_NAME = 5
_HANDY_NAME = 3
#: A word that is spelt out, as "PCR": no surname is without a vowel, but for short ones ("Ng").
_UNSPEAKABLE = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,}")
#: WordNet's numbers of the nouns for groups and for persons.
_GROUP, _PERSON = 14, 18
_NAMING = frozenset({"compound", "flat", "amod"})


class _Name(NamedTuple):
    """Where the `words` of a name stand, whether it is `bare` of articles and adjectives, and whose
    it is: that of an `office`, or of somebody `titled`."""

    words: Sequence[int]
    bare: bool
    office: bool
    titled: bool


class Register:
    """The names of a document, entered as they are met.

    `genders` holds what is known of persons who are called by a key, `ships` the keys of ships
    that their own words do not call so. Persons' names are kept with the sentence they were first
    met in.
    """

    def __init__(
        self, text: str, trees: LazyTrees, words: Cues, times: Sequence[TimeExpression] = ()
    ) -> None:
        self._text = text
        self._times = [(time.start, time.end) for time in times]
        self._trees = trees
        self._words = words
        self._nouns = Nouns(words)
        self._called: dict[str, dict[str, int]] = {}
        self._bearers: dict[str, dict[str, set[str]]] = {}
        self._first_names: dict[str, str] = {}
        self._local: dict[str, bool] = {}
        self.genders: dict[str, str] = {}
        self.ships: set[str] = set()

    def name(self, entity: Entity, sentence: int) -> str:
        """An entity in words, as a sentence may call it: a person by the fullest name so far, a
        thing named before as "the"."""
        known = self._fullest(entity.key, sentence)
        syntax = self._trees[entity.sentence]
        tokens = syntax.tokens
        # "The Duke" is called by no name.
        definite = self._words.small.definite
        ranked = any(tokens[c].text.lower() == definite for c in syntax.below[entity.head])
        if known is not None and (" " in known or not ranked):
            return known
        beside = next((c for c in syntax.below[entity.head] if self._is_name(syntax, c)), -1)
        chosen = {entity.head if beside < 0 else beside}
        for at in list(chosen):
            chosen |= {k for c in syntax.below[at] if _belongs(syntax, c) for k in syntax.phrase(c)}
        chosen = {k for k in chosen if not self.timed(tokens[k].start)}
        while tokens[min(chosen, default=entity.head)].tag == "CCONJ":
            chosen.discard(min(chosen))
        first, last = min(chosen, default=entity.head), max(chosen, default=entity.head)
        text = " ".join(self._text[tokens[first].start : tokens[last].end].split())
        word, _, rest = text.partition(" ")
        if rest and word.lower() in self._words.small.indefinite:
            return f"{self._words.small.definite} {rest}"
        opens = first == 0 and not entity.proper and tokens[first].tag in ("NOUN", "NUM")
        # "French forces" keep their letter, and so do "Germans" and "MPs".
        opens = opens and not word[1:2].isupper() and not word.endswith(self._words.small.proper)
        if tokens[first].tag == "DET" or opens:
            text = text[:1].lower() + text[1:]
        if tokens[first].tag == "DET":
            return text
        if tokens[first].tag == "NUM" and tokens[entity.head].tag == "NOUN" and word.isalpha():
            return f"{self._words.small.definite} {text}"
        owner = next((c for c in syntax.below[entity.head] if tokens[c].xpos == "PRP$"), -1)
        if owner < 0 or beside >= 0 or tokens[entity.head].tag != "NOUN":
            return text
        # "My brother" is no other's.
        mine = tokens[owner].text in self._words.pronouns.speaking
        return f"{tokens[owner].text.lower() if mine else definite} {text}"

    def is_name(self, word: str, sentence: int) -> bool:
        """Whether a person met up to a sentence is called so."""
        return self._fullest(word, sentence) is not None

    def _fullest(self, key: str, sentence: int) -> str | None:
        """The longest name of a person in the text up to a sentence, of more than three words only
        if the person is called by no shorter one.

        What stands further on has no say, whether or not it has been read by now.
        """
        names = [name for name, at in self._called.get(key, {}).items() if at <= sentence]
        handy = [name for name in names if len(name.split()) <= _HANDY_NAME]
        return max(handy or names, key=len, default=None)

    def enter(self, sentence: int, number: int) -> Entity | None:
        """What a word of a sentence names, or None if it is no noun of its own."""
        syntax = self._trees[sentence]
        token = syntax.tokens[number]
        inside = syntax.relations[number] in ("compound", "flat", "fixed")
        if token.tag not in NOMINAL or inside or self.timed(token.start):
            return None
        return self._enter(sentence, syntax, number)

    def _is_name(self, syntax: Syntax, child: int) -> bool:
        """Whether a word is the name set beside a noun: "her son Declan"."""
        named = syntax.tokens[child].tag == "PROPN"
        head = syntax.tokens[syntax.heads[child]]
        beside = syntax.relations[child] in ("appos", "flat")
        return named and beside and head.tag == "NOUN"

    def timed(self, offset: int) -> bool:
        """Whether a character stands in a time expression."""
        place = bisect_right(self._times, (offset, len(self._text))) - 1
        return place >= 0 and offset < self._times[place][1]

    def _enter(self, sentence: int, syntax: Syntax, number: int) -> Entity:
        tokens = syntax.tokens
        token = tokens[number]
        before = [c for c in syntax.below[number] if c < number]
        inside = [number, *(c for c in before if syntax.relations[c] in _NAMING)]
        flat = [c for c in syntax.below[number] if syntax.relations[c] == "flat"]
        proper = [n for n in (*inside, *flat) if tokens[n].tag == "PROPN"]
        # In "In 218 BC Hannibal left" his name has one word.
        name = sorted(n for n in proper if not self.timed(tokens[n].start))
        entry = load_lexicon().entry(token.lemma.lower())
        beside = [c for c in syntax.below[number] if syntax.relations[c] == "appos"]
        if token.tag != "PROPN" and entry.noun != _PERSON:
            # Of "a village, the daughter of a priest" the village is nobody's daughter.
            beside = []
        gender = self._nouns.gender(syntax, (*inside, *flat, *beside))
        if self._nouns.is_christened(syntax, name):
            gender = SHIP
        bare = not any(syntax.relations[c] in ("det", "amod") for c in syntax.below[number])
        key, given = self._nouns.key(token, [tokens[n] for n in name])
        if len(name) == 1 and key not in self._bearers:
            key = self._first_names.get(key, key)
        human = gender not in ("", SHIP)
        person, perhaps = entry.noun == _PERSON or human, False
        # "Chief Executive Ana Berg" is no mountain.
        office = any(
            syntax.relations[c] == "nmod" and tokens[c].text.lower() in self._words.pronouns.offices
            for c in before
        )
        titled = office or any(names_person(tokens[c]) for c in (*beside, *name[:-1]))
        if token.tag == "PROPN":
            told = _Name(name, bare, office, titled)
            person = human or self._is_persons(syntax, number, told, gender) or key in self.genders
            perhaps = not person and self._acts_alone(syntax, number, bare)
        if person and token.tag == "PROPN":
            key = self._bearer(key, given, gender)
            self.genders[key] = gender or self.genders.get(key, "")
            self._remember(key, given, tokens, name, sentence)
        plural = self._nouns.is_plural(syntax, number, name, bare)
        group = entry.noun == _GROUP and token.tag == "NOUN" and not plural
        return Entity(
            sentence,
            number,
            min((number, *before)),
            key,
            person,
            plural,
            group,
            gender,
            self._nouns.role(syntax, number),
            token.tag == "PROPN",
            perhaps,
            titled,
            tokens[name[0]].text if len(name) > 1 else "",
            "name" if token.tag == "PROPN" else self._nouns.form(syntax, before),
            entry.noun,
        )

    def _is_persons(self, syntax: Syntax, number: int, name: _Name, gender: str) -> bool:
        """Whether a name is that of a person, by its words and what stands with it."""
        words = [syntax.tokens[k] for k in name.words]
        several = 1 < len(words) <= _LONGEST_NAME and name.bare
        several = several and syntax.tokens[number].xpos == "NNP"
        if not name.office and (
            gender == SHIP
            or is_thing(words, self._words)
            or (words and words[0].text.lower() in self._words.pronouns.hallowing)
            or self._nouns.is_place(syntax, number)
            or _is_firm(syntax.tokens, name.words)
            or (words and _UNSPEAKABLE.fullmatch(words[-1].text))
        ):
            return False
        if several and not name.titled and self._is_local(syntax.tokens[number].text):
            return False  # "in Dar es Salaam"
        return several or (name.titled and len(words) <= _LONGEST_NAME)

    def _remember(
        self,
        key: str,
        given: Set[str],
        tokens: Sequence[Token],
        name: Sequence[int],
        sentence: int,
    ) -> None:
        """Takes note of what a person is called, in full and by the first name."""
        only_opens = len(name) > 2 and self._nouns.only_opens(tokens, name[0])
        first = tokens[name[1] if only_opens else name[0]]
        if given and first.text in given and not self._is_local(first.text):
            self._first_names.setdefault(first.text, key)
        whole = self._text[first.start : tokens[name[-1]].end]
        self._called.setdefault(key, {}).setdefault(whole, sentence)

    def _bearer(self, surname: str, given: frozenset[str], gender: str) -> str:
        """The key of the one of that surname who is meant: the first whose first names and gender
        agree, so that the father of Ana Poe, David Poe, is another Poe, and "Poe" is Ana."""
        bearers = self._bearers.setdefault(surname, {})
        for key, names in bearers.items():
            known = self.genders.get(key, "")
            if known in ("", gender or known) and _agree(given, names):
                names |= given
                return key
        key = " ".join((*sorted(given), surname)) if bearers else surname
        while key in bearers:
            key = f"{gender} {key}"
        bearers[key] = set(given)
        return key

    def _acts_alone(self, syntax: Syntax, number: int, bare: bool) -> bool:
        """Whether a single name is the subject of a sentence and never where something is."""
        token = syntax.tokens[number]
        known = load_lexicon().entry(token.text.lower()).noun in THINGS
        if not bare or known or syntax.relations[number] != "nsubj" or token.xpos != "NNP":
            return False
        if token.text.isupper() or self._nouns.is_handled(syntax, syntax.heads[number]):
            return False  # "PCR came back positive"
        if any(syntax.tokens[child].tag == "NUM" for child in syntax.below[number]):
            return False  # "SARS-CoV-2 was found"
        return not self._is_local(token.text)

    def _is_local(self, name: str) -> bool:
        """Whether a preposition of place, or an "its", says that a name is no person's."""
        known = self._local.get(name)
        if known is None:
            inside = (self._trees[sentence] for sentence in self._trees.holding(name))
            known = self._local[name] = any(
                self._nouns.tells_place(syntax, name) for syntax in inside
            )
        return known


def _belongs(syntax: Syntax, child: int) -> bool:
    """Whether a word belongs to the name of the noun above it."""
    relation = syntax.relations[child]
    if relation == "nmod":
        case = syntax.child(child, "case")
        if syntax.tokens[child].tag == "NUM":
            return False
        return case >= 0 and syntax.tokens[case].lemma in OWNING
    return relation in ("det", "amod", "nummod", "compound", "flat", "conj") and not any(
        syntax.relations[k] in ("acl", "advcl") for k in syntax.phrase(child)
    )


def _is_firm(tokens: Sequence[Token], name: Sequence[int]) -> bool:
    """Whether a name is one of two with an "&": "the accountants Fenner & Lowe" are nobody."""
    return any(token.text == "&" for token in tokens[max(name[0] - 1, 0) : name[-1] + 2])


def _agree(one: Set[str], other: Set[str]) -> bool:
    """Whether two persons of a surname may be one: "J. Poe" and "John Adam Poe"."""
    if not one or not other:
        return True
    shorter = [(a.rstrip("."), b.rstrip(".")) for a in one for b in other]
    return any(a.startswith(b) or b.startswith(a) for a, b in shorter)
