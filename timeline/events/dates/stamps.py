"""Entries of lists, chronologies and logs: the dates and times of the clock that head them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from timeline.events.dates.bounds import Dating, carried, is_within, trust
from timeline.events.dates.carrying import tells_of_other_time
from timeline.events.dates.found import Entry, Found, Story
from timeline.events.layout.clauses import Clause
from timeline.events.layout.entries import after_marks, are_marks, verbless_from, verbless_words
from timeline.events.layout.scenes import Scene, TimeWords
from timeline.expressions import TimeExpression
from timeline.resolution.lines import stands_alone
from timeline.sentences import Sentence
from timeline.spans import Granularity, TimeSpan

_LINE_END = re.compile(r"[^\S\n]*\n")
_CLOSING = re.compile(r"^#.{0,60}(?:[(\[]|\s[–—-]\s)$")
_SURE = 0.6
_ASKING = frozenset({"WP", "WP$", "WRB", "WDT"})
#: So many dates on lines of their own make a chronology; one may be that of the page.
_SEVERAL = 2


def is_stamp(scene: Scene, time: TimeWords) -> bool:
    """Whether a bare clock time opens a line, as in the log of a live report."""
    text = time.expression.text
    after = scene.tokens[time.last + 1].text if time.last + 1 < len(scene.tokens) else ""
    return text[:1].isdigit() and any(mark in text for mark in ":.") and after != ","


def open_entry(found: Sequence[Found], story: Story) -> None:
    """Opens the entry that a sentence begins, and keeps the first that it tells."""
    scene = found[0].scene
    _enter_line(scene, story)
    if story.entry is not None and story.entry.first == scene.sentence.start:
        story.opened = next((one for one in found if _is_told(one)), None)


def _enter_line(scene: Scene, story: Story) -> None:
    """Opens the entry of a line that a date heads: "14 June 2019 – Fire breaks out. Two men die."

    The date may stand behind the mark of a list, in bold or in brackets.
    """
    if not scene.times or not are_marks(scene.tokens[: scene.times[0].first]):
        return
    time, begun, text = scene.times[0], scene.sentence.start, story.text
    headed = after_marks(scene.tokens, time.last) >= 0
    headed = headed or (is_stamp(scene, time) and time.first == 0 and text[begun - 1] == "\n")
    span = time.expression.span
    if not headed or span is None or span.relation not in ("within", "throughout"):
        return
    line = text.find("\n", scene.sentence.end)
    clock = is_stamp(scene, time) and time.expression.anchor != "none"
    end = line if line >= 0 else len(text)
    story.entry = Entry(span, end, scene.sentence.start, clock, alone=False)


def sections(
    text: str, sentences: Sequence[Sentence], expressions: Sequence[TimeExpression]
) -> Mapping[int, Entry]:
    """The entries under dates that stand alone, by the number of the date's sentence.

    >>> from timeline.resolution import Publication, resolve
    >>> from timeline.sentences import analyze
    >>> text = "2019 / The mill shuts. / 2021 / It is sold.".replace(" / ", chr(10) * 2)
    >>> found = sections(text, analyze(text), resolve(text, Publication(1_700_000_000)))
    >>> [(number, entry.span.edtf(), entry.end) for number, entry in found.items()]
    [(0, '2019', 23), (2, '2021', 40)]

    A date on a line of its own reaches to the next one, the last to the end of its paragraph; what
    a full stop follows in its line ("2008. The owner dies.") heads that line.
    """
    alone = [
        (number, time.span, _LINE_END.match(text, sentences[number].end) is not None)
        for number, time in _standing_alone(text, sentences, expressions)
        if time.span is not None and number + 1 < len(sentences)
    ]
    heads = [number for number, _, ends_line in alone if ends_line]
    found: dict[int, Entry] = {}
    for number, span, ends_line in alone:
        first = sentences[number + 1].start
        clock = span.granularity is not None and span.granularity < Granularity.PART_OF_DAY
        if not ends_line:
            stop = text.find("\n", first)
        elif len(heads) < _SEVERAL and not clock:
            continue
        elif number < heads[-1]:
            stop = sentences[heads[bisect_right(heads, number)]].start
        else:
            stop = text.find("\n\n", first)
        found[number] = Entry(
            span, stop if stop >= 0 else len(text), first, clock, alone=True, over=ends_line
        )
    return found


def _standing_alone(
    text: str, sentences: Sequence[Sentence], expressions: Sequence[TimeExpression]
) -> Iterator[tuple[int, TimeExpression]]:
    """The dates that open a line and are all of a sentence, or close a heading of Markdown ("##
    Version 2 (2024-04-25)"), with its number."""
    starts = [sentence.start for sentence in sentences]
    for time in expressions:
        number = max(bisect_right(starts, time.start) - 1, 0)
        whole = time.span is not None and time.span.relation in ("within", "throughout")
        heading = text[sentences[number].start : sentences[number].end]
        closing = _CLOSING.search(heading, 0, time.start - sentences[number].start)
        closes = closing and not any(c.isalnum() for c in text[time.end : sentences[number].end])
        if whole and (closes or stands_alone(text, time.start, time.end, sentences[number].end)):
            yield number, time


def by_entry(one: Found, found: Sequence[Found], story: Story) -> Dating | None:
    """The date that heads an entry, for what the entry goes on to tell.

    Of a time of the clock it is what happens then, in the present tense; what is told in the past
    has happened before.
    """
    entry, clause = story.entry, one.clause
    if entry is None or clause is None or one.scene.sentence.start >= entry.end:
        return None
    why = f"entered at {entry.span.edtf()}"
    if entry.clock and entry.alone and one.scene.sentence.start == entry.first:
        news = next((f for f in found if _is_told(f)), None)
        return carried(entry.span, _SURE, why) if one is news else None
    if entry.clock and entry.over and _is_news(one, clause):
        return carried(entry.span, _SURE, why)
    plain = clause.tense in ("past", "present") and clause.aspect == "none" and not clause.modal
    if not plain or clause.link not in ("main", "coordinate"):
        return None
    if one.status not in ("asserted", "negated"):
        return None
    if entry.clock and (one.mention.kind == "state" or not _goes_on(one, clause, story)):
        return None
    near = _finer(one, found, entry.span)
    if near is not None:
        return near
    return carried(entry.span, _SURE, why)


def _finer(one: Found, found: Sequence[Found], span: TimeSpan) -> Dating | None:
    """The date of a noun of the clause, or of a verb told before, that lies within an entry's: "On
    the 12th a tram hits a van; its driver breaks an arm"."""
    for other in reversed(found):
        inner = other.dating.span
        if other.time is None or inner is None or not is_within(inner, span):
            continue
        beside = not other.verbal and other.clause is one.clause
        if beside or (other.verbal and other.mention.head < one.mention.head):
            return carried(inner, other.share * _SURE, f"told with “{other.word}”")
    return None


def _is_news(one: Found, clause: Clause) -> bool:
    """Whether an entry of a live report tells the latest: what has been done, or somebody says."""
    host = one.scene.clauses[clause.governor] if clause.governor >= 0 else None
    # "Divers have left the water, the army says", "The army says divers have left the water"
    said = clause.link == "content" and host is not None and (host.framing or clause.marker < 0)
    if clause.tense != "present" or clause.modal:
        return False
    if not said and clause.link not in ("main", "coordinate"):
        return False
    says = clause.aspect == "none" and one.mention.kind == "reporting"
    return one.status == "asserted" and (says or clause.aspect == "perfect")


def _goes_on(one: Found, clause: Clause, story: Story) -> bool:
    """Whether an entry of a log goes on to tell of its hour: in the present, or in the past if it
    was told in the past from its beginning, as police tell."""
    if clause.tense != "past":
        return True
    opened = story.opened
    return (
        opened is not None
        and opened.clause is not None
        and (opened.clause.tense, opened.clause.aspect) == ("past", "none")
        and opened.dating.basis == "narrative"
        and not tells_of_other_time(one.scene, clause)
    )


def is_listed(one: Found, story: Story) -> bool:
    """Whether an event is what an entry of a list is for.

    Under a time of the clock it may stand behind a heading, and is the first that is of that time.
    """
    entry, begun = story.entry, one.scene.sentence.start
    if entry is None or not _is_told(one) or one.status not in ("asserted", "negated"):
        return False
    if begun == entry.first:
        return True
    log = entry.clock and entry.over and story.listed is not entry and begun < entry.end
    return log and one.dating.basis == "narrative" and _is_of(one, entry.span)


def _is_of(one: Found, span: TimeSpan) -> bool:
    """Whether an event is of just such a time."""
    told = one.dating.span
    return told is not None and (told.start, told.end) == (span.start, span.end)


def list_verbless(found: Sequence[Found], story: Story) -> None:
    """Marks what an entry of a list is for that is told without a verb: "1912: Bankruptcy"."""
    entry = story.entry
    own = entry is not None and not entry.clock and found[0].scene.sentence.start == entry.first
    scene = found[0].scene
    if entry is None or not own:
        return
    if entry.alone:
        words = verbless_from(scene.tokens, 0)
    else:
        words = verbless_words(scene.tokens, scene.times[0].first, scene.times[0].last)
    one = next((f for f in found if f.mention.head in words), None)
    if one is not None:
        one.listed, one.whole = True, words
        if entry.alone and not one.dated:
            one.dating = carried(entry.span, _SURE, f"entered at {entry.span.edtf()}")
        elif not one.dated:
            # What stands behind it in its line may have the date, too.
            one.time, one.share = scene.times[0], _SURE
            why = f"“{one.time.expression.text}” dates it"
            one.dating = Dating(entry.span, "expression", trust(_SURE), why)


def stamp(time: TimeWords, found: Sequence[Found]) -> None:
    """Dates the main clause of a log's entry by the entry's time, if nothing else does.

    Of "…, the harbour office says" it is what is said that is news.
    """
    span = time.expression.span
    first = next((f for f in found if _is_told(f)), None)
    if first is None or first.time is not None or span is None or first.side.where == "after":
        return
    first.time, first.share = time, _SURE
    why = f"entered at “{time.expression.text}”"
    clause = first.clause
    if clause is not None and clause.tense == "present" and clause.aspect == "none":
        first.dating = Dating(span, "expression", trust(_SURE), why)
    else:
        first.dating = carried(span, _SURE, why)


def _is_told(one: Found) -> bool:
    """Whether an event is what its sentence tells."""
    clause, scene = one.clause, one.scene
    if clause is None or not one.verbal or not clause.finite or clause.framing:
        return False
    if scene.title and scene.tokens[0].xpos in _ASKING:
        # "What we know so far"
        return False
    return clause.link in ("main", "coordinate", "content")
