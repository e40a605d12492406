"""Whether an event that a noun names is told as a fact."""

from __future__ import annotations

from timeline.events.facts.signatures import REAL, verb_phrase
from timeline.events.facts.supposing import is_perfect
from timeline.events.facts.truth import inherited, status_of_clause
from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import Scene


def status_of_noun(scene: Scene, token: int, clause: Clause | None, known: dict[int, str]) -> str:
    """What an event named by a noun is told as: by the words before it, else as its verb."""
    opener = token - 1
    while opener >= 0 and scene.tokens[opener].tag in ("ADJ", "NOUN", "DET", "VERB", "NUM"):
        opener -= 1
    own = _described(scene, opener, token) or _heralded(scene, token, opener)
    if own:
        return own
    above = status_of_clause(scene, clause, known) if clause is not None else REAL
    if above != "hypothetical" and _is_reason(scene, opener):
        return REAL
    lost = _lacking(scene, opener, clause) or _undone(scene, token, known)
    return lost or (REAL if clause is None else _by_verb(scene, token, clause, above, known))


def _described(scene: Scene, opener: int, token: int) -> str:
    """What the adjectives of a noun make of it, or an "instead of" before them; "" if nothing."""
    adverbs, adjectives = scene.words.adverbs, scene.words.adjectives
    for number in range(token - 1, opener, -1):
        word = scene.tokens[number].text.lower()
        if word in adverbs.none or word in adjectives.undone:
            return "negated"
        if word in adjectives.planned:
            return "planned"
        if word in adjectives.doubtful:
            return "hypothetical"
    before = scene.tokens[opener - 1].text.lower() if opener > 0 else ""
    instead = before in adverbs.instead and scene.tokens[opener].tag in ("ADP", "SCONJ")
    return "negated" if instead else ""


def _lacking(scene: Scene, opener: int, clause: Clause | None) -> str:
    """What a "without" makes of a noun; "" if none opens it."""
    if opener < 0 or scene.tokens[opener].text.lower() not in scene.words.prepositions.lacking:
        return ""
    main = clause or next((c for c in scene.clauses if c.finite), None)
    if main is None or main.modal not in scene.words.modals.hypothetical:
        return "negated"
    # "Without the warning they would have died": there was one.
    return REAL if is_perfect(main) else "hypothetical"


def _by_verb(scene: Scene, token: int, clause: Clause, above: str, known: dict[int, str]) -> str:
    """What a verb makes of a noun beside it; `above` is the status of the verb itself."""
    verbs, lemma, behind = scene.words.verbs, clause.lemma, token > clause.head
    inside = clause.object is not None and clause.object[0] <= token <= clause.object[1]
    if above == REAL and lemma in verbs.seeking and (inside or _is_taken(scene, token, clause)):
        return "planned"
    begun = _begun(scene, token, clause) if above == REAL else None
    if begun is not None:
        return status_of_clause(scene, begun, known)
    doubted = behind and lemma in verbs.doubting and lemma not in verbs.intending
    if doubted and (inside or clause.passive):
        return "hypothetical"
    if _stands(scene, token, clause, above):
        return REAL
    if inside:
        return above
    return "hypothetical" if behind and lemma in verbs.alleging else inherited(above)


def _begun(scene: Scene, token: int, clause: Clause) -> Clause | None:
    """The verb that tells of a subject that it is to begin: "the trial is set to begin"."""
    if clause.subject is None or clause.subject[2] != token:
        return None
    for other in scene.clauses[clause.number + 1 :]:
        begins = other.governor == clause.number and other.lemma in scene.words.verbs.dawning
        if begins and other.tense == "infinitive":
            return other
    return None


def _is_reason(scene: Scene, opener: int) -> bool:
    """Whether what a noun names was there before the verb: "in response to the strike"."""
    said = [token.text.lower() for token in scene.tokens[max(opener - 3, 0) : opener + 1]]
    phrases = (" ".join(said[first:]) for first in range(len(said)))
    return any(phrase in scene.words.prepositions.reasoning for phrase in phrases)


