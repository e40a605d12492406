"""Which of several times an event has, and what each of its instances tells.

"The bells were stolen from the church in May and from the hall in June" tells of two thefts.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.events.layout.scenes import Apart, Scene, TimeWords
from timeline.spans import TimeSpan

_WHOLE = ("within", "throughout")
#: Tags of what a phrase may be made of that stands before its time.
_PHRASE = frozenset({"ADP", "NOUN", "PROPN", "DET", "ADJ", "ADV", "NUM", "SYM", "PART", "PRON"})

#: A time with its event's share in it.
Given = tuple[TimeWords, float]


def kept(scene: Scene, verb: int, own: Sequence[Given]) -> Sequence[Given]:
    """Of the times that one event was given those that it has: one, or each of a row of them.

    Of two where one lies in the other the finer is kept, of a list that does not tell of several
    times the first, else what suits best; "now" and "recently" give way to all others.
    """
    own = [pair for pair in own if not is_vague(pair[0])] or own
    if len(own) < 2:
        return own
    spans = [time.expression.span for time, _ in own]
    times = [time for time, _ in own]
    if is_row(scene, times) or _has_doers(scene, verb, times):
        # "Moved twice in August, first to Corbie and then, on the 19th, up here": one of them.
        apart = all(
            _is_apart(a, b) or _is_finer(b, a) for k, a in enumerate(spans) for b in spans[k + 1 :]
        )
        gapped = any(_is_gapped(scene, verb, time) for time in times)
        gapped = gapped and not _told_behind(scene, verb, times) and not _turned(scene, times)
        return own if apart and not gapped and not _turns(scene, own) else own[:1]
    best = max(own, key=lambda pair: pair[1])
    for (time, _), (other, share) in pairwise(own):
        if _is_told_by(scene, time, other):
            return [(other, share)]
    for time, _ in own:
        if _is_finer(time.expression.span, best[0].expression.span):
            best = time, best[1]
    return [best]


def _is_told_by(scene: Scene, time: TimeWords, other: TimeWords) -> bool:
    """Whether a date told in full right behind a time that leans on others tells which that was:
    "on the same day, 10 June 1190"."""
    between = [token.text for token in scene.tokens[time.last + 1 : other.first]]
    anchors = time.expression.anchor, other.expression.anchor
    return between == [","] and anchors == ("story", "none")


def _told_behind(scene: Scene, verb: int, times: Sequence[TimeWords]) -> list[Apart]:
    """What each time tells where who did it or what it was done to stands behind the later ones:
    "won the cup in May and, in June, the league"; nothing where it does not."""
    clause, tokens = scene.by_head.get(verb), scene.tokens
    gaps = {k for a, b in pairwise(times) for k in range(a.last + 1, b.first)}
    if clause is None or clause.last >= times[0].first:
        return []
    chunks = [_chunk_behind(scene, time) for time in times[1:]]
    if not all(chunks) or any(scene.chunk_of[k] is not None for k in gaps):
        return []
    doers = [_doer(scene, verb, times[0], set(chunk)) for chunk in chunks]
    if not all(doers) and tokens[times[0].first - 1].tag not in ("NOUN", "PROPN"):
        return []
    taken = frozenset(range(clause.last + 1, times[0].first))
    around = frozenset(gaps).union(*(range(chunk[0] - 1, chunk[-1] + 1) for chunk in chunks))
    told, none = [Apart(frozenset(), around)], frozenset[int]()
    for chunk, doer in zip(chunks, doers, strict=True):
        own = none if doer else frozenset(chunk)
        told.append(Apart(own, (around if doer else around | taken) - own, doer))
    return told


def _turned(scene: Scene, times: Sequence[TimeWords]) -> range:
    """What the last time tells if it alone stands before it: "a house in 2006, a horse in 2011 and,
    in 2015, a vineyard"; else an empty range."""
    gaps = [range(a.last + 1, b.first) for a, b in pairwise(times)]
    told = [any(scene.chunk_of[k] is not None for k in gap) for gap in gaps]
    if len(told) < 2 or told[-1] or not all(told[:-1]):
        return range(0)
    return _chunk_behind(scene, times[-1])


def _chunk_behind(scene: Scene, time: TimeWords) -> range:
    """The noun phrase that stands between a time and a mark; an empty range if none does."""
    tokens, at = scene.tokens, time.last + 1
    at += at < len(tokens) and tokens[at].text == ","
    first = at
    while at < len(tokens) and (chunk := scene.chunk_of[at]) is not None:
        at = chunk.last + 1
        if at < len(tokens) and tokens[at].tag == "PUNCT":
            return range(first, at)
        # "A branch in Hull."
        at += at < len(tokens) and tokens[at].tag == "ADP"
    return range(0)


