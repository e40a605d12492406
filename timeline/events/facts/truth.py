"""Whether an event is told as a fact."""

from __future__ import annotations

from collections.abc import Callable

from timeline.events.cues import Cues
from timeline.events.facts.aims import aimed, is_habit, is_unmet, meaning, misses, speaks
from timeline.events.facts.signatures import OPEN, REAL, before_gerund, is_done, propagate
from timeline.events.facts.supposing import asks, is_perfect, is_supposed, marker_of
from timeline.events.implicatives import Signature
from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import Scene

#: What verbs of saying tell of what they say.
SAID = Signature("+", "o")


def status_of_clause(scene: Scene, clause: Clause, known: dict[int, str], depth: int = 0) -> str:
    """asserted, planned, hypothetical or negated: what the verb of a clause is told as."""
    found = known.get(clause.number)
    if found is None:
        known[clause.number] = REAL  # a circle of clauses ends here
        found = _judge(scene, clause, known, depth)
        known[clause.number] = found
    return found


def _judge(scene: Scene, clause: Clause, known: dict[int, str], depth: int) -> str:
    host = scene.clauses[clause.governor] if clause.governor >= 0 and depth < 8 else None
    own = next(filter(None, (tells(scene, clause, host) for tells, _ in _BY_ITS_WORDS)), "")
    if own:
        return own
    shared = _shared(scene, clause, host) if host is not None else None
    if shared is not None:
        return status_of_clause(scene, shared, known, depth + 1)
    if clause.finite:
        if clause.link == "content" and host is not None:
            return _reported(scene, clause, host, known, depth)
        return "planned" if _awaited(scene, clause, host) else REAL
    if host is None:
        before = clause.first - 1
        while before > 0 and scene.tokens[before].tag == "ADV":
            before -= 1
        told = before >= 0 and scene.chunk_of[before] is not None
        # A line without a stop may be a title, but "Please reply" asks.
        titled = scene.title and not (before >= 0 and scene.tokens[before].tag == "INTJ")
        asked = clause.tense == "bare" and not (titled or told)
        return "planned" if clause.tense == "infinitive" or asked else REAL
    if clause.tense in ("infinitive", "bare"):
        above = status_of_clause(scene, host, known, depth + 1)
        return aimed(scene, clause, host, above)
    if scene.tokens[clause.head].text.lower() in scene.words.prepositions.telling:
        return REAL
    host = _upper(scene, clause, host)
    above = status_of_clause(scene, host, known, depth + 1)
    return _dependent(scene, clause, host, above)


def _supposed(scene: Scene, clause: Clause, host: Clause | None) -> str:
    return "hypothetical" if is_supposed(scene, clause) else ""


def _undone(scene: Scene, clause: Clause, host: Clause | None) -> str:
    if _denied(scene, clause):
        # "told them not to go": whether they went is not said.
        told = clause.link == "infinitive" and host is not None and host.object is not None
        modals = scene.words.modals
        # "May not have gone"; "would not have gone" says that he went, if anything.
        guessed = clause.modal in modals.guessing
        guessed = guessed or (clause.modal in modals.unreal and is_perfect(clause))
        return "hypothetical" if told or guessed else "negated"
    return "negated" if misses(scene, clause) or is_unmet(scene, clause) else ""


def _done_often(scene: Scene, clause: Clause, host: Clause | None) -> str:
    return REAL if is_habit(scene, clause) else ""


def _named(scene: Scene, clause: Clause, host: Clause | None) -> str:
    named = _named_as(scene, clause)
    return "" if named == REAL and clause.modal else named


def _modal(scene: Scene, clause: Clause, host: Clause | None) -> str:
    words = scene.words
    if clause.modal in words.modals.hypothetical:
        seen = clause.modal == "could" and clause.passive
        if seen and clause.lemma in words.verbs.sensing:
            return REAL  # "could be seen from the shore"
        polite = clause.modal in words.modals.unreal and clause.lemma in words.verbs.softened
        if polite and speaks(scene, clause) and not is_perfect(clause):
            return REAL  # "I would say so"
        return _possible(scene, clause, host)
    if clause.modal not in words.modals.planned:
        return ""
    # "do not think that he will leave"
    thought = clause.link == "content" and host is not None and host.negated
    return "hypothetical" if thought else "planned"


