"""How a verb group without a tense hangs on its sentence: "to grow", "having won, left"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.layout.clauses import Clause, host_of
from timeline.events.layout.pasts import COMMAS
from timeline.events.layout.surroundings import NOMINAL, Surroundings

_QUOTES = frozenset({"``", "''", '"'})


class Nonfinite:
    """Links verb groups without a tense, each by the word that opens it."""

    def __init__(self, near: Surroundings, clauses: Sequence[Clause]) -> None:
        self.near, self.clauses, self.tokens = near, clauses, near.tokens

    def link(self, clause: Clause, left: int, root: int) -> None:
        """Links a clause that begins behind `left`, in a sentence whose main clause is `root`, or
        -1 if that has not been met."""
        clause.governor = clause.number - 1
        at = self._opening(clause.first, left)
        if at < left:
            clause.link = self._alone(clause)
        else:
            self._open(clause, at, left, root)

    def _opening(self, first: int, left: int) -> int:
        """Where the word stands that opens a verb group, before `left` if there is none."""
        tokens, at = self.tokens, first - 1
        while at >= left and (tokens[at].tag == "ADV" or tokens[at].text in _QUOTES):
            at -= 1
        if at > left and tokens[at].text == ",":
            aside = at - 1  # "to cut costs and, in turn, to grow"
            while aside > left and tokens[aside].tag in ("ADV", "ADP", "NOUN"):
                aside -= 1
            if tokens[aside].text == "," and tokens[aside - 1].tag == "CCONJ":
                at = aside - 1
        return at

    def _alone(self, clause: Clause) -> str:
        """How a verb hangs that no word opens."""
        if clause.tense in ("infinitive", "bare"):
            return "infinitive"
        if clause.number or clause.tense not in ("ing", "participle"):
            return "complement"
        told = clause.tense == "ing" and not self._comma_before_verb(clause)
        return "subject" if told else "participle"

    def _open(self, clause: Clause, at: int, left: int, root: int) -> None:
        """Links a clause by the word that opens it."""
        opener, tense, before = self.tokens[at], clause.tense, clause.number - 1
        describes = tense in ("ing", "participle")
        host = host_of(self.clauses, self.tokens, before, at, root)
        if opener.tag == "CCONJ":
            clause.link, clause.marker, clause.governor = "coordinate", at, self._like(clause)
        elif tense == "infinitive":
            clause.link = "infinitive"
            clause.antecedent = at if opener.tag in ("NOUN", "PROPN") else clause.antecedent
        elif opener.tag in ("ADP", "SCONJ") or opener.xpos in ("WRB", "IN"):
            clause.link, clause.marker, clause.governor = "adverbial", at, host
        elif opener.tag in NOMINAL and describes:
            clause.link, clause.antecedent = "participle", at
        elif opener.text in COMMAS and describes:
            clause.link, clause.governor = "participle", host
            goes_on = host >= 0 and self._goes_on(self.clauses[host], at)
            if tense == "participle" and goes_on:
                clause.link = "coordinate"
            elif tense == "participle" and at > left and self.tokens[at - 1].tag in NOMINAL:
                clause.antecedent = at - 1
        elif tense == "bare" and before < 0:
            clause.link = "main"
        else:
            clause.link = "infinitive" if tense == "bare" else "complement"

    def _goes_on(self, host: Clause, comma: int) -> bool:
        """Whether a participle goes on with a passive whose time stands before the comma: "was
        built in 1962, sold in 1980"."""
        own = host.passive or self.tokens[host.head].xpos == "VBN"
        return own and host.head < comma and self.near.timed[comma - 1]

    def _comma_before_verb(self, clause: Clause) -> bool:
        """Whether a comma parts a clause that opens the sentence from the next finite verb."""
        stop = next((c.first for c in self.clauses[clause.number + 1 :] if c.finite), 0)
        return any(self.tokens[n].text == "," for n in range(clause.last + 1, stop))

    def _like(self, clause: Clause) -> int:
        """The nearest clause before of the same form."""
        want = clause.tense
        number = clause.number - 1
        while number >= 0:
            other = self.clauses[number]
            if other.tense == want or (
                want == "bare" and (other.modal or other.tense == "infinitive")
            ):
                return number
            if want == "participle" and other.passive:
                return number
            if want == "ing" and "progressive" in other.aspect:
                return number
            number -= 1
        return clause.number - 1
