"""Reads the events of a document: sentence by sentence, then each with a view to the others."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.coreference.people import Discourse
from timeline.events.cues import Cues, cues
from timeline.events.dates.ages import life_told
from timeline.events.dates.attaching import attach
from timeline.events.dates.bounds import NEWS, Dating
from timeline.events.dates.found import Found, Story
from timeline.events.dates.inferring import infer_dates
from timeline.events.dates.stamps import sections
from timeline.events.dates.tenses import Side, side_of_clause, side_of_noun
from timeline.events.event import Event
from timeline.events.facts.nominals import status_of_noun
from timeline.events.facts.sources import Source, according
from timeline.events.facts.truth import status_of_clause
from timeline.events.layout.datelines import without_datelines
from timeline.events.layout.scenes import Scene, is_heading, lay_out, topic_stem
from timeline.events.layout.turns import Turns
from timeline.events.layout.voices import carry_voices
from timeline.events.making import LazyWording, make_event
from timeline.events.participles import add_dated
from timeline.events.trees.planting import plant
from timeline.events.trees.syntax import LazyTrees
from timeline.events.words.views import View
from timeline.expressions import TimeExpression
from timeline.sentences import Mention, Sentence, Tree, find_mentions
from timeline.spans import DAY, Granularity, TimeSpan, home_zone

_UNDATED = Dating(None, "tense", 0.0, "")
#: A quarter of a year, in seconds.
_SEASON = 92 * DAY


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
        mentions = add_dated(sentences, expressions, find_mentions(sentences))
    days = [(e.start, e.span.start or 0) for e in expressions if e.heads and e.span is not None]
    news = is_news(expressions, days[0][1] if days else published)
    story = Story(text, published, cues(language), news=news, days=days)
    sentences, expressions, mentions = without_datelines(text, sentences, expressions, mentions)
    chapters = first_pass(sentences, expressions, mentions, story)
    scenes = {number: scene for number, scene, _ in chapters}
    trees = LazyTrees(sentences, scenes, story.words, expressions)
    discourse = Discourse(text, trees, story.words, expressions)
    speakers, turns = carry_voices(text, sentences, scenes), Turns(text, story.words)
    voices: dict[tuple[int, int] | None, list[LazyWording]] = defaultdict(list)
    events: list[Event] = []
    for number, scene, found in chapters:
        story.turn_to(scene.sentence.start)
        view = View(scene, trees, number, discourse)
        heads = {f.mention.head: f.number for f in reversed(found)}
        outside = according(scene)
        if not outside.name:
            outside = Source(turns.speaker(scene.sentence.start))
        owners: dict[int, set[int]] = {}
        for one in found:
            if one.time is not None:
                owners.setdefault(one.time.first, set()).add(one.mention.head)
        for one in found:
            wording = LazyWording(one, view, story, outside, owners, voices[speakers.get(number)])
            voices[number, one.mention.head].append(wording)
            events.append(make_event(one, story, view, wording, heads))
    home = home_zone(event.span for event in events)
    return events if home is None else [_compared(event, home) for event in events]


def _compared(event: Event, home: int) -> Event:
    """The event, saying what its time is on the clock that most times are told by."""
    span = event.span
    if span is None or span.zone in (None, home):
        return event
    there = span.on_clock(home).edtf()
    return replace(event, why=f"{event.why}; {there} on the clock of most times here")


def is_news(expressions: Sequence[TimeExpression], published: int | None) -> bool:
    """Whether a text tells of the weeks before its publication, as far as its times show."""
    if published is None:
        return False
    spans = [e.span for e in expressions if e.span is not None and e.span.start is not None]
    near = published - NEWS
    return not spans or any(_is_of_these_days(span, near) for span in spans)


def _is_of_these_days(span: TimeSpan, near: int) -> bool:
    """Whether a time begins after a moment, or is a season at most and ends after it."""
    start, end = span.start, span.end
    if start is None or start >= near:
        return start is not None
    return end is not None and end >= near and end - start <= _SEASON


Chapter = tuple[int, Scene, list[Found]]


def first_pass(
    sentences: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    mentions: Sequence[Sequence[Mention]],
    story: Story,
) -> list[Chapter]:
    """The sentences that hold events, these dated, in order."""
    chapters: list[Chapter] = []
    at = count = 0
    opening: set[str] = set()
    story.life = life_told(story.text, expressions)
    entries = sections(story.text, sentences, expressions)
    trees = _trees(sentences, expressions, mentions, story.words)
    for number, (sentence, named) in enumerate(zip(sentences, mentions, strict=True)):
        first = at
        while at < len(expressions) and expressions[at].start < sentence.end:
            at += 1
        if not opening or (number == story.body and number):
            opening.update(filter(None, map(topic_stem, sentence.tokens)))
        # What is told below the day of an entry, or behind its hour, is no title, however short.
        entered = _is_entry(sentence, expressions[first:at], below=story.entry is not None)
        if number == story.body and is_heading(sentence) and number < 3 and not entered:
            story.body = number + 1
        story.entry = entries.get(number, story.entry)
        if not named and first == at:
            continue
        story.turn_to(sentence.start)
        scene = lay_out(
            story.text, sentence, named, expressions[first:at], story.words, trees.get(number)
        )
        if not scene.mentions:
            continue
        found = _read_scene(scene, story, count)
        count += len(found)
        infer_dates(found, story)
        if number >= story.body:
            for one in found:
                one.again = one.lemma in story.lemmas
                story.lemmas[one.lemma] += 1
        chapters.append((number, scene, found))
    story.opening = frozenset(opening)
    return chapters


def _is_entry(sentence: Sentence, times: Sequence[TimeExpression], *, below: bool) -> bool:
    """Whether a sentence tells something `below` a day, or behind an hour that it begins with:
    "09:10 Pump failed"."""
    if not times or times[0].start > sentence.start:
        return below
    span, alone = times[0].span, times[0].end >= sentence.end
    grain = None if span is None else span.granularity
    return not alone and (below or (grain is not None and grain < Granularity.PART_OF_DAY))


def _trees(
    sentences: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    mentions: Sequence[Sequence[Mention]],
    words: Cues,
) -> dict[int, Tree]:
    """The trees of those sentences where a time may belong to one of several events, by number."""
    starts = [s.start for s in sentences]
    timed = {bisect_right(starts, e.start) - 1 for e in expressions if e.span is not None}
    asked = [number for number in sorted(timed) if number >= 0 and len(mentions[number]) > 1]
    return dict(zip(asked, plant([sentences[n] for n in asked], expressions, words), strict=True))


def _read_scene(scene: Scene, story: Story, base: int) -> list[Found]:
    """The mentions of a sentence with side and status, and the times that are their own."""
    sides: dict[int, Side] = {}
    truths: dict[int, str] = {}
    found: list[Found] = []
    for mention in scene.mentions:
        head = mention.head
        clause = scene.by_head.get(head)
        verbal = clause is not None
        if clause is not None:
            side = side_of_clause(scene, clause, sides)
            status = status_of_clause(scene, clause, truths)
        else:
            clause = scene.clause_of(head) or scene.main
            side = side_of_noun(scene, head, clause, sides)
            status = status_of_noun(scene, head, clause, truths)
        found.append(
            Found(scene, mention, clause, verbal, side, status, base + len(found), _UNDATED)
        )
    if found and scene.times:
        found = attach(scene, found, story)
        for number, one in enumerate(found, start=base):
            one.number = number
    return found
