"""The event in readable words: its clause, standing by itself, without its time words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.events.inflection import to_past
from timeline.events.naming import lowered, names, uncapitalised
from timeline.events.phrases import (
    FULL,
    SHORT,
    SHORTEST,
    View,
    is_unit,
    named_words,
    noun_words,
    render,
    verb_words,
)
from timeline.events.tidying import LONGEST, possessive, shorten, tidy
from timeline.sentences.lexicon import load_lexicon


@dataclass(frozen=True, slots=True)
class Told:
    """An event in words, and the tokens of its sentence that they come from.

    `whole` tells that they stand by themselves: a `clause` with its subject, or a noun phrase.
    """

    text: str
    tokens: frozenset[int]
    whole: bool
    clause: bool = True


def tell(view: View, word: int, dated: bool = False, without: frozenset[int] = frozenset()) -> Told:
    """The event that a word of a sentence names.

    A verb is told with its subject first (the antecedent in place of a relative pronoun, the
    shared subject of verbs that leave it out), then what follows up to the next clause; a noun
    with the phrases that hang on it, a `dated` one that is a subject with its clause. A verb in an
    infinitive is told with the verb above it. The tokens `without` are left out.
    """
    syntax = view.syntax
    above = syntax.heads[word]
    if dated and above >= 0 and syntax.is_predicate(above) and _is_occasion(view, word):
        word = above
    top = syntax.top(word)
    if syntax.relations[top] == "conj" and is_unit(syntax, syntax.heads[top], top):
        word = top = syntax.heads[top]
    if not syntax.is_predicate(top):
        return _tell_noun(view, word, dated=dated)
    if syntax.relations[top] == "acl" and syntax.is_infinitive(top) and syntax.heads[top] >= 0:
        # "efforts to slow it down" are told by their noun, "expects it to slow down" by the verb.
        noun = syntax.heads[top]
        verb = syntax.heads[noun]
        verbs = view.scene.words.verbs
        sought = verb >= 0 and syntax.tokens[verb].lemma in verbs.steering | verbs.intending
        if not sought or syntax.relations[noun] != "obj":
            return _tell_noun(view, noun, keep=top)
        word = top = verb
    level = FULL
    while True:
        told = _Clause(view, top, level, word).tell(without)
        if len(told.text) <= LONGEST or level == SHORTEST:
            return replace(told, text=shorten(told.text))
        level += 1


def _is_occasion(view: View, word: int) -> bool:
    """Whether a noun dates its clause: its subject, or when it was ("won in the election")."""
    syntax = view.syntax
    case = syntax.child(word, "case")
    occasion = (
        case >= 0 and syntax.tokens[case].text.lower() in view.scene.words.prepositions.during
    )
    if syntax.relations[word] == "nsubj" or (syntax.relations[word] == "obl" and occasion):
        return True
    # "Opened an inquiry in May": the time hangs on the verb.
    words, verb = view.scene.words, syntax.heads[word]
    lemma = syntax.tokens[verb].lemma
    new = any(syntax.tokens[c].text.lower() in words.small.indefinite for c in syntax.below[word])
    meant = lemma in words.verbs.reporting | words.verbs.intending
    timed = any(view.scene.dating[c] for c in syntax.below[verb])
    taken = syntax.relations[word] == "obj" or (syntax.relations[word] == "obl" and timed)
    return taken and new and not meant


def _has_time(view: View, word: int) -> bool:
    """Whether a time stands with a noun: not in "a month before the trial" or "won it in May"."""
    syntax, verb = view.syntax, view.syntax.heads[word]
    chunk, case = view.scene.chunk_of[word], syntax.child(word, "case")
    if verb >= 0 and syntax.relations[word] == "obj":
        # "They called a strike for May": what is meant has its own date.
        meant = syntax.tokens[verb].lemma in view.scene.words.verbs.intending
        if meant and any(view.scene.dating[k] for k in syntax.below[verb]):
            return True
    inside = {k for k in syntax.phrase(word) if k > case}
    inside |= set(range(chunk.first, chunk.last + 1)) if chunk is not None else set()
    return any(view.scene.dating[k] for k in inside)


def _tell_noun(view: View, word: int, keep: int = -1, dated: bool = False) -> Told:
    level = FULL
    while True:
        tokens = named_words(view, word, level)
        if keep >= 0:
            tokens |= verb_words(view, keep, level, -1)
        text = tidy(render(view, tokens, names(view, tokens)), view.scene.words.small.loose)
        if len(text) <= LONGEST or level == SHORTEST:
            whole = view.syntax.tokens[word].tag not in ("ADJ", "VERB", "AUX")
            whole = whole and (not dated or _has_time(view, word))
            return Told(shorten(text), frozenset(tokens), whole, False)
        level += 1


class _Clause:
    """A predicate on its way into words, with as much around it as its level lets stand."""

    def __init__(self, view: View, top: int, level: int, word: int) -> None:
        self.view = view
        self.word = word
        self.syntax = view.syntax
        self.words = view.scene.words
        self.top = top
        self.level = level
        self.own = self.syntax.child(top, "nsubj", "csubj")
        self.subject = self.syntax.subject(top, self.words)
        if self.syntax.child(top, "expl") >= 0:
            self.own = self.subject = self.syntax.child(top, "expl")

    def tell(self, without: frozenset[int] = frozenset()) -> Told:
        """The clause in words."""
        view = self.view
        body = verb_words(view, self.top, self.level, self.top) - without
        first = self.syntax.aside(self.word, self.top)
        if first >= 0:
            # Of "intended to reach it and to return" the second is told.
            body -= verb_words(view, first, FULL, -1)
            body |= self._second()
        subject: set[int] = set()
        if self.subject >= 0:
            subject = named_words(view, self.subject, max(self.level, SHORT), without=self.top)
            body -= subject
        anchor = self._anchor(body)
        front = {k for k in body if k < anchor}
        body -= front
        front = self._fronted(front)
        antecedent, case = self._antecedent()
        covered = frozenset(subject | body | front | antecedent)
        instead = names(view, covered)
        instead |= self._inflect()
        parts = [self._subject_words(subject, instead), *self._helpers()]
        if antecedent and not case:
            stop = self._past_aim(max(k for k in self._group(body)), body)
            parts.append(render(view, {k for k in body if k <= stop}, instead))
            parts.append(lowered(view, antecedent, instead))
            body = {k for k in body if k > stop}
        parts.append(render(view, body, instead))
        if antecedent and case:
            parts.append(f"{case} {lowered(view, antecedent, instead)}")
        parts.append(lowered(view, front, instead) if front else "")
        quoted, said = self._said(instead)
        parts.append(said)
        text = tidy(" ".join(part for part in parts if part), self.words.small.loose)
        told = covered | quoted
        whole = self._stands(body, instead) and (bool(quoted) or not self._says_nothing())
        whole = whole and not self._points(instead)
        return Told(text, told, whole)

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

    def _stands(self, body: set[int], instead: dict[int, str]) -> bool:
        """Whether the words are a clause: a subject that names something, and a tense."""
        tokens, top = self.syntax.tokens, self.top
        named = self.subject >= 0 and not self.view.scene.dating[self.subject]
        if not named or tokens[self.subject].tag in ("VERB", "AUX", "PUNCT"):
            return False
        if tokens[self.subject].xpos in ("WP", "WDT"):
            return False
        lead = min((*self.syntax.auxiliaries(top), top))
        bare = tokens[lead].xpos == "VBG"
        return not bare or lead in instead or self.syntax.relations[top] == "conj"

    def _says_nothing(self) -> bool:
        """Whether a "said" lacks what was said."""
        verbs, lemma = self.words.verbs, self.syntax.tokens[self.top].lemma
        plain = lemma in verbs.saying or lemma in verbs.reporting or lemma in verbs.believing
        told = ("ccomp", "xcomp") if lemma in verbs.informing else ("obj", "ccomp", "xcomp")
        beside = self.syntax.relations[self.top] == "parataxis"
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
            if phrase <= {k for k in phrase if k < self.top} and not self.view.dated(child):
                kept |= phrase & front
        return kept

    def _antecedent(self) -> tuple[set[int], str]:
        """The noun that a relative clause says something of, where it is not its subject."""
        syntax, top = self.syntax, self.top
        head = syntax.heads[top]
        if syntax.relations[top] != "acl" or head < 0 or syntax.tokens[head].tag == "VERB":
            return set(), ""
        if self.subject in (head, syntax.named(head), -1):
            return set(), ""
        if self.own >= 0 and syntax.is_passive(top) and syntax.child(top, "mark") >= 0:
            # "The claim that it was sold"
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
        if not aimed or verb not in body or tokens[to].text != "to":
            return last
        bare = tokens[verb].tag in ("ADJ", "NOUN") and tokens[verb].text == tokens[verb].lemma
        alone = all(
            self.syntax.relations[c] in ("case", "obl", "punct") for c in self.syntax.below[verb]
        )
        return verb if bare and alone else last

    def _subject_words(self, subject: set[int], instead: dict[int, str]) -> str:
        if not subject:
            return ""
        whose = [k for k in self.syntax.phrase(self.top) if self.syntax.tokens[k].xpos == "WP$"]
        if whose and self.syntax.relations[self.top] == "acl":
            owner = named_words(self.view, self.syntax.heads[self.top], SHORT, without=self.top)
            instead = {**instead, whose[0]: possessive(render(self.view, owner, instead))}
        text = render(self.view, subject, instead)
        tokens, last = self.syntax.tokens, max(subject)
        kinds = {self.syntax.relations[k] for k in subject if tokens[k].tag != "PUNCT"}
        joined = any(tokens[k].tag == "CCONJ" for k in subject)
        named = "," in text and ("appos" in kinds or ("conj" in kinds and not joined))
        closed = last + 1 < len(tokens) and tokens[last + 1].text == ","
        return f"{text}," if named and closed else text

    def _helpers(self) -> list[str]:
        """The auxiliaries that a verb shares with the one before it, or leaves out."""
        syntax, top = self.syntax, self.top
        token, relation = syntax.tokens[top], syntax.relations[top]
        if token.xpos not in ("VBN", "VBD", "VBG", "VB") or syntax.auxiliaries(top):
            return []
        head = syntax.heads[top]
        if relation == "conj" and head >= 0 and syntax.is_predicate(head):
            if self.own >= 0 or token.xpos == "VBD":
                return []
            shared = [k for k in syntax.auxiliaries(head) if k < head]
            shared += [
                c
                for c in syntax.below[head]
                if syntax.tokens[c].lemma == "not" and c < head and shared
            ]
            return [render(self.view, shared, {})] if shared else []
        return [self._be()] if self._is_reduced() else []

    def _is_reduced(self) -> bool:
        """Whether a participle stands for a passive: "troops sent home", "alarmed by it, he"."""
        syntax, top = self.syntax, self.top
        relation, form = syntax.relations[top], syntax.tokens[top].xpos
        if self.own >= 0 or self.subject < 0 or syntax.child(top, "obj") >= 0:
            return False
        clause = self.view.scene.by_head.get(top)
        # A noun that is the subject of another verb has no past tense beside it.
        elsewhere = relation == "acl" and syntax.relations[syntax.heads[top]] == "nsubj"
        if form == "VBD" or (clause is not None and clause.finite):
            return elsewhere and form in ("VBD", "VBN")
        return relation in ("acl", "advcl") and form == "VBN"

    def _be(self) -> str:
        """The form of "be" that a participle leaves out."""
        syntax, forms = self.syntax, self.words.small
        token = syntax.tokens[self.subject]
        # "Atlas" may pass for several.
        single = load_lexicon().entry(token.text.lower()).noun > 0
        single = single and not load_lexicon().entry(token.lemma.lower()).noun
        several = (
            token.xpos in ("NNS", "NNPS") and not single
        ) or token.text.lower() in forms.several
        joined = syntax.child(self.subject, "conj")
        plural = several or (joined >= 0 and syntax.tokens[joined].tag not in ("VERB", "AUX"))
        return forms.were if plural else forms.was

    def _inflect(self) -> dict[int, str]:
        """A tense for a verb in "-ing" whose subject is told."""
        syntax, top = self.syntax, self.top
        token = syntax.tokens[top]
        helpers = syntax.auxiliaries(top)
        apart = syntax.relations[top] == "advcl" and syntax.child(top, "mark", "case") < 0
        doing = bool(helpers) and syntax.tokens[helpers[0]].xpos == "VBG"
        if doing and apart and self.own < 0 <= self.subject:
            # "Having joined in May, she …"
            helper = syntax.tokens[helpers[0]]
            past = self._be() if helper.lemma == "be" else None
            return {helpers[0]: past or to_past(helper.text, helper.lemma, self.words)}
        alone = token.xpos == "VBG" and not helpers
        if not alone or self.subject < 0 or syntax.relations[top] not in ("acl", "advcl"):
            return {}
        host = syntax.heads[top]
        while host >= 0 and not syntax.is_finite(host):
            host = syntax.heads[host]
        forms = [syntax.tokens[k].xpos for k in (*syntax.auxiliaries(host), host)]
        if host < 0 or "VBD" not in forms:
            return {}
        return {top: to_past(token.text, token.lemma, self.words)}

    def _said(self, instead: dict[int, str]) -> tuple[frozenset[int], str]:
        """What is said, for an "officials said" that stands after it."""
        syntax, top = self.syntax, self.top
        if syntax.tokens[top].lemma not in self.words.verbs.inverted or self.level >= SHORTEST:
            return frozenset(), ""
        inner = next(
            (c for c in syntax.below[top] if syntax.relations[c] == "ccomp" and c < top), -1
        )
        if inner < 0 and syntax.relations[top] == "parataxis" and syntax.heads[top] < top:
            inner = syntax.top(syntax.heads[top])
        if inner < 0:
            return frozenset(), ""
        tokens = {k for k in verb_words(self.view, inner, self.level, -1) if k < top}
        tokens -= set(syntax.phrase(top)) if syntax.relations[top] == "parataxis" else set()
        text = tidy(lowered(self.view, tokens, instead), self.words.small.loose)
        if any(syntax.tokens[k].text in self.words.pronouns.speaking for k in tokens):
            return frozenset(tokens), f": “{text}”"
        return frozenset(tokens), uncapitalised(self.view, tokens, text)
