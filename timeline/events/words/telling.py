"""A clause in words: its subject first, then its verb and what belongs to it."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from timeline.events.layout.scenes import WHOLE, Apart
from timeline.events.words.completing import Verb
from timeline.events.words.naming import lowered, meaning_of_one, names_for_pronouns, uncapitalised
from timeline.events.words.nounwords import named_words
from timeline.events.words.predicates import Predicate
from timeline.events.words.relatives import (
    antecedent_in_words,
    antecedent_of,
    carried,
    is_recipient,
    owners,
    said_to_be,
)
from timeline.events.words.rendering import render
from timeline.events.words.standing import stands
from timeline.events.words.tidying import tidy
from timeline.events.words.verbwords import verb_words
from timeline.events.words.views import FULL, SHORT, SHORTEST, View

#: A place behind all the words of any sentence.
LATEST = sys.maxsize
#: What an object is found or made: "found it empty", "had it repaired".
_STATES = frozenset({"JJ", "VBN"})


@dataclass(frozen=True, slots=True)
class Told:
    """An event in words, and the tokens of its sentence that they come from.

    `whole` tells that they stand by themselves: a `clause` with its subject, or a noun phrase.
    """

    text: str
    tokens: frozenset[int]
    whole: bool
    clause: bool = True


class Telling:
    """A predicate on its way into words, with as much around it as its level lets stand."""

    def __init__(self, view: View, top: int, level: int, word: int, stop: int = LATEST) -> None:
        self.view = view
        self.one = Predicate.at(view, top)
        self.word = word
        self.syntax = view.syntax
        self.words = view.scene.words
        self.top = top
        self.own, self.subject = self.one.own, self.one.subject
        self.level = level
        self.stop = stop

    def tell(self, apart: Apart = WHOLE) -> Told:
        """The clause in words."""
        view = self.view
        body = self._body(apart)
        subject = self._named()
        body -= subject
        if apart.subject:
            subject = set(apart.subject)
            body -= subject
        bare = body <= {self.top, *self.syntax.auxiliaries(self.top)}
        if subject and bare and view.hidden(self.top):
            # "Its first flight was in 1994"
            text = self._subject_words(subject, names_for_pronouns(view, subject))
            return Told(
                tidy(text, self.words.small.loose), frozenset(subject), whole=True, clause=False
            )
        anchor = self._anchor(body)
        front = {k for k in body if k < anchor}
        body -= front
        front = self._fronted(front)
        phrase, pronoun = carried(self.one)
        body, front = body - phrase, front - phrase
        antecedent, case = antecedent_of(self.one, self.level, self._part())
        covered = frozenset(subject | body | front | antecedent)
        instead = names_for_pronouns(view, covered, subject)
        verb = Verb(self.one)
        again = meaning_of_one(view, self.subject) if self.subject >= 0 else ""
        instead |= {self.subject: again} if again else {}
        instead |= self._written_out(body) | verb.inflect()
        helpers = verb.helpers()
        parts = [self._subject_words(subject, instead), *helpers]
        instead |= owners(self.one, body)
        what = self.syntax.tells_what(self.top)
        if what and antecedent:
            # "What they had bought"
            parts.insert(0, render(view, antecedent, instead))
            parts[1] = uncapitalised(view, subject, parts[1])
        elif antecedent and not case:
            instead |= self._summed_up(min(antecedent))
            stop = max(*self._group(body), self._stranded(body))
            parts.append(lowered(view, {k for k in body if k <= stop}, instead))
            parts.append(lowered(view, antecedent, instead))
            body = {k for k in body if k > stop}
        quoted, said = self._said(instead)
        if quoted:
            # "The score was 2-1, the club said on its site, up from 1-1": what is said goes on.
            stop = next((k for k in self.syntax.marks if k > self.top), len(self.syntax.tokens))
            body = {k for k in body if k < stop}
        parts.append((lowered if subject else render)(view, body, instead))
        if antecedent and case and not what:
            parts.append(f"{case} {lowered(view, antecedent, instead)}")
        if phrase:
            # "In the course of which", "in whose name"
            owner = antecedent_in_words(self.one, pronoun, self.top)
            parts.append(lowered(view, phrase, {**instead, pronoun: owner}))
        parts.append(lowered(view, front, instead) if front else "")
        parts.append(said)
        text = tidy(" ".join(part for part in parts if part), self.words.small.loose)
        told = covered | quoted | said_to_be(self.one)
        whole = stands(self.one, body, instead, helped=bool(helpers), quoted=bool(quoted))
        return Told(text, told, whole)

    def _summed_up(self, first: int) -> dict[int, str]:
        """The "the" of what a clause names that it sums up: of ", a ruling that Karst rejected"."""
        tokens, small = self.syntax.tokens, self.words.small
        summed = self.syntax.heads[self.top] in self.view.scene.heads
        summed = summed and first > 0 and tokens[first - 1].text == ","
        return (
            {first: small.definite}
            if summed and tokens[first].text.lower() in small.indefinite
            else {}
        )

    def _body(self, apart: Apart) -> set[int]:
        """The words of the clause but for its subject."""
        body = verb_words(self.view, self.top, self.level, self.top) | apart.own
        body -= apart.others
        first = self.syntax.aside(self.word, self.top)
        if first >= 0:
            # Of "intended to reach it and to return" the second is told.
            body -= verb_words(self.view, first, FULL, -1)
            body |= self._second()
        if self.word not in body and self._came_of_it():
            body |= verb_words(self.view, self.word, self.level, self.top)
        return {k for k in body & self._part() if k < self.stop}

    def _came_of_it(self) -> bool:
        """Whether the verb told is what came of another: ", only to be set aside in May"."""
        syntax, resulting = self.syntax, self.words.adverbs.resulting
        beside = (syntax.tokens[c].lemma for c in syntax.below[self.word])
        return syntax.heads[self.word] == self.top and any(one in resulting for one in beside)

    def _named(self) -> set[int]:
        """The words of the subject."""
        if self.subject < 0:
            return set()
        found = named_words(self.view, self.subject, max(self.level, SHORT), without=self.top)
        if self.subject < self.top:
            # What a parser hung on the subject from behind the verb is not told before it.
            found = {k for k in found if k < self.top}
        return found | self._denied(min(found, default=0))

    def _denied(self, first: int) -> set[int]:
        """The "not" right before a subject: "not all the money was found"."""
        before = first - 1
        tokens, negative = self.syntax.tokens, self.words.modals.negative
        opens = before == 0 or (before > 0 and tokens[before - 1].tag == "PUNCT")
        return {before} if opens and tokens[before].text.lower() in negative else set()

    def _written_out(self, body: set[int]) -> dict[int, str]:
        """Short verbs as they stand without their subject: "have" for the "'ve" of "they've"."""
        tokens, full = self.syntax.tokens, self.words.small.full
        return {
            k: full[tokens[k].text.replace("’", "'").lower()]
            for k in body
            if k - 1 not in body and tokens[k].text.replace("’", "'").lower() in full
        }

    def _part(self) -> set[int]:
        """The part of the sentence between semicolons that the verb stands in."""
        tokens = self.syntax.tokens
        marks = [k for k, token in enumerate(tokens) if token.text == ";"]
        first = max((k + 1 for k in marks if k < self.top), default=0)
        last = min((k for k in marks if k > self.top), default=len(tokens))
        return set(range(first, last))

    def _second(self) -> set[int]:
        """The words of an infinitive that is set beside another one."""
        at = self.word
        while self.syntax.relations[at] != "conj":
            at = self.syntax.heads[at]
        conjunctions = {c for c in self.syntax.below[at] if self.syntax.relations[c] == "cc"}
        shared = {c for c in self.syntax.below[self.syntax.heads[at]] if self._is_to(c)}
        own = any(self._is_to(c) for c in self.syntax.below[at])
        found = verb_words(self.view, at, self.level, -1) - conjunctions
        return found if own else found | shared

    def _is_to(self, word: int) -> bool:
        return self.syntax.tokens[word].xpos == "TO"

    def _anchor(self, body: set[int]) -> int:
        """Where the clause proper begins; what stands before was put in front of it."""
        if 0 <= self.own < self.top:
            return self.own
        group = [k for k in (*self.syntax.auxiliaries(self.top), self.top) if k <= self.top]
        adverbs = [
            c
            for c in self.syntax.below[self.top]
            if self.syntax.relations[c] in ("advmod", "aux", "cop", "mark") and c in body
        ]
        return min((*group, *adverbs))

    def _fronted(self, front: set[int]) -> set[int]:
        """Of the words before the subject, the phrases that tell where or amid what."""
        kept: set[int] = set()
        for child in self.syntax.below[self.top]:
            if self.syntax.relations[child] != "obl" or self.syntax.child(child, "case") < 0:
                continue
            phrase = set(self.syntax.phrase(child))
            if self._opens_clause(child):
                continue
            if phrase <= {k for k in phrase if k < self.top} and not self.view.dated(child):
                kept |= phrase & front
        return kept

    def _opens_clause(self, noun: int) -> bool:
        """Whether a noun of time opens a clause like a conjunction: "by the time they came"."""
        syntax = self.syntax
        hangs = syntax.relations[self.top] in ("advcl", "acl", "ccomp") and self.own > noun
        near = hangs and syntax.first_of(self.own) == noun + 1
        nouns, lemma = self.words.nouns, syntax.tokens[noun].lemma.lower()
        return near and (lemma in nouns.times or lemma in nouns.moments)

    def _group(self, body: set[int]) -> list[int]:
        """The verb with its helpers and the infinitives that hang on it."""
        found = []
        for verb in self.syntax.chain(self.top):
            if verb != self.top and self.syntax.tokens[verb].xpos in _STATES:
                continue  # "police found the car burnt out"
            parts = [
                c for c in self.syntax.below[verb] if self.syntax.relations[c] in ("aux", "mark")
            ]
            prt = [
                c
                for c in self.syntax.below[verb]
                if self.syntax.relations[c] == "compound" and c > verb
            ]
            to = [k for c in self.syntax.below[verb] for k in self._recipient(verb, c)]
            found += [k for k in (verb, *parts, *prt, *to) if k in body]
        return found

    def _recipient(self, verb: int, word: int) -> tuple[int, ...]:
        """The words of whom something was given: "a letter that he sent his son"."""
        syntax = self.syntax
        taken = [c for c in syntax.below[verb] if syntax.relations[c] == "obj" and c < verb]
        given = is_recipient(syntax, verb, word)
        if taken and syntax.relations[word] in ("iobj", "obj"):
            given = given or syntax.first_of(word) == verb + 1
        gives = syntax.tokens[verb].lemma in self.words.verbs.giving
        return tuple(syntax.phrase(word)) if given and gives else ()

    def _stranded(self, body: set[int]) -> int:
        """The preposition that ends a relative clause, or -1: "which they are looking into"."""
        last, tokens = max(body), self.syntax.tokens
        ends = last + 1 < len(tokens) and tokens[last + 1].tag == "PUNCT"
        return last if ends and tokens[last].tag == "ADP" and not self.syntax.below[last] else -1

    def _subject_words(self, subject: set[int], instead: dict[int, str]) -> str:
        if not subject:
            return ""
        instead = {**instead, **owners(self.one, subject)}
        tokens, last = self.syntax.tokens, max(subject)
        acting = self.words.small.acting.get(tokens[last].text) if len(subject) == 1 else None
        instead |= {last: acting} if acting and last not in instead else {}
        text = render(self.view, subject, instead)
        kinds = {self.syntax.relations[k] for k in subject if tokens[k].tag != "PUNCT"}
        joined = any(tokens[k].tag == "CCONJ" for k in subject)
        listed = "conj" in kinds and joined and "appos" not in kinds
        named = ", " in text and not listed
        closed = last + 1 < len(tokens) and tokens[last + 1].text == ","
        return f"{text}," if named and closed else text

    def _said(self, instead: dict[int, str]) -> tuple[frozenset[int], str]:
        """What is said, for an "officials said" that stands after it."""
        syntax, top = self.syntax, self.top
        verbs, lemma = self.words.verbs, syntax.tokens[top].lemma
        told = lemma in verbs.inverted or lemma in verbs.informing
        # "It fell again: 11 were reported yesterday"
        told = told and not syntax.is_passive(top)
        if not told or self.level >= SHORTEST:
            return frozenset(), ""
        inner = next(
            (c for c in syntax.below[top] if syntax.relations[c] == "ccomp" and c < top), -1
        )
        if inner < 0 and syntax.relations[top] == "parataxis" and syntax.heads[top] < top:
            inner = syntax.top(syntax.heads[top])
        if inner < 0 or inner not in self._part():
            return frozenset(), ""
        tokens = {k for k in verb_words(self.view, inner, self.level, -1) if k < top}
        tokens -= set(syntax.phrase(top)) if syntax.relations[top] == "parataxis" else set()
        text = tidy(lowered(self.view, tokens, instead), self.words.small.loose)
        if any(syntax.tokens[k].text in self.words.pronouns.speaking for k in tokens):
            return frozenset(tokens), f": “{text}”"
        return frozenset(tokens), uncapitalised(self.view, tokens, text)
