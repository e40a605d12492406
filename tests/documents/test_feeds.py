"""News feeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.documents import Document, Unread, feeds, read_documents
from timeline.late import Late
from timeline.spans import seconds

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Wire</title>
<item><title>Talks begin</title><link>https://w.example/1</link><guid>w-1</guid>
<pubDate>Mon, 06 Mar 2023 10:30:00 +0100</pubDate>
<description>&lt;p&gt;Talks &lt;b&gt;began&lt;/b&gt; on Monday.&lt;/p&gt;</description></item>
<item><title>Nothing</title><link>https://w.example/2</link></item></channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>The Wire</title><entry><title>Talks end</title><id>urn:w:3</id>
<link href="https://w.example/3"/><published>2023-03-08T09:00:00Z</published>
<updated>2023-03-09T09:00:00Z</updated><summary>Short.</summary>
<content type="html">&lt;p&gt;Talks ended on Wednesday.&lt;/p&gt;</content></entry></feed>"""


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("wire.rss", RSS, ("w-1", "Talks began on Monday.", seconds(2023, 3, 6, 10, 30))),
        ("wire.xml", RSS, ("w-1", "Talks began on Monday.", seconds(2023, 3, 6, 10, 30))),
        ("wire.atom", ATOM, ("urn:w:3", "Talks ended on Wednesday.", seconds(2023, 3, 8, 9))),
    ],
)
def test_a_feed_gives_its_entries(
    tmp_path: Path, name: str, content: str, expected: tuple[str, str, int]
) -> None:
    pytest.importorskip("feedparser")
    (tmp_path / name).write_text(content, encoding="utf-8")
    first, *rest = read_documents(tmp_path / name)
    assert isinstance(first, Document)
    assert (first.id, first.text, first.published) == expected
    assert first.title is not None
    for each in rest:
        assert isinstance(each, Unread)
        assert "empty" in each.error


def test_a_feed_without_entries_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("feedparser")
    (tmp_path / "wire.rss").write_text('<rss version="2.0"></rss>', encoding="utf-8")
    (unread,) = read_documents(tmp_path / "wire.rss")
    assert isinstance(unread, Unread)
    assert "no feed" in unread.error


def test_a_feed_without_feedparser_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wire.rss").write_text(RSS, encoding="utf-8")
    monkeypatch.setattr(feeds, "feedparser", Late("no_such_package", extra="web"))
    (unread,) = read_documents(tmp_path / "wire.rss")
    assert isinstance(unread, Unread)
    assert "pip install 'timeline-reader[web]'" in unread.error
