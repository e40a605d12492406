"""What an event is told as, once its date is known: a fact, planned, supposed or negated."""

from __future__ import annotations

from timeline.events.dates.found import Found
from timeline.events.layout.clauses import Clause

#: The tenses of a past, as a tagger may take it.
_PAST = frozenset({"past", "participle"})


def settle_status(one: Found, side: str | None) -> str:
    """The status of an event, which its date may overrule: what begins after publication is no
    fact, unless a "would" tells of habits ("the union would often strike in May") or the verb says
    that it is done ("has set 1 May as the day", but "would leave in May and cut jobs in June")."""
    clause = one.clause
    if one.dating.basis != "expression" or clause is None:
        ahead = side == "after" and one.dating.basis == "expression"
        return "planned" if ahead and one.status == "asserted" else one.status
    unreal, verbs = one.scene.words.modals.unreal, one.scene.words.verbs
    span, awaited = one.dating.span, (verbs.believing, verbs.intending)
    if one.status == "asserted" and _is_awaited(one, clause):
        return "planned"
    if span is not None and span.relation == "before" and side != "before" and clause.passive:
        # "The rest are expected by Friday"
        meant = one.status == "asserted" and any(clause.lemma in some for some in awaited)
        return "planned" if meant else one.status
    if side == "after" and one.status == "asserted":
        done = clause.finite and (clause.tense == "past" or clause.aspect.startswith("perfect"))
        unmarked = one.scene.words.pasts.get(clause.lemma) == clause.lemma  # "would leave and cut"
        told = one.verbal and done and not (clause.link == "coordinate" and unmarked)
        return "asserted" if told or clause.modal in unreal else "planned"
    if side == "before" and one.verbal and (_came_true(one, clause) or _is_told(one, clause)):
        return "asserted"
    known = one.scene.words.modals
    if side != "before" and one.status == "asserted" and clause.modal in known.hypothetical:
        # "Could be found by the end of the year", but "could be seen from the shore in May"
        return one.status if clause.modal in unreal else "hypothetical"
    return one.status


def _is_told(one: Found, clause: Clause) -> bool:
    """Whether an infinitive of a past time is told by words that are a fact, whether or not it came
    to it: "tried to flee in 2020", "the ship was hard to find in 2019"."""
    host = one.scene.clauses[clause.governor] if clause.governor >= 0 else None
    if host is None or clause.tense != "infinitive" or one.status != "planned":
        return False
    words, before = one.scene.words, one.scene.tokens[clause.first - 1].lemma.lower()
    told = host.lemma in words.verbs.trying or before in words.adjectives.placing
    return told and host.tense in _PAST and not (host.negated or host.modal)


def _is_awaited(one: Found, clause: Clause) -> bool:
    """Whether the time of a passive is that of what it awaits: "the verdict is expected on Friday",
    "a hearing scheduled for last month"; what "was planned in May" was so then."""
    verbs, time = one.scene.words.verbs, one.time
    waits = one.verbal and (clause.passive or clause.tense == "participle")
    waits = waits and clause.last == clause.head  # not "was set up"
    if not waits or time is None or clause.lemma not in verbs.expecting or clause.negated:
        return False
    owned = one.scene.tokens[time.first].text.lower() in one.scene.words.prepositions.owned
    owned = owned or one.scene.opener(time.first - 1) in one.scene.words.prepositions.owned
    now = clause.tense == "present" and clause.aspect == "none"
    return owned or now or clause.lemma not in verbs.arranging


def _came_true(one: Found, clause: Clause) -> bool:
    """Whether a "would" looks ahead from a past that is told: "the man she would marry in 1936"."""
    would = clause.modal in one.scene.words.modals.unreal and one.status == "hypothetical"
    if not would or clause.link != "relative" or clause.aspect.startswith("perfect"):
        return False
    host = one.scene.clauses[clause.governor] if clause.governor >= 0 else None
    verbs = one.scene.words.verbs
    meant = verbs.seeking | verbs.intending | verbs.doubting | verbs.reporting
    return host is not None and host.tense == "past" and host.lemma not in meant
