"""Mends of subjects: verbs that have none, two, or the wrong one."""

from __future__ import annotations

from timeline.events.layout.clauses import Clause
from timeline.events.trees.branches import SUBJECTS, Branches
from timeline.sentences import FINITE
from timeline.sentences.vocabulary import OF

_NAMING = frozenset({"NOUN", "PROPN", "SYM"})
#: What may be a part of what a relative pronoun stands for.
_PARTS = frozenset({"NUM", "DET", "PRON", "NOUN", "ADJ"})
#: How a clause with a tense and a subject of its own stands to others.
_OWN = frozenset({"main", "coordinate", "content"})
#: Relations by which such a verb hangs only where the parser went astray.
_STRAY = frozenset({"acl", "advcl", "parataxis", "root", "dep", "obl", "nmod", "appos"})
#: How a noun hangs inside a phrase, where it is no subject of its own.
_INNER = frozenset({"compound", "det", "flat", "nmod", "nummod", "xcomp"})


def claim(tree: Branches) -> None:
    """Gives a verb the noun before it that stands beside it ("sold it, and Poe at once left"), or
    as a part of it at the head of a sentence: "Production switched to shells"."""
    for noun in tree.hung("conj", "compound"):
        verb = tree.heads[noun]
        if tree.relation(noun) == "compound" and (noun or verb != 1):
            continue
        follows = verb > noun and tree.is_phrase(noun)
        if follows and tree.is_finite(verb) and not tree.has_subject(verb):
            tree.relations[noun] = "nsubj"
            if tree.relation(verb) == "advcl" and not tree.is_marked(verb):
                tree.relations[verb] = "conj"


def join(tree: Branches) -> None:
    """Sets the noun behind an "and" beside the one before it where a verb has both for its subject:
    "the museum and the Supreme Court raised …", "her brother, Omar, and Mr Hale left"."""
    if not tree.words("CCONJ"):
        return
    for word in tree.hung("appos"):
        link = _link(tree, word)
        named = tree.tokens[word].tag == "PROPN" and tree.tokens[link + 1].tag in ("DET", "PROPN")
        named = named and (
            tree.tokens[link - 1].tag == "PROPN" or tree.tokens[link - 1].text == ","
        )
        if named and tree.heads[word] < link:
            tree.relations[word] = "conj"
            tree.hang(link, word, "cc")
    for noun in tree.hung("nsubj", start=2):
        verb = tree.heads[noun]
        link = _link(tree, noun) if noun < verb and tree.tokens[noun].tag != "PRON" else -1
        if link <= 0:
            continue
        first = tree.head_of(link - 1)
        while tree.relation(first) in _INNER and 0 <= tree.heads[first] < link:
            first = tree.heads[first]
        led = any(tree.relation(k) in ("case", "cop") for k in tree.below(first))
        # "The scholar and writer Ann Poe" is one person.
        one = tree.tokens[link + 1].tag == "NOUN" and tree.tokens[noun].tag == "PROPN"
        if led or one or tree.timed[first] or not tree.is_phrase(first):
            continue
        if tree.heads[first] == verb:
            tree.relations[first] = "nsubj"
            tree.hang(noun, first, "conj")
            tree.hang(link, noun, "cc")


def _link(tree: Branches, noun: int) -> int:
    """The "and" right before a noun and what belongs to it, -1 if there is none."""
    before = noun - 1
    while before > 0 and tree.relation(before) != "cc" and tree.is_below(before, noun):
        before -= 1
    return before if tree.tokens[before].tag == "CCONJ" else -1


def take_part(tree: Branches) -> None:
    """Makes a part of what was told the subject of what is told of it: "two mills, one of which,
    in Leeds, closed"."""
    for which in tree.words("WDT", "WP", start=4, beyond=1):
        part, comma = which - 2, which - 3
        opens = tree.tokens[which - 1].lemma == OF
        if not opens or tree.tokens[comma].text != "," or tree.tokens[part].tag not in _PARTS:
            continue
        noun = tree.head_of(comma - 1)
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
            _part_from(tree, verb, noun)


def _part_from(tree: Branches, verb: int, noun: int) -> None:
    """Gives what goes on behind a comma to the clause above: ", one of which shut, and sold it"."""
    above = tree.heads[noun]
    while above >= 0 and tree.tokens[above].tag != "VERB":
        above = tree.heads[above]
    for word in tree.below(verb):
        if tree.relation(word) == "conj" and any(
            tree.relation(k) == "cc" and tree.tokens[k - 1].text == "," for k in tree.below(word)
        ):
            tree.hang(word, above, "conj")


