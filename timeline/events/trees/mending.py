"""Mends trees where the order of words tells better what hangs on what.

The parser now and then hangs a relative clause on a verb, or gives the subject of one verb to
another. Each mend repairs one fault of that kind, by the tree and the order of its words or by the
clauses that `linking` found, which walks from verb to verb. They stand in files by what goes wrong:
`tops`, `subjects`, `partners` (of verbs side by side), `describing` and `phrases`.

A mend has to earn its place on texts that nobody here wrote: it fires in several of them, and makes
more rows better than worse there. `python -m benchmarks.trees --mends` tells how many words of gold
trees each of them hangs rightly and wrongly.
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
    Mend(tops.raise_turned, 'a "did" before its subject is over its verb'),
    Mend(phrases.keep_to_subject, "what stands behind a subject hangs on the verb"),
    Mend(subjects.claim, "a noun before a verb stands beside it"),
    Mend(subjects.join, 'of two nouns with "and" one is no subject of their verb'),
    Mend(subjects.take_part, 'the part of "one of which" is no subject'),
    Mend(describing.go_along, 'a "…ing" behind a comma describes the noun before it'),
    Mend(describing.set_participle, "a participle behind an object goes on with the verb"),
    Mend(reduced.set_free, "a participle behind a subject is its verb, or describes its object"),
    Mend(phrases.name_kin, "the name of a brother or a friend hangs on the verb"),
    Mend(phrases.close_up, "the second of two nouns is set beside the first"),
    Mend(tops.free_pronoun, "a pronoun is a part of the name before it"),
    Mend(tops.resume, 'a noun behind an "and" hangs on what stands before it'),
    Mend(subjects.seat, "a verb has two subjects, or an adjective in the place of one"),
    Mend(phrases.give, "whom something is given is part of what is given"),
    Mend(phrases.count, '"more than" stands for a noun'),
    Mend(phrases.number, "a number before a noun hangs on the verb"),
    Mend(phrases.belong, 'an "of" hangs on the verb to come'),
    Mend(describing.take_along, 'a clause hangs on the "course" of "in the course of which"'),
    Mend(describing.turn, "a noun hangs on the participle behind it"),
    Mend(subjects.entitle, "a title is a subject beside the name"),
    Mend(describing.attach, "a relative clause hangs on a verb, a time or an age"),
    Mend(describing.lift, "a clause hangs on a time"),
    Mend(describing.find_person, 'a "who" tells of a thing'),
    Mend(describing.find_event, "what begins is a place"),
    Mend(partners.chain, "a verb behind a comma stands below the one before it"),
    Mend(phrases.keep_particles, "a particle hangs on another word than its verb"),
    Mend(phrases.take_bare, "a bare noun behind a verb is no object"),
    Mend(describing.describe, "a relative clause hangs on a verb"),
    Mend(describing.describe_what, 'a clause does not hang on its "what"'),
    Mend(describing.say, "what is told hangs on whom it is told"),
    Mend(subjects.share_clauses, "a verb has no subject, or hangs below it"),
    Mend(partners.go_on, "a second passive stands below the first"),
    Mend(partners.make_verb, "a second passive describes what somebody was made"),
    Mend(partners.go_on_saying, "a verb of the speaker is set beside what is said"),
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
