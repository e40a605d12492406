"""Mends what a parser takes apart: verbs that it gave to the wrong noun, marks it took for others.

Each of these looks at the tree alone and at the order of its words; what asks for clauses is done
in `mending`.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.trees.branches import Branches
from timeline.events.trees.wholes import THINGS, is_title
from timeline.sentences import RELATIVE
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.vocabulary import EVENT_NOUNS, HAPPENING

_NAMING = frozenset({"NOUN", "PROPN", "SYM"})
#: What a verb is that a noun gets back, by what the noun was.
_FREED = {"conj": "conj", "obj": "ccomp", "root": "root"}
#: How a main verb hangs on a participle that was taken for it.
_EATEN = frozenset({"xcomp", "ccomp", "conj"})
#: What tells that a noun is one told before.
_SAME, _DEFINITE = "same", "the"
#: Conjunctions that open what is said, thought or asked.
_CONTENT = frozenset({"that", "whether"})


def line_up(tree: Branches) -> None:
    """Sets a verb without a subject beside the verb before it, not beside a noun: "they staged a
    strike and have called another"."""
    for word in tree.hung("conj", start=3):
        first = tree.heads[word]
        if tree.tokens[word].tag != "VERB":
            continue
        if not tree.is_phrase(first) or tree.has_subject(first):
            continue
        verb = tree.heads[first]
        while verb >= 0 and tree.tokens[verb].tag != "VERB":
            verb = tree.heads[verb]
        between = [tree.tokens[k] for k in range(verb + 1, word)]
        near = not any(token.tag == "VERB" or token.text in (",", ";") for token in between)
        # "Were given three years and barred from office"
        alike = verb >= 0 and tree.tokens[word].xpos == tree.tokens[verb].xpos == "VBN"
        sure = near and not tree.has_subject(word)
        sure = sure and (tree.is_finite(word) or (alike and tree.is_finite(verb)))
        if sure and 0 <= verb < first and tree.has_subject(verb):
            tree.hang(word, verb, "conj")


def attach(tree: Branches, timed: Sequence[bool]) -> None:
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
        stray = above >= 0 and (timed[above] or tree.tokens[above].tag in ("VERB", "AUX"))
        # "She was no party to the suit, in which a jury ruled"
        thing = above >= 0 and tree.tokens[pronoun].xpos == "WDT"
        stray = stray or (thing and any(tree.relation(k) == "cop" for k in tree.below(above)))
        if not stray or tree.relation(verb) not in ("acl", "advcl"):
            continue
        nouns = (k for k in range(comma, -1, -1) if tree.tokens[k].tag in _NAMING)
        noun = next((k for k in nouns if not timed[k]), -1)
        while noun >= 0 and tree.relation(noun) in ("compound", "flat", "nmod"):
            counted = any(tree.relation(k) == "nummod" for k in tree.below(noun))
            if tree.relation(noun) == "nmod" and not counted:
                break
            noun = tree.heads[noun]
        tree.hang(verb, noun, "acl:relcl")


def entitle(tree: Branches) -> None:
    """Hangs a noun right before a subject on it: "harbour operator Acme said"."""
    for word in tree.hung("nsubj", start=1):
        verb = tree.heads[word]
        if tree.tokens[word].tag not in _NAMING:
            continue
        if not any(tree.heads[k] == verb and tree.relation(k) == "nsubj" for k in range(word)):
            continue
        first = min(k for k in range(word + 1) if tree.is_below(k, word))
        before = tree.head_of(first - 1) if first else -1
        beside = 0 <= before < first and tree.heads[before] == verb
        if beside and tree.relation(before) == "nsubj" and tree.tokens[before].tag in _NAMING:
            tree.hang(before, word, "compound")


def chain(tree: Branches) -> None:
    """Sets a verb beside the one before it where a comma alone stands for "and": "He studied law,
    was called to the bar and became a judge", "it cut nine jobs, closed a mill"."""
    for word in tree.hung("parataxis", "advcl"):
        head = tree.heads[word]
        if not 0 <= head < word or not tree.is_finite(head) or not tree.has_subject(head):
            continue
        below = tree.below(word)
        # "Closed a mill" has its past tense, whatever its tag.
        taking = tree.tokens[word].xpos == "VBN" and any(tree.relation(k) == "obj" for k in below)
        if not tree.is_finite(word) and not (taking and tree.relation(word) == "parataxis"):
            continue
        if tree.has_subject(word) or tree.is_marked(word):
            continue
        helpers = [k for k in below if tree.relation(k) in ("aux", "cop")]
        first = min([word, *helpers, *(k for k in below if tree.relation(k) == "advmod")])
        past = taking or "VBD" in (tree.tokens[first].xpos, tree.tokens[word].xpos)
        # "Armies, led by the Swiss" is no verb with a tense.
        led = not helpers and any(tree.relations[k] == "obl:agent" for k in below)
        # Who said something and who did what was said may be two, so may what a clause between
        # tells of: "she was cut in the blast, which hit the bank, shattered its glass".
        between = range(head + 1, first)
        other = any(tree.tokens[k].tag == "VERB" and tree.has_subject(k) for k in between)
        if past and not (led or other) and tree.tokens[first - 1].text == ",":
            tree.relations[word] = "conj"


def find_told(tree: Branches) -> None:
    """Hangs relative clauses on what they tell of, be it somebody or a thing."""
    find_person(tree)
    find_event(tree)


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
            at = who - 2
            if tree.tokens[at].tag == "NUM" and tree.tokens[at - 1].text == ",":
                at -= 2
            named = tree.head_of(at)
            while tree.relation(named) == "flat":
                named = tree.heads[named]
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
    return token.tag == "NOUN" and is_title(token)


def _is_thing(tree: Branches, word: int) -> bool:
    """Whether a noun is one for things, places or groups."""
    return load_lexicon().entry(tree.tokens[word].lemma.lower()).noun in THINGS
