"""Past tenses that look like participles or bare verbs: "the storm killed 14 people", "it shut"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.cues import Cues
from timeline.events.layout.clauses import Clause
from timeline.events.layout.surroundings import Surroundings

_STOPS = frozenset({".", "!", "?", "”", "''", '"'})
COMMAS = frozenset({",", ":", ";", "--", "-", "–", "—", "(", ")"})


def outer(clauses: Sequence[Clause], clause: Clause) -> Clause:
    """The relative or participle clause that holds this one, or itself."""
    seen = clause
    while seen.governor >= 0 and seen.antecedent < 0:
        seen = clauses[seen.governor]
    return seen


class Pasts:
    """Tells past tenses among the verb groups of a sentence, each by what stands around it."""

    def __init__(self, near: Surroundings, clauses: Sequence[Clause], words: Cues) -> None:
        self.near, self.clauses, self.tokens = near, clauses, near.tokens
        self.amounts, self.openers = words.small.amounts, words.openers
        self.pasts, self.taking = words.pasts, words.verbs.taking
        self.and_or = words.small.and_or

    def mend(self, clause: Clause, left: int, opened: bool) -> None:
        """Makes a clause finite that has a subject of its own.

        `left` is the first token it may reach back to; `opened` tells whether a clause before
        it stands by itself.
        """
        if clause.first != clause.head:
            return
        if clause.tense == "participle" and (
            self._is_finite(clause, left, opened) or self._is_alone(clause, left, opened)
        ):
            clause.tense, clause.finite, clause.passive = "past", True, False
        elif clause.tense in ("bare", "present") and self._is_past(clause, left, opened):
            clause.tense, clause.finite = "past", True

    def _is_finite(self, clause: Clause, left: int, opened: bool) -> bool:
        """Whether a "participle" has a pronoun or conjunction and a subject."""
        marker = self.near.marker(left, clause.first)
        after = clause.last + 1
        while after < len(self.tokens) - 1 and self.tokens[after].text in self.amounts:
            after += 1
        if marker < 0 and not opened and after < len(self.tokens):
            # A reduced relative has no object of its own; "the storm killed 14 people" has.
            taken = self.near.chunk_of[after] is not None and not self.near.timed[after]
            aside = self._is_behind_aside(clause)
            subject = self.near.chunk_before(clause.first, left) is not None
            return (taken and (aside or subject)) or (subject and self._is_joined(clause))
        if marker < 0 or self.tokens[marker].text.lower() in self.openers.elliptic:
            return False
        subject = self.near.chunk_before(clause.first, marker + 1) is not None
        return subject or self.tokens[marker].xpos in ("WDT", "WP")

    def _is_behind_aside(self, clause: Clause) -> bool:
        """Whether a comma before a verb ends what is told of its subject: "the raid, which came at
        dawn, hurt two"."""
        if not clause.number or self.tokens[clause.first - 1].text not in COMMAS:
            return False
        return outer(self.clauses, self.clauses[clause.number - 1]).antecedent >= 0

    def _is_alone(self, clause: Clause, left: int, opened: bool) -> bool:
        """Whether a "participle" is the only verb of its part of a sentence: "but in May a city
        court ruled against them". What takes an object and has none stays a participle."""
        tokens = self.tokens
        chunk = self.near.chunk_before(clause.first, left)
        if chunk is None or clause.lemma in self.taking or tokens[-1].text not in _STOPS:
            return False
        if any(other.finite for other in self.clauses[clause.number + 1 :]):
            return False
        joined = self.near.conjunction(left, clause.first)
        if not opened:
            return clause.number == 0
        return 0 <= joined < chunk[0] and tokens[joined].text.lower() not in self.and_or

    def _is_joined(self, clause: Clause) -> bool:
        """Whether an "and" sets a past tense beside a verb: "the firm drilled there and found"."""
        after = self.clauses[clause.number + 1] if clause.number + 1 < len(self.clauses) else None
        if after is None or not after.finite or after.tense != "past" or after.passive:
            return False
        if {clause.lemma, after.lemma} & self.taking or len(self.clauses) > clause.number + 2:
            # "A boy trapped in a cave and found dead was named": a third verb has the subject.
            return False
        joins = self.tokens[after.first - 1].tag == "CCONJ"
        return joins and self.tokens[after.first - 2].text not in COMMAS

    def _is_past(self, clause: Clause, left: int, opened: bool) -> bool:
        """Whether a bare verb with a subject is a past tense like it: "the mill shut"."""
        if self.pasts.get(clause.lemma) != clause.lemma:
            return False
        if self.tokens[clause.head].xpos == "VBZ":
            return False
        host = self.clauses[clause.number - 1] if clause.number else None
        if not opened and self._is_behind_aside(clause):
            return True
        chunk = self.near.chunk_before(clause.first, left)
        if chunk is None or (host is not None and not host.finite):
            return False
        opens = chunk[0] == 0 or self.tokens[chunk[0] - 1].text in COMMAS
        past = host is not None and host.tense == "past"
        return opens and (past or self.tokens[chunk[2]].xpos in ("NN", "NNP"))
