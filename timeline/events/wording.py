"""The event in readable words: its clause, standing by itself, without its time words."""

from __future__ import annotations

import re

from timeline.events.clauses import Clause
from timeline.events.cues import Cues
from timeline.events.participants import (
    chunk_around,
    chunk_from,
    subject_of,
    widen,
)
from timeline.events.people import Cast
from timeline.events.scenes import Scene

LONGEST = 110
_TIDY = (
    (re.compile(r"\s+"), " "),
    (re.compile(r"\s+([,.;:!?)’”])"), r"\1"),
    (re.compile(r"([(“‘])\s+"), r"\1"),
    (re.compile(r"(?:,\s*)+,"), ","),
    (re.compile(r"\(\s*\)"), ""),
)
_EDGES = " ,;:–—-\n\t"
_LEAVING = frozenset({"ADP", "PART", "VERB", "AUX", "ADV", "SCONJ"})
_STAYING = frozenset({"infinitive", "complement"})
#: Words that are small inside a sentence.
_SMALL = frozenset({"DET", "PRON", "ADV", "ADP", "SCONJ", "NUM"})
#: Tokens that a clause may grow to by those inside it.
_LONGEST_CLAUSE = 28
#: Tokens between two verbs of which one is put through the other.
_FAR = 10


def describe_clause(scene: Scene, clause: Clause, cast: Cast, words: Cues) -> str:
    """The clause of a verb in words that can stand in a chart.

    The subject comes first (the antecedent in place of a relative pronoun, a name in place of a
    pronoun where it is safe), then verb and what follows up to the next clause; time expressions
    and what merely links the clause to its sentence are left out.
    """
    leading = _leading(scene, clause)
    subject = subject_of(scene, leading)
    parts: list[str] = []
    if subject is not None:
        parts.append(_subject_words(scene, subject, leading, cast, words))
    start = clause.last + 1
    parts.append(_slice(scene, leading.first, clause.last))
    if clause.link == "relative" and clause.antecedent >= 0 and subject is not None:
        antecedent = chunk_around(scene, clause.antecedent)
        if antecedent[1] != subject[1] and _is_object(scene, clause):
            start = _gap(scene, clause)
            parts.append(_slice(scene, clause.last + 1, start - 1))
            parts.append(_lowered(scene, widen(scene, antecedent)))
            parts.append(_aside(scene, antecedent[1], clause))
    if clause.inverted and subject is not None and subject[0] == start:
        start = subject[1] + 1
    stop = _stop(scene, clause)
    rest = _slice(scene, start, stop - 1)
    more = _resumed(scene, clause, stop)
    if more:
        rest = f"{rest.rstrip(_EDGES)} {more}"
    if clause.framing:
        rest = f"{rest.strip(_EDGES + '.”')} {_framed(scene, clause)}"
    parts.append(rest)
    return tidy(" ".join(part for part in parts if part.strip()), words.small.loose)


def _leading(scene: Scene, clause: Clause) -> Clause:
    """The clause whose verb comes first where one is put through another: "expects to open"."""
    seen = clause
    while seen.link == "infinitive" and seen.governor == seen.number - 1 >= 0:
        host = scene.clauses[seen.governor]
        between = host.object
        if between is not None and not host.passive and subject_of(scene, seen) == between[:2]:
            break
        if clause.first - host.last > _FAR:
            break
        seen = host
    return seen


def _lowered(scene: Scene, chunk: tuple[int, int]) -> str:
    """A chunk that no longer stands first."""
    text = _slice(scene, *chunk)
    return text[:1].lower() + text[1:] if scene.tokens[chunk[0]].tag in _SMALL else text


def _resumed(scene: Scene, clause: Clause, stop: int) -> str:
    """What follows an aside between commas and still belongs to the verb: "…, to six years"."""
    tokens = scene.tokens
    aside = next((c for c in scene.clauses if c.number > clause.number and c.first >= stop), None)
    if aside is None or aside.link != "relative" or stop == 0 or tokens[stop - 1].text != ",":
        return ""
    closing = next((n for n in range(aside.last, len(tokens)) if tokens[n].text == ","), None)
    if closing is None or closing + 1 >= len(tokens):
        return ""
    if tokens[closing + 1].tag != "ADP" and tokens[closing + 1].xpos != "TO":
        return ""
    following = next((c for c in scene.clauses if c.first > closing), None)
    end = len(tokens) if following is None else _begin(scene, following)
    return _slice(scene, closing + 1, end - 1)