def _doubted(scene: Scene, clause: Clause, host: Clause | None) -> str:
    inside = scene.tokens[max(clause.first - 1, 0) : clause.head]
    doubts = scene.words.adverbs.doubtful
    doubted = any(token.tag == "ADV" and token.text.lower() in doubts for token in inside)
    asked = clause.link == "main" and asks(scene, clause)
    return "hypothetical" if doubted or asked else ""


#: What a clause is told as by its own words, with what they may be: the first that tells decides.
_BY_ITS_WORDS: tuple[tuple[Callable[[Scene, Clause, Clause | None], str], str], ...] = (
    (_supposed, "if it rains; provided that it rains; anyone who saw it"),
    (_undone, "did not go; almost went; has yet to go"),
    (_done_often, "would often go"),
    (_named, "rumours that he went; it is untrue that he went"),
    (_modal, "may go; will go"),
    (_doubted, "perhaps went; did he go?"),
)


def _named_as(scene: Scene, clause: Clause) -> str:
    """What a noun or adjective before "that" makes of what follows: "rumours that he had resigned",
    "no sign that", "it is possible that", "it is untrue that"; "" if nothing."""
    words = scene.words
    before, opened = clause.marker - 1, scene.tokens[clause.marker].xpos == "IN"
    told = clause.link == "content" or (clause.link == "relative" and opened)
    if not clause.finite or not told or before < 0 or scene.tokens[before].tag == "VERB":
        return ""
    named, chunk = scene.tokens[before].lemma.lower(), scene.chunk_of[before]
    none = chunk is not None and scene.tokens[chunk.first].text.lower() in words.adverbs.none
    naming, unsure = named in words.nouns.naming, named in words.nouns.unsure
    if naming and none:
        return REAL if named in words.verbs.doubting else "hypothetical"
    if naming and not unsure and clause.link == "content":
        return REAL  # "the fact that it closed"
    if unsure or named in words.adjectives.unsure:
        return "hypothetical"
    return "negated" if named in words.adjectives.untrue else ""


def _possible(scene: Scene, clause: Clause, host: Clause | None) -> str:
    """What may or would be; "said he would leave" tells a plan as seen from then."""
    if clause.link == "coordinate" and host is not None and host.link == "content":
        host = scene.clauses[host.governor] if host.governor >= 0 else None
    told = clause.link in ("content", "coordinate") and host is not None
    if told and host is not None and host.tense == "ing" and host.governor >= 0:
        host = scene.clauses[host.governor]
    past = told and host is not None and host.tense == "past"
    planned = past and clause.modal in scene.words.modals.back and not is_perfect(clause)
    return "planned" if planned else "hypothetical"


def _is_willed(scene: Scene, clause: Clause, host: Clause) -> bool:
    """Whether a participle tells what is to be done: "ordered the bridge blown up"."""
    if host.lemma not in scene.words.verbs.willing or host.passive or clause.tense != "participle":
        return False
    after = scene.clauses[clause.number + 1 : clause.number + 2]
    bid = any(one.tense == "infinitive" for one in after)  # "ordered men stationed there to leave"
    return host.object is not None and host.object[1] == clause.first - 1 and not bid


def _shared(scene: Scene, clause: Clause, host: Clause) -> Clause | None:
    """The clause that a verb shares its tense with.

    It is the one under whose modal or "to" a verb stands that looks like a present ("will be brief
    and have no effect", "meant to shut it and sell the land"), and the one with a past where a verb
    seems joined to an infinitive ("failed to sell it and filed for bankruptcy").
    """
    if clause.tense == "participle" and clause.link == "coordinate":
        bare = host.tense in ("infinitive", "bare") and host.aspect == "none" and not host.passive
        while not host.finite and 0 <= host.governor < host.number:
            host = scene.clauses[host.governor]
        told = bare and host.tense == "past" and clause.first == clause.head
        return host if told and not host.passive else None
    plain = clause.finite and clause.first == clause.head
    plain = plain and scene.tokens[clause.first].xpos in ("VBP", "VB")
    if not plain or clause.link != "coordinate" or clause.modal or clause.subject != host.subject:
        return None
    if host.modal:
        return host
    before = scene.clauses[clause.number - 1] if clause.number else host
    return before if before.tense == "infinitive" and host.tense == "past" else None


