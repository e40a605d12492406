"""Tables of our own for the chart tests: a short story with every kind of mark, and crowds."""

from __future__ import annotations

import numpy as np
import pandas as pd

from timeline.spans import TimeSpan, seconds
from timeline.table.checking import check
from timeline.table.moments import moments

PUBLISHED = seconds(2024, 6, 17)

#: The article the story's rows stand in; our own prose.
ARTICLE = (
    "The harbour of Port Leron was still closed on Sunday, the coast guard said on Monday, "
    "eight months after the dam above the town gave way.\n\n"
    "Engineers had warned in early 2019 that the wall was cracking, and the province voted money "
    "for repairs in the autumn of 2021. Work was to begin last March but never did, according to "
    "the contractor, Halden & Sons.\n\n"
    "The dam broke on 14 October 2023. Two bridges were swept away within hours. Volunteers have "
    "been feeding some 900 families since November, and the army patrolled the quays from December "
    "2023 to February 2024.\n\n"
    "About a year ago a similar wall at Osk had been strengthened. The governor, Mara Velling, may "
    "resign if the inquiry finds that she knew. She has not spoken to reporters since the spring. "
    "The first ships are expected to return in September.\n"
)

_ROWS: list[tuple[str, TimeSpan, str, str | None, str, str]] = [
    (
        "Engineers had warned that the wall was cracking",
        TimeSpan.from_edtf("2019-01/2019-04"),
        "asserted",
        "engineers",
        "reporting",
        "in early 2019",
    ),
    (
        "the province voted money for repairs",
        TimeSpan.from_edtf("2021-23"),
        "asserted",
        None,
        "occurrence",
        "in the autumn of 2021",
    ),
    (
        "a similar wall at Osk had been strengthened",
        TimeSpan.from_edtf("2023-06~"),
        "asserted",
        None,
        "occurrence",
        "About a year ago",
    ),
    (
        "The dam broke",
        TimeSpan.day(2023, 10, 14),
        "asserted",
        None,
        "occurrence",
        "on 14 October 2023",
    ),
    (
        "Two bridges were swept away",
        TimeSpan.day(2023, 10, 14),
        "asserted",
        None,
        "occurrence",
        "within hours",
    ),
    (
        "Volunteers have been feeding some 900 families",
        TimeSpan.month(2023, 11).since(PUBLISHED),
        "asserted",
        None,
        "state",
        "since November",
    ),
    (
        "the army patrolled the quays",
        TimeSpan.range(TimeSpan.month(2023, 12), TimeSpan.month(2024, 2)),
        "asserted",
        None,
        "occurrence",
        "from December 2023 to February 2024",
    ),
    (
        "Work was to begin but never did",
        TimeSpan.month(2024, 3),
        "negated",
        "Halden & Sons",
        "occurrence",
        "last March",
    ),
    (
        "She has not spoken to reporters",
        TimeSpan.month(2024, 4).since(PUBLISHED),
        "negated",
        None,
        "state",
        "since the spring",
    ),
    (
        "The harbour of Port Leron was still closed",
        TimeSpan.day(2024, 6, 16),
        "asserted",
        "the coast guard",
        "state",
        "on Sunday",
    ),
    ("the coast guard said", TimeSpan.day(2024, 6, 17), "asserted", None, "reporting", "on Monday"),
    (
        "The governor, Mara Velling, may resign",
        TimeSpan(PUBLISHED, None, relation="after"),
        "hypothetical",
        None,
        "occurrence",
        "if",
    ),
    (
        "the inquiry finds that she knew",
        TimeSpan(None, None),
        "hypothetical",
        None,
        "occurrence",
        "if",
    ),
    (
        "The first ships are expected to return",
        TimeSpan.month(2024, 9),
        "planned",
        None,
        "occurrence",
        "in September",
    ),
]


def _sentence(piece: str) -> tuple[str, int]:
    at = ARTICLE.index(piece)
    start = max(ARTICLE.rfind(mark, 0, at) for mark in (". ", "\n")) + 1
    while ARTICLE[start] in " \n":
        start += 1
    stop = min(i for i in (ARTICLE.find(". ", at), ARTICLE.find(".\n", at)) if i >= 0) + 1
    return ARTICLE[start:stop], start


