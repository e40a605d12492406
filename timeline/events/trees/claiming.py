"""Mends trees where a verb has lost its subject, or a noun its place, to what stands near by.

Each of these looks at the tree alone and at the order of its words.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.trees.branches import NOMINAL, SUBJECTS, Branches
from timeline.sentences import FINITE
from timeline.sentences.vocabulary import BRINGING_ABOUT, PAIRING, SUBORDINATORS, WITH

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
    do(tree)
    keep_to_subject(tree, timed)
    pair_up(tree)
    share_out(tree)
    find_finding(tree)
    claim(tree, timed)
    count_on(tree)
    take_part(tree)
    keep_particle(tree)
    name_subject(tree)
    go_on(tree, timed)
    go_along(tree)
    set_with(tree)
    describe(tree)


def do(tree: Branches) -> None:
    """Makes a verb of a participle with an auxiliary that a parser set before a noun like an
    adjective: "rain is hampering rescuers"."""
    for verb in tree.words("VBG", start=1, beyond=1):
        noun = tree.heads[verb]
        modifies = tree.relation(verb) == "amod" and noun > verb
        helpers = [k for k in tree.below(verb) if tree.relation(k) == "aux"] if modifies else []
        if not helpers or not tree.is_finite(verb):
            continue
        above, relation = tree.heads[noun], tree.relations[noun]
        loose = relation if above < 0 or tree.relation(noun) in _CLAUSAL else "parataxis"
        tree.heads[verb], tree.relations[verb] = above, loose
        tree.heads[noun], tree.relations[noun] = verb, "obj"


def share_out(tree: Branches) -> None:
    """Makes no subject of an "each" behind an auxiliary: "two of them were each given a year"."""
    for word in tree.words("DT", start=2, beyond=1):
        verb, token = tree.heads[word], tree.tokens[word]
        floats = (token.tag, token.xpos) == _EACH and tree.relation(word) == "nsubj"
        if not floats or verb <= word or tree.tokens[word - 1].tag != "AUX":
            continue
        before = [k for k in tree.below(verb) if k < word - 1 and tree.is_phrase(k)]
        if before and tree.tokens[0].tag != "AUX":
            tree.relations[word] = "advmod"
            tree.relations[before[-1]] = "nsubj"


def find_finding(tree: Branches) -> None:
    """Makes a verb of a participle that has a "that" behind it: "a report found that it leaked".

    What is said of a noun by a participle alone takes no such clause.
    """
    for word in tree.words("VBN", start=1, beyond=2):
        noun = tree.heads[word]
        if (
            tree.relation(word) != "acl"
            or not 0 <= noun < word
            or any(tree.relation(k) in ("aux", "cop") for k in tree.below(word))
        ):
            continue
        told = [k for k in tree.below(word) if tree.relation(k) == "ccomp" and k > word]
        if not told or not any(
            tree.tokens[k].lemma == "that" and k > word for k in tree.below(told[0])
        ):
            continue
        above, relation = tree.heads[noun], tree.relation(noun)
        alone = above < 0 or (relation == "conj" and tree.tokens[above].tag in ("VERB", "AUX"))
        if not alone or tree.has_subject(noun):
            continue
        tree.heads[word], tree.relations[word] = above, tree.relations[noun]
        tree.heads[noun], tree.relations[noun] = word, "nsubj"
        for k in tree.below(noun):
            if tree.relation(k) in ("cc", "punct", "advmod") or k > word:
                tree.heads[k] = word


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


def count_on(tree: Branches) -> None:
    """Hangs a noun in "-ing" on the one before its "of": "declared three days of mourning"."""
    for word in tree.words("VBG", start=3):
        noun, above = word - 2, tree.heads[word]
        bare = tree.tokens[word - 1].lemma == "of"
        beside = tree.relation(word) == "advcl" and above == tree.heads[noun]
        described = tree.relation(word) == "acl" and above == noun
        if not bare or not (beside or described) or tree.relation(noun) != "obj":
            continue
        if not any(tree.relation(k) in ("obj", "xcomp", "ccomp") for k in tree.below(word)):
            tree.hang(word, noun, "nmod")


def keep_particle(tree: Branches) -> None:
    """Leaves a particle with the participle before it: "found the car burnt out"."""
    for word in tree.words("RP", start=2):
        state, verb = word - 1, tree.heads[word]
        if 0 <= verb < state and tree.heads[state] == verb and tree.relation(state) == "xcomp":
            tree.hang(word, state, "compound:prt")


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


def go_on(tree: Branches, timed: Sequence[bool]) -> None:
    """Gives a participle behind a comma to the sentence's subject, not to where something is: "they
    marched to the port, waving flags", "Acme Inc., Leeds, Kent, facing losses, sold it"."""
    for verb in tree.words("VBG", start=4):
        noun = tree.heads[verb]
        if (
            tree.relation(verb) != "acl"
            or tree.tokens[verb - 1].text != ","
            or not 0 <= noun < verb
        ):
            continue
        if tree.relation(noun) == "appos":
            owner = tree.heads[noun]
            beside = [k for k in tree.below(owner) if tree.relation(k) == "appos"]
            if any(noun < k < verb for k in beside):
                tree.hang(verb, owner, "acl")
            continue
        above = tree.heads[noun]
        placed = tree.relation(noun) == "obl" and above >= 0 and tree.tokens[above].tag == "VERB"
        if placed and tree.is_finite(above) and tree.has_subject(above) and not timed[noun]:
            tree.hang(verb, above, "advcl")


