"""A clause in words: its subject first, then its verb and what belongs to it."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from timeline.events.layout.scenes import WHOLE, Apart
from timeline.events.words.completing import Verb
from timeline.events.words.naming import lowered, meaning_of_one, names_for_pronouns, uncapitalised
from timeline.events.words.phrases import (
    FULL,
    SHORT,
    SHORTEST,
    View,
    named_words,
    noun_words,
    verb_words,
)
from timeline.events.words.rendering import render
from timeline.events.words.standing import has_no_actor, lacks_predicate, only_says_done
from timeline.events.words.tidying import possessive, tidy
from timeline.sentences.tokens import RELATIVE
from timeline.sentences.vocabulary import TO

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
        self.word = word
        self.syntax = view.syntax
        self.words = view.scene.words
        self.top = top
        self.level = level
        self.stop = stop
        self.own = self.syntax.child(top, "nsubj", "csubj")
        self.subject = self.syntax.subject(top, self.words)
        if self.syntax.child(top, "expl") >= 0:
            self.own = self.subject = self.syntax.child(top, "expl")

    def tell(self, apart: Apart = WHOLE) -> Told:
        """The clause in words."""
        view = self.view
        body = verb_words(view, self.top, self.level, self.top) | apart.own
        body -= apart.others
        first = self.syntax.aside(self.word, self.top)
        if first >= 0:
            # Of "intended to reach it and to return" the second is told.
            body -= verb_words(view, first, FULL, -1)
            body |= self._second()
        body &= self._part()
        body = {k for k in body if k < self.stop}
        subject = self._named()
        body -= subject
        if apart.subject:
            subject = set(apart.subject)
            body -= subject
        bare = body <= {self.top, *self.syntax.auxiliaries(self.top)}
        if subject and bare and view.hidden(self.top):
            # "Its first flight was in 1994"
            text = self._subject_words(subject, names_for_pronouns(view, subject))
            return Told(tidy(text, self.words.small.loose), frozenset(subject), True, False)
        anchor = self._anchor(body)
        front = {k for k in body if k < anchor}
        body -= front
        front = self._fronted(front)
        antecedent, case = self._antecedent()
        covered = frozenset(subject | body | front | antecedent)
        instead = names_for_pronouns(view, covered)
        verb = Verb(view, self.top, self.own, self.subject)
        again = meaning_of_one(view, self.subject) if self.subject >= 0 else ""
        instead |= {self.subject: again} if again else {}
        instead |= verb.inflect() | self._written_out(body)
        helpers = verb.helpers()
        parts = [self._subject_words(subject, instead), *helpers]
        instead |= self._owners(body)
        what = self.syntax.tells_what(self.top)
        if what and antecedent:
            # "What they had bought"
            parts.insert(0, render(view, antecedent, instead))
            parts[1] = uncapitalised(view, subject, parts[1])
        elif antecedent and not case:
            stop = self._past_aim(max(k for k in self._group(body)), body)
            stop = max(stop, self._stranded(body))
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
        parts.append(lowered(view, front, instead) if front else "")
        parts.append(said)
        text = tidy(" ".join(part for part in parts if part), self.words.small.loose)
        told = covered | quoted | self._said_to_be()
        whole = self._stands(body, instead, bool(helpers)) and (
            bool(quoted) or not self._says_nothing()
        )
        whole = whole and not self._points(instead)
        whole = whole and not lacks_predicate(view, self.top, self.subject, body)
        return Told(text, told, whole)

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

    def _said_to_be(self) -> set[int]:
        """The noun of a relative clause whose subject is what is said to be it: the "nurse" of
        "Ruiz was a nurse who fled"."""
        noun = self.syntax.heads[self.top]
        described = self.syntax.relations[self.top] == "acl" and self.own != self.subject
        return {noun} if described and self.syntax.heads[self.subject] == noun else set()

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

    def _stands(self, body: set[int], instead: dict[int, str], helped: bool) -> bool:
        """Whether the words are a clause: a subject that names something, and a tense."""
        tokens, top = self.syntax.tokens, self.top
        named = self.subject >= 0 and not self.view.scene.dating[self.subject]
        # A bullet is no subject.
        named = named and any(
            c.isalnum() for k in self.syntax.phrase(self.subject) for c in tokens[k].text
        )
        # "Fighting broke out"
        doing = tokens[self.subject].xpos == "VBG" and self.own == self.subject
        phrase = list(self.syntax.phrase(self.subject)) if doing else []
        doing = doing and min(phrase) == self.subject
        doing = doing and all(tokens[k].tag != "PUNCT" for k in phrase)
        if not named or (tokens[self.subject].tag in ("VERB", "AUX", "PUNCT") and not doing):
            return False
        if tokens[self.subject].xpos in RELATIVE or self.syntax.tells_what(self.top):
            return False
        described = self.syntax.relations[top] == "acl"
        if described and (
            has_no_actor(self.view, top, self.subject) or only_says_done(self.view, top)
        ):
            return False
        owners = [k for k in self.syntax.below[self.subject] if tokens[k].xpos == "WP$"]
        owners += self._parts_of()  # "the homepage of which shows it"
        if owners and not (described and self._owners({*owners})):
            return False
        mark = self.syntax.child(top, "mark") if self.syntax.relations[top] == "advcl" else -1
        # "Rates rose, as expected", but "were confirmed as infected"
        supposed = (
            mark > 0
            and mark - 1 != self.syntax.heads[top]
            and tokens[mark].text.lower() in self.words.openers.supposing
        )
        if supposed and tokens[top].xpos == "VBN" and self.own < 0:
            return False
        lead = min((*self.syntax.auxiliaries(top), top))
        if self._is_wished(lead):
            return False
        # "Been due" has lost its "had".
        bare = tokens[lead].xpos == "VBG" or (lead != top and tokens[lead].xpos in ("VBN", "VB"))
        # "She regretted calling him a traitor and praying for his death"
        beside = self.syntax.relations[top] == "conj" and helped
        return not bare or lead in instead or beside

    def _is_wished(self, lead: int) -> bool:
        """Whether a verb is as somebody wants it ("an order that the boy remain"), or an infinitive
        that lost its "to" ("told the city to shut schools, ban cars and take action")."""
        syntax, top = self.syntax, self.top
        bare = lead == top and syntax.tokens[top].xpos in ("VB", "VBP")
        meant = syntax.relations[top] in ("acl", "ccomp") and syntax.child(top, "mark") >= 0
        beside = syntax.relations[top] == "conj" and self.own < 0
        beside = beside and not syntax.is_passive(syntax.heads[top])  # "was sold and put away"
        named = self.own if meant else self.subject if beside else -1
        one = named >= 0 and syntax.tokens[named].xpos in ("NN", "NNP")
        return bare and one and syntax.child(named, "conj") < 0

    def _says_nothing(self) -> bool:
        """Whether a "said" lacks what was said."""
        verbs, lemma = self.words.verbs, self.syntax.tokens[self.top].lemma
        before = [c for c in self.syntax.below[self.top] if self.syntax.relations[c] == "ccomp"]
        if before and before[-1] < self.top and self.syntax.child(self.top, "obj") < 0:
            return True  # "The bank paid them, the court found"
        informed = lemma in verbs.informing and lemma not in verbs.saying
        if lemma in verbs.avowing or (informed and self.syntax.child(self.top, "obj") >= 0):
            return False
        plain = lemma in verbs.saying or lemma in verbs.reporting or lemma in verbs.believing
        told = ("ccomp", "xcomp") if lemma in verbs.informing else ("obj", "ccomp", "xcomp")
        beside = self.syntax.relations[self.top] == "parataxis"
        about = [c for c in self.syntax.below[self.top] if self.syntax.relations[c] == "obl"]
        modals = self.words.modals.planned
        ahead = self.syntax.is_infinitive(self.top) or any(
            self.syntax.tokens[k].lemma in modals for k in self.syntax.auxiliaries(self.top)
        )
        if ahead and about:
            return False
        cases = (self.syntax.child(c, "case") for c in about)
        to = any(c >= 0 and self.syntax.tokens[c].text == TO for c in cases)
        if to and lemma in verbs.addressing:
            return False
        if lemma not in verbs.saying and any(not self.view.scene.dating[c] for c in about):
            return False  # "complained about the rosters", "will report to Congress"
        active = plain and not self.syntax.is_passive(self.top)
        return active and (beside or self.syntax.child(self.top, *told) < 0)

    def _points(self, instead: dict[int, str]) -> bool:
        """Whether a relative clause needs what stands before it: an "it", "the same town that"."""
        syntax = self.syntax
        if syntax.relations[self.top] != "acl":
            return False
        noun, taken = syntax.heads[self.top], syntax.child(self.top, "obj")
        alike = self.words.small.alike
        if any(syntax.tokens[c].text.lower() in alike for c in syntax.below[noun]):
            return True
        unknown = taken >= 0 and taken not in instead
        return unknown and syntax.tokens[taken].text.lower() in self.words.pronouns.neuter

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
        hangs = syntax.relations[self.top] in ("advcl", "acl") and self.own > noun
        near = hangs and syntax.first_of(self.own) == noun + 1
        nouns, lemma = self.words.nouns, syntax.tokens[noun].lemma.lower()
        return near and (lemma in nouns.times or lemma in nouns.moments)

    def _antecedent(self) -> tuple[set[int], str]:
        """The noun that a relative clause says something of, where it is not its subject."""
        syntax, top = self.syntax, self.top
        head = syntax.heads[top]
        if syntax.relations[top] != "acl" or head < 0 or syntax.tokens[head].tag == "VERB":
            return set(), ""
        if self.view.scene.timed[head] or head not in self._part():
            return set(), ""
        if syntax.tokens[head].lemma.lower() in self.words.nouns.times:
            return set(), ""  # "since the day we met"
        if self.subject in (head, syntax.named(head), -1):
            return set(), ""
        if self.own >= 0 and syntax.is_passive(top) and syntax.child(top, "mark") >= 0:
            # "The claim that it was sold"
            return set(), ""
        if self._parts_of():
            return set(), ""
        case = ""
        pronouns = [k for k in syntax.phrase(top) if k < top and syntax.is_relative(k)]
        for pronoun in pronouns:
            token = syntax.tokens[pronoun]
            if token.xpos == "WRB":
                return set(), ""
            if token.xpos == "WP$":
                return set(), ""
            before = syntax.child(pronoun, "case")
            case = syntax.tokens[before].text if before >= 0 else ""
        phrase = noun_words(self.view, head, SHORT, top)
        if not pronouns and syntax.first_of(top) != max(phrase, default=head) + 1:
            return set(), ""
        taken = [syntax.child(k, "obj") for k in syntax.chain(top)]
        timed = self.view.scene.timed
        if not case and any(k >= 0 and k not in pronouns and not timed[k] for k in taken):
            return set(), ""
        return named_words(self.view, head, max(self.level, SHORT), without=top), case

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
            found += [k for k in (verb, *parts, *prt) if k in body]
        return found

    def _past_aim(self, last: int, body: set[int]) -> int:
        """The end of a verb group with a "to free" whose verb was taken for another word."""
        tokens = self.syntax.tokens
        aimed = tokens[self.top].lemma in self.words.verbs.intending
        to, verb = last + 1, last + 2
        if not aimed or verb not in body or tokens[to].text != TO:
            return last
        bare = tokens[verb].tag in ("ADJ", "NOUN") and tokens[verb].text == tokens[verb].lemma
        alone = all(
            self.syntax.relations[c] in ("case", "obl", "punct") for c in self.syntax.below[verb]
        )
        return verb if bare and alone else last

    def _stranded(self, body: set[int]) -> int:
        """The preposition that ends a relative clause, or -1: "which they are looking into"."""
        last, tokens = max(body), self.syntax.tokens
        ends = last + 1 < len(tokens) and tokens[last + 1].tag == "PUNCT"
        return last if ends and tokens[last].tag == "ADP" and not self.syntax.below[last] else -1

    def _subject_words(self, subject: set[int], instead: dict[int, str]) -> str:
        if not subject:
            return ""
        instead = {**instead, **self._owners(subject)}
        text = render(self.view, subject, instead)
        tokens, last = self.syntax.tokens, max(subject)
        kinds = {self.syntax.relations[k] for k in subject if tokens[k].tag != "PUNCT"}
        joined = any(tokens[k].tag == "CCONJ" for k in subject)
        listed = "conj" in kinds and joined and "appos" not in kinds
        named = ", " in text and not listed
        closed = last + 1 < len(tokens) and tokens[last + 1].text == ","
        return f"{text}," if named and closed else text

    def _owners(self, words: set[int]) -> dict[int, str]:
        """The noun that a "whose" among some words stands for, as owner, or that of which a part
        is told."""
        tokens, parts = self.syntax.tokens, self._parts_of()
        whose = [k for k in words if tokens[k].xpos == "WP$" or k in parts]
        if not whose or self.syntax.relations[self.top] != "acl":
            return {}
        noun, without = self.syntax.heads[self.top], self.top
        if self.syntax.heads[whose[0]] == noun:
            # "Poe, whose book, printed in 1902, sold well"
            without = self.syntax.heads[noun]
            noun = self.syntax.heads[without] if without >= 0 else -1
            if noun < 0 or self.syntax.relations[without] != "acl":
                return {}
        owner = named_words(self.view, noun, SHORT, without=without)
        if whose[0] in parts:
            return {whose[0]: lowered(self.view, owner, {})}
        return {whose[0]: possessive(render(self.view, owner, {}))}

    def _parts_of(self) -> list[int]:
        """The "which" of a subject such as "one of which"."""
        below = self.syntax.below[self.own] if self.own >= 0 else []
        return [k for k in below if k > self.own and self.syntax.tokens[k].xpos in ("WDT", "WP")]

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
