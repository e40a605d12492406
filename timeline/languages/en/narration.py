"""The words by which an English story is followed, from their list."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib import resources
from typing import Any

from timeline.languages.en.lexicon import WORDS
from timeline.languages.language import Narration

_WORDS: dict[str, dict[str, Any]] = tomllib.loads(
    resources.files(__package__).joinpath("narration.toml").read_text(encoding="utf-8")
)


def _any(entry: str, kind: str = "words") -> str:
    words: Iterable[str] = sorted(_WORDS[entry][kind], key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace("\\ ", r"\s+") for word in words) + ")"


# A figure that another is measured against, up to a time: "down from 53 percent ".
AGAINST = rf"\b{_any('figures', 'measured')} (?=\S*\d)(?:[^\s,;:()]+ ){{1,4}}"
# What stands before a number that counts something, and is no year.
_UNCOUNTED = "".join(rf"(?<!\b{re.escape(word)} )" for word in _WORDS["era"]["counting"])


_TOWNS: dict[str, str] = _WORDS["towns"]["zones"] | {
    name.title(): zone for name, zone in WORDS["town"].items()
}
_NOUN = rf"(?!(?:{_any('occasion', 'ends')}|{_any('occasion', 'verbs')})\b)[\w’'-]+\b"
_OCCASION = (
    rf"\s+(?:(?P<back>{_any('occasion', 'before')})|{_any('occasion', 'after')}"
    rf"|(?P<within>{_any('occasion', 'within')}))"
    rf"\s+(?:{_any('occasion', 'articles')}(?P<noun>(?>(?:\s+{_NOUN}){{1,3}}))"
    rf"(?<!ed)(?!\s+(?:of\s+{_any('occasion', 'others')}|{_any('occasion', 'verbs')})\b)"
    rf"|(?P<bare>{_any('occasion', 'bare')})\b(?!\s+of\b)"
    r"|(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)(?=[,.;:)]))"
)
_BC, _AD = _any("era", "before"), _any("era", "after")
# All begin with a figure, which is found soonest: what stands before it is looked at behind it.
_ERA_BEFORE = (
    "(?:"
    + "|".join(
        rf"(?<=\b{re.escape(name)}{gap}\d)"
        for name in _WORDS["era"]["after"]
        for gap in ("", r"\s")
    )
    + ")"
)
_OF_SEASON = "|".join(rf"(?<=\b{name}\sof\s[1-9])" for name in WORDS["season"])
# The centuries whose years have three digits, by the year in their middle.
_CENTURIES = {name: 100 * n - 50 for name, n in WORDS["ordinal"].items() if 1 < n <= 10}
_YEARS = (
    rf"\b(?P<bc>\d{{1,4}})\s*{_BC}|\b{_AD}\s*(?P<ad>\d{{1,4}})|(?P<ce>\d{{1,4}})\s*{_AD}"
    rf"|(?P<century>\bcentury {_AD})|\b(?P<nth>{'|'.join(_CENTURIES)}) century\b(?!\s*{_BC})"
    rf"|\b(?:{'|'.join(WORDS['season'])}) of (?P<season>[1-9]\d\d)\b(?!\s*{_BC}|[.,]\d|-)"
    rf"|(?:(?<!\d ){_UNCOUNTED}\b(?P<firm>(?i:{_any('era', 'firm')}))|"
    rf"\b(?i:{_any('era', 'leading')})|\b(?P<month>{_any('era', 'months')}))\s+(?P<bare>\d{{2,3}})"
    rf"(?=[,.;:)/]|$|\s+(?:{_any('era', 'following')}\b|[A-Z]))(?!\s*{_BC}|[.,]\d)"
)

NARRATION = Narration(
    sentence=re.compile(r"[.!?][\"”’']*\s|\n\s*\n"),
    leading=re.compile(rf"(?:^|\n|[.:]\s+|\b{_any('leading')}[ -])\s*$", re.IGNORECASE),
    planned=re.compile(rf"\b{_any('planned')}\b[^.;]{{0,60}}$"),
    relative=re.compile(
        rf",\s+(?:(?P<pronoun>{_any('relative')})|{_any('relative', 'participles')}|\w+ed)"
        # A name may be set in it: "which launched its craft, Zheng He, in May 2025, …".
        r"\b(?:[^,.;]|,(?: [A-Z][\w’'-]*){1,4},)*$"
    ),
    passive=re.compile(
        rf"\b{_any('relative', 'be')}\s+(?:{_any('relative', 'participles')}|\w+ed)\b[^,.;]*$"
    ),
    telling=re.compile(rf"(?:[^\s,]\s+{_any('relative')}|\ban?\s+\w+\s+that)\s"),
    framing=re.compile(
        rf"\W*(?:(?:(?:{_any('framing', 'articles')}\s+)?\w+[,:]?\s+)?"
        rf"(?:{_any('leading')}[\s-]+)+)?",
        re.IGNORECASE,
    ),
    about=re.compile(rf",\s+{_any('framing', 'behind')}\s"),
    passing=re.compile(rf"(?:\b{_any('passing')}\s+(?:the\s+)?|\(\s*(?:\w+\.?\s+)?)$"),
    perfect=re.compile(rf"\b{_any('perfect')}\b[^.;\n]*$"),
    dying=re.compile(rf"\b(?P<late>{_any('dying', 'late')} )?{_any('dying')}\b"),
    present=re.compile(rf"\b{_any('present')}\b"),
    past=re.compile(rf"\b{_any('present', 'past')}\b"),
    coming=re.compile(rf"\b{_any('present', 'coming')}\b[^.;:\"”]*$"),
    calendar=re.compile(rf"\b{_any('present', 'calendar')} (?:(?:on|in|at|from|by) )?$"),
    closing=re.compile(
        rf"^\W*(?:the\s+)?(?:\w+\s+)?{_any('closing', 'bodies')}\s+"
        rf"(?:\w+\s+)?{_any('closing', 'verbs')}"
        r"(?:\s+the\s+\w+)?\s+(?:at\s+)?$",
        re.IGNORECASE | re.MULTILINE,
    ),
    greeting=re.compile(
        rf"\n[ \t]*(?:\w+\s+)?{_any('greeting')}\b[^\n]{{0,40}}[,:.!—–-][ \t]*(?:\n|[A-Z])",
        re.IGNORECASE,
    ),
    met=re.compile(rf"\b{_any('met')}\b[^.;,]*$"),
    joining=re.compile(rf"[^.,;:()\n\"“”]{{0,60}}\b{_any('joining')}\b[^.,;:()\n\"“”]{{0,60}}"),
    follows=re.compile(
        rf"(?:(?!\b{_any('next', 'not')}\b)[^.;:()\n\"“”]){{0,60}}\b{_any('next')} "
        rf"(?:(?!\b{_any('next', 'not')}\b)[^.,;:()\n\"“”]){{3,60}}"
    ),
    town=re.compile(
        rf"\s+{_any('towns', 'before')}\s+(?P<name>{'|'.join(sorted(_TOWNS, reverse=True))})\b"
        rf"(?!,?\s(?!(?:{'|'.join(day.title() for day in WORDS['weekday'])})\b)[A-Z])"
    ),
    towns=_TOWNS,
    placed=re.compile(
        rf"\s+{_any('placed')}\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{0,2}}\s+"
    ),
    figures=re.compile(rf"{_any('figures', 'signs')}|\b{_any('figures')}\b"),
    measured=re.compile(f"{AGAINST}$"),
    against=re.compile(
        rf"\b(?:{_any('figures', 'measured')}|{_any('figures', 'behind')})"
        r"(?: [^\s,;:()]+){0,6} $",
        re.IGNORECASE,
    ),
    said=re.compile(rf"\b{_any('said')}(?: {_any('said', 'whom')})?(?: {_any('said', 'on')})? $"),
    versus=re.compile(
        rf"\b{_any('figures', 'measured')} (?=[^,;:()]*\d)(?:[^\s,;:()]+ ){{0,7}}[^\s,;:()]+"
        r"(?:, or [^,;]{1,40},)? $"
    ),
    yearly=re.compile(rf"\b{_any('figures', 'yearly')}\b", re.IGNORECASE),
    counted=re.compile(rf"\s+{_any('counted')}\b"),
    onto=re.compile(rf"\b{_any('onto')}$", re.IGNORECASE),
    definite=re.compile(
        rf"\b{_any('definite')}\s+\w+(?![-\w’'])(?!\s+(?!{_any('definite', 'behind')}\b)\w)",
        re.IGNORECASE,
    ),
    era=re.compile(
        rf"\d(?:\s*{_BC}|\s*{_AD}|{_ERA_BEFORE}"
        rf"|(?:(?<=\b[Ii]n\s[1-9])|{_OF_SEASON})\d\d\b(?![.,]\d))"
    ),
    era_names=(" " + _WORDS["era"]["before"][0], " " + _WORDS["era"]["after"][0]),
    years=re.compile(_YEARS),
    centuries=_CENTURIES,
    occasion=re.compile(_OCCASION),
    again=re.compile(rf"{_any('occasion', 'again')}\b"),
    stretch=re.compile(rf"{_any('stretch')}\b", re.IGNORECASE),
    endings=tuple(_WORDS["occasion"]["endings"]),
    verbal=tuple(_WORDS["occasion"]["verbal"]),
    irregular={noun: verbs.split() for noun, verbs in _WORDS["occasion"]["irregular"].items()},
)
