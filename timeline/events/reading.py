"""Reads the events of a document: sentence by sentence, then each with a view to the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from timeline.events.bounds import Dating, by_side, carried, not_after, not_before
from timeline.events.clauses import Clause
from timeline.events.cues import Cues, cues
from timeline.events.dating import direction, shares
from timeline.events.event import Event
from timeline.events.participants import participants, place, words_of
from timeline.events.people import People
from timeline.events.salience import salience
from timeline.events.scenes import Scene, TimeWords, lay_out
from timeline.events.tenses import Side, side_of_clause, side_of_noun
from timeline.events.truth import according, status_of_clause, status_of_noun, teller
from timeline.events.weighing import weights
from timeline.events.wording import describe_clause, describe_noun
from timeline.expressions import TimeExpression
from timeline.sentences import Mention, Sentence, find_mentions


@dataclass(slots=True)
class Found:
    """A mention on its way to becoming an event."""

    scene: Scene
    mention: Mention
    clause: Clause | None
    verbal: bool
    side: Side
    status: str
    place_in_list: int
    dating: Dating | None = None
    time: TimeWords | None = None
    share: float = 0.0


@dataclass(slots=True)
class Story:
    """What is known while a document is read."""

    published: int | None
    words: Cues
    people: People = field(default_factory=People)
    last: Found | None = None
    paragraph: int = 0


def read_events(
    text: str,
    sentences: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    published: int | None,
    *,
    mentions: Sequence[Sequence[Mention]] | None = None,
    language: str = "en",
) -> list[Event]:
    """The events of a document, in the order of the text.

    >>> from timeline.events import read_events
    >>> from timeline.sentences import analyze
    >>> text = "Rebels took the bridge. The army denied it."
    >>> [event.text for event in read_events(text, analyze(text), [], None)]
    ['Rebels took the bridge', 'The army denied it']

    `sentences` are the tagged sentences of the text, `expressions` its resolved time expressions
    in order, `published` its publication in seconds since 1970, or None. `mentions` are found if
    they are not given. What dates an event, and why, stands in the event.
    """
    if mentions is None:
        mentions = find_mentions(sentences)
    story = Story(published, cues(language))
    events: list[Event] = []
    for number, scene in _scenes(text, sentences, expressions, mentions, story.words):
        story.people.enter(scene, number, story.words)
        found = _read_scene(scene, story, len(events))
        _settle(found, story, text)
        heads = {f.mention.head: f.place_in_list for f in found}
        outside = according(scene)
        for one in found:
            events.append(_make(one, story, heads, outside, number))
    return events


def _scenes(
    text: str,
    sentences: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    mentions: Sequence[Sequence[Mention]],
    words: Cues,
) -> Iterator[tuple[int, Scene]]:
    """The sentences that hold events, with their numbers."""
    at = 0
    for number, (sentence, found) in enumerate(zip(sentences, mentions, strict=True)):
        first = at
        while at < len(expressions) and expressions[at].start < sentence.end:
            at += 1
        if found:
            scene = lay_out(text, sentence, found, expressions[first:at], words)
            scene.mentions = [m for m in found if not scene.timed[m.head]]
            yield number, scene


def _read_scene(scene: Scene, story: Story, base: int) -> list[Found]:
    """The mentions of a sentence with side and status, and the times that are their own."""
    words = story.words
    sides: dict[int, Side] = {}
    truths: dict[int, str] = {}
    found: list[Found] = []
    for mention in scene.mentions:
        clause = scene.by_head.get(mention.head)
        verbal = clause is not None
        if clause is not None:
            side = side_of_clause(scene, clause, words, sides)
            status = status_of_clause(scene, clause, words, truths)
        else:
            clause = scene.clause_of(mention.head)
            side = side_of_noun(scene, mention.head, clause, words, sides)
            status = status_of_noun(scene, mention.head, clause, words, truths)
        found.append(Found(scene, mention, clause, verbal, side, status, base + len(found)))
    if found:
        _attach(scene, found, story)
    return found


def _attach(scene: Scene, found: list[Found], story: Story) -> None:
    """Gives each time expression to the event that it dates."""
    for time in scene.times:
        span = time.expression.span
        if span is None:
            continue
        way = direction(time, story.published)
        chances = shares(scene, time, way, story.words, weights("dating"))
        best = max(range(len(chances)), key=chances.__getitem__)
        one = found[best]
        if one.time is not None and one.share >= chances[best]:
            continue
        one.time, one.share = time, chances[best]
        one.dating = Dating(span, "expression", chances[best], f"“{time.expression.text}” dates it")


def _settle(found: list[Found], story: Story, text: str) -> None:
    """Dates the events that have no time of their own."""
    by_clause = {f.clause.number: f for f in found if f.verbal and f.clause is not None}
    for one in found:
        if one.dating is None:
            one.dating = _infer(one, by_clause, story, text)
    for one in found:
        told = one.verbal and one.status == "asserted" and one.clause is not None
        if told and one.dating is not None and one.dating.basis == "expression":
            story.last = one


_SAME = frozenset({"participle", "complement"})
_TOGETHER = 0.7


def _infer(one: Found, by_clause: dict[int, Found], story: Story, text: str) -> Dating:
    base = by_side(one.side, story.published)
    clause = one.clause
    if clause is None:
        return base
    if not one.verbal:
        holder = by_clause.get(clause.number)
        if holder is None or holder.time is None or holder.dating is None:
            return base
        assert holder.dating.span is not None
        if one.side.why.startswith("like"):
            word = one.scene.tokens[clause.head].text
            return carried(holder.dating.span, holder.share * 0.6, f"as “{word}”")
        return base
    host = by_clause.get(clause.governor)
    if host is not None and host.time is not None and host.dating is not None:
        drawn = _by_governor(one, clause, host, base, story.words)
        if drawn is not None:
            return drawn
    framed = _framed(one, clause, by_clause, base)
    if framed is not None:
        return framed
    return _by_story(one, clause, base, story, text)


def _by_governor(
    one: Found, clause: Clause, host: Found, base: Dating, words: Cues
) -> Dating | None:
    """What follows from the date of the clause that this one hangs on."""
    assert host.dating is not None
    assert host.time is not None
    span = host.dating.span
    if span is None:
        return None
    word = one.scene.tokens[host.mention.head].text
    if clause.link == "coordinate":
        leading = host.time.last < host.mention.head
        if clause.tense == host.clause.tense if host.clause else False:
            sure = host.share * (0.85 if leading else 0.6)
            basis = "expression" if leading else "narrative"
            why = f"“{host.time.expression.text}” dates it with “{word}”"
            if leading:
                one.time = host.time
                return Dating(span, basis, sure, why)
            return carried(span, sure, f"told together with “{word}”")
        return None
    marker = one.scene.tokens[clause.marker].text.lower() if clause.marker >= 0 else ""
    if clause.link == "adverbial":
        if marker in words.words("connectives", "earlier"):
            return not_after(base, span, f"“{marker}”: not after “{word}”")
        if marker in words.words("connectives", "later"):
            return not_before(base, span, f"“{marker}”: not before “{word}”")
        if marker in words.words("connectives", "together"):
            return carried(span, host.share * _TOGETHER, f"“{marker}”: as “{word}”")
    if clause.link in _SAME and clause.tense == "ing" and clause.antecedent < 0:
        return carried(span, host.share * _TOGETHER, f"as “{word}”")
    if clause.link == "infinitive":
        return not_before(base, span, f"aimed at by “{word}”")
    if clause.link == "content" and one.side.where == "before":
        return not_after(base, span, f"past tense: not after “{word}”")
    return None


def _framed(one: Found, clause: Clause, by_clause: dict[int, Found], base: Dating) -> Dating | None:
    """A saying without a date is not earlier than what it says has happened."""
    if one.mention.kind != "reporting" or one.side.where != "before":
        return None
    for other in by_clause.values():
        inner = other.clause
        if inner is not None and inner.governor == clause.number and inner.link == "content":
            dating = other.dating
            if dating is not None and dating.basis == "expression" and other.side.where == "before":
                assert dating.span is not None
                word = one.scene.tokens[other.mention.head].text
                return not_before(base, dating.span, f"said after “{word}”")
    return None


def _by_story(one: Found, clause: Clause, base: Dating, story: Story, text: str) -> Dating:
    """The date carried along: what is told next, in the past, in the same paragraph."""
    last = story.last
    if last is None or last.dating is None or last.dating.span is None:
        return base
    if clause.link != "main" or one.side.why != "past tense" or one.mention.kind == "reporting":
        return base
    if last.clause is None or last.clause.tense != "past" or last.scene is one.scene:
        return base
    span = last.dating.span
    if span.ongoing or span.relation in ("since", "until", "before", "after"):
        return base
    gap = text[last.scene.sentence.end : one.scene.sentence.start]
    distance = one.scene.sentence.start - last.scene.sentence.end
    if "\n" in gap or distance > 250:
        return base
    word = last.scene.tokens[last.mention.head].text
    return carried(span, last.share * 0.55, f"told after “{word}”")


def _make(one: Found, story: Story, heads: dict[int, int], outside: str, number: int) -> Event:
    """The event of a mention."""
    scene, mention, clause = one.scene, one.mention, one.clause
    tokens, words = scene.tokens, story.words
    head = tokens[mention.head]
    who: tuple[str, ...] = ()
    where = None
    if one.verbal and clause is not None:
        text = describe_clause(scene, clause, story.people, words)
        who = participants(scene, clause, story.people, words)
        where = place(scene, clause.last + 1, _last_token(scene, clause), words)
    else:
        text = describe_noun(scene, mention.head)
        where = place(scene, mention.head + 1, min(mention.head + 8, len(tokens) - 1), words)
    host, speaker = teller(scene, clause, words)
    if host is not None and host.subject is not None:
        subject = host.subject
        pronoun = tokens[subject[0]].tag == "PRON"
        speaker = (
            story.people.resolve(tokens[subject[0]].text, words)
            if pronoun
            else words_of(scene, (subject[0], subject[1]))
        )
    attribution = speaker or (outside if host is None and one.mention.kind != "reporting" else "")
    dating = one.dating
    assert dating is not None
    governor, link = _governor(one, clause, host, heads)
    marker = clause.marker if clause is not None and one.verbal else -1
    return Event(
        scene.sentence.start,
        scene.sentence.end,
        tokens[mention.head].start if mention.first > mention.head else tokens[mention.first].start,
        tokens[_trigger_end(scene, mention)].end,
        head.start,
        head.end,
        text,
        mention.kind,
        one.status,
        attribution or None,
        who,
        where,
        one.time.expression if one.time is not None else None,
        dating.span,
        dating.basis,
        _to_published(one, dating, story.published),
        round(dating.sure, 3),
        salience(scene, mention, clause, dating, one.status, number),
        dating.why,
        governor,
        link,
        tokens[marker].text.lower() if marker >= 0 else "",
        clause.tense if clause is not None else "",
        clause.aspect if clause is not None else "none",
    )


def _trigger_end(scene: Scene, mention: Mention) -> int:
    """The last token of the trigger: the verb's particle, if one follows."""
    clause = scene.by_head.get(mention.head)
    return mention.last if clause is None else max(mention.last, clause.last)


