"""Who takes part in an event, and where it happens."""

from __future__ import annotations

from timeline.events.words.nounwords import named_words
from timeline.events.words.predicates import Predicate
from timeline.events.words.relatives import owners
from timeline.events.words.rendering import render
from timeline.events.words.views import SHORTER, View

_PLACES = frozenset({"obl", "nmod"})


def participants(view: View, word: int) -> tuple[str, ...]:
    """Subject, object and agent of a verb, in that order, names whole, pronouns where safe."""
    syntax = view.syntax
    top = syntax.top(word)
    taken, given = [syntax.subject(word, view.scene.words)], syntax.object(top)
    if not _is_idle(view, top, given):
        taken.append(given)
    if syntax.is_passive(top):
        taken.append(syntax.agent(top))
    found: list[str] = []
    for head in taken:
        name = name_of(view, head, word) if head >= 0 else ""
        if name and name not in found:
            found.append(name)
    return tuple(found)


def name_of(view: View, head: int, without: int = -1, level: int = SHORTER) -> str:
    """A noun with what names it; a pronoun by whom it means, or "" where that is not safe."""
    token = view.syntax.tokens[head]
    if token.tag == "SYM":
        return ""  # "was fined $2 million"
    if token.tag == "PRON":
        entity = view.meant(head)
        return view.discourse.name(entity, view.number) if entity is not None else ""
    words = named_words(view, head, level, without)
    # "The mill, whose owner sold it": the mill's owner did.
    whose = owners(Predicate.at(view, without), words) if without >= 0 else {}
    return render(view, words, whose)


def _is_idle(view: View, verb: int, noun: int) -> bool:
    """Whether an object only goes with its verb, as "place" in "took place"."""
    syntax = view.syntax
    light = syntax.tokens[verb].lemma in view.scene.words.verbs.light
    bare = syntax.tokens[noun].xpos == "NN" and not syntax.below[noun]
    return light and bare and noun == verb + 1


def place(view: View, word: int) -> str | None:
    """Where an event happens: the first phrase below its word that names a place."""
    syntax, words = view.syntax, view.scene.words
    for number in sorted(_hanging(view, word)):
        case = syntax.child(number, "case")
        if case < 0 or syntax.relations[number] not in _PLACES or view.dated(number):
            continue
        preposition, head = syntax.tokens[case].text.lower(), syntax.tokens[number]
        if preposition not in words.prepositions.placing:
            continue
        named = head.tag == "PROPN" and preposition in words.prepositions.local
        if named or head.lemma in words.nouns.places:
            return name_of(view, number)
    return None


def _hanging(view: View, word: int) -> list[int]:
    """The phrases of a verb and of its object, or of a noun, without those of other clauses."""
    syntax = view.syntax
    top = syntax.top(word)
    found: list[int] = []
    waiting = [*syntax.chain(top)] if syntax.is_predicate(top) else [word]
    while waiting:
        at = waiting.pop()
        for child in syntax.below[at]:
            relation = syntax.relations[child]
            if relation in _PLACES or (relation == "obj" and child > at):
                found.append(child)
                waiting.append(child)
    return found
