"""Times that are lent: to the verb beside a noun that has one, and to what "when" tells of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.events.dates.bounds import Dating, is_short, trust
from timeline.events.dates.comparing import tells_which_object
from timeline.events.dates.dating import direction
from timeline.events.dates.found import Found, Story
from timeline.events.dates.openings import when_clause
from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import Scene, TimeWords, preposition

#: The least share of a verb that is dated together with its object.
BESIDE = 0.1
#: How often a verb is dated by the time of a noun beside it, and what "when" tells by the time
#: before it.
_LENT, _WHEN = 0.75, 0.9


def lend_dates(
    time: TimeWords, shared: Mapping[int, float], found: Sequence[Found], story: Story
) -> None:
    """Dates the verb by the time of the noun beside it, or of what made that noun.

    Who broke an arm in an accident last May broke it in May; not so who wrote of the accident. What
    a report published in May says, or somebody says in one, was said in May.
    """
    sides = {"past": "before", "future": "after", "present": "before"}
    side = sides.get(direction(time, story.published))
    for number, one in enumerate(found):
        if one.time is not None or not one.verbal or one.side.where != side:
            continue
        if tells_which_object(one, time):
            continue
        nouns = [f for f in found if f.time is time and not f.verbal and _is_beside(f, one)]
        # "Talks held in May led to nothing": what they led to may be later.
        leads = one.lemma in story.words.verbs.causing
        lender = next((f for f in found if f.time is time and brings(f, one) and not leads), None)
        if lender is not None and _parted(lender, one, found):
            lender = None
        if any(_goes_with(f, one, time, shared.get(number, 0.0)) for f in nouns):
            lender = nouns[0]
        if lender is not None:
            one.time, one.share = time, lender.share * _LENT
            why = f"“{time.expression.text}” dates it with “{lender.word}”"
            one.dating = Dating(time.expression.span, "expression", trust(one.share), why)


def date_when_clauses(scene: Scene, time: TimeWords, found: Sequence[Found]) -> None:
    """Dates what "when" tells of a time: "the longest strike since 1997, when the mine closed"."""
    opened, span = when_clause(scene, time), time.expression.span
    one = next((f for f in found if f.verbal and f.clause is opened), None)
    if opened is None or span is None or one is None or one.time not in (None, time):
        return
    one.time, one.share = time, _WHEN
    # "From 1970 to 1974, when she fled": at the end of it.
    inner = span if span.relation == "within" else time.expression.timexes[-1].span
    why = f"“{time.expression.text}” is when"
    one.dating = Dating(inner, "expression", trust(_WHEN), why)


def _parted(other: Found, one: Found, found: Sequence[Found]) -> bool:
    """Whether an event with another time stands between two: of "pictures taken in May and released
    in June showed it" neither is when they did."""
    between = range(other.mention.head + 1, one.mention.head)
    return any(f.dated and f.time is not other.time and f.mention.head in between for f in found)


def brings(other: Found, one: Found) -> bool:
    """Whether a participle tells how its noun came about, which is the subject of another verb or
    what that was done in: "in a report published in May they found", "talks held in June led"."""
    part, clause, scene = other.clause, one.clause, one.scene
    if part is None or clause is None or not other.verbal or part.antecedent < 0:
        return False
    if (part.link, part.tense) != ("participle", "participle") or part is clause:
        return False
    verbs, at = scene.words.verbs, part.antecedent
    says = one.mention.kind == "reporting" or one.lemma in verbs.saying | verbs.finding
    if part.lemma not in verbs.holding and not (says and part.lemma in verbs.issuing):
        return False
    subject = clause.subject
    if subject is not None and subject[0] <= at:
        # "A round of talks held in June" was held then, too.
        between = scene.tokens[subject[1] + 1 : at]
        if at <= subject[1] or all(t.tag in ("ADP", "DET", "ADJ", "NOUN") for t in between):
            return True
    opener = preposition(scene, at)
    during = opener >= 0 and scene.tokens[opener].text.lower() in scene.words.prepositions.during
    before = subject is not None and at < subject[0] and clause.link == "main"
    # "He left and, in a book printed in May, called it a lie."
    before = before or (clause.link == "coordinate" and clause.marker < opener < clause.first)
    return during and (before or (says and clause.head < opener))


