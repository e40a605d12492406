"""The tree of a sentence, and what is asked of it: phrases, subjects, objects, what is shared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from timeline.events.cues import Cues
from timeline.events.layout.scenes import Scene
from timeline.events.trees.mending import mend
from timeline.events.trees.planting import plant
from timeline.expressions import TimeExpression
from timeline.sentences import FINITE, RELATIVE, Sentence, Token, Tree
from timeline.sentences.trees import plain
from timeline.sentences.vocabulary import AGENT, THAT

#: What a clause or noun may have below it that is a predicate of its own.
PREDICATES = frozenset({"VERB", "AUX"})
#: How many words up a shared subject is looked for.
_REACH = 6


class Syntax:
    """A sentence's dependency tree; words are told by their places in its tokens.

    `marks` are the places of its punctuation.
    """

    __slots__ = ("_firsts", "_phrases", "below", "heads", "marks", "relations", "tokens")

    def __init__(self, tokens: Sequence[Token], tree: Tree) -> None:
        self.tokens = tokens
        self.heads = tree.heads
        self.relations = tuple(map(plain, tree.relations))
        hanging: dict[int, list[int]] = defaultdict(list)
        for child, head in enumerate(tree.heads):
            hanging[head].append(child)
        # Tuples of numbers, unlike lists, cost the garbage collector nothing while they are kept.
        self.below = [tuple(hanging.get(word, ())) for word in range(len(tokens))]
        self._phrases: dict[int, tuple[int, ...]] = {}
        self.relations = self._single_out()
        self.marks = [place for place, token in enumerate(tokens) if token.tag == "PUNCT"]
        self._firsts = list(range(len(tokens)))
        for root in hanging[-1]:
            for word in reversed(self.phrase(root)):
                above = tree.heads[word]
                if above >= 0 and self._firsts[word] < self._firsts[above]:
                    self._firsts[above] = self._firsts[word]

    def _single_out(self) -> tuple[str, ...]:
        """The relations with one subject to a verb: of "the son of a clerk, he left" it is "he", of
        "who as minister backed it" it is "who"."""
        if self.relations.count("nsubj") < 2:
            return self.relations
        found = list(self.relations)
        for children in self.below:
            subjects = [c for c in children if found[c] == "nsubj"]
            if len(subjects) < 2:
                continue
            # In "talks over rates broke down" no rates did.
            bare = [c for c in subjects if self.tokens[min(self.phrase(c))].tag != "ADP"]
            asking = [c for c in subjects if self.is_relative(c)]
            for child in subjects:
                if child != (asking or bare or subjects)[-1]:
                    behind = child > self.heads[child] and child not in bare
                    found[child] = "obl" if behind else "dislocated"
        return tuple(found)

    @property
    def root(self) -> int:
        """The word that hangs on no other, -1 in a tree without words."""
        return self.heads.index(-1) if -1 in self.heads else -1

    def child(self, word: int, *relations: str) -> int:
        """The first word that hangs on another by one of some relations, or -1."""
        for child in self.below[word]:
            if self.relations[child] in relations:
                return child
        return -1

    def phrase(self, word: int) -> Sequence[int]:
        """A word and all below it, in no order."""
        known = self._phrases.get(word)
        if known is not None:
            return known
        found = [word]
        for at in found:
            found.extend(self.below[at])
        self._phrases[word] = tuple(found)
        return self._phrases[word]

    def first_of(self, word: int) -> int:
        """The first token of a phrase."""
        return self._firsts[word]

    def is_predicate(self, word: int) -> bool:
        """Whether a word makes a clause: a verb, or what a copula or subject stands with."""
        return self.tokens[word].tag in PREDICATES or self.child(word, "cop", "nsubj") >= 0

    def clause(self, word: int) -> int:
        """The predicate that a word stands below, or -1."""
        at = self.heads[word]
        while at >= 0 and not self.is_predicate(at):
            at = self.heads[at]
        return at

    def is_relative(self, word: int) -> bool:
        """Whether a word is a relative pronoun, or a "that" in the place of one."""
        token = self.tokens[word]
        return token.xpos in RELATIVE or (token.tag in ("PRON", "SCONJ") and token.lemma == THAT)

    def tells_what(self, word: int) -> bool:
        """Whether a predicate tells of a "what" that a verb or a preposition takes."""
        above = self.heads[word]
        return self.relations[word] == "acl" and above >= 0 and self.tokens[above].xpos == "WP"

    def auxiliaries(self, word: int) -> list[int]:
        """The auxiliaries of a verb, and the copula of a predicate."""
        return [c for c in self.below[word] if self.relations[c] in ("aux", "cop")]

    def is_infinitive(self, word: int) -> bool:
        """Whether a "to" opens a verb."""
        return any(
            self.tokens[c].xpos == "TO" and self.relations[c] in ("mark", "aux")
            for c in self.below[word]
        )

    def is_finite(self, word: int) -> bool:
        """Whether a predicate has a tense of its own."""
        if self.is_infinitive(word):
            return False
        forms = [self.tokens[c].xpos for c in (*self.auxiliaries(word), word)]
        return any(form in FINITE for form in forms)

    def top(self, word: int) -> int:
        """The verb that a chain of infinitives begins with: "expects" of "expects to open"."""
        seen = word
        for _ in range(_REACH):
            head = self.heads[seen]
            if head < 0 or not self._continues(seen, head):
                break
            seen = head
        return seen

    def _continues(self, word: int, head: int) -> bool:
        relation = self.relations[word]
        if relation == "xcomp":
            return True
        if relation == "conj":
            # "to reach the pole and to return": both hang on what was intended.
            bare = self.tokens[word].xpos == "VB" and not self.auxiliaries(word)
            alike = self.is_infinitive(word) or (bare and not self._own_subject(word))
            return alike and self.is_infinitive(head)
        # "to reach the final", after what was done for it
        near = relation in ("advcl", "ccomp") and self.is_infinitive(word)
        return near and word > head and self.is_predicate(head) and not self._own_subject(word)

    def aside(self, word: int, top: int) -> int:
        """Where a chain of infinitives turns to a second one: the first one's verb, or -1."""
        while word != top and self.relations[word] != "conj":
            word = self.heads[word]
        return self.heads[word] if word != top else -1

    def chain(self, word: int) -> list[int]:
        """A verb and the infinitives and complements that hang on it."""
        found = [word]
        for at in found:
            found.extend(c for c in self.below[at] if self.relations[c] == "xcomp")
        return found

    def _own_subject(self, word: int) -> bool:
        return self.child(word, "nsubj", "csubj") >= 0

    def subject(self, word: int, words: Cues, depth: int = 0) -> int:
        """The word that heads a predicate's subject, its own or a shared one; -1 if none is told.

        What a relative pronoun stands for is given in its place.
        """
        own = self.child(word, "nsubj", "csubj")
        head, relation = self.heads[word], self.relations[word]
        if own >= 0:
            described = relation == "acl" and head >= 0
            relative = described and self.is_relative(own) and own < word
            return self.named(head) if relative else own
        if head < 0 or depth > _REACH:
            return -1
        if self._judge(word, words) >= 0:
            return self._judged(self._judge(word, words), words, depth)
        if relation == "acl":
            # "Efforts to slow it", "fear of losing" have no subject of their own, "troops sent
            # home" do.
            doing = self.tokens[word].xpos == "VBG" and self.child(word, "mark", "case") >= 0
            return -1 if doing or self.is_infinitive(word) else self.named(head)
        if relation == "conj" and self.is_predicate(head):
            return self.subject(head, words, depth + 1)
        if relation in ("xcomp", "ccomp", "advcl") and not self.is_finite(word):
            return self._shared(word, head, words, depth)
        return -1

    def named(self, noun: int) -> int:
        """The name that a noun is set beside, or that is said to be it: of "Ana Ruiz, a nurse who
        …" and "Ana Ruiz was a nurse who …" it is "Ana Ruiz"."""
        above = self.heads[noun]
        article = self.child(noun, "det")
        common = self.tokens[noun].tag == "NOUN" or article >= 0  # "a Democrat"
        if self.child(noun, "cop") >= 0 and article >= 0:
            one = self.child(noun, "nsubj")
            return one if one >= 0 and self.tokens[one].tag == "PROPN" else noun
        if above < 0 or self.relations[noun] != "appos" or not common:
            return noun
        # "Its mayor, Ana Ruiz, a nurse who …"
        beside = [c for c in self.below[above] if c < noun and self.relations[c] == "appos"]
        names = [k for k in (above, *beside) if self.tokens[k].tag == "PROPN"]
        return names[0] if names else noun

    def _shared(self, word: int, head: int, words: Cues, depth: int) -> int:
        """The subject of a verb without tense: the object above if it is told to do it."""
        if not self.is_predicate(head):
            return self.subject(head, words, depth + 1) if self.relations[head] == "xcomp" else -1
        taken = self.child(head, "obj")
        if self.relations[word] != "advcl":
            if head < taken < word and self.tokens[head].lemma in words.verbs.steering:
                return taken
        elif head < taken < word and self._is_handed(word, words):
            return taken
        elif self.is_passive(head) and head < word and self.tokens[word].xpos == "VBG":
            # Of "it was hit by hail, killing two" the agent is meant, or all of it.
            return self.agent(head)
        return self.subject(head, words, depth + 1)

    def _judge(self, word: int, words: Cues) -> int:
        """The verb whose object did what a "for …ing" tells: "held two men for stealing it"."""
        opening = self.child(word, "mark", "case")
        if opening < 0 or self.tokens[word].xpos != "VBG" or self.heads[word] < 0:
            return -1
        if self.tokens[opening].text.lower() != words.connectives.introducing:
            return -1
        judge = self.heads[word]
        if self.relations[word] == "acl" and self.relations[judge] in ("obj", "nsubj:pass"):
            judge = self.heads[judge]
        return judge if self.tokens[judge].lemma in words.verbs.judging else -1

    def _judged(self, judge: int, words: Cues, depth: int) -> int:
        """Who is held or thanked for something: a verb's object, or the subject of a passive."""
        if self.is_passive(judge):
            return self.subject(judge, words, depth + 1)
        return self.child(judge, "obj", "iobj")

    def _is_handed(self, word: int, words: Cues) -> bool:
        """Whether a preposition gives what a verb tells to the object above: "of failing"."""
        opening = [
            c for c in self.below[word] if self.relations[c] in ("mark", "case") and c < word
        ]
        return any(self.tokens[c].lemma in words.prepositions.handing for c in opening)

    def is_passive(self, word: int) -> bool:
        """Whether a verb is in the passive voice."""
        if self.tokens[word].xpos not in ("VBN", "VBD"):
            return False
        helpers = [self.tokens[c].lemma for c in self.auxiliaries(word)]
        if not helpers:
            return self.relations[word] in ("acl", "advcl") and self.tokens[word].xpos == "VBN"
        return helpers[-1] in ("be", "get")

    def agent(self, word: int) -> int:
        """The head of the phrase after a passive's "by", or -1."""
        for c in self.below[word]:
            case = self.child(c, "case")
            if self.relations[c] == "obl" and case >= 0 and self.tokens[case].lemma == AGENT:
                return c
        return -1

    def object(self, word: int) -> int:
        """The word that heads a verb's object, or -1; a relative pronoun's noun in its place."""
        for at in self.chain(word):
            taken = self.child(at, "obj", "iobj")
            if taken < 0:
                continue
            if self.is_relative(taken) and self.relations[word] == "acl":
                return self.heads[word]
            return taken
        return -1


