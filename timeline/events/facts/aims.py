"""What verbs without a tense tell: an aim, or what was reached, missed or only said."""

from __future__ import annotations

from timeline.events.cues import Cues
from timeline.events.facts.signatures import OPEN, REAL, before_infinitive, is_done, propagate
from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import Scene


def aimed(scene: Scene, clause: Clause, host: Clause, above: str) -> str:
    """What an infinitive tells: an aim, unless the words before it say that it was reached or not.

    `above` is the status of the clause `host` that it hangs on.
    """
    words = scene.words
    if clause.link == "coordinate":
        return above
    if _fell_short(scene, clause, host) or is_unmet(scene, clause):
        return "negated"
    if clause.tense == "bare" and host.lemma not in words.signatures.bare:
        if scene.tokens[-1].text == "?":
            return "hypothetical"  # "does anybody know?"
        unmarked = words.pasts.get(clause.lemma) == clause.lemma
        if unmarked or _is_plural(scene, clause.first - 1):
            return REAL  # "the talks, they say, show that …": its tense was missed
    signature = before_infinitive(scene, clause, host)
    if signature is not None:
        return propagate(signature, above, host, "planned", scene.clauses)
    if clause.aspect.startswith("perfect"):
        return _looking_back(host, above, words)
    if _reached(scene, clause, host):
        return above
    verbs = words.verbs
    if _is_told(host, words) and not _names_aim(scene, clause):
        return "hypothetical" if host.lemma in verbs.doubting else above
    return propagate(OPEN, above, host, _aim(host, words), scene.clauses)


def _is_plural(scene: Scene, at: int) -> bool:
    chunk = scene.chunk_of[at] if at >= 0 else None
    return chunk is not None and scene.tokens[chunk.head].xpos in ("NNS", "NNPS")


def _aim(host: Clause, words: Cues) -> str:
    return "hypothetical" if host.lemma in words.verbs.feigning else "planned"


def _looking_back(host: Clause, above: str, words: Cues) -> str:
    """What "to have left" tells: "is said to have left", "is believed to have left"."""
    verbs = words.verbs
    if host.lemma in verbs.intending:
        return "planned"
    if host.lemma in verbs.doubting | verbs.alleging | verbs.feigning or above == "negated":
        return "hypothetical"
    return above


def goes_with(scene: Scene, clause: Clause, host: Clause) -> bool:
    """Whether an infinitive tells of the time of the verb above, not of one to come."""
    signature = before_infinitive(scene, clause, host)
    return (
        (signature is not None and signature.affirmed != "o")
        or host.lemma in scene.words.verbs.trying
        or _fell_short(scene, clause, host)
        or is_unmet(scene, clause)
        or _reached(scene, clause, host)
        or _is_told(host, scene.words)
    )


def _is_told(host: Clause, words: Cues) -> bool:
    """Whether an infinitive is what people say, think or find: "is said to own"."""
    verbs = words.verbs
    if not host.passive or host.lemma in verbs.intending or host.lemma in verbs.steering:
        return False
    return any(host.lemma in some for some in (verbs.doubting, verbs.saying, verbs.proving))


def _names_aim(scene: Scene, clause: Clause) -> bool:
    """Whether an infinitive hangs on a noun that names an aim ("plans to leave")."""
    before = scene.tokens[clause.first - 1].lemma if clause.first else ""
    return before in scene.words.nouns.planned or before in scene.words.nouns.purposes


def is_unmet(scene: Scene, clause: Clause) -> bool:
    """Whether it has not happened so far: "has yet to comment"."""
    before = scene.tokens[clause.first - 1].text.lower() if clause.first else ""
    return clause.tense == "infinitive" and before in scene.words.adverbs.unmet


