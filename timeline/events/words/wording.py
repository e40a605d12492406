"""The event in readable words: its clause, standing by itself, without its time words."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from timeline.events.dates.bounds import is_short
from timeline.events.layout.scenes import WHOLE, Apart
from timeline.events.words.naming import names_for_pronouns, uncapitalised
from timeline.events.words.nounwords import named_words
from timeline.events.words.rendering import render
from timeline.events.words.telling import LATEST, Telling, Told
from timeline.events.words.tidying import CUT, LONGEST, shorten, tidy
from timeline.events.words.verbwords import is_unit, verb_words
from timeline.events.words.views import FULL, SHORTEST, View

#: The tags of words that a clause may end in.
_ENDING = frozenset({"NOUN", "PROPN", "NUM", "PRON", "PUNCT"})


class Matter(NamedTuple):
    """What of a sentence tells an event: the clause of a predicate, or a noun.

    `top` is the predicate or the noun, `word` the word of the event, or the noun or verb in its
    place; `keep` is the verb that is told with a noun, or -1.
    """

    top: int
    word: int
    clause: bool
    keep: int = -1


def find_matter(view: View, word: int, dated: bool = False) -> Matter:
    """What tells the event that a word of a sentence names.

    A verb in an infinitive is told with the verb above it, a `dated` noun that is a subject with
    its clause.
    """
    syntax = view.syntax
    was = syntax.relations[word] == "cop"
    if was:
        word = syntax.heads[word]
    above = syntax.heads[word]
    if dated and above >= 0 and syntax.is_predicate(above) and _is_occasion(view, word):
        word = above
    top = syntax.top(word)
    if syntax.relations[top] == "conj" and is_unit(syntax, syntax.heads[top], top):
        word = top = syntax.heads[top]
    if not (was or syntax.is_predicate(top)):
        return Matter(word, word, clause=False)
    own = syntax.child(top, "nsubj")
    aim = syntax.relations[top] == "acl" and syntax.is_infinitive(top)
    if aim and syntax.heads[top] >= 0 and not (own >= 0 and syntax.is_relative(own)):
        # "efforts to slow it down" are told by their noun, "expects it to slow down" by the verb.
        noun = syntax.heads[top]
        verb = syntax.heads[noun]
        verbs = view.scene.words.verbs
        equated = syntax.child(noun, "cop") >= 0 and syntax.child(noun, "nsubj") >= 0
        if equated and syntax.child(top, "nsubj") < 0:
            return Matter(noun, noun, clause=True)  # "she will be the first to lead it"
        lemma = syntax.tokens[verb].lemma if verb >= 0 else ""
        sought = lemma in verbs.steering or lemma in verbs.intending
        if not sought or syntax.relations[noun] != "obj":
            return Matter(noun, noun, clause=False, keep=top)
        word = top = verb
    return Matter(top, word, clause=True)


def tell(view: View, matter: Matter, dated: bool = False, apart: Apart = WHOLE) -> Told:
    """An event in words.

    A verb is told with its subject first (the antecedent in place of a relative pronoun, the
    shared subject of verbs that leave it out), then what follows up to the next clause; a noun
    with the phrases that hang on it, a `dated` one whole only with its time. What tells of another
    time when it happened is left out, as `apart` says.
    """
    if matter.clause:
        if _is_cleft(view, matter.top):
            return replace(_tell_noun(view, matter.top, -1, dated=False), clause=True)
        seen = _seen_by_time(view, matter.top)
        if seen >= 0 and view.syntax.is_predicate(seen):
            return _tell_clause(view, seen, seen, apart)
        if seen >= 0:
            return replace(_tell_noun(view, seen, -1, dated=False), clause=True)
        return _tell_clause(view, matter.top, matter.word, apart)
    return _tell_noun(view, matter.word, matter.keep, dated and matter.keep < 0)


def _is_cleft(view: View, noun: int) -> bool:
    """Whether a noun is what a "what" is said to be that happened: "what changed was the law"."""
    syntax = view.syntax
    what, was = syntax.child(noun, "nsubj"), syntax.child(noun, "cop")
    if not 0 <= what < was < noun or syntax.tokens[what].xpos != "WP":
        return False
    known = syntax.tokens[noun].tag in ("NOUN", "PROPN") and syntax.child(noun, "case") < 0
    clause = syntax.child(what, "acl")
    return known and what < clause < was and syntax.child(clause, "nsubj", "obj") < 0


def _seen_by_time(view: View, verb: int) -> int:
    """What a time is said to have seen, or -1: "1911 saw a strike of the dockers", "1911 saw the
    dockers strike"."""
    syntax, dating = view.syntax, view.scene.dating
    if syntax.tokens[verb].lemma not in view.scene.words.verbs.witnessing:
        return -1
    subject, seen = syntax.subject(verb, view.scene.words), syntax.child(verb, "obj")
    before = verb - 1 - (syntax.tokens[verb - 1].tag == "ADV")
    if before < 0 or not dating[before] or (subject >= 0 and not dating[subject]):
        return -1
    done = syntax.child(verb, "ccomp", "xcomp")
    if (
        done > verb
        and syntax.tokens[done].xpos in ("VB", "VBP")
        and syntax.child(done, "nsubj") >= 0
    ):
        return done
    named = seen > verb and syntax.tokens[seen].tag in ("NOUN", "PROPN")
    # "1950 marked the first time that …" tells nothing by itself.
    nouns = view.scene.words.nouns
    named = named and syntax.tokens[seen].lemma not in nouns.times | nouns.moments
    return seen if named and syntax.child(verb, "xcomp", "ccomp") < 0 else -1


