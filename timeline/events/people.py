"""Whom and what a pronoun means: named where only one can be meant, else left alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from timeline.events.cues import Cues
from timeline.events.syntax import Grove, Syntax
from timeline.expressions import TimeExpression
from timeline.sentences import Token
from timeline.sentences.lexicon import load_lexicon

#: How many sentences back a pronoun may reach.
_REACH = 2
_LONGEST_NAME = 5
#: WordNet's numbers of the nouns for groups and for persons.
_GROUP, _PERSON = 14, 18
#: WordNet's numbers of the nouns for artefacts, groups, places and natural objects.
_THINGS = frozenset({6, _GROUP, 15, 17})
SUBJECT, OBJECT, OTHER = 0, 1, 2
_NOMINAL = frozenset({"NOUN", "PROPN"})
_QUOTES = frozenset({"“", "”", '"', "``", "''"})
_NAMING = frozenset({"compound", "flat", "amod"})
_ROLES = {"nsubj": SUBJECT, "csubj": SUBJECT, "obj": OBJECT, "iobj": OBJECT}


class Entity(NamedTuple):
    """Somebody or something named: `head` is its main word in the sentence, `first` its first.

    `key` is what names of the same share (a surname, a noun); `gender` is "male", "female" or "";
    `role` is subject, object or other; `proper` tells a name, `perhaps` one that
    may be a person's.
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


class Meant(NamedTuple):
    """A pronoun's `gender`, whether it is `plural`, and whether it means a person."""

    gender: str
    plural: bool
    person: bool


