"""How likely each thing named before is what a pronoun means: a small model."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from typing import NamedTuple

from timeline.events.coreference.entities import OBJECT, OTHER, SUBJECT, Entity
from timeline.events.cues import Cues
from timeline.events.trees.syntax import Syntax
from timeline.events.weighing import weights
from timeline.sentences.lexicon import load_lexicon

_QUOTES = frozenset({"“", "”", '"', "``", "''"})
_OPENING = frozenset({"“", "``"})
#: Relations of clauses that stand beside or below another one whose subject they may share.
_TOLD = frozenset({"ccomp", "conj", "advcl", "acl", "parataxis"})


#: How often a text tells of whom it is about before that is clear.
OFTEN = 5


class Meant(NamedTuple):
    """A pronoun's `gender`, whether it is `plural`, and whether it means a person."""

    gender: str
    plural: bool
    person: bool


class Mention(NamedTuple):
    """Where an entity was met: sentence, word and role, and whether by a pronoun."""

    sentence: int
    word: int
    role: int
    pronoun: bool


class Choice(NamedTuple):
    """Whom a pronoun is most likely to mean, and how likely that is.

    `rival` is how likely the next best is; `supposed` tells if grammar speaks for the best, too.
    """

    chain: Chain
    sure: float
    rival: float
    supposed: bool


class Chain:
    """An entity with its mentions so far; `entity` is the last one that names it."""

    __slots__ = ("entity", "mentions")

    def __init__(self, entity: Entity) -> None:
        self.entity = entity
        self.mentions = [Mention(entity.sentence, entity.head, entity.role, pronoun=False)]

    def name(self, entity: Entity) -> None:
        """Adds a mention by name."""
        self.entity = entity
        self.mentions.append(Mention(entity.sentence, entity.head, entity.role, pronoun=False))

    @property
    def is_hero(self) -> bool:
        """Whether it is a person of a name that a text opens with and goes on telling of."""
        known = self.mentions[0].sentence < 2 and len(self.mentions) >= OFTEN
        return known and self.entity.person and self.entity.proper

    def stands_at(self, place: tuple[int, int]) -> bool:
        """Whether a word of a sentence was a mention of it."""
        return any((m.sentence, m.word) == place for m in self.mentions[-4:])

    def refer(self, sentence: int, word: int, role: int) -> None:
        """Adds a mention by a pronoun."""
        self.mentions.append(Mention(sentence, word, role, pronoun=True))


@dataclass(frozen=True)
class Pronoun:
    """A pronoun in its sentence, and what it tells of whom it means.

    `before` is the sentence before, `words` are those of its language.
    """

    sentence: int
    word: int
    meant: Meant
    syntax: Syntax
    before: Syntax | None
    words: Cues

    @cached_property
    def kind(self) -> str:
        """Whether it means a person, several, or a thing."""
        return "he" if self.meant.person else "they" if self.meant.plural else "it"

    @cached_property
    def case(self) -> str:
        """Subject, owner or something else."""
        relation = self.syntax.relations[self.word]
        if self.syntax.tokens[self.word].xpos == "PRP$":
            return "owner"
        return "subject" if relation == "nsubj" else "other"

    @property
    def role(self) -> int:
        """Its role, as those of entities are told."""
        at = self.syntax.heads[self.word] if self.case == "owner" else self.word
        relation = self.syntax.relations[at] if at >= 0 else ""
        if relation == "nsubj":
            return SUBJECT
        return OBJECT if relation == "obj" else OTHER

    @cached_property
    def deed(self) -> int:
        """WordNet's number for verbs like the one that it is the subject or the object of."""
        above = self.syntax.heads[self.word]
        verb = above >= 0 and self.syntax.tokens[above].tag == "VERB"
        return load_lexicon().entry(self.syntax.tokens[above].lemma).verb if verb else 0

    @cached_property
    def quoted(self) -> bool:
        """Whether a word is another's, so that whom it means may stand in the other's words."""
        marks = [t.text for t in self.syntax.tokens[: self.word] if t.text in _QUOTES]
        return bool(marks) and (marks[-1] in _OPENING or (marks[-1] == '"' and len(marks) % 2 == 1))

    @cached_property
    def supposed(self) -> tuple[int, int]:
        """Sentence and word of whom grammar supposes that it means, -1 where it tells nothing."""
        return _supposed(self)

    @cached_property
    def leads(self) -> bool:
        """Whether it is, or owns, the subject of its sentence."""
        relations, word = self.syntax.relations, self.word
        at = word if relations[word] == "nsubj" else self.syntax.heads[word]
        return relations[at] == "nsubj" and not any(
            relations[k] == "nsubj" for k in range(min(at, word))
        )


