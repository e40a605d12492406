"""How the verb groups of a sentence hang together: which clause governs which, and by what link.

There is no parser here: a left-to-right walk looks at what stands between one verb group and the
next (relative pronoun, conjunction, comma, subject) and decides from that.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.events.cues import Cues
from timeline.events.layout.clauses import Clause, host_of, modifies, open_clause
from timeline.events.layout.nonfinite import Nonfinite
from timeline.events.layout.pasts import COMMAS, Pasts, outer
from timeline.events.layout.speech import Speech
from timeline.events.layout.surroundings import Range, Surroundings
from timeline.sentences import Chunk, Sentence, find_verbs


class _Linker:
    """One pass over the tokens of a sentence."""

    def __init__(self, sentence: Sentence, words: Cues, timed: Sequence[bool]) -> None:
        tokens = self.tokens = sentence.tokens
        self.naming = words.nouns.naming
        self.openers = words.openers
        self.near = Surroundings(sentence, words, timed)
        particles = words.adverbs.particles
        groups = [g for g in find_verbs(sentence) if not modifies(tokens, g)]
        self.clauses = [open_clause(n, g, tokens, particles, timed) for n, g in enumerate(groups)]
        self.pasts = Pasts(self.near, self.clauses, words)
        self.speech = Speech(self.near, self.clauses, words)
        self.nonfinite = Nonfinite(self.near, self.clauses)
        #: Where the part behind each semicolon begins.
        self.parts = [k + 1 for k, token in enumerate(tokens) if token.text == ";"]
        self.root = -1
        self.pending: list[int] = []

    def link(self) -> list[Clause]:
        for clause in self.clauses:
            left = self.clauses[clause.number - 1].last + 1 if clause.number else 0
            # Nothing before a semicolon is the subject of a verb behind it.
            left = max((k for k in self.parts if left < k <= clause.first), default=left)
            self.pasts.mend(clause, left, opened=self.root >= 0)
            if clause.finite:
                self._finite(clause, left)
            else:
                self._nonfinite(clause, left)
        for number in self.pending:
            self.clauses[number].governor = self.root if self.root != number else -1
        for clause, after in pairwise(self.clauses):
            # "He left and, when the mine closed, opened a shop": he opened it when that closed.
            opener = self.tokens[max(0, clause.marker - 2) : max(0, clause.marker)]
            if clause.link == "adverbial" and [t.tag for t in opener] == ["CCONJ", "PUNCT"]:
                clause.governor = after.number if after.finite else clause.governor
        for clause in self.clauses:
            self._arguments(clause)
        return self.clauses

    def _finite(self, clause: Clause, left: int) -> None:
        tokens, first = self.tokens, clause.first
        before = clause.number - 1
        marker = self.near.marker(left, first)
        conjunction = self.near.conjunction(max(left, marker + 1), first)
        # No word of a quotation is the subject of what stands behind it.
        quoted = max((k for k in self.speech.behind if left < k <= first), default=left)
        chunk = self.near.chunk_before(first, quoted)
        if self.speech.inverts(clause, self.root):
            chunk = None
        if chunk is not None and self._is_taken(clause, left, chunk):
            chunk = None
        clause.subject = chunk
        if marker < 0 and conjunction < 0 and self._resume(clause, left):
            return
        spoken = self.root >= 0 and (chunk[0] if chunk else first) in self.speech.behind
        if marker >= 0 and not (spoken and self.speech.frames(clause, left, chunk, self.root)):
            chunk = self.near.chunk_before(first, marker + 1)
            clause.marker = marker
            self._marked(clause, marker, chunk)
            return
        if self.root < 0:
            self._open_root(clause, left, chunk, conjunction)
            return
        previous = self.clauses[before]
        if self.speech.frames(clause, left, chunk, self.root):
            self.clauses[self.root].governor = clause.number
            self.clauses[self.root].link = "content"
            self.root = clause.number
            clause.framing = True
            return
        if conjunction >= 0:
            clause.link, clause.marker = "coordinate", conjunction
            clause.governor = self._partner(clause, chunk is not None)
            if chunk is None:
                clause.subject = self.clauses[clause.governor].subject
            return
        start = chunk[0] if chunk else first
        gap = [t for t in tokens[left:start] if t.tag not in ("ADV", "PART")]
        # Behind a semicolon a sentence stands by itself: "hopes to grow; it has four mines".
        apart = any(t.text in COMMAS for t in gap) or (left > 0 and tokens[left - 1].text == ";")
        speaker = before if self.speech.speaks(before) else previous.governor
        speaking = speaker >= 0 and self.speech.speaks(speaker) and previous.link != "content"
        if speaking and chunk and not apart:
            clause.link, clause.governor = "content", speaker
        elif chunk and start > left and self._describes(start - 1):
            clause.link, clause.governor, clause.antecedent = "relative", before, start - 1
        elif speaker == before and chunk and start > left and tokens[start - 1].text in COMMAS:
            clause.link, clause.governor = "content", before
        else:
            clause.link, clause.governor = "coordinate", self.root
            if chunk is None:
                clause.subject = self._resumed(clause) or self.clauses[self.root].subject

    def _resumed(self, clause: Clause) -> Range | None:
        """The subject before a relative clause that parts it from its verb: "the mill closed and
        its owner, who was in debt, fled"."""
        aside = self._relative(self.clauses[clause.number - 1])
        if aside is None or self.tokens[clause.first - 1].text not in COMMAS:
            return None
        subject = self.near.chunk_at(aside.antecedent)
        opened = subject is not None and subject[0] > 0 and self.tokens[subject[0] - 1]
        return subject if opened and (opened.tag == "CCONJ" or opened.text == ";") else None

    def _resume(self, clause: Clause, left: int) -> bool:
        """Links a verb behind a relative clause to the "after" or "as" before what that describes:
        "it fled as lava from the hill, which had long slept, reached it"."""
        tokens, at = self.tokens, clause.first - 1
        while at > left and tokens[at].tag == "ADV":
            at -= 1
        aside = self._relative(self.clauses[clause.number - 1]) if clause.number else None
        if aside is None or tokens[at].text != "," or tokens[aside.marker - 1].text != ",":
            return False
        opened = self.near.opened(aside.antecedent)
        if opened is None or aside.marker < 0:
            return False
        clause.marker, clause.subject = opened
        clause.link = "adverbial"
        clause.governor = host_of(
            self.clauses, self.tokens, aside.number - 1, clause.marker, self.root
        )
        if clause.governor < 0:
            self.pending.append(clause.number)
        return True

    def _describes(self, before: int) -> bool:
        """Whether a subject right behind a word opens what is said of it: "the man troops shot"."""
        return self.tokens[before].tag in ("NOUN", "PROPN") and not self.near.timed[before]

    def _is_taken(self, clause: Clause, left: int, chunk: Range) -> bool:
        """Whether a noun is the object of a clause that a comma ends: "after it lost it, sold",
        "after having done almost no fighting, left", "lost the appeal in 2014, fled in 2016"."""
        host = self.clauses[clause.number - 1] if clause.number else None
        closed = self.tokens[clause.first - 1].text in COMMAS
        if host is None or host.last + 1 != left or not closed:
            return False
        if any(token.tag != "ADV" for token in self.tokens[left : chunk[0]]):
            return False
        if host.link == "adverbial":
            return True
        apart = any(t.text in COMMAS for t in self.tokens[chunk[1] : clause.first - 1])
        beside = host.finite and host.link in ("main", "coordinate") and not host.copula
        return beside and not apart and not self.speech.speaks(host.number)

    def _open_root(self, clause: Clause, left: int, chunk: Range | None, conjunction: int) -> None:
        """The first clause that stands by itself."""
        before = clause.number - 1
        if before >= 0:
            previous = self.clauses[before]
            relative = self._relative(previous)
            if relative is not None and conjunction >= 0 and chunk is None:
                clause.link, clause.governor = "coordinate", relative.number
                clause.subject = relative.subject
                return
            opener = outer(self.clauses, relative or previous)
            if opener.link in ("relative", "participle") and opener.antecedent >= 0:
                parted = self.tokens[clause.first - 1].text in COMMAS
                if parted:
                    first = self.near.chunk_opening(0, opener.first)
                    clause.subject = first or self.near.chunk_at(opener.antecedent)
                elif (
                    chunk is None
                    or chunk[0] < left
                    or not any(t.text == "," for t in self.tokens[left : clause.first])
                ):
                    clause.subject = self.near.chunk_at(opener.antecedent)
                if opener.governor < 0:
                    opener.governor = clause.number
            elif chunk is None and previous.link == "adverbial" and previous.marker > 1:
                clause.subject = self.near.chunk_opening(0, previous.marker - 1)
        self.root = clause.number
        clause.link = "main"

    def _relative(self, clause: Clause) -> Clause | None:
        """The relative clause that holds this one, itself or above it."""
        seen: Clause | None = clause
        while seen is not None and seen.link != "relative":
            seen = self.clauses[seen.governor] if 0 <= seen.governor < seen.number else None
        return seen

    def _marked(self, clause: Clause, marker: int, chunk: Range | None) -> None:
        token = self.tokens[marker]
        word = token.text.lower()
        before = clause.number - 1
        # The chunk must lie between marker and verb to be the subject.
        subject = chunk if chunk and chunk[0] > marker else None
        clause.subject = subject
        preceding = self.near.nominal_before(marker)
        relative = token.xpos in ("WDT", "WP", "WP$")
        relative = relative or (word == self.openers.place and preceding >= 0)
        if word == self.openers.that:
            before = self._past_participle(before) if subject is not None else before
            relative = preceding >= 0 and not self._announced(before, marker, preceding, subject)
            relative = relative and not (subject is not None and self._is_when(preceding))
        if relative:
            if preceding >= 0:
                clause.link, clause.antecedent = "relative", preceding
                clause.governor = before
                if token.xpos != "WP$" and subject is None:
                    clause.subject = self.near.chunk_at(preceding)
                return
            clause.link, clause.governor = "content", before
        elif word in self.openers.content or (
            word in self.openers.asking and before >= 0 and self.speech.speaks(before)
        ):
            clause.link, clause.governor = "content", before
            previous = self.clauses[before] if before >= 0 else None
            if (
                previous is not None
                and self.tokens[marker - 1].text.lower() == self.openers.joining
                and previous.link == "content"
            ):
                clause.governor = previous.governor
        else:
            clause.link = "adverbial"
            clause.governor = host_of(self.clauses, self.tokens, before, marker, self.root)
            if clause.governor < 0:
                self.pending.append(clause.number)
            return
        if clause.governor < 0:
            self.pending.append(clause.number)

    def _is_when(self, noun: int) -> bool:
        """Whether a noun is of a time that no "the" opens: "ordered on Friday that he leave"."""
        first = noun
        while first and self.near.timed[first - 1]:
            first -= 1
        told = self.tokens[first : noun + 1]
        return self.near.timed[noun] and all(token.tag != "DET" for token in told)

    def _past_participle(self, number: int) -> int:
        """The clause of who speaks, past what describes where: "said in a book printed in May"."""
        clause = self.clauses[number] if number >= 0 else None
        described = clause is not None and clause.link == "participle" and clause.antecedent >= 0
        over = clause.governor if described and clause is not None else -1
        return over if over >= 0 and self.speech.speaks(over) else number

    def _announced(self, before: int, marker: int, preceding: int, subject: Range | None) -> bool:
        """Whether a "that" opens what is said or thought, not what describes the noun before it."""
        if self.tokens[preceding].lemma in self.naming and subject is not None:
            return True
        return (
            before >= 0
            and self.speech.speaks(before)
            and subject is not None
            and (
                self.clauses[before].passive
                or preceding != marker - 1
                or self.speech.is_told(before)
            )
        )

    def _partner(self, clause: Clause, own_subject: bool) -> int:
        """The clause that a coordinate one is set beside."""
        number = clause.number - 1
        if own_subject:
            # Behind a colon another clause may stand by itself: "so it went: a storm came, and …".
            beside, root = self.clauses[number], self.clauses[self.root]
            gap = self.tokens[root.last + 1 : beside.first]
            parted = beside.link == "coordinate" and any(token.text == ":" for token in gap)
            return number if parted and beside.marker < 0 else self.root
        while number >= 0:
            other = self.clauses[number]
            if other.link == "adverbial" and self._is_closed(other, clause):
                number = other.governor if other.governor < number else number - 1
                continue
            if other.finite:
                return other.governor if self.speech.goes_on(clause, other) else number
            number = other.governor if other.governor < number else number - 1
        return self.root

    def _is_closed(self, aside: Clause, clause: Clause) -> bool:
        """Whether commas set an adverbial clause off before an "and": "came back in May, when it
        rained, and left"."""
        around = (aside.marker - 1, clause.marker - 1)
        return all(at > 0 and self.tokens[at].text in COMMAS for at in around)

    def _nonfinite(self, clause: Clause, left: int) -> None:
        self.nonfinite.link(clause, left, self.root)
        if clause.link == "main":
            self.root = clause.number if self.root < 0 else self.root
        elif clause.governor < 0:
            self.pending.append(clause.number)

    def _arguments(self, clause: Clause) -> None:
        """Fills in the object, and the subject of clauses that share or leave out theirs."""
        at = clause.last + 1
        right = len(self.tokens)
        if clause.number + 1 < len(self.clauses):
            right = self.clauses[clause.number + 1].first
        while at < right and self.tokens[at].tag == "ADV" and self.near.chunk_of[at] is None:
            at += 1
        if at < right and self.near.chunk_of[at] is not None:
            first, last, head = self.near.chunk_at(at)
            clause.object = (first, last, head) if first >= at else None
        if clause.inverted and clause.object is not None:
            clause.subject, clause.object = clause.object, None


def read_clauses(
    sentence: Sentence, words: Cues, timed: Sequence[bool] | None = None
) -> tuple[list[Clause], list[Chunk | None]]:
    """The clauses of a sentence, one a verb group, in order, and the noun chunk of each token.

    `timed` marks the tokens of time expressions, which are neither subject nor object.
    """
    linker = _Linker(sentence, words, timed or [False] * len(sentence.tokens))
    return linker.link(), linker.near.chunk_of
