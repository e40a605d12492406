"""How much an editor would want an event in a timeline: a small model of what is around it."""

from __future__ import annotations

import math

from timeline.events.found import Found, Story
from timeline.events.weighing import weights
from timeline.sentences.lexicon import load_lexicon

#: Tags of words that carry what a text is about.
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def salience(one: Found, sentence: int, story: Story) -> float:
    """Between 0 and 1; `sentence` is the number of the event's sentence in the document."""
    table = weights("salience")
    score = sum(table.get(name, 0.0) for name in describe_salience(one, sentence, story))
    return round(1 / (1 + math.exp(-score)), 4)


def describe_salience(one: Found, sentence: int, story: Story) -> list[str]:
    """The features that the model weighs."""
    scene, mention, clause = one.scene, one.mention, one.clause
    words = story.words
    lemma = one.lemma.lower()
    entry = load_lexicon().entry(lemma)
    form = "v" if one.verbal else "n"
    place = sentence - story.body
    lead = place if place < 3 else 3 if place < 5 else 5 if place < 10 else 10
    repeated = story.lemmas[one.lemma]
    weighty = lemma in (words.weighty.verbs if one.verbal else words.weighty.nouns)
    found = [
        "bias",
        f"lead={lead}",
        f"kind={mention.kind}{form}",
        f"status={one.status}",
        f"basis={one.dating.basis}",
        f"field={entry.verb if one.verbal else entry.noun}{form}",
        f"eventful={entry.eventful // 3}{form}",
        f"often={min(repeated, 3)}{form}",
        f"opening={lemma[:5] in story.opening}",
        f"again={one.again}{form}",
        f"weighty={weighty}{form}",
        f"weighty={weighty}|{lead < 2}|{one.status == 'asserted'}",
        f"sure={int(mention.probability * 5)}{form}",
        f"side={one.side.where}",
        f"first={scene.mentions[0].head == mention.head}",
    ]
    if scene.title:
        found.append(f"title{form}")
    if clause is None:
        return found
    found.append(f"link={clause.link}{form}")
    found.append(f"tense={clause.tense}.{clause.aspect}{form}")
    above = scene.clauses[clause.governor] if clause.governor >= 0 else None
    if above is not None and above.lemma in words.verbs.reporting:
        found.append(f"told{form}{clause.link}")
    if one.verbal:
        found.append(_subject(one, story))
        found.append(f"object={clause.object is not None}{clause.passive}")
        if lemma in words.verbs.light:
            found.append("light")
    else:
        inside = clause.object is not None and clause.object[0] <= mention.head <= clause.object[1]
        found.append(f"object of {clause.lemma in words.verbs.light}{inside}")
    begin = clause.subject[0] if clause.subject else clause.first
    around = scene.tokens[begin : clause.last + 8]
    if any(token.tag == "NUM" for token in around):
        found.append("number")
    share = sum(t.tag in CONTENT and t.lemma[:5].lower() in story.opening for t in around)
    found.append(f"shared={min(share, 3)}")
    return found


def _subject(one: Found, story: Story) -> str:
    """What kind of subject a verb has."""
    clause = one.clause
    if clause is None or clause.subject is None:
        return "subject=none"
    head = one.scene.tokens[clause.subject[2]]
    if head.lemma.lower() in story.words.subjects.weak:
        return "subject=weak"
    known = head.lemma[:5].lower() in story.opening
    return f"subject={head.tag}{known}"
