"""What is only supposed or asked: "if it rains", "had it rained", "provided that it rains", "did it
rain?"."""

from __future__ import annotations

from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import Scene


def marker_of(scene: Scene, clause: Clause) -> str:
    """The word that opens a clause, as it stands there."""
    return scene.tokens[clause.marker].text.lower() if clause.marker >= 0 else ""


def is_perfect(clause: Clause) -> bool:
    """Whether a clause stands in a perfect tense."""
    return clause.aspect.startswith("perfect")


def is_supposed(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells what is so only if something is, or of whoever does it."""
    held = marker_of(scene, clause) in scene.words.connectives.conditional
    held = held or _is_provided(scene, clause) or _goes_on(scene, clause)
    return held or _supposes(scene, clause) or _of_anyone(scene, clause)


def _is_provided(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells what is asked for: "provided that it rains", "provided it rains"; but
    "the help that they provided by sharing it"."""
    if not clause.finite:
        return False
    known, at = scene.words.connectives, clause.marker - 1
    if clause.marker < 0 and clause.subject is not None:
        at = clause.subject[0] - 1
    above = scene.by_head.get(at)
    helped = above is not None and above.first < at
    told = helped or (at > 0 and scene.tokens[at - 1].xpos in ("PRP", "WP", "WDT"))
    return at >= 0 and not told and scene.tokens[at].text.lower() in known.provided


def _goes_on(scene: Scene, clause: Clause) -> bool:
    """Whether an "and" joins a clause to the "if" before it: "If it rains and it floods, …"."""
    before = scene.clauses[clause.number - 1] if clause.number else None
    chunk = scene.chunk_of[clause.subject[2]] if clause.subject is not None else None
    if before is None or chunk is None or before.governor != clause.number:
        return False
    joined = chunk.first > 0 and scene.tokens[chunk.first - 1].tag == "CCONJ"
    return joined and marker_of(scene, before) in scene.words.connectives.conditional


def _of_anyone(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells of whoever did something: "anyone who saw it should call"."""
    said = clause.antecedent if clause.link == "relative" else -1
    return said >= 0 and scene.tokens[said].text.lower() in scene.words.pronouns.anyone


def _supposes(scene: Scene, clause: Clause) -> bool:
    """Whether "had" stands before its subject and asks nothing: "Had the truce held, …"."""
    tokens, opening = scene.tokens, clause.first
    if tokens[-1].text == "?":
        return False
    at = clause.first - 1
    while at > 0 and tokens[at].tag in ("ADV", "PART"):
        at -= 1
    chunk = scene.chunk_of[at] if at >= 0 else None
    if chunk is not None:
        opening = chunk.first - 1
    if opening < 0 or tokens[opening].text.lower() not in scene.words.modals.supposing:
        return False
    opens = opening == 0 or tokens[opening - 1].tag == "PUNCT"
    if not opens and chunk is not None and tokens[chunk.first].xpos == "PRP":
        # "Work will go on should it pass", but "what should it do?"
        last = tokens[opening - 1]
        plain = last.tag in ("ADJ", "ADP", "ADV", "NOUN", "NUM", "PROPN", "VERB")
        opens = plain and last.xpos[0] != "W" and last.lemma not in scene.words.modals.negative
    # "They would have left had the truce held."
    unreal = any(
        c.modal in scene.words.modals.hypothetical and is_perfect(c) and c.link != "relative"
        for c in scene.clauses[: clause.number]
    )
    if not (opens or unreal):
        return False
    having = scene.by_head.get(opening)
    owned = having.subject if having is not None and not unreal else None
    if owned is not None and owned[1] < opening:
        return False  # "Poe, who is 84, had a hip replaced"
    after = scene.chunk_of[opening + 1] if opening + 1 < len(tokens) else None
    if after is None:
        return False
    at = after.last + 1
    while at < len(tokens) and tokens[at].tag in ("ADV", "PART"):
        at += 1
    return at < len(tokens) and tokens[at].tag == "VERB"


def asks(scene: Scene, clause: Clause) -> bool:
    """Whether it is asked if it is so: "have they left?", not "why have they left?"."""
    tokens = scene.tokens
    opening = next((k for k, t in enumerate(tokens) if t.tag not in ("PUNCT", "CCONJ")), 0)
    if tokens[-1].text == "?" and tokens[opening].tag == "AUX":
        return True  # "Could the fire have been prevented?"
    inverted = tokens[-1].text == "?" and tokens[clause.first].tag == "AUX"
    at = clause.first - 1
    while at >= 0 and tokens[at].tag == "ADV":
        at -= 1
    inverted = inverted and (at < 0 or scene.chunk_of[at] is None)  # not "they are, aren't they?"
    return inverted and not any(tokens[k].xpos[0] == "W" for k in range(clause.first))


def asks_what(scene: Scene, clause: Clause | None) -> bool:
    """Whether a clause asks when, where or why something was so, and tells nothing: "when did you
    leave in 2019?", not "you left in 2019?"."""
    if clause is None or scene.tokens[-1].text != "?":
        return False
    main = clause
    while main.link == "coordinate" and main.governor >= 0:
        main = scene.clauses[main.governor]
    return main.governor < 0 and any(scene.tokens[k].xpos[:1] == "W" for k in range(main.first))
