"""Datelines: the place, the day and the agency before the first sentence of a wire story.

They belong to the story and not to its sentence: of "OSLO, March 7 (Agency) - Two ministers
resigned on Monday" nobody resigned on 7 March. Nor is the name of who speaks a part of what is
said, where a transcript puts it before that: "THE CHAIR: We rise now", "A. I left in May".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from timeline.expressions import TimeExpression
from timeline.resolution.datelines import AGENCY, HEAD
from timeline.sentences import Mention, Sentence

#: A place in capitals, what may follow it, an agency in brackets, a dash before a capital letter.
#: Near the head of a text the place alone may be one.
_DATELINE = re.compile(
    r"\W{0,3}(?P<place>[A-Z][A-Z.'’/-]+(?: [A-Z.'’/-]+){0,4}(?!\w))?"
    r"(?P<more>,? ?[^()\n–—_]{0,60}?)"
    rf"(?P<agency>,? ?{AGENCY})?"
    r"(?: ?—| ?_| ?(?<=[\s)/.\d])(?:--|[-–])(?= )) ?(?=[A-Z“\"'‘`])"
)
_REGION = re.compile(r", [A-Z][\w.'’ -]{1,40}")
#: Who speaks in a transcript, at the head of a line; names and offices do so more than once.
_SPEAKER = re.compile(
    r"^[ \t]*(?:(?P<asks>[QA])[.:]|(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}):)[ \t]+(?=\S)",
    re.MULTILINE,
)
_OFTEN = 2
_DASH = re.compile(r" (?:--|[-–—_]) ")


class Body(NamedTuple):
    """The sentences of a text without its datelines, the times in them, and the mentions."""

    sentences: list[Sentence]
    expressions: list[TimeExpression]
    mentions: list[Sequence[Mention]]


def without_datelines(
    text: str,
    sentences: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    mentions: Sequence[Sequence[Mention]],
) -> Body:
    """What a text tells after its datelines.

    >>> from timeline.resolution import Publication, resolve
    >>> from timeline.sentences import analyze, find_mentions
    >>> text = "OSLO, March 7 (Agency) - Two ministers resigned on Monday."
    >>> sentences, times = analyze(text), resolve(text, Publication(1_700_000_000))
    >>> told = without_datelines(text, sentences, times, find_mentions(sentences))
    >>> told.sentences[0].words[:3], [time.text for time in told.expressions]
    (['Two', 'ministers', 'resigned'], ['on Monday'])
    """
    found: list[Sentence] = []
    named: list[Sequence[Mention]] = []
    kept = list(expressions)
    speakers = _speakers(text)
    for sentence, inside in zip(sentences, mentions, strict=True):
        first = _dateline(text, sentence, kept) or _speaker(sentence, speakers)
        if first:
            start = sentence.tokens[first].start
            kept = [time for time in kept if not sentence.start <= time.start < start]
            sentence = Sentence(start, sentence.end, sentence.tokens[first:])
            inside = [
                mention._replace(
                    head=mention.head - first,
                    first=mention.first - first,
                    last=mention.last - first,
                )
                for mention in inside
                if mention.first >= first
            ]
        found.append(sentence)
        named.append(inside)
    return Body(found, kept, named)


def _speakers(text: str) -> dict[int, int]:
    """Where the lines of a transcript begin that tell who speaks, and where what is said does."""
    found = list(_SPEAKER.finditer(text))
    told = Counter(match["asks"] or match["name"] for match in found)
    turns = told["Q"] and told["A"]
    return {
        match.start() + len(match[0]) - len(match[0].lstrip()): match.end()
        for match in found
        if (turns if match["asks"] else told[match["name"]] >= _OFTEN)
    }


def _speaker(sentence: Sentence, speakers: dict[int, int]) -> int:
    """How many tokens of a sentence tell who speaks it."""
    said = speakers.get(sentence.start)
    if said is None or said >= sentence.tokens[-1].start:
        return 0
    first = bisect_left([token.start for token in sentence.tokens], said)
    named = all(token.tag not in ("VERB", "AUX") for token in sentence.tokens[:first])
    return first if named else 0


def _dateline(text: str, sentence: Sentence, expressions: Sequence[TimeExpression]) -> int:
    """How many tokens of a sentence its dateline has."""
    if sentence.start and text[sentence.start - 1] != "\n":
        return 0
    match = _DATELINE.match(text, sentence.start, sentence.end)
    if match is None:
        return 0
    start, end = match.span("more")
    times = [time for time in expressions if start - 1 <= time.start and time.end <= end + 1]
    more = match["more"]
    for time in times:
        more = more.replace(time.text, "", 1)
    more = more.strip(" ,")
    place, agency = match["place"] is not None, match["agency"] is not None
    if more and not _REGION.fullmatch(f", {more}"):
        return 0
    alone = sentence.start < HEAD and not _DASH.search(text, match.end(), sentence.end)
    if not ((place and (times or agency or more or alone)) or (times and agency)):
        return 0
    starts = [token.start for token in sentence.tokens]
    return min(bisect_left(starts, match.end()), len(starts) - 1)