def _is_object(scene: Scene, clause: Clause) -> bool:
    """Whether the relative pronoun is the verb's object: not "where", not "during which"."""
    marker = clause.marker
    if marker < 0:
        return True
    before = scene.tokens[marker - 1].tag if marker else ""
    return scene.tokens[marker].xpos in ("WDT", "WP", "IN", "DT") and before != "ADP"


def _gap(scene: Scene, clause: Clause) -> int:
    """Where the antecedent of a relative clause would stand: after its verb, or its last verb."""
    at = clause.last + 1
    for other in scene.clauses[clause.number + 1 :]:
        if other.governor == clause.number and other.link in _STAYING and other.first == at:
            return other.last + 1
        break
    return at


def _framed(scene: Scene, clause: Clause) -> str:
    """What is said, for a "he said" that stands after it."""
    inner = next(
        (c for c in scene.clauses if c.governor == clause.number and c.link == "content"), None
    )
    if inner is None or inner.number > clause.number:
        return ""
    begin, stop = _begin(scene, inner), _stop(scene, inner)
    text = tidy(_slice(scene, begin, stop - 1), scene.words.small.loose)
    token = scene.tokens[begin]
    plain = (
        token.tag in _SMALL or (token.tag == "NOUN" and _opens(scene, begin))
    ) and token.text != "I"
    return text[:1].lower() + text[1:] if plain else text


def _opens(scene: Scene, number: int) -> bool:
    """Whether a token is the first word of its sentence, quotation marks left aside."""
    return all(token.tag == "PUNCT" for token in scene.tokens[: min(number, 3)]) and number < 3


def _subject_words(
    scene: Scene, subject: tuple[int, int], clause: Clause, cast: Cast, words: Cues
) -> str:
    tokens = scene.tokens
    if subject[0] == subject[1] and tokens[subject[0]].tag == "PRON":
        name = cast.resolve(tokens[subject[0]], words) or tokens[subject[0]].text
        floor = scene.clauses[clause.number - 1].last if clause.number else -1
        if clause.subject is None or clause.link == "relative" or subject[0] <= floor:
            return name
        return f"{name} {_slice(scene, subject[1] + 1, clause.first - 1)}"
    first, last = widen(scene, subject)
    floor = scene.clauses[clause.number - 1].last if clause.number else -1
    own = clause.subject is not None and floor < first and last < clause.first
    if own and (clause.link != "relative" or first > clause.marker):
        if not _parted(scene, last + 1, clause.first):
            last = clause.first - 1
        else:
            last = _up_to_comma(scene, last, clause.first)
    text = _slice(scene, first, last)
    return text.rstrip(_EDGES)


def _parted(scene: Scene, start: int, stop: int) -> bool:
    """Whether a comma or another verb stands between subject and verb."""
    return any(
        scene.tokens[n].text in (",", "–", "—", "(", ")", ":", ";", '"', "”")
        or scene.tokens[n].tag in ("VERB", "AUX")
        for n in range(start, stop)
    )


def _up_to_comma(scene: Scene, last: int, stop: int) -> int:
    """The last token before an aside, if only phrases stand between: "A spokesman for X, …"."""
    for number in range(last + 1, stop):
        token = scene.tokens[number]
        if token.text in (",", "–", "—", "("):
            return number - 1
        if token.tag in ("VERB", "AUX", "SCONJ", "PRON", "PUNCT"):
            break
    return last


def _aside(scene: Scene, head: int, clause: Clause) -> str:
    """An "including …" between a noun and its relative clause."""
    tokens = scene.tokens
    opening = clause.marker if clause.marker > head else clause.first
    at = head + 1
    if at < opening and tokens[at].text == ",":
        at += 1
    if at < opening and tokens[at].text == "including":
        more = chunk_from(scene, at + 1)
        if more is not None and more[1] < opening:
            return ", " + _slice(scene, at, more[1])
    return ""


def _stop(scene: Scene, clause: Clause) -> int:
    """The token where the clause ends: another clause begins, or what it cannot take with it."""
    tokens = scene.tokens
    size = len(tokens)
    stop = _next_clause(scene, clause)
    at = clause.last + 1
    apart = clause.link == "relative" and clause.marker > 0
    apart = apart and tokens[clause.marker - 1].text == ","
    while at < stop:
        text = tokens[at].text
        if apart and text == "," and at + 1 < size and tokens[at + 1].tag in _LEAVING:
            return at
        if text in (";", ":", "–", "—", "--", "(", "?", "!") or (
            text in ("”", "''") and _unopened(scene, clause.first, at)
        ):
            return at
        if text.lower() == "according" and at + 1 < size and tokens[at + 1].text == "to":
            return at
        at += 1
    return stop


