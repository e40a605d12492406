"""The examples beside the entries of a pattern book, each read as a reader would read it."""

from __future__ import annotations

import pytest

from timeline.languages import english
from timeline.languages.en import REQUESTS
from timeline.patterns import Entry, Example
from timeline.resolution import Publication, resolve
from timeline.spans import seconds

EXAMPLES = [(entry, example) for entry in REQUESTS.entries for example in entry.examples]


def publication(example: Example) -> Publication:
    """When the example was published; any day where it does not matter."""
    date, _, clock = (example.published or "2024-03-14").partition("T")
    hour, minute = map(int, clock.split(":")) if clock else (0, 0)
    return Publication(seconds(*map(int, date.split("-")), hour, minute), bool(clock))


@pytest.mark.parametrize(
    ("entry", "example"),
    [pytest.param(*pair, id=f"{pair[0].name}: {pair[1].text}") for pair in EXAMPLES],
)
def test_an_example_reads_as_it_says(entry: Entry, example: Example) -> None:
    found = resolve(example.text, publication(example), english(), example.lean)
    timexes = [timex for expression in found for timex in expression.timexes]
    assert [timex.text for timex in timexes] == [example.text[a:b] for a, b in example.found]
    assert [timex.value for timex in timexes] == list(example.values)
    if example.edtf is not None:
        assert [expression.span and expression.span.edtf() for expression in found] == [
            example.edtf
        ]


def test_most_entries_are_shown_by_an_example() -> None:
    silent = {entry.name for entry in REQUESTS.entries if entry.kind in ("time", "phrase", "set")}
    silent -= {entry.name for entry, _ in EXAMPLES}
    assert not silent, f"entries without an example: {sorted(silent)}"