def seat(tree: Branches) -> None:
    """Leaves each verb one subject: of "Ruiz said rebels fled" the rebels are those who fled.

    Two that stand side by side are one: "the airline Skyward says". An adjective that an article
    opens is one where a verb has no other: "the first, on Monday, drew 300".
    """
    among = (
        k
        for k in tree.hung("nsubj", "parataxis", "obl")
        if tree.relation(k) != "obl" or _stands_alone(tree, k)
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
        if tree.timed[second] and second == verb - 1 and not tree.timed[first]:
            # "One senior official Monday described it"
            tree.relations[second] = "obl"
            for word in tree.below(second):
                if first < word < second and not tree.timed[word]:
                    tree.hang(word, first, "flat")
            continue
        opens = min([*tree.below(second), second])
        joined = opens and tree.tokens[opens - 1].tag == "CCONJ" and opens - 1 > first
        if joined and second < verb and tree.is_phrase(opens - 2):
            # "Talks between the museum and the church began": talks did.
            tree.hang(second, tree.head_of(opens - 2), "conj")
            tree.hang(opens - 1, second, "cc")
        elif second > verb:
            verbs = (k for k in tree.below(verb) if k > second and tree.tokens[k].tag == "VERB")
            clause = next((k for k in verbs if not tree.has_subject(k)), -1)
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


def share_clauses(tree: Branches) -> None:
    """Gives the verbs of clauses that were found the subjects that were found for them: of "he left
    after guards fled" the guards fled, of "Leeds and Hull, in May, opened mills" both opened them.
    """
    for clause in tree.clauses:
        subject = clause.subject
        if not clause.finite or subject is None:
            continue
        if clause.link == "adverbial":
            if clause.marker < subject[0] <= subject[1] < clause.first:
                _give_subject(tree, clause)
        elif clause.link in _OWN:
            _raise_verb(tree, clause)


def _raise_verb(tree: Branches, clause: Clause) -> None:
    """Puts a verb with a tense above its subject, where it hangs below it or has none."""
    assert clause.subject is not None
    verb, relation = clause.head, tree.relation(clause.head)
    stray = relation in _STRAY or (relation == "conj" and tree.is_phrase(tree.heads[verb]))
    if not stray or tree.has_subject(verb):
        return
    subject = _leader(tree, tree.head_of(clause.subject[2]))
    # A bare participle is one to the parser, whatever its tag ("payments deposited there"), but
    # for what is said ("said in May most members backed it").
    bare = tree.relations[verb] == "acl" and clause.link != "content"
    # ", and on 9 May the governor, Ann Poe, fled" wants a verb.
    opened = clause.link == "coordinate" and 0 < clause.marker < clause.subject[0]
    opened = opened and tree.tokens[clause.marker - 1].text == ","
    bare = (bare and not opened) or _is_taken(tree, subject, verb)
    if bare or subject >= verb or tree.relation(subject) in _INNER:
        return
    if tree.relation(subject) == "obj" and tree.tokens[clause.first - 1].text == ",":
        # "It cut nine jobs, closed a mill": the jobs closed nothing.
        return
    if tree.is_below(verb, subject):
        tree.heads[verb] = tree.heads[subject]
        named = tree.relations[subject]
        tree.relations[verb] = named if named in ("root", "conj") else "parataxis"
    elif tree.relation(subject) in SUBJECTS or tree.heads[subject] < 0:
        return
    tree.heads[subject], tree.relations[subject] = verb, "nsubj"


def _leader(tree: Branches, noun: int) -> int:
    """The first of a row of nouns that a parser found no verb for: "Leeds, York and Hull …"."""
    first = tree.heads[noun]
    row = [k for k in tree.below(first) if tree.relation(k) == "conj" and k <= noun]
    loose = first >= 0 and tree.relation(first) in ("root", "ccomp", "parataxis")
    return first if loose and tree.is_phrase(first) and len(row) > 1 and noun in row else noun


def _give_subject(tree: Branches, clause: Clause) -> None:
    """Gives a verb the noun before it as subject, if it has none."""
    assert clause.subject is not None
    verb, subject = _told(tree, clause), tree.head_of(clause.subject[2])
    while (
        tree.relation(subject) in ("conj", "appos")
        and clause.marker < tree.heads[subject] < subject
    ):
        subject = tree.heads[subject]  # "as troops and guns are sent"
        for word in tree.below(subject):
            if tree.relation(word) == "appos" and word <= clause.subject[2]:
                tree.relations[word] = "conj"
    for word in tree.below(verb):
        # Of "hours after guards fled" the hours are a measure.
        before = tree.relation(word) == "nsubj" and word < clause.marker < subject
        if before and tree.timed[word]:
            tree.relations[word] = "obl"
    if tree.has_subject(verb):
        _close_up(tree, clause)
        return
    if _is_taken(tree, subject, verb):
        return
    if tree.is_below(verb, subject):
        tree.hang(verb, tree.heads[subject], "advcl")
    if tree.hang(subject, verb, "nsubj") and clause.marker >= 0:
        tree.hang(clause.marker, verb, "mark")
        if tree.relation(verb) in ("acl", "ccomp", "obl", "nmod", "parataxis"):
            tree.relations[verb] = "advcl"


def _is_taken(tree: Branches, noun: int, participle: int) -> bool:
    """Whether a noun is the subject of a verb behind its participle: "as men seen there fled"."""
    described = tree.relations[participle] == "acl" and tree.heads[participle] == noun
    return described and tree.relation(noun) in SUBJECTS and tree.heads[noun] > participle


def _told(tree: Branches, clause: Clause) -> int:
    """The word that a clause tells of its subject: what its verb is only a copula to, or it."""
    verb = clause.head
    helps = tree.relation(verb) in ("cop", "aux") and tree.heads[verb] > clause.marker
    return tree.heads[verb] if helps else verb


def _close_up(tree: Branches, clause: Clause) -> None:
    """Hangs what opens a clause on its verb, and its subject's other words on the subject."""
    assert clause.subject is not None
    verb, (first, last, _) = _told(tree, clause), clause.subject
    subject = next(k for k in tree.below(verb) if tree.relation(k) in SUBJECTS)
    if not first <= subject <= last:
        return
    for word in range(first, last + 1):
        head = tree.heads[word]
        if not first <= head <= last and word != subject and not tree.is_below(word, verb):
            tree.hang(word, subject, "compound")
    if clause.marker < first and clause.marker < tree.heads[clause.marker] <= last:
        # "After leaked emails showed it": the participle may have the "after".
        tree.hang(clause.marker, verb, "mark")
        if tree.relation(verb) == "ccomp" and tree.heads[verb] < clause.marker:
            tree.relations[verb] = "advcl"
