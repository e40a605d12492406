"""Mends trees by what a verb can have: one subject, one place for each word, and all of an aside.

Each of these looks at the tree alone and at the order of its words, and is done before clauses are
compared with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.trees.branches import SUBJECTS, Branches


def seat(tree: Branches) -> None:
    """Leaves each verb one subject: of "Ruiz said rebels fled" the rebels are those who fled.

    Two that stand side by side are one: "the airline Skyward says". An adjective that an article
    opens is one where a verb has no other: "the first, on Monday, drew 300".
    """
    among = (
        k
        for k in range(len(tree.heads))
        if tree.relation(k) in ("nsubj", "parataxis") or _stands_alone(tree, k)
    )
    for verb in sorted({tree.heads[k] for k in among}):
        subjects = [k for k in tree.below(verb) if tree.relation(k) == "nsubj"]
        if not subjects and tree.is_finite(verb):
            before = [k for k in tree.below(verb) if k < verb]
            loose = [k for k in before if tree.relation(k) == "parataxis"][-1:]
            loose = [k for k in loose if tree.is_phrase(k)]
            for word in loose or [k for k in before if _stands_alone(tree, k)][:1]:
                tree.relations[word] = "nsubj"
        if len(subjects) < 2:
            continue
        first, second = subjects[-2:]
        opens = min([*tree.below(second), second])
        joined = opens and tree.tokens[opens - 1].tag == "CCONJ" and opens - 1 > first
        if joined and second < verb and tree.is_phrase(opens - 2):
            # "Talks between the museum and the church began": talks did.
            tree.hang(second, tree.head_of(opens - 2), "conj")
            tree.hang(opens - 1, second, "cc")
        elif second > verb:
            clauses = (k for k in tree.below(verb) if k > second and tree.tokens[k].tag == "VERB")
            clause = next((k for k in clauses if not tree.has_subject(k)), -1)
            tree.hang(second, clause, "nsubj")
        elif second == first + 1 and tree.tokens[second].tag == "PROPN":
            tree.hang(first, second, "compound")
        else:
            said = [k for k in tree.below(verb) if first < k < second]
            clause = next((k for k in said if tree.relation(k) == "ccomp"), -1)
            if clause >= 0 and not tree.has_subject(clause):
                tree.hang(first, clause, "nsubj")


def _stands_alone(tree: Branches, word: int) -> bool:
    """Whether an adjective with an article and no noun hangs on a verb as a phrase does."""
    loose = tree.relation(word) == "obl" and tree.tokens[word].xpos in ("JJ", "JJS")
    below = {tree.relation(k) for k in tree.below(word)} if loose else set()
    return "det" in below and "case" not in below


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


def order(tree: Branches) -> None:
    """Names words by where they stand: what comes before its noun is not set beside it.

    Nothing is set beside a "which" but its verb's subject, of "the first, Babet, flooded homes"
    Babet flooded them, and a "why" asks about the verb.
    """
    for word in tree.words("WRB"):
        head = tree.heads[word]
        if word < head and tree.relation(head) == "nsubj":
            # "They asked why warnings were ignored"
            tree.hang(word, tree.heads[head], "advmod")
    for word in tree.hung("appos"):
        head = tree.heads[word]
        above = tree.heads[head]
        if word < head:
            tree.relations[word] = "compound"
        elif tree.tokens[head].xpos in ("WDT", "WP") and above > word:
            if not tree.has_subject(above):
                tree.heads[word], tree.relations[word] = above, "nsubj"
        elif tree.tokens[head].xpos.startswith("JJ") and tree.relation(head) == "nsubj":
            tree.heads[word], tree.relations[word] = above, "nsubj"
            tree.heads[head], tree.relations[head] = word, "parataxis"


def ready(tree: Branches, timed: Sequence[bool]) -> None:
    """Makes the adjective the predicate, not the verb or the time after it: "the trial is due to
    begin", "a hearing is due on 9 May"."""
    for adjective in tree.words("ADJ", start=1, beyond=1):
        opened = tree.tokens[adjective + 1].xpos == "TO"
        after = tree.heads[adjective + 1] if opened else tree.heads[adjective]
        if after <= adjective + opened or timed[adjective]:
            continue
        astray = tree.relation(adjective) in ("case", "conj", "advmod")
        if not opened and not (timed[after] and astray):
            continue
        above, verb = tree.heads[adjective], adjective - 1
        near = [k for k in (*tree.below(after), *tree.below(adjective)) if k < adjective]
        equated = any(tree.relation(k) == "cop" for k in near)
        if not equated:
            if not opened and tree.heads[after] == verb and tree.tokens[verb].tag == "VERB":
                # "The loan falls due in June"
                tree.hang(adjective, verb, "xcomp")
        elif above == after:
            _predicate(tree, adjective, after, timed)
        elif tree.heads[after] == above:
            tree.hang(after, adjective, "xcomp")
        elif tree.heads[after] == adjective and not tree.has_subject(adjective):
            for word in tree.below(after):
                if word < adjective and tree.relation(word) in SUBJECTS:
                    tree.heads[word] = adjective


