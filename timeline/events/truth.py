"""Whether an event is told as a fact, and who tells it."""

from __future__ import annotations

from timeline.events.clauses import Clause
from timeline.events.cues import Cues
from timeline.events.scenes import Scene

_REAL = "asserted"
#: How many clauses up it is asked who says so.
DEEPEST = 12
_SELDOM_NEGATED = frozenset({"only", "just", "merely", "simply"})


def status_of_clause(
    scene: Scene, clause: Clause, words: Cues, known: dict[int, str], depth: int = 0
) -> str:
    """asserted, planned, hypothetical or negated: what the verb of a clause is told as."""
    found = known.get(clause.number)
    if found is None:
        known[clause.number] = _REAL  # a circle of clauses ends here
        found = _judge(scene, clause, words, known, depth)
        known[clause.number] = found
    return found


def _judge(scene: Scene, clause: Clause, words: Cues, known: dict[int, str], depth: int) -> str:
    tokens = scene.tokens
    host = scene.clauses[clause.governor] if clause.governor >= 0 and depth < 8 else None
    marker = tokens[clause.marker].text.lower() if clause.marker >= 0 else ""
    if marker in words.connectives.conditional or _supposes(scene, clause):
        return "hypothetical"
    if _denied(scene, clause, words):
        return "negated"
    if clause.modal in words.modals.hypothetical:
        # "said he would leave" tells a plan as seen from then.
        if clause.link == "coordinate" and host is not None and host.link == "content":
            host = scene.clauses[host.governor] if host.governor >= 0 else None
        told = clause.link in ("content", "coordinate") and host is not None
        if told and host is not None and host.tense == "ing" and host.governor >= 0:
            host = scene.clauses[host.governor]
        past = told and host is not None and host.tense == "past"
        return "planned" if past and clause.modal == "would" else "hypothetical"
    if clause.modal in words.modals.planned:
        return "planned"
    if any(
        tokens[number].text.lower() in words.adverbs.doubtful
        for number in range(max(clause.first - 1, 0), clause.head)
        if tokens[number].tag == "ADV"
    ):
        return "hypothetical"
    if clause.link == "main" and _asks(scene, clause):
        return "hypothetical"
    if clause.finite:
        if clause.link == "content" and host is not None:
            return _reported(scene, clause, host, words, known, depth)
        return _REAL
    if host is None:
        asked = clause.tense == "bare" and clause.link == "main" and not scene.title
        return "planned" if clause.tense == "infinitive" or asked else _REAL
    above = status_of_clause(scene, host, words, known, depth + 1)
    if clause.tense in ("infinitive", "bare"):
        return _aimed(scene, clause, host, above, words)
    if clause.tense == "participle" and clause.antecedent >= 0 and clause.link == "participle":
        # "The bill, published in May, would raise taxes": it was published.
        return _REAL
    if host.lemma in words.verbs.alleging and clause.link == "adverbial":
        return "hypothetical"
    if marker == "from" and clause.tense == "ing" and host.object is not None:
        return "negated"
    if host.lemma in words.verbs.preventing and clause.link in (
        "complement",
        "adverbial",
    ):
        return "negated"
    return above if clause.link in ("coordinate", "complement", "participle") else _inherit(above)


def _supposes(scene: Scene, clause: Clause) -> bool:
    """Whether "had" stands before its subject and asks nothing: "Had the truce held, …"."""
    tokens, opening = scene.tokens, clause.first
    if tokens[-1].text == "?":
        return False
    chunk = scene.chunk_of[clause.first - 1] if clause.first else None
    if chunk is not None:
        opening = chunk.first - 1
    opens = opening == 0 or (opening > 0 and tokens[opening - 1].tag == "PUNCT")
    if not opens or tokens[opening].text.lower() not in scene.words.modals.supposing:
        return False
    after = scene.chunk_of[opening + 1] if opening + 1 < len(tokens) else None
    parted = after is not None and after.last + 1 < len(tokens)
    return parted and tokens[after.last + 1].tag == "VERB" if after is not None else False


def _asks(scene: Scene, clause: Clause) -> bool:
    """Whether it is asked if it is so: "have they left?", not "why have they left?"."""
    tokens = scene.tokens
    inverted = tokens[-1].text == "?" and tokens[clause.first].tag == "AUX"
    return inverted and not any(tokens[k].xpos[0] == "W" for k in range(clause.first))


