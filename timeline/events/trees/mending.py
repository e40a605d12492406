"""Mends trees where the order of words tells better: clauses that a parser took for phrases.

The parser sees a few words at a time and now and then takes the conjunction of "after auditors
found it" for a preposition, or hangs a relative clause on a verb. `linking`, which walks from verb
to verb, tells such clauses well; where the tree lacks what it has found, the tree gives way.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.layout.clauses import Clause
from timeline.events.trees import claiming, crowning, grafting, righting, seating
from timeline.events.trees.branches import NOMINAL, SUBJECTS, Branches
from timeline.sentences import RELATIVE, Chunk, Token, Tree

#: How a clause with a tense and a subject of its own stands to others.
_OWN = frozenset({"main", "coordinate", "content"})
#: Relations by which such a verb hangs only where the parser went astray.
_STRAY = frozenset({"acl", "advcl", "parataxis", "root", "dep", "obl", "nmod", "appos"})
#: How a relative clause hangs, in the eyes of the parser.
_DESCRIBING = frozenset({"acl", "advcl", "ccomp", "parataxis"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp"})
_LOOSE = frozenset({*_CLAUSES, "parataxis", "dep", "appos"})
#: How a noun hangs inside a phrase, where it is no subject of its own.
_INNER = frozenset({"compound", "det", "flat", "nmod", "nummod", "xcomp"})


def mend(
    tokens: Sequence[Token],
    tree: Tree,
    clauses: Sequence[Clause],
    chunk_of: Sequence[Chunk | None],
    timed: Sequence[bool],
    informing: frozenset[str] = frozenset(),
) -> Tree:
    """The tree of a sentence with subjects and relative clauses where they belong.

    `informing` holds the verbs that name whom they tell something ("told reporters that …").
    """
    found = _Mended(tokens, tree, chunk_of)
    found.root(clauses)
    claiming.reclaim(found, timed)
    righting.right(found, timed)
    seating.seat(found)
    seating.give(found)
    seating.order(found)
    seating.ready(found, timed)
    seating.count(found, timed)
    seating.include(found)
    seating.leave(found, timed)
    seating.follow(found)
    seating.belong(found)
    seating.turn(found)
    seating.hand_case(found, timed)
    crowning.crown(found, clauses)
    crowning.hand_on(found)
    crowning.pair(found, clauses, timed)
    grafting.line_up(found)
    grafting.entitle(found)
    grafting.attach(found, timed)
    found.lift(timed)
    grafting.find_told(found)
    grafting.chain(found)
    found.finish()
    for clause in clauses:
        for particle in range(clause.head + 1, clause.last + 1):
            found.hang(particle, clause.head, "compound:prt")
        if clause.link == "relative" and clause.antecedent >= 0:
            found.describe(clause)
        found.describe_what(clause)
        host = clauses[clause.governor] if clause.governor >= 0 else None
        if clause.link == "content" and host is not None and host.lemma in informing:
            found.say(clause, host)
        subject = clause.subject
        adverbial = clause.finite and subject is not None and clause.link == "adverbial"
        if adverbial and subject and clause.marker < subject[0] <= subject[1] < clause.first:
            found.give_subject(clause)
        elif clause.finite and subject is not None and clause.link in _OWN:
            found.raise_verb(clause)
        if clause.link == "coordinate" and clause.marker < 0 and clause.governor >= 0:
            found.go_on(clause, clauses[clause.governor])
    crowning.go_on_saying(found)
    claiming.let_in(found)
    found.close()
    # Two mends that each look right may make a circle of their words.
    return Tree(tuple(found.heads), tuple(found.relations)) if found.is_tree() else tree


class _Mended(Branches):
    """A tree being mended by the clauses that were found."""

    def root(self, clauses: Sequence[Clause]) -> None:
        """Puts the main verb on top, not that of an adverbial clause behind it: "it was recalled
        after a court concluded that …"."""
        top = next((c for c in clauses if self.heads[c.head] < 0), None)
        main = next((c for c in clauses if c.link == "main" and c.finite), None)
        if top is None or main is None or top.link != "adverbial":
            return
        behind = main.head < top.marker < top.head and self.heads[main.head] == top.head
        if behind and self.relation(main.head) == "ccomp":
            self.heads[main.head], self.relations[main.head] = -1, "root"
            self.heads[top.head], self.relations[top.head] = main.head, "advcl"

    def lift(self, timed: Sequence[bool]) -> None:
        """Hangs clauses on verbs that hang on a time: "denied on Monday that …"."""
        if not any(timed):
            return
        for word, head in enumerate(self.heads):
            if head < 0 or not timed[head] or self.relation(word) not in _CLAUSES:
                continue
            while head >= 0 and self.tokens[head].tag not in ("VERB", "AUX"):
                head = self.heads[head]
            that = any(
                self.heads[k] == word and self.tokens[k].lemma == "that" for k in range(word)
            )
            self.hang(word, head, "ccomp" if that else "advcl")

    def close(self) -> None:
        """Hangs what follows an aside on the verb before it: "jailed Poe, who ran it, for life"."""
        for word in range(3, len(self.heads)):
            verb = self.heads[word]
            if verb < 0 or not self.relations[verb].startswith("acl") or word <= verb:
                continue
            noun = self.heads[verb]
            first = word
            while first and self.is_below(first - 1, word) and self.tokens[first - 1].text != ",":
                first -= 1
            aside = noun >= 0 and any(
                self.tokens[k].text == "," for k in range(noun + 1, min(noun + 4, verb))
            )
            if not aside or self.tokens[first].tag != "ADP" or self.tokens[first - 1].text != ",":
                continue
            above = noun
            while above >= 0 and self.tokens[above].tag not in ("VERB", "AUX"):
                above = self.heads[above]
            self.hang(word, above, "obl")

    def finish(self) -> None:
        """Makes main verbs of "participles" that no other verb leaves room for.

        In "the board apologised and left" and in "the mayor resigned." nothing else is said of the
        noun before them.
        """
        for word in self.words("VBN"):
            if self.relations[word] != "acl":
                continue
            noun, before = self.heads[word], self.head_of(word - 1)
            if self.relations[before] == "flat":
                # "Pliny the Younger complained."
                before = self.heads[before]
            if noun != before:
                continue
            above = self.heads[noun]
            if above < 0:
                equated = any(self.relation(k) == "cop" for k in self.below(noun))
                alone = self.tokens[-1].text == "." and not equated
            else:
                alone = self.relations[noun].startswith("nsubj") and any(
                    self.heads[k] == above and self.relations[k] == "cc" for k in range(word, above)
                )
            beside = any(
                self.heads[k] == word
                and self.relations[k] == "conj"
                and self.tokens[k].xpos == "VBD"
                for k in range(word, len(self.heads))
            )
            if not (alone or beside) or self.has_subject(word):
                continue
            taken = alone and above >= 0
            place = above if taken else noun
            self.heads[word], self.relations[word] = self.heads[place], self.relations[place]
            if taken:
                self.heads[above], self.relations[above] = word, "conj"
            self.heads[noun], self.relations[noun] = word, "nsubj"

    def describe(self, clause: Clause) -> None:
        """Hangs a relative clause on its noun, if it hangs on none, and its pronoun on its verb: of
        "the shed in which they slept burned" the shed is where they slept."""
        verb, above, pronoun = clause.head, self.heads[clause.head], clause.marker
        noun = self.head_of(clause.antecedent)
        outer = self.heads[pronoun]
        if self.tokens[pronoun].xpos in RELATIVE and verb < outer == self.heads[noun]:
            if self.is_below(verb, pronoun):
                self.hang(verb, noun, "acl:relcl")
            self.hang(pronoun, verb, self.relations[pronoun])
            return
        # "It was Ruiz who opened the port, which burned": the port did.
        between = range(above + 1, noun) if 0 <= above < noun < clause.marker else range(0)
        far = any(self.tokens[k].tag == "VERB" for k in between)
        verbal = above >= 0 and (far or self.tokens[above].tag not in NOMINAL)
        # "A firm in Oslo that makes it": the firm does.
        inside = noun < above < clause.marker and self.tokens[above].tag == "PROPN"
        verbal = verbal or (inside and clause.marker == above + 1)
        if verbal and self.relation(verb) in _DESCRIBING:
            self.hang(verb, noun, "acl:relcl")

    def describe_what(self, clause: Clause) -> None:
        """Hangs on a "what" that a preposition or a verb takes what tells of it: "was born in what
        is now Aden"."""
        what, verb = clause.marker, clause.head
        if what < 0 or self.tokens[what].xpos != "WP" or self.heads[what] >= what:
            return
        if self.relations[verb] == "cop":
            verb = self.heads[verb]
        taken = self.relation(what) in ("obl", "nmod") or self.heads[what] == what - 1
        if taken and self.heads[what] >= 0 and self.relation(verb) in _LOOSE:
            self.hang(verb, what, "acl:relcl")

    def say(self, clause: Clause, host: Clause) -> None:
        """Hangs what is told on the verb, not on whom it was told: "told the town that it won"."""
        verb, marker = clause.head, clause.marker
        stray = self.relation(verb) == "acl" and host.head < self.heads[verb] < marker
        if stray and self.tokens[marker].lemma == "that" and self.has_subject(verb):
            self.hang(verb, host.head, "ccomp")

    def raise_verb(self, clause: Clause) -> None:
        """Puts a verb with a tense above its subject, where it hangs below it or has none."""
        assert clause.subject is not None
        verb, subject = clause.head, self._leader(self.head_of(clause.subject[2]))
        relation = self.relation(verb)
        stray = relation in _STRAY or (relation == "conj" and self.is_phrase(self.heads[verb]))
        # A bare participle is one to the parser, whatever its tag ("payments deposited there"), but
        # for what is said ("said in May most members backed it").
        bare = self.relations[verb] == "acl" and clause.link != "content"
        if not stray or bare or subject >= verb:
            return
        if self.has_subject(verb) or self.relation(subject) in _INNER:
            return
        if self.relation(subject) == "obj" and self.tokens[clause.first - 1].text == ",":
            # "It cut nine jobs, closed a mill": the jobs closed nothing.
            return
        if self.is_below(verb, subject):
            self.heads[verb] = self.heads[subject]
            named = self.relations[subject]
            self.relations[verb] = named if named in ("root", "conj") else "parataxis"
        elif self.relation(subject) in SUBJECTS or self.heads[subject] < 0:
            return
        self.heads[subject], self.relations[subject] = verb, "nsubj"

    def _leader(self, noun: int) -> int:
        """The first of a row of nouns that a parser found no verb for: "Leeds, York and Hull …"."""
        first = self.heads[noun]
        row = [k for k in self.below(first) if self.relation(k) == "conj" and k <= noun]
        loose = first >= 0 and self.relation(first) in ("root", "ccomp", "parataxis")
        return first if loose and self.is_phrase(first) and len(row) > 1 and noun in row else noun

    def go_on(self, clause: Clause, host: Clause) -> None:
        """Sets a verb behind a comma beside the passive that it goes on with: "was built in 1962,
        sold in 1980"."""
        loose = self.relations[clause.head] == "advcl" and not self.has_subject(clause.head)
        done = clause.tense == "participle" or clause.tense == "past"
        if loose and done and self.tokens[host.head].xpos == "VBN":
            self.hang(clause.head, host.head, "conj")

    def give_subject(self, clause: Clause) -> None:
        """Gives a verb the noun before it as subject, if it has none."""
        assert clause.subject is not None
        verb, subject = self._told(clause), self.head_of(clause.subject[2])
        while (
            self.relation(subject) in ("conj", "appos")
            and clause.marker < self.heads[subject] < subject
        ):
            subject = self.heads[subject]  # "as troops and guns are sent"
            for word in self.below(subject):
                if self.relation(word) == "appos" and word <= clause.subject[2]:
                    self.relations[word] = "conj"
        for word in self.below(verb):
            # Of "hours after guards fled" the hours are a measure.
            if self.relation(word) == "nsubj" and word < clause.marker < subject:
                self.relations[word] = "obl"
        if self.has_subject(verb):
            self._close_up(clause)
            return
        if self.is_below(verb, subject):
            self.hang(verb, self.heads[subject], "advcl")
        if self.hang(subject, verb, "nsubj") and clause.marker >= 0:
            self.hang(clause.marker, verb, "mark")
            if self.relation(verb) in ("acl", "ccomp", "obl", "nmod", "parataxis"):
                self.relations[verb] = "advcl"

    def _told(self, clause: Clause) -> int:
        """The word that a clause tells of its subject: what its verb is only a copula to, or it."""
        verb = clause.head
        helps = self.relation(verb) in ("cop", "aux") and self.heads[verb] > clause.marker
        return self.heads[verb] if helps else verb

    def _close_up(self, clause: Clause) -> None:
        """Hangs what opens a clause on its verb, and its subject's other words on the subject."""
        assert clause.subject is not None
        verb, (first, last, _) = self._told(clause), clause.subject
        subject = next(k for k in self.below(verb) if self.relation(k) in SUBJECTS)
        if not first <= subject <= last:
            return
        for word in range(first, last + 1):
            head = self.heads[word]
            if not first <= head <= last and word != subject and not self.is_below(word, verb):
                self.hang(word, subject, "compound")
        if clause.marker < first <= self.heads[clause.marker] <= last:
            self.hang(clause.marker, verb, "mark")
