"""The bundled article."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from timeline.documents.document import Document
from timeline.documents.making import make_document


def demo_document() -> Document:
    """The article that ships with timeline, with its title and its publication date.

    >>> from timeline.documents import demo_document
    >>> demo_document().title
    'Shells on the river port, and a truce in doubt'
    """
    folder = files("timeline") / "data"
    known = tomllib.loads((folder / "demo.toml").read_text(encoding="utf-8"))
    text = (folder / "demo.txt").read_text(encoding="utf-8")
    return make_document(
        text, known["published"], id="demo.txt", source=known["source"], title=known["title"]
    )
