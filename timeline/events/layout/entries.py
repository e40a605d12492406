"""Lines that a date heads, as lists of dates have them: "1898: First train from London"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.sentences import FINITE, Token

#: What stands between a date and what its line tells.
DASHES = frozenset({"-", "–", "—", ":", "|"})
#: What stands around a date in bold, in brackets or set as code, behind it.
AROUND = frozenset({"*", "**", "_", "__", "]", ")", "`"})
#: What counts the entries of a list: "1) 2010 – A fire breaks out."
_NUMBER = 3
#: What a line tells ends so, and in a table with its cell.
_ENDS = frozenset({";", ".", "|"})
_NAMING = frozenset({"NOUN", "PROPN"})
_DOING = frozenset({"VERB", "ADJ"})


def are_marks(tokens: Sequence[Token]) -> bool:
    """Whether tokens before a date only mark or number the entry of a list."""
    if len(tokens) > _NUMBER + 1:
        return False
    return all(not t.text.isalnum() or (k == 0 and t.text.isdigit()) for k, t in enumerate(tokens))


def after_marks(tokens: Sequence[Token], last: int) -> int:
    """The token behind the marks that set a date off at the head of its line, -1 if none do.

    >>> from timeline.sentences import analyze
    >>> lines = "1898: A fire", "1898 was", "1898.** A"
    >>> [after_marks(analyze(line)[0].tokens, 0) for line in lines]
    [2, -1, 4]
    """
    at = last + 1
    if at + 1 < len(tokens) and tokens[at].text == "." and tokens[at + 1].text in AROUND:
        at += 1
    while at < len(tokens) and tokens[at].text in AROUND:
        at += 1
    if at < len(tokens) and tokens[at].text in DASHES:
        at += 1
    return at if at > last + 1 else -1


def verbless_words(tokens: Sequence[Token], first: int, last: int) -> range:
    """The words that a line tells behind the date which it opens with, if they have no verb with a
    tense, or no subject before it ("1951: Closed."); else none.

    >>> from timeline.sentences import analyze
    >>> tokens = analyze("1898: First train from London; a cow was killed.")[0].tokens
    >>> [tokens[k].text for k in verbless_words(tokens, 0, 0)]
    ['First', 'train', 'from', 'London']
    """
    at = after_marks(tokens, last)
    return verbless_from(tokens, at) if at >= 0 and are_marks(tokens[:first]) else range(0)


def verbless_from(tokens: Sequence[Token], at: int) -> range:
    """The same of a line behind its date, or below it, from a token on."""
    stop = next((k for k in range(at, len(tokens)) if tokens[k].text in _ENDS), len(tokens))
    inside = tokens[at:stop]
    opens = bool(inside) and inside[0].tag == "VERB"
    verbs = any(t.tag == "AUX" or t.xpos in FINITE for t in inside[opens:])
    if verbs or not topic_word(tokens, range(at, stop)):
        return range(0)
    return range(at, stop)


def topic_word(tokens: Sequence[Token], words: range) -> list[int]:
    """The word that such a line is about, in a list of at most one: the last noun of its first
    phrase, or else its first verb or adjective."""
    nouns = [k for k in words if tokens[k].tag in _NAMING]
    doing = [k for k in words if tokens[k].tag in _DOING]
    if nouns and not (doing and tokens[doing[0]].tag == "VERB" and doing[0] < nouns[0]):
        head = nouns[0]
        while head + 1 in nouns:
            head += 1
        return [head]
    return doing[:1]
