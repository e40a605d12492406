"""One row for each happening: which of a document's events a table shows, and in whose words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from timeline.events.event import Event
from timeline.meanings import Clock, Day, PartOfDay, Reference, Weekday
from timeline.resolution.shape import core

_DATED = "expression"
#: The TIMEX3 value of "now" and "currently".
_NOW = "PRESENT_REF"
#: How long a time is that has no end.
_FOREVER = 2**62
#: How often an event is followed up to the one that tells it.
_REACH = 4
#: The least salience of an event that is shown for the sake of one that it tells.
_TELLING = 0.05
#: The least salience of a date's noun that no clause tells.
_WEIGHTY = 0.11


def fold(events: Sequence[Event], wanted: Iterable[int]) -> list[int]:
    """The events to show for those that are wanted, by their places in the document's list.

    >>> from timeline.events import read_events
    >>> from timeline.sentences import analyze
    >>> events = read_events(t := "The mayor chaired a meeting.", analyze(t), [], None)
    >>> [events[k].text for k in fold(events, range(len(events)))]
    ['The mayor chaired a meeting']

    An event that another one's words tell is shown by that one, unless it has a date of its own;
    of saying and said the said is shown, unless only the saying is dated, and both where each has
    a date and the saying's is more than a weekday. A headline is shown where nothing else is, and
    so is how things are now. What has no words of its own, or would read as a fact while it is
    none, is not shown.
    """
    chosen = set(wanted)
    sentences: dict[int, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        sentences[event.sentence_start].append(number)
    shown: set[int] = set()
    for numbers in sentences.values():
        inside = [n for n in numbers if n in chosen]
        if inside:
            shown |= _fold_sentence(events, numbers, inside)
    told = [n for n in sorted(shown) if not events[n].title] or sorted(shown)
    happened = [n for n in told if not _is_situation(events[n])]
    return _without_doubles(events, happened or told)


def _fold_sentence(
    events: Sequence[Event], numbers: Sequence[int], chosen: Sequence[int]
) -> set[int]:
    found: set[int] = set()
    for number in chosen:
        at = number
        for _ in range(_REACH):
            above = _teller(events, numbers, at)
            if above == at:
                break
            at = above
        teller = events[at]
        if at in chosen or (teller.kind != "reporting" and teller.salience >= _TELLING):
            found.add(at)
    found = {n for n in found if _is_told(events[n])}
    found -= {n for n in found if any(_retells(events[n], events[k]) for k in found)}
    found -= {n for n in found if _is_brought(events, n, found)}
    return found - _spoken(events, found)


def _retells(event: Event, other: Event) -> bool:
    """Whether an event has no date, and another one tells all of it but the words of its date: of
    "shot dead a guard on Sunday" both verb and adjective are told by all of it."""
    told, dated = event.wording.heads, other.wording.heads
    time = other.expression
    if event.basis == _DATED or other.basis != _DATED or time is None or not dated < told:
        return False
    if event.status != other.status and event.kind == "occurrence":
        return False  # "was summoned to appear in June": both are told
    return all(time.start <= start < time.end for start in told - dated)


def _is_brought(events: Sequence[Event], number: int, found: set[int]) -> bool:
    """Whether an event only tells how the subject or occasion of another one of its date came
    about: "a report published in May found that …"."""
    event = events[number]
    if (event.link, event.tense, event.basis) != ("participle", "participle", _DATED):
        return False
    above = event.governor
    return any(
        events[n].basis == _DATED and events[n].expression == event.expression
        for n in found
        if n == above or (events[n].link == "coordinate" and events[n].governor == above)
    )


def _is_told(event: Event) -> bool:
    """Whether an event's words can stand: a noun alone only where it has a date of its own, or
    what is to be done with it then ("a meeting to be held on Friday")."""
    weighty = event.basis == _DATED and (event.salience >= _WEIGHTY or _is_appointed(event))
    named = event.wording.clausal or weighty
    return named and event.wording.whole and event.wording.candid


def _is_appointed(event: Event) -> bool:
    """Whether an infinitive tells what is to be done on a day, in a month or by then."""
    time = event.expression.span if event.expression is not None else None
    return event.tense == "infinitive" and time is not None and time.value is None


def _is_situation(event: Event) -> bool:
    """Whether an event is how things are, and no happening: "the firm now owns most of it"."""
    time = event.expression
    now = time is not None and time.span is not None and time.span.value == _NOW
    plain = event.tense == "present" and event.aspect == "none" and event.status != "planned"
    being = event.kind in ("occurrence", "state")  # "the firm now plans to sell" is news
    return now and plain and being and event.basis == _DATED


def _is_clause(event: Event) -> bool:
    """Whether an event is told by a verb with a tense."""
    return event.link != "argument" and event.tense in ("past", "present", "future")


def _teller(events: Sequence[Event], numbers: Sequence[int], number: int) -> int:
    """The event whose words tell another one, or that one itself."""
    event = events[number]
    about = event.wording.about
    # Words are made for those alone that may be in the same ones.
    alike = [n for n in numbers if n != number and events[n].wording.about == about]
    same = [n for n in alike if _is_same(events[n], event)]
    better = _better(events, [number, *same])
    if same and (better != number or event.wording.clausal):
        return better
    if event.wording.whole and _is_clause(event):
        return number
    for other in numbers:
        teller = events[other]
        if other == number or teller.link == "argument" or not _gives_way(event, teller):
            continue
        if other in same:
            continue
        if event.head_start in teller.wording.heads and teller.wording.whole:
            return other
    return number


def _gives_way(event: Event, teller: Event) -> bool:
    """Whether an event has no date of its own beside the one that tells it."""
    if event.basis != _DATED or event.expression is None:
        return True
    return teller.basis == _DATED and teller.expression == event.expression


def _better(events: Sequence[Event], same: Sequence[int]) -> int:
    """Of events in the same words the one that is dated; else what was done, before what is meant.

    "Sought to capture" is told by "sought", "hopes to capture" by "capture", and "it closed in
    2019" by "it closed on 3 May".
    """

    def place(number: int) -> tuple[bool, bool, bool, int, int]:
        event = events[number]
        done = event.tense == "past" or event.aspect != "none" or event.kind == "aspectual"
        meant = event.kind in ("intention", "state") and not done
        return event.basis != _DATED, event.link == "argument", meant, _length(event), number

    return min(same, key=place)


def _length(event: Event) -> int:
    """How long the time is that an event is dated by, as far as it has two ends."""
    span = event.span if event.basis == _DATED else None
    ends = None if span is None or span.start is None or span.end is None else span
    return _FOREVER if ends is None else (ends.end or 0) - (ends.start or 0)


def _spoken(events: Sequence[Event], shown: set[int]) -> set[int]:
    """Of sayings and what they say, those that the others stand for."""
    dropped: set[int] = set()
    for number in shown:
        event = events[number]
        content = event
        for _ in range(_REACH):
            if content.link == "content" or content.governor is None:
                break
            content = events[content.governor]
        above = content.governor
        if content.link != "content" or above is None or above not in shown:
            continue
        saying = events[above]
        if saying.kind != "reporting" or event.head_start not in saying.wording.heads:
            continue
        dated = saying.basis == _DATED and saying.wording.whole
        if dated and event.basis != _DATED:
            dropped.add(number)
        elif not (dated and event.expression != saying.expression and _is_step(saying)):
            dropped.add(above)
    return dropped


def _is_step(saying: Event) -> bool:
    """Whether a dated saying is a step of the story, being of a day or month by its name: "on 11
    April it said that sales in March had fallen"; "police said on Monday" only tells the news."""
    time = saying.expression
    if time is None:
        return False
    return not isinstance(core(time.meaning), Weekday | Day | Reference | PartOfDay | Clock)


def _without_doubles(events: Sequence[Event], shown: Sequence[int]) -> list[int]:
    """The events, those left out that say the same as another."""
    alike: dict[str, list[int]] = {}
    for number in shown:
        kept = alike.setdefault(events[number].text, [])
        other = next((n for n in kept if _is_same(events[n], events[number])), None)
        if other is None:
            kept.append(number)
        else:
            kept[kept.index(other)] = _better(events, [other, number])
    return sorted(number for kept in alike.values() for number in kept)


def _is_same(event: Event, other: Event) -> bool:
    """Whether two events are told in the same words, and not of two times that lie apart."""
    if event.text != other.text:
        return False
    a, b = event.span, other.span
    if event.basis != _DATED or other.basis != _DATED or a is None or b is None:
        return True
    return not a.parted(b)
