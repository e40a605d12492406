"""Which verb tells who says something: the one above it, or one set beside it."""

from __future__ import annotations

from timeline.events.cues import Cues
from timeline.events.trees.syntax import Syntax


def find_saying(syntax: Syntax, head: int, words: Cues) -> int:
    """The verb that reports what stands at a token, else the one that doubts or finds it; or -1."""
    verbs = words.verbs
    said = _above(syntax, head, verbs.reporting, words)
    return said if said >= 0 else _above(syntax, head, verbs.doubting | verbs.finding, words)


def is_passive(syntax: Syntax, verb: int) -> bool:
    """Whether a verb of saying is passive, and no past that the tagger missed."""
    bare = not syntax.auxiliaries(verb) and syntax.child(verb, "nsubj") >= 0
    return syntax.is_passive(verb) and not bare


def _above(syntax: Syntax, head: int, telling: frozenset[str], words: Cues) -> int:
    seen, below, handed = head, -1, False
    while seen >= 0:
        above = syntax.heads[seen]
        for beside in syntax.below[seen]:
            if beside != below and _is_set_beside(syntax, beside, head, telling, words):
                return beside
        if above >= 0 and _tells(syntax, seen, telling, words):
            return above
        mark = syntax.child(seen, "mark", "case")
        opener = syntax.tokens[mark].text.lower() if mark >= 0 else ""
        handed = handed or opener in words.prepositions.alleging
        if handed and above >= 0 and syntax.tokens[above].lemma in words.verbs.charging:
            return above  # "accused the mayor of taking bribes"
        seen, below = above, seen
    return -1


def _tells(syntax: Syntax, verb: int, telling: frozenset[str], words: Cues) -> bool:
    """Whether what a clause hangs on says it."""
    above = syntax.heads[verb]
    # "The bank paid them, the court found": whatever the verb, it is said.
    framed = verb < above and syntax.child(above, "obj") < 0
    if syntax.relations[verb] == "ccomp":
        return framed or syntax.tokens[above].lemma in telling
    if syntax.relations[verb] == "xcomp" and syntax.tokens[above].lemma in words.verbs.reporting:
        # "admitted losing them", "claims to have found it", but "promised to find it"
        auxiliaries = (syntax.tokens[k].lemma for k in syntax.auxiliaries(verb))
        having = any(lemma in words.verbs.obliging for lemma in auxiliaries)
        return syntax.tokens[verb].xpos == "VBG" or having
    if syntax.relations[verb] != "advcl" or not framed or not syntax.is_finite(verb):
        return False
    # "The guard had slept, the paper reported", where the parser saw no more than a circumstance
    below = [syntax.tokens[k] for k in syntax.below[verb]]
    opened = any(token.tag == "SCONJ" or token.xpos == "WRB" for token in below)
    return not opened and syntax.tokens[above].lemma in words.verbs.reporting


def _is_set_beside(
    syntax: Syntax, verb: int, head: int, telling: frozenset[str], words: Cues
) -> bool:
    """Whether a verb of saying stands beside what is said: "…, he said", "as he said, …"."""
    lemma = syntax.tokens[verb].lemma
    if lemma not in words.verbs.reporting and not (lemma in telling and _closes(syntax, verb)):
        return False
    # "Rivals agreed; the board blamed a bank" says nothing of the first, "…, he told us" does.
    taken = ("ccomp",) if lemma in words.verbs.informing else ("obj", "ccomp")
    if syntax.child(verb, *taken) >= 0:
        return False
    if syntax.relations[verb] == "parataxis":
        return verb > head
    if syntax.relations[verb] != "advcl" or syntax.child(verb, "nsubj") < 0:
        return False
    mark = syntax.child(verb, "mark")
    if mark < 0:
        return verb > head and not syntax.auxiliaries(verb)
    return syntax.tokens[mark].text.lower() in words.connectives.quoting


def _closes(syntax: Syntax, verb: int) -> bool:
    """Whether a subject and its verb close a sentence behind a comma: "…, the court found"."""
    tokens, subject = syntax.tokens, syntax.child(verb, "nsubj")
    first = syntax.first_of(subject) if subject >= 0 else 0
    closed = all(token.tag == "PUNCT" for token in tokens[verb + 1 :])
    return 0 < first < verb and tokens[first - 1].text == "," and closed