def _awaited(scene: Scene, clause: Clause, host: Clause | None) -> bool:
    """Whether a present tense tells what is waited for: "until they agree"."""
    present = clause.tense == "present" and "progressive" not in clause.aspect
    if not present or host is None:
        return False
    if clause.link == "coordinate" and clause.subject in (None, host.subject):
        # "until they meet and agree"
        above = scene.clauses[host.governor] if host.governor >= 0 else None
        return host.link == "adverbial" and _awaited(scene, host, above)
    if clause.link != "adverbial":
        return False
    known, marker = scene.words.connectives, marker_of(scene, clause)
    if marker in known.awaiting:
        return True
    ahead = bool(host.modal) or host.tense in ("future", "infinitive")
    if marker in known.quoting and scene.tokens[clause.marker - 1].tag != "ADV":
        ahead = host.tense == "future"  # "could leave, as they did", but "as soon as they agree"
    return ahead and marker in (known.earlier | known.together) - known.reasons


def _upper(scene: Scene, clause: Clause, host: Clause) -> Clause:
    """The finite clause in place of an infinitive that a ", saying …" seems to hang on."""
    words = scene.words
    opener = clause.marker if clause.marker >= 0 else clause.first
    if clause.tense == "ing" and scene.tokens[opener].text.lower() == words.connectives.doing:
        # "tried to calm them by calling": they called
        above = host
        while not above.finite and 0 <= above.governor < above.number:
            above = scene.clauses[above.governor]
        return above if above.lemma in words.verbs.trying and is_done(above) else host
    aside = opener > 0 and scene.tokens[opener - 1].text == ","
    if clause.marker > 0 and scene.tokens[opener].text.lower() in words.connectives.earlier:
        # ", three years after leaving"
        aside = scene.is_set_off(opener)
    elif clause.link != "participle":
        aside = False
    if not (aside and clause.tense == "ing"):
        return host
    upper, says = host, clause.lemma in words.verbs.reporting
    while 0 <= upper.governor < upper.number:
        # Who says so is who acts: "asked how far it might go, noting that it was old".
        if upper.finite and not (says and upper.link in ("content", "relative")):
            break
        upper = scene.clauses[upper.governor]
    done = upper.tense == "past" or is_perfect(upper)
    return upper if upper.finite and (says or done) else host


def _dependent(scene: Scene, clause: Clause, host: Clause, above: str) -> str:
    """What a participle or gerund tells, by the clause it hangs on."""
    words = scene.words
    if clause.marker >= 0 and clause.tense == "participle":
        compared = scene.tokens[clause.marker].text.lower() == words.small.than
        if compared:
            return REAL  # "will open later than planned"
    # "The bill, published in May, would raise taxes": it was published.
    if _is_willed(scene, clause, host):
        return propagate(OPEN, above, host, "planned", scene.clauses)
    described = clause.link == "participle" and clause.antecedent >= 0
    done = clause.tense == "participle"
    if described and (done or not _is_any(scene, clause.antecedent)):
        return REAL
    if host.lemma in words.verbs.alleging and clause.link == "adverbial":
        return "hypothetical"
    blamed = host.lemma in words.verbs.judging
    if blamed and marker_of(scene, clause) == words.connectives.introducing:
        return _judged(host, above, words)
    if clause.tense == "ing":
        # "barred from leaving", but "cancelled it after falling ill"
        signature = before_gerund(scene, clause, host)
        if signature is not None:
            return propagate(signature, above, host, "planned", scene.clauses)
    if above == REAL and clause.tense == "ing":
        meant = meaning(scene, clause, host)
        if meant:
            return meant
    if clause.link == "complement" and clause.tense == "ing" and host.lemma in words.verbs.doubting:
        return "hypothetical"
    # "did not answer, citing the law": the law was cited.
    aside = clause.link == "participle" and scene.tokens[clause.first - 1].text == ","
    # "Asked about it, he did not answer": he was asked.
    aside = aside or (clause.link == "participle" and clause.head < host.head)
    if done and above == "planned" and clause.head < host.head and _is_told_of(scene, clause):
        return REAL  # "Built in 1902, the mill will be pulled down."
    whole = clause.link in ("coordinate", "complement", "participle") and not aside
    return above if whole else inherited(above)