def _has_doers(scene: Scene, verb: int, times: Sequence[TimeWords]) -> bool:
    """Whether each time but the first has somebody before it who did the same: "Its first plant
    opened in 2005, its second in 2014"."""
    clause, tokens = scene.by_head.get(verb), scene.tokens
    if clause is None or clause.subject is None or clause.last + 1 != times[0].first:
        return False
    shape, turned = _shape(scene, clause.subject[0]), _turned(scene, times)
    for before, after in pairwise(times):
        comma, phrase = before.last + 1, range(before.last + 2, after.first)
        if turned and after is times[-1]:
            comma, phrase = after.last + 1, turned
        doer = _doer(scene, verb, times[0], set(phrase))
        if tokens[comma].text != "," or not doer or _shape(scene, phrase[0]) != shape:
            return False
    return True


def _is_apart(first: TimeSpan | None, second: TimeSpan | None) -> bool:
    """Whether two times are whole and do not overlap: "from 1902 to 1906 and from 1906 to 1911"
    meet in a year, "until 1914" follows on what was before."""
    if first is None or second is None or first.relation not in _WHOLE:
        return False
    if second.relation == "until":
        return first.end is not None and second.end is not None and first.end < second.end
    apart = first.parted(second)
    if first.end_earliest is not None and second.start is not None and second.start_latest:
        apart = apart or first.end_earliest <= second.start
    return second.relation in _WHOLE and apart


def _is_finer(first: TimeSpan | None, second: TimeSpan | None) -> bool:
    """Whether one time lies within another that is longer."""
    if first is None or second is None or not second.contains(first):
        return False
    return first.relation == second.relation == "within" and not first.contains(second)


def is_vague(time: TimeWords) -> bool:
    """Whether a time only tells past, present or future, as "now" and "recently" do."""
    return all(timex.value.endswith("_REF") for timex in time.expression.timexes)


def goes_on(scene: Scene, time: TimeWords) -> bool:
    """Whether another time follows with an "and" or an "again" and nothing else between."""
    adding, at = scene.words.connectives.adding, time.last + 1
    later = next((other.first for other in scene.times if other.first > time.last), at)
    between = [t for t in scene.tokens[at:later] if t.tag not in ("PUNCT", "ADP")]
    return bool(between) and all(token.text.lower() in adding for token in between)


def is_again(scene: Scene, time: TimeWords) -> bool:
    """Whether a time is one more of the same: "was jailed for theft in 2008 and again in 2013"."""
    before = scene.tokens[max(0, time.first - 2) : time.first]
    adding = scene.words.connectives.adding
    return len(before) == 2 and all(token.text.lower() in adding for token in before)


def is_row(scene: Scene, times: Sequence[TimeWords]) -> bool:
    """Whether times are set beside one another by an "and", and by commas before it."""
    adding = scene.words.connectives.adding
    joined = False
    for before, after in pairwise(times):
        between = scene.tokens[before.last + 1 : after.first]
        if any(token.tag in ("VERB", "AUX", "SCONJ") for token in between):
            return False
        joined = any(token.text.lower() in adding for token in between)
        if not joined and not any(token.text == "," for token in between):
            return False
    return joined


def _is_gapped(scene: Scene, verb: int, time: TimeWords) -> bool:
    """Whether an object of its own follows a time, with the verb left out: "won the cup in May and,
    in June, the league"."""
    at = time.last + 1
    if at < len(scene.tokens) and scene.tokens[at].text == ",":
        at += 1
    chunk = scene.chunk_of[at] if at < len(scene.tokens) else None
    if chunk is None or time.last < verb:
        return False
    # Of "the mill in 1961, the yard in 1967 and a dairy in 1970" each has its time behind it.
    behind = chunk.last + 1
    return not any(behind <= other.first <= behind + 1 for other in scene.times)


def _turns(scene: Scene, own: Sequence[Given]) -> bool:
    """Whether what joins two times tells which was first: "in 1420 and before that in 1380"."""
    turns = scene.words.connectives.earlier | scene.words.connectives.later
    gaps = [(a.last + 1, b.first) for (a, _), (b, _) in pairwise(own)]
    return any(token.text.lower() in turns for a, b in gaps for token in scene.tokens[a:b])


