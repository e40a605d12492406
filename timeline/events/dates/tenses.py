"""How tense, aspect and class place an event before, at or after publication."""

from __future__ import annotations

from typing import NamedTuple

from timeline.events.cues import Cues
from timeline.events.facts.aims import goes_with, is_habit
from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import Scene, preposition


class Side(NamedTuple):
    """before, overlap or after publication, how sure that is, and the words for why.

    `like` tells that it is only known from the verb that the event hangs on.
    """

    where: str
    sure: float
    why: str
    like: bool = False

    def hung(self, share: float, verb: str) -> Side:
        """The side of what is like that in such a share, as it hangs on its verb."""
        return Side(self.where, self.sure * share, f"like “{verb}”", like=True)


# How sure each is was measured on news: the share that annotators put on the same side.
_PLAIN_PAST = Side("before", 0.82, "past tense")
_BACKSHIFTED = Side("before", 0.5, "past tense in reported speech")
_PAST_STATE = Side("before", 0.6, "past tense of a state")
_PLUPERFECT = Side("before", 0.9, "had done")
_PERFECT = Side("before", 0.75, "has done, and it matters now")
_PERFECT_STATE = Side("before", 0.6, "has been so until now")
_GOING_ON = Side("overlap", 0.9, "is going on")
_PRESENT = Side("overlap", 0.88, "present tense")
_SAYING = Side("overlap", 0.7, "says so now")
_HEADLINE = Side("before", 0.55, "present tense of a headline")
_FUTURE = Side("after", 0.9, "future tense")
_POSSIBLE = Side("after", 0.45, "may or might happen")
_ABLE = Side("overlap", 0.6, "can or should happen")
_ABLE_THEN = Side("before", 0.6, "could happen then")
_UNABLE_THEN = Side("before", 0.7, "could or would not happen then")
_WOULD = Side("after", 0.45, "would happen")
_WOULD_HAVE = Side("before", 0.65, "would have happened")
_AIM = Side("after", 0.5, "what somebody means or is told to do")
_FOLLOWS = 0.7
_NAMED = 0.62
_AWAITED = 0.65
_DEEPEST = 6


def side_of_clause(scene: Scene, clause: Clause, known: dict[int, Side], depth: int = 0) -> Side:
    """Where the event of a clause's verb lies; `known` keeps what was found for its sentence."""
    found = known.get(clause.number)
    if found is None:
        found = _finite(scene, clause) if clause.finite else None
        if clause.finite and depth <= _DEEPEST and _awaits(scene, clause):
            above = side_of_clause(scene, scene.clauses[clause.governor], known, depth + 1)
            if above.where == "after":
                found = Side("after", _AWAITED, f"awaited by “{_word(scene, clause)}”")
        if found is None:
            found = _dependent(scene, clause, known, depth)
        known[clause.number] = found
    return found


def _awaits(scene: Scene, clause: Clause) -> bool:
    """Whether a clause in the present tells what something waits for: "once he comes home"."""
    present = clause.tense == "present" and clause.aspect in ("none", "perfect")
    if not present or clause.modal or clause.link != "adverbial" or clause.governor < 0:
        return False
    return scene.opener(clause.marker) in scene.words.connectives.waiting


def _finite(scene: Scene, clause: Clause) -> Side:
    words = scene.words
    if clause.modal:
        described = clause.link == "relative" and clause.governor >= 0
        if clause.modal == "could" and described and scene.clauses[clause.governor].tense == "past":
            return _ABLE_THEN
        if clause.negated and clause.modal in words.modals.past:
            return _UNABLE_THEN
        if clause.modal == "could" and clause.passive and clause.lemma in words.verbs.sensing:
            return _ABLE_THEN
        if is_habit(scene, clause):
            return _PAST_STATE
        return _modal(clause.modal, clause.aspect, clause.tense, words)
    static = clause.copula or clause.lemma in words.verbs.static
    if clause.tense == "past":
        if clause.aspect in ("perfect", "perfect progressive"):
            return _PLUPERFECT
        if clause.link == "content" and (static or clause.aspect == "progressive"):
            return _BACKSHIFTED
        return _PAST_STATE if static else _PLAIN_PAST
    if clause.aspect == "perfect":
        return _PERFECT_STATE if static and not clause.passive else _PERFECT
    if clause.aspect in ("progressive", "perfect progressive"):
        return _GOING_ON
    if scene.title and not static:
        return _HEADLINE
    if clause.lemma in words.verbs.reporting and not clause.passive:
        return _SAYING
    return _PRESENT


