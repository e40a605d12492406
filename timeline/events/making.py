"""From a mention that has been read to an event that can be shown."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.events.bounds import Dating
from timeline.events.clauses import Clause
from timeline.events.cues import Cues
from timeline.events.event import Event
from timeline.events.found import Found, Story
from timeline.events.participants import participants, place, words_of
from timeline.events.people import Cast
from timeline.events.scenes import Scene
from timeline.events.truth import DEEPEST, teller
from timeline.events.wording import describe_clause, describe_noun
from timeline.spans import DAY


class Clausal:
    """The wording of a mention, made from its sentence when it is asked for."""

    __slots__ = ("_cast", "_one", "_words")

    def __init__(self, one: Found, cast: Cast, words: Cues) -> None:
        self._one = one
        self._cast = cast
        self._words = words

    @property
    def text(self) -> str:
        """The clause or the noun phrase, standing by itself."""
        one = self._one
        if one.verbal and one.clause is not None:
            return describe_clause(one.scene, one.clause, self._cast, self._words)
        return describe_noun(one.scene, one.mention.head)

    @property
    def participants(self) -> tuple[str, ...]:
        """Who takes part."""
        one = self._one
        if one.verbal and one.clause is not None:
            return participants(one.scene, one.clause, self._cast, self._words)
        return ()

    @property
    def place(self) -> str | None:
        """Where it happens."""
        one, scene = self._one, self._one.scene
        head = one.mention.head
        if one.verbal and one.clause is not None:
            return place(scene, one.clause.last + 1, _last_token(scene, one.clause), self._words)
        return place(scene, head + 1, min(head + 8, len(scene.tokens) - 1), self._words)


def make_event(
    one: Found,
    story: Story,
    cast: Cast,
    heads: Mapping[int, int],
    outside: str,
    salience: float,
) -> Event:
    """The event of a mention; `heads` gives the place of each event of the sentence by its token,
    `outside` who stands behind an "according to" in the sentence."""
    scene, mention, clause = one.scene, one.mention, one.clause
    tokens, words = scene.tokens, story.words
    head = tokens[mention.head]
    last = mention.last
    if one.verbal and clause is not None:
        last = max(last, clause.last)
    host = teller(scene, clause, words)
    governor, link = _governor(one, clause, heads)
    marker = (
        clause.marker if clause is not None and one.verbal else _preposition(scene, mention.head)
    )
    return Event(
        sentence_start=scene.sentence.start,
        sentence_end=scene.sentence.end,
        trigger_start=tokens[min(mention.first, mention.head)].start,
        trigger_end=tokens[last].end,
        head_start=head.start,
        head_end=head.end,
        wording=Clausal(one, cast, words),
        kind=mention.kind,
        status=one.status,
        attribution=_attribution(one, cast, words, host, outside) or None,
        expression=one.time.expression if one.time is not None else None,
        span=one.dating.span,
        basis=one.dating.basis,
        to_published=to_published(one.side.where, one.dating, story.published),
        confidence=round(one.dating.sure, 3),
        salience=salience,
        why=one.dating.why,
        governor=governor,
        link=link,
        connective=tokens[marker].text.lower() if marker >= 0 else "",
        tense=clause.tense if clause is not None else "",
        aspect=clause.aspect if clause is not None else "none",
        modal=clause.modal if clause is not None else "",
        passive=clause is not None and clause.passive,
        lemma=head.lemma,
    )


def _attribution(one: Found, cast: Cast, words: Cues, host: Clause | None, outside: str) -> str:
    """Who says so: the subject of the verb of saying above, or of an "according to"."""
    if host is None:
        return outside if one.mention.kind != "reporting" else ""
    subject = host.subject
    if subject is None:
        return ""
    scene = one.scene
    if scene.tokens[subject[0]].tag == "PRON":
        return cast.resolve(scene.tokens[subject[0]], words)
    return words_of(scene, (subject[0], subject[1]))


def _preposition(scene: Scene, head: int) -> int:
    """The preposition that opens the phrase of a noun ("before next week's talks"), or -1."""
    chunk = scene.chunk_of[head]
    at = (chunk.first if chunk is not None else head) - 1
    tokens = scene.tokens
    while at >= 0 and (scene.timed[at] or tokens[at].xpos == "POS"):
        at -= 1
    return at if at >= 0 and tokens[at].tag in ("ADP", "SCONJ") else -1


def _last_token(scene: Scene, clause: Clause) -> int:
    last = clause.last
    while last + 1 < len(scene.tokens) and scene.owner[last + 1] == clause.number:
        last += 1
    return last


def _governor(
    one: Found, clause: Clause | None, heads: Mapping[int, int]
) -> tuple[int | None, str]:
    """The event that this one hangs on: the nearest clause above that is an event itself."""
    if clause is None:
        return None, "main"
    clauses = one.scene.clauses
    link = clause.link if one.verbal else "argument"
    above: Clause | None = clause
    if one.verbal:
        above = clauses[clause.governor] if clause.governor >= 0 else None
    for _ in range(DEEPEST):
        if above is None:
            break
        number = heads.get(above.head)
        if number is not None and number != one.number:
            return number, link
        if above.link == "content":
            link = "content"
        above = clauses[above.governor] if above.governor >= 0 else None
    return None, link


def to_published(side: str, dating: Dating, published: int | None) -> str | None:
    """Before, overlapping or after publication: by the date if it tells, else by the tense."""
    if published is None:
        return None
    span = dating.span
    today = published - published % DAY
    if span is not None and dating.basis in ("expression", "narrative"):
        if span.end is not None and span.end <= today:
            return "before"
        if span.start is not None and span.start >= today + DAY:
            return "after"
        if span.ongoing:
            return "overlap"
    return side
