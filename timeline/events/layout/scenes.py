"""A sentence laid out for reading: its clauses, its time expressions, its event mentions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from timeline.events.cues import Cues
from timeline.events.layout.clauses import Clause
from timeline.events.layout.linking import read_clauses
from timeline.events.layout.quoting import quotations
from timeline.expressions import TimeExpression
from timeline.meanings import Each
from timeline.sentences import Chunk, Mention, Sentence, Token, Tree


@dataclass(slots=True)
class TimeWords:
    """A time expression and the tokens it covers, `first` to `last` inclusive.

    `noun` tells that it belongs to the noun behind it, and so does the preposition before it.
    """

    first: int
    last: int
    expression: TimeExpression
    noun: bool = False


class Apart(NamedTuple):
    """Of what happened at several times the tokens that tell `own` one, and of `others` alone.

    `subject` is who did it then: "the second" of "the first fell in May, the second in June".
    """

    own: frozenset[int]
    others: frozenset[int]
    subject: frozenset[int] = frozenset()


#: How sure it is that what is said to be at a time is an event.
TOLD_SO = 1.0
#: Tags of words that carry what a text is about.
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
#: What happened once is told in all its words.
WHOLE = Apart(frozenset(), frozenset())


@dataclass
class Scene:
    """One sentence with what has been found in it.

    `source` is the sentence's text; `owner` gives for each token the clause it stands in, -1
    before the first; `by_head` the clause of a verb by its token; `chunk_of` the noun chunk of
    each token; `timed` marks tokens inside time expressions, `dating` those
    inside expressions that have a place on the calendar. `mentions` are those outside of them,
    `heads` their tokens; `tree` tells what hangs on what, where that was asked.
    """

    source: str
    sentence: Sentence
    tokens: tuple[Token, ...]
    clauses: list[Clause]
    owner: list[int]
    by_head: dict[int, Clause]
    chunk_of: list[Chunk | None]
    times: list[TimeWords]
    timed: list[bool]
    dating: list[bool]
    mentions: list[Mention]
    heads: list[int]
    words: Cues
    title: bool
    tree: Tree | None = None

    @cached_property
    def stems(self) -> list[str]:
        """How the lemma of each word begins that carries what a text is about; "" for others."""
        return [topic_stem(token) for token in self.tokens]

    @cached_property
    def numbers(self) -> list[int]:
        """The places of the numbers."""
        return [place for place, token in enumerate(self.tokens) if token.tag == "NUM"]

    @cached_property
    def quoted(self) -> list[int] | None:
        """For each token the number of the quotation it stands in, None without any."""
        return quotations(self.tokens, self.clauses)

    @property
    def main(self) -> Clause | None:
        """The first clause that stands by itself."""
        return next((clause for clause in self.clauses if clause.link == "main"), None)

    def precedes(self, clause: Clause) -> bool:
        """Whether a word by a verb tells that it was before what is told: "had earlier left"."""
        first = max(clause.first - 1, 0)
        return any(
            token.tag == "ADV"
            and token.text.lower() in self.words.adverbs.preceding
            and not self.timed[k]
            for k, token in enumerate(self.tokens[first : clause.last + 2], start=first)
        )

    def answers(self, clause: Clause) -> bool:
        """Whether a relative clause tells what came of what stands before it: of what sums that up
        ("…, a ruling that Karst rejected"), or with it as its object ("…, which closed it")."""
        named, marker = clause.antecedent, clause.marker
        chunk = self.chunk_of[named] if named >= 0 else None
        if clause.link != "relative" or chunk is None or marker < 1 or not chunk.first:
            return False
        opening, taken = self.tokens[chunk.first].text.lower(), clause.object
        sums = named in self.heads and opening in self.words.small.indefinite
        if sums and self.tokens[chunk.first - 1].text == ",":
            return True
        again = taken is not None and self.tokens[taken[2]].xpos == "PRP"
        return again and self.tokens[marker - 1].text == ","

    def is_set_off(self, opener: int) -> bool:
        """Whether a comma stands before a word and the time before it: ", a day after leaving"."""
        before = opener - 1
        while before > 0 and self.timed[before]:
            before -= 1
        return before > 0 and self.tokens[before].text == ","

    def is_denied(self, place: int, within: int) -> bool:
        """Whether a "not" or "never" stands so many words before a word at most."""
        negative = self.words.modals.negative
        near = self.tokens[max(0, place - within) : place]
        return any(token.lemma.lower() in negative for token in near)

    def clause_of(self, token: int) -> Clause | None:
        """The clause whose verb the token is, else the one it stands in."""
        clause = self.by_head.get(token)
        if clause is not None:
            return clause
        number = self.owner[token]
        return self.clauses[number] if number >= 0 else None

    def opener(self, at: int) -> str:
        """The word at a token, in small letters; of a phrase the word it stands for ("prior to":
        before). Empty if there is no such token."""
        if at < 0:
            return ""
        word, compounds = self.tokens[at].text.lower(), self.words.compounds
        if word not in self.words.closing:
            return word
        said = [token.text.lower() for token in self.tokens[max(at - 3, 0) : at + 1]]
        phrases = (" ".join(said[first:]) for first in range(len(said) - 1))
        return next((compounds[p] for p in phrases if p in compounds), word)


def topic_stem(token: Token) -> str:
    """How the lemma of a word begins, if it carries what a text is about; else ""."""
    return token.lemma[:5].lower() if token.tag in _CONTENT else ""


def lay_out(
    text: str,
    sentence: Sentence,
    mentions: Sequence[Mention],
    expressions: Sequence[TimeExpression],
    words: Cues,
    tree: Tree | None = None,
) -> Scene:
    """The scene of one sentence; `text` is the document's, `expressions` those that begin in it."""
    tokens = sentence.tokens
    timed = [False] * len(tokens)
    dating = [False] * len(tokens)
    times: list[TimeWords] = []
    if expressions:
        starts = [token.start for token in tokens]
        for expression, start, end in _apart(expressions, tokens, words):
            first = max(bisect_right(starts, start) - 1, 0)
            last = max(bisect_left(starts, end) - 1, first)
            if _is_thing(tokens, first, expression):
                continue
            first += _is_particle(tokens, first, last, words)
            noun = _is_of_noun(tokens, first, last, expression)
            if noun:
                expression = _without_preposition(expression)
                first = max(bisect_right(starts, expression.start) - 1, 0)
            times.append(TimeWords(first, last, expression, noun))
            for number in range(first, last + 1):
                timed[number] = True
                dating[number] = expression.span is not None
    clauses, chunk_of = read_clauses(sentence, words, timed)
    owner = _owners(clauses, len(tokens))
    by_head = {clause.head: clause for clause in clauses}
    kept = [
        mention
        for mention in mentions
        if not timed[mention.head] and not _is_idle(tokens, mention.head, timed, dating, words)
    ]
    kept = _with_dated(tokens, clauses, times, kept, words)
    return Scene(
        text[sentence.start : sentence.end],
        sentence,
        tokens,
        clauses,
        owner,
        by_head,
        chunk_of,
        times,
        timed,
        dating,
        kept,
        [mention.head for mention in kept],
        words,
        is_heading(sentence),
        tree,
    )


