"""Many documents: read in parts, taken up again after an interruption, merged into one table."""

from typing import TYPE_CHECKING

from timeline.late import doors

if TYPE_CHECKING:
    from timeline.corpus.gathering import gather
    from timeline.corpus.ledger import describe_inputs
    from timeline.corpus.merging import Tally, merge
    from timeline.corpus.reading import read_batch
    from timeline.corpus.story import tell_story
    from timeline.corpus.stumbles import STUMBLES, tell

__all__ = [
    "STUMBLES",
    "Tally",
    "describe_inputs",
    "gather",
    "merge",
    "read_batch",
    "tell",
    "tell_story",
]

__getattr__, __dir__ = doors(
    __name__,
    {
        "gathering": "gather",
        "ledger": "describe_inputs",
        "merging": "Tally merge",
        "reading": "read_batch",
        "story": "tell_story",
        "stumbles": "STUMBLES tell",
    },
)