def _last_token(scene: Scene, clause: Clause) -> int:
    last = clause.last
    while last + 1 < len(scene.tokens) and scene.owner[last + 1] == clause.number:
        last += 1
    return last


def _governor(
    one: Found, clause: Clause | None, host: Clause | None, heads: dict[int, int]
) -> tuple[int | None, str]:
    """The event that this one hangs on: the nearest clause above that is an event itself."""
    if clause is None:
        return None, "main"
    clauses = one.scene.clauses
    link = clause.link if one.verbal else "argument"
    above = clause if not one.verbal else None
    if above is None and clause.governor >= 0:
        above = clauses[clause.governor]
    for _ in range(len(clauses)):
        if above is None:
            return None, link
        place_in_list = heads.get(above.head)
        if place_in_list is not None and place_in_list != one.place_in_list:
            return place_in_list, link
        if above.link == "content":
            link = "content"
        above = clauses[above.governor] if above.governor >= 0 else None
    return None, link


def _to_published(one: Found, dating: Dating, published: int | None) -> str | None:
    """Before, overlapping or after publication: by the date if it tells, else by the tense."""
    if published is None:
        return None
    span = dating.span
    today = published - published % 86400
    if span is not None and dating.basis in ("expression", "narrative"):
        if span.end is not None and span.end <= today:
            return "before"
        if span.start is not None and span.start >= today + 86400:
            return "after"
        if span.ongoing:
            return "overlap"
    return one.side.where