def _is_beside(noun: Found, verb: Found) -> bool:
    """Whether a noun stands in the clause of a verb or before it, or is the subject of two verbs:
    "a fire in May killed two and destroyed a mill"."""
    clause, host = verb.clause, noun.clause
    if clause is None or host is clause or host is None:
        return host is clause or (clause is not None and clause.link == "main")
    shared = clause.link == "coordinate" and clause.governor == host.number
    return shared and clause.subject in (host.subject, None)


def _opens(noun: Found, clause: Clause, time: TimeWords) -> bool:
    """Whether a noun with a time is the subject of a clause ("a fire in May killed two") or stands
    before it as what it was part of ("in a Tuesday speech she denied it")."""
    scene, head = noun.scene, noun.mention.head
    if clause.link == "coordinate" and clause.subject is None and noun.clause is not None:
        clause = noun.clause  # "killed two and destroyed a mill"
    subject = clause.subject
    if subject is None or not clause.finite or head > clause.first or clause.copula:
        return False
    at = preposition(scene, head)
    if head == subject[2]:
        bare = at < 0 and (scene.tokens[time.first].tag != "ADP" or time.first > head)
        # "Talks in May led to nothing": what it led to may be later.
        leads = clause.lemma in scene.words.verbs.causing
        return bare and not leads and clause.link not in ("relative", "content")
    during = at >= 0 and scene.tokens[at].text.lower() in scene.words.prepositions.during
    return during and head < subject[0] and at < time.first and clause.link == "main"


def _parts(noun: Found, clause: Clause, time: TimeWords) -> bool:
    """Whether a time stands between the object of a verb and the aim that this names: "announced
    plans on Monday to close two mills"."""
    tokens, head, thing = noun.scene.tokens, noun.mention.head, clause.object
    aim = tokens[time.last + 1 : time.last + 3]
    aimed = len(aim) == 2 and aim[0].xpos == "TO" and aim[1].xpos == "VB"
    return aimed and thing is not None and thing[2] == head == time.first - 1


def _goes_with(noun: Found, verb: Found, time: TimeWords, share: float) -> bool:
    """Whether what a noun names happens together with its verb."""
    words, clause, head = noun.scene.words, verb.clause, noun.mention.head
    if clause is not None and (_opens(noun, clause, time) or _parts(noun, clause, time)):
        return True
    if clause is None or not clause.head < head < time.first:
        return False
    known = words.verbs.reporting | words.verbs.believing | words.verbs.intending
    tokens, prepositions = noun.scene.tokens, words.prepositions
    at = preposition(noun.scene, head)
    # "Said in an interview on Monday", not "said of the fire in May".
    opener = tokens[at].text.lower() if at >= 0 else ""
    spoken = opener in prepositions.during
    spoken = spoken or (opener in prepositions.joint and is_short(time.expression.span))
    found = clause.passive and verb.mention.kind == "occurrence"  # "was found guilty of murder"
    if clause.copula or (clause.lemma in known and not spoken and not found):
        return False
    if any(token.text.lower() in prepositions.owned for token in tokens[head + 1 : time.first + 1]):
        return False
    if at >= 0:
        joint = tokens[at].text.lower() in prepositions.joint
        joint = joint or tokens[at - 1].text.lower() in prepositions.leaving
        # "Put it up for sale in May", "found guilty of murder in May": no act of its own is meant.
        bare = at == head - 1 and tokens[head].xpos == "NN"
        return joint or bare or (at == clause.last + 1 and share >= BESIDE)
    inside = clause.object is not None and clause.object[0] <= head <= clause.object[1]
    return inside and share >= BESIDE
