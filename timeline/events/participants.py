"""Who takes part in an event, and where it happens, told by the chunks around its verb."""

from __future__ import annotations

from timeline.events.clauses import Clause
from timeline.events.cues import Cues
from timeline.events.people import Cast
from timeline.events.scenes import Scene

Range = tuple[int, int]


def chunk_from(scene: Scene, number: int) -> Range | None:
    """The noun chunk that begins at a token; None if there is none."""
    chunk = scene.chunk_of[number]
    if chunk is None or chunk.first != number or scene.timed[number]:
        return None
    return chunk.first, chunk.last


def widen(scene: Scene, chunk: Range) -> Range:
    """The chunk with an "of" phrase and the rest of a name ("University of Kent", "X and Y")."""
    tokens, timed = scene.tokens, scene.timed
    first, last = chunk
    for _ in range(3):
        after = last + 1
        if after + 1 >= len(tokens) or timed[after] or timed[after + 1]:
            break
        word = tokens[after].text.lower()
        if word not in ("of", "and", "&"):
            break
        more = chunk_from(scene, after + 1)
        if more is None or tokens[more[0]].tag == "PRON":
            break
        if word != "of" and not _joined(scene, last, more):
            break
        last = more[1]
    return first, last


def _joined(scene: Scene, last: int, more: Range) -> bool:
    """Whether "and" sets two chunks beside each other, not two clauses."""
    after = more[1] + 1
    tokens = scene.tokens
    if after < len(tokens) and tokens[after].tag in ("VERB", "AUX"):
        return scene.owner[last] == scene.owner[more[0]]
    return (tokens[last].tag == "PROPN") == (tokens[more[1]].tag == "PROPN")


def words_of(scene: Scene, chunk: Range) -> str:
    """A chunk as it stands in the text, its time words left out at the ends."""
    first, last = chunk
    base = scene.sentence.start
    text = scene.source[scene.tokens[first].start - base : scene.tokens[last].end - base]
    return " ".join(text.split())


def subject_of(scene: Scene, clause: Clause, depth: int = 0) -> Range | None:
    """The subject of a clause: its own, or of the clause whose subject it shares."""
    if clause.subject is not None:
        return clause.subject[0], clause.subject[1]
    if clause.link == "participle" and clause.antecedent >= 0:
        return chunk_around(scene, clause.antecedent)
    if clause.governor < 0 or depth > 5 or clause.finite or clause.link == "subject":
        return None
    host = scene.clauses[clause.governor]
    if clause.link in ("infinitive", "complement") and not host.passive:
        between = host.object
        if between is not None and between[1] < clause.first and _controls(scene, clause, host):
            return between[0], between[1]
    return subject_of(scene, host, depth + 1)


def _controls(scene: Scene, clause: Clause, host: Clause) -> bool:
    """Whether the object of the clause above does what the infinitive tells ("told him to go")."""
    assert host.object is not None
    return host.lemma in scene.words.verbs.steering and scene.owner[host.object[0]] == host.number


def chunk_around(scene: Scene, number: int) -> Range:
    """The chunk that a token stands in, or the token alone."""
    chunk = scene.chunk_of[number]
    return (number, number) if chunk is None else (chunk.first, chunk.last)


def participants(scene: Scene, clause: Clause, cast: Cast, words: Cues) -> tuple[str, ...]:
    """Subject, object and agent of a clause, in that order, names whole, pronouns where safe."""
    found: list[str] = []
    chunks: list[Range] = []
    subject = subject_of(scene, clause)
    if subject is not None:
        chunks.append(widen(scene, subject))
    if clause.link == "relative" and clause.antecedent >= 0 and subject is not None:
        antecedent = chunk_around(scene, clause.antecedent)
        if antecedent[1] != subject[1]:
            chunks.append(antecedent)
    elif clause.object is not None and not clause.copula:
        chunks.append(widen(scene, (clause.object[0], clause.object[1])))
    if clause.passive:
        agent = _agent(scene, clause)
        if agent is not None:
            chunks.append(widen(scene, agent))
    for chunk in chunks:
        name = cast.name(scene, chunk, words)
        if name and name not in found:
            found.append(name)
    return tuple(found)


def _agent(scene: Scene, clause: Clause) -> Range | None:
    """The chunk after "by"."""
    at = clause.last + 1
    while at < len(scene.tokens) - 1 and scene.owner[at] == clause.number:
        if scene.tokens[at].text == "by" and not scene.timed[at]:
            return chunk_from(scene, at + 1)
        at += 1
    return None


def place(scene: Scene, first: int, last: int, words: Cues) -> str | None:
    """Where something between two tokens happens: the first phrase that names a place."""
    tokens = scene.tokens
    places = words.nouns.places
    for number in range(first, min(last, len(tokens) - 2) + 1):
        token = tokens[number]
        if token.tag not in ("ADP", "SCONJ") or scene.timed[number]:
            continue
        word = token.text.lower()
        if word not in words.prepositions.placing:
            continue
        chunk = chunk_from(scene, number + 1)
        if chunk is None:
            continue
        head = tokens[chunk[1]]
        named = head.tag == "PROPN" and word in words.prepositions.local
        if named or head.lemma in places:
            return words_of(scene, _with_region(scene, chunk))
    return None


def _with_region(scene: Scene, chunk: Range) -> Range:
    """The place with the larger one that follows it ("Izyum in Kharkiv province")."""
    tokens = scene.tokens
    after = chunk[1] + 1
    if after + 1 < len(tokens) and not scene.timed[after + 1] and not scene.timed[after]:
        comma = tokens[after].text == "," and tokens[after + 1].tag == "PROPN"
        if (comma or tokens[after].text in ("in", "of")) and tokens[chunk[1]].tag == "PROPN":
            more = chunk_from(scene, after + 1)
            ending = more is not None and more[1] + 1 < len(tokens)
            if more is not None and (
                not comma
                or (ending and tokens[more[1] + 1].tag == "PUNCT" and more[1] - more[0] < 3)
            ):
                return chunk[0], more[1]
    return chunk