def told_apart(scene: Scene, verb: int, times: Sequence[TimeWords]) -> list[Apart]:
    """For each time of a row the tokens that only tell of it, and those that tell of the others."""
    tokens, adding = scene.tokens, scene.words.connectives.adding
    gaps = [range(a.last + 1, b.first) for a, b in pairwise(times)]
    phrases = [
        {k for k in gap if tokens[k].tag in _PHRASE and tokens[k].text.lower() not in adding}
        for gap in gaps
    ]
    whole = frozenset(k for gap in gaps for k in gap)
    if turned := _turned(scene, times):
        phrases[-1] = set(turned)
        whole |= set(range(times[-1].last + 1, turned[-1] + 1))
    joining = whole.difference(*phrases)
    if inverted := _told_behind(scene, verb, times):
        return inverted
    behind = [_phrase_behind(scene, time) for time in times]
    if tokens[times[0].first - 1].tag == "VERB" and all(behind):
        around = whole.union(*behind)
        return [Apart(phrase, around - phrase) for phrase in behind]
    subjects = [_doer(scene, verb, times[0], phrase) for phrase in phrases]
    if any(subjects):
        none = frozenset[int]()
        return [Apart(none, whole), *(Apart(none, whole, doer) for doer in subjects)]
    phrases[-1] |= _place_behind(scene, times[-1])
    own = [_first_phrase(scene, verb, times[0], phrases), *phrases]
    every = {k for phrase in own for k in phrase}
    return [Apart(frozenset(phrase), frozenset(joining | (every - phrase))) for phrase in own]


def _doer(scene: Scene, verb: int, time: TimeWords, phrase: set[int]) -> frozenset[int]:
    """Of a phrase before a later time who did the same then: "Ada won in May and Ben in June".

    Where something stands between the verb and its time the phrase may be another such thing ("won
    the cup in May and the league in June"): it is a doer if it looks like the subject alone.
    """
    clause, tokens = scene.by_head.get(verb), scene.tokens
    if not phrase or clause is None or clause.subject is None or verb > time.first:
        return frozenset()
    first, last = min(phrase), max(phrase)
    while last > first and tokens[last].tag in ("ADP", "ADV"):
        last -= 1
    if tokens[first].tag not in ("DET", "PROPN", "NOUN", "ADJ", "NUM", "PRON"):
        return frozenset()
    doer = frozenset(range(first, last + 1))
    beside = [
        k for k in range(clause.last + 1, time.first) if tokens[k].tag not in ("ADV", "PUNCT")
    ]
    if not beside:
        return doer
    shape = _shape(scene, first)
    others = {_shape(scene, k) for k in beside if tokens[k].tag in ("DET", "PROPN", "NOUN", "NUM")}
    return (
        doer if shape == _shape(scene, clause.subject[0]) and shape not in others else frozenset()
    )


def _shape(scene: Scene, first: int) -> str:
    """How a noun phrase begins: its article, else what kind of word it is."""
    token = scene.tokens[first]
    return token.lemma.lower() if token.tag == "DET" else token.tag


def _phrase_behind(scene: Scene, time: TimeWords) -> frozenset[int]:
    """The phrase that a preposition opens right behind a time: "in 2011 to Hull"."""
    tokens, first = scene.tokens, time.last + 1
    first += first < len(tokens) and tokens[first].text == ","
    if first + 1 >= len(tokens) or tokens[first].tag != "ADP" or scene.timed[first]:
        return frozenset()
    chunk = scene.chunk_of[first + 1]
    return frozenset(range(first, chunk.last + 1)) if chunk is not None else frozenset()


def _place_behind(scene: Scene, time: TimeWords) -> set[int]:
    """Where something happened at a time that commas set apart: "and then, in June, up here"."""
    tokens, at = scene.tokens, time.last + 1
    parted = tokens[time.first - 1].text == "," or tokens[time.first - 2].text == ","
    if not parted or at + 1 >= len(tokens) or tokens[at].text != ",":
        return set()
    end = at + 1
    while tokens[end].tag in ("ADV", "ADP") and end + 1 < len(tokens):
        end += 1
    return set(range(at + 1, end))


def _first_phrase(
    scene: Scene, verb: int, time: TimeWords, phrases: Sequence[set[int]]
) -> set[int]:
    """What stands before the first time as the phrases of the others stand before theirs."""
    other = min(phrases[0], default=-1)
    if other < 0 or verb > time.first:
        return set()
    tokens = scene.tokens
    if tokens[other].tag == "ADP":
        opener = tokens[other].text
        alike = [k for k in range(verb + 1, time.first) if tokens[k].text == opener]
        return set(range(alike[-1], time.first)) if alike else set()
    last = time.first - 1
    while tokens[last].tag in ("ADP", "PUNCT") and last > verb:
        last -= 1
    first, steps = last + 1, sum(tokens[k].tag == "ADP" for k in phrases[0])
    chunk = scene.chunk_of[last]
    while chunk is not None and chunk.first > verb:
        first = chunk.first
        # "From the school of Ayr (1910) and the school of Leeds (1925)"
        goes_on = steps > 0 and tokens[first - 1].tag == "ADP"
        chunk, steps = scene.chunk_of[first - 2] if goes_on else None, steps - 1
    return set(range(first, last + 1))