def _reached(scene: Scene, clause: Clause, host: Clause) -> bool:
    """Whether it came to what the infinitive says: "was the first to", "rose to close at 40"."""
    verbs, lemma = scene.words.verbs, host.lemma
    if _names_aim(scene, clause):
        return False
    if _singled_out(scene, clause, host):
        return True
    if lemma in verbs.besting:
        # "Beat them to win" has no other past.
        return is_done(host) or (host.tense == "present" and scene.words.pasts.get(lemma) == lemma)
    return lemma in verbs.moving and clause.lemma in verbs.arriving


def _singled_out(scene: Scene, clause: Clause, host: Clause) -> bool:
    """Whether an infinitive tells who did it: "the first to arrive", "the last town to fall"."""
    if not clause.first or host.lemma in scene.words.verbs.steering:
        return False  # "permits the first bank to enter"
    before = clause.first - 1
    chunk = scene.chunk_of[before]
    if scene.tokens[before].tag == "ADV":
        return False  # "are meant only to please"
    first = chunk.first if chunk is not None else before
    return any(
        scene.tokens[number].text.lower() in scene.words.adjectives.singling
        for number in range(first, before + 1)
    )


def _fell_short(scene: Scene, clause: Clause, host: Clause) -> bool:
    """Whether what follows says that it was not done: "…, but did not", "tried and failed"."""
    tokens = scene.tokens
    for other in scene.clauses[clause.number + 1 :]:
        if other.link != "coordinate" or other.governor != host.number:
            continue
        after = max(other.last, other.head) + 1
        while after < len(tokens) and tokens[after].tag == "PART":
            after += 1
        if after < len(tokens) and tokens[after].tag != "PUNCT":
            continue
        if other.negated and other.lemma in scene.words.verbs.helping:
            return True
        if not other.negated and other.lemma in scene.words.verbs.failing:
            return True
    return False


def misses(scene: Scene, clause: Clause) -> bool:
    """Whether it did not quite happen, or another thing did: "almost resigned", "came close to
    resigning", "instead of resigning"."""
    words = scene.words
    tokens = scene.tokens
    for at in range(max(clause.first - 2, 0), clause.first):
        after = tokens[at + 1]
        opens = after.tag in ("ADP", "SCONJ", "PART")
        opens = opens and after.text.lower() != words.connectives.aiming
        if opens and tokens[at].text.lower() in words.adverbs.instead:
            return True
    if clause.tense == "ing" and clause.marker > 0:
        return tokens[clause.marker - 1].text.lower() in words.adjectives.short
    near = tokens[clause.head - 1].text.lower() if clause.head else ""
    stands = clause.tense == "present" and clause.aspect == "none"
    if stands or clause.lemma in words.verbs.measuring:
        return False  # "almost guarantees it", "almost doubled"
    return near in words.adverbs.nearly


def is_habit(scene: Scene, clause: Clause) -> bool:
    """Whether a "would" tells what somebody did: "would often walk", "would later return"."""
    words = scene.words
    if clause.modal not in words.modals.unreal or clause.aspect.startswith("perfect"):
        return False
    inside = scene.tokens[clause.first : clause.head]
    told = words.adverbs.habitual
    if clause.link not in ("content", "coordinate"):
        told = told | words.adverbs.eventual
    return any(token.text.lower() in told for token in inside)


def is_meant(scene: Scene, clause: Clause, host: Clause) -> bool:
    """Whether a verb in "-ing" is only meant: "plans for leaving", "considered leaving"."""
    words = scene.words
    verbs, nouns = words.verbs, words.nouns
    wanting = host.lemma in verbs.seeking
    if clause.link == "complement":
        return wanting and clause.first == host.last + 1
    if clause.link != "adverbial" or clause.marker < 1:
        return False
    tokens = scene.tokens
    if tokens[clause.marker].text.lower() not in words.prepositions.meaning:
        return False
    before = tokens[clause.marker - 1]
    if before.lemma in nouns.planned or before.lemma in nouns.purposes:
        return True
    if before.text.lower() in words.adjectives.minded:
        return True
    aims = wanting or host.lemma in verbs.intending or host.lemma in verbs.doubting
    return aims and clause.marker == host.last + 1
