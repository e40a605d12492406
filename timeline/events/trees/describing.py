"""Mends of clauses and participles that hang on the wrong word: who and what they tell of."""

from __future__ import annotations

from timeline.events.layout.clauses import Clause
from timeline.events.trees.branches import NOMINAL, Branches
from timeline.events.trees.wholes import THINGS, names_person
from timeline.sentences import RELATIVE
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.vocabulary import BRINGING_ABOUT, EVENT_NOUNS, HAPPENING, THAT

_NAMING = frozenset({"NOUN", "PROPN", "SYM"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp"})
_LOOSE = frozenset({*_CLAUSES, "parataxis", "dep", "appos"})
#: How a relative clause hangs, in the eyes of the parser.
_DESCRIBING = frozenset({"acl", "advcl", "ccomp", "parataxis"})


def go_along(tree: Branches) -> None:
    """Gives a "…ing" behind a comma to the verb before it, whose subject does it, not to what that
    takes or where it is: "it kept its gains, taking Leeds", "Acme, Leeds, facing losses, sold it";
    and one behind an "and" to the one before: "building a wall and closing the road"."""
    for word in tree.words("VBG", start=3):
        noun = tree.heads[word]
        if tree.relation(word) == "conj" and noun < word:
            others = [k for k in tree.below(noun) if noun < k < word]
            others = [k for k in others if tree.tokens[k].xpos == "VBG" != tree.tokens[noun].xpos]
            if others and all(tree.relation(k) == "advcl" for k in others):
                tree.hang(word, others[-1], "conj")
            continue
        if tree.relation(word) != "acl" or not 0 <= noun < word:
            continue
        if tree.tokens[word - 1].text == ",":
            _go_along(tree, word)


def _go_along(tree: Branches, word: int) -> None:
    """Gives one "…ing" behind a comma to the verb before it."""
    noun = tree.heads[word]
    if tree.relation(noun) == "appos":
        owner = tree.heads[noun]
        if any(noun < k < word and tree.relation(k) == "appos" for k in tree.below(owner)):
            noun = owner
            tree.hang(word, owner, "acl")
    placed = noun
    while tree.relation(noun) in ("nmod", "conj", "appos") and tree.heads[noun] >= 0:
        noun = tree.heads[noun]
    verb = tree.heads[noun]
    taken = tree.relation(noun) in ("obj", "obl", "xcomp")
    if verb >= 0 and taken and tree.is_finite(verb):
        # "To the port, waving flags, they marched"
        fronted = noun == placed and tree.relation(noun) == "obl" and not tree.timed[noun]
        if verb < noun or (fronted and tree.has_subject(verb)):
            tree.hang(word, verb, "advcl")
    elif any(tree.relation(k) == "cop" for k in tree.below(noun)):
        tree.hang(word, noun, "advcl")


def take_along(tree: Branches) -> None:
    """Hangs the clause behind "the course of which" on the noun before that, and that on the
    clause: "a series of raids, in the course of which it shelled a mill"."""
    for pronoun in tree.words("WDT", "WP", start=3):
        part = tree.heads[pronoun]
        if tree.relation(pronoun) != "nmod" or not 0 <= part < pronoun:
            continue
        inside = [k for k in tree.below(part) if k < part]
        clause = next(
            (k for k in tree.below(part) if k > pronoun and tree.relation(k) == "acl"), -1
        )
        noun = min((*inside, part)) - 1
        apart = noun > 0 and tree.tokens[noun].text == ","
        noun -= apart
        if clause < 0 or noun < 0 or tree.tokens[noun].tag not in _NAMING:
            continue
        # Behind a comma all of "raids on the coast" is meant.
        while tree.relation(noun) in ("compound", "flat", "nmod" if apart else "flat"):
            noun = tree.heads[noun]
        opened = any(tree.relation(k) == "case" for k in inside)
        tree.heads[clause], tree.relations[clause] = noun, "acl:relcl"
        tree.heads[part], tree.relations[part] = clause, "obl" if opened else "nsubj"


def set_participle(tree: Branches) -> None:
    """Makes a participle right behind the object of a verb describe it: "to answer questions sent
    by post", not "found the car burnt out"."""
    for word in tree.hung("xcomp", start=2):
        verb, noun = tree.heads[word], tree.head_of(word - 1)
        beside = tree.heads[noun] == verb and tree.relation(noun) == "obj"
        if tree.tokens[word].xpos != "VBN" or not beside:
            continue
        named = tree.tokens[noun].tag in ("NOUN", "PROPN") and tree.tokens[word - 1].tag == "NOUN"
        taken = any(tree.relation(k) == "obj" for k in tree.below(word))
        if named and not taken and tree.tokens[verb].lemma not in BRINGING_ABOUT:
            tree.heads[word], tree.relations[word] = noun, "acl"


def turn(tree: Branches) -> None:
    """Hangs a participle on the noun before it, not the noun on it: "in a reply sent on Monday"."""
    for noun in tree.hung("obl", start=1, beyond=1):
        verb = tree.heads[noun]
        bare = verb == noun + 1 and tree.tokens[verb].xpos == "VBN" and tree.heads[verb] >= 0
        if not bare or not tree.is_phrase(noun):
            continue
        case = any(tree.relation(k) == "case" for k in tree.below(noun))
        if case and not tree.has_subject(verb) and not tree.is_finite(verb):
            tree.heads[noun], tree.relations[noun] = tree.heads[verb], "obl"
            tree.heads[verb], tree.relations[verb] = noun, "acl"


def attach(tree: Branches) -> None:
    """Hangs a relative clause after a comma on the noun before it, not on a verb or a time.

    What follows an age tells of who is so old: "Poe, 58, whose sister left".
    """
    for verb in tree.hung("acl"):
        age = tree.heads[verb]
        if age >= 0 and tree.tokens[age].tag == "NUM" and tree.relation(age) == "appos":
            tree.hang(verb, tree.heads[age], "acl:relcl")
    for pronoun in tree.words("WDT", "WP", start=2):
        verb = tree.heads[pronoun]
        comma = pronoun - 1 - (tree.tokens[pronoun - 1].tag == "ADP")
        if verb <= pronoun or tree.tokens[comma].text != "," or tree.relations[verb] == "root":
            continue
        above = tree.heads[verb]
        outer = _set_apart(tree, above, comma)
        if outer >= 0:
            tree.hang(verb, outer, "acl:relcl")
            continue
        stray = above >= 0 and (tree.timed[above] or tree.tokens[above].tag in ("VERB", "AUX"))
        # "She was no party to the suit, in which a jury ruled"
        thing = above >= 0 and tree.tokens[pronoun].xpos == "WDT"
        stray = stray or (thing and any(tree.relation(k) == "cop" for k in tree.below(above)))
        if not stray or tree.relation(verb) not in ("acl", "advcl"):
            continue
        nouns = (k for k in range(comma, -1, -1) if tree.tokens[k].tag in _NAMING)
        noun = next((k for k in nouns if not tree.timed[k]), -1)
        while noun >= 0 and tree.relation(noun) in ("compound", "flat", "nmod"):
            counted = any(tree.relation(k) == "nummod" for k in tree.below(noun))
            if tree.relation(noun) == "nmod" and not counted:
                break
            noun = tree.heads[noun]
        tree.hang(verb, noun, "acl:relcl")


def _set_apart(tree: Branches, place: int, comma: int) -> int:
    """The noun that is told of around a place between commas, or -1: "the plant, in Leeds, which
    opened in 1994, closed"."""
    if place < 2 or comma != place + 1 or tree.tokens[place].tag != "PROPN":
        return -1
    first = place
    while first > 1 and tree.tokens[first - 1].tag == "PROPN":
        first -= 1
    noun = first - 3
    opened = tree.tokens[first - 1].tag == "ADP" and tree.tokens[first - 2].text == ","
    return noun if opened and noun >= 0 and tree.tokens[noun].tag == "NOUN" else -1


def lift(tree: Branches) -> None:
    """Hangs clauses on verbs that hang on a time: "denied on Monday that …", "said in a paper
    published on Monday that …"."""
    if not any(tree.timed):
        return
    for word, head in enumerate(tree.heads):
        if head < 0 or not tree.timed[head] or tree.relation(word) not in _CLAUSES:
            continue
        that = any(tree.heads[k] == word and tree.tokens[k].lemma == THAT for k in range(word))
        while head >= 0 and (
            tree.tokens[head].tag not in ("VERB", "AUX")
            or (that and tree.tokens[head].xpos == "VBN" and tree.relation(head) in _CLAUSES)
        ):
            head = tree.heads[head]
        tree.hang(word, head, "ccomp" if that else "advcl")


def find_person(tree: Branches) -> None:
    """Hangs what "who" or "whose" tells on somebody: on the vet of "a vet at the zoo of Leeds, who
    saw it", on Poe of "the murder of Ana Poe, 34, whose body was found"."""
    for who in tree.words("WP", "WP$"):
        verb = tree.heads[who]
        if tree.tokens[who].xpos == "WP$" and verb > who:
            verb = tree.heads[verb]
        told = verb > who and tree.relation(verb) == "acl"
        noun = tree.heads[verb] if told else -1
        if noun < 0 or noun > who:
            continue
        if tree.tokens[noun].tag in ("PRON", "DET"):
            # "A body was that of Ada Poe, who fled": not the body.
            inner = [k for k in range(noun, who) if tree.heads[k] == noun]
            noun = next((k for k in inner if tree.relation(k) == "nmod"), noun)
            if tree.tokens[noun].tag == "PROPN":
                tree.hang(verb, noun, "acl:relcl")
            continue
        if not _is_somebody(tree, noun) and tree.tokens[who - 1].text == ",":
            # "The resignation of the minister, Ana Poe, who fled": Poe did.
            named = tree.head_of(who - 2)
            near = named > noun and tree.relation(named) in ("nmod", "appos")
            noun = named if near and tree.is_below(named, noun) else noun
        while tree.relation(noun) in ("nmod", "appos") and not _is_somebody(tree, noun):
            noun = tree.heads[noun]
        name = tree.heads[noun] if tree.relation(noun) == "appos" else -1
        if name >= 0 and tree.tokens[name].tag == "NUM" and tree.relation(name) == "appos":
            name = tree.heads[name]  # "Ana Poe, 47, a mayor who fled"
        if name >= 0 and tree.tokens[name].tag == "PROPN" and tree.tokens[noun].tag == "NOUN":
            noun = name
        if noun != tree.heads[verb] and _is_somebody(tree, noun):
            tree.hang(verb, noun, "acl:relcl")


def find_event(tree: Branches) -> None:
    """Hangs what begins or ends on an event, not on its place: "a revolt in the valley that began
    in May"."""
    for verb in tree.hung("acl"):
        noun = tree.heads[verb]
        told = 0 <= noun < verb and tree.is_finite(verb) and tree.tokens[verb].lemma in HAPPENING
        if not told or any(tree.relation(k) == "obj" for k in tree.below(verb)):
            continue
        event = _event_over(tree, noun)
        if event >= 0 and any(tree.tokens[k].xpos in RELATIVE for k in tree.below(verb)):
            tree.hang(verb, event, "acl:relcl")


def _event_over(tree: Branches, noun: int) -> int:
    """The nearest event that a noun which names none hangs on, or -1."""
    place = noun
    while place >= 0 and tree.tokens[place].lemma.lower() not in EVENT_NOUNS:
        place = tree.heads[place] if tree.relation(place) in ("nmod", "appos") else -1
    return place if place != noun else -1


def _is_somebody(tree: Branches, word: int) -> bool:
    """Whether a word is one for persons, or a name that is not of a thing or a place in one."""
    token = tree.tokens[word]
    if token.tag == "PROPN":
        above = tree.heads[word] if tree.relation(word) in ("nmod", "appos") else -1
        return not _is_thing(tree, word) and (above < 0 or not _is_thing(tree, above))
    return token.tag == "NOUN" and names_person(token)


def _is_thing(tree: Branches, word: int) -> bool:
    """Whether a noun is one for things, places or groups."""
    return load_lexicon().entry(tree.tokens[word].lemma.lower()).noun in THINGS


def describe(tree: Branches) -> None:
    """Hangs a relative clause on its noun, if it hangs on none, and its pronoun on its verb: of
    "the shed in which they slept burned" the shed is where they slept."""
    for clause in tree.clauses:
        if clause.link == "relative" and clause.antecedent >= 0:
            _describe(tree, clause)


def _describe(tree: Branches, clause: Clause) -> None:
    """Hangs one relative clause on its noun, and its pronoun on its verb."""
    verb, above, pronoun = clause.head, tree.heads[clause.head], clause.marker
    noun = tree.head_of(clause.antecedent)
    outer = tree.heads[pronoun]
    if tree.tokens[pronoun].xpos in RELATIVE and verb < outer == tree.heads[noun]:
        tree.hang(pronoun, verb, tree.relations[pronoun])
        return
    # "It was Ruiz who opened the port, which burned": the port did.
    between = range(above + 1, noun) if 0 <= above < noun < clause.marker else range(0)
    far = any(tree.tokens[k].tag == "VERB" for k in between)
    named = above >= 0 and tree.tokens[above].xpos.startswith("NNP")  # "United" of "United States"
    verbal = above >= 0 and (far or not (named or tree.tokens[above].tag in NOMINAL))
    # "A firm in Oslo that makes it": the firm does.
    inside = noun < above < clause.marker and tree.tokens[above].tag == "PROPN"
    verbal = verbal or (inside and clause.marker == above + 1)
    if verbal and tree.relation(verb) in _DESCRIBING:
        tree.hang(verb, noun, "acl:relcl")


def describe_what(tree: Branches) -> None:
    """Hangs on a "what" that a preposition or a verb takes what tells of it: "was born in what
    is now Aden"."""
    for clause in tree.clauses:
        _describe_what(tree, clause)


def _describe_what(tree: Branches, clause: Clause) -> None:
    """Hangs one clause on its "what"."""
    what, verb = clause.marker, clause.head
    if what < 0 or tree.tokens[what].xpos != "WP" or tree.heads[what] >= what:
        return
    if tree.relations[verb] == "cop":
        verb = tree.heads[verb]
    taken = tree.relation(what) in ("obl", "nmod") or tree.heads[what] == what - 1
    if taken and tree.heads[what] >= 0 and tree.relation(verb) in _LOOSE:
        tree.hang(verb, what, "acl:relcl")


def say(tree: Branches) -> None:
    """Hangs what is told on the verb, not on whom it was told ("told the town that it won") or on
    what tells where ("said in a book printed in May that it won")."""
    for clause in tree.clauses:
        host = tree.clauses[clause.governor] if clause.governor >= 0 else None
        if clause.link == "content" and host is not None:
            _say(tree, clause, host)


def _say(tree: Branches, clause: Clause, host: Clause) -> None:
    """Hangs what one clause tells on the verb of another."""
    verb, marker = clause.head, clause.marker
    above = tree.heads[verb]
    if not host.head < above < marker:
        return
    told = tree.relation(verb) == "acl" and host.lemma in tree.informing
    where = tree.tokens[above].xpos == "VBN" and tree.relation(above) == "acl"
    stray = told or (where and tree.relation(verb) == "ccomp")
    if stray and tree.tokens[marker].lemma == THAT and tree.has_subject(verb):
        tree.hang(verb, host.head, "ccomp")
