"""Who speaks in a sentence: verbs of saying before, behind and within what they say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.events.cues import Cues
from timeline.events.layout.clauses import Clause
from timeline.events.layout.surroundings import Range, Surroundings

#: What may end a quotation.
_CLOSING = frozenset({"”", "’", "''", '"'})


class Speech:
    """The verbs of saying and thinking of a sentence; `root` is its main clause so far, or -1."""

    def __init__(self, near: Surroundings, clauses: Sequence[Clause], words: Cues) -> None:
        self.near = near
        self.tokens = near.tokens
        self.clauses = clauses
        self.verbs = words.verbs
        self.openers = words.openers
        self.negative = words.modals.negative
        #: The places right behind a quotation that ends in a mark of its own: "…," said the mayor.
        self.behind = [
            k
            for k, (mark, quote) in enumerate(pairwise(self.tokens), start=2)
            if quote.text in _CLOSING and mark.text in (",", "?", "!")
        ]

    def speaks(self, number: int) -> bool:
        """Whether a clause is one of saying or thinking."""
        lemma = self.clauses[number].lemma
        return lemma in self.verbs.reporting or lemma in self.verbs.believing

    def is_told(self, number: int) -> bool:
        """Whether the noun after a verb of saying is not what is said but to whom or where."""
        clause = self.clauses[number]
        after = clause.last + 1
        told = self.tokens[clause.head].lemma in self.verbs.informing
        return told or self.tokens[after].tag == "ADP" or self.near.timed[after]

    def frames(self, clause: Clause, left: int, chunk: Range | None, root: int) -> bool:
        """Whether this is the "officials said" after what they said."""
        first, last = clause.first, clause.last
        start = chunk[0] if chunk else first
        mark = self.tokens[start - 1].text if start > left else ""
        odd = mark == '"' and sum(t.text == '"' for t in self.tokens[:start]) % 2
        behind = bool(mark) and start in self.behind and not (odd and chunk)
        behind = behind or (chunk is None and self.inverts(clause, root))
        known = clause.lemma in self.verbs.inverted or clause.lemma in self.verbs.believing
        known = known or (behind and clause.passive and clause.lemma in self.verbs.reporting)
        if not known and clause.lemma not in self.verbs.informing:
            return False
        if odd and not behind:
            return False  # the mark opens what this clause is part of
        if self.speaks(root) and not behind and last + 1 < len(self.tokens) - 1:
            # "The board said that if it fails, it expects to sell": the first one speaks.
            return False
        if mark not in (",", "”", "’", "''", '"', "?", "!"):
            if chunk is None or mark == "":
                return False
            # An apposition may stand between the quotation and the speaker.
            if not any(t.text in ("”", "''") for t in self.tokens[left:start]):
                return False
        following = self.tokens[last + 1] if last + 1 < len(self.tokens) else None
        if (
            chunk
            and following
            and following.tag == "PRON"
            and clause.lemma not in self.verbs.informing
        ):
            return False  # "We looked on, we expected you to help"
        if (
            chunk is None
            and following is not None
            and following.tag in ("ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN")
        ):
            clause.inverted = True
            return True
        return chunk is not None and (
            following is None or following.text.lower() not in self.openers.told
        )

    def inverts(self, clause: Clause, root: int) -> bool:
        """Whether who speaks comes after the verb: "They found no trace, said the sheriff"."""
        after, tokens = clause.last + 1, self.tokens
        if clause.lemma not in self.verbs.voicing or root < 0 or after >= len(tokens):
            return False
        if tokens[clause.first - 1].text != "," or tokens[after].tag not in (
            "DET",
            "NOUN",
            "PROPN",
        ):
            return False
        if self.near.timed[after] or tokens[after].text.lower() in self.negative:
            return False
        behind = self.near.chunk_at(after)[1] + 1
        # "The mayor, asked about it, said the talks had failed."
        while behind < len(tokens) and tokens[behind].tag in ("ADP", "ADV", "NOUN", "PROPN", "DET"):
            behind += 1
        return behind >= len(tokens) or tokens[behind].tag not in ("AUX", "VERB")

    def goes_on(self, clause: Clause, said: Clause) -> bool:
        """Whether a verb goes on with who speaks, not with what is said: "said that no man had been
        hurt and promised to …"."""
        if said.link != "content" or said.governor < 0 or not self.speaks(clause.number):
            return False
        speaker, subject = self.clauses[said.governor], said.subject
        if subject is None or self.tokens[subject[2]].tag == "PRON":
            return False  # "said it had lost money and expected to close"
        # "Promised" may seem to share the "had" before it.
        bare = clause.first == clause.head and clause.tense == "past"
        own = (clause.tense, "none" if bare else clause.aspect, clause.modal)
        alike = own == (speaker.tense, speaker.aspect, speaker.modal)
        return alike and own != (said.tense, said.aspect, said.modal)
