"""Participles and states that a date shows to be events: "the dam, finished in May 1976"."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

from timeline.events.layout.entries import (
    after_marks,
    are_marks,
    topic_word,
    verbless_from,
    verbless_words,
)
from timeline.expressions import TimeExpression
from timeline.sentences import Mention, Sentence, Token, tell_kind
from timeline.sentences.vocabulary import BE
from timeline.spans import Granularity

#: So many words may stand between a participle and its date.
_REACH = 5
#: So many times may stand in one sentence that tells what somebody was.
_TIMES = 4
#: What may not stand there: another verb, a mark, or what opens a clause.
_PARTING = frozenset({"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ"})
#: What a figure was is no event.
_FIGURES = frozenset({"NUM", "SYM"})
_MARKS = frozenset({",", ";", ":", "(", "–", "—"})
#: Treebank tags of relative pronouns.
_RELATIVE = frozenset({"WP", "WDT"})
#: What a participle stands behind that describes a noun: this or a comma.
_BEHIND = frozenset({"NOUN", "PROPN"})
#: How often such a participle names an event.
_SURE = 0.5


def add_dated(
    sentences: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    mentions: Sequence[Sequence[Mention]],
) -> list[list[Mention]]:
    """The mentions of each sentence and the participles in it that have a date right behind them.

    So is what somebody was at the time behind it: "Poe, who was mayor until 1974, fled"; and in a
    sentence without any mention at the time before it: "Until 1974 he was mayor"; and what an entry
    of a list is about that has none: "1898: First train from London".

    >>> from timeline.resolution import Publication, resolve
    >>> from timeline.sentences import analyze, find_mentions
    >>> text = "A street named after her in 2011 is to get a plaque."
    >>> found, sentences = resolve(text, Publication(1_700_000_000)), analyze(text)
    >>> named = add_dated(sentences, found, [[] for _ in sentences])
    >>> [sentences[0].tokens[mention.head].text for mention in named[0]]
    ['named']

    A network that looks at a few words takes many of them for descriptions.
    """
    found = [list(named) for named in mentions]
    starts = [sentence.start for sentence in sentences]
    for place, time in enumerate(expressions):
        if time.span is None:
            continue
        number = max(bisect_left(starts, time.start + 1) - 1, 0)
        tokens = sentences[number].tokens
        head = _participle_before(tokens, time.start)
        if head < 0:
            head = _copula_before(tokens, time.start)
            if any(tokens[head].start < tokens[m.head].start < time.start for m in found[number]):
                # "The tax, which was due in May": "due" tells of it.
                head = -1
        if head < 0 and not found[number] and time.start < time.timexes[0].start:
            head = _copula(tokens, expressions[place : place + _TIMES])
        if head >= 0 and all(mention.head != head for mention in found[number]):
            insort(found[number], Mention(head, head, head, tell_kind(tokens, head), _SURE))
    for number, words in _entries(sentences, starts, expressions):
        if all(mention.head not in words for mention in found[number]):
            tokens = sentences[number].tokens
            for head in topic_word(tokens, words):
                insort(found[number], Mention(head, head, head, tell_kind(tokens, head), _SURE))
    return found


def _entries(
    sentences: Sequence[Sentence], starts: Sequence[int], expressions: Sequence[TimeExpression]
) -> list[tuple[int, range]]:
    """What the entries of a list tell without a verb ("1912: Bankruptcy"), with the number of each
    sentence; none if only one line is headed by a date."""
    found: dict[int, range] = {}
    headed = 0
    for time in expressions:
        number = max(bisect_left(starts, time.start + 1) - 1, 0)
        grain = None if time.span is None else time.span.granularity
        if number in found or grain is None or grain < Granularity.DAY:
            continue
        tokens = sentences[number].tokens
        if _is_whole(tokens, time) and number + 1 < len(sentences):
            found[number + 1] = verbless_from(sentences[number + 1].tokens, 0)
            headed += 1
            continue
        first = bisect_left([token.start for token in tokens], time.start)
        last = bisect_left([token.start for token in tokens], time.end) - 1
        if are_marks(tokens[:first]) and first <= last:
            found[number] = verbless_words(tokens, first, last)
            headed += after_marks(tokens, last) >= 0
    return [(n, words) for n, words in found.items() if words] if headed > 1 else []


def _is_whole(tokens: Sequence[Token], time: TimeExpression) -> bool:
    """Whether a sentence is nothing but a date, as over an entry that stands below it."""
    return all(time.start <= t.start < time.end for t in tokens if t.text.isalnum())


def _participle_before(tokens: Sequence[Token], start: int) -> int:
    """The participle that a time with its preposition at an offset follows, or -1."""
    first = bisect_left([token.start for token in tokens], start)
    if first == len(tokens) or tokens[first].tag not in ("ADP", "SCONJ"):
        return -1
    at = first - 1
    for head in range(at, max(-1, at - _REACH - 1), -1):
        token = tokens[head]
        if token.xpos == "VBN" and token.tag == "VERB":
            before = head - 1
            while before >= 0 and tokens[before].tag == "ADV":
                before -= 1
            described = before < 0 or tokens[before].tag in _BEHIND or tokens[before].text == ","
            return head if described else -1
        if token.tag in _PARTING:
            return -1
    return -1


def _copula_before(tokens: Sequence[Token], start: int) -> int:
    """The verb that tells what somebody was at the time behind it, or -1: "Poe, who was minister
    from 2001 to 2005, resigned"."""
    first = bisect_left([token.start for token in tokens], start)
    if first == len(tokens) or tokens[first].tag not in ("ADP", "SCONJ"):
        return -1
    for verb in range(first - 1, 0, -1):
        token = tokens[verb]
        if token.tag == "AUX":
            return verb if token.lemma == BE and token.xpos in ("VBD", "VBN") else -1
        if token.tag in _PARTING - {"PUNCT"} | _FIGURES or token.xpos in _RELATIVE:
            return -1
        if token.text in _MARKS:
            return -1
    return -1


def _copula(tokens: Sequence[Token], times: Sequence[TimeExpression]) -> int:
    """The verb of a sentence that tells what somebody or something was at a time, or -1.

    What a figure was is no event.
    """
    outside = [t for t in tokens if not any(e.start <= t.start < e.end for e in times)]
    plain = all(token.tag not in ("VERB", "NUM", "SYM") for token in outside)
    verbs = [k for k, token in enumerate(tokens) if token.tag == "AUX"]
    was = len(verbs) == 1 and tokens[verbs[0]].lemma == BE and tokens[verbs[0]].xpos == "VBD"
    return verbs[0] if plain and was else -1