class Discourse:
    """The entities of a document's sentences, found when they are asked for."""

    def __init__(
        self, text: str, grove: Grove, words: Cues, times: Sequence[TimeExpression] = ()
    ) -> None:
        self._text = text
        self._times = [(time.start, time.end) for time in times]
        self._grove = grove
        self._words = words
        self._entities: dict[int, list[Entity]] = {}
        self._found: dict[tuple[int, int], Entity | None] = {}
        self._genders: dict[str, str] = {}
        self._fullest: dict[str, str] = {}
        self._read = 0
        self._placed: frozenset[str] | None = None

    def name(self, entity: Entity) -> str:
        """An entity in words: a person by the fullest name, a thing named before as "the"."""
        known = self._fullest.get(entity.key)
        if known is not None:
            return known
        syntax = self._grove[entity.sentence]
        tokens = syntax.tokens
        beside = next((c for c in syntax.below[entity.head] if self._is_name(syntax, c)), -1)
        chosen = {entity.head if beside < 0 else beside}
        for at in list(chosen):
            chosen |= {
                k for c in syntax.below[at] if self._names(syntax, c) for k in syntax.phrase(c)
            }
        chosen = {k for k in chosen if not self._timed(tokens[k].start)}
        first, last = min(chosen, default=entity.head), max(chosen, default=entity.head)
        text = " ".join(self._text[tokens[first].start : tokens[last].end].split())
        word, _, rest = text.partition(" ")
        if rest and word.lower() in self._words.small.indefinite:
            return f"{self._words.small.definite} {rest}"
        if tokens[first].tag == "DET":
            return text[:1].lower() + text[1:]
        owned = any(tokens[c].xpos == "PRP$" for c in syntax.below[entity.head])
        plain = tokens[entity.head].tag == "NOUN" and beside < 0 and owned
        return f"{self._words.small.definite} {text}" if plain else text

    def _is_name(self, syntax: Syntax, child: int) -> bool:
        """Whether a word is the name set beside a noun: "her son Declan"."""
        named = syntax.tokens[child].tag == "PROPN"
        head = syntax.tokens[syntax.heads[child]]
        beside = syntax.relations[child] in ("appos", "flat")
        return named and beside and head.tag == "NOUN"

    def _timed(self, offset: int) -> bool:
        """Whether a character stands in a time expression."""
        place = bisect_right(self._times, (offset, len(self._text))) - 1
        return place >= 0 and offset < self._times[place][1]

    def _names(self, syntax: Syntax, child: int) -> bool:
        """Whether a word belongs to the name of the noun above it."""
        relation = syntax.relations[child]
        if relation == "nmod":
            case = syntax.child(child, "case")
            if syntax.tokens[child].tag == "NUM":
                return False
            return case >= 0 and syntax.tokens[case].lemma in ("of", "'s")
        return relation in ("det", "amod", "nummod", "compound", "flat", "conj") and not any(
            syntax.relations[k] in ("acl", "advcl") for k in syntax.phrase(child)
        )

    def resolve(self, sentence: int, word: int) -> Entity | None:
        """Whom a pronoun means, or None where it could be more than one."""
        place = (sentence, word)
        while self._read <= sentence:
            # In order, so that who was named in full above is known.
            self._read += 1
            self._named(self._read - 1)
        if place not in self._found:
            self._found[place] = None
            self._found[place] = self._resolve(sentence, word)
        return self._found[place]

    def meaning(self, sentence: int, word: int) -> Meant | None:
        """What a pronoun of the third person tells of whom it means."""
        token = self._grove[sentence].tokens[word]
        if token.xpos not in ("PRP", "PRP$"):
            return None
        text, pronouns = token.text.lower(), self._words.pronouns
        if text in pronouns.male:
            return Meant("male", False, True)
        if text in pronouns.female:
            return Meant("female", False, True)
        if text in pronouns.plural:
            return Meant("", True, False)
        return Meant("", False, False) if text in pronouns.neuter else None

    def _resolve(self, sentence: int, word: int) -> Entity | None:
        syntax, meant = self._grove[sentence], self.meaning(sentence, word)
        if meant is None or syntax.relations[word] == "expl":
            return None
        found = self._only(sentence, word, meant) if meant.person else None
        if found is None:
            found = self._within(sentence, word, meant)
        if found is None and self._leads(syntax, word):
            found = self._before(sentence, word, meant)
        if found is not None and meant.person and self._overshadowed(found, meant):
            return None
        if found is not None and self._quoted(syntax, word) and found.sentence != sentence:
            return None
        if found is not None and meant.gender and not found.gender:
            self._genders[found.key] = meant.gender
        return found

    def _overshadowed(self, found: Entity, meant: Meant) -> bool:
        """Whether somebody of a name and of that gender is rather meant than, say, "a juror"."""
        unknown = not found.proper and not found.gender and found.key not in self._genders
        return unknown and meant.gender in self._genders.values()

    def _quoted(self, syntax: Syntax, word: int) -> bool:
        """Whether a word is another's, so that whom it means may stand in the other's words."""
        marks = [token.text for token in syntax.tokens[:word] if token.text in _QUOTES]
        return bool(marks) and (
            marks[-1] in ("“", "``") or (marks[-1] == '"' and len(marks) % 2 == 1)
        )

    def _only(self, sentence: int, word: int, meant: Meant) -> Entity | None:
        """The only one in reach that can be meant."""
        reach = [
            *(e for e in self._named(sentence, word) if not self._beside(sentence, e, word)),
            *(e for back in range(1, _REACH + 1) for e in self._named(sentence - back)),
        ]
        fitting = [e for e in reach if self._fits(e, meant)]
        if len({e.key for e in fitting}) != 1 or all(e.role == OTHER for e in fitting):
            return None
        if any(self._could_act(e) and e.key != fitting[0].key for e in reach):
            return None
        acts = any(e.role == SUBJECT for e in fitting)
        return fitting[0] if acts or not self._astray(sentence, meant) else None

    def _could_act(self, entity: Entity) -> bool:
        """Whether a name that acts could be a person's, for all that is known."""
        acts = entity.proper and entity.role == SUBJECT and not entity.plural
        if not acts or entity.person or entity.perhaps:
            return False
        if self._placed is None:
            self._placed = self._find_places()
        return entity.key not in self._placed

    def _astray(self, sentence: int, meant: Meant) -> bool:
        """Whether pronouns of the two sentences before mean somebody that is not known."""
        for earlier in range(max(0, sentence - _REACH), sentence):
            for number, token in enumerate(self._grove[earlier].tokens):
                same = token.xpos == "PRP" and self.meaning(earlier, number) == meant
                if same and self.resolve(earlier, number) is None:
                    return True
        return False

    def _within(self, sentence: int, word: int, meant: Meant) -> Entity | None:
        """The subject of the clause of a possessive, or of the clause above a subject."""
        syntax = self._grove[sentence]
        clause = self._clause(syntax, word)
        if clause < 0:
            return None
        subject = syntax.subject(clause, self._words)
        inside = subject < 0 or word in syntax.phrase(subject)
        if not inside:
            owns = syntax.relations[word] == "nmod"
            return self._at(sentence, subject, meant) if owns else None
        above = syntax.heads[clause]
        while above >= 0 and not syntax.is_predicate(above):
            above = syntax.heads[above]
        if above < 0:
            return None
        subject = syntax.subject(above, self._words)
        if subject > word:
            return None
        found = self._at(sentence, subject, meant)
        if found is None or self._told(syntax, clause, above):
            return found
        return None if self._rivals(sentence, found, meant, word) else found

    def _told(self, syntax: Syntax, clause: int, above: int) -> bool:
        """Whether a clause is what the subject above it says or thinks, or does as well."""
        return syntax.relations[clause] in ("ccomp", "conj") and clause > above

    def _before(self, sentence: int, word: int, meant: Meant) -> Entity | None:
        """The subject of the sentence before."""
        if sentence == 0:
            return None
        syntax = self._grove[sentence - 1]
        root = next((k for k, head in enumerate(syntax.heads) if head < 0), -1)
        if root < 0:
            return None
        found = self._at(sentence - 1, syntax.subject(root, self._words), meant)
        if found is not None and meant.person and self._rivals(sentence - 1, found, meant):
            return None
        return found

    def _rivals(
        self, sentence: int, found: Entity, meant: Meant, before: int | None = None
    ) -> bool:
        """Whether somebody else of a name, or another thing, could be meant as well."""
        return any(
            e.key != found.key
            and (e.proper if meant.person else e.role != SUBJECT)
            and self._fits(e, meant)
            for e in self._named(sentence, before)
        )

    def _at(self, sentence: int, word: int, meant: Meant) -> Entity | None:
        """The entity that a word names or, itself a pronoun, means, if it can be what is meant."""
        if word < 0:
            return None
        if self._grove[sentence].tokens[word].xpos == "PRP":
            found = self.resolve(sentence, word)
        else:
            found = next((e for e in self._named(sentence) if e.head == word), None)
        return found if found is not None and self._fits(found, meant) else None

    def _leads(self, syntax: Syntax, word: int) -> bool:
        """Whether a pronoun is, or owns, the subject of its sentence."""
        at = word if syntax.relations[word] == "nsubj" else syntax.heads[word]
        return syntax.relations[at] == "nsubj" and not any(
            syntax.relations[k] == "nsubj" for k in range(min(at, word))
        )

    def _clause(self, syntax: Syntax, word: int) -> int:
        """The predicate that a word stands below."""
        at = syntax.heads[word]
        while at >= 0 and not syntax.is_predicate(at):
            at = syntax.heads[at]
        return at

    def _beside(self, sentence: int, entity: Entity, word: int) -> bool:
        """Whether an entity is of the same clause as a pronoun, which would then be "itself"."""
        syntax = self._grove[sentence]
        if entity.sentence != sentence:
            return False
        if syntax.relations[word] == "nmod":
            return entity.head in syntax.phrase(syntax.heads[word])
        return syntax.heads[entity.head] == syntax.heads[word]

    def _fits(self, entity: Entity, meant: Meant) -> bool:
        if meant.person:
            known = entity.gender or self._genders.get(entity.key, "")
            # Of nouns without a gender only those that act are taken for the person meant.
            likely = entity.proper or bool(known) or entity.role == SUBJECT
            fits = known in ("", meant.gender) and likely and not entity.plural
            return (entity.person or entity.perhaps) and fits
        if meant.plural:
            return entity.plural or entity.group
        return not entity.plural and not entity.person

    def _named(self, sentence: int, before: int | None = None) -> list[Entity]:
        """The entities of a sentence, those first that stand first; pronouns as what they mean."""
        if sentence < 0:
            return []
        found = self._entities.get(sentence)
        if found is None:
            # The list is there while it fills: a pronoun in it may mean what stands before.
            found = self._entities[sentence] = []
            self._list(sentence, found)
        return found if before is None else [e for e in found if e.head < before]

    def _list(self, sentence: int, found: list[Entity]) -> None:
        syntax = self._grove[sentence]
        for number, token in enumerate(syntax.tokens):
            relation = syntax.relations[number]
            if relation in ("compound", "flat", "fixed") or self._timed(token.start):
                continue
            if token.tag in _NOMINAL:
                found.append(self._enter(sentence, syntax, number))
            elif token.xpos == "PRP" and relation == "nsubj":
                same = self.resolve(sentence, number)
                if same is not None:
                    found.append(same._replace(role=SUBJECT))

    def _enter(self, sentence: int, syntax: Syntax, number: int) -> Entity:
        tokens = syntax.tokens
        token = tokens[number]
        before = [c for c in syntax.below[number] if c < number]
        inside = [number, *(c for c in before if syntax.relations[c] in _NAMING)]
        flat = [c for c in syntax.below[number] if syntax.relations[c] == "flat"]
        name = sorted(n for n in (*inside, *flat) if tokens[n].tag == "PROPN")
        entry = load_lexicon().entry(token.lemma.lower())
        beside = [c for c in syntax.below[number] if syntax.relations[c] == "appos"]
        gender = self._gender(syntax, (*inside, *flat, *beside))
        bare = not any(syntax.relations[c] in ("det", "amod") for c in syntax.below[number])
        key = tokens[name[-1]].text if token.tag == "PROPN" and name else token.lemma.lower()
        person, perhaps = entry.noun == _PERSON or bool(gender), False
        if token.tag == "PROPN":
            several = 1 < len(name) <= _LONGEST_NAME and bare and token.xpos == "NNP"
            thing = self._is_thing(name, tokens)
            person = bool(gender) or (several and not thing) or key in self._genders
            perhaps = not person and self._acts_alone(syntax, number, bare)
        if person and token.tag == "PROPN":
            self._genders[key] = gender or self._genders.get(key, "")
            whole = self._text[tokens[name[0]].start : tokens[name[-1]].end]
            if len(whole) > len(self._fullest.get(key, "")):
                self._fullest[key] = whole
        joined = syntax.child(number, "conj") >= 0
        plural = token.xpos in ("NNS", "NNPS") or joined
        group = entry.noun == _GROUP and token.tag == "NOUN" and not plural
        relation = syntax.relations[number]
        above = syntax.heads[number]
        owns = above >= 0 and syntax.relations[above] == "nsubj" and relation == "nmod"
        owns = owns and any(tokens[c].xpos == "POS" for c in syntax.below[number])
        return Entity(
            sentence,
            number,
            min((number, *before)),
            key,
            person,
            plural,
            group,
            gender,
            _ROLES.get(relation, OBJECT if owns else OTHER),
            token.tag == "PROPN",
            perhaps,
        )

    def _is_thing(self, name: Sequence[int], tokens: Sequence[Token]) -> bool:
        """Whether a name begins or ends as those of places and things do: "Port Ansel"."""
        if not name:
            return False
        first, last = tokens[name[0]].text.lower(), tokens[name[-1]].text.lower()
        thing = load_lexicon().entry(last).noun in _THINGS
        known = first in self._words.pronouns.male_names | self._words.pronouns.female_names
        return not known and (thing or first in self._words.nouns.places)

    def _acts_alone(self, syntax: Syntax, number: int, bare: bool) -> bool:
        """Whether a single name is the subject of a sentence and never where something is."""
        token = syntax.tokens[number]
        known = load_lexicon().entry(token.text.lower()).noun in _THINGS
        if not bare or known or syntax.relations[number] != "nsubj" or token.xpos != "NNP":
            return False
        if self._placed is None:
            self._placed = self._find_places()
        return token.text not in self._placed

    def _find_places(self) -> frozenset[str]:
        """Names that a preposition of place, or an "its", says to be no persons."""
        local = self._words.prepositions.local
        found = set()
        for sentence in range(len(self._grove)):
            syntax = self._grove[sentence]
            for number, token in enumerate(syntax.tokens):
                case = syntax.child(number, "case") if token.tag == "PROPN" else -1
                if case >= 0 and syntax.tokens[case].text.lower() in local:
                    found.add(token.text)
                if token.text.lower() in self._words.pronouns.neuter:
                    clause = self._clause(syntax, number)
                    subject = syntax.subject(clause, self._words) if clause >= 0 else -1
                    if subject >= 0:
                        found.add(syntax.tokens[subject].text)
        return frozenset(found)

    def _gender(self, syntax: Syntax, inside: Sequence[int]) -> str:
        """What titles, nouns and first names tell."""
        pronouns = self._words.pronouns
        for number in sorted(inside):
            token = syntax.tokens[number]
            word, named = token.text.lower(), token.tag == "PROPN"
            if word in pronouns.male_titles or (named and word in pronouns.male_names):
                return "male"
            if word in pronouns.female_titles or (named and word in pronouns.female_names):
                return "female"
        return ""
