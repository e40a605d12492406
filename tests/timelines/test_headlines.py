"""What stands over a page of a text: its title, or how it begins."""

from __future__ import annotations

import pytest

from timeline.documents import Document
from timeline.timelines.headlines import headline

_LONG = (
    "The ferry company will keep its 1,200 berths on the north quay, the harbour board said on "
    "Friday, even as its rivals asked for room on the same side of the river."
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mr. Osk left on Friday. He did not say why.", "Mr. Osk left on Friday"),
        ("Will the quay close?\nNobody knows.", "Will the quay close?"),
        (
            "The quay\nclosed on Friday,\nthe board said.",
            "The quay closed on Friday, the board said",
        ),
        (_LONG, _LONG[: _LONG.index(", even")] + " …"),
        ("quay " * 60, "quay " * 20 + "…"),
        ("q" * 300, "q" * 100 + " …"),
        (" \n ", "harbour.txt"),
    ],
)
def test_a_text_without_a_title_is_called_by_its_first_words(text: str, told: str) -> None:
    assert headline(Document(text, id="harbour.txt")) == told
    assert headline(Document(text, id="harbour.txt", title="The harbour")) == "The harbour"


def test_a_text_of_nothing_and_without_a_name() -> None:
    assert headline(Document("")) == "Timeline"
