"""Which way a bare English weekday, month or day points, by the words around it."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from timeline.languages.en.narration import AGAINST
from timeline.patterns import trie_pattern

_CUES = tomllib.loads(
    resources.files(__package__).joinpath("cues.toml").read_text(encoding="utf-8")
)
# Clause words are sought this far before the time, right after it, and in the clause it opens.
BEFORE, AFTER, ON = 110, 50, 90
# "Its largest purchase of a rival in 25 years": so far stands what is the largest.
RECORD = 50
# "From 53 percent in August": so much holds the figure.
MEASURED = 45
# "Storm warning for Sunday": so far back stands what is made for a day.
MADE = 20


def _any(words: list[str]) -> str:
    return trie_pattern(words)


@cache
def _cues(place: str) -> re.Pattern[str]:
    """Future words, past words, and neither: whichever stands nearest decides.

    `place` is what the words stand by: "weekday", "month", a month that is part of a noun ("noun"),
    or the clause that a time opens ("opening"); after that time "voted to" tells of the vote. A
    pattern takes a hundredth of a second to make, and many texts want none.
    """
    future, infinitive, opening = _WORDS[place], place == "month", place == "opening"
    # "A still unspecified date", "the plan": what has an article before it is no verb.
    verb = "".join(rf"(?<!\b{word} )" for word in _CUES["past"]["no_verb_after"])
    nouns = frozenset(_FUTURE["nouns"])
    plain, guarded = ([w for w in future if (w in nouns) is noun] for noun in (False, True))
    ahead = rf"{_NO_ACT if infinitive else ''}{_any(plain)}"
    if guarded:
        # The word is looked for first: there are many places, and few of these words.
        ahead += rf"|(?={_any(guarded)}\b){verb}{_any(guarded)}"
    if infinitive:
        ahead += rf"|to(?= (?!{_any(_FUTURE['no_verb'])}\b)[a-z]+\b)"
    # The verb behind "managed to" looks ahead no more ("managed to resume flights").
    done = _CUES["past"]["done_to"] + (_CUES["past"]["planned_to"] if place == "weekday" else [])
    # "It should have begun in May" tells of the May that was.
    ahead = rf"(?!{_HAVE})(?P<future>{ahead})"
    past = rf"(?:{_any(done)}(?: \w+)?|{_any(_CUES['past']['words'])}|{_SAME}|{_HAVE})"
    participle = rf"(?:\w+ly )?(?!{_any(future)})(?:\w+ed|{past})\b"
    not_to = "" if opening else r"(?! to\b)"
    # What looks ahead takes in the participle behind it ("will be held"), and so does a state.
    return re.compile(
        rf"(?:(?<![\w-])|(?=['’]))(?:{_NEITHER}"
        rf"|(?:{ahead}\b(?!-)|{_any(_CUES['past']['states'])} (?:not )?)"
        rf"(?:(?(future)(?<= be) ){participle}|(?(future)|(?!)))"
        rf"|{verb}(?P<past>{past}|(?-i:{_NO_PAST}(?:re-)?[a-z]{{2,}}ed)\b{not_to})(?!\w))",
        re.IGNORECASE,
    )


@cache
def _over() -> re.Pattern[str]:
    """What stands before "until" where it is over: what lasted, or what was not done, a few words
    back. It is made when first wanted, too."""
    past = _CUES["past"]
    return re.compile(
        rf"\b(?:{_any(past['lasting'])})(?: (?!to\b)[\w'’-]+){{0,5}} $"
        rf"|\b(?:{_any(past['denied'])})(?: [\w'’-]+){{1,8}} $"
        rf"|\b(?:{_any(past['nobody'])})(?: [\w'’-]+){{0,4}}"
        rf" (?:{_any(past['words'])}|[a-z]{{2,}}ed)(?: [\w'’-]+){{0,8}} $",
        re.IGNORECASE,
    )


_FUTURE: dict[str, list[str]] = _CUES["future"]
_SURE = _FUTURE["strong"]
_BEFORE = _SURE + _FUTURE["planned"] + _FUTURE["asking"]
_WORDS = {
    "opening": _SURE,
    "weekday": _BEFORE,
    "month": _BEFORE + _FUTURE["weak"],
    "noun": _SURE + _FUTURE["of_noun"],
}
_NEITHER = (
    rf"{_any(_FUTURE['neither'])}\b"
    rf"|due to(?= (?:{_any(_FUTURE['no_verb'] + _FUTURE['causes'])}|[a-z]+ing)\b)"
)
_NO_ACT = rf"(?!{_any(_FUTURE['acts'])} {_any(_FUTURE['dating'])}\b)"
_HAVE = rf"(?:{_any(_CUES['past']['maybe'])})(?: not)? have (?!{_any(_FUTURE['no_verb'])}\b)[a-z]+"
_SAME = (
    rf"(?={_any(_CUES['past']['same'])}\b)"
    + "".join(rf"(?<!\b{word} )" for word in _CUES["past"]["no_same_after"])
    + _any(_CUES["past"]["same"])
)
_NO_PAST = rf"(?!{_any(_CUES['past']['no_past'])}\b)"
_UNTIL = frozenset(_CUES["past"]["until"])
_TO_ITS_TIME = re.compile(rf"(?:\s+(?:{_any(_CUES['past']['after_until'])}|\d[\w:.,-]*))*\s*")
# "Not until 12 May did it open": what stands before such a time, and what follows it.
_LATE = re.compile(rf"^\W*(?:{_any(_CUES['past']['late'])}) ", re.IGNORECASE)
_TURNED = re.compile(rf"(?:,? \d{{4}})?,? (?:{_any(_CUES['past']['turned'])})\b")
_ARTICLE = re.compile(rf"(?:\b|(?=['’]))(?:{_any(_FUTURE['articles'])}) $", re.IGNORECASE)
_NOUN = re.compile(rf" (?!(?:{_any(_FUTURE['no_noun'])})\b)[a-z]{{3,}}")
_AFTER = re.compile(
    rf"(?:\s+and {_any(_FUTURE['days'])})?\s*(?:{_any(_FUTURE['after'])})\b", re.IGNORECASE
)
_DAY_AFTER = re.compile(rf"\s+(?:{_any(_FUTURE['day_after'])})\b(?! \w+ing\b)", re.IGNORECASE)
_DAY_BEFORE = re.compile(rf"(?:\b|(?=['’]))(?:{_any(_FUTURE['day_before'])}) $", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"\b(?:{_any(_FUTURE['month_before'])}) $", re.IGNORECASE)
_SUPPOSED = re.compile(rf"\b(?:{_any(_CUES['past']['supposed'])})\b", re.IGNORECASE)
_FIGURES = _any(_CUES["past"]["figures"])
_FIGURES_FOR = re.compile(rf"\b(?i:{_FIGURES})(?: [a-z-]+){{0,2}} (?:for|in|of)(?: the)? $")
_OF_FIGURES = re.compile(rf"(?:['’]s)?(?: [a-z-]+){{0,2}} {_FIGURES}\b")
_BEYOND = re.compile(rf"\b(?:{_any(_FUTURE['beyond'])}) $", re.IGNORECASE)
_PRESENT = re.compile(
    "".join(rf"(?<!\b{word} )" for word in _FUTURE["no_present_after"])
    + rf"(?<!-)\b(?:{_any(_FUTURE['present'])}) (?:on )?$",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    rf"(?<!['’])\b(?!(?i:{_any(_FUTURE['no_present_after'] + _FUTURE['articles'])}) )"
    rf"(?:[A-Z][a-z]+|[a-z]+(?<![s'’])s) (?:{_any(_FUTURE['plural'])})\b"
    r"(?: [\w'’.-]+){0,7} $"
)
# "They open at home on Sunday, play at Boise on Wednesday and meet the Hawks on Saturday."
_ALONG = re.compile(rf"(?:,|\band) (?:{_any(_FUTURE['along'])})\b(?: [\w'’.-]+){{0,6}} $")
# "The court hears the appeal on Monday": of a noun that is not of many, or of a name.
_SINGULAR = re.compile(
    rf"(?<!['’])\b(?!(?i:{_any(_FUTURE['no_present_after'] + _FUTURE['articles'])}) )"
    rf"[A-Za-z][a-z]+ (?:{_any(_FUTURE['singular'])})\b(?: [\w'’.-]+){{0,6}} $"
)
# "The director, who came in 2009, retires in December."
_RESUMED = re.compile(rf", (?:{_any(_FUTURE['resumed'])})\b(?: [\w'’.-]+){{0,4}} $")
_BEING = re.compile(
    rf"(?:\b|(?=['’]))(?:{_any(_FUTURE['being'])}) (?:{_any(_FUTURE['doing'])})\b"
    r"(?: [\w'’.-]+){0,5} $"
)
_WERE_TO = re.compile(rf"\b(?:{_any(_FUTURE['were_to'])})\b", re.IGNORECASE)
_MAYBE = re.compile(rf"\b(?!{_any(_FUTURE['no_maybe'])}\b)(?:{_any(_FUTURE['maybe'])})\b")
# What is told so in the present, or may be, is of a day to come; how far before it that stands.
_CALENDAR = (
    (_BEYOND, 8),
    (_PLURAL, BEFORE),
    (_ALONG, BEFORE),
    (_MAYBE, BEFORE),
    (_SINGULAR, BEFORE),
    (_BEING, BEFORE),
)
_MOVED = re.compile(rf"\b(?:{_any(_FUTURE['moved'])}) $", re.IGNORECASE)
_RECORD = re.compile(
    rf"\b(?:{_any(_CUES['past']['records'])}|(?!{_any(_CUES['past']['no_record'])}\b)[a-z]{{3,}}est)\b",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(rf"\s+(?:{_any(_CUES['past']['of_what'])}) [a-z]")
_MEASURED = re.compile(rf"{AGAINST}(?:in|on) $", re.IGNORECASE)
_TRADED = re.compile(
    rf"\s+(?:{_any(_FUTURE['traded'])}|{_any(_FUTURE['goods'])}"
    rf"(?! (?:{_any(_FUTURE['dealings'])})\b))\b",
    re.IGNORECASE,
)
_GENITIVE = re.compile(r"['’]s\b")
_AHEAD = re.compile(rf"\b(?:{_any(_FUTURE['ahead'])}) $", re.IGNORECASE)
_WITHIN = re.compile(
    rf"\b(?:{_any(_FUTURE['within'])}|(?:{_any(_FUTURE['takes_part'])})(?: in)?) $", re.IGNORECASE
)
# "Saturday's match starts at 3 p.m.", "Monday's meeting will be short"
_OWNED = re.compile(
    rf"['’]s(?: [\w’'-]+){{1,3}}? (?:{_any(_FUTURE['owned'])})\b"
    rf"|['’]s(?: [\w’'-]+){{0,3}}? (?:{_any(_FUTURE['occasions'])}) (?:{_any(_FUTURE['occur'])})\b"
)
_AFTER_DOING = re.compile(rf"\b(?:{_any(_FUTURE['after_doing'])}) [a-z]+ing\b")
_ARRANGING = frozenset(_FUTURE["arranging"])
# "Called a strike for 12 May", "announced a vote for June".
_APPOINTED = re.compile(
    rf"\b(?:{_any(_FUTURE['appointing'])})"
    rf"(?: (?!(?:{_any(_FUTURE['no_event'])})\b)[\w’'-]+){{1,5}} for $"
)
_HAD = re.compile(r"\bhad\b", re.IGNORECASE)
_MADE_FOR = re.compile(rf"\b(?:{_any(_FUTURE['made_for'])}) for $", re.IGNORECASE)
_WOULD = re.compile(rf"\s+(?:{_any(_FUTURE['would'])})\b")
_TO_IT = re.compile(
    rf"\b(?:(?:{_any(_FUTURE['to_it'])})|(?:{_any(_FUTURE['to_what'])}) (?:[\w'’-]+ ){{1,3}}on) $",
    re.IGNORECASE,
)
# "Was named on", "published, on".
_RIGHT_BEFORE = re.compile(r",?\s+(?:on\s+)?")
_NOUNS = frozenset(_FUTURE["nouns"])
# What a verb takes, up to its noun: words of one clause, without a mark or a pronoun.
_TAKEN = re.compile(rf"(?: (?!(?:{_any(_FUTURE['no_noun'])}|he|she|it|they)\b)[\w’'-]+)* ")
_AS_EARLY = frozenset(_FUTURE["as_early"])
# A comma and a word that joins clauses, before a time that opens one.
_CLAUSE = re.compile(
    rf",\s+(?:{_any(_CUES['joins'])})\s+(?:{_any(_CUES['openers'])} )?$", re.IGNORECASE
)
_RELATIVE = re.compile(rf", {_any(_CUES['relatives'])} (?=[^,]*$)")
# "The man who fell on Monday will be buried": the time is of the clause that ends there.
_WHO = re.compile(rf"\b{_any(_CUES['relatives'])} (?=[^,]*$)")
# A length that opens its sentence, with no more than a preposition before it.
_FIRST = re.compile(r"(?:^|[.!?;:][\"”’']*\s+|\n\s*)(?:\w+\s+)?$")
# What opens a line with a capital opens a sentence, though the headline above ends in no full stop.
_OPENS_LINE = re.compile(rf"\n(?={_any(_CUES['openers'])} $)")
# "The first week of May," he added, "will be wet".
_SAID = re.compile(rf",[\"”’']?\s(?:[\w.]+\s){{1,3}}{_any(_CUES['past']['saying'])},\s[\"“‘]?")
# "In early April he goes to Rome".
_GOES = re.compile(
    rf",? (?:(?:he|she|it) (?:{_any(_FUTURE['singular'])})"
    rf"|(?:they|we) (?:{_any(_FUTURE['plural'])}))\b"
)
# A pattern is found soonest that begins with what it wants, not with what stands before it.
_END = re.compile(
    r"[.!?\n;](?:(?<=[a-z0-9)\"”’'][.!?])[\"”’']*\s+(?=[A-Z\"“‘`])|(?<=\n)\s*\n|(?<=;))"
)
_DONE = re.compile(rf", (?:{_any(_CUES['past']['aside'])}) (?:(?!and\b)[\w'’-]+ ){{0,4}}$")
# What stands right behind a time and decides, whatever else is told, and of what kinds of time.
_BEHIND = (
    ({"month", "figures"}, _TRADED, "future"),
    ({"weekday"}, _DAY_AFTER, "future"),
)
# The same of what stands before it, no more than so many characters, with letters that are in any
# such words and are found sooner than they.
_BEFORE_IT = (
    ({"month"}, _MEASURED, MEASURED, " ", "past"),
    ({"month", "weekday"}, _DONE, 60, ", ", "past"),
    ({"weekday"}, _DAY_BEFORE, 8, " ", "future"),
    ({"month"}, _MONTH_BEFORE, 8, " ", "future"),
    ({"month", "weekday", "length"}, _MOVED, 20, " to ", "future"),
    ({"month", "weekday"}, _PRESENT, 25, " ", "future"),
    ({"month", "weekday"}, _RESUMED, 60, ", ", "future"),
    ({"month"}, _APPOINTED, 80, " for ", "future"),
)


def lean(text: str, start: int, end: int, kind: str) -> str | None:
    """ "future" or "past" as the clause around a time tells, None where it does not.

    >>> text = "Parliament will vote on Tuesday."
    >>> lean(text, 21, 31, "weekday")
    'future'

    `kind` is "weekday", which points forward only on strong cues, "length", which does so too, or
    "month". "close" tells "past" of a day of the year, told behind a past, that cannot be the one
    just ahead: "the police searched it on 11 April" is not said in late March of the next. "sure"
    is as "weekday", but leaves open what was to be ("the tax was to rise on 1 January"); "figures"
    tells "past" of a month by which figures are told ("sales for May are due on Friday"), and
    "future" of one in which goods are to be delivered ("July crude"). Of the
    words before the time the nearest decides; where there are none, the first after
    it in its clause, which a length must open. A month that a noun has to itself ("the June
    agreement") takes strong cues, too, and "Friday's ruling" is mostly the last.
    """
    first = max(0, start - BEFORE)
    # The time itself may open its sentence: its capital ends the one before.
    for boundary in _END.finditer(text, first, start + 1):
        first = min(boundary.end(), start)
    line = _OPENS_LINE.search(text, max(first - 1, start - 10, 0), start)
    first = first if line is None else line.end()
    relative = _RELATIVE.search(text[first:start]) if text.find(", wh", first, start) > 0 else None
    first = first if relative is None else first + relative.end()
    if kind == "sure":
        late = _WERE_TO.search(text, first, start)
        return None if late else lean(text, start, end, "weekday")
    if kind == "close":
        return None if _may_come(text, first, start, end) else "past"
    if kind == "weekday" and _GENITIVE.match(text, end):
        if _AHEAD.search(text, first, start) or _OWNED.match(text, end, end + AFTER):
            return "future"
        if not _WITHIN.search(text, first, start) or _AFTER_DOING.search(text, first, start):
            return None
    for kinds, words, told in _BEHIND:
        if kind in kinds and words.match(text, end, end + AFTER):
            return "past" if _is_told_of(text, first, start) else told
    if kind == "figures":
        of = _OF_FIGURES.match(text, end, end + AFTER)
        return "past" if of or _FIGURES_FOR.search(text, max(first, start - 60), start) else None
    for kinds, words, reach, letters, told in _BEFORE_IT:
        if kind not in kinds or text.find(letters, max(first, start - reach), start) < 0:
            continue
        if words.search(text, max(first, start - reach), start):
            return told
    made = kind == "weekday" and _MADE_FOR.search(text, max(first, start - MADE), start)
    if made and _HAD.search(text, first, start) is None:
        return "future"  # "Had issued a warning for Sunday" looks back.
    if kind == "length" and _takes(text, first, start, end):
        return "past"
    onwards = kind != "length" or _FIRST.search(text, max(0, first - 4), start) is not None
    if onwards and _AFTER.match(text, end, end + AFTER):
        return "past" if _is_told_of(text, first, start) else "future"
    if kind != "length" and _CLAUSE.search(text, max(first, start - 16), start):
        # "It rose in June, and on 1 October they will cross it."
        own = _opened(text, end)
        if own is not None:
            return own
    if _TURNED.match(text, end) and _LATE.match(text[first:start]):
        return "past"
    place = "month" if kind == "month" else "weekday"
    if kind == "month" and _ARTICLE.search(text, max(0, start - 6), start):
        place = "noun" if _NOUN.match(text, end) else place
    nearest = _nearest(text, first, start, place)
    if nearest is not None:
        return nearest
    if any(words.search(text, max(first, start - reach), start) for words, reach in _CALENDAR):
        return "future"
    return _opened(text, end) if onwards else None


def _is_told_of(text: str, first: int, start: int) -> bool:
    """Whether a time is of a past clause that tells who is meant, and not of the verb behind it."""
    who = _WHO.search(text, first, start)
    return who is not None and _nearest(text, who.end(), start, "weekday") == "past"


def _nearest(text: str, first: int, start: int, place: str) -> str | None:
    """What the nearest word of the clause before a time tells of its side."""
    told, since, done, acting = None, first, start, False
    for match in _cues(place).finditer(text, first, start):
        if match[0].istitle() and first < match.start() and text[match.start() - 1] == " ":
            # A name amid its sentence: "in May and in June".
            continue
        if match[0].lower() in _UNTIL:
            if _TO_ITS_TIME.fullmatch(text, match.end(), start) is None:
                continue
            if _over().search(text, since, match.start()):
                told = "past"
                continue
        noun = acting and match[0].lower() in _NOUNS
        if noun and _TAKEN.fullmatch(text, done, match.start()) is not None:
            # "Handed back 23 bronze heads on Wednesday": what is done to them, they do not.
            continue
        if told == "past" and match[0].lower() in _AS_EARLY and text[done : match.start()] == " ":
            # "Warned as early as June" tells of a warning that has come.
            continue
        supposing = match.lastgroup == "past" and told == "future"
        if supposing and _SUPPOSED.search(text, since, match.start()):
            # "I would be surprised if it reached them on Tuesday" tells of no past.
            continue
        told = match.lastgroup or told
        since = match.start() if match.lastgroup == "future" else since
        done = match.end() if match.lastgroup == "past" else done
        # "Said the team plays on Saturday" tells of both.
        acting = match.lastgroup == "past" and match[0].lower() not in _ARRANGING
    return told


def _may_come(text: str, first: int, start: int, end: int) -> bool:
    """Whether a day told behind a past may lie ahead: what is arranged or said to be on it does,
    what was done on it does not."""
    if _WOULD.match(text, end) or _TO_IT.search(text, max(first, start - 40), start):
        return True
    past: re.Match[str] | None = None
    ahead = False
    for match in _cues("month").finditer(text, first, start):
        ahead = ahead or match.lastgroup == "future"
        past = match if match.lastgroup == "past" else past
    if past is None:
        return True
    if _RIGHT_BEFORE.fullmatch(text, past.end(), start):
        return False
    return ahead or past[0].lower() in _ARRANGING


def _takes(text: str, first: int, start: int, end: int) -> bool:
    """Whether a length tells how long, whatever lies ahead: "its largest purchase in 25 years"."""
    if _OF_WHAT.match(text, end, end + 12):
        return True
    records = list(_RECORD.finditer(text, max(first, start - RECORD), start))
    if not records:
        return False
    told = _cues("weekday").search(text, records[-1].end(), start)
    return told is None or told.lastgroup is None


def _opened(text: str, end: int) -> str | None:
    """What the clause tells that a time opens: "On Tuesday, the party plans to vote"."""
    said = _SAID.match(text, end, end + ON)
    end = said.end() if said else end
    if _GOES.match(text, end, end + ON):
        return "future"
    boundary = _END.search(text, end, end + ON)
    last = min(end + ON, len(text)) if boundary is None else boundary.start()
    for match in _cues("opening").finditer(text, end, last):
        if match.lastgroup and match[0].lower() not in _UNTIL:
            return match.lastgroup
    return None