def choose(
    pronoun: Pronoun,
    chains: Sequence[Chain],
    known: Sequence[str],
    table: Mapping[str, float] | None = None,
) -> Choice | None:
    """The likeliest of the chains that a pronoun may continue.

    `known` tells for each chain the gender that is known of it, or ""; `table` are other weights.
    """
    if not chains:
        return None
    table = weights("pronouns") if table is None else table
    scores = [sum(map(table.get, names, repeat(0.0))) for names in describe(pronoun, chains, known)]
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    best = max(range(len(chains)), key=powers.__getitem__)
    rival = max((p for n, p in enumerate(powers[:-1]) if n != best), default=0.0)
    subject, total = pronoun.supposed, sum(powers)
    supposed = chains[best].stands_at(subject) or _owns(pronoun, chains[best].mentions[-1], subject)
    return Choice(chains[best], powers[best] / total, rival / total, supposed)


def describe(pronoun: Pronoun, chains: Sequence[Chain], known: Sequence[str]) -> list[list[str]]:
    """The features of each chain, and last those of none of them being meant."""
    latest = sorted(
        range(len(chains)),
        key=lambda n: (chains[n].mentions[-1].sentence, chains[n].mentions[-1].word),
        reverse=True,
    )
    rank = {number: place for place, number in enumerate(latest)}
    acting = [n for n in latest if chains[n].mentions[-1].role == SUBJECT]
    kind, supposed = pronoun.kind, pronoun.supposed
    found = []
    for n, chain in enumerate(chains):
        others = sum(map(bool, known)) > bool(known[n])
        agrees = f"{kind} supposed={chain.stands_at(supposed)}"
        found.append(
            [
                *_features(pronoun, chain, known[n], rank[n], acting[:1] == [n], others),
                f"{kind} alone={len(chains) == 1} {acting == [n]} {pronoun.case}",
                agrees,
                f"{agrees} form={chain.entity.form} {bool(known[n])}",
                f"{agrees} {pronoun.case} rivals={min(len(chains), 3)}",
            ]
        )
    return [*found, _nobody(pronoun, len(chains))]


def _features(
    pronoun: Pronoun, chain: Chain, gender: str, rank: int, acting: bool, other: bool
) -> list[str]:
    kind, case, entity = pronoun.kind, pronoun.case, chain.entity
    last = chain.mentions[-1]
    far = min(pronoun.sentence - last.sentence, 3)
    often = min(len(chain.mentions), 5)
    form = "name" if entity.proper else "noun"
    person = "person" if entity.person else "perhaps" if entity.perhaps else "no"
    person = "titled" if entity.person and entity.proper and entity.titled else person
    found = [
        f"{kind} far={far} {case}",
        f"{kind} far={far} role={last.role} {case}",
        f"{kind} pronoun={last.pronoun} far={far}",
        f"{kind} often={often}",
        f"{kind} form={form} {person}",
        f"{kind} rank={min(rank, 4)}",
        f"{kind} topic={chain.mentions[0].sentence < 2 and often > 2}",
        f"{kind} acting={acting} far={far} {case}",
        f"{kind} quoted={pronoun.quoted} far={min(far, 1)}",
    ]
    if pronoun.meant.person:
        first = chain.mentions[0]
        hero = entity.proper and first.sentence < 2 and first.role == SUBJECT
        found.append(f"{kind} known={bool(gender)} form={form} other={other}")
        found.append(f"{kind} hero={hero}")
        if entity.proper and not gender:
            # "Amalia" is rather she, "Paulo" he.
            found.append(f"{kind} {pronoun.meant.gender} ends={entity.given[-1:]}")
        found.append(f"{kind} form={form} {person} role={last.role} far={min(far, 2)}")
    else:
        sort = "name" if entity.proper else str(entity.field)
        found.append(f"{kind} field={sort}")
        found.append(f"{kind} opened={entity.form} far={min(far, 2)}")
        found.append(f"{kind} {case} field={sort} verb={pronoun.deed}")
        found.append(f"{kind} plural={entity.plural} group={entity.group}")
    if far == 0:
        found.append(f"{kind} {case} stands={_stands(pronoun, last)}")
        found.append(f"{kind} near={min((pronoun.word - last.word) // 4, 4)}")
    elif far == 1:
        found.append(f"{kind} leads={pronoun.leads} {_heads(last)} {case}")
    return found


