"""Which words of a sentence tell an event, so that they can stand by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from timeline.events.coreference.entities import Entity
from timeline.events.coreference.people import Discourse
from timeline.events.layout.scenes import Scene
from timeline.events.trees.syntax import LazyTrees, Syntax
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.vocabulary import THAT

_DASHES = frozenset({"–", "—", "--", "-", "(", "["})
#: What is said beside a clause and not in it.
_ASIDE = frozenset(
    {"punct", "parataxis", "discourse", "vocative", "dislocated", "list", "reparandum", "orphan"}
)
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
#: How much is left out, step by step, until the words are few enough.
FULL, LEAN, SHORT, SHORTER, SHORTEST = 0, 1, 2, 3, 4
NAME = 4
#: WordNet's numbers of the nouns for groups and persons.
NAMED_KINDS = frozenset({14, 18})


@dataclass(frozen=True)
class View:
    """A sentence as it is looked at to put an event in words.

    `kept` are the places of the words of times that stay in them.
    """

    scene: Scene
    trees: LazyTrees
    number: int
    discourse: Discourse
    kept: frozenset[int] = frozenset()

    @cached_property
    def leaving(self) -> Sequence[bool]:
        """For each word whether it is of a time with a place on the calendar that is left out."""
        dating = self.scene.dating
        if not self.kept:
            return dating
        return [timed and k not in self.kept for k, timed in enumerate(dating)]

    @cached_property
    def syntax(self) -> Syntax:
        """The tree of the sentence."""
        return self.trees[self.number]

    def meant(self, word: int) -> Entity | None:
        """Whom a pronoun means, where that is safe."""
        return self.discourse.resolve(self.number, word)

    def hidden(self, word: int) -> bool:
        """Whether a word is of a time that is left out: not in "spent the winter there"."""
        dating, syntax = self.leaving, self.syntax
        if not dating[word] or (syntax.relations[word] == "case" and self._opens_noun(word)):
            return False
        while syntax.heads[word] >= 0 and dating[syntax.heads[word]]:
            word = syntax.heads[word]
        above = syntax.heads[word]
        if above >= 0 and syntax.tokens[above].text.lower() in self.scene.words.small.portions:
            word, above = above, syntax.heads[above]
        near = above >= 0 and syntax.first_of(word) == above + 1
        taken = above >= 0 and (syntax.relations[word] == "obj" or near)
        return not (taken and syntax.tokens[above].lemma in self.scene.words.verbs.spending)

    def _opens_noun(self, word: int) -> bool:
        """Whether a preposition is that of a noun after a time: "in Sunday's election"."""
        after, tokens = word + 1, self.syntax.tokens
        while after < len(tokens) and self.leaving[after]:
            after += 1
        if after == len(tokens):
            return False
        chunk = self.scene.chunk_of[after]
        noun = after if chunk is None else chunk.head
        return tokens[after].xpos == "POS" or self.syntax.heads[word] == noun

    def dated(self, word: int) -> bool:
        """Whether a time that has a place on the calendar stands in a phrase."""
        return any(self.scene.dating[k] for k in self.syntax.phrase(word))


def noun_words(view: View, word: int, level: int, without: int = -1) -> set[int]:
    """The words of a noun phrase, what only adds to it left out; `without` is not gone into."""
    found: set[int] = set() if view.hidden(word) else {word}
    for child in view.syntax.below[word]:
        # What follows the clause that is taken out belongs to the verb above.
        if 0 <= without <= child and word == view.syntax.heads[without]:
            continue
        if level == SHORTER and view.syntax.relations[child] == "acl" and _is_aim(view, child):
            found |= _aim_words(view, child)
        elif not _drops_from_noun(view, word, child, level):
            found |= noun_words(view, child, level, without)
    return found


def named_words(view: View, word: int, level: int, without: int = -1) -> set[int]:
    """The words of a noun phrase that stands by itself: no preposition before it, names whole."""
    tokens, relations = view.syntax.tokens, view.syntax.relations
    if level >= SHORTER:
        word = _name_beside(view.syntax, word)
    found = noun_words(view, word, level, without)
    case = view.syntax.child(word, "case")
    for child in view.syntax.below[word]:
        # "Just outside Leeds", "it was Ruiz who opened the port": Leeds, Ruiz.
        before = relations[child] == "advmod" and child < case < word
        both = tokens[child].text.lower() == view.scene.words.small.both
        if relations[child] == "cc" and child < word and (both or any(k < child for k in found)):
            continue  # "the Immigration and Naturalization Service"
        if before or relations[child] in ("case", "cc", "mark", "nsubj", "expl", "cop", "aux"):
            found -= set(view.syntax.phrase(child))
    copula = view.syntax.child(word, "cop")
    if 0 <= copula < word:
        # "Among them was Ana Poe, who lost two houses": Poe.
        found -= {
            k
            for child in view.syntax.below[word]
            if child < copula
            for k in view.syntax.phrase(child)
        }
    if tokens[word].xpos == "NNS":
        # "Said that branches would open": what opens the clause is no article.
        found -= {k for k in view.syntax.below[word] if tokens[k].text.lower() == THAT}
    chunk = view.scene.chunk_of[word]
    if chunk is not None and tokens[word].tag == "PROPN":
        # Of "by the time Poe left" the time is none of the name.
        whole = range(chunk.first, chunk.last + 1)
        over = {k for k in whole if k != word and word in view.syntax.phrase(k)}
        named = {k for k in whole if k not in over and view.syntax.heads[k] not in over}
        found |= {k for k in named if not view.leaving[k]}
        first = min(found)
        if relations[first] == "case" and all(tokens[k].tag == "PROPN" for k in found - {first}):
            found.remove(first)  # "by Colonel Poe", the preposition that of his title
    return found


def _name_beside(syntax: Syntax, word: int) -> int:
    """The name behind a noun for somebody or a group, else the noun: of "the carmaker Acme"."""
    name, tokens = syntax.child(word, "appos"), syntax.tokens
    if name < 0 or tokens[word].tag != "NOUN" or tokens[name].tag != "PROPN":
        return word
    first = syntax.first_of(name)
    between = tokens[word + 1 : first]
    apart = [token.text for token in between] not in ([], [","])
    acts = load_lexicon().entry(tokens[word].lemma.lower()).noun in NAMED_KINDS
    return name if acts and not apart and tokens[first].tag not in ("ADP", "CCONJ") else word


def _drops_from_noun(view: View, word: int, child: int, level: int) -> bool:
    syntax, relation = view.syntax, view.syntax.relations[child]
    if relation in _ASIDE:
        return True
    if relation == "advcl":
        return level > FULL or not _is_led_to(view, word, child)
    if relation == "nmod" and child < word and view.hidden(word):
        return True
    mark = _mark_before(view, child) if child > word else ""
    if mark in ("(", "["):
        return True
    if relation in ("case", "det", "amod", "nummod", "advmod", "compound", "flat"):
        # "Even the mayor", but not "too many".
        linking = syntax.tokens[child].lemma.lower() in view.scene.words.adverbs.linking
        linking = linking and relation == "advmod" and syntax.tokens[word].tag in NOUNS
        # "In what was then Austria"
        return view.hidden(word) or (linking and not syntax.tells_what(word))
    mark = mark or _mark_before(view, child)
    if mark == "," and child > word and view.hidden(word):
        return True  # "on 30 September, two days after …"
    length = view.scene.timed[child] and syntax.child(child, "case") < 0
    if mark == "," and child > word and length and not view.scene.timed[word]:
        return True  # "word of the fault in May, five months before …"
    if mark in _DASHES or _accords(view, child):
        return True
    if mark == "," and child > word and syntax.tokens[child].tag == "NUM":
        return True  # an age
    if syntax.tells_what(child):
        return False  # "most of what they asked for"
    if relation == "acl":
        described = syntax.is_finite(child) or _has_relative(view, child)
        if mark == "," or (view.dated(child) and not syntax.is_infinitive(child)):
            return True
        return level >= (SHORT if described else SHORTER)
    if relation == "appos":
        named = syntax.tokens[child].tag == "PROPN" and syntax.tokens[word].tag in ("NOUN", "NUM")
        few = max(syntax.first_of(child) - word, child - syntax.first_of(child)) <= NAME + 2
        return not (named and few and level < SHORTER)
    if relation == "conj":
        return syntax.tokens[child].tag == "VERB" or not _is_joined(view, child, mark)
    if relation == "nmod" and mark == "," and child > word:
        return level >= SHORTER
    return False


def _is_led_to(view: View, word: int, child: int) -> bool:
    """Whether a verb or adjective that describes a noun leads to another verb: "a bill that would
    oblige them to report", "a player capable of showing films"."""
    syntax = view.syntax
    if syntax.tokens[word].tag not in ("VERB", "ADJ") or child < word:
        return False
    mark = syntax.child(child, "mark", "case")
    bound = mark >= 0 and syntax.tokens[mark].lemma.lower() in view.scene.words.prepositions.binding
    led = syntax.is_infinitive(child) or (bound and not syntax.is_finite(child))
    return led and _mark_before(view, child) not in (",", *_DASHES)


