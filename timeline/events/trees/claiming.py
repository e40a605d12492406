"""Mends trees where a verb has lost its subject, or a noun its place, to what stands near by.

Each of these looks at the tree alone and at the order of its words.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.trees.branches import NOMINAL, SUBJECTS, Branches
from timeline.sentences import FINITE
from timeline.sentences.vocabulary import BRINGING_ABOUT, WITH

#: What a subject may hold that stands right behind an "and".
_IN_SUBJECT = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})
#: What may be a part of what a relative pronoun stands for.
_PARTS = frozenset({"NUM", "DET", "PRON", "NOUN", "ADJ"})
#: How a clause may hang on a verb.
_CLAUSAL = frozenset({"ccomp", "conj", "advcl", "parataxis"})
#: How what counts each of several may be tagged.
_EACH = ("DET", "DT")


def reclaim(tree: Branches, timed: Sequence[bool]) -> None:
    """Gives verbs their subjects back, and nouns and particles their places."""
    keep_to_subject(tree, timed)
    claim(tree, timed)
    take_part(tree)
    go_along(tree, timed)
    set_with(tree)
    describe(tree)


def claim(tree: Branches, timed: Sequence[bool]) -> None:
    """Gives a verb behind ", and" the noun between the two: "put it up for sale, and Poe left".

    No noun stands beside a verb that follows it, even where more lies between ("and Poe at once
    left"), nor is it part of a time ("and by May bread had gone").
    """
    for noun in tree.hung("conj"):
        verb = tree.heads[noun]
        follows = verb > noun and tree.is_phrase(noun)
        if follows and tree.is_finite(verb) and not tree.has_subject(verb):
            tree.relations[noun] = "nsubj"
            if tree.relation(verb) == "advcl" and not tree.is_marked(verb):
                tree.relations[verb] = "conj"
    for noun in tree.hung("obl"):
        verb, time = tree.heads[noun], noun - 1
        if not 0 < noun < verb or tree.heads[time] != noun or not timed[time] or timed[noun]:
            continue
        cases = [k for k in tree.below(noun) if tree.relation(k) == "case" and k < noun]
        led = cases and cases[-1] < time and all(timed[k] for k in range(cases[-1] + 1, noun))
        if led and tree.is_finite(verb) and not tree.has_subject(verb):
            tree.relations[noun] = "nsubj"
            for k in tree.below(noun):
                if k < time:
                    tree.hang(k, time, tree.relations[k])
            tree.hang(time, verb, "obl")
    for verb in tree.words("VBD", "VBZ", start=4):
        if tree.relation(verb) != "conj":
            continue
        links = [k for k in tree.below(verb) if tree.relation(k) == "cc" and k < verb]
        if not links or tree.tokens[links[-1] - 1].text != "," or tree.has_subject(verb):
            continue
        between = range(links[-1] + 1, verb)
        plain = all(tree.tokens[k].tag in _IN_SUBJECT and not timed[k] for k in between)
        if not between or not plain or tree.tokens[verb - 1].tag not in NOMINAL:
            continue
        noun = verb - 1
        while tree.heads[noun] in between:
            noun = tree.heads[noun]
        if tree.heads[noun] < between.start and tree.hang(noun, verb, "nsubj"):
            for k in between:
                if k != noun and tree.heads[k] not in between:
                    tree.hang(k, noun, "compound")


def take_part(tree: Branches) -> None:
    """Makes a part of what was told the subject of what is told of it: "two mills, one of which,
    in Leeds, closed"."""
    for which in tree.words("WDT", "WP", start=4, beyond=1):
        part, comma = which - 2, which - 3
        opens = tree.tokens[which - 1].lemma == "of"
        if not opens or tree.tokens[comma].text != "," or tree.tokens[part].tag not in _PARTS:
            continue
        noun = tree.head_of(comma - 1)
        while tree.relation(noun) in ("flat", "compound"):
            noun = tree.heads[noun]
        after = range(which + 1, len(tree.heads))
        verb = next((k for k in after if tree.tokens[k].xpos in FINITE), -1)
        if tree.relation(verb) in ("aux", "cop"):
            verb = tree.heads[verb]
        free = verb > which and tree.is_phrase(noun) and not tree.is_below(noun, verb)
        subjects = [k for k in tree.below(verb) if tree.relation(k) in SUBJECTS] if free else []
        if not free or any(which < k < verb for k in subjects) or tree.heads[verb] < 0:
            continue
        for subject in subjects:
            tree.relations[subject] = "dislocated"
        if tree.is_below(verb, part):
            tree.heads[verb] = tree.heads[part]
        if tree.hang(verb, noun, "acl:relcl") and tree.hang(part, verb, "nsubj"):
            tree.hang(which, part, "nmod")
            tree.hang(which - 1, which, "case")
            _close(tree, verb, noun)


def _close(tree: Branches, verb: int, noun: int) -> None:
    """Gives what goes on behind a comma to the clause above: ", one of which shut, and sold it"."""
    above = tree.heads[noun]
    while above >= 0 and tree.tokens[above].tag != "VERB":
        above = tree.heads[above]
    for word in tree.below(verb):
        if tree.relation(word) == "conj" and any(
            tree.relation(k) == "cc" and tree.tokens[k - 1].text == "," for k in tree.below(word)
        ):
            tree.hang(word, above, "conj")


def let_in(tree: Branches) -> None:
    """Hangs a participle between commas on its noun, which is the subject of the verb behind it:
    "why fears, first raised in May, were ignored"."""
    for verb in tree.words("VBN", start=3, beyond=2):
        main, below = tree.heads[verb], tree.below(verb)
        bare = main > verb and not tree.has_subject(main)
        if not bare or any(tree.relation(k) in ("aux", "cop", "cc") for k in below):
            continue
        noun = next((k for k in below if tree.relation(k) == "nsubj" and k < verb), -1)
        opens = (
            [k for k in range(noun + 1, verb) if tree.tokens[k].text == ","] if noun >= 0 else []
        )
        first = min([main, *(k for k in tree.below(main) if tree.relation(k) in ("aux", "cop"))])
        closed = first > verb and tree.tokens[first - 1].text == ","
        if not opens or not closed or not tree.is_finite(main):
            continue
        tree.heads[noun], tree.relations[noun] = main, "nsubj"
        tree.heads[verb], tree.relations[verb] = noun, "acl"
        for k in (*below, *tree.below(noun)):
            if k < noun and (k in below or tree.tokens[k].xpos == "WRB"):
                tree.heads[k] = main


def go_along(tree: Branches, timed: Sequence[bool]) -> None:
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
            _go_along(tree, word, timed)


def _go_along(tree: Branches, word: int, timed: Sequence[bool]) -> None:
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
        fronted = noun == placed and tree.relation(noun) == "obl" and not timed[noun]
        if verb < noun or (fronted and tree.has_subject(verb)):
            tree.hang(word, verb, "advcl")
    elif any(tree.relation(k) == "cop" for k in tree.below(noun)):
        tree.hang(word, noun, "advcl")


def set_with(tree: Branches) -> None:
    """Makes what stands behind a "with" the subject of its participle: "sales rose, with exports
    growing by a tenth"."""
    for case, noun in enumerate(tree.heads):
        if tree.tokens[case].text != WITH or tree.relation(case) != "case" or noun < case:
            continue
        verb = tree.heads[noun]
        doing = verb > noun and tree.tokens[verb].xpos in ("VBG", "VBN")
        if not doing or tree.relation(noun) not in ("obl", "nmod") or tree.has_subject(verb):
            continue
        inside = (k for k in range(len(tree.heads)) if tree.is_below(k, verb))
        first = next(k for k in inside if tree.tokens[k].tag != "PUNCT")
        if tree.relation(verb) in ("advcl", "acl") and first == case and not tree.is_finite(verb):
            tree.heads[case], tree.relations[case] = verb, "mark"
            tree.relations[noun] = "nsubj"


def describe(tree: Branches) -> None:
    """Makes a participle right behind the object of a verb describe it: "to answer questions sent
    by post", not "found the car burnt out"."""
    for word in range(2, len(tree.heads)):
        verb, noun = tree.heads[word], tree.head_of(word - 1)
        stray = tree.relation(word) == "xcomp" and tree.tokens[word].xpos == "VBN"
        if not stray or tree.heads[noun] != verb or tree.relation(noun) != "obj":
            continue
        named = tree.tokens[noun].tag in ("NOUN", "PROPN") and tree.tokens[word - 1].tag == "NOUN"
        taken = any(tree.relation(k) == "obj" for k in tree.below(word))
        if named and not taken and tree.tokens[verb].lemma not in BRINGING_ABOUT:
            tree.heads[word], tree.relations[word] = noun, "acl"


def keep_to_subject(tree: Branches, timed: Sequence[bool]) -> None:
    """Hangs on a subject what stands right behind it: "the dispute in Leeds, in 1989, lasted"."""
    for word in tree.hung("obl", start=2):
        verb = tree.heads[word]
        if verb <= word or timed[word]:
            continue
        subject = tree.noun_subject(verb)
        cases = [k for k in tree.below(word) if tree.relation(k) == "case" and k < word]
        first = min([word, *cases, *(k for k in tree.below(word) if k < word)])
        beside = 0 <= subject < first and tree.is_below(first - 1, subject)
        beside = beside and tree.tokens[first - 1].tag in NOMINAL and not timed[first - 1]
        if not beside or not cases or cases[0] != first:
            continue
        plain = all(
            timed[k] or tree.tokens[k].tag in ("PUNCT", "ADP", "ADV", "AUX")
            for k in range(word + 1, verb)
        )
        if plain and all(tree.tokens[k].tag in _IN_SUBJECT for k in range(first + 1, word)):
            tree.hang(word, subject, "nmod")