def _nobody(pronoun: Pronoun, rivals: int) -> list[str]:
    """What speaks for none that is named being meant: "it rained", "they say"."""
    kind, syntax = pronoun.kind, pronoun.syntax
    above = syntax.heads[pronoun.word]
    lemma = syntax.tokens[above].lemma.lower() if above >= 0 else ""
    content = above >= 0 and syntax.child(above, "csubj", "ccomp", "xcomp", "advcl") >= 0
    found = [
        f"nobody {kind}",
        f"nobody {kind} {pronoun.case}",
        f"nobody {kind} rivals={min(rivals, 4)}",
        f"nobody {kind} quoted={pronoun.quoted}",
    ]
    if kind == "it":
        cop = above >= 0 and syntax.child(above, "cop") >= 0
        found.append(f"nobody {kind} content={content} cop={cop}")
        found.append(f"nobody {kind} tag={syntax.tokens[above].tag if above >= 0 else ''}")
        found.append(f"nobody {kind} verb={lemma}")
    return found


def _supposed(pronoun: Pronoun) -> tuple[int, int]:
    """Who acts in the clause that a pronoun hangs on, or in the sentence before if it opens one.

    An owner belongs to the subject of its own clause: "the firm sold its mill".
    """
    syntax, word, words = pronoun.syntax, pronoun.word, pronoun.words
    clause = syntax.clause(word)
    if clause >= 0:
        subject = syntax.subject(clause, words)
        if 0 <= subject < word and word not in syntax.phrase(subject):
            return pronoun.sentence, subject
        above = syntax.clause(clause)
        subject = syntax.subject(above, words) if above >= 0 else -1
        if 0 <= subject < word:
            return pronoun.sentence, subject
    if pronoun.before is None:
        return -1, -1
    root = pronoun.before.root
    subject = pronoun.before.subject(root, words) if root >= 0 else -1
    return pronoun.sentence - 1, subject


def _owns(pronoun: Pronoun, last: Mention, subject: tuple[int, int]) -> bool:
    """Whether a mention is of whose the supposed subject is: "Ruiz's office said she had left"."""
    syntax = pronoun.syntax if subject[0] == pronoun.sentence else pronoun.before
    if syntax is None or last.sentence != subject[0] or last.pronoun:
        return False
    relation, above = syntax.relations[last.word], syntax.heads[last.word]
    return relation == "nmod" and last.word < above == subject[1]


def _stands(pronoun: Pronoun, last: Mention) -> str:
    """How a mention in the pronoun's sentence stands to it."""
    syntax, word = pronoun.syntax, pronoun.word
    clause, other = syntax.clause(word), syntax.clause(last.word)
    if clause == other:
        return f"same {last.role}"
    above, steps = clause, 0
    while above >= 0 and steps < 4:
        relation = syntax.relations[above]
        above, steps = syntax.clause(above), steps + 1
        if above == other:
            return f"above {last.role} {relation if relation in _TOLD else 'else'}"
    return f"apart {last.role}"


def _heads(last: Mention) -> str:
    return f"role={last.role} pronoun={last.pronoun}"