def _is_joined(view: View, word: int, mark: str) -> bool:
    """Whether a conjunction or a mark stands before what is set beside a noun."""
    return not mark.isalnum() or view.syntax.child(word, "cc") >= 0


def _mark_before(view: View, word: int) -> str:
    first = view.syntax.first_of(word)
    # A mark may hang on the phrase itself.
    while first < word and view.syntax.relations[first] == "punct":
        if view.syntax.tokens[first].text in (",", *_DASHES):
            return view.syntax.tokens[first].text
        first += 1
    return view.syntax.tokens[first - 1].text if first else ""


def _has_relative(view: View, word: int) -> bool:
    return any(view.syntax.is_relative(k) for k in view.syntax.phrase(word) if k < word)


def _accords(view: View, word: int) -> bool:
    """Whether a phrase tells who says so ("according to …")."""
    case = view.syntax.child(word, "case")
    telling = view.scene.words.prepositions.telling
    return case >= 0 and view.syntax.tokens[case].text.lower() in telling


def verb_words(view: View, word: int, level: int, top: int) -> set[int]:
    """The words of a clause; of the one that is told (`top`) the subject and marker are not."""
    syntax = view.syntax
    found = {word}
    for child in syntax.below[word]:
        if _drops_from_verb(view, word, child, level, top):
            continue
        if level == SHORTER and _is_aim(view, child):
            found |= _aim_words(view, child)
        elif syntax.is_predicate(child) or syntax.relations[child] in ("xcomp", "advcl", "ccomp"):
            found |= verb_words(view, child, level, top)
        else:
            found |= noun_words(view, child, level)
    return found