def _with_dated(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    times: Sequence[TimeWords],
    mentions: Sequence[Mention],
    words: Cues,
) -> list[Mention]:
    """The mentions, and the nouns that are said to be at a time, which only events are: "the next
    hearing is on 20 March", "a vote is likely in June"."""
    heads = {mention.head for mention in mentions}
    found = [*mentions]
    for clause in clauses:
        if not clause.copula or clause.subject is None or not clause.finite:
            continue
        if clause.modal and clause.tense != "future":
            continue
        noun = clause.subject[2]
        told = next((t for t in times if t.first > clause.last), None)
        if told is None or tokens[noun].tag != "NOUN" or noun in heads:
            continue
        between = tokens[clause.last + 1 : told.first]
        plain = all(t.tag == "ADP" or t.lemma in words.adjectives.unsure for t in between)
        after = tokens[told.last + 1 : told.last + 2]
        ends = all(t.tag in ("PUNCT", "ADP", "CCONJ", "SCONJ") for t in after)
        if plain and ends and told.expression.span is not None:
            found.append(Mention(noun, noun, noun, "occurrence", TOLD_SO))
    return sorted(found) if len(found) > len(mentions) else found


def _is_thing(tokens: Sequence[Token], first: int, expression: TimeExpression) -> bool:
    """Whether words are about a time, and no preposition puts anything there: "they discussed the
    future of the island"."""
    ahead = all(timex.value == "FUTURE_REF" for timex in expression.timexes)
    return ahead and tokens[first].tag == "DET"


def _lies_apart(told: TimeExpression, tokens: Sequence[Token], words: Cues) -> bool:
    """Whether times do not follow each other, and are joined by an "and": not "on Monday or
    Friday"."""
    behind = told.timexes[0].end
    joined = [t.text.lower() for t in tokens if behind <= t.start < told.end]
    parted = any(a.span.end != b.span.start for a, b in pairwise(told.timexes))
    return parted and not words.small.joining.isdisjoint(joined)