def _next_clause(scene: Scene, clause: Clause) -> int:
    """Where the first clause begins that does not belong to this one, its noun with it."""
    tokens = scene.tokens
    inside = {clause.number}
    for other in scene.clauses[clause.number + 1 :]:
        begin = _begin(scene, other)
        comma = begin > 0 and tokens[begin - 1].text in (",", "–", "—", ";", ":")
        stays = other.governor in inside and other.link in _STAYING
        if other.link == "content" and other.governor in inside and not comma:
            stays = True
        if other.link == "participle" and other.antecedent >= 0 and not comma:
            stays = scene.owner[other.antecedent] in inside
        if stays and other.last + 1 - clause.first <= _LONGEST_CLAUSE:
            inside.add(other.number)
            continue
        if other.link == "relative" and other.antecedent > clause.last and not comma:
            first = chunk_around(scene, other.antecedent)[0]
            if first > clause.last + 1 and tokens[first - 1].text == ",":
                return first - 1
        return begin
    return len(tokens)


def _unopened(scene: Scene, start: int, at: int) -> bool:
    return not any(scene.tokens[n].text in ("“", "``") for n in range(start, at))


def _begin(scene: Scene, clause: Clause) -> int:
    begin = clause.first
    if 0 <= clause.marker < begin:
        begin = clause.marker
        if begin and scene.tokens[begin - 1].text.lower() in ("even", "just", "only", "not"):
            begin -= 1
    subject = clause.subject
    floor = scene.clauses[clause.number - 1].last if clause.number else -1
    if subject is not None and floor < subject[0] < begin and clause.link != "relative":
        begin = subject[0]
    return begin


def _slice(scene: Scene, first: int, last: int) -> str:
    """Tokens first to last as they stand, without the time words that date something."""
    pieces: list[str] = []
    hedges = scene.words.small.hedges
    tokens, dating, base = scene.tokens, scene.dating, scene.sentence.start
    at = first
    while at <= last:
        if dating[at]:
            at += 1
            continue
        begin = at
        while at <= last and not dating[at]:
            at += 1
        end = at - 1
        while at <= last and end >= begin and tokens[end].text.lower() in hedges:
            end -= 1
        if end >= begin:
            pieces.append(scene.source[tokens[begin].start - base : tokens[end].end - base])
    return " ".join(pieces)


def describe_noun(scene: Scene, token: int) -> str:
    """An event named by a noun: its chunk with the phrases that hang on it."""
    tokens = scene.tokens
    hanging = scene.words.prepositions.hanging
    first, last = chunk_around(scene, token)
    for _ in range(3):
        after = last + 1
        if after + 1 >= len(tokens) or scene.timed[after] or tokens[after].text not in hanging:
            break
        more = chunk_from(scene, after + 1)
        if more is None:
            break
        last = widen(scene, more)[1]
    return tidy(_slice(scene, first, last), scene.words.small.loose)


def tidy(text: str, loose: frozenset[str] = frozenset()) -> str:
    """Blanks and marks put right, `loose` words at the end left out, a large first letter.

    >>> tidy("the troops took back Izyum , , in", frozenset(["in"]))
    'The troops took back Izyum'
    """
    for pattern, instead in _TIDY:
        text = pattern.sub(instead, text)
    text = _shorten(text.strip(_EDGES)).rstrip(".")
    text = _balance(text).strip(_EDGES)
    while True:
        head, _, tail = text.rpartition(" ")
        if head and tail.lower() in loose:
            text = head.rstrip(_EDGES)
        else:
            break
    return text[:1].upper() + text[1:]


def _shorten(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    cut = text[:LONGEST]
    comma = cut.rfind(", ")
    if comma > LONGEST // 2:
        return cut[:comma]
    return cut[: cut.rfind(" ")].rstrip(_EDGES) + " …"


def _balance(text: str) -> str:
    """Takes off a quotation mark or bracket whose partner was left behind."""
    for left, right in (("“", "”"), ("(", ")"), ("``", "''")):
        if text.count(left) != text.count(right):
            text = text.replace(left, "").replace(right, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return " ".join(text.split())