def _is_aim(view: View, child: int) -> bool:
    """Whether a verb is an infinitive that tells what the clause is about: "agreed to sell it"."""
    syntax = view.syntax
    return syntax.relations[child] in ("acl", "advcl") and syntax.is_infinitive(child)


def _aim_words(view: View, child: int) -> set[int]:
    """An infinitive with its object alone."""
    syntax = view.syntax
    found = {child}
    for below in syntax.below[child]:
        if syntax.relations[below] in ("mark", "aux", "obj", "compound"):
            found |= noun_words(view, below, SHORTEST)
    return found


def _drops_from_verb(view: View, word: int, child: int, level: int, top: int) -> bool:
    syntax, relation = view.syntax, view.syntax.relations[child]
    token = syntax.tokens[child]
    if relation in _ASIDE or (child == top and relation != "conj"):
        return True
    if word == top:
        if _precedes_marker(syntax, child, top) or _set_off(view, child, top):
            return True
        if relation in ("nsubj", "csubj"):
            return syntax.child(top, "expl") < 0
        if relation in ("mark", "cc"):
            return token.xpos != "TO" and token.tag != "ADJ"
        if syntax.relations[top] == "acl" and syntax.is_relative(child):
            return True
    if relation == "conj":
        return syntax.is_predicate(child) and not is_unit(syntax, word, child)
    if relation == "advcl":
        return not _stays(view, child, level)
    if relation == "ccomp":
        return child < word
    if relation == "advmod":
        adverbs, after = view.scene.words.adverbs, syntax.tokens[child + 1 : child + 2]
        # "Has yet to report" is not "has to report".
        unmet = token.lemma.lower() in adverbs.unmet and any(t.xpos == "TO" for t in after)
        loose = token.lemma.lower() in adverbs.linking and not unmet
        beside = child == word - 1 and syntax.tokens[word].tag == "ADJ"
        return (loose and not beside) or _opens(view, child, word)
    if relation in ("obl", "nmod", "obj"):
        if _measures(view, word, child, level) or _is_measured(view, child):
            return True
        if _accords(view, child) or _mark_before(view, child) in _DASHES or _is_score(view, child):
            return True
        apart = child > word and _mark_before(view, child) == ","
        return apart and (level >= SHORTER or syntax.child(child, "case") < 0)
    if relation == "acl" and syntax.is_finite(child):
        return True  # "was moved to Corbie, where we sleep in a barn"
    most = SHORTER if syntax.is_infinitive(child) else SHORT
    return relation == "appos" or (relation == "acl" and level >= most)


def _is_score(view: View, word: int) -> bool:
    """Whether a number is what a vote or a game ended in: "passed the bill, 22 to 15"."""
    syntax = view.syntax
    case = syntax.child(word, "case")
    won = case > 1 and syntax.tokens[case - 1].tag == "NUM" and syntax.tokens[case - 2].text == ","
    return won and syntax.tokens[word].tag == "NUM"


def _precedes_marker(syntax: Syntax, child: int, top: int) -> bool:
    """Whether a word stands before what opens its clause: "two days" of "two days after …"."""
    marker = syntax.child(top, "mark")
    return child < marker and syntax.tokens[marker].xpos == "IN"