def _predicate(tree: Branches, adjective: int, after: int, timed: Sequence[bool]) -> None:
    """Puts an adjective over the verb or the time that it was hung on."""
    near = [k for k in (*tree.below(after), *tree.below(adjective)) if k < adjective]
    joined = any(tree.relation(k) == "cc" for k in near) and tree.heads[after] >= 0
    tree.heads[adjective] = tree.heads[after]
    tree.relations[adjective] = "conj" if joined else tree.relations[after]
    for word in tree.below(after):
        if word < adjective or (timed[after] and not timed[word] and word != adjective):
            tree.heads[word] = adjective
    tree.heads[after], tree.relations[after] = adjective, "obl" if timed[after] else "xcomp"
    for word in tree.below(adjective):
        if tree.relation(word) == "fixed":
            # "Due on"
            tree.heads[word], tree.relations[word] = after, "case"


def count(tree: Branches, timed: Sequence[bool]) -> None:
    """Hangs "more than" on the number after it, and "twice more" on the verb, not on a time."""
    for word in tree.words("JJR", "RBR", beyond=2):
        number = word + 2
        compared = tree.tokens[word].xpos == "JJR" and tree.tokens[word + 1].lemma == "than"
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
        if tree.tokens[word].xpos != "RBR" or timed[word] or above < 0 or not timed[above]:
            continue
        while above >= 0 and timed[above]:
            above = tree.heads[above]
        tree.hang(word, above, "advmod")


def include(tree: Branches) -> None:
    """Hangs ", including Donetsk" on the noun before the comma."""
    for name in tree.hung("obl", start=3):
        cases = [k for k in tree.below(name) if tree.relations[k] == "case"]
        if not cases or tree.tokens[cases[0]].xpos != "VBG":
            continue
        noun = cases[0] - 2
        if noun >= 0 and tree.tokens[cases[0] - 1].text == "," and tree.is_phrase(noun):
            tree.hang(name, tree.head_of(noun), "nmod")


def leave(tree: Branches, timed: Sequence[bool]) -> None:
    """Leaves aside what has a time but no verb: "a medal in 1983 and, in 2008, a degree"."""
    for noun in tree.hung("conj", start=3):
        verb = tree.heads[noun]
        joined = tree.is_phrase(noun) and 0 <= verb < noun
        if not joined or tree.has_subject(noun) or tree.tokens[verb].tag != "VERB":
            continue
        links = [k for k in tree.below(noun) if tree.relation(k) == "cc"]
        if links and any(timed[links[0] : noun]):
            tree.relations[noun] = "orphan"
    for word in range(4, len(tree.heads) if any(timed) else 0):
        # "To Corbie and then, on the 19th, up here": here goes with "then".
        first = word
        while first and tree.is_below(first - 1, word):
            first -= 1
        if tree.tokens[first].tag == "PUNCT":
            first += 1
        at = first - 2
        if at < 1 or tree.tokens[first - 1].text != "," or not timed[at]:
            continue
        while at > 0 and (timed[at] or tree.tokens[at].tag == "ADP"):
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
        if not cases or tree.tokens[cases[0]].lemma != "of" or not cases[0]:
            continue
        noun = cases[0] - 1
        if tree.is_phrase(noun) and not tree.is_below(noun, word):
            tree.hang(word, tree.head_of(noun), "nmod")


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


def hand_case(tree: Branches, timed: Sequence[bool]) -> None:
    """Gives a noun the preposition before the time that tells which: "a drop in May's sales"."""
    for word in tree.among(timed):
        noun = tree.heads[word]
        if noun <= word or timed[noun] or not tree.is_phrase(noun):
            continue
        if tree.relation(word) in ("compound", "nmod", "amod"):
            for case in tree.below(word):
                if tree.relation(case) == "case" and tree.tokens[case].tag == "ADP":
                    tree.hang(case, noun, "case")


def follow(tree: Branches) -> None:
    """Sets a verb after "and" beside the one before it, not above: "he fled and, in May, died"."""
    for word in tree.hung("ccomp", "advcl", beyond=2):
        verb = tree.heads[word]
        # Nothing is said by ", and he wrote nothing".
        told = tree.relation(word) == "ccomp"
        beneath = told or not tree.has_subject(verb)
        beneath = beneath and word < verb and not tree.is_marked(word)
        if not beneath or not tree.has_subject(word):
            continue
        links = [k for k in range(word, verb) if tree.tokens[k].tag == "CCONJ"]
        set_off = any(tree.tokens[k + (-1 if told else 1)].text == "," for k in links)
        if not set_off or not tree.is_finite(word) or tree.tokens[verb].tag != "VERB":
            continue
        # In "it won, but I doubt it, he added" the "but" is not his.
        if any(tree.tokens[k].tag == "VERB" for k in range(links[-1], verb)):
            continue
        tree.heads[word], tree.relations[word] = tree.heads[verb], tree.relations[verb]
        tree.heads[verb], tree.relations[verb] = word, "conj"
        tree.hang(links[-1], verb, "cc")
