"""Functions from an event table to a table, honest about uncertain time.

>>> import pandas as pd
>>> from timeline.analysis import gaps
>>> table = pd.DataFrame({"start": pd.to_datetime(["2022-09-03", "2022-10-20"])})
>>> gaps(table)["at_least"].tolist()
[Timedelta('46 days 00:00:00')]

A result is a bound, an average over what the dates allow, or a set of possibilities: never a
date that nobody wrote.
"""

from timeline.analysis.accounts import compare
from timeline.analysis.alignment import Costs, align, distance, distances
from timeline.analysis.bounds import Bounds, bounds, moments
from timeline.analysis.bursts import bursts, gap_levels
from timeline.analysis.changes import change_points
from timeline.analysis.clusters import clusters
from timeline.analysis.composition import compose, converse
from timeline.analysis.consistency import contradictions
from timeline.analysis.correcting import conflicts, correct
from timeline.analysis.corrections import (
    Correction,
    find_corrections,
    merging,
    read_corrections,
    write_corrections,
)
from timeline.analysis.durations import durations, elapsed, waits
from timeline.analysis.follows import follows
from timeline.analysis.gaps import gaps
from timeline.analysis.keydates import key_dates
from timeline.analysis.kinds import classify
from timeline.analysis.knowledge import as_it_stood, known_when
from timeline.analysis.matching import same_events
from timeline.analysis.merged import merged
from timeline.analysis.moves import moves
from timeline.analysis.overlaps import concurrency, overlaps
from timeline.analysis.pace import pace
from timeline.analysis.patterns import patterns
from timeline.analysis.periodicity import periodicity
from timeline.analysis.relations import relation_matrix, relations
from timeline.analysis.sameness import same_numbers
from timeline.analysis.selection import happened, since, touching, until, within

__all__ = [
    "Bounds",
    "Correction",
    "Costs",
    "align",
    "as_it_stood",
    "bounds",
    "bursts",
    "change_points",
    "classify",
    "clusters",
    "compare",
    "compose",
    "concurrency",
    "conflicts",
    "contradictions",
    "converse",
    "correct",
    "distance",
    "distances",
    "durations",
    "elapsed",
    "find_corrections",
    "follows",
    "gap_levels",
    "gaps",
    "happened",
    "key_dates",
    "known_when",
    "merged",
    "merging",
    "moments",
    "moves",
    "overlaps",
    "pace",
    "patterns",
    "periodicity",
    "read_corrections",
    "relation_matrix",
    "relations",
    "same_events",
    "same_numbers",
    "since",
    "touching",
    "until",
    "waits",
    "within",
    "write_corrections",
]