class LazyTrees:
    """The trees of a document's sentences, made all at once when the first is asked for.

    `scenes` holds those sentences that have been read, by number; their trees are mended by them,
    and not made again where a scene has one. `times` are the expressions of the document.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        scenes: Mapping[int, Scene],
        words: Cues,
        times: Sequence[TimeExpression] = (),
    ) -> None:
        self._sentences = sentences
        self._scenes = scenes
        self._words, self._times = words, times
        self._trees: dict[int, Tree] = {}
        self._found: dict[int, Syntax] = {}

    def __getitem__(self, number: int) -> Syntax:
        if number not in self._found:
            scene = self._scenes.get(number)
            tree = None if scene is None else scene.tree
            if tree is None:
                tree = self._grown()[number]
            tokens = self._sentences[number].tokens
            if scene is not None:
                told = scene.words.verbs.informing
                tree = mend(tokens, tree, scene.clauses, scene.chunk_of, scene.timed, told)
            self._found[number] = Syntax(tokens, tree)
        return self._found[number]

    def holding(self, name: str) -> Sequence[int]:
        """The numbers of the sentences in which a word stands that is a name somewhere, in order;
        none if it is no name."""
        return self._holding.get(name, ())

    @cached_property
    def _holding(self) -> Mapping[str, Sequence[int]]:
        words = (token for sentence in self._sentences for token in sentence.tokens)
        found: dict[str, list[int]] = {token.text: [] for token in words if token.tag == "PROPN"}
        for number, sentence in enumerate(self._sentences):
            for name in found.keys() & {token.text for token in sentence.tokens}:
                found[name].append(number)
        return found

    def _grown(self) -> dict[int, Tree]:
        """The trees of all sentences whose scenes have none, by number."""
        if not self._trees:
            bare = [
                number
                for number in range(len(self._sentences))
                if number not in self._scenes or self._scenes[number].tree is None
            ]
            found = plant([self._sentences[n] for n in bare], self._times, self._words)
            self._trees = dict(zip(bare, found, strict=True))
        return self._trees