def _judged(host: Clause, above: str, words: Cues) -> str:
    """What somebody is held, thanked or fined for: "arrested him for stealing", "thanked him for
    coming", but "may be fined for parking there"."""
    if host.lemma in words.verbs.presuming or above == "hypothetical":
        return "hypothetical"
    return above if above == "planned" and host.passive else REAL


def inherited(above: str) -> str:
    """What an event is told as that a plan or a guess contains; what is denied may stand."""
    return above if above in ("hypothetical", "planned") else REAL


def _denied(scene: Scene, clause: Clause) -> bool:
    words = scene.words
    tokens = scene.tokens
    if clause.negated:
        following = clause.head + 1
        only = following < len(tokens) and tokens[following].text.lower() in words.adverbs.focusing
        return not only
    for at in (clause.marker, clause.first - 1):
        if at >= 0 and tokens[at].text.lower() in words.adverbs.neither:
            return True
    subject, taken = clause.subject, clause.object
    if subject is not None and clause.link != "relative":
        before = max(subject[0] - 1, 0)
        if _denies(scene, before) or _denies(scene, subject[0]):
            return True
    # "Made no offer", but "has no licence", which tells how things are, and "said no one left".
    if taken is not None and clause.lemma not in words.verbs.static:
        says = clause.lemma in words.verbs.reporting or clause.lemma in words.verbs.doubting
        if not says and _denies(scene, taken[0]):
            return True
    opener = clause.marker
    if clause.tense == "ing" and clause.link == "participle" and clause.antecedent >= 0:
        # "without anybody noticing"
        chunk = scene.chunk_of[clause.antecedent]
        next_to = chunk is not None and chunk.last == clause.first - 1
        opener = chunk.first - 1 if chunk is not None and next_to else opener
    return opener >= 0 and tokens[opener].text.lower() in words.prepositions.lacking


def _denies(scene: Scene, at: int) -> bool:
    """Whether a word denies what it stands before: "no one", but not "no fewer than 40"."""
    words = scene.words
    tokens = scene.tokens
    if tokens[at].text.lower() not in words.modals.negative:
        return False
    if at + 1 < len(tokens) and tokens[at + 1].text.lower() in words.adverbs.all:
        return False  # "not all of them left"
    than = at + 2 < len(tokens) and tokens[at + 2].text.lower() == words.small.than
    return not (than and tokens[at + 1].text.lower() in words.small.comparing)


def _reported(scene: Scene, clause: Clause, host: Clause, known: dict[int, str], depth: int) -> str:
    """What is hoped, feared, asked or denied is not told as fact; what is said or known is."""
    known_of = scene.words.signatures.clause.get(host.lemma)
    signature = known_of or (OPEN if host.lemma in scene.words.verbs.doubting else SAID)
    above = status_of_clause(scene, host, known, depth + 1)
    asked = clause.marker >= 0 and scene.tokens[clause.marker].xpos[0] == "W"
    if asked and (above == "negated" or clause.tense == "past"):
        return REAL  # "did not say who had fired", "asked who had fired"
    if known_of is None and (above == "planned" or host.modal):
        above = REAL  # what will be said is so already
    return propagate(signature, above, host, "hypothetical", scene.clauses)


def _is_told_of(scene: Scene, clause: Clause) -> bool:
    """Whether a participle says where, when or by whom, and so no condition: "left in 1902", not
    "left alone"."""
    after = scene.tokens[clause.last + 1 : clause.last + 4]
    by = any(token.text.lower() == scene.words.connectives.doing for token in after)
    return by or (after != () and after[0].tag == "ADP")


def _is_any(scene: Scene, token: int) -> bool:
    """Whether a noun phrase names any one of its kind: "plans a plant employing 40"."""
    chunk = scene.chunk_of[token]
    opening = scene.tokens[chunk.first if chunk is not None else token]
    return opening.text.lower() in scene.words.small.indefinite
