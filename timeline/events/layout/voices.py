"""Who goes on speaking: sentences of a quotation whose speaker another sentence tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline.events.layout.quoting import CLOSING, EITHER, OPENING
from timeline.events.layout.scenes import Scene
from timeline.sentences import Sentence

_MARKS = OPENING | CLOSING | {EITHER}


def carry_voices(
    text: str, sentences: Sequence[Sentence], scenes: Mapping[int, Scene]
) -> dict[int, tuple[int, int]]:
    """For sentences that are spoken from end to end, by number, the sentence and the token of the
    verb that tells who speaks.

    It stands before them in the same paragraph ('"We lost," said the skipper. "It hurt."'), or in
    the same quotation before or behind them ('"We lost. It hurt," said the skipper.').
    """
    found: dict[int, tuple[int, int]] = {}
    for paragraph in _paragraphs(text, sentences):
        told = text[sentences[paragraph[0]].start : sentences[paragraph[-1]].end]
        if not any(mark in told for mark in _MARKS):
            continue
        spoken = _spoken([sentences[number] for number in paragraph])
        speaker: tuple[int, int] | None = None
        waiting: list[int] = []
        for number, inside in zip(paragraph, spoken, strict=True):
            scene = scenes.get(number)
            verbs = [clause for clause in scene.clauses if clause.finite] if scene else []
            outside = [clause for clause in verbs if not inside[clause.head]]
            if scene is None or not verbs or outside:
                telling = scene.words.verbs.reporting if scene is not None else ()
                saying = (clause.head for clause in outside if clause.lemma in telling)
                said = next(saying, -1) if any(inside) else -1
                speaker = (number, said) if said >= 0 else None
                if speaker is not None and inside[0]:
                    found |= dict.fromkeys(waiting, speaker)
                waiting = []
            elif speaker is not None:
                found[number] = speaker
            else:
                waiting = [*waiting, number] if inside[-1] else []
    return found


def _paragraphs(text: str, sentences: Sequence[Sentence]) -> Iterator[list[int]]:
    paragraph: list[int] = []
    for number, sentence in enumerate(sentences):
        if paragraph and "\n" in text[sentences[number - 1].end : sentence.start]:
            yield paragraph
            paragraph = []
        paragraph.append(number)
    if paragraph:
        yield paragraph


def _spoken(sentences: Sequence[Sentence]) -> list[list[bool]]:
    """For the sentences of a paragraph which of their tokens stand in quotation marks; none where
    these do not match, since nobody knows then what is spoken."""
    found, opened, matched = [], False, True
    for sentence in sentences:
        inside = []
        for token in sentence.tokens:
            mark = token.text
            if mark not in _MARKS:
                inside.append(opened)
                continue
            opens = mark in OPENING or (mark == EITHER and not opened)
            closes = mark in CLOSING or (mark == EITHER and opened)
            matched = matched and not (opens and opened) and not (closes and not opened)
            inside.append(opened or opens)
            opened = opens or (opened and not closes)
        found.append(inside)
    return found if matched and not opened else [[False] * len(inside) for inside in found]
