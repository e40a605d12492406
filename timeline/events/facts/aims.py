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
    if _performs(scene, clause, host):
        return REAL
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


def _performs(scene: Scene, clause: Clause, host: Clause) -> bool:
    """Whether it is done by saying so: "I want to thank the crew"."""
    verbs = scene.words.verbs
    willing = host.lemma in verbs.wishing and not host.negated and not is_done(host)
    return willing and clause.lemma in verbs.performing and speaks(scene, host)


def speaks(scene: Scene, clause: Clause) -> bool:
    """Whether the subject of a clause is who says it: "I", "we"."""
    subject = clause.subject
    return subject is not None and scene.tokens[subject[2]].text in scene.words.pronouns.speaking


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
    if lemma in verbs.calling and is_done(host):
        # "Called the station to complain", but "called on him to complain"
        asks = lemma in verbs.seeking and scene.tokens[host.last + 1].tag == "ADP"
        said = (verbs.reporting, verbs.avowing, verbs.answering, verbs.seeking)
        return not asks and any(clause.lemma in some for some in said)
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
    singling = scene.words.adjectives.singling
    if first and scene.tokens[first - 1].tag == "ADP" and scene.tokens[first].text[:1].isupper():
        return False  # "called for First Karst to sell it"
    return any(token.text.lower() in singling for token in scene.tokens[first : before + 1])


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


def meaning(scene: Scene, clause: Clause, host: Clause) -> str:
    """What a verb in "-ing" is told as that is only meant, or only feared: "plans for leaving",
    "considered leaving", "the risk of losing"; "" if it is neither."""
    words = scene.words
    verbs, nouns = words.verbs, words.nouns
    wanting = host.lemma in verbs.seeking
    if clause.link == "complement":
        return "planned" if wanting and clause.first == host.last + 1 else ""
    if clause.link != "adverbial" or clause.marker < 1:
        return ""
    tokens = scene.tokens
    marker, before = tokens[clause.marker].text.lower(), tokens[clause.marker - 1]
    if marker in words.connectives.awaiting:
        # "is raising money before buying the firm"
        going = host.tense == "present" and host.aspect == "progressive"
        return "planned" if going else ""
    if marker not in words.prepositions.meaning:
        return ""
    if before.tag == "NOUN" and before.lemma in nouns.fearing:
        return "hypothetical"
    if any(before.lemma in some for some in (nouns.planned, nouns.purposes, nouns.heralding)):
        return "planned"
    if before.text.lower() in words.adjectives.minded:
        return "planned"
    aims = wanting or host.lemma in verbs.intending or host.lemma in verbs.doubting
    return "planned" if aims and clause.marker == host.last + 1 else ""