def _heralded(scene: Scene, token: int, opener: int) -> str:
    """What a noun or verb before "of" or "for" makes of what it names: "calls for an inquiry",
    "fear of flooding", "a lack of rain", "warned of a strike"; "" if nothing."""
    words = scene.words
    tokens, openers = scene.tokens, words.prepositions
    if opener < 1:
        return ""
    before, opening = tokens[opener - 1], tokens[opener].text.lower()
    warded = opening in openers.warding and before.lemma in words.verbs.warning
    if opening not in openers.meaning and not warded:
        return ""
    if before.tag == "VERB" and not _definite(scene, token):
        if before.lemma in words.verbs.warning:
            return "hypothetical"
        clause = scene.by_head.get(opener - 1)
        sought = clause is not None and not clause.negated and before.lemma in words.verbs.seeking
        return "planned" if sought else ""
    if before.tag != "NOUN":
        return ""
    if before.lemma in words.nouns.lacking:
        return "negated"
    if _definite(scene, token):
        return ""
    if before.lemma in words.nouns.fearing:
        return "hypothetical"
    return "planned" if before.lemma in words.nouns.heralding else ""


def _undone(scene: Scene, token: int, known: dict[int, str]) -> str | None:
    """What becomes of an event that its own verb averts, puts off or denies; None if none does."""
    chunk = scene.chunk_of[token]
    for one in scene.clauses:
        span = one.object if not one.passive else one.subject
        if one.tense == "participle" and one.antecedent >= 0:
            other = scene.chunk_of[one.antecedent]
            span = None if other is None else (other.first, other.last, other.head)
        if span is None or chunk is None or span[2] != chunk.head or chunk.head != token:
            continue
        verb, verbs = verb_phrase(scene, one), scene.words.verbs
        if not verb or not any(
            verb in some for some in (verbs.undoing, verbs.postponing, verbs.denying)
        ):
            continue
        status = status_of_clause(scene, one, known)
        if status == "negated" and verb in verbs.averting and not one.modal:
            return REAL  # "failed to prevent a war"
        if status != REAL:
            # "The fire could have been prevented": it was not.
            return REAL if one.modal and is_perfect(one) else "hypothetical"
        if verb in verbs.denying:
            said = scene.tokens[token].lemma in scene.words.nouns.naming
            return REAL if said else "hypothetical"
        return "planned" if verb in verbs.postponing else "negated"
    return None


def _is_taken(scene: Scene, token: int, clause: Clause) -> bool:
    """Whether a passive's subject is new to the text: "an invasion was expected"."""
    subject = clause.subject if clause.passive else None
    return subject is not None and subject[2] == token and not _definite(scene, token)


def _stands(scene: Scene, token: int, clause: Clause, above: str) -> bool:
    """Whether an event is there though its verb is not: "did not attend the hearing", "the blast
    may have been planned", "will investigate the blast"."""
    words = scene.words
    taken = clause.object
    if clause.passive or taken is None:
        taken = clause.subject  # "will be ended", "will end"
    if clause.lemma in words.verbs.presupposing and taken is not None:
        return taken[0] <= token <= taken[1]
    if clause.lemma in words.verbs.answering and token > clause.head and above != REAL:
        # "Will apologise for a delay"
        chunk = scene.chunk_of[token]
        opener = (chunk.first if chunk is not None else token) - 1
        if scene.tokens[opener].text.lower() in words.prepositions.answering:
            return True
    if not _definite(scene, token):
        return False
    if above == "negated":
        verbs = words.verbs
        making = (verbs.light, verbs.aspectual, verbs.causing)
        return not any(clause.lemma in some for some in making)
    guessed = above == "hypothetical" and is_perfect(clause)
    return guessed and clause.modal not in words.modals.unreal


def _definite(scene: Scene, token: int) -> bool:
    """Whether a noun phrase names something known: "the hearing", "his trial"."""
    chunk = scene.chunk_of[token]
    if chunk is None:
        return False
    opening = scene.tokens[chunk.first]
    if opening.xpos in ("PRP$", "PDT"):
        return True
    return opening.xpos == "DT" and opening.text.lower() in scene.words.small.pointing
