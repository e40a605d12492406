"""Mends participles behind a subject: "a man fined in May died", "the players given awards fled".

The parser takes the participle for the verb, or its object for the subject of the verb to come.
"""

from __future__ import annotations

from timeline.events.trees.branches import SUBJECTS, Branches
from timeline.sentences.behind import leads_to
from timeline.sentences.vocabulary import BE

_PART_OF = frozenset({"nmod", "appos", "conj", "flat"})
_HELPING = frozenset({"aux", "cop"})


def set_free(tree: Branches) -> None:
    """Hangs a participle on the noun before it, and the noun on the finite verb behind it."""
    told: tuple[list[str], list[str], list[str]] | None = None
    for word in tree.words("VBN", start=1, beyond=2):
        if tree.tokens[word - 1].tag not in ("NOUN", "PROPN") or _is_helped(tree, word):
            continue
        told = told or (
            [t.text for t in tree.tokens],
            [t.tag for t in tree.tokens],
            [t.xpos for t in tree.tokens],
        )
        lead = leads_to(*told, word)
        if lead > word:
            _set_free(tree, word, lead)


def _is_helped(tree: Branches, word: int) -> bool:
    """Whether a participle is that of a passive or a perfect."""
    return any(tree.relation(k) in _HELPING and k < word for k in tree.below(word))


def _set_free(tree: Branches, word: int, lead: int) -> None:
    noun = tree.head_of(word - 1)
    verb = lead if tree.tokens[lead].tag == "VERB" else _verb_of(tree, lead)
    subject = noun
    while tree.relation(subject) in _PART_OF and 0 <= tree.heads[subject] < subject:
        if not tree.is_phrase(tree.heads[subject]):
            break
        subject = tree.heads[subject]
    if noun >= word or verb < lead or 0 <= tree.heads[subject] < subject:
        return
    if tree.heads[noun] == word or tree.heads[word] != noun or tree.heads[subject] != verb:
        _rehang(tree, (subject, noun, word, verb))


def _verb_of(tree: Branches, lead: int) -> int:
    """The verb or predicate that an auxiliary goes with; -1 if none stands behind it."""
    above = tree.heads[lead]
    if tree.relation(lead) in _HELPING and above > lead:
        return above
    return lead if tree.tokens[lead].lemma == BE and tree.relation(lead) not in _HELPING else -1


def _rehang(tree: Branches, places: tuple[int, int, int, int]) -> None:
    """Gives a verb its subject, and the subject its participle with what stands behind it."""
    subject, noun, word, verb = places
    inside = {subject, noun, word, verb, *range(word, verb)}
    top = verb
    while tree.heads[top] in inside:
        top = tree.heads[top]
    above, relation = tree.heads[top], tree.relations[top]
    chunk = tree.chunk_of[noun]
    for k in range(noun if chunk is None else chunk.first, noun):
        if tree.heads[k] >= word and k != subject:
            tree.heads[k] = noun  # "a" of "a poet elected president"
    lead = min((k for k in tree.below(verb) if tree.relation(k) in _HELPING), default=verb)
    for k in range(len(tree.heads)):
        head = tree.heads[k]
        between = word < head < verb
        if k in places or head < 0:
            continue
        if word < k < lead:
            if not word <= head < lead:
                _take(tree, k, word, verb)
        elif (k > verb or k < subject) and (head in (top, word) or between):
            tree.heads[k] = verb
    tree.heads[verb], tree.relations[verb] = above, relation
    tree.heads[subject], tree.relations[subject] = verb, "nsubj"
    tree.heads[word], tree.relations[word] = noun, "acl"


def _take(tree: Branches, other: int, participle: int, verb: int) -> None:
    """Hangs on a participle what stands behind it, unless that is an adverb of the verb."""
    if tree.tokens[other].tag == "ADV" and tree.heads[other] == verb:
        return
    taken = tree.relation(other) in (*SUBJECTS, "nmod", "appos", "obj")
    cased = any(tree.relation(k) == "case" for k in tree.below(other))
    tree.heads[other], tree.relations[other] = participle, "obj" if taken and not cased else "obl"
