"""Mends of phrases: nouns, numbers, prepositions and particles that hang on the wrong word."""

from __future__ import annotations

from timeline.events.trees.branches import NOMINAL, SUBJECTS, Branches
from timeline.sentences import NAMING
from timeline.sentences.vocabulary import OF, THAN

_COMMON = frozenset({"NN", "NNS"})
#: What a phrase may hold behind its preposition.
_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})


def keep_to_subject(tree: Branches) -> None:
    """Hangs on a subject what stands right behind it: "the dispute in Leeds, in 1989, lasted"."""
    for word in tree.hung("obl", start=2):
        verb = tree.heads[word]
        if verb <= word or tree.timed[word]:
            continue
        subject = tree.noun_subject(verb)
        cases = [k for k in tree.below(word) if tree.relation(k) == "case" and k < word]
        first = min([word, *cases, *(k for k in tree.below(word) if k < word)])
        beside = 0 <= subject < first and tree.is_below(first - 1, subject)
        beside = beside and tree.tokens[first - 1].tag in NOMINAL and not tree.timed[first - 1]
        if not beside or not cases or cases[0] != first:
            continue
        plain = all(
            tree.timed[k] or tree.tokens[k].tag in ("PUNCT", "ADP", "ADV", "AUX")
            for k in range(word + 1, verb)
        )
        if plain and all(tree.tokens[k].tag in _INSIDE for k in range(first + 1, word)):
            tree.hang(word, subject, "nmod")


def name_kin(tree: Branches) -> None:
    """Sets a name beside somebody's relative or friend right before it: "deposed by his brother
    John in 1568"."""
    for name in tree.words("PROPN", start=2):
        kin = name - 1
        strays = tree.relation(name) in ("parataxis", "nsubj", "dislocated", "obl", "dep")
        if tree.tokens[kin].xpos != "NN" or not strays or not 0 <= tree.heads[name] < kin:
            continue
        owners = {
            tree.tokens[j].xpos for k in tree.below(kin) for j in (k, *tree.below(k)) if k < kin
        }
        verb = tree.heads[kin]
        if (
            owners.isdisjoint(("PRP$", "POS"))
            or verb != tree.heads[name]
            or tree.relation(kin) not in ("obl", "obj")
        ):
            continue
        was = tree.relations[name]
        tree.hang(name, kin, "appos")
        lost = next((k for k in tree.below(verb) if tree.relation(k) == "dislocated"), -1)
        if was.startswith("nsubj") and 0 <= lost < verb:
            tree.relations[lost] = was


def close_up(tree: Branches) -> None:
    """Makes one noun of two that no comma parts: "the tailings dam of the mine broke", "the
    Competition and Markets Authority"."""
    for second in tree.hung("conj", start=3):
        first = second - 1
        named = {tree.tokens[first].xpos, tree.tokens[second].xpos} <= NAMING
        if named and tree.relation(first) == "conj" and tree.heads[first] == tree.heads[second]:
            tree.relations[second] = "flat"
    for second in tree.hung("appos", start=1):
        first = second - 1
        beside = tree.heads[second] == first
        plain = {tree.tokens[first].xpos, tree.tokens[second].xpos} <= _COMMON
        if not beside or not plain or tree.heads[first] < 0:
            continue
        tree.heads[second], tree.relations[second] = tree.heads[first], tree.relations[first]
        for word in tree.below(first):
            tree.heads[word] = second
        tree.heads[first], tree.relations[first] = second, "compound"


def give(tree: Branches) -> None:
    """Parts two nouns that an article stands between: "told the BBC the dam leaked", "gave the firm
    the contract"."""
    for article in tree.words("DET", start=2):
        first, second = article - 1, tree.heads[article]
        if second <= article or not tree.is_phrase(first):
            continue
        verb = tree.heads[second]
        inside = tree.relation(first) == "compound" and tree.heads[first] == second
        beside = tree.relation(first) == "nsubj" and tree.heads[first] == verb
        if (inside or beside) and verb >= 0:
            told = tree.relation(second) in SUBJECTS and tree.relation(verb) == "ccomp"
            if told or tree.relation(second) == "obj":
                tree.hang(first, tree.heads[verb] if told else verb, "iobj")
        named = tree.relation(second) == "appos" and verb == tree.head_of(first)
        if named and tree.relation(verb) in ("obj", "iobj"):
            tree.relations[verb] = "iobj"
            tree.hang(second, tree.heads[verb], "obj")


