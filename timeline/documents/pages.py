"""HTML pages: their article text, title and address, and when they were published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.documents.datelines import find_dateline
from timeline.documents.encodings import without_invisible
from timeline.documents.markup import Markup
from timeline.documents.published import Published, read_published
from timeline.documents.vocabulary import SHORT_MONTHS
from timeline.errors import TimelineError
from timeline.late import Late

# Without the extra `web` the standard library reads the page.
htmldate = Late("htmldate", extra="web", what="guessing a page's date")
trafilatura = Late("trafilatura", extra="web", what="finding a page's article")

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>|<!--[^>]*>|\s)*"
    r"<(?:!doctype html|html|head|body|article|main|section|div|h[1-6]|p"
    r"|blockquote|figure|ol|ul|table)"
    r"(?=[\s>/])",
    re.IGNORECASE,
)
# Names under which pages tell their publication, from the commonest publishing systems. Names
# of the last change ("date_modified", "last-modified") are left out on purpose.
_META = (
    "article:published_time article:published datepublished og:published_time publication_date "
    "publish_date publish-date publishdate pubdate parsely-pub-date sailthru.date citation_date "
    "citation_publication_date dc.date.issued dcterms.issued dc.date dcterms.date "
    "dcterms.created dc.created bt:pubdate cxenseparse:recs:publishtime date"
).split(" ")
_IN_ADDRESS = re.compile(
    rf"/(\d{{4}})[/-](\d{{1,2}}|{'|'.join(SHORT_MONTHS)})[a-z]*[/-](\d{{1,2}})(?=[/_.?-]|$)",
    re.IGNORECASE,
)
# What htmldate must not judge by: other pages, the last change, and what was refused before it.
_MISLEADING = re.compile(
    r"<(aside|footer|nav|script|time)\b.*?(?:</\1\s*>|\Z)|<meta\b[^<>]*(?:modif|updat)[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
# Characters below which what was extracted from a page is no article.
_LEAST = 300
_LATEST = "9999-12-31"  # without a latest date htmldate would ask the clock


@dataclass(frozen=True, slots=True)
class Page:
    """What was read from an HTML page."""

    text: str
    title: str | None
    url: str | None
    published: Published | None


def is_html(text: str) -> bool:
    """Whether a text is an HTML page, or paragraphs of one, as records of publishers hold them.

    >>> from timeline.documents import is_html
    >>> is_html("<!DOCTYPE html><p>Talks began."), is_html("Prices < 5 dollars")
    (True, False)
    >>> is_html("<p>Talks began.</p>")
    True
    """
    return _HTML.match(text, 0, 4096) is not None


def read_page(html: str, url: str | None = None) -> Page:
    """The article of an HTML page.

    >>> from timeline.documents import read_page
    >>> page = read_page('<html><title>Talks</title><meta name="date" content="2023-03-06">'
    ...                  '<nav>Home</nav><p>Talks began on <b>Monday</b>.</p></html>')
    >>> page.text, page.title, str(page.published)
    ('Talks began on Monday.', 'Talks', '2023-03-06')

    With the extra `web` trafilatura finds the article; without it, or where it finds little, the
    text is that of the page's `article` or `main` element, or of the whole page, less navigation,
    forms and asides. The publication date is the first of: JSON-LD `datePublished`, a `meta` tag,
    a `time` element, the address, a dateline in the text, and htmldate's judgement. Dates of the
    last change are never taken.
    """
    markup = Markup(html)
    found = trafilatura.extract(html, include_comments=False) if trafilatura.present else None
    # Below its least size trafilatura runs headings and paragraphs together, or tears them apart.
    paragraphs = found.splitlines() if found and len(found) >= _LEAST else []
    text = without_invisible("\n\n".join(paragraphs) or markup.article())
    url = url or markup.address or markup.meta.get("og:url")
    return Page(text, markup.title(), url, _find_published(markup, html, text, url))


def find_in_address(url: str) -> Published | None:
    """The publication date in the address of a page.

    >>> str(find_in_address("https://news.example/world/2023/mar/06/talks-begin"))
    '2023-03-06'
    """
    found = _IN_ADDRESS.search(url)
    if not found:
        return None
    year, month, day = found.groups()
    short = month.lower()
    number = SHORT_MONTHS.index(short) + 1 if short in SHORT_MONTHS else int(month)
    return _read(f"{year}-{number:02}-{int(day):02}", "the page's address")


def _find_published(markup: Markup, html: str, text: str, url: str | None) -> Published | None:
    for words, why in _told(markup):
        if found := _read(words, why):
            return found
    found = (find_in_address(url) if url else None) or find_dateline(text)
    if found or not htmldate.present:
        return found
    rest = _MISLEADING.sub("", html)
    guess = htmldate.find_date(rest, original_date=True, extensive_search=False, max_date=_LATEST)
    return _read(guess, "htmldate's guess from the page") if guess else None


def _told(markup: Markup) -> Iterator[tuple[object, str]]:
    for each in markup.linked_data():
        if "datePublished" in each:
            yield each["datePublished"], "the page's JSON-LD"
    for name in _META:
        if name in markup.meta:
            yield markup.meta[name], f"the page's <meta> {name}"
    # A page lists the times of other pages too: its own is marked, or in the article, or alone.
    moments = [moment for moment in markup.moments if moment.sure]
    moments += [moment for moment in markup.moments if moment.in_article]
    moments += markup.moments if len(markup.moments) == 1 else []
    for moment in moments:
        yield moment.words, "the page's <time>"


def _read(words: object, why: str) -> Published | None:
    try:
        return read_published(words, why)
    except TimelineError:
        return None
