"""HTML pages: their text, their title, and which of their dates is the publication."""

from __future__ import annotations

import pytest

from tests.costs import is_quick
from timeline.documents import is_html, pages, read_page
from timeline.documents.markup import Markup
from timeline.documents.pages import find_in_address
from timeline.late import Late

ARTICLE = """<article><h1>Talks <i>begin</i></h1><p class="byline">By Ann Lee</p>
<p>Talks began on <b>Monday</b>&mdash;after a siege.<p>They ended.
<aside>Read more: <time datetime="2020-01-01">old news</time></aside></article>"""


def page(head: str = "", body: str = ARTICLE) -> str:
    return (
        f"<!DOCTYPE html><html><head><title>The Wire | Talks</title>{head}</head><body>"
        f"<nav><ul><li>World</ul></nav>{body}<footer>© 2024</footer></body></html>"
    )


@pytest.fixture(params=["with the extra", "without the extra"])
def either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page reader with trafilatura and htmldate, and without them."""
    if request.param == "without the extra":
        monkeypatch.setattr(pages, "trafilatura", Late("no_such_package", extra="web"))
        monkeypatch.setattr(pages, "htmldate", Late("no_such_package", extra="web"))


@pytest.mark.usefixtures("either")
def test_the_article_is_read_and_the_rest_is_not() -> None:
    read = read_page(page())
    assert (
        read.text
        == "Talks begin\n\nBy Ann Lee\n\nTalks began on Monday—after a siege.\n\nThey ended."
    )
    assert read.title == "Talks begin"


@pytest.mark.usefixtures("either")
def test_a_long_article_keeps_its_paragraphs() -> None:
    body = "".join(f"<p>The minister said on Sunday that vote {n} is due.</p>" for n in range(30))
    text = read_page(page(body=f"<article><h1>Votes</h1>{body}</article>")).text
    assert "Sunday that vote 7 is due.\n\nThe minister" in text
    assert "World" not in text
    assert "2024" not in text


ASIDES = """<div id="cookie-banner"><div><p>We changed our policy in 2020.</p></div></div>
<div class="site has-sidebar"><div class="wrap"><h1>Dam spills over</h1>
<p>The dam spilled over on Sunday.</p><ul class="share-tools"><li>Share</ul>
<p>It was built in 2005.</p></div>
<div class="sidebar related-stories"><p>A bridge fell in 2018.</div>
<section class="comments"><ol><li><p>I said this in 2010!</p></li></ol></section>
<p>Nobody was hurt.</p></div>"""


def test_what_a_class_or_an_id_names_an_aside_is_no_part_of_the_article() -> None:
    sentences = ["Dam spills over", "The dam spilled over on Sunday.", "It was built in 2005."]
    assert Markup(ASIDES).article() == "\n\n".join([*sentences, "Nobody was hurt."])


def test_what_holds_the_heading_of_a_page_is_no_aside() -> None:
    page = "<div class='social'><p>Tonight</p><h1>Talks begin</h1><p>They began.</p></div>"
    assert Markup(page).article() == "Talks begin\n\nThey began."


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.usefixtures("either")
@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (ld('{"datePublished": "2023-03-06", "dateModified": "2023-03-09"}'), ARTICLE, "JSON-LD"),
        (ld('{"@graph": [{"x": 1}, {"datePublished": "2023-03-06"}]}'), ARTICLE, "JSON-LD"),
        ('<meta property="article:published_time" content="2023-03-06">', ARTICLE, "<meta>"),
        ('<meta itemprop="datePublished" content="March 6, 2023">', ARTICLE, "<meta>"),
        ('<META NAME="DC.date.issued" CONTENT="2023-03-06">', ARTICLE, "<meta>"),
        ("", '<p>x<time pubdate datetime="2023-03-06">Monday</time>', "<time>"),
        ("", '<time class="published">6 March 2023</time><p>x</p>', "<time>"),
        ("", '<article><time datetime="2023-03-06">Monday</time><p>x</article>', "<time>"),
        ('<link rel="canonical" href="https://w.example/2023/03/06/talks">', ARTICLE, "address"),
        ('<meta property="og:url" content="https://w.example/2023/mar/06/a">', ARTICLE, "address"),
        ("", "<p>KYIV, March 6, 2023 (Wire) - Talks began.</p>", "dateline"),
    ],
)
def test_the_publication_date_is_found(head: str, body: str, expected: str) -> None:
    found = read_page(page(head, body)).published
    assert str(found) == "2023-03-06"
    assert found is not None
    assert expected in found.why


@pytest.mark.usefixtures("either")
@pytest.mark.parametrize(
    "head",
    [
        "",
        ld('{"dateModified": "2023-03-06"}'),
        ld('{"datePublished": "March 2023"}'),
        ld("{broken"),
        ld("[" * 100_000),
        '<meta name="last-modified" content="2023-03-06">',
        '<meta name="date" content="today">',
        '<link rel="canonical" href="https://w.example/2023/13/45/talks">',
    ],
)
def test_other_dates_are_not_taken_for_it(head: str) -> None:
    assert read_page(page(head)).published is None


def test_a_moment_of_another_page_is_not_taken() -> None:
    listed = "".join(f'<li><time datetime="2023-03-0{n}">x</time></li>' for n in (6, 7))
    assert read_page(page(body=f"<p>Talks began.</p><ul>{listed}</ul>")).published is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!doctype html><p>x", True),
        ("\n <HTML><body>x", True),
        ('<?xml version="1.0"?>\n<!-- saved --><html>', True),
        ("<p>Talks</p>", True),
        ('<div class="text"><p>Talks', True),
        ("<pre>Talks", False),
        ("<paul@w.example> Talks", False),
        ("Talks <p>", False),
        ("Talks <html>", False),
        ("", False),
    ],
)
def test_a_page_is_told_from_a_text(text: str, expected: bool) -> None:
    assert is_html(text) is expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://w.example/2023/03/06", "2023-03-06"),
        ("https://w.example/world/2023-03-06-talks", "2023-03-06"),
        ("https://w.example/2023/march/6/talks", "2023-03-06"),
        ("https://w.example/2023/03/talks", None),
        ("https://w.example/id/20230306123", None),
    ],
)
def test_an_address_tells_its_day(url: str, expected: str | None) -> None:
    assert (str(found) if (found := find_in_address(url)) else None) == expected


@pytest.mark.parametrize(
    "piece",
    ["<", "<!", "<a ", "<!--", "</", "<p>", "<article>", "&", "<![CDATA[", "<script>", "<h1>x"],
)
def test_broken_markup_is_read_in_linear_time(piece: str) -> None:
    assert is_quick(lambda: Markup(piece * (200_000 // len(piece))), 5)


def test_nothing_in_a_page_reaches_the_text_but_its_words() -> None:
    text = Markup("<p>a<script>alert(1)</script><style>p{}</style><!-- c --><b>b</b></p>").article()
    assert text == "a b"
