"""Clauses that cannot stand by themselves, though they have a subject and a verb."""

from __future__ import annotations

from collections.abc import Set

from timeline.events.words.phrases import View
from timeline.sentences.lexicon import load_lexicon

#: WordNet's numbers of the nouns for groups, places and persons, and of words it has none for.
_ACTING = frozenset({0, 14, 15, 18})
_HELPING = frozenset({"AUX", "PART", "PUNCT"})


def only_says_done(view: View, top: int) -> bool:
    """Whether a "which he did" only says that something was done."""
    taken = view.syntax.child(top, "obj")
    relative = taken >= 0 and view.syntax.is_relative(taken)
    return relative and view.syntax.tokens[top].lemma == view.scene.words.small.doing


def lacks_predicate(view: View, top: int, subject: int, body: Set[int]) -> bool:
    """Whether an "it was not" lacks what it was: "it was not until 1896, he said, that …"."""
    tokens, neuter = view.syntax.tokens, view.scene.words.pronouns.neuter
    named = subject < 0 or tokens[subject].text.lower() not in neuter
    was = tokens[top].tag == "AUX" or view.hidden(top)
    left = {k for k in body if tokens[k].tag not in _HELPING}
    return was and not named and all(view.hidden(k) for k in left)


def has_no_actor(view: View, top: int, subject: int) -> bool:
    """Whether a "who" hangs on what is nobody: "the inquiry into the death of Poe, who …"."""
    syntax, human = view.syntax, view.scene.words.pronouns.human
    if not any(syntax.tokens[k].lemma in human for k in syntax.below[top]):
        return False
    noun = syntax.tokens[subject]
    kind = load_lexicon().entry(noun.lemma.lower()).noun
    # "Holders, who approved it": the first holder of the dictionary is a thing.
    doer = noun.lemma.lower().endswith(view.scene.words.small.doers)
    return noun.tag == "NOUN" and kind not in _ACTING and not doer
