"""What follows for an event from the dates of what it hangs on: its clause's verb, its noun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.events.dates.bounds import (
    Dating,
    carried,
    not_after,
    not_before,
    trust,
)
from timeline.events.dates.carrying import is_counted
from timeline.events.dates.found import Found
from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import preposition

#: How often what is told together happened together.
TOGETHER = 0.6
#: How often one time dates two verbs that it stands before.
_BOTH = 0.85
#: How often a noun is of the time of a verb like which it stands.
_ALIKE = 0.68


def outer(one: Found, clause: Clause, verbs: Mapping[int, Found]) -> Found | None:
    """The verb that a clause hangs on, and for what is added behind a comma the one that its aim
    belongs to: "voted to build a bridge, ending a dispute". Behind a "that killed two" it is the
    one that the tree tells."""
    host = verbs.get(clause.governor)
    added = clause.link == "participle" and clause.tense == "ing" and clause.first > 0
    if not added or host is None or host.clause is None:
        return host
    tree, at = one.scene.tree, one.mention.head
    if host.clause.link == "relative" and tree is not None and tree.relations[at] == "advcl":
        told = (verb for verb in verbs.values() if verb.mention.head == tree.heads[at])
        return next(told, host)
    if host.clause.link != "infinitive":
        return host
    above = verbs.get(host.clause.governor)
    if above is None or not above.dated or one.scene.tokens[clause.first - 1].text != ",":
        return host
    # What is agreed to be done would create something; who speaks does it then.
    aims = above.lemma in one.scene.words.verbs.intending
    return host if aims and one.mention.kind != "reporting" else above


def of_noun(one: Found, holder: Found | None, base: Dating) -> Dating:
    """The date of what a noun names, from that of the verb it stands with."""
    if holder is None or not holder.dated or holder.dating.span is None:
        return base
    drawn = _by_opener(one.opener, one, holder, base)
    if drawn is not None:
        return drawn
    if one.side.like:
        return carried(holder.dating.span, holder.share * _ALIKE, f"told with “{holder.word}”")
    return base


def is_joint(clause: Clause, host: Found) -> bool:
    """Whether a clause is set beside that of another verb, in the same tense."""
    tense = host.clause.tense if host.clause is not None else None
    return clause.link == "coordinate" and clause.tense == tense


def by_occasion(one: Found, clause: Clause, found: Sequence[Found]) -> Dating | None:
    """The date of what a relative clause tells more of: "a raid in May in which he fell", "died in
    a raid in May that took place at dawn"."""
    before = one.scene.tokens[clause.marker - 1 : clause.marker] if clause.marker > 0 else ()
    during = one.scene.words.prepositions.during
    if clause.link != "relative":
        return None
    if _only_happens(one, clause):
        told = next((f for f in found if f.mention.head == clause.antecedent), None)
        span = told.dating.span if told is not None and told.dating.basis != "tense" else None
        if told is not None and span is not None:
            return carried(span, told.dating.sure, f"tells more of “{told.word}”")
    if not any(token.text.lower() in during for token in before):
        return None
    for other in found:
        span, time, head = other.dating.span, other.time, other.mention.head
        if time is None or span is None or other.verbal:
            continue
        if clause.antecedent == head or head < time.first <= clause.antecedent <= time.last:
            why = f"in the course of “{other.word}”"
            return carried(span, other.share * TOGETHER, why)
    return None


def _only_happens(one: Found, clause: Clause) -> bool:
    """Whether a verb only tells that its subject was so then: "occurred", "took place"."""
    happening, thing = one.scene.words.verbs.happening, clause.object
    place = one.scene.tokens[thing[2]].lemma if thing is not None else ""
    return one.lemma in happening or f"{one.lemma} {place}" in happening


def by_governor(one: Found, clause: Clause, host: Found, base: Dating) -> Dating | None:
    """What follows from the date of the clause that this one hangs on."""
    span, word = host.dating.span, host.word
    if span is None or host.time is None or host.clause is None:
        return None
    quoted = one.scene.quoted
    if quoted is not None and quoted[clause.head] != quoted[host.clause.head]:
        return None
    if clause.link == "coordinate":
        if host.lemma in one.scene.words.verbs.opening:
            # "Born in 1951 and counted among …": what a life goes on to tell came years after.
            return not_before(base, span, f"told after “{word}”")
        # Without an "and" it only stands beside it, unless it goes on with a passive.
        done = clause.tense == "participle" and host.clause.passive
        if not done and (clause.tense != host.clause.tense or clause.marker < 0):
            return None
        if host.time.last < host.mention.head:
            one.time, one.share = host.time, host.share * _BOTH
            why = f"“{host.time.expression.text}” dates it with “{word}”"
            return Dating(span, "expression", trust(one.share), why)
        if is_counted(one.scene, clause):
            return None
        return carried(span, host.share * TOGETHER, f"told together with “{word}”")
    if clause.link == "adverbial":
        opener = one.opener
        if opener in one.scene.words.connectives.together:
            return carried(span, host.share * TOGETHER, f"“{opener}”: when “{word}”")
        return _by_opener(one.opener, one, host, base)
    if clause.link in ("participle", "complement") and clause.tense == "ing":
        if clause.antecedent < 0:
            return carried(span, host.share * TOGETHER, f"told as part of “{word}”")
        return None
    if clause.link == "infinitive":
        return not_before(base, span, f"aimed at by “{word}”")
    if clause.link == "content" and one.side.where == "before":
        return not_after(base, span, f"past tense: not after “{word}”")
    return None


def by_told(one: Found, host: Found, base: Dating) -> Dating | None:
    """What follows from a date that was carried to the clause that this one hangs on."""
    if host.dating.basis not in ("narrative", "published") or one.side.where != host.side.where:
        return None
    opener = one.opener
    if opener in one.scene.words.connectives.together:
        why = f"“{opener}”: when “{host.word}”"
        return host.dating.handed_on(why)
    return _by_opener(one.opener, one, host, base)


def by_antecedent(one: Found, clause: Clause, host: Found | None, base: Dating) -> Dating | None:
    """What follows for what is told of a noun: "it fell in May, after a siege that ruined it"."""
    if host is None or not host.dated or clause.link != "relative" or clause.antecedent < 0:
        return None
    opener = one.scene.opener(preposition(one.scene, clause.antecedent))
    return _by_opener(opener, one, host, base)


def _by_opener(opener: str, one: Found, host: Found, base: Dating) -> Dating | None:
    """What follows for an event that hangs on a dated one by "after" or "before"."""
    words, span = one.scene.words, host.dating.span
    if span is None:
        return None
    if opener in words.connectives.earlier:
        return not_after(base, span, f"“{opener}”: not after “{host.word}”")
    if opener in words.connectives.later:
        return not_before(base, span, f"“{opener}”: not before “{host.word}”")
    return None
