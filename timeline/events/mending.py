"""Mends trees where the order of words tells better: clauses that a parser took for phrases.

The parser sees a few words at a time and now and then takes the conjunction of "after auditors
found it" for a preposition, or hangs a relative clause on a verb. `linking`, which walks from verb
to verb, tells such clauses well; where the tree lacks what it has found, the tree gives way.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.clauses import Clause
from timeline.sentences import Chunk, Token, Tree

_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
#: How a clause with a tense and a subject of its own stands to others.
_OWN = frozenset({"main", "coordinate", "content"})
#: Relations by which such a verb hangs only where the parser went astray.
_STRAY = frozenset({"acl", "advcl", "parataxis", "root", "dep", "obl", "nmod", "appos"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: What a verb is that a noun gets back, by what the noun was.
_FREED = {"conj": "conj", "obj": "ccomp", "root": "root"}
#: Conjunctions that open what is said, thought or asked.
_CONTENT = frozenset({"that", "whether"})


def mend(
    tokens: Sequence[Token],
    tree: Tree,
    clauses: Sequence[Clause],
    chunk_of: Sequence[Chunk | None],
    timed: Sequence[bool],
) -> Tree:
    """The tree of a sentence with subjects and relative clauses where they belong."""
    found = _Mended(tokens, tree, chunk_of)
    found.root(clauses)
    found.swap(clauses)
    found.free()
    found.lift(timed)
    found.part(timed)
    found.fill()
    found.finish()
    for clause in clauses:
        for particle in range(clause.head + 1, clause.last + 1):
            found.hang(particle, clause.head, "compound:prt")
        if clause.link == "relative" and clause.antecedent >= 0:
            found.describe(clause)
        subject = clause.subject
        adverbial = clause.finite and subject is not None and clause.link == "adverbial"
        if adverbial and subject and clause.marker < subject[0] <= subject[1] < clause.first:
            found.give_subject(clause)
        elif clause.finite and subject is not None and clause.link in _OWN:
            found.raise_verb(clause)
    found.join()
    found.close()
    return Tree(tuple(found.heads), tuple(found.relations))


class _Mended:
    """A tree being mended."""

    def __init__(
        self, tokens: Sequence[Token], tree: Tree, chunk_of: Sequence[Chunk | None]
    ) -> None:
        self.tokens = tokens
        self.chunk_of = chunk_of
        self.heads = list(tree.heads)
        self.relations = list(tree.relations)

    def is_below(self, word: int, other: int) -> bool:
        """Whether a word is another one or hangs on it, however far down."""
        while word >= 0 and word != other:
            word = self.heads[word]
        return word == other

    def hang(self, word: int, head: int, relation: str) -> bool:
        """Hangs a word on another, unless that would make a circle or leave no root."""
        if head < 0 or self.heads[word] < 0 or self.is_below(head, word):
            return False
        self.heads[word], self.relations[word] = head, relation
        return True

    def _head_of(self, word: int) -> int:
        """The word of a noun phrase on which its other words hang."""
        chunk = self.chunk_of[word]
        if chunk is None:
            return word
        inside = [k for k in range(chunk.first, chunk.last + 1) if self.tokens[k].tag in _NOMINAL]
        return next((k for k in inside if self.heads[k] not in inside), chunk.head)

    def root(self, clauses: Sequence[Clause]) -> None:
        """Puts the main verb on top of a tree that has a relative clause there."""
        top = next((c for c in clauses if self.heads[c.head] < 0), None)
        main = next((c for c in clauses if c.link == "main" and c.finite), None)
        if top is None or main is None or top.link != "relative" or top.antecedent < 0:
            return
        noun = self._head_of(top.antecedent)
        if main.head == noun or not self.is_below(main.head, top.head):
            return
        self.heads[main.head], self.relations[main.head] = -1, "root"
        self.heads[noun], self.relations[noun] = main.head, "nsubj"
        self.heads[top.head], self.relations[top.head] = noun, "acl:relcl"

    def swap(self, clauses: Sequence[Clause]) -> None:
        """Puts the main verb above a clause after it that a preposition opens: "fell as it shrank".

        The parser took "as" for the preposition of the later verb's subject.
        """
        main = next((c.head for c in clauses if c.link == "main" and c.finite), -1)
        top = next(word for word, head in enumerate(self.heads) if head < 0)
        if main < 0 or not main < top or self.heads[main] != top:
            return
        subject = next((k for k in self._below(top) if self._relation(k) == "nsubj"), -1)
        case = next((k for k in self._below(subject) if self.relations[k] == "case"), -1)
        if self.relations[main] != "advcl" or not main < case or self._marked(main):
            return
        self.heads[main], self.relations[main] = -1, "root"
        self.heads[top], self.relations[top] = main, "advcl"
        self.heads[case], self.relations[case] = top, "mark"
        for word in self._below(top):
            if word <= main or word == len(self.tokens) - 1:
                self.heads[word] = main

    def free(self) -> None:
        """Gives a noun its verb back that was taken for a part of its relative clause.

        Of "the cabinet that proposed it fell" it is the cabinet that fell.
        """
        for word in range(3, len(self.heads)):
            inner = self.heads[word]
            noun = self.heads[inner] if inner >= 0 else -1
            eaten = self._relation(word) in ("xcomp", "ccomp", "advcl", "conj")
            if noun < 0 or not eaten or not noun < inner < word:
                continue
            told = self.relations[inner].startswith("acl") and any(
                self.tokens[k].xpos in ("WDT", "WP") for k in range(noun + 1, inner)
            )
            plain = all(self.tokens[k].tag not in ("CCONJ", "PUNCT") for k in range(inner, word))
            if not told or not plain or not self._is_finite(word) or self._has_subject(word):
                continue
            if self._marked(word):
                continue
            kind = _FREED.get(self._relation(noun))
            verb = self.heads[noun]
            while verb >= 0 and self.tokens[verb].tag not in ("VERB", "AUX"):
                verb = self.heads[verb]
            if kind is None or verb > noun:
                continue
            self.heads[word], self.relations[word] = verb, kind if verb >= 0 else "root"
            self.heads[noun], self.relations[noun] = word, "nsubj"
            for k in self._below(noun):
                if k < noun and self._relation(k) in ("cc", "punct"):
                    self.heads[k] = word

    def part(self, timed: Sequence[bool]) -> None:
        """Keeps an adverb with its verb that stands before a time: "passed by in the summer"."""
        for word in range(1, len(self.heads) - 1):
            verb, after = self.tokens[word - 1], word + 1
            pair = self.tokens[word].tag == "ADP" and self.tokens[after].tag == "ADP"
            if pair and verb.tag == "VERB" and timed[after] and not timed[word]:
                self.hang(word, word - 1, "compound:prt")

    def fill(self) -> None:
        """Hangs what is said or asked on the verb before it: "ruling that the levy was void"."""
        for mark in range(1, len(self.heads) - 2):
            if self.tokens[mark].lemma not in _CONTENT:
                continue
            at = mark - 1
            if self.tokens[at].tag == "ADP":
                at -= 1
            if at < 0 or self.tokens[at].tag != "VERB":
                continue
            clause = self.heads[mark]
            if self._relation(mark) == "det" and self._relation(clause) == "nsubj":
                clause = self.heads[clause]
            stray = clause >= 0 and self._relation(clause) == "advcl"
            if not stray or clause < mark or self.heads[clause] not in (at, self.heads[at]):
                continue
            if (self.heads[clause] == at or self._is_finite(clause)) and self.hang(
                clause, at, "ccomp"
            ):
                self.hang(mark, clause, "mark")

    def _relation(self, word: int) -> str:
        return self.relations[word].partition(":")[0]

    def _below(self, word: int) -> list[int]:
        return [k for k, head in enumerate(self.heads) if head == word] if word >= 0 else []

    def _marked(self, word: int) -> bool:
        return any(self.relations[k] == "mark" for k in self._below(word))

    def _is_finite(self, word: int) -> bool:
        helpers = [k for k in self._below(word) if self._relation(k) in ("aux", "cop")]
        return any(self.tokens[k].xpos in _FINITE for k in (*helpers, word))

    def lift(self, timed: Sequence[bool]) -> None:
        """Hangs clauses on verbs that hang on a time: "denied on Monday that …"."""
        for word, head in enumerate(self.heads):
            relation = self.relations[word]
            if head < 0 or not timed[head] or relation.partition(":")[0] not in _CLAUSES:
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

    def join(self) -> None:
        """Sets a verb after ", and" beside the verb of saying, not beside what is said."""
        for word in range(2, len(self.heads)):
            said = self.heads[word]
            inner = said >= 0 and self.relations[said] in ("ccomp", "advcl")
            if self.relations[word] != "conj" or not inner:
                continue
            below = [k for k in range(len(self.heads)) if self.heads[k] == word]
            parted = any(
                self.relations[k] == "cc" and k and self.tokens[k - 1].text == "," for k in below
            )
            shares = not any(self.relations[k].partition(":")[0] in _SUBJECTS for k in below)
            if parted and shares and self.tokens[word].tag == "VERB" and self.heads[said] < said:
                self.hang(word, self.heads[said], "conj")

    def finish(self) -> None:
        """Makes main verbs of "participles" that no other verb leaves room for.

        In "the board apologised and left" and in "the mayor resigned." nothing else is said of the
        noun before them.
        """
        for word, token in enumerate(self.tokens):
            noun = self.heads[word]
            if (
                token.xpos != "VBN"
                or self.relations[word] != "acl"
                or noun != self._head_of(word - 1)
            ):
                continue
            above = self.heads[noun]
            if above < 0:
                alone = self.tokens[-1].text == "."
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
            if not (alone or beside) or self._has_subject(word):
                continue
            taken = alone and above >= 0
            place = above if taken else noun
            self.heads[word], self.relations[word] = self.heads[place], self.relations[place]
            if taken:
                self.heads[above], self.relations[above] = word, "conj"
            self.heads[noun], self.relations[noun] = word, "nsubj"

    def describe(self, clause: Clause) -> None:
        """Hangs a relative clause on its noun, if it hangs on none."""
        verb, above = clause.head, self.heads[clause.head]
        verbal = above >= 0 and self.tokens[above].tag not in _NOMINAL
        if verbal and self.relations[verb].partition(":")[0] in ("acl", "advcl"):
            self.hang(verb, self._head_of(clause.antecedent), "acl:relcl")

    def raise_verb(self, clause: Clause) -> None:
        """Puts a verb with a tense above its subject, where it hangs below it or has none."""
        assert clause.subject is not None
        verb, subject = clause.head, self._head_of(clause.subject[2])
        relation = self.relations[verb].partition(":")[0]
        stray = relation in _STRAY or (relation == "conj" and self._is_phrase(self.heads[verb]))
        if not stray or self._has_subject(verb) or subject >= verb:
            return
        if self.is_below(verb, subject):
            self.heads[verb] = self.heads[subject]
            named = self.relations[subject]
            self.relations[verb] = named if named in ("root", "conj") else "parataxis"
        elif self.relations[subject].partition(":")[0] in _SUBJECTS or self.heads[subject] < 0:
            return
        self.heads[subject], self.relations[subject] = verb, "nsubj"

    def _is_phrase(self, word: int) -> bool:
        return word >= 0 and self.tokens[word].tag in _NOMINAL

    def _has_subject(self, verb: int) -> bool:
        return any(
            self.heads[child] == verb and self.relations[child].partition(":")[0] in _SUBJECTS
            for child in range(len(self.heads))
        )

    def give_subject(self, clause: Clause) -> None:
        """Gives a verb the noun before it as subject, if it has none."""
        assert clause.subject is not None
        verb, subject = clause.head, self._head_of(clause.subject[2])
        for word in self._below(verb):
            # Of "hours after guards fled" the hours are a measure.
            if self._relation(word) == "nsubj" and word < clause.marker < subject:
                self.relations[word] = "obl"
        if self._has_subject(verb):
            return
        if self.is_below(verb, subject):
            self.hang(verb, self.heads[subject], "advcl")
        if self.hang(subject, verb, "nsubj") and clause.marker >= 0:
            self.hang(clause.marker, verb, "mark")
            if self.relations[verb].partition(":")[0] in ("acl", "ccomp", "obl", "nmod"):
                self.relations[verb] = "advcl"