def story() -> pd.DataFrame:
    """Fourteen events with every kind of mark, as a reader of the article would have them."""
    rows = []
    for event, _, status, who, kind, words in _ROWS:
        piece = event if event in ARTICLE else " ".join(event.split()[:3])
        sentence, start = _sentence(piece)
        at = ARTICLE.index(piece)
        said = ARTICLE.index(words, start) if words in sentence else None
        rows.append(
            {
                "event": event,
                "trigger": event.split()[-1],
                "status": status,
                "attribution": who,
                "kind": kind,
                "expression": words if said is not None else None,
                "sentence": sentence,
                "sentence_start": start,
                "trigger_start": at,
                "trigger_end": at + len(piece),
                "expression_start": said,
                "expression_end": None if said is None else said + len(words),
                "why": f"“{words}” read on the publication date, 17 June 2024",
                "place": "Port Leron" if "Osk" not in event else "Osk",
                "participants": None,
                "confidence": 0.9,
                "salience": 0.9 if "dam" in event else 0.6,
                "basis": "expression",
            }
        )
    table = pd.DataFrame(rows)
    return check(table.assign(**_times([row[1] for row in _ROWS]), order=range(1, len(rows) + 1)))


def _times(spans: list[TimeSpan]) -> dict[str, pd.Series]:
    return {
        "start": moments([s.start for s in spans]),
        "end": moments([s.end for s in spans]),
        "start_latest": moments([s.start_latest for s in spans]),
        "end_earliest": moments([s.end_earliest for s in spans]),
        "relation": pd.Series([s.relation for s in spans], dtype="string"),
        "approximate": pd.Series([s.approximate for s in spans]),
        "ongoing": pd.Series([s.ongoing for s in spans]),
        "when": pd.Series(
            [None if s.start is s.end is None else s.edtf() for s in spans], dtype="string"
        ),
        "published": moments([PUBLISHED] * len(spans)),
        "document": pd.Series(["leron"] * len(spans), dtype="string"),
        "source": pd.Series(["The Leron Courier"] * len(spans), dtype="string"),
    }


_WHO = "The council,Harbour pilots,A court,The ministry,Dockers,Two observers,The fleet".split(",")
_DID = "opened talks,left the pier,ruled on the claim,sent a note,struck,met,sailed".split(",")


def crowd(size: int, seed: int = 1) -> pd.DataFrame:
    """Many events over thirty years: days, weeks and months, some open, of every status."""
    draw = np.random.default_rng(seed)
    days = draw.integers(0, 30 * 365, size)
    start = np.datetime64("1990-01-01", "s") + days.astype("timedelta64[D]")
    length = draw.choice([1, 1, 1, 7, 31, 200], size)
    who, did = draw.integers(0, 7, size), draw.integers(0, 7, size)
    return pd.DataFrame(
        {
            "start": start,
            "end": start + length.astype("timedelta64[D]"),
            "event": [
                f"{_WHO[a]} {_DID[b]} ({i})" for i, (a, b) in enumerate(zip(who, did, strict=True))
            ],
            "status": draw.choice(
                ["asserted", "planned", "hypothetical", "negated"], size, p=[0.8, 0.1, 0.05, 0.05]
            ),
            "place": draw.choice(["Port Leron", "Osk", "Velling", "Marrow"], size),
            "relation": draw.choice(["within", "throughout"], size),
            "salience": draw.random(size).round(3),
        }
    )


def antiquity() -> pd.DataFrame:
    """A story of five centuries around year 1."""
    when = [
        "-0217",
        "-0201",
        "-0145",
        "-0057/-0049",
        "-0043-03-15",
        "-0026",
        "0014-08-19",
        "0064-07",
        "0079-10~",
        "0117",
    ]
    what = (
        "Cannae,Zama,Carthage is razed,War in Gaul,Caesar is murdered,The title of Augustus,"
        "Augustus dies,Rome burns,Vesuvius buries Pompeii,The empire at its largest"
    )
    return pd.DataFrame({"when": when, "event": what.split(",")})
