"""Mends of verbs that stand beside each other: which goes with which, and what each of them has."""

from __future__ import annotations

from timeline.events.layout.clauses import Clause
from timeline.events.trees.branches import NOMINAL, SUBJECTS, Branches


def hand_on(tree: Branches) -> None:
    """Gives an object to the verb just before it: "it broke out and destroyed a third"."""
    for taken in tree.hung("obj"):
        first = tree.heads[taken]
        if not 0 <= first < taken:
            continue
        later = [k for k in tree.below(first) if tree.relation(k) == "conj" and k < taken]
        if not later or tree.tokens[later[-1]].tag != "VERB" or tree.has_subject(later[-1]):
            continue
        between = tree.tokens[first + 1 : later[-1]]
        if all(token.tag in ("CCONJ", "ADV", "AUX") for token in between):
            continue  # "seized and burned the town" share it
        if not any(tree.relation(k) == "obj" for k in tree.below(later[-1])):
            tree.hang(taken, later[-1], "obj")


def pair(tree: Branches) -> None:
    """Sets a verb beside the one that shares its subject: "he fled with a friend, reached it",
    "dockers ended a walkout that began in May and has cost millions"."""
    for clause in tree.clauses:
        if clause.link != "coordinate" or not clause.finite or clause.governor < 0:
            continue
        verb, partner = clause.head, tree.clauses[clause.governor]
        shares = clause.subject is not None and clause.subject == partner.subject
        if not shares or not partner.finite or partner.head > verb:
            continue
        if tree.has_subject(verb):
            continue
        above = tree.heads[verb]
        if above < 0 or above == partner.head or tree.is_relative(verb):
            continue
        relation = tree.relation(verb)
        described = relation == "acl" and tree.tokens[above].tag in NOMINAL
        described = described or (relation == "conj" and tree.timed[above])
        led = tree.tokens[above].xpos in ("VBG", "VB") or tree.is_infinitive(above)
        led = led and relation == "conj"
        astray = led and not tree.is_finite(above) and tree.tokens[verb].xpos in ("VBD", "VBZ")
        noun = tree.tokens[clause.subject[2]] if clause.subject is not None else None
        single = noun is not None and noun.xpos in ("NN", "NNP")
        astray = astray or (relation == "conj" and single and _disagrees(tree, verb, above))
        if described or astray:
            tree.hang(verb, partner.head, "conj")


def _disagrees(tree: Branches, verb: int, other: int) -> bool:
    """Whether a verb in the singular cannot have the subject of another, which is a plural."""
    lead = min([verb, *(k for k in tree.below(verb) if tree.relation(k) in ("aux", "cop"))])
    owner = next((k for k in tree.below(other) if tree.relation(k) in SUBJECTS), -1)
    plural = owner >= 0 and tree.tokens[owner].xpos in ("NNS", "NNPS")
    joined = any(tree.relation(k) == "conj" for k in tree.below(owner))
    return tree.tokens[lead].xpos == "VBZ" and plural and not joined


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


def go_on(tree: Branches) -> None:
    """Sets a verb behind a comma beside the passive that it goes on with: "was built in 1962,
    sold in 1980"."""
    for clause in tree.clauses:
        if clause.link == "coordinate" and clause.marker < 0 and clause.governor >= 0:
            _go_on(tree, clause, tree.clauses[clause.governor])


def _go_on(tree: Branches, clause: Clause, host: Clause) -> None:
    """Sets the verb of one clause beside that of another."""
    loose = tree.relations[clause.head] == "advcl" and not tree.has_subject(clause.head)
    done = clause.tense in ("participle", "past")
    if loose and done and tree.tokens[host.head].xpos == "VBN":
        tree.hang(clause.head, host.head, "conj")


def make_verb(tree: Branches) -> None:
    """Sets a passive beside the one before it that was taken for a word of what somebody was made:
    "was arrested in May and elected mayor in June"."""
    for clause in tree.clauses:
        verb, noun = clause.head, tree.heads[clause.head]
        if clause.link != "coordinate" or tree.relation(verb) != "amod" or noun != verb + 1:
            continue
        host, above = tree.clauses[clause.governor].head, tree.heads[noun]
        if clause.governor < 0 or above != host or tree.relation(noun) != "conj":
            continue
        if tree.tokens[host].xpos == "VBN" and tree.hang(verb, host, "conj"):
            tree.hang(noun, verb, "xcomp")
            for word in tree.below(noun):
                if word < verb or tree.timed[word]:
                    tree.hang(word, verb, tree.relations[word])


def go_on_saying(tree: Branches) -> None:
    """Sets a verb after ", and" beside the verb of saying, unless its helpers are those of what is
    said: "he said it leaked, and left", "he said he had been on duty and had fallen asleep"."""
    for verb in range(2, len(tree.heads)):
        beside = tree.heads[verb]
        if tree.relation(verb) != "conj" or not 0 <= beside < verb or tree.has_subject(verb):
            continue
        told = next((k for k in tree.below(beside) if tree.relation(k) == "ccomp"), -1)
        if beside < told < verb and not _helpers(tree, beside):
            if _helpers(tree, told) & _helpers(tree, verb):
                tree.hang(verb, told, "conj")
            continue
        inner = tree.relations[beside] in ("ccomp", "advcl") and tree.heads[beside] < beside
        parted = any(
            tree.relations[k] == "cc" and k and tree.tokens[k - 1].text == ","
            for k in tree.below(verb)
        )
        own = tree.tokens[verb].xpos != "VB" or tree.is_finite(verb)
        own = own and not _helpers(tree, beside) & _helpers(tree, verb)
        if inner and parted and own and tree.tokens[verb].tag == "VERB":
            tree.hang(verb, tree.heads[beside], "conj")


def _helpers(tree: Branches, verb: int) -> set[str]:
    """The auxiliaries of a verb, as they stand there."""
    return {tree.tokens[k].text.lower() for k in tree.below(verb) if tree.relation(k) == "aux"}
