"""What a word tells of the event in its complement, and how that goes down a chain of clauses.

Of "failed to prevent the firm from selling" the failing is asserted, the preventing negated and the
selling left open: each word turns what stands above it into what stands below. The signs are those
of `signatures.toml`; they are reckoned with as in Nairn, Condoravdi and Karttunen, "Computing
relative polarity for textual inference" (2006), with planned and hypothetical for the undecided.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.implicatives import Signature
from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import Scene
from timeline.sentences import Token

#: The status of what is told as fact.
REAL = "asserted"
#: What says nothing of its complement.
OPEN = Signature("o", "o")


def propagate(
    signature: Signature, above: str, host: Clause, left: str, clauses: Sequence[Clause] = ()
) -> str:
    """The status of what stands below a clause of status `above`; `left` if it is left open.

    >>> host = Clause(0, 0, 0, 0, "manage", "past", "none", "", False, True, False, True)
    >>> propagate(Signature("+", "-"), "negated", host, "planned")
    'negated'

    `clauses` are those of the sentence, where `host` may have no tense of its own.
    """
    if signature == ("+", "+") and (above != "hypothetical" or host.modal):
        return REAL
    sign = signature.denied if above == "negated" else signature.affirmed
    if sign == "-":
        return "negated" if above != "hypothetical" else above
    if sign == "o" or above == "hypothetical":
        return "hypothetical" if above in ("negated", "hypothetical") else left
    if above == "negated":
        # "did not fail to pay", but "will not fail to pay" and "do not fail to pay"
        top = _finite_above(host, clauses)
        return REAL if top.finite and not top.modal else "hypothetical"
    return above


def _finite_above(host: Clause, clauses: Sequence[Clause]) -> Clause:
    """The clause with a tense that an infinitive hangs on: "will fail" of "will fail to stop"."""
    while not host.finite and 0 <= host.governor < len(clauses) and host.governor < host.number:
        host = clauses[host.governor]
    return host


def before_infinitive(scene: Scene, clause: Clause, host: Clause) -> Signature | None:
    """What stands before an infinitive tells of it: an adjective, a noun, or its verb; None if
    nothing is known of these."""
    words = scene.words
    signatures, done = words.signatures, is_done(host)
    before = _word_before(scene, clause)
    taken = host.object is not None and host.object[1] < clause.first
    if before is not None:
        found = signatures.adjective.get(before.lemma) or signatures.noun.get(before.lemma)
        if found is None and taken and done:
            found = signatures.phrase.get((host.lemma, before.lemma))
        if found is None:
            found = _measured(scene, clause, host)
        if found is None and done and host.copula:
            found = signatures.judgement.get(before.lemma)
        if found is not None:
            return found
        if before.lemma in words.nouns.planned or before.lemma in words.nouns.purposes:
            dropped = verb_phrase(scene, host) in words.verbs.dropping
            dropped = dropped or signatures.infinitive.get(host.lemma, OPEN).affirmed == "-"
            # "Rejected plans to sell", but "blocked imports in an attempt to save them".
            own = host.passive or (host.object is not None and host.object[1] == clause.first - 1)
            return Signature("-", "o") if dropped and own else None
        if before.tag == "ADJ" or before.text.lower() in words.prepositions.facing:
            return None  # "was about to leave", "got ready to leave"
    if host.lemma in words.verbs.going and "progressive" in host.aspect:
        return None  # "are going to be selling it"
    if clause.tense == "bare" and host.lemma in signatures.bare:
        return signatures.bare[host.lemma]
    if done or (host.lemma in words.verbs.using and not host.modal):
        found = signatures.past.get(host.lemma)
        if found is not None:
            at_once = clause.first == host.last + 1
            return found if at_once or host.lemma not in words.verbs.obliging else None
    found = signatures.infinitive.get(host.lemma)
    # "Forbade them to leave", but "closed the road to save them".
    return found if not taken or host.lemma in words.verbs.steering else None


def _word_before(scene: Scene, clause: Clause) -> Token | None:
    """The word before an infinitive, or before the "for him" that stands there."""
    at = clause.first - 1
    chunk = scene.chunk_of[at] if at >= 0 else None
    opener = chunk.first - 1 if chunk is not None else -1
    if opener > 0 and scene.tokens[opener].text.lower() == scene.words.connectives.introducing:
        at = opener - 1
    return scene.tokens[at] if at >= 0 else None


def _measured(scene: Scene, clause: Clause, host: Clause) -> Signature | None:
    """What "quick enough to", "too weak to" and ", only to" tell."""
    tokens, adverbs, top = scene.tokens, scene.words.adverbs, _finite_above(host, scene.clauses)
    near = [tokens[k].text.lower() for k in range(max(clause.first - 3, 0), clause.first)]
    apart = near[-2:-1] == [","] or clause.passive
    if near and apart and near[-1] in adverbs.resulting and is_done(top):
        return Signature("+", "o")
    if any(word in adverbs.excessive for word in near[:-1]) and tokens[clause.first - 1].tag in (
        "ADJ",
        "ADV",
    ):
        return Signature("-", "o")
    if any(word in adverbs.sufficient for word in near[-2:]) and is_done(host):
        return Signature("+", "-")
    return None


def before_gerund(scene: Scene, clause: Clause, host: Clause) -> Signature | None:
    """What a verb tells of a verb in "-ing": its complement, or behind "from", "in" or "of"."""
    words = scene.words
    marker = scene.tokens[clause.marker].text.lower() if clause.marker >= 0 else ""
    handing = marker in words.prepositions.handing
    if clause.link != "complement" and not handing:
        return None
    if marker in words.prepositions.keeping and host.object is not None:
        return Signature("-", "+" if verb_phrase(scene, host) in words.verbs.averting else "o")
    gerund = words.signatures.gerund
    return gerund.get(verb_phrase(scene, host)) or gerund.get(host.lemma)


def is_done(host: Clause) -> bool:
    """Whether a clause tells of what is past."""
    return host.tense == "past" or host.aspect.startswith("perfect")


def verb_phrase(scene: Scene, clause: Clause) -> str:
    """The lemma of a verb, with its particle ("call off")."""
    after = clause.head + 1
    word = scene.tokens[after].text.lower() if after < len(scene.tokens) else ""
    return f"{clause.lemma} {word}" if word in scene.words.adverbs.particles else clause.lemma
