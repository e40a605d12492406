"""Mends of phrases: nouns, numbers, prepositions and particles that hang on the wrong word."""

from __future__ import annotations

from timeline.events.trees.branches import NOMINAL, SUBJECTS, Branches
from timeline.events.trees.wholes import names_person
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


def measure(tree: Branches) -> None:
    """Makes no object of a length behind a participle: "her plea, sent three hours before"."""
    for word in tree.among_times():
        verb = tree.heads[word]
        if tree.relation(word) != "obj" or verb < 0:
            continue
        if tree.tokens[verb].xpos == "VBN" and not tree.is_finite(verb):
            tree.relations[word] = "obl"


def keep_agent(tree: Branches) -> None:
    """Leaves with a passive what it was done by: "it was bought by Korea's Hanil and has moved"."""
    for noun in tree.hung("nsubj"):
        verb = tree.heads[noun]
        first = noun
        while first and tree.is_below(first - 1, noun):
            first -= 1
        before = first - 1
        opens = first < noun and tree.tokens[first].tag == "ADP"
        if opens and before >= 0 and tree.tokens[before].xpos == "VBN" and verb >= before:
            tree.hang(noun, before, "obl")


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
    """Makes one noun of two that no comma parts: "the tailings dam of the mine broke"."""
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


def ready(tree: Branches) -> None:
    """Makes the adjective the predicate, not the verb or the time after it: "the trial is due to
    begin", "a hearing is due on 9 May"."""
    for adjective in tree.words("ADJ", start=1, beyond=1):
        opened = tree.tokens[adjective + 1].xpos == "TO"
        after = tree.heads[adjective + 1] if opened else tree.heads[adjective]
        if after <= adjective + opened or tree.timed[adjective]:
            continue
        astray = tree.relation(adjective) in ("case", "conj", "advmod")
        if not opened and not (tree.timed[after] and astray):
            continue
        above, verb = tree.heads[adjective], adjective - 1
        near = [k for k in (*tree.below(after), *tree.below(adjective)) if k < adjective]
        equated = any(tree.relation(k) == "cop" for k in near)
        if not equated:
            if not opened and tree.heads[after] == verb and tree.tokens[verb].tag == "VERB":
                # "The loan falls due in June"
                tree.hang(adjective, verb, "xcomp")
        elif above == after:
            _predicate(tree, adjective, after)
        elif tree.heads[after] == above:
            tree.hang(after, adjective, "xcomp")
        elif tree.heads[after] == adjective and not tree.has_subject(adjective):
            for word in tree.below(after):
                if word < adjective and tree.relation(word) in SUBJECTS:
                    tree.heads[word] = adjective


def _predicate(tree: Branches, adjective: int, after: int) -> None:
    """Puts an adjective over the verb or the time that it was hung on."""
    near = [k for k in (*tree.below(after), *tree.below(adjective)) if k < adjective]
    joined = any(tree.relation(k) == "cc" for k in near) and tree.heads[after] >= 0
    tree.heads[adjective] = tree.heads[after]
    tree.relations[adjective] = "conj" if joined else tree.relations[after]
    for word in tree.below(after):
        if word < adjective or (tree.timed[after] and not tree.timed[word] and word != adjective):
            tree.heads[word] = adjective
    tree.heads[after], tree.relations[after] = adjective, "obl" if tree.timed[after] else "xcomp"


def count(tree: Branches) -> None:
    """Hangs "more than" on the number after it, and "twice more" on the verb, not on a time."""
    for word in tree.words("JJR", "RBR", beyond=2):
        number = word + 2
        compared = tree.tokens[word].xpos == "JJR" and tree.tokens[word + 1].lemma == THAN
        if compared and tree.tokens[number].tag == "NUM":
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


def set_beside(tree: Branches) -> None:
    """Sets a name behind a comma beside a person: "begins with a banker, Ana Poe, who left"."""
    for name in tree.hung("parataxis", "vocative", start=2, beyond=1):
        first = min((name, *(k for k in tree.below(name) if tree.tokens[k].tag == "PROPN")))
        noun = first - 2
        if tree.tokens[name].tag != "PROPN" or noun < 0 or tree.tokens[first - 1].text != ",":
            continue
        if tree.tokens[noun].tag == "NOUN" and names_person(tree.tokens[noun]):
            tree.hang(name, noun, "appos")


def include(tree: Branches) -> None:
    """Hangs ", including Donetsk" on the noun before the comma."""
    for name in tree.hung("obl", start=3):
        cases = [k for k in tree.below(name) if tree.relations[k] == "case"]
        if not cases or tree.tokens[cases[0]].xpos != "VBG":
            continue
        noun = cases[0] - 2
        if noun >= 0 and tree.tokens[cases[0] - 1].text == "," and tree.is_phrase(noun):
            tree.hang(name, tree.head_of(noun), "nmod")


def leave(tree: Branches) -> None:
    """Leaves aside what has a time but no verb: "a medal in 1983 and, in 2008, a degree"."""
    for noun in tree.hung("conj", start=3):
        verb = tree.heads[noun]
        joined = tree.is_phrase(noun) and 0 <= verb < noun
        if not joined or tree.has_subject(noun) or tree.tokens[verb].tag != "VERB":
            continue
        links = [k for k in tree.below(noun) if tree.relation(k) == "cc"]
        if links and any(tree.timed[links[0] : noun]):
            tree.relations[noun] = "orphan"
    for word in range(4, len(tree.heads) if any(tree.timed) else 0):
        # "To Corbie and then, on the 19th, up here": here goes with "then".
        first = word
        while first and tree.is_below(first - 1, word):
            first -= 1
        if tree.tokens[first].tag == "PUNCT":
            first += 1
        at = first - 2
        if at < 1 or tree.tokens[first - 1].text != "," or not tree.timed[at]:
            continue
        while at > 0 and (tree.timed[at] or tree.tokens[at].tag == "ADP"):
            at -= 1
        joined = tree.tokens[at].text == "," and tree.relation(at - 1) == "conj"
        if joined and tree.tokens[at - 1].tag == "ADV" and tree.heads[word] < at - 1:
            tree.hang(word, at - 1, tree.relations[word])


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


def hand_case(tree: Branches) -> None:
    """Gives a noun the preposition before the time that tells which: "a drop in May's sales"."""
    for word in tree.among_times():
        noun = tree.heads[word]
        if noun <= word or tree.timed[noun] or not tree.is_phrase(noun):
            continue
        if tree.relation(word) in ("compound", "nmod", "amod"):
            for case in tree.below(word):
                if tree.relation(case) == "case" and tree.tokens[case].tag == "ADP":
                    tree.hang(case, noun, "case")


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


def close_aside(tree: Branches) -> None:
    """Hangs what follows an aside on the verb before it: "jailed Poe, who ran it, for life"."""
    if "acl" not in tree.relations.met:
        return
    for word in range(3, len(tree.heads)):
        verb = tree.heads[word]
        if verb < 0 or not tree.relations[verb].startswith("acl") or word <= verb:
            continue
        noun = tree.heads[verb]
        first = word
        while first and tree.is_below(first - 1, word) and tree.tokens[first - 1].text != ",":
            first -= 1
        aside = noun >= 0 and any(
            tree.tokens[k].text == "," for k in range(noun + 1, min(noun + 4, verb))
        )
        if not aside or tree.tokens[first].tag != "ADP" or tree.tokens[first - 1].text != ",":
            continue
        above = noun
        while above >= 0 and tree.tokens[above].tag not in ("VERB", "AUX"):
            above = tree.heads[above]
        tree.hang(word, above, "obl")