def _tell_clause(view: View, top: int, word: int, apart: Apart) -> Told:
    level = FULL
    while True:
        told = Telling(view, top, level, word).tell(apart)
        if len(told.text) <= LONGEST:
            return told
        if level == SHORTEST:
            return _end_sooner(view, top, word, told, apart)
        level += 1


def _end_sooner(view: View, top: int, word: int, told: Told, apart: Apart) -> Told:
    """A clause that is too long up to a comma, else without its last phrases, else cut."""
    cut = replace(told, text=shorten(told.text))
    if not cut.text.endswith(CUT):
        return cut
    for stop in _ends(view, top, told):
        shorter = Telling(view, top, SHORTEST, word, stop).tell(apart)
        if len(shorter.text) <= LONGEST:
            # What is left out counts as told: it has no row of its own.
            return replace(cut, text=shorter.text) if shorter.whole else cut
    return cut


def _ends(view: View, top: int, told: Told) -> list[int]:
    """Where a clause may end that is too long, the last place first: before phrases that a
    preposition opens and nothing follows, but not before an "of" or right behind the verb."""
    syntax, words = view.syntax, view.scene.words
    if any(syntax.tokens[k].lemma.lower() in words.modals.negative for k in told.tokens):
        return []  # what was not bought abroad may well have been bought
    found: set[int] = set()
    for word in told.tokens:
        case, first = syntax.child(word, "case"), syntax.first_of(word)
        if syntax.relations[word] not in ("obl", "nmod") or not top < first == case:
            continue
        opener = syntax.tokens[case]
        close = opener.text.lower() in words.prepositions.inner or opener.xpos == "POS"
        phrase = set(syntax.phrase(word))
        closes = all(k in phrase for k in told.tokens if k >= first)
        if closes and not close and syntax.tokens[first - 1].tag in _ENDING:
            found.add(first)
    return sorted(found, reverse=True)


def tell_source(view: View, noun: int, opener: int) -> Told:
    """What somebody says by an "according to": "according to the mayor, the dam held"."""
    source = named_words(view, noun, SHORTEST) | set(range(opener, view.syntax.first_of(noun)))
    tokens = {k for k in source if k >= opener}
    text = render(view, tokens | {opener, opener + 1}, names_for_pronouns(view, tokens))
    host = view.syntax.clause(noun)
    if host >= 0:
        told = tell(view, find_matter(view, host))
        text = f"{text}, {uncapitalised(view, set(told.tokens), told.text)}"
        tokens |= told.tokens
    return Told(shorten(tidy(text, view.scene.words.small.loose)), frozenset(tokens), host >= 0)


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
    meant = lemma in words.verbs.reporting or lemma in words.verbs.intending
    timed = any(view.scene.dating[c] for c in syntax.below[verb])
    if _is_meant_for(view, word) or _is_named_by_time(view, word):
        return False
    taken = syntax.relations[word] == "obj" or (syntax.relations[word] == "obl" and timed)
    return taken and new and not meant


def _is_meant_for(view: View, word: int) -> bool:
    """Whether a day tells for when a noun is meant: "issued a warning for Sunday"."""
    owned, chunk = view.scene.words.prepositions.owned, view.scene.chunk_of[word]
    last = chunk.last if chunk is not None else word
    return any(
        time.first == last + 1
        and is_short(time.expression.span)
        and view.syntax.tokens[time.first].text.lower() in owned
        for time in view.scene.times
    )


def _is_named_by_time(view: View, word: int) -> bool:
    """Whether a time before a noun tells which it is, and no more: "restored a 2017 pardon"."""
    chunk = view.scene.chunk_of[word]
    first = chunk.first if chunk is not None else word
    return any(view.scene.timed[first:word])


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


def _own_bracket(view: View, word: int) -> int:
    """Where the date of a noun in brackets begins, behind which another one may stand: "the siege
    of Ayr (1452) and that of Hull (1460)"."""
    tokens = view.syntax.tokens
    firsts = [
        t.first for t in view.scene.times if t.first > word and tokens[t.first - 1].text == "("
    ]
    return min(firsts, default=LATEST)


def _tell_noun(view: View, word: int, keep: int, dated: bool) -> Told:
    level, stop = FULL, _own_bracket(view, word) if dated else LATEST
    while True:
        tokens = {k for k in named_words(view, word, level) if k < stop}
        if keep >= 0:
            tokens |= verb_words(view, keep, level, -1)
        text = tidy(
            render(view, tokens, names_for_pronouns(view, tokens)), view.scene.words.small.loose
        )
        if len(text) <= LONGEST or level == SHORTEST:
            whole = view.syntax.tokens[word].tag not in ("ADJ", "VERB", "AUX")
            whole = whole and (not dated or _has_time(view, word))
            return Told(shorten(text), frozenset(tokens), whole, clause=False)
        level += 1
