"""Who goes on speaking from one sentence to the next."""

from __future__ import annotations

import pytest

from tests.events.reader import event_of

TOLD = [
    ('"We lost two boats," the skipper said. "The storm sank them."', "sank", "the skipper"),
    (
        '"We lost two boats," the skipper said. "It rose. The storm sank them."',
        "sank",
        "the skipper",
    ),
    ('"We lost two boats. The storm sank them," the skipper said.', "lost", "the skipper"),
    ("“We lost two boats. The storm sank them,” the skipper said.", "lost", "the skipper"),
    ('"It was bad," a guard said. "It killed two men."', "killed", "a guard"),
    # Who is quoted last speaks on.
    (
        '"We lost," a guard said. "We won," said Ana Ruiz. "It killed two men."',
        "killed",
        "Ana Ruiz",
    ),
    # No quotation, another paragraph, marks that do not match.
    ('"We lost two boats," the skipper said. The storm sank them.', "sank", None),
    ('"We lost two boats," the skipper said.\n\n"The storm sank them."', "sank", None),
    ('"We lost two boats," the skipper said. The 14" hail sank them.', "sank", None),
    ('The sign was red: "Keep out". "The storm sank them."', "sank", None),
]


@pytest.mark.parametrize(("text", "verb", "who"), TOLD)
def test_who_is_quoted_speaks_on(text: str, verb: str, who: str | None) -> None:
    assert event_of(text, verb).attribution == who
