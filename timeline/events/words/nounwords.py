"""Which words of a sentence tell a noun, so that they can stand by themselves."""

from __future__ import annotations

from timeline.events.trees.syntax import Syntax
from timeline.events.words.views import (
    ASIDE,
    DASHES,
    FULL,
    NAME,
    NOUNS,
    SHORT,
    SHORTER,
    SHORTEST,
    View,
)
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.vocabulary import THAT

#: WordNet's numbers of the nouns for groups and persons.
_GROUP, _PERSON = 14, 18
_NAMED_KINDS = frozenset({_GROUP, _PERSON})


def noun_words(view: View, word: int, level: int, without: int = -1) -> set[int]:
    """The words of a noun phrase, what only adds to it left out; `without` is not gone into."""
    found: set[int] = set() if view.hidden(word) else {word}
    for child in view.syntax.below[word]:
        # What follows the clause that is taken out belongs to the verb above.
        if 0 <= without <= child and word == view.syntax.heads[without]:
            continue
        if level == SHORTER and view.syntax.relations[child] == "acl" and is_aim(view, child):
            found |= aim_words(view, child)
        elif not drops_from_noun(view, word, child, level):
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
    acts = load_lexicon().entry(tokens[word].lemma.lower()).noun in _NAMED_KINDS
    return name if acts and not apart and tokens[first].tag not in ("ADP", "CCONJ") else word


def drops_from_noun(view: View, word: int, child: int, level: int) -> bool:
    """Whether what hangs on a noun only adds to it."""
    syntax, relation = view.syntax, view.syntax.relations[child]
    if relation in ASIDE:
        return True
    if relation == "advcl":
        return level > FULL or not _is_led_to(view, word, child)
    if relation == "nmod" and child < word and view.hidden(word):
        return True
    mark = mark_before(view, child) if child > word else ""
    if mark in ("(", "["):
        return True
    if relation in ("case", "det", "amod", "nummod", "advmod", "compound", "flat"):
        # "Even the mayor", but not "too many".
        linking = syntax.tokens[child].lemma.lower() in view.scene.words.adverbs.linking
        linking = linking and relation == "advmod" and syntax.tokens[word].tag in NOUNS
        # "In what was then Austria"
        return view.hidden(word) or (linking and not syntax.tells_what(word))
    mark = mark or mark_before(view, child)
    if mark == "," and child > word and view.hidden(word):
        return True  # "on 30 September, two days after …"
    length = view.scene.timed[child] and syntax.child(child, "case") < 0
    if mark == "," and child > word and length and not view.scene.timed[word]:
        return True  # "word of the fault in May, five months before …"
    if mark in DASHES or accords(view, child):
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
        if child > word and syntax.tokens[syntax.first_of(child)].tag == "CCONJ":
            return False  # "the Competition and Markets Authority" is one
        named = syntax.tokens[child].tag == "PROPN" or _has_name(view, child)
        named = named and syntax.tokens[word].tag in ("NOUN", "NUM")
        few = max(syntax.first_of(child) - word, child - syntax.first_of(child)) <= NAME + 2
        return not (named and few and level < SHORTER)
    if relation == "conj":
        return syntax.tokens[child].tag == "VERB" or not _is_joined(view, child, mark)
    if relation == "nmod" and mark == "," and child > word:
        return level >= SHORTER
    return False


def _has_name(view: View, word: int) -> bool:
    """Whether a noun for a person has the name right behind it: ", the painter Ana Poe, died"."""
    syntax = view.syntax
    person = load_lexicon().entry(syntax.tokens[word].lemma.lower()).noun == _PERSON
    beside = syntax.child(word, "appos", "flat")
    near = beside >= 0 and syntax.first_of(beside) == word + 1
    return person and near and syntax.tokens[beside].tag == "PROPN"


def _is_led_to(view: View, word: int, child: int) -> bool:
    """Whether a verb or adjective that describes a noun leads to another verb: "a bill that would
    oblige them to report", "a player capable of showing films"."""
    syntax = view.syntax
    if syntax.tokens[word].tag not in ("VERB", "ADJ") or child < word:
        return False
    mark = syntax.child(child, "mark", "case")
    bound = mark >= 0 and syntax.tokens[mark].lemma.lower() in view.scene.words.prepositions.binding
    led = syntax.is_infinitive(child) or (bound and not syntax.is_finite(child))
    return led and mark_before(view, child) not in (",", *DASHES)


def _is_joined(view: View, word: int, mark: str) -> bool:
    """Whether a conjunction or a mark stands before what is set beside a noun."""
    return not mark.isalnum() or view.syntax.child(word, "cc") >= 0


def mark_before(view: View, word: int) -> str:
    first = view.syntax.first_of(word)
    # A mark may hang on the phrase itself.
    while first < word and view.syntax.relations[first] == "punct":
        if view.syntax.tokens[first].text in (",", *DASHES):
            return view.syntax.tokens[first].text
        first += 1
    mark = view.syntax.tokens[first - 1].text if first else ""
    return "" if mark in DASHES and _sets_off_date(view, first) else mark


def _sets_off_date(view: View, first: int) -> bool:
    """Whether nothing but the date that heads a line stands before a word: "13:50 – He left"."""
    tokens, dating = view.syntax.tokens, view.scene.dating
    before = range(first)
    return any(dating[k] for k in before) and all(
        dating[k] or not tokens[k].text.isalnum() for k in before
    )


def _has_relative(view: View, word: int) -> bool:
    return any(view.syntax.is_relative(k) for k in view.syntax.phrase(word) if k < word)


def accords(view: View, word: int) -> bool:
    """Whether a phrase tells who says so ("according to …")."""
    case = view.syntax.child(word, "case")
    telling = view.scene.words.prepositions.telling
    return case >= 0 and view.syntax.tokens[case].text.lower() in telling


def is_aim(view: View, child: int) -> bool:
    """Whether a verb is an infinitive that tells what the clause is about: "agreed to sell it"."""
    syntax = view.syntax
    if syntax.relations[child] not in ("acl", "advcl") or not syntax.is_infinitive(child):
        return False
    subject = syntax.child(child, "nsubj")
    return subject < 0 or not syntax.is_relative(subject)


def aim_words(view: View, child: int) -> set[int]:
    """An infinitive with its object alone."""
    syntax = view.syntax
    found = {child}
    for below in syntax.below[child]:
        if syntax.relations[below] in ("mark", "aux", "obj", "compound"):
            found |= noun_words(view, below, SHORTEST)
    return found
