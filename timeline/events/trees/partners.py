"""Mends of verbs that stand beside each other: which goes with which, and what each of them has."""

from __future__ import annotations

from timeline.events.layout.clauses import Clause
from timeline.events.trees.branches import Branches


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
