"""Which of a sentence's events a time expression dates: a ranker over how they stand together."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import repeat

from timeline.events.dates.hanging import climb
from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import Scene, TimeWords
from timeline.sentences import Mention, Token
from timeline.spans import DAY

#: How many events on each side of an expression may be dated by it.
ASKED = 8
#: What an event loses that stands in a quotation and the expression does not, or the reverse.
QUOTED = 4.0


def direction(time: TimeWords, published: int | None) -> str:
    """Whether a time lies before, on or after the day of publication; "none" if not known."""
    span = time.expression.span
    if span is None or published is None:
        return "none"
    today = published - published % DAY
    if span.end is not None and span.end <= today:
        return "past"
    if span.start is not None and span.start >= today + DAY:
        return "future"
    return "present"


def describe_pairs(
    scene: Scene, time: TimeWords, mentions: Sequence[Mention], way: str
) -> list[list[str]]:
    """The features of "this expression dates this event" for each of some mentions.

    `way` is what `direction` gives.
    """
    rows = [
        describe_pair(scene, time, mention, rank, way)
        for mention, rank in zip(mentions, nearness(mentions, time), strict=True)
    ]
    hanging = climb(scene, time, mentions)
    forms = ["v" if mention.head in scene.by_head else "n" for mention in mentions]
    lowest = next(
        (form for form, (step, _) in zip(forms, hanging, strict=False) if step == "0"), ""
    )
    for row, form, (step, relation) in zip(rows, forms, hanging, strict=False):
        row.append(f"tree={step}{form}")
        if relation:
            row.append(f"tree={step}{relation}{form}")
            row.append(f"tree={step}{form}over{lowest}")
    return rows


def describe_pair(
    scene: Scene, time: TimeWords, mention: Mention, rank: int, way: str
) -> list[str]:
    """The features of one pair that need no tree; `rank` is 0 for the nearest event."""
    words = scene.words
    token = mention.head
    tokens = scene.tokens
    left = token < time.first
    between = range(token + 1, time.first) if left else range(time.last + 1, token)
    gap = len(between)
    clause = scene.clause_of(token)
    verbal = token in scene.by_head
    side = "L" if left else "R"
    found = [
        f"side={side}",
        f"rank={min(rank, 4)}{side}",
        f"gap={min(gap, 3) if gap < 4 else 5 if gap < 8 else 9 if gap < 15 else 15}{side}",
    ]
    found.extend(_between(tokens, between, side, verbal))
    word = tokens[time.first].text.lower()
    if word not in words.prepositions.timing:
        before = tokens[time.first - 1].text.lower() if time.first else "<"
        word = before if before in words.prepositions.timing else "<" if before == "<" else "-"
    found.append(f"word={word}{side}{'v' if verbal else 'n'}")
    if left and verbal and clause is not None and clause.tense == "infinitive":
        found.append(f"word={word}|infinitive")
    if not between:
        found.append(f"adjacent{side}{'v' if verbal else 'n'}{word}")
    after = tokens[time.last + 1] if time.last + 1 < len(tokens) else None
    if after is not None and (after.tag in ("NOUN", "ADJ") or after.xpos == "POS"):
        found.append(f"modifies{side}{'v' if verbal else 'n'}{'0' if gap < 3 else '+'}")
    opening = time.first == 0 or (time.first == 1 and tokens[0].tag == "CCONJ")
    if opening:
        found.append(f"opening{side}")
    if after is not None and after.text.lower() == words.connectives.when:
        found.append(f"when{side}{min(rank, 2)}{verbal}")
    if after is None or after.tag == "PUNCT":
        found.append(f"closing{side}")
    found.append("verbal" if verbal else "nominal")
    if clause is not None:
        found.extend(_clause_features(scene, time, clause, token, side, way, opening))
    return found


def _between(tokens: Sequence[Token], between: range, side: str, verbal: bool) -> list[str]:
    """What stands between an expression and an event."""
    found: list[str] = []
    parted = False
    verbs = commas = joins = quotes = marks = nouns = 0
    for number in between:
        other = tokens[number]
        tag = other.tag
        if tag == "VERB":
            verbs += 1
        elif tag in ("NOUN", "PROPN"):
            nouns += 1
        elif tag == "CCONJ":
            joins += 1
        elif tag == "SCONJ" or other.xpos in ("WDT", "WP", "WRB"):
            marks += 1
        elif other.text == ",":
            commas += 1
        elif other.text == ";":
            commas += 2
            parted = True
        elif other.text in ":–—":
            commas += 2
        elif other.text in "”“\"''``":
            quotes += 1
    if parted:
        found.append(f"parted{side}")
    found.append(f"verbs={min(verbs, 3)}{side}")
    found.append(f"nouns={min(nouns, 3)}{side}{'v' if verbal else 'n'}")
    if commas:
        found.append(f"commas={min(commas, 2)}{side}")
    if joins:
        found.append(f"joins{side}")
    if quotes:
        found.append(f"quotes{side}")
    if marks:
        found.append(f"marks={min(marks, 2)}{side}")
    return found


def _clause_features(
    scene: Scene,
    time: TimeWords,
    clause: Clause,
    token: int,
    side: str,
    way: str,
    opening: bool,
) -> list[str]:
    words = scene.words
    verbal = token == clause.head
    mine = scene.owner[time.first]
    form = "v" if verbal else "n"
    same = mine == clause.number
    found = [
        f"link={clause.link}{form}{'s' if same else side}",
        f"tense={clause.tense}{clause.aspect[:2]}{way}{form}",
        f"same{form}{side}" if same else f"other{form}{side}",
    ]
    if clause.framing and verbal:
        found.append(f"framing{'s' if same else 'o'}{side}{opening}")
    if opening:
        found.append(f"opening={clause.link}{form}{clause.finite}")
    if not same and mine >= 0:
        holder = scene.clauses[mine]
        if holder.governor == clause.number:
            found.append(f"above={holder.link}{form}")
            marker = scene.tokens[holder.marker].text.lower() if holder.marker >= 0 else ""
            found.append(f"above={holder.link}{side}{form}{'=' if marker else ''}{marker}")
        elif clause.governor == mine:
            found.append(f"below={clause.link}{form}")
        else:
            found.append(f"apart{form}")
    if not verbal:
        if clause.subject is not None and clause.subject[0] <= token <= clause.subject[1]:
            found.append(f"subject{side}{'s' if same else 'o'}")
        if clause.object is not None and clause.object[0] <= token <= clause.object[1]:
            light = clause.lemma in words.verbs.light
            found.append(f"object{side}{'s' if same else 'o'}{light}")
    if verbal:
        lemma = clause.lemma
        if lemma in words.verbs.reporting:
            found.append(f"reporting{'s' if same else 'o'}{side}")
        if lemma in words.verbs.intending:
            found.append(f"intending{side}{way}")
        if lemma in words.verbs.aspectual:
            found.append(f"aspectual{side}")
        if clause.copula:
            found.append(f"copula{side}{'s' if same else 'o'}")
        if clause.modal:
            found.append(f"modal{way}")
    return found


def shares(
    scene: Scene,
    time: TimeWords,
    way: str,
    weights: Mapping[str, float],
) -> list[tuple[int, float]]:
    """The events that the expression may date, by number in the scene, with their probabilities.

    Only the nearest on each side are asked, so that a sentence without end is read in time.
    """
    heads = scene.heads
    middle = bisect_left(heads, time.first)
    chosen = range(max(0, middle - ASKED), min(len(heads), middle + ASKED))
    if len(chosen) == 1:
        return [(chosen[0], 1.0)]
    near = [scene.mentions[number] for number in chosen]
    rows = describe_pairs(scene, time, near, way)
    scored = [sum(map(weights.get, row, repeat(0.0))) for row in rows]
    quoted = scene.quoted
    if quoted is not None:
        inside = quoted[time.first]
        for place, mention in enumerate(near):
            if quoted[mention.head] != inside:
                scored[place] -= QUOTED
    return list(zip(chosen, softmax(scored), strict=True))


def nearness(mentions: Sequence[Mention], time: TimeWords) -> list[int]:
    """For each mention how many others stand nearer to the expression."""
    gaps = [time.first - m.head if m.head < time.first else m.head - time.last for m in mentions]
    order = sorted(range(len(gaps)), key=gaps.__getitem__)
    places = [0] * len(gaps)
    for place, number in enumerate(order):
        places[number] = place
    return places


def softmax(scores: Sequence[float]) -> list[float]:
    """Scores as shares of one."""
    if not scores:
        return []
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    whole = sum(raised)
    return [value / whole for value in raised]
