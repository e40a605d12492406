"""Event mentions: the verbs and nouns of a sentence that name something that happens or holds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from timeline.sentences.features import describe_token, join_token
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.network import WindowNetwork, load_network, softmax
from timeline.sentences.tokens import Sentence, Token
from timeline.sentences.vocabulary import KINDS

PAD = ""
# Where precision and recall meet on news; lower finds more, higher fewer and surer.
LEAST = 0.5
# WordNet's fields of verbs and nouns that tell a kind: communication, stative; state, feeling.
SAYING, STATIVE = 32, 42
STATES = frozenset([26, 12, 7, 24])


class Mention(NamedTuple):
    """A word that names an event; all numbers are places in the sentence's tokens.

    `first` and `last` bound the whole trigger ("took back"), `head` is its main word. `kind` is
    occurrence, reporting, state, aspectual or intention. `probability` is between 0 and 1.
    """

    head: int
    first: int
    last: int
    kind: str
    probability: float


@cache
def load_mentions() -> WindowNetwork:
    """The network that tells mentions, read once."""
    lexicon = load_lexicon()
    return load_network("mentions.npz", lambda key: describe_token(key, lexicon))


def find_mentions(sentences: Sequence[Sentence], least: float = LEAST) -> list[list[Mention]]:
    """The event mentions of each sentence whose probability is at least `least`.

    >>> from timeline.sentences.analyzers import analyze
    >>> sentences = analyze("Rebels began the siege in May.")
    >>> [(sentences[0].tokens[m.head].text, m.kind) for m in find_mentions(sentences)[0]]
    [('began', 'aspectual'), ('siege', 'occurrence')]

    One call for a whole document is much faster than one for each sentence.
    """
    if not sentences:
        return []
    keys = [
        [join_token(t.text, t.lemma, t.tag, t.xpos) for t in sentence.tokens]
        for sentence in sentences
    ]
    chances = softmax(load_mentions().score(keys, PAD))[:, 1]
    chosen = np.flatnonzero(chances >= least)
    found: list[list[Mention]] = [[] for _ in sentences]
    ends = np.cumsum([len(words) for words in keys])
    places = np.searchsorted(ends, chosen, side="right").tolist()
    for k, place, chance in zip(chosen.tolist(), places, chances[chosen].tolist(), strict=True):
        tokens = sentences[place].tokens
        head = k - int(ends[place]) + len(tokens)
        last = head
        if head + 1 < len(tokens) and tokens[head + 1].xpos == "RP":
            last = head + 1
        found[place].append(Mention(head, head, last, tell_kind(tokens[head]), round(chance, 4)))
    return found


def tell_kind(token: Token) -> str:
    """The kind of event a word names, by its lemma and its field in the dictionary."""
    lemma = token.lemma.lower()
    listed = KINDS.get(f"{lemma}/{'n' if token.tag in ('NOUN', 'PROPN') else 'v'}")
    if listed is not None:
        return listed
    entry = load_lexicon().entry(lemma)
    if token.tag in ("NOUN", "PROPN"):
        return "state" if entry.noun in STATES and entry.eventful < 5 else "occurrence"
    if token.tag == "ADJ" or entry.verb == STATIVE:
        return "state"
    return "occurrence"
