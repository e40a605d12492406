"""What a verb needs that is told apart from its sentence: auxiliaries left out, a tense."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.events.trees.wholes import names_person
from timeline.events.words.inflection import past_of, to_past
from timeline.events.words.predicates import Predicate
from timeline.events.words.rendering import render
from timeline.events.words.verbwords import is_unit
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.vocabulary import BE, DID, NEVER_DONE, NOT, PERFECT, TO

#: The tags of a participle after "had", and of what a tagger takes it for.
_DONE = frozenset({"VBN", "VBD"})
#: The tags of "had", and of "having".
_HAD = frozenset({"VBD", "VBG"})


class Above(NamedTuple):
    """How the verb over another is told: by its `modal`, or as past where that is empty; `aimed`
    where the other stands in what it aims at."""

    modal: str = ""
    aimed: bool = False


class Verb:
    """The verb of a predicate as it is told."""

    def __init__(self, one: Predicate) -> None:
        self._view = one.view
        self._syntax = one.syntax
        self._words = one.words
        self._top = one.top
        self._own = one.own
        self._subject = one.subject

    def helpers(self) -> list[str]:
        """The auxiliaries that a verb shares with the one before it, or leaves out."""
        syntax, top = self._syntax, self._top
        token, relation = syntax.tokens[top], syntax.relations[top]
        turned = self._turned()
        if turned >= 0 and syntax.tokens[turned].lemma == BE:
            return [syntax.tokens[turned].text]  # "only then were they told"
        told = token.xpos in ("VBN", "VBD", "VBG", "VB") and token.text not in NEVER_DONE
        if not told or syntax.auxiliaries(top):
            return []
        head = syntax.heads[top]
        needs = token.lemma in self._words.verbs.taking and syntax.child(top, "obj") < 0
        # "The boat, a yawl bought in 1871, sank"
        set_in = relation == "acl" and head < self._own and syntax.child(top, "mark") < 0
        first = syntax.first_of(self._own)
        set_in = set_in and any(t.text == "," for t in syntax.tokens[first - 1 : first + 1])
        by = token.xpos == "VBD" and syntax.agent(top) >= 0
        if self._own >= 0 and needs and (set_in or by):
            return [self._be()]  # "the firm, founded in 1974 and bought by a fund in 2018"
        if self._is_set_off(top):
            return [self._be()]
        if relation == "conj" and head >= 0 and syntax.is_predicate(head):
            while syntax.relations[head] == "conj" and not syntax.auxiliaries(head):
                head = syntax.heads[head]
            if self._own >= 0 or (token.xpos == "VBD" and not self._is_done(head)):
                return []
            shared = self._shared()
            done = token.xpos == "VBN" and syntax.child(top, "obj") < 0
            if not shared and self._is_passive(head) and (done or self._is_done(head)):
                return [self._be()]
            return [render(self._view, shared, self._simply(shared))] if shared else []
        return [self._be()] if self._is_reduced() else []

    def _is_done(self, head: int) -> bool:
        """Whether a past tense after a passive is one, too: "was built in 1998 and bought by …"."""
        syntax, top, timed = self._syntax, self._top, self._view.scene.timed
        taken = syntax.child(top, "obj", "xcomp", "ccomp")
        if not self._is_passive(head):
            return False
        now = all(syntax.tokens[k].xpos != "VBD" for k in syntax.auxiliaries(head))
        if now and taken < 0:
            return True  # "is bought for £400 and brought home"
        if taken >= 0 and not timed[taken]:
            # "Was exchanged in May and made a count in June", "was called in and handed a note"
            title, verbs = syntax.tokens[taken], self._words.verbs
            lemma, offices = syntax.tokens[top].lemma, self._words.pronouns.offices
            called = lemma in verbs.styling and (names_person(title) or title.lemma in offices)
            return called or lemma in verbs.awarding
        needs = syntax.tokens[top].lemma in self._words.verbs.taking
        return needs or syntax.agent(top) >= 0

    def _is_passive(self, verb: int) -> bool:
        """Whether a verb is a passive, be it one that only describes: "a law passed in 2019"."""
        syntax = self._syntax
        describes = syntax.relations[verb] == "acl" and syntax.tokens[verb].xpos == "VBN"
        bare = describes and not syntax.auxiliaries(verb) and syntax.child(verb, "obj") < 0
        return bare or syntax.is_passive(verb) or self._is_set_off(verb)

    def _is_reduced(self) -> bool:
        """Whether a participle stands for a passive: "troops sent home", "alarmed by it, he"."""
        syntax, top = self._syntax, self._top
        relation, form = syntax.relations[top], syntax.tokens[top].xpos
        taken = syntax.child(top, "obj")
        taken = -1 if taken >= 0 and syntax.child(taken, "case") >= 0 else taken
        if self._own >= 0 or self._subject < 0:
            return False
        host = syntax.heads[top]
        given = relation == "acl" and form == "VBN" and syntax.relations[host] == "nsubj"
        if taken >= 0:
            # "A man fined $2 million has died": a bare participle is a passive there.
            named = (host, *(c for c in syntax.below[host] if syntax.relations[c] == "flat"))
            near = top - 1 in named or syntax.tokens[top - 1].text == ","
            return given and near and top < syntax.heads[host]
        if relation == "acl" and form in ("VBD", "VBN") and syntax.agent(top) >= 0:
            return True
        clause = self._view.scene.by_head.get(top)
        # A noun that is the subject of another verb has no past tense beside it.
        elsewhere = relation == "acl" and syntax.relations[syntax.heads[top]] == "nsubj"
        if form == "VBD" or (clause is not None and clause.finite):
            return elsewhere and form in ("VBD", "VBN")
        return relation in ("acl", "advcl") and form == "VBN"

    def _is_set_off(self, verb: int) -> bool:
        """Whether a comma alone parts a past form from its subject: "drawings, released in May"."""
        syntax, timed = self._syntax, self._view.scene.timed
        own = syntax.child(verb, "nsubj", "csubj")
        if syntax.tokens[verb].xpos not in ("VBN", "VBD") or not 0 <= own < verb:
            return False
        marks = [k for k in syntax.marks if own < k < verb and syntax.tokens[k].text == ","]
        between = range(marks[0] + 1, verb) if len(marks) == 1 else range(0)
        near = len(marks) == 1 and all(syntax.tokens[k].tag == "ADV" for k in between)
        taken = syntax.child(verb, "obj", "ccomp", "xcomp")
        return near and not timed[marks[0] - 1] and (taken < 0 or timed[taken])

    def _be(self) -> str:
        """The form of "be" that a participle leaves out."""
        syntax, forms = self._syntax, self._words.small
        token = syntax.tokens[self._subject]
        if self._is_one():
            return forms.was
        # "Atlas" may pass for several.
        text = token.text.lower()
        single = load_lexicon().entry(text).noun > 0
        single = single and (text == token.lemma or not load_lexicon().entry(token.lemma).noun)
        several = (
            token.xpos in ("NNS", "NNPS") and not single
        ) or token.text.lower() in forms.several
        joined = syntax.child(self._subject, "conj")
        link = syntax.child(joined, "cc") if joined >= 0 else -1
        both = link < 0 or syntax.tokens[link].lemma in forms.joining
        named = both and joined >= 0 and syntax.tokens[joined].tag not in ("VERB", "AUX")
        plural = several or named
        return forms.were if plural else forms.was

    def _is_one(self) -> bool:
        """Whether the verb of a name tells of one: "Jobs, born in Leeds, has built …"."""
        syntax, was = self._syntax, self._words.small.was
        if syntax.relations[self._subject] != "nsubj":
            return False
        above = syntax.heads[self._subject]
        verbs = (above, *syntax.auxiliaries(above)) if above >= 0 else ()
        return any(syntax.tokens[k].xpos == "VBZ" or syntax.tokens[k].text == was for k in verbs)

    def _shared(self) -> list[int]:
        """The auxiliaries of the verb that this one is set beside, with their "not"."""
        syntax, head = self._syntax, self._top
        while syntax.relations[head] == "conj" and not syntax.auxiliaries(head):
            head = syntax.heads[head]
        shared = [k for k in syntax.auxiliaries(head) if k < head]
        below = syntax.below[head] if shared else ()
        return shared + [c for c in below if syntax.tokens[c].lemma == NOT and c < head]

    def _simply(self, helpers: Sequence[int]) -> dict[int, str]:
        """What stands for the helpers of a pluperfect that is told in the simple past: nothing for
        "had", the past of "be" for "had been"."""
        helpers = [k for k in helpers if self._syntax.tokens[k].tag == "AUX"]  # no "last"
        tokens = [self._syntax.tokens[k] for k in helpers]
        if not (self._view.plain and tokens and tokens[0].lemma == PERFECT):
            return {}
        if tokens[0].xpos not in _HAD or any(token.lemma == NOT for token in tokens):
            return {}
        been = len(tokens) > 1 and tokens[1].lemma == BE
        return {helpers[0]: self._be(), helpers[1]: ""} if been else {helpers[0]: ""}

    def _simple_past(self) -> dict[int, str]:
        """The simple past for a pluperfect, where its date tells enough: "had stopped in May"."""
        syntax, top = self._syntax, self._top
        own = syntax.auxiliaries(top)
        simply = self._simply(own or self._shared())
        if not simply or len(simply) > 1:
            return simply
        joined = [k for k in syntax.below[top] if syntax.relations[k] == "conj"]
        done = [k for k in joined if not syntax.auxiliaries(k)]
        verbs = {k: syntax.tokens[k] for k in (top, *done) if syntax.tokens[k].xpos in _DONE}
        pasts = self._words.pasts
        return simply | {k: pasts.get(verb.lemma, verb.text) for k, verb in verbs.items()}

    def inflect(self) -> dict[int, str]:
        """A tense for verbs in "-ing" whose subject is told, the simple past for a pluperfect and
        for what a "did" before its subject goes with."""
        syntax, top = self._syntax, self._top
        simple = self._simple_past() or self._without_did() or self._seen()
        if simple:
            return simple
        token = syntax.tokens[top]
        helpers = syntax.auxiliaries(top)
        doing = bool(helpers) and syntax.tokens[helpers[0]].xpos == "VBG"
        mark = syntax.child(top, "mark", "case")
        if doing and syntax.relations[top] == "advcl" and self._own < 0 <= self._subject:
            # "Having joined in May, she …", "before being released in May, he …"
            above = self._above(top) if mark >= 0 else Above()
            if above is None or not (mark < 0 or self._orders(mark)):
                return {}
            helper = syntax.tokens[helpers[0]]
            if above.modal:
                return {helpers[0]: f"{above.modal} {helper.lemma}"}
            past = self._be() if helper.lemma == BE else None
            return {helpers[0]: past or to_past(helper.text, helper.lemma, self._words)}
        alone = token.xpos == "VBG" and not helpers
        first = top
        while syntax.relations[first] == "conj" and syntax.tokens[first].xpos == "VBG":
            first = syntax.heads[first]  # "killing 37 people and cutting off villages"
        beside = first == top or (syntax.tokens[first].xpos == "VBG" and self._own < 0)
        hangs = beside and syntax.relations[first] in ("acl", "advcl")
        if not alone or self._subject < 0 or not hangs or syntax.auxiliaries(first):
            return {}
        above = self._above(top)
        if above is None:
            return {}
        if above.modal:
            # "Will meet him before returning to Geneva": she will return.
            return {top: f"{above.modal} {token.lemma}"} if self._orders(mark) else {}
        if above.aimed and self._orders(mark):
            # "Was due to meet him before returning to Geneva": she was to return.
            return {top: f"{self._be()} {TO} {token.lemma}"}
        joined = [k for k in syntax.below[top] if syntax.relations[k] == "conj"]
        joined = [k for k in joined if syntax.tokens[k].xpos == "VBG" and is_unit(syntax, top, k)]
        verbs = {k: syntax.tokens[k] for k in (top, *joined)}
        return {k: to_past(verb.text, verb.lemma, self._words) for k, verb in verbs.items()}

    def _without_did(self) -> dict[int, str]:
        """The past of a verb whose "did" is left out: "only then did they admit it"."""
        turned, token = self._turned(), self._syntax.tokens[self._top]
        if turned < 0 or token.xpos != "VB" or self._syntax.tokens[turned].text != DID:
            return {}
        if self._view.scene.is_denied(turned, 1):
            return {self._top: f"{DID} {NOT} {token.text}"}  # "never did she admit it"
        return {self._top: past_of(token.lemma, self._words)}

    def _seen(self) -> dict[int, str]:
        """The past of what a time has seen somebody do: "2013 saw the union withdraw"."""
        syntax, top = self._syntax, self._top
        host, token = syntax.heads[top], syntax.tokens[top]
        bare = token.xpos in ("VB", "VBP") and self._own >= 0 and not syntax.auxiliaries(top)
        if not bare or host < 0 or syntax.relations[top] not in ("ccomp", "xcomp"):
            return {}
        seen = syntax.tokens[host].lemma in self._words.verbs.witnessing
        past = seen and syntax.tokens[host].xpos == "VBD"
        return {top: past_of(token.lemma, self._words)} if past else {}

    def _turned(self) -> int:
        """The only auxiliary, where it stands before the subject and is left out with what called
        it there; -1 otherwise."""
        helpers = self._syntax.auxiliaries(self._top)
        turned = len(helpers) == 1 and helpers[0] < self._own < self._top
        return helpers[0] if turned else -1

    def _above(self, verb: int) -> Above | None:
        """How the finite verb over another is told, None for other tenses than the past.

        "Since leaving office, she has written a book" is past.
        """
        syntax, host, aimed = self._syntax, self._syntax.heads[verb], False
        while host >= 0 and not syntax.is_finite(host):
            aimed = aimed or syntax.is_infinitive(host)
            host = syntax.heads[host]
        if host < 0:
            return None
        tokens = [syntax.tokens[k] for k in (*syntax.auxiliaries(host), host)]
        modal = next((token.text for token in tokens if token.xpos == "MD"), "")
        opened = self._orders(syntax.child(verb, "mark", "case"))
        so_far = opened and any(token.lemma == PERFECT for token in tokens[:-1])
        past = so_far or any(token.xpos == "VBD" for token in tokens)
        told = not so_far if modal else past
        return Above(modal, aimed) if told else None

    def _orders(self, mark: int) -> bool:
        """Whether what opens a clause tells what came first: "after", "before", "since"."""
        connectives = self._words.connectives
        lemma = self._syntax.tokens[mark].lemma.lower() if mark >= 0 else ""
        return lemma in connectives.earlier or lemma in connectives.later
