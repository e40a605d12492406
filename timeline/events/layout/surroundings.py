"""What stands around a verb: the noun chunks, and the words that open or join clauses."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.cues import Cues
from timeline.sentences import RELATIVE, Chunk, Sentence, find_chunks

#: First, last and head of a noun chunk, as places in the tokens.
Range = tuple[int, int, int]
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_ASIDES = frozenset({",", ")", "–", "—"})
#: What stands between a subject and its verb in no phrase behind a comma.
_PARTING = frozenset({"CCONJ", "VERB", "SCONJ"})


class Surroundings:
    """The tokens and noun chunks of a sentence, and what can be asked of them."""

    def __init__(self, sentence: Sentence, words: Cues, timed: Sequence[bool]) -> None:
        self.tokens = sentence.tokens
        self.timed = timed
        self.joining = words.connectives.joining
        self.somebody = words.pronouns.somebody
        self.small = words.small
        self.moments, self.compounds = words.nouns.moments, words.compounds
        self.chunk_of: list[Chunk | None] = [None] * len(self.tokens)
        for chunk in find_chunks(sentence):
            first = chunk.first
            while first < chunk.last and timed[first]:
                first += 1
            if first + 1 < chunk.last and self._opens_time(first + 1, 0):
                first += 2  # "by the time Poe left"
            if not (timed[first] or timed[chunk.head]):
                kept = chunk if first == chunk.first else chunk._replace(first=first)
                for number in range(first, chunk.last + 1):
                    self.chunk_of[number] = kept

    def marker(self, left: int, first: int) -> int:
        """The last subordinating word of the gap, or -1."""
        tokens = self.tokens
        for number in range(first - 1, left - 1, -1):
            token = tokens[number]
            if self._compares(number):
                continue
            # The "that" of "that year" opens no clause.
            within = self.timed[number] and self.timed[number - 1] and number > 0
            opens = token.tag == "SCONJ" or token.xpos in RELATIVE
            if opens and not within and not self._opens_phrase(number, first):
                return number
            if token.tag == "ADP" and token.text.lower() in self.joining and not self.timed[number]:
                chunk = self._chunk_behind(number, first)
                if chunk is not None and self.reaches(self._listed(chunk, left, first), first):
                    return number
            if self._opens_time(number, left):
                return number
            if token.tag == "CCONJ" and number == first - 1:
                return -1
        return -1

    def _chunk_behind(self, number: int, first: int) -> Chunk | None:
        """The noun phrase right behind a word, or behind a participle: "after leaked emails …"."""
        at = number + 1
        if at + 1 < first and self.chunk_of[at] is None and self.tokens[at].xpos == "VBN":
            at += 1
        return self.chunk_of[at] if at < first else None

    def _opens_time(self, number: int, left: int) -> bool:
        """Whether a noun opens a clause with what stands before it: "by the time he left"."""
        if (
            not left + 2 <= number < len(self.tokens)
            or self.tokens[number].text.lower() not in self.moments
        ):
            return False
        phrase = " ".join(token.text.lower() for token in self.tokens[number - 2 : number + 1])
        after = self.tokens[number + 1 : number + 2]
        return phrase in self.compounds and bool(after) and after[0].tag not in ("ADP", "PUNCT")

    def _opens_phrase(self, number: int, first: int) -> bool:
        """Whether a word that might open a clause opens a phrase, behind whose comma the subject
        of a verb stands: "since the coup, the army has ruled"."""
        tokens, chunk = self.tokens, self.chunk_of[number + 1]
        if chunk is None or tokens[number].text.lower() not in self.joining:
            return False
        at = chunk.last + 1
        while at < first and tokens[at].text != ",":
            at += 1
        if at + 1 >= first or self.chunk_of[at + 1] is None or self.reaches(chunk.last + 1, first):
            return False
        return all(t.text != "," and t.tag not in _PARTING for t in tokens[at + 1 : first])

    def _listed(self, chunk: Chunk, left: int, first: int) -> int:
        """The token behind a chunk and what is set beside it: "after Ann, Bob and a friend left".

        At the head of a sentence a comma ends the phrase ("After talks, Oslo and Rome agreed"),
        and an "and" may go on with another subject ("after the crash and police came") unless
        somebody is named or both are told alike ("after customers and clinics complained").
        """
        at, commas = chunk.last + 1, 0
        named = self.tokens[chunk.head].tag in ("PROPN", "PRON")
        while at + 1 < first and left and self.tokens[at].text == ",":
            beside = self.chunk_of[at + 1]
            if beside is None:
                break
            at, commas = beside.last + 1, commas + 1
        beside = self.chunk_of[at + 1] if at + 1 < first else None
        if beside is None or self.tokens[at].text not in self.small.joining:
            return chunk.last + 1
        alike = at == beside.first - 1 and all(map(self._is_bare_plural, (chunk, beside)))
        return beside.last + 1 if named or commas or alike else chunk.last + 1

    def _is_bare_plural(self, chunk: Chunk) -> bool:
        tag = self.tokens[chunk.first].tag
        return self.tokens[chunk.head].xpos == "NNS" and tag in ("ADJ", "NOUN", "PROPN")

    def _compares(self, number: int) -> bool:
        """Whether a "than" only tells an amount, as in "more than 300"."""
        if not number or self.tokens[number].text != self.small.than:
            return False
        return self.tokens[number - 1].text.lower() in self.small.comparing

    def reaches(self, at: int, first: int) -> bool:
        """Whether only adverbs, times and phrases stand between a chunk and a verb."""
        while at < first:
            token = self.tokens[at]
            chunk = self.chunk_of[at]
            if token.tag == "ADP" and at + 1 < first and self.chunk_of[at + 1] is not None:
                at += 1
            elif chunk is not None and self.tokens[chunk.first - 1].tag == "ADP":
                at = chunk.last + 1
            elif token.text == "," and (behind := self._behind_aside(at, first)):
                at = behind
            elif token.tag in ("ADV", "PART", "AUX") or self.timed[at]:
                at += 1
            else:
                return False
        return True

    def _behind_aside(self, at: int, first: int) -> int:
        """The token behind an apposition ("…, chairman of the board, left") that the comma at a
        token opens and another closes before the verb; 0 if none."""
        chunk = self.chunk_of[at + 1]
        while chunk is not None and chunk.last + 1 < first:
            after = chunk.last + 1
            if self.tokens[after].tag != "ADP":
                return after + 1 if self.tokens[after].text == "," else 0
            chunk = self.chunk_of[after + 1]
        return 0

    def conjunction(self, left: int, first: int) -> int:
        """The "and" that sets a clause beside another, or -1; not one inside its subject."""
        chunk = self.chunk_before(first, left)
        start = chunk[0] if chunk else first
        for number in range(min(start, first) - 1, left - 1, -1):
            if self.tokens[number].tag == "CCONJ":
                return number
        return -1

    def nominal_before(self, number: int) -> int:
        """The noun that a relative pronoun follows, past a comma or preposition; -1 if none."""
        at = number - 1
        while at >= 0 and (self.tokens[at].tag in ("ADP", "PUNCT") or self.tokens[at].text == ","):
            at -= 1
        if at >= 0 and self.tokens[at].tag in NOMINAL and self.tokens[at].tag != "PRON":
            return self._outer_noun(at, number)
        if at >= 0 and self.tokens[at].text.lower() in self.somebody:
            return at
        return -1

    def _outer_noun(self, at: int, pronoun: int) -> int:
        """The noun meant where another stands between: "provinces, including X, that …"."""
        begin = self.chunk_at(at)[0]
        if begin < 2 or self.tokens[at].tag != "PROPN":
            return at
        before = self.tokens[begin - 1]
        if before.text in self.small.examples:
            comma = begin > 2 and self.tokens[begin - 2].text == ","
            return begin - 3 if comma and self.tokens[begin - 3].tag in NOMINAL else at
        # "Shares in Halden, which have": after a comma the larger phrase is meant, if it is plural.
        apart = self.tokens[pronoun - 1].text == ","
        if apart and before.tag == "ADP" and self.tokens[begin - 2].xpos == "NNS":
            return begin - 2
        # A clause without a comma tells of no proper name: "a firm in Oslo that makes it".
        beside = pronoun == at + 1 and self.tokens[at].xpos == "NNP"
        if beside and before.tag == "ADP" and self.tokens[begin - 2].tag == "NOUN":
            return begin - 2
        return at

    def opened(self, noun: int) -> tuple[int, Range] | None:
        """The "after" or "as" before a noun and what it belongs to, and the chunk that it opens."""
        chunk = self.chunk_of[noun] if noun >= 0 else None
        while chunk is not None and chunk.first and self.tokens[chunk.first - 1].tag == "ADP":
            opener = chunk.first - 1
            if self.tokens[opener].text.lower() in self.joining:
                return opener, (chunk.first, chunk.last, chunk.head)
            chunk = self.chunk_of[opener - 1] if opener else None
        return None

    def chunk_at(self, number: int) -> Range:
        """The noun chunk around a token, or the token alone."""
        chunk = self.chunk_of[number]
        if chunk is None:
            return number, number, number
        return chunk.first, chunk.last, chunk.head

    def _resumes(self, left: int, closing: int) -> bool:
        """Whether what a comma closes stands between an "and" and its verb: "told them and then, on
        2 July, wrote"."""
        tokens = self.tokens
        opening = next((k for k in range(closing - 1, left, -1) if tokens[k].text == ","), -1)
        before = opening - 1
        while before > left and tokens[before].tag == "ADV":
            before -= 1
        return opening >= 0 and tokens[before].tag == "CCONJ"

    def chunk_before(self, first: int, left: int) -> Range | None:
        """The chunk that stands as subject before a verb, its "of" and "in" phrases undone."""
        tokens, small = self.tokens, self.small
        at = first - 1
        timed = self.timed
        while at >= left and (
            tokens[at].tag in ("ADV", "PART", "AUX") or timed[at] or tokens[at].text == small.both
        ):
            at -= 1
        if at >= left and tokens[at].text in _ASIDES:
            if self._resumes(left, at):
                return None
            opening = self.chunk_opening(left, at)
            if opening is not None:
                return opening
        while at >= left:
            chunk = self.chunk_of[at]
            if chunk is None:
                return None
            begin = max(chunk.first, left)
            if begin - 2 >= left and self._compares(begin - 1):
                return begin - 2, chunk.last, chunk.head
            if begin - 1 >= left and tokens[begin - 1].tag == "ADP":
                at = begin - 2
                continue
            if begin - 2 >= left and tokens[begin - 1].text.lower() in small.and_or:
                partner = self.chunk_at(begin - 2)
                opens = (
                    partner[0] == left
                    or self.timed[partner[0] - 1]
                    or tokens[partner[0] - 1].text.lower() in (",", small.both)
                )
                if tokens[begin - 2].tag in ("NOUN", "PROPN") and opens and partner[0] >= left:
                    return partner[0], chunk.last, chunk.head
            return begin, chunk.last, chunk.head
        return None

    def chunk_opening(self, left: int, right: int) -> Range | None:
        """The first chunk between two tokens that no preposition opens, before an apposition."""
        number = left
        while number < right:
            chunk = self.chunk_of[number]
            if chunk is None:
                number += 1
                continue
            guarded = number > left and self.tokens[number - 1].tag in ("ADP", "SCONJ")
            if not guarded:
                return max(chunk.first, left), chunk.last, chunk.head
            number = chunk.last + 1
        return None