def count(tree: Branches) -> None:
    """Hangs "more than" on the number after it, and "twice more" on the verb, not on a time."""
    for word in tree.words("JJR", "RBR", beyond=2):
        number = word + 2
        compared = tree.tokens[word].xpos == "JJR" and tree.tokens[word + 1].lemma == THAN
        if compared and (tree.tokens[number].tag == "NUM" or tree.tokens[number].xpos == "PDT"):
            if tree.is_below(number, word):
                # "84 people died and more than 200 are missing": the verb hangs where "more" did.
                top = number
                while tree.heads[top] != word:
                    top = tree.heads[top]
                tree.heads[top], tree.relations[top] = tree.heads[word], tree.relations[word]
                tree.heads[word] = number
            tree.hang(word, number, "advmod")
            tree.hang(word + 1, word, "fixed")
            verb = number + 1
            if tree.tokens[verb : verb + 1] and tree.tokens[verb].tag == "AUX":
                verb = max(tree.heads[verb], verb)
            told = verb < len(tree.heads) and tree.tokens[verb].tag in ("VERB", "AUX")
            if told and tree.is_finite(verb) and not tree.has_subject(verb):
                tree.hang(number, verb, "nsubj")
        above = tree.heads[word]
        if (
            tree.tokens[word].xpos != "RBR"
            or tree.timed[word]
            or above < 0
            or not tree.timed[above]
        ):
            continue
        while above >= 0 and tree.timed[above]:
            above = tree.heads[above]
        tree.hang(word, above, "advmod")


def number(tree: Branches) -> None:
    """Hangs a number on the plural right behind it, not on the verb: "when 31 people drowned"."""
    for word in tree.words("CD", beyond=1):
        noun = word + 1
        astray = tree.relation(word) in ("obl", "nsubj", "dep") and not tree.below(word)
        plain = tree.tokens[noun].xpos == "NNS" and not (tree.timed[word] or tree.timed[noun])
        if astray and plain and tree.heads[word] == tree.heads[noun]:
            tree.hang(word, noun, "nummod")


def belong(tree: Branches) -> None:
    """Hangs an "of" on the noun before it, not on the verb to come: "a state of emergency runs"."""
    for word in range(2, len(tree.heads) - 1):
        verb = tree.heads[word]
        if verb <= word or tree.tokens[verb].tag not in ("VERB", "AUX"):
            continue
        cases = [k for k in tree.below(word) if tree.relation(k) == "case" and k < word]
        if not cases or tree.tokens[cases[0]].lemma != OF or not cases[0]:
            continue
        noun = cases[0] - 1
        if tree.is_phrase(noun) and not tree.is_below(noun, word):
            tree.hang(word, tree.head_of(noun), "nmod")


def keep_particles(tree: Branches) -> None:
    """Leaves particles with their verbs: "broke down", "passed by in the summer"."""
    for clause in tree.clauses:
        for particle in range(clause.head + 1, clause.last + 1):
            tree.hang(particle, clause.head, "compound:prt")
    for word in tree.hung("case", start=1, beyond=1):
        # Of two prepositions before a time the second is the time's.
        verb, after = tree.tokens[word - 1], tree.tokens[word + 1]
        pair = tree.tokens[word].tag == after.tag == "ADP" and not tree.timed[word]
        if pair and verb.tag == "VERB" and tree.timed[word + 1]:
            tree.hang(word, word - 1, "compound:prt")


def take_bare(tree: Branches) -> None:
    """Makes an object of a bare noun right behind its verb and its particle: "took back Leeds"."""
    for word in tree.hung("obl", start=2):
        verb = tree.heads[word]
        named = tree.tokens[word].tag in ("NOUN", "PROPN") and tree.relations[word] == "obl"
        if not named or verb >= word or tree.timed[word]:
            continue
        first = min([word, *(k for k in tree.below(word) if k < word)])
        near = all(tree.relation(k) in ("compound", "advmod") for k in range(verb + 1, first))
        below = tree.below(verb)
        full = any(tree.relation(k) in ("obj", "iobj", "cop", "xcomp", "ccomp") for k in below)
        passive = any(tree.relations[k] == "aux:pass" for k in below)
        cased = any(tree.relation(k) == "case" for k in tree.below(word))
        if near and not (full or passive or cased) and tree.tokens[verb].tag == "VERB":
            tree.hang(word, verb, "obj")