def _measures(view: View, word: int, child: int, level: int) -> bool:
    """Whether a time measures the way to a clause that is left out: "came two days after …"."""
    syntax = view.syntax
    if not view.scene.timed[child] or child in view.kept or syntax.child(child, "case") >= 0:
        return False
    whole = set(syntax.phrase(child))
    if any(syntax.tokens[k].tag in NOUNS and not view.scene.timed[k] for k in whole):
        return False  # "three days of strikes after …"
    after = max(whole) + 1
    return any(
        syntax.relations[c] == "advcl"
        and syntax.first_of(c) == after
        and not _stays(view, c, level)
        for c in syntax.below[word]
    )


def _is_measured(view: View, child: int) -> bool:
    """Whether a length tells how far off a phrase is: ", three centuries before his neighbours".

    What is left in keeps what it measures: "fell asleep minutes before the crash".
    """
    scene, case = view.scene, view.syntax.child(child, "case")
    measured = case > 0 and case == view.syntax.first_of(child) and scene.timed[case - 1]
    if not measured or scene.dating[case - 1] or not scene.is_set_off(case):
        return False
    joins, entering = scene.words.connectives, scene.words.prepositions.entering
    opener = view.syntax.tokens[case].lemma
    return any(opener in some for some in (joins.earlier, joins.later, entering))


def _set_off(view: View, child: int, top: int) -> bool:
    """Whether a phrase stands between commas before its verb: "the crew, most ill, left"."""
    syntax = view.syntax
    subject = syntax.child(top, "nsubj")
    if not 0 <= subject < child < top or syntax.relations[child] not in ("advmod", "obl", "nmod"):
        return False
    words = (k for k in syntax.phrase(child) if syntax.tokens[k].tag != "PUNCT")
    last = max(words, default=child)  # "the '-' was removed later on" has none
    closes = syntax.tokens[last + 1 : last + 2]
    return _mark_before(view, child) == "," and any(token.text == "," for token in closes)


def is_unit(syntax: Syntax, word: int, other: int) -> bool:
    """Whether two verbs are one act: "seized and burned the town"."""
    if not syntax.tokens[word].tag == syntax.tokens[other].tag == "VERB":
        return False
    between = range(word + 1, other)
    return syntax.child(other, "nsubj") < 0 and all(
        syntax.tokens[k].tag in ("CCONJ", "ADV") for k in between
    )


def _opens(view: View, child: int, word: int) -> bool:
    """Whether an adverb stands before the whole clause and not before its verb."""
    after = child + 1
    return child < word and view.syntax.tokens[after].text == ","


def _stays(view: View, child: int, level: int) -> bool:
    """Whether an adverbial clause belongs to what is told: "by taking bribes", "to win"."""
    syntax = view.syntax
    if syntax.is_finite(child):
        return _is_question(view, child)
    if level > SHORTER:
        return False
    near = child > syntax.heads[child] and _mark_before(view, child) not in (",", *_DASHES)
    if level == SHORTER:
        return near and _is_aim(view, child) and syntax.child(child, "nsubj") < 0
    if _goes_with(view, child):
        return True
    mark = syntax.child(child, "mark", "case")
    opened = mark >= 0 and syntax.tokens[mark].xpos != "TO"
    bound = opened and syntax.tokens[mark].lemma.lower() in view.scene.words.prepositions.binding
    if view.dated(child) and not (syntax.is_infinitive(child) or bound):
        return False
    if syntax.child(child, "nsubj") >= 0:
        return False
    comma = _mark_before(view, child) in (",", *_DASHES)
    if opened:
        return bound
    return not comma and child > syntax.heads[child]


def _is_question(view: View, child: int) -> bool:
    """Whether a clause is what a preposition takes: "were looking into whether it leaked"."""
    syntax, content = view.syntax, view.scene.words.openers.content
    return any(
        syntax.tokens[mark].text.lower() in content and syntax.tokens[mark - 1].tag == "ADP"
        for mark in syntax.below[child]
        if mark > 0 and syntax.relations[mark] == "mark"
    )


def _goes_with(view: View, child: int) -> bool:
    """Whether a verb in "-ing" is what the verb before it begins or ends: "stopped making them"."""
    syntax, verbs = view.syntax, view.scene.words.verbs
    above = syntax.heads[child]
    lemma, denying = syntax.tokens[above].lemma, view.scene.words.signatures.denying
    phase = lemma in verbs.aspectual or lemma in denying
    return phase and syntax.tokens[child].xpos == "VBG" and child == above + 1
