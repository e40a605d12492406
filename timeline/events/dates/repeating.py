"""Dates of what a noun goes back to: "the blast", of which "a blast in May" was told before."""

from __future__ import annotations

from timeline.events.dates.bounds import Dating, carried
from timeline.events.dates.found import Found, Story

#: How often a noun with "the" names the event that the same noun named before.
_SAME = 0.7
#: What may stand between a noun and its "the": what it is called by, not which of several it is.
_CALLED = frozenset({"NOUN", "PROPN", "PUNCT"})


def by_repeat(one: Found, story: Story) -> Dating | None:
    """The date of the event that the same noun named before: "the blast", "the embassy blast".

    Not if the noun says which of several it means: "the second blast", "the blast of 1995".
    """
    told = story.named.get(one.lemma)
    span = told.dating.span if told is not None else None
    if told is None or span is None or told.scene is one.scene or not _is_plain(one):
        return None
    return carried(span, told.share * _SAME, f"as “{told.word}” told before")


def note_named(one: Found, story: Story) -> None:
    """Keeps the date of what a noun names, for when the text comes back to it; none where the
    noun named two events, which it could mean both."""
    span = one.dating.span
    if one.verbal or not one.dated or span is None or span.relation != "within":
        return
    before = story.named.get(one.lemma, one)
    story.named[one.lemma] = one if before is not None and before.dating.span == span else None


def _is_plain(one: Found) -> bool:
    """Whether only "the", and what an event is called by, stand before its noun, nothing behind."""
    tokens, head = one.scene.tokens, one.mention.head
    chunk = one.scene.chunk_of[head]
    if chunk is None or chunk.head != head or one.verbal:
        return False
    words = one.scene.words
    first, *called = tokens[chunk.first : head + 1]
    plain = all(t.tag in _CALLED for t in called) and first.text.lower() in words.small.pointing
    behind = tokens[head + 1].text.lower() if head + 1 < len(tokens) else ""
    return plain and behind not in words.prepositions.about
