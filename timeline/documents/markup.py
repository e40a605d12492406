"""One pass over the markup of a page, with the standard library alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_BLOCKS = frozenset(
    "address article blockquote br dd div dl dt figcaption h1 h2 h3 h4 h5 h6 header hr li main ol "
    "p pre section table td th tr ul".split(" ")
)
_HUSHED = frozenset("aside button dialog footer form nav svg".split(" "))
_NO_PROSE = frozenset("iframe noscript object select template textarea title".split(" "))
_ARTICLE = frozenset({"article", "main"})
_KEPT_OPEN = _HUSHED | _NO_PROSE | _ARTICLE | {"time"}
# What is no part of an article though it stands in a plain `div`: its class or id says so.
_CONTAINERS = frozenset("div ol section ul".split(" "))
_NAMED = frozenset(
    "ad ads advert adverts advertisement breadcrumb breadcrumbs commentlist comments consent "
    "cookie cookies disqus footer gdpr menu nav navbar navigation newsletter paywall promo "
    "recommended related share sharing sidebar signup social subscribe trending".split(" ")
)
_NOT_NAMED = frozenset("has is no with without".split(" "))
_JOINTS = re.compile(r"[-_]+")
_HEADINGS = frozenset({"main", "h1"})
_CHANGES = ("modif", "updat")
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b([^<>]*)>(.*?)(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_STRAY = re.compile(r"<(?![a-z/!?][^<>]*>)", re.IGNORECASE)
_MANY = 1_000


@dataclass(slots=True)
class Block:
    """A paragraph, heading or cell: its pieces of text and where it stands."""

    hushed: bool
    in_article: bool
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())


@dataclass(slots=True)
class Moment:
    """A `time` element: its `datetime` attribute, or its words."""

    sure: bool
    in_article: bool
    words: str


class Markup(HTMLParser):
    """The blocks of text of a page and all in it that may tell its title and its date.

    >>> markup = Markup("<title>Talks</title><nav>Home</nav><p>Talks <b>began</b>.<p>They ended.")
    >>> markup.article()
    'Talks began.\\n\\nThey ended.'
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.moments: list[Moment] = []
        self.linked: list[str] = []
        self.address: str | None = None
        self.titles: dict[str, str] = {}
        self._blocks = [Block(hushed=False, in_article=False)]
        self._open: list[str] = []
        self._aside: list[str] = []  # a container that is named an aside, and those within
        self._titling = ""
        self.feed(_close_strays(_UNSEEN.sub(self._hide, html)))
        self.close()

    def article(self) -> str:
        """The text of the page's article, or, without one, of all that is not navigation."""
        heard = [block for block in self._blocks if not block.hushed]
        for chosen in ([block for block in heard if block.in_article], heard, self._blocks):
            text = "\n\n".join(filter(None, (block.text for block in chosen)))
            if text:
                return text
        return ""

    def title(self) -> str | None:
        """The title the page gives itself: for sharing, in its heading, in its window."""
        found = [self.meta.get("og:title"), self.titles.get("h1"), self.titles.get("title")]
        return next((" ".join(text.split()) for text in found if text and text.strip()), None)

    def linked_data(self) -> Iterator[dict[str, object]]:
        """The objects of the page's JSON-LD, outermost first."""
        for script in self.linked:
            try:
                waiting: list[object] = [json.loads(script)]
            except (ValueError, RecursionError):
                continue
            for each in waiting:
                if isinstance(each, dict):
                    yield each
                    waiting.extend(each.values())
                elif isinstance(each, list):
                    waiting.extend(each)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = given.get("property") or given.get("name") or given.get("itemprop") or ""
            self.meta.setdefault(name.lower(), given.get("content", ""))
        elif tag == "link" and given.get("rel", "").lower() == "canonical":
            self.address = given.get("href") or None
        elif tag == "time":
            self._note_moment(given)
        elif tag in ("h1", "title") and tag not in self.titles:
            self._titling = tag
            self.titles[tag] = ""
        if tag in _KEPT_OPEN:
            self._open.append(tag)
        if tag in _CONTAINERS and (self._aside or _is_named_aside(given)):
            self._aside.append(tag)
        elif tag in _HEADINGS:
            self._aside.clear()  # what holds the heading of the page is no aside
        if tag in _BLOCKS | _HUSHED:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open[-8:]:
            while self._open.pop() != tag:
                pass
        if tag in self._aside[-8:]:
            while self._aside.pop() != tag:
                pass
        if tag == self._titling:
            self._titling = ""
        if tag in _BLOCKS | _HUSHED:
            self._break()

    def handle_data(self, data: str) -> None:
        innermost = self._open[-1] if self._open else ""
        if self._titling:
            self.titles[self._titling] += data
        if innermost == "time" and self.moments and not self.moments[-1].words.strip():
            self.moments[-1].words = data
        if innermost not in _NO_PROSE:
            self._blocks[-1].pieces.append(data)

    def _hide(self, unseen: re.Match[str]) -> str:
        if unseen[1] and "ld+json" in unseen[2].lower():
            self.linked.append(unseen[3])
        return " "

    def _note_moment(self, given: dict[str, str]) -> None:
        marks = " ".join([given.get("itemprop", ""), given.get("class", "")]).lower()
        words = given.get("datetime", "")
        if self._hushed() or any(change in marks for change in _CHANGES):
            words = "-"  # the date of another page, or of the last change
        sure = "pubdate" in given or "publish" in marks
        self.moments.append(Moment(sure, self._inside(_ARTICLE), words))

    def _inside(self, tags: frozenset[str]) -> bool:
        return any(tag in tags for tag in self._open[-64:])

    def _hushed(self) -> bool:
        return bool(self._aside) or self._inside(_HUSHED)

    def _break(self) -> None:
        self._blocks.append(Block(self._hushed(), self._inside(_ARTICLE)))


def _is_named_aside(given: dict[str, str]) -> bool:
    for name in f"{given.get('class', '')} {given.get('id', '')}".lower().split():
        parts = _JOINTS.split(name)
        if not _NOT_NAMED.isdisjoint(parts):
            continue
        if parts[0] in _NAMED or parts[-1] in _NAMED:
            return True
    return False


def _close_strays(html: str) -> str:
    # The standard library's parser takes quadratic time on thousands of tags that never close.
    if html.count("<") < 2 * html.count(">") + _MANY:
        return html
    return _STRAY.sub("&lt;", html)
