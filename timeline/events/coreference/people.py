"""Whom and what a pronoun means: named where it is sure enough, else left alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from timeline.events.coreference.antecedents import Chain, Choice, Meant, Pronoun, choose
from timeline.events.coreference.entities import (
    FEMALE,
    MALE,
    NOMINAL,
    OTHER,
    SHIP,
    SUBJECT,
    Entity,
)
from timeline.events.coreference.fillers import names_nothing
from timeline.events.coreference.register import Register
from timeline.events.cues import Cues
from timeline.events.trees.syntax import LazyTrees, Syntax
from timeline.events.trees.wholes import names_person
from timeline.expressions import TimeExpression

#: Treebank tags of pronouns that stand for somebody or something.
_PRONOUNS = frozenset({"PRP", "PRP$"})
#: How many sentences back a pronoun may reach.
_REACH = 3
#: How many it may reach back to whom the text is about.
_FAR = 8
#: How sure it must be whom a pronoun means, for a name to stand in its place, by what it means:
#: where grammar speaks for it, too, and where it does not.
_SURE = {"he": (0.65, 0.8), "they": (0.65, 0.8), "it": (0.6, 0.9)}
#: How likely somebody else may be for it to be safe all the same, in the two cases.
_RIVAL = {"he": (0.2, 0.1), "they": (0.25, 0.12), "it": (0.25, 0.12)}
#: How sure it must be to count as one that was met again.
_LIKELY = {"he": 0.65, "they": 0.5, "it": 0.5}


class Ahead(NamedTuple):
    """The words that open a sentence before its subject: "since its launch in 2016, Acme …"."""

    words: frozenset[int]
    subject: int


class Discourse:
    """Who and what is met in a document, sentence by sentence, when it is asked for."""

    def __init__(
        self, text: str, trees: LazyTrees, words: Cues, times: Sequence[TimeExpression] = ()
    ) -> None:
        self._trees = trees
        self._words = words
        self._register = Register(text, trees, words, times)
        self._chains: dict[tuple[str, bool], Chain] = {}
        self._mentioned: dict[int, list[Chain]] = defaultdict(list)
        self._found: dict[tuple[int, int], Entity] = {}
        self._read = 0

    def name(self, entity: Entity, sentence: int) -> str:
        """An entity in words, as a sentence may call it: a person by the fullest name so far, a
        thing named before as "the"."""
        return self._register.name(entity, sentence)

    def is_name(self, sentence: int, word: str) -> bool:
        """Whether somebody is called so in the text up to a sentence."""
        holding = [number for number in self._trees.holding(word) if number <= sentence]
        if not holding:
            return False
        self._read_to(holding[-1])
        return self._register.is_name(word, sentence)

    def resolve(self, sentence: int, word: int) -> Entity | None:
        """Whom a pronoun means, as last named before it, or None where that is not sure."""
        if self.meaning(sentence, word) is None:
            return None
        self._read_to(sentence)
        return self._found.get((sentence, word))

    def _read_to(self, sentence: int) -> None:
        while self._read <= sentence:
            self._read += 1
            self._meet(self._read - 1)

    def meaning(self, sentence: int, word: int) -> Meant | None:
        """What a pronoun of the third person tells of whom it means."""
        token = self._trees[sentence].tokens[word]
        if token.xpos not in _PRONOUNS:
            return None
        text, pronouns = token.text.lower(), self._words.pronouns
        if text in pronouns.reflexive:
            return None
        if text in pronouns.male:
            return Meant(MALE, plural=False, person=True)
        if text in pronouns.female:
            return Meant(FEMALE, plural=False, person=True)
        if text in pronouns.plural:
            return Meant("", plural=True, person=False)
        return Meant("", plural=False, person=False) if text in pronouns.neuter else None

    def _meet(self, sentence: int) -> None:
        """Enters the names of a sentence, and whom its pronouns mean."""
        syntax = self._trees[sentence]
        opening, ahead = _after_aside(syntax), self._ahead(syntax)
        for word, token in enumerate(syntax.tokens):
            if token.tag not in NOMINAL and token.xpos not in _PRONOUNS:
                continue
            # "Became its president", "was a baker", "served as a ferry" name nothing else.
            told = syntax.relations[word] == "xcomp" or self._is_predicate(syntax, word)
            if told and token.lemma.lower() in self._words.pronouns.ships:
                self._launch(syntax, sentence, word)
            described = word < opening or told
            entity = None if described else self._register.enter(sentence, word)
            if entity is not None:
                self._enter(entity)
                continue
            meant = self.meaning(sentence, word)
            if meant is None or syntax.relations[word] == "expl":
                continue
            thing = not (meant.person or meant.plural)
            if thing and names_nothing(syntax, word, self._words):
                continue
            before = self._trees[sentence - 1] if sentence else None
            pronoun = Pronoun(sentence, word, meant, syntax, before, self._words)
            chains = self.candidates(pronoun)
            choice = self.decide(pronoun, chains)
            if choice is not None and choice.sure >= _LIKELY[pronoun.kind]:
                self._continue(pronoun, choice, chains)
            if ahead is not None and word in ahead.words and not meant.plural:
                to_come = self._register.enter(sentence, ahead.subject)
                if to_come is not None and to_come.proper and self._fits(to_come, meant):
                    self._found.setdefault((sentence, word), to_come)

    def _is_predicate(self, syntax: Syntax, word: int) -> bool:
        """Whether a noun tells what something is, alone or as a part of that: the one before the
        "and" of "it was a cargo and passenger ship" can be read as the subject of the other."""
        if syntax.child(word, "cop") >= 0:
            return True
        above = syntax.heads[word]
        if syntax.relations[word] == "obj" and syntax.is_passive(above):
            return syntax.tokens[above].lemma in self._words.verbs.styling  # "was made a dame"
        case, article = syntax.child(word, "case"), syntax.child(word, "det")
        role = case >= 0 and article >= 0 and not names_person(syntax.tokens[word])
        if role and syntax.tokens[case].lemma in self._words.openers.elliptic:
            return syntax.tokens[article].text.lower() in self._words.small.indefinite
        return syntax.relations[word] == "nsubj" and syntax.child(word, "nsubj") >= 0

    def _launch(self, syntax: Syntax, sentence: int, word: int) -> None:
        """Takes note that what a word tells of is a ship."""
        while word >= 0 and (chain := self._at(sentence, word)) is None:
            word = syntax.child(word, "nsubj")
        if word >= 0 and chain is not None and not chain.entity.person:
            self._register.ships.add(chain.entity.key)

    def _ahead(self, syntax: Syntax) -> Ahead | None:
        """What opens a sentence before a comma and its subject, if it names nobody."""
        top = syntax.root
        subject = syntax.child(top, "nsubj") if top >= 0 else -1
        if subject < 0 or syntax.tokens[syntax.first_of(subject) - 1].text != ",":
            return None
        openers = (c for c in syntax.below[top] if syntax.relations[c] in ("obl", "advcl"))
        opener = next((c for c in openers if c < subject), -1)
        if opener < 0:
            return None
        words = frozenset(syntax.phrase(opener)) - {opener}
        names = (syntax.tokens[k] for k in words if syntax.tokens[k].tag == "PROPN")
        if any(not self._register.timed(name.start) for name in names):
            return None
        before = syntax.tokens[: syntax.first_of(opener)]
        return Ahead(words, subject) if all(t.tag in ("ADP", "SCONJ") for t in before) else None

    def _continue(self, pronoun: Pronoun, choice: Choice, chains: Sequence[Chain]) -> None:
        """Notes whom a pronoun means, and what it tells of them."""
        entity = choice.chain.entity
        open_ = pronoun.meant.person and self._is_open(pronoun, choice.chain, chains)
        choice.chain.refer(pronoun.sentence, pronoun.word, pronoun.role)
        self._mentioned[pronoun.sentence].append(choice.chain)
        # A "she" in whose reach is one person needs no grammar to speak for her.
        alone = len(chains) == 1 and entity.person and entity.proper
        case, kind = 0 if choice.supposed or alone else 1, pronoun.kind
        if open_ or choice.rival > _RIVAL[kind][case] or choice.sure < _SURE[kind][case]:
            return
        self._found[pronoun.sentence, pronoun.word] = entity
        if pronoun.meant.gender and not self.gender(entity):
            self._register.genders[entity.key] = pronoun.meant.gender

    def _enter(self, entity: Entity) -> None:
        """Adds a name to what has been said of its bearer, of whom an apposition tells, too."""
        key, syntax = (entity.key, entity.plural), self._trees[entity.sentence]
        above = syntax.heads[entity.head]
        beside = above >= 0 and syntax.relations[entity.head] == "appos"
        host = self._at(entity.sentence, above) if beside else None
        if host is not None and entity.person and not _alike(host.entity, entity):
            # Of "Ruiz was born in Leeds, the daughter of a clerk" it is Ruiz.
            subject = syntax.subject(syntax.clause(above), self._words)
            host = self._at(entity.sentence, subject)
        if host is not None and _alike(host.entity, entity):
            self._chains[key] = host
            if entity.gender and not self.gender(host.entity):
                self._register.genders[host.entity.key] = entity.gender
            if entity.proper and not host.entity.proper:
                host.name(entity._replace(role=host.entity.role))
            return
        chain = self._chains.get(key)
        if chain is None:
            chain = self._chains[key] = Chain(entity)
        else:
            chain.name(entity)
        self._mentioned[entity.sentence].append(chain)

    def _at(self, sentence: int, word: int) -> Chain | None:
        """The one whom a noun of a sentence was the last to name."""
        for chain in self._met(sentence, sentence):
            if (chain.entity.sentence, chain.entity.head) == (sentence, word):
                return chain
        return None

    def _met(self, first: int, last: int) -> list[Chain]:
        """Those mentioned from one sentence to another whose name is not another's by now."""
        places = range(max(first, 0), last + 1)
        met = dict.fromkeys(chain for place in places for chain in self._mentioned.get(place, ()))
        return [
            chain for chain in met if self._chains[chain.entity.key, chain.entity.plural] is chain
        ]

    def _is_open(self, pronoun: Pronoun, chain: Chain, chains: Sequence[Chain]) -> bool:
        """Whether somebody met once, and beside others, is not yet the one that is spoken of."""
        entity, gender = chain.entity, pronoun.meant.gender
        if not entity.proper and not self.gender(entity):
            # "A juror", where somebody of a name and that gender has been met.
            return gender in self._register.genders.values()
        last = chain.mentions[-1]
        return (
            last.sentence < pronoun.sentence
            and any(
                other is not chain and other.entity.proper
                for other in chains
                if other.mentions[-1].sentence == last.sentence and other.mentions[-1].role != OTHER
            )
            and len(chain.mentions) == 1
        )

    def candidates(self, pronoun: Pronoun) -> list[Chain]:
        """Those in reach whom a pronoun may mean; of persons no ship is one behind which one of
        them has acted: "its owner, Kim Poe, was charged. She …"."""
        found = [
            chain
            for chain in self._in_reach(pronoun)
            if self._fits(chain.entity, pronoun.meant)
            and not self._beside(pronoun, chain)
            and not (chain.mentions[-1].sentence < pronoun.sentence and self._is_each(chain))
            and not (chain.entity.is_measure and self._acts(pronoun))
        ]
        ships = [chain for chain in found if self.gender(chain.entity) == SHIP]
        if not (pronoun.meant.person and ships):
            return found
        acts = (m for c in found if c not in ships for m in c.mentions[-1:] if m.role == SUBJECT)
        acted = max(acts, default=None)
        return [c for c in found if c not in ships or acted is None or c.mentions[-1] > acted]

    def _in_reach(self, pronoun: Pronoun) -> list[Chain]:
        """Those met not long ago, and of persons who the text is about: "she" in a life."""
        near = self._met(pronoun.sentence - _REACH, pronoun.sentence)
        if not pronoun.meant.person:
            return near
        far = self._met(pronoun.sentence - _FAR, pronoun.sentence - _REACH - 1)
        return near + [chain for chain in far if chain not in near and chain.is_hero]

    def _acts(self, pronoun: Pronoun) -> bool:
        """Whether only somebody does what is told: says something, or has what is its own done."""
        syntax, verb = pronoun.syntax, pronoun.syntax.heads[pronoun.word]
        if pronoun.case != "subject" or verb < 0 or syntax.is_passive(verb):
            return False
        taken = syntax.child(verb, "obj")
        owned = taken >= 0 and any(syntax.tokens[c].xpos == "PRP$" for c in syntax.below[taken])
        return owned or syntax.child(verb, "ccomp") >= 0

    def _is_each(self, chain: Chain) -> bool:
        """Whether somebody is any of several, or nobody: "every child", "no bank"."""
        syntax = self._trees[chain.entity.sentence]
        article = syntax.child(chain.entity.head, "det")
        return article >= 0 and syntax.tokens[article].text.lower() in self._words.adverbs.single

    def decide(self, pronoun: Pronoun, chains: Sequence[Chain]) -> Choice | None:
        """Whom of them a pronoun means, and how sure that is."""
        taken = self._taken(pronoun, chains) or self._accused(pronoun, chains)
        if taken is not None:
            return Choice(taken, 1.0, 0.0, supposed=True)
        return choose(pronoun, chains, [self.gender(chain.entity) for chain in chains])

    def _taken(self, pronoun: Pronoun, chains: Sequence[Chain]) -> Chain | None:
        """What a verb has done something to that the one before it, with the same subject, did
        something to as well ("bought the mill and sold it"), or the only thing that its sentence
        names ("the law was passed; the court struck it down")."""
        syntax = pronoun.syntax
        verb = syntax.heads[pronoun.word]
        if pronoun.meant.person or syntax.relations[pronoun.word] != "obj":
            return None
        while verb >= 0 and syntax.relations[verb] == "conj":
            if syntax.child(verb, "nsubj", "csubj") >= 0:
                return None
            verb = syntax.heads[verb]
            place = pronoun.sentence, syntax.child(verb, "obj")
            taken = next((chain for chain in chains if chain.stands_at(place)), None)
            if taken is not None or place[1] >= 0:
                return taken
        if verb >= 0 and syntax.relations[verb] == "acl" and syntax.is_finite(verb):
            # "Bought the mill from Acme, which closed it"
            place = pronoun.sentence, syntax.child(syntax.clause(verb), "obj")
            taken = next((chain for chain in chains if chain.stands_at(place)), None)
            if taken is not None and syntax.heads[verb] != place[1]:
                return taken
        here = [c for c in chains if c.mentions[-1].sentence == pronoun.sentence]
        alone = not pronoun.meant.plural and len(here) == 1
        return here[0] if alone and here[0].mentions[-1].role != OTHER else None

    def _accused(self, pronoun: Pronoun, chains: Sequence[Chain]) -> Chain | None:
        """Whom the sentence before tells to be charged or held, where what follows is told of such:
        "Prosecutors charged two managers. They will stand trial"."""
        syntax, before, verbs = pronoun.syntax, pronoun.before, self._words.verbs
        verb = syntax.heads[pronoun.word]
        if before is None or pronoun.case != "subject" or verb < 0:
            return None
        top = before.root
        if top < 0 or before.tokens[top].lemma not in verbs.accusing or before.is_passive(top):
            return None
        told = [syntax.tokens[word].lemma for word in syntax.chain(verb)]
        if not syntax.is_passive(verb) and verbs.defending.isdisjoint(told):
            return None
        place = pronoun.sentence - 1, before.child(top, "obj")
        held = (chain for chain in chains if chain.entity.person and chain.stands_at(place))
        return next(held, None)

    def gender(self, entity: Entity) -> str:
        """What is known of somebody's gender."""
        known = entity.gender or self._register.genders.get(entity.key, "")
        return known or (SHIP if entity.key in self._register.ships else "")

    def _fits(self, entity: Entity, meant: Meant) -> bool:
        gender = self.gender(entity)
        if gender == SHIP:
            # "The Astrid left on 2 May. She sank in June."
            return not entity.plural and not meant.plural and meant.gender != MALE
        if meant.person:
            fits = gender in ("", meant.gender) and not entity.plural
            return fits and (entity.person or entity.perhaps)
        if meant.plural:
            return entity.plural or entity.group or (entity.proper and not entity.person)
        return not entity.plural and not entity.person and not gender

    def _beside(self, pronoun: Pronoun, chain: Chain) -> bool:
        """Whether an entity is of the same clause as a pronoun, which would then be "itself"."""
        last, syntax = chain.mentions[-1], pronoun.syntax
        if last.sentence != pronoun.sentence:
            return False
        above = syntax.heads[pronoun.word]
        if pronoun.case == "owner":
            return above >= 0 and last.word in syntax.phrase(above)
        # Of "Poe, whose sons he sent away" it is not Poe.
        told = above >= 0 and syntax.relations[above] == "acl"
        told = told and chain.stands_at((pronoun.sentence, syntax.heads[above]))
        taken = syntax.relations[pronoun.word] == "obj" and (
            syntax.is_finite(above) or syntax.relations[above] == "xcomp"
        )
        if taken and not (told or pronoun.meant.person):
            # Nor is it who acts, here or before: "the firm bought the mill and sold it".
            acting = syntax.subject(above, self._words)
            told = acting >= 0 and chain.stands_at((pronoun.sentence, acting))
        named = last.word
        if syntax.relations[named] == "appos":
            named = syntax.heads[named]  # "a dentist, Carlo Poe, raised her"
        return told or syntax.heads[named] == above


def _alike(one: Entity, other: Entity) -> bool:
    """Whether two nouns set side by side can be of the same: both of persons, or both of things."""
    human = one.person or one.perhaps, other.person or other.perhaps
    return one.plural == other.plural and human[0] == human[1]


def _after_aside(syntax: Syntax) -> int:
    """Where a sentence begins whose subject is described first: "The son of a clerk, he left"."""
    tokens = syntax.tokens
    for word in range(2, len(tokens)):
        token = tokens[word]
        if token.xpos == "PRP" and tokens[word - 1].text == ",":
            plain = tokens[0].tag in ("DET", "NOUN", "ADJ", "PROPN") or tokens[0].xpos == "VBN"
            return word if plain else 0
        if token.tag in ("VERB", "AUX", "SCONJ", "PRON"):
            return 0
    return 0
