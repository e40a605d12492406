"""Times as charges and pleadings tell them: "on or about March 3", "from in or around July"."""

from __future__ import annotations

from timeline.meanings import About, Between, Meaning
from timeline.patterns import PatternBook

book = PatternBook("en")

#: What stands before the ends of a stretch: "from at least in or about May".
_SOME = "[at least|in|on|in or|on or|at or|at least in|at least in or|at least on or]"
_UP_TO = "(to|through|until|up to|up to and including|to and including|through and including)"


@book.entry(
    "phrase",
    "[at] (in|on|at) or {time}",
    """
    2021-02-18 | He paid on or [about March 3, 2019], in cash. | 2019-03-03 | 2019-03-03~
    2021-02-18 | He paid in or [around May 2019], in cash. | 2019-05 | 2019-05~
    2021-02-18 | He paid it in or out of [May 2019]. | 2019-05 | 2019-05
    """,
)
def in_or_about(time: Meaning) -> Meaning | None:
    return time if isinstance(time, About) else None


@book.entry(
    "phrase",
    f"from {_SOME} {{time:first}} [,] {_UP_TO} {_SOME} {{time:last}}",
    """
    2021-02-18 | From in or [about May 2015], through [June 2019], he lied. | 2015-05; 2019-06
    2021-02-18 | He lied from at least [May 2015] up to and including [2019]. | 2015-05; 2019
    """,
)
def charged_from_to(first: Meaning, last: Meaning) -> Meaning:
    return Between(first, last)


@book.entry(
    "phrase",
    f"between {_SOME} {{time:first}} [,] and {_SOME} {{time:last}}",
    """
    2021-02-18 | Between on or [about 2 May 2019], and on or [about 6 May 2019], he lied. \
| 2019-05-02; 2019-05-06 | 2019-05-02~/2019-05-06~
    """,
)
def charged_between(first: Meaning, last: Meaning) -> Meaning:
    return Between(first, last, whole=False)


@book.entry(
    "phrase",
    f"(beginning|commencing|starting) {_SOME} {{time:first}} [,] (and [continuing]|continuing) "
    f"{_UP_TO} {_SOME} {{time:last}}\n"
    f"(beginning|commencing|starting) {_SOME} {{time:first}} [,] and (ending|lasting until) "
    f"{_SOME} {{time:last}}",
    """
    2021-02-18 | Beginning in [May 2015] and continuing through [June 2019], he lied. \
| 2015-05; 2019-06 | 2015-05/2019-06
    2021-02-18 | They lied, beginning in or [about 2015] and ending in [2019]. | 2015; 2019
    """,
)
def charged_beginning(first: Meaning, last: Meaning) -> Meaning:
    return Between(first, last)