def _inherit(above: str) -> str:
    return above if above in ("hypothetical", "planned") else _REAL


def _denied(scene: Scene, clause: Clause, words: Cues) -> bool:
    if clause.negated:
        following = clause.head + 1
        return not (
            following < len(scene.tokens)
            and scene.tokens[following].text.lower() in _SELDOM_NEGATED
        )
    subject = clause.subject
    if subject is not None and clause.link != "relative":
        opening = scene.tokens[max(subject[0] - 1, 0) : subject[0] + 1]
        return any(token.text.lower() in words.modals.negative for token in opening)
    return clause.marker >= 0 and scene.tokens[clause.marker].text.lower() == "without"


def _reported(
    scene: Scene, clause: Clause, host: Clause, words: Cues, known: dict[int, str], depth: int
) -> str:
    """What is hoped, feared, asked or denied is not told as fact; what is said or known is."""
    lemma = host.lemma
    if lemma == "deny":
        return "negated"
    if lemma in words.verbs.doubting:
        return "hypothetical"
    above = status_of_clause(scene, host, words, known, depth + 1)
    return "hypothetical" if above == "hypothetical" and not host.modal else _REAL


def _aimed(scene: Scene, clause: Clause, host: Clause, above: str, words: Cues) -> str:
    """What an infinitive tells: an aim, unless the verb above says that it was reached or not."""
    lemma = host.lemma
    if clause.link == "coordinate":
        return above
    if lemma in words.verbs.preventing:
        return above if above == "hypothetical" else "negated"
    before = scene.tokens[clause.first - 1].lemma if clause.first else ""
    if before in words.adjectives.preventing:
        return "negated"
    if before in words.adjectives.implying:
        return above
    if lemma in words.verbs.implying or lemma in words.verbs.aspectual:
        return above
    if above == "hypothetical":
        return above
    if above == "negated":
        return "hypothetical"
    return "planned"


def status_of_noun(
    scene: Scene, token: int, clause: Clause | None, words: Cues, known: dict[int, str]
) -> str:
    """What an event named by a noun is told as: by the words before it, else as its verb."""
    number = token - 1
    while number >= 0 and scene.tokens[number].tag in ("ADJ", "NOUN", "DET", "VERB", "NUM"):
        word = scene.tokens[number].text.lower()
        if word in ("no", "neither"):
            return "negated"
        if word in words.adjectives.planned:
            return "planned"
        if word in words.adjectives.doubtful:
            return "hypothetical"
        number -= 1
    if number >= 0 and scene.tokens[number].text.lower() == "without":
        return "negated"
    if clause is None:
        return _REAL
    above = status_of_clause(scene, clause, words, known)
    inside = clause.object is not None and clause.object[0] <= token <= clause.object[1]
    if inside and clause.lemma in words.verbs.preventing:
        return "negated"
    if inside and above == _REAL and clause.lemma in words.verbs.seeking:
        return "planned"
    if inside:
        return above
    if clause.lemma in words.verbs.alleging and token > clause.head:
        return "hypothetical"
    return _inherit(above)


def teller(scene: Scene, clause: Clause | None, words: Cues) -> Clause | None:
    """The clause that reports a clause: the nearest verb of saying whose content it is part of."""
    seen = clause
    for _ in range(DEEPEST):
        if seen is None or seen.governor < 0:
            break
        host = scene.clauses[seen.governor]
        if seen.link == "content" and host.lemma in words.verbs.reporting:
            return host
        seen = host
    return None


def chunk_text(scene: Scene, first: int, last: int) -> str:
    """The words of a chunk as they stand in the text."""
    tokens = scene.tokens
    start, base = tokens[first].start, scene.sentence.start
    return scene.source[start - base : tokens[last].end - base]


def according(scene: Scene) -> str:
    """Who stands behind an "according to …" in the sentence, or ""."""
    tokens = scene.tokens
    for number in range(len(tokens) - 2):
        if tokens[number].text in ("according", "According") and tokens[number + 1].text == "to":
            chunk = scene.chunk_of[number + 2]
            if chunk is None:
                return ""
            last = chunk.last
            while last + 2 < len(tokens) and tokens[last + 1].text in ("and", "of", "in", "at"):
                more = scene.chunk_of[last + 2]
                if more is None:
                    break
                last = more.last
            while last + 1 < len(tokens) and tokens[last + 1].text[:1].isupper():
                last += 1
            return chunk_text(scene, number + 2, last)
    return ""
