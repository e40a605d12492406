"""Event mentions: the verbs and nouns of a sentence that name something that happens or holds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import exp
from typing import NamedTuple

import numpy as np

from timeline.sentences.features import Reading, describe_token
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.network import WindowNetwork, load_network
from timeline.sentences.tokens import Sentence, Token
from timeline.sentences.vocabulary import BE, ENTITLED, KINDS

PAD: Reading = ("", "", "", "")
# Where precision and recall meet on news; lower finds more, higher fewer and surer.
LEAST = 0.45
# From the network's margin to a probability, by treebank tag: slope and shift, so that of the
# mentions given 0.7 about seven in ten are marked in TimeBank and AQUAINT.
CALIBRATION = {
    "VB": (0.43, 0.09), "VBD": (0.43, 0.09), "VBP": (0.43, 0.09), "VBZ": (0.43, 0.09),
    "VBN": (0.72, -0.44), "VBG": (0.68, -0.82),
}  # fmt: skip
OTHERS = (0.47, -0.82)
# No margin below this reaches a probability of 0.1.
CLEARLY_NONE = -4.0
# How many words after its head an infinitive may stand to show an intention.
NEAR = 5


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
def load_mentions() -> WindowNetwork[Reading]:
    """The network that tells mentions, read once."""
    lexicon = load_lexicon()
    return load_network("mentions.npz", lambda reading: describe_token(reading, lexicon))


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
    scores = load_mentions().score([[token[2:] for token in s.tokens] for s in sentences], PAD)
    margins = scores[:, 1] - scores[:, 0]
    candidates = np.flatnonzero(margins > CLEARLY_NONE)
    ends = np.cumsum([len(sentence.tokens) for sentence in sentences])
    places = np.searchsorted(ends, candidates, side="right")
    heads = candidates - ends[places]
    found: list[list[Mention]] = [[] for _ in sentences]
    for place, back, margin in zip(
        places.tolist(), heads.tolist(), margins[candidates].tolist(), strict=True
    ):
        tokens = sentences[place].tokens
        head = len(tokens) + back
        slope, shift = CALIBRATION.get(tokens[head].xpos, OTHERS)
        probability = 1 / (1 + exp(-slope * margin - shift))
        if probability < least:
            if not _gives_title(tokens, head):
                continue
            probability = least
        joined = head + 1 < len(tokens) and tokens[head + 1].xpos == "RP"
        kind = tell_kind(tokens, head)
        found[place].append(Mention(head, head, head + joined, kind, round(probability, 3)))
    return found


def _gives_title(tokens: Sequence[Token], head: int) -> bool:
    """Whether somebody was made something: "was named head of the bank", "was crowned king"."""
    if not 0 < head < len(tokens) - 1 or (tokens[head].tag, tokens[head].xpos) != ("VERB", "VBN"):
        return False
    before = tokens[head - 1]
    goes_on = before.tag == "CCONJ" and tokens[head].text in ENTITLED
    helped = (before.tag == "AUX" and before.lemma == BE) or goes_on
    return helped and tokens[head + 1].tag in ("NOUN", "PROPN")


def tell_kind(tokens: Sequence[Token], head: int) -> str:
    """The kind of event that the word at `head` names, by its lemma and what follows."""
    token = tokens[head]
    if token.tag == "ADJ":
        return "state"
    part = "n" if token.tag in ("NOUN", "PROPN") else "v"
    kind = KINDS.get(f"{token.lemma.lower()}/{part}", "occurrence")
    if kind != "with_infinitive":
        return kind
    after = tokens[head + 1 : head + 1 + NEAR]
    return "intention" if any(t.xpos == "TO" for t in after) else "occurrence"
