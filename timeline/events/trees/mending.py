"""Mends trees where the order of words tells better what hangs on what.

The parser sees a few words at a time and now and then takes the conjunction of "after auditors
found it" for a preposition, or hangs a relative clause on a verb. Each mend repairs one fault of
that kind, by the tree and the order of its words or by the clauses that `linking` found, which
walks from verb to verb. They stand in files by what goes wrong: `tops`, `subjects`, `partners` (of
verbs side by side), `describing` and `phrases`.

A mend has to earn its place on texts that nobody here wrote: it fires in several of them, and makes
more rows better than worse there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from timeline.events.layout.clauses import Clause
from timeline.events.trees import describing, partners, phrases, reduced, subjects, tops
from timeline.events.trees.branches import Branches
from timeline.sentences import Chunk, Token, Tree


class Mend(NamedTuple):
    """A mend and the fault of the parser that it repairs."""

    repair: Callable[[Branches], None]
    fault: str


#: In the order in which they are done: what a phrase is, then whose subject it is, which verb is
#: the main one, which verbs go together, and at last what the clauses tell that were found.
MENDS = (
    Mend(tops.lower_clause, "an adverbial clause is over the main verb before it"),
    Mend(tops.raise_turned, 'a "did" before its subject is over its verb'),
    Mend(phrases.keep_to_subject, "what stands behind a subject hangs on the verb"),
    Mend(subjects.claim, "a noun before a verb stands beside it"),
    Mend(subjects.claim_behind_time, "a noun behind a time is part of it"),
    Mend(subjects.part_from_time, "a noun behind a time is set beside it, and its name a subject"),
    Mend(subjects.join, 'of two nouns with "and" one is no subject of their verb'),
    Mend(subjects.take_part, 'the part of "one of which" is no subject'),
    Mend(describing.go_along, 'a "…ing" behind a comma describes the noun before it'),
    Mend(describing.set_with, 'a participle behind "with" has no subject'),
    Mend(describing.set_participle, "a participle behind an object goes on with the verb"),
    Mend(reduced.set_free, "a participle behind a subject is its verb, or describes its object"),
    Mend(phrases.measure, "a length behind a participle is its object"),
    Mend(subjects.keep_self, '"himself" is a subject'),
    Mend(phrases.keep_agent, "a phrase behind a passive is the subject of the next verb"),
    Mend(phrases.name_kin, "the name of a brother or a friend hangs on the verb"),
    Mend(phrases.close_up, "the second of two nouns is set beside the first"),
    Mend(subjects.seat, "a verb has two subjects, or an adjective in the place of one"),
    Mend(phrases.give, "whom something is given is part of what is given"),
    Mend(subjects.order, "what comes before a noun is set beside it"),
    Mend(phrases.ready, "the predicate is what follows an adjective"),
    Mend(phrases.count, '"more than" stands for a noun'),
    Mend(phrases.number, "a number before a noun hangs on the verb"),
    Mend(phrases.set_beside, "a name beside a noun stands as a sentence of its own"),
    Mend(phrases.include, '"including" hangs on the verb'),
    Mend(phrases.leave, "what has a time but no verb is a verb"),
    Mend(tops.lower_second, 'a verb behind "and" is over the one before it'),
    Mend(phrases.belong, 'an "of" hangs on the verb to come'),
    Mend(describing.turn, "a noun hangs on the participle behind it"),
    Mend(phrases.hand_case, "a preposition hangs on the time that tells which"),
    Mend(tops.crown, "the main verb describes its subject"),
    Mend(partners.pair, "a second verb describes a noun before it"),
    Mend(partners.line_up, "a second verb stands beside a noun"),
    Mend(partners.hand_on, "the object of a second verb is the first one's"),
    Mend(subjects.entitle, "a title is a subject beside the name"),
    Mend(describing.attach, "a relative clause hangs on a verb, a time or an age"),
    Mend(describing.lift, "a clause hangs on a time"),
    Mend(describing.find_person, 'a "who" tells of a thing'),
    Mend(describing.find_beside, 'a "which" does not tell of the name right before it'),
    Mend(describing.find_name, 'a clause tells of "the same" place as before, not of the name'),
    Mend(describing.find_event, "what begins is a place"),
    Mend(partners.chain, "a verb behind a comma stands below the one before it"),
    Mend(tops.raise_participle, "the only verb is a participle"),
    Mend(phrases.keep_particles, "a particle hangs on another word than its verb"),
    Mend(describing.describe, "a relative clause hangs on a verb"),
    Mend(describing.describe_what, 'a clause does not hang on its "what"'),
    Mend(describing.say, "what is told hangs on whom it is told"),
    Mend(subjects.share_clauses, "a verb has no subject, or hangs below it"),
    Mend(partners.go_on, "a second passive stands below the first"),
    Mend(partners.make_verb, "a second passive describes what somebody was made"),
    Mend(partners.go_on_saying, "a verb of the speaker is set beside what is said"),
    Mend(phrases.close_aside, "what follows an aside hangs in it"),
)


def mend(
    tokens: Sequence[Token],
    tree: Tree,
    clauses: Sequence[Clause],
    chunk_of: Sequence[Chunk | None],
    timed: Sequence[bool],
    informing: frozenset[str] = frozenset(),
    mends: Sequence[Mend] = MENDS,
) -> Tree:
    """The tree of a sentence with subjects and relative clauses where they belong.

    `informing` holds the verbs that name whom they tell something ("told reporters that …"). A mend
    that would leave no tree is taken back.
    """
    found = Branches(tokens, tree, chunk_of, clauses, timed, informing)
    for one in mends:
        found.attempt(one.repair)
    return Tree(tuple(found.heads), tuple(found.relations))
