"""Mends what a parser takes apart: verbs that it gave to the wrong noun, marks it took for others.

Each of these looks at the tree alone and at the order of its words; what asks for clauses is done
in `mending`.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.trees.branches import NOMINAL, Branches
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


def free(tree: Branches) -> None:
    """Gives a noun its verb back that was taken for a part of its relative clause.

    Of "the cabinet that proposed it fell" it is the cabinet that fell.
    """
    for word in tree.hung("xcomp", "ccomp", "advcl", "conj", start=3):
        inner = tree.heads[word]
        noun = tree.heads[inner] if inner >= 0 else -1
        if noun < 0 or not noun < inner < word:
            continue
        told = tree.relations[inner].startswith("acl") and any(
            tree.tokens[k].xpos in ("WDT", "WP") for k in range(noun + 1, inner)
        )
        plain = all(tree.tokens[k].tag not in ("CCONJ", "PUNCT") for k in range(inner, word))
        if not told or not plain or not tree.is_finite(word) or tree.has_subject(word):
            continue
        if tree.is_marked(word):
            continue
        kind = _FREED.get(tree.relation(noun))
        verb = tree.heads[noun]
        while verb >= 0 and tree.tokens[verb].tag not in ("VERB", "AUX"):
            verb = tree.heads[verb]
        if kind is None or verb > noun:
            continue
        tree.heads[word], tree.relations[word] = verb, kind if verb >= 0 else "root"
        tree.heads[noun], tree.relations[noun] = word, "nsubj"
        for k in tree.below(noun):
            if k < noun and tree.relation(k) in ("cc", "punct"):
                tree.heads[k] = word


def reduce(tree: Branches) -> None:
    """Makes a participle of a "verb" that another one with a tense follows.

    In "the letters found there showed it" the letters showed it; of "it broke up: two men
    stayed" the second part stands by itself.
    """
    for word in tree.words("VBD", start=2):
        first = tree.heads[word]
        if tree.relation(word) not in _EATEN or first < 0 or first > word or tree.has_subject(word):
            continue
        if tree.is_marked(word) or tree.tokens[first].xpos not in ("VBD", "VBN"):
            continue
        between = range(first + 1, word)
        taken = [k for k in between if tree.heads[k] == first and tree.relation(k) == "obj"]
        parted = any(tree.tokens[k].text in (":", ";") for k in between)
        if taken and parted and tree.tokens[taken[-1]].tag in NOMINAL:
            tree.heads[taken[-1]], tree.relations[taken[-1]] = word, "nsubj"
            tree.relations[word] = "parataxis"
            continue
        subject = tree.noun_subject(first)
        whole = all(tree.tokens[k].tag not in ("PUNCT", "CCONJ", "SCONJ") for k in between)
        beside = subject >= 0 and tree.head_of(first - 1) == subject and not taken
        if beside and whole and not any(tree.tokens[k].tag == "AUX" for k in between):
            tree.heads[word], tree.relations[word] = tree.heads[first], tree.relations[first]
            tree.heads[subject] = word
            tree.heads[first], tree.relations[first] = subject, "acl"
            tree.reduced.add(first)
            for k in tree.below(first):
                if k < subject or k > word:
                    tree.heads[k] = word


def line_up(tree: Branches) -> None:
    """Sets a verb without a subject beside the one before it: "it cut nine jobs, closed a mill".

    It does not stand beside a noun: "they staged a strike and have called another".
    """
    for word in tree.hung("conj", "parataxis", start=3):
        first, relation = tree.heads[word], tree.relation(word)
        if relation == "conj" and tree.tokens[word].tag == "VERB":
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
            continue
        beside = relation == "parataxis" and 0 <= first < word
        if not beside or tree.tokens[word - 1].text != "," or tree.has_subject(word):
            continue
        taken = any(tree.relation(k) == "obj" for k in tree.below(word))
        past = tree.tokens[word].xpos == "VBD" or (tree.tokens[word].xpos == "VBN" and taken)
        if past and tree.tokens[first].xpos == "VBD" and tree.has_subject(first):
            tree.relations[word] = "conj"


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


def settle(tree: Branches, timed: Sequence[bool]) -> None:
    """Makes the adjective the predicate, not the time after it: "a hearing is due on 9 May"."""
    for adjective in tree.words("ADJ"):
        time = tree.heads[adjective]
        taken = tree.relation(adjective) in ("case", "conj", "advmod")
        if not taken or time < adjective or not timed[time] or timed[adjective]:
            continue
        verb = adjective - 1
        if tree.heads[time] == verb >= 0 and tree.tokens[verb].tag == "VERB":
            # "The loan falls due in June"
            tree.hang(adjective, verb, "xcomp")
            continue
        near = [k for k in (*tree.below(time), *tree.below(adjective)) if k < adjective]
        if not any(tree.relation(k) == "cop" for k in near):
            continue
        joined = any(tree.relation(k) == "cc" for k in near) and tree.heads[time] >= 0
        tree.heads[adjective] = tree.heads[time]
        tree.relations[adjective] = "conj" if joined else tree.relations[time]
        for word in tree.below(time):
            if not timed[word] and word != adjective:
                tree.heads[word] = adjective
        tree.heads[time], tree.relations[time] = adjective, "obl"
        for word in tree.below(adjective):
            if tree.relation(word) == "fixed":
                tree.heads[word], tree.relations[word] = time, "case"


def part(tree: Branches, timed: Sequence[bool]) -> None:
    """Keeps an adverb with its verb that stands before a time: "passed by in the summer"."""
    for word in tree.words("ADP", start=1, beyond=1):
        verb, after = tree.tokens[word - 1], word + 1
        pair = tree.tokens[after].tag == "ADP"
        if pair and verb.tag == "VERB" and timed[after] and not timed[word]:
            tree.hang(word, word - 1, "compound:prt")
        # "Came from behind on Saturday", "came from behind to win"
        beside = verb.tag == "ADP" and word > 1
        beside = beside and tree.tokens[word - 2].tag == "VERB" and not timed[word]
        ends = timed[after] or tree.tokens[after].xpos in ("TO", ",", ".")
        if beside and ends and tree.hang(word, word - 2, "advmod"):
            tree.hang(word - 1, word, "case")


def chain(tree: Branches) -> None:
    """Sets a verb beside the one before it where a comma alone stands for "and": "He studied law,
    was called to the bar and became a judge"."""
    for word in tree.hung("parataxis", "advcl"):
        head = tree.heads[word]
        if not 0 <= head < word or not (tree.is_finite(word) and tree.is_finite(head)):
            continue
        if tree.has_subject(word) or not tree.has_subject(head) or tree.is_marked(word):
            continue
        below = tree.below(word)
        helpers = [k for k in below if tree.relation(k) in ("aux", "cop")]
        first = min([word, *helpers, *(k for k in below if tree.relation(k) == "advmod")])
        past = {tree.tokens[k].xpos for k in (first, word)} & {"VBD"}
        # "Armies, led by the Swiss" is no verb with a tense, whatever its tag.
        led = not helpers and any(tree.relations[k] == "obl:agent" for k in below)
        # Who said something and who did what was said may be two.
        said = any(tree.relation(k) == "ccomp" for k in tree.below(head))
        if past and not (led or said) and tree.tokens[first - 1].text == ",":
            tree.relations[word] = "conj"


