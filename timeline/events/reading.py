"""Reads the events of a document: sentence by sentence, then each with a view to the others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from timeline.events.bounds import Dating, carried, trust
from timeline.events.cues import Cues, cues
from timeline.events.dating import direction, shares
from timeline.events.event import Event
from timeline.events.found import Found, Story
from timeline.events.inferring import infer_dates
from timeline.events.making import make_event
from timeline.events.people import Discourse
from timeline.events.phrases import View
from timeline.events.salience import CONTENT, salience
from timeline.events.scenes import Scene, TimeWords, is_title, lay_out, preposition
from timeline.events.syntax import Grove
from timeline.events.tenses import Side, side_of_clause, side_of_noun
from timeline.events.truth import according, status_of_clause, status_of_noun
from timeline.events.weighing import weights
from timeline.expressions import TimeExpression
from timeline.sentences import Mention, Sentence, Tree, find_mentions, find_trees
from timeline.spans import DAY

#: Days before publication that a paper still tells as news.
RECENT = 45
#: Tags of the words of an amount.
_FIGURES = frozenset({"NUM", "SYM", "DET"})
_UNDATED = Dating(None, "tense", 0.0, "")


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
    story = Story(published, cues(language), news=is_news(expressions, published))
    chapters = first_pass(text, sentences, expressions, mentions, story)
    grove = Grove(sentences, {number: scene for number, scene, _ in chapters})
    discourse = Discourse(text, grove, story.words, expressions)
    events: list[Event] = []
    for number, scene, found in chapters:
        view = View(scene, grove, number, discourse)
        heads = {f.mention.head: f.number for f in found}
        outside = according(scene)
        for one in found:
            events.append(
                make_event(one, story, view, heads, outside, salience(one, number, story))
            )
    return events


def is_news(expressions: Sequence[TimeExpression], published: int | None) -> bool:
    """Whether a text tells of the weeks before its publication, as far as its times show."""
    if published is None:
        return False
    spans = [e.span for e in expressions if e.span is not None and e.span.start is not None]
    near = published - RECENT * DAY
    return not spans or any(span.start >= near for span in spans if span.start is not None)


Chapter = tuple[int, Scene, list[Found]]


def first_pass(
    text: str,
    sentences: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    mentions: Sequence[Sequence[Mention]],
    story: Story,
) -> list[Chapter]:
    """The sentences that hold events, these dated, in order."""
    chapters: list[Chapter] = []
    at = count = 0
    opening: set[str] = set()
    trees = _trees(sentences, expressions, mentions)
    for number, (sentence, named) in enumerate(zip(sentences, mentions, strict=True)):
        first = at
        while at < len(expressions) and expressions[at].start < sentence.end:
            at += 1
        if not opening or (number == story.body and number):
            opening.update(t.lemma[:5].lower() for t in sentence.tokens if t.tag in CONTENT)
        if number == story.body and is_title(sentence) and number < 3:
            story.body = number + 1
        if not named:
            continue
        scene = lay_out(
            text, sentence, named, expressions[first:at], story.words, trees.get(number)
        )
        found = _read_scene(scene, story, count)
        count += len(found)
        infer_dates(found, story, text)
        if number >= story.body:
            for one in found:
                one.again = one.lemma in story.lemmas
                story.lemmas[one.lemma] += 1
        chapters.append((number, scene, found))
    story.opening = frozenset(opening)
    return chapters


def _trees(
    sentences: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    mentions: Sequence[Sequence[Mention]],
) -> dict[int, Tree]:
    """The trees of those sentences where a time may belong to one of several events, by number."""
    starts = [s.start for s in sentences]
    timed = {bisect_right(starts, e.start) - 1 for e in expressions if e.span is not None}
    asked = [number for number in sorted(timed) if number >= 0 and len(mentions[number]) > 1]
    return dict(zip(asked, find_trees([sentences[n] for n in asked]), strict=True))


def _read_scene(scene: Scene, story: Story, base: int) -> list[Found]:
    """The mentions of a sentence with side and status, and the times that are their own."""
    words = story.words
    sides: dict[int, Side] = {}
    truths: dict[int, str] = {}
    found: list[Found] = []
    for mention in scene.mentions:
        head = mention.head
        clause = scene.by_head.get(head)
        verbal = clause is not None
        if clause is not None:
            side = side_of_clause(scene, clause, words, sides)
            status = status_of_clause(scene, clause, words, truths)
        else:
            clause = scene.clause_of(head)
            side = side_of_noun(scene, head, clause, words, sides)
            status = status_of_noun(scene, head, clause, words, truths)
        found.append(
            Found(scene, mention, clause, verbal, side, status, base + len(found), _UNDATED)
        )
    if found and scene.times:
        _attach(scene, found, story.published, story)
    return found


def _attach(scene: Scene, found: list[Found], published: int | None, story: Story) -> None:
    """Gives each time expression to the event that it dates."""
    table = weights("dating")
    for time in scene.times:
        span = time.expression.span
        if span is None or _compares(scene, time):
            continue
        if time.first == 0 and _is_stamp(scene, time):
            continue
        chances = shares(scene, time, direction(time, published), story.words, table)
        best, share = max(chances, key=lambda chance: chance[1])
        one = _bearer(found[best], found, story.words)
        if one.time is None or one.share < share:
            one.time, one.share = time, share
            why = f"“{time.expression.text}” dates it"
            one.dating = Dating(span, "expression", trust(share), why)
    if scene.times[0].first == 0 and _is_stamp(scene, scene.times[0]):
        _stamp(scene.times[0], found)


def _is_stamp(scene: Scene, time: TimeWords) -> bool:
    """Whether a bare clock time opens a line, as in the log of a live report."""
    text = time.expression.text
    after = scene.tokens[time.last + 1].text if time.last + 1 < len(scene.tokens) else ""
    return text[:1].isdigit() and any(mark in text for mark in ":.") and after != ","


def _stamp(time: TimeWords, found: list[Found]) -> None:
    """Dates the first clause of a log's entry by the entry's time, if nothing else does."""
    span = time.expression.span
    first = next((f for f in found if f.verbal and f.clause is not None and f.clause.finite), None)
    if first is None or first.time is not None or span is None or first.side.where == "after":
        return
    first.time, first.share = time, 0.6
    first.dating = carried(span, 0.6, f"entered at “{time.expression.text}”")


def _compares(scene: Scene, time: TimeWords) -> bool:
    """Whether a time only says what something is compared with: "the worst since 1974", "to 418
    million from 475 million a year earlier"."""
    tokens, small = scene.tokens, scene.words.small
    if tokens[time.first].text.lower() == "since":
        before = tokens[max(0, time.first - 6) : time.first]
        return any(t.xpos == "JJS" or t.lemma.lower() in ("first", "last") for t in before)
    # "In the same quarter of 2023" tells the quarter of both amounts, and only then the year.
    words = tokens[time.first : time.last + 1]
    if any(t.text.lower() in small.alike for t in words):
        return False
    at = time.first - 1
    while at > 0 and (
        tokens[at].tag in _FIGURES or tokens[at].lemma in small.units or scene.timed[at]
    ):
        at -= 1
    if at < 1 or tokens[at].text.lower() not in small.bases:
        return False
    if tokens[at - 1].text.lower() in small.amounts:  # "more than 300"
        return False
    amount = any(t.tag in ("NUM", "SYM") for t in tokens[at + 1 : time.first])
    return amount or tokens[at - 1].tag in ("NUM", "SYM") or tokens[at - 1].lemma in small.units


def _bearer(one: Found, found: list[Found], words: Cues) -> Found:
    """The verb in place of a noun, where it only carries its object ("underwent an operation") or
    happens while what the noun names is going on ("took the town during an offensive")."""
    clause, head = one.clause, one.mention.head
    if one.verbal or clause is None:
        return one
    inside = clause.object is not None and clause.object[0] <= head <= clause.object[1]
    carries = inside and clause.lemma in words.verbs.light
    at = preposition(one.scene, head)
    opener = one.scene.tokens[at].text.lower() if at >= 0 else ""
    if not carries and not (opener in words.prepositions.during and clause.head < at):
        return one
    return next((f for f in found if f.mention.head == clause.head), one)
