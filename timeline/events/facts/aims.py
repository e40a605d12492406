"""What verbs without a tense tell: an aim, or what was reached, missed or only said."""

from __future__ import annotations

from timeline.events.cues import Cues
from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import Scene


def aimed(scene: Scene, clause: Clause, host: Clause, above: str, words: Cues) -> str:
    """What an infinitive tells: an aim, unless the verb above says that it was reached or not.

    `above` is the status of the clause `host` that it hangs on.
    """
    verbs, adjectives = words.verbs, words.adjectives
    if clause.link == "coordinate":
        return above
    if _missed(scene, clause, host, words):
        kept = above == "hypothetical" and host.lemma in verbs.preventing
        return above if kept else "negated"
    if clause.first and scene.tokens[clause.first - 1].lemma in adjectives.implying:
        return above
    if clause.aspect.startswith("perfect"):
        return _looking_back(host, above, words)
    if _reached(scene, clause, host, words):
        return above
    if _is_told(host, words) and not _names_aim(scene, clause, words):
        return "hypothetical" if host.lemma in verbs.doubting else above
    if above == "hypothetical" or host.lemma in verbs.feigning:
        return "hypothetical"
    return "hypothetical" if above == "negated" else "planned"


def _looking_back(host: Clause, above: str, words: Cues) -> str:
    """What "to have left" tells: "is said to have left", "is believed to have left"."""
    verbs = words.verbs
    if host.lemma in verbs.intending:
        return "planned"
    if host.lemma in verbs.doubting | verbs.alleging | verbs.feigning or above == "negated":
        return "hypothetical"
    return above


def goes_with(scene: Scene, clause: Clause, host: Clause, words: Cues) -> bool:
    """Whether an infinitive tells of the time of the verb above, not of one to come."""
    before = scene.tokens[clause.first - 1] if clause.first else None
    if before is not None and before.lemma in words.adjectives.implying:
        return True  # "was able to send it"
    return (
        host.lemma in words.verbs.trying
        or _missed(scene, clause, host, words)
        or _reached(scene, clause, host, words)
        or _is_told(host, words)
    )


def _is_told(host: Clause, words: Cues) -> bool:
    """Whether an infinitive is what people say or think: "is said to own", "is thought to own"."""
    verbs = words.verbs
    telling = host.lemma in verbs.doubting or host.lemma in verbs.saying
    return host.passive and telling and host.lemma not in verbs.intending | verbs.steering


def _missed(scene: Scene, clause: Clause, host: Clause, words: Cues) -> bool:
    """Whether it was not done: "failed to", "was unable to", "has yet to", "tried and failed"."""
    before = scene.tokens[clause.first - 1] if clause.first else None
    if _fell_short(scene, clause, host, words):
        return True
    if before is None:
        return host.lemma in words.verbs.preventing
    if before.lemma in words.adjectives.preventing or before.lemma in words.nouns.failing:
        return True
    if verb_phrase(scene, host) in words.verbs.dropping and _names_aim(scene, clause, words):
        return True
    if host.lemma in words.verbs.preventing | words.verbs.undoing:
        # "Dropped plans to sell" and "forbade them to leave", but "closed the road to save them".
        taken = host.object is not None and host.object[1] == clause.first - 1
        steered = not taken or host.lemma in words.verbs.steering
        return steered or _names_aim(scene, clause, words)
    return is_unmet(scene, clause, words)


def _names_aim(scene: Scene, clause: Clause, words: Cues) -> bool:
    """Whether an infinitive hangs on a noun that names an aim ("plans to leave")."""
    before = scene.tokens[clause.first - 1].lemma if clause.first else ""
    return before in words.nouns.planned or before in words.nouns.purposes


def is_unmet(scene: Scene, clause: Clause, words: Cues) -> bool:
    """Whether it has not happened so far: "has yet to comment"."""
    before = scene.tokens[clause.first - 1].text.lower() if clause.first else ""
    return clause.tense == "infinitive" and before in words.adverbs.unmet


def _reached(scene: Scene, clause: Clause, host: Clause, words: Cues) -> bool:
    """Whether it came to what the infinitive says: "managed to", "was the first to"."""
    verbs, lemma = words.verbs, host.lemma
    if _names_aim(scene, clause, words):
        return False
    if _singled_out(scene, clause, words):
        return True
    if clause.first and _is_ready(scene, clause, words):
        return False  # "was about to leave", "got ready to leave"
    if lemma in verbs.implying:
        return True
    if lemma in verbs.aspectual:
        # "Began to leave", but "began a march to urge them".
        return clause.first == host.last + 1 or host.object is None
    done = host.tense == "past" or host.aspect.startswith("perfect")
    if lemma in verbs.letting:
        return done
    if lemma in verbs.besting:
        # "Beat them to win" has no other past.
        return done or (host.tense == "present" and words.pasts.get(lemma) == lemma)
    if lemma in verbs.obliging:
        return done and clause.first == host.last + 1
    return lemma in verbs.moving and clause.lemma in verbs.arriving


def _is_ready(scene: Scene, clause: Clause, words: Cues) -> bool:
    before = scene.tokens[clause.first - 1]
    return before.tag == "ADJ" or before.text.lower() in words.prepositions.facing


def _singled_out(scene: Scene, clause: Clause, words: Cues) -> bool:
    """Whether an infinitive tells who did it: "the first to arrive", "the last town to fall"."""
    if not clause.first:
        return False
    before = clause.first - 1
    chunk = scene.chunk_of[before]
    if scene.tokens[before].tag == "ADV":
        return False  # "are meant only to please"
    first = chunk.first if chunk is not None else before
    return any(
        scene.tokens[number].text.lower() in words.adjectives.singling
        for number in range(first, before + 1)
    )


def _fell_short(scene: Scene, clause: Clause, host: Clause, words: Cues) -> bool:
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
        if other.negated and other.lemma in words.verbs.helping:
            return True
        if not other.negated and other.lemma in words.verbs.failing:
            return True
    return False


def misses(scene: Scene, clause: Clause, words: Cues) -> bool:
    """Whether it did not quite happen, or another thing did: "almost resigned", "came close to
    resigning", "instead of resigning"."""
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
    return near in words.adverbs.nearly and clause.lemma not in words.verbs.measuring


def is_habit(scene: Scene, clause: Clause, words: Cues) -> bool:
    """Whether a "would" tells what somebody did: "would often walk", "would later return"."""
    if clause.modal not in words.modals.unreal or clause.aspect.startswith("perfect"):
        return False
    inside = scene.tokens[clause.first : clause.head]
    told = words.adverbs.habitual
    if clause.link not in ("content", "coordinate"):
        told = told | words.adverbs.eventual
    return any(token.text.lower() in told for token in inside)


def is_meant(scene: Scene, clause: Clause, host: Clause, words: Cues) -> bool:
    """Whether a verb in "-ing" is only meant: "plans for leaving", "considered leaving"."""
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
    aims = wanting or host.lemma in verbs.intending | verbs.doubting
    return aims and clause.marker == host.last + 1


def verb_phrase(scene: Scene, clause: Clause) -> str:
    """The lemma of a verb, with its particle ("call off")."""
    after = clause.head + 1
    word = scene.tokens[after].text.lower() if after < len(scene.tokens) else ""
    return f"{clause.lemma} {word}" if word in scene.words.adverbs.particles else clause.lemma