def _apart(
    expressions: Sequence[TimeExpression], tokens: Sequence[Token], words: Cues
) -> Iterator[tuple[TimeExpression, int, int]]:
    """The expressions with the offsets of their words, one that tells of times which lie apart once
    for each of them: what was done "on 2, 9 and 25 April" was done three times."""
    for told in expressions:
        if not isinstance(told.meaning, Each) or not _lies_apart(told, tokens, words):
            yield told, told.start, told.end
            continue
        first, *others = told.timexes
        yield replace(told, timexes=(first,), span=first.span), told.start, first.end
        for timex in others:
            yield replace(told, timexes=(timex,), span=timex.span), timex.start, timex.end


def _is_particle(tokens: Sequence[Token], first: int, last: int, words: Cues) -> bool:
    """Whether what opens a time is the verb's: "she took over last year"."""
    if not first or first == last or tokens[first - 1].tag != "VERB":
        return False
    own = tokens[first].xpos in ("RB", "RP") and tokens[first + 1].tag != "ADP"
    return own and tokens[first].text in words.adverbs.particles


def _is_idle(
    tokens: Sequence[Token],
    head: int,
    timed: Sequence[bool],
    dating: Sequence[bool],
    words: Cues,
) -> bool:
    """Whether a word only tells how long is to go ("scored with 40 seconds left"), or opens a
    phrase ("due to a flood") or a time ("is closed beginning on Monday")."""
    word, before, after = tokens[head].text.lower(), head - 1, head + 1
    behind = tokens[after] if after < len(tokens) else None
    phrase = f"{word} {behind.text.lower()}" if behind is not None and behind.tag == "ADP" else ""
    if phrase in words.compounds:
        return True
    opens = word in words.small.beginning and behind is not None and timed[after]
    if opens and before >= 0 and tokens[before].tag != "AUX":
        return True
    length = before >= 0 and timed[before] and not dating[before]
    return length and word in words.small.remaining


def _is_of_noun(tokens: Sequence[Token], first: int, last: int, expression: TimeExpression) -> bool:
    """Whether the preposition before a time belongs to the noun behind it: "after Monday's vote",
    "before the summer recess", "after second-quarter sales rose"."""
    span, timexes = expression.span, expression.timexes
    if span is None or span.relation not in _OPEN or len(timexes) != 1 or last + 1 == len(tokens):
        return False
    after = tokens[last + 1]
    if timexes[0].start == expression.start or timexes[0].end != expression.end:
        return False
    if after.xpos == "POS":
        return True
    attached = "-" in timexes[0].text or tokens[first + 1].tag == "DET"
    return after.tag == "NOUN" and attached and last > first


def _without_preposition(expression: TimeExpression) -> TimeExpression:
    timex, meaning = expression.timexes[0], expression.meaning
    return replace(
        expression,
        start=timex.start,
        text=timex.text,
        meaning=getattr(meaning, "what", meaning),
        span=timex.span,
    )


#: How an event stands to a time behind a preposition that draws a bound.
_OPEN = frozenset({"before", "after", "since", "until"})


def is_heading(sentence: Sentence) -> bool:
    """Whether a sentence stands there without a mark at its end, as titles do."""
    return bool(sentence.tokens) and sentence.tokens[-1].text not in _ENDS


_ENDS = frozenset({".", "!", "?", "”", '"', "''", ":", ";", "’", "…"})


def preposition(scene: Scene, head: int) -> int:
    """The preposition that opens the phrase of a noun ("before next week's talks"), or -1."""
    chunk = scene.chunk_of[head]
    at = (chunk.first if chunk is not None else head) - 1
    tokens = scene.tokens
    while at >= 0 and (scene.timed[at] or tokens[at].xpos == "POS"):
        at -= 1
    return at if at >= 0 and tokens[at].tag in ("ADP", "SCONJ") else -1


def _owners(clauses: Sequence[Clause], size: int) -> list[int]:
    begins = []
    for clause in clauses:
        begin = clause.first
        if clause.marker >= 0:
            begin = min(begin, clause.marker)
        floor = clauses[clause.number - 1].last + 1 if clause.number else 0
        own = clause.subject is not None and clause.link != "relative"
        if own and clause.subject is not None and clause.subject[0] >= floor:
            begin = min(begin, clause.subject[0])
        begins.append(begin)
    owner = [-1] * size
    for number, begin in enumerate(begins):
        stop = begins[number + 1] if number + 1 < len(begins) else size
        for token in range(begin, stop):
            owner[token] = number
    return owner