def find_told(tree: Branches) -> None:
    """Hangs relative clauses on what they tell of, be it somebody or a thing."""
    find_person(tree)
    find_thing(tree)
    find_other(tree)


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


def find_thing(tree: Branches) -> None:
    """Hangs what "which" tells on a thing: on the diary of "the diary of the surgeon, Dr Poe, which
    was found"."""
    for which in tree.words("WDT"):
        verb = tree.heads[which]
        told = verb > which and tree.relation(verb) == "acl"
        name = tree.heads[verb] if told else -1
        beside = 0 <= name < which and tree.relation(name) == "appos"
        noun = tree.heads[name] if beside and tree.tokens[name].tag == "PROPN" else -1
        if not any(is_title(tree.tokens[k]) for k in range(noun, name)):
            continue
        while tree.relation(noun) == "nmod" and is_title(tree.tokens[noun]):
            noun = tree.heads[noun]
        if tree.is_phrase(noun) and not is_title(tree.tokens[noun]):
            tree.hang(verb, noun, "acl:relcl")


def find_other(tree: Branches) -> None:
    """Hangs a relative clause on no noun that was told before, and on a name rather than on what it
    is: of "Karst — the port in the same province that rebels took" on Karst.

    What begins or ends is a revolt, not its place: "a revolt in the valley that began in May".
    """
    for verb in tree.hung("acl"):
        noun = tree.heads[verb]
        told = 0 <= noun < verb and tree.is_finite(verb)
        if not told or not any(tree.tokens[k].xpos in RELATIVE for k in tree.below(verb)):
            continue
        event = _event_over(tree, noun)
        alone = not any(tree.relation(k) == "obj" for k in tree.below(verb))
        if event >= 0 and alone and tree.tokens[verb].lemma in HAPPENING:
            tree.hang(verb, event, "acl:relcl")
            continue
        same = any(tree.tokens[k].lemma == _SAME for k in tree.below(noun))
        if same and tree.relation(noun) == "nmod":
            noun = tree.heads[noun]
            tree.hang(verb, noun, "acl:relcl")
        # "Thalia, a discovery that could change much": no moon is that.
        known = any(tree.tokens[k].lemma.lower() == _DEFINITE for k in tree.below(noun))
        name = tree.heads[noun] if known and tree.relation(noun) == "appos" else -1
        if 0 <= name < noun and tree.tokens[name].tag == "PROPN":
            tree.hang(verb, name, "acl:relcl")


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


def strand(tree: Branches, timed: Sequence[bool]) -> None:
    """Gives a passive the preposition that is no time's: "was broken into overnight"."""
    for word in tree.words("ADP", start=1, beyond=1):
        verb, time = word - 1, tree.heads[word]
        if (
            tree.relation(word) != "case"
            or timed[word]
            or not timed[word + 1]
            or not timed[time]
            or time < word
        ):
            continue
        passive = tree.tokens[verb].xpos == "VBN" and any(
            tree.relation(k) == "aux" and tree.tokens[k].lemma == "be" for k in tree.below(verb)
        )
        if passive and tree.heads[time] == verb:
            tree.hang(word, verb, "compound:prt")


def fill(tree: Branches) -> None:
    """Hangs what is said or asked on the verb before it: "ruling that the levy was void"."""
    for mark in range(1, len(tree.heads) - 2):
        if tree.tokens[mark].lemma not in _CONTENT:
            continue
        at = mark - 1
        if tree.tokens[at].tag == "ADP":
            at -= 1
        if at < 0 or tree.tokens[at].tag != "VERB":
            continue
        clause = tree.heads[mark]
        if tree.relation(mark) == "det" and tree.relation(clause) == "nsubj":
            clause = tree.heads[clause]
        stray = clause >= 0 and tree.relation(clause) == "advcl"
        if not stray or clause < mark or tree.heads[clause] not in (at, tree.heads[at]):
            continue
        if (tree.heads[clause] == at or tree.is_finite(clause)) and tree.hang(clause, at, "ccomp"):
            tree.hang(mark, clause, "mark")