def _modal(modal: str, aspect: str, tense: str, words: Cues) -> Side:
    if tense == "future":
        return _FUTURE
    if aspect in ("perfect", "perfect progressive"):
        return _WOULD_HAVE
    if modal in ("would", "'d"):
        return _WOULD
    return _POSSIBLE if modal in words.modals.possible else _ABLE


def _dependent(scene: Scene, clause: Clause, known: dict[int, Side], depth: int) -> Side:
    """A clause without tense goes by the clause it hangs on."""
    governor = clause.governor
    if governor < 0 or depth > _DEEPEST:
        if clause.tense == "participle":
            return Side("before", 0.72, "a participle of the past")
        if clause.tense == "infinitive":
            return _AIM
        return Side("overlap", 0.5, "no tense")
    host = scene.clauses[governor]
    above = side_of_clause(scene, host, known, depth + 1)
    if clause.aspect in ("perfect", "perfect progressive"):
        return Side("before", 0.85, "having done")
    if clause.link in ("coordinate", "complement"):
        return above._replace(sure=above.sure * _FOLLOWS)
    if clause.tense in ("infinitive", "bare"):
        return _infinitive(scene, clause, host, above)
    if clause.tense == "participle":
        aside = clause.first > 0 and scene.tokens[clause.first - 1].text == ","
        if above.where == "after" and not aside and clause.antecedent < 0:
            return above._replace(sure=0.6)
        return Side("before", 0.72, "a participle of the past")
    if above.where == "after" and clause.tense == "ing":
        return Side("overlap", 0.5, f"while “{_word(scene, host)}” lies ahead")
    return above.hung(_FOLLOWS, _word(scene, host))


def _infinitive(scene: Scene, clause: Clause, host: Clause, above: Side) -> Side:
    if clause.modal and host.tense == "present":  # "is going to leave"
        return _FUTURE
    if goes_with(scene, clause, host):
        return above.hung(_FOLLOWS, _word(scene, host))
    if above.where == "before" and host.aspect == "perfect" and host.tense == "past":
        return Side("before", 0.6, f"before “{_word(scene, host)}” was over")
    return Side("after", _AIM.sure, f"aimed at by “{_word(scene, host)}”")


def _word(scene: Scene, clause: Clause) -> str:
    return scene.tokens[clause.head].text


def side_of_noun(scene: Scene, token: int, clause: Clause | None, known: dict[int, Side]) -> Side:
    """Where an event named by a noun lies: as the verb it stands with, unless words say more."""
    words = scene.words
    before = scene.tokens[token - 1].text.lower() if token else ""
    if before in words.adjectives.ahead:
        return Side("after", 0.8, f"“{before}”")
    if before in words.adjectives.behind:
        return Side("before", 0.85, f"“{before}”")
    if before in words.adjectives.present:
        return Side("overlap", 0.8, f"“{before}”")
    if scene.tokens[token].lemma in words.nouns.planned:
        return Side("overlap", 0.6, "a plan that stands")
    if clause is None:
        return Side("before", 0.55, "no tense")
    above = side_of_clause(scene, clause, known)
    # Who is told something is no aim: "told a news conference that …".
    verbs, lemma = words.verbs, clause.lemma
    sought = lemma in verbs.intending and lemma not in verbs.informing
    inside = clause.object is not None and clause.object[0] <= token <= clause.object[1]
    if above.where != "before" and _looked_back_on(scene, token, clause, inside):
        return Side("before", 0.6, f"what “{_word(scene, clause)}” looks back on")
    if sought and inside and above.where != "after":
        return Side("after", 0.55, f"aimed at by “{_word(scene, clause)}”")
    return above.hung(_NAMED, _word(scene, clause))


def _looked_back_on(scene: Scene, token: int, clause: Clause, inside: bool) -> bool:
    """Whether what a noun names was there before its verb: "will appeal the ruling"."""
    opener = preposition(scene, token)
    if opener >= 0 and opener != clause.marker:
        return scene.opener(opener) in scene.words.connectives.earlier
    verbs = scene.words.verbs
    back = (verbs.weighing, verbs.presupposing, verbs.answering)
    return inside and any(clause.lemma in group for group in back)


def is_fresh(side: Side) -> bool:
    """Whether a paper tells it as news of its day: what its headline tells, what somebody says."""
    return side is _HEADLINE or side is _SAYING