def name_subject(tree: Branches) -> None:
    """Makes a noun the subject whose name a parser took for it: "talks resumed after the chairman,
    Ana Poe, who had opposed them, retired"."""
    for verb in tree.hung("parataxis", "conj", "advcl", start=6):
        host, name = tree.heads[verb], tree.noun_subject(verb)
        if (
            not 0 <= host < name < verb
            or tree.tokens[name].tag != "PROPN"
            or tree.tokens[name - 1].text != ","
        ):
            continue
        noun = tree.head_of(name - 2)
        case = next((k for k in tree.below(noun) if tree.relation(k) == "case" and k < noun), -1)
        told = tree.heads[noun] == host < case and tree.tokens[noun].tag == "NOUN"
        if not told or tree.tokens[case].text not in SUBORDINATORS:
            continue
        if tree.tokens[verb - 1].text == "," and tree.is_finite(verb):
            tree.relations[verb] = "advcl"
            tree.hang(noun, verb, "nsubj")
            tree.hang(case, verb, "mark")
            tree.hang(name, noun, "appos")


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


def go_along(tree: Branches) -> None:
    """Hangs a "…ing" behind a comma on the verb before: "it kept its gains, taking Leeds", and one
    behind an "and" on the one before: "building a wall and closing the road"."""
    for word in tree.words("VBG", start=3):
        noun = tree.heads[word]
        if tree.relation(word) == "conj" and noun < word:
            others = [k for k in tree.below(noun) if noun < k < word]
            others = [k for k in others if tree.tokens[k].xpos == "VBG" != tree.tokens[noun].xpos]
            if others and all(tree.relation(k) == "advcl" for k in others):
                tree.hang(word, others[-1], "conj")
            continue
        if (
            tree.relation(word) != "acl"
            or not 0 <= noun < word
            or tree.tokens[word - 1].text != ","
        ):
            continue
        while tree.relation(noun) in ("nmod", "conj", "appos") and tree.heads[noun] >= 0:
            noun = tree.heads[noun]
        verb = tree.heads[noun]
        taken = tree.relation(noun) in ("obj", "obl", "xcomp")
        if taken and 0 <= verb < noun and tree.is_finite(verb):
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


def pair_up(tree: Branches) -> None:
    """Leaves two sides together: "after talks between the council and the union broke down"."""
    for between in range(1, len(tree.heads) - 3):
        if tree.tokens[between].text != PAIRING:
            continue
        one = tree.heads[between]
        link = next(
            (k for k in range(one + 1, len(tree.heads)) if tree.tokens[k].tag != "PUNCT"), -1
        )
        talks = tree.heads[one] if one > between else -1
        if talks < 0 or link < 0 or tree.tokens[link].tag != "CCONJ" or not tree.is_phrase(talks):
            continue
        verb = tree.heads[link]
        other = tree.noun_subject(verb)
        if not link < other < verb or tree.relation(verb) != "conj" or not tree.is_finite(verb):
            continue
        above = tree.heads[talks]
        case = next((k for k in tree.below(talks) if tree.relation(k) == "case"), -1)
        if case < 0 or tree.tokens[case].text not in SUBORDINATORS or above < 0:
            continue
        if tree.is_below(above, verb):
            continue
        tree.hang(other, one, "conj")
        tree.hang(link, other, "cc")
        tree.heads[verb], tree.relations[verb] = above, "advcl"
        tree.hang(talks, verb, "nsubj")
        tree.hang(case, verb, "mark")
