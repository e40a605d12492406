"""Plotly figures from an event table, from any frame of dates, and from what analyses return."""

from typing import TYPE_CHECKING

from timeline.late import doors

if TYPE_CHECKING:
    from timeline.charts.accounts import plot_accounts, plot_known, plot_moves
    from timeline.charts.bursts import plot_bursts, plot_changes
    from timeline.charts.comparison import compare
    from timeline.charts.counts import plot_counts
    from timeline.charts.densities import calendar, density
    from timeline.charts.durations import plot_durations
    from timeline.charts.faults import plot_conflicts, plot_contradictions
    from timeline.charts.follows import plot_follows
    from timeline.charts.gaps import plot_gaps
    from timeline.charts.matrix import plot_distances, plot_relations
    from timeline.charts.patterns import plot_patterns, plot_periods
    from timeline.charts.picking import watch
    from timeline.charts.precedence import relations
    from timeline.charts.reports import reporting
    from timeline.charts.sequences import plot_alignment, plot_sequences
    from timeline.charts.story import plot

__all__ = [
    "calendar",
    "compare",
    "density",
    "plot",
    "plot_accounts",
    "plot_alignment",
    "plot_bursts",
    "plot_changes",
    "plot_conflicts",
    "plot_contradictions",
    "plot_counts",
    "plot_distances",
    "plot_durations",
    "plot_follows",
    "plot_gaps",
    "plot_known",
    "plot_moves",
    "plot_patterns",
    "plot_periods",
    "plot_relations",
    "plot_sequences",
    "relations",
    "reporting",
    "watch",
]

__getattr__, __dir__ = doors(
    __name__,
    {
        "accounts": "plot_accounts plot_known plot_moves",
        "bursts": "plot_bursts plot_changes",
        "comparison": "compare",
        "counts": "plot_counts",
        "densities": "calendar density",
        "durations": "plot_durations",
        "faults": "plot_conflicts plot_contradictions",
        "follows": "plot_follows",
        "gaps": "plot_gaps",
        "matrix": "plot_distances plot_relations",
        "patterns": "plot_patterns plot_periods",
        "picking": "watch",
        "precedence": "relations",
        "reports": "reporting",
        "sequences": "plot_alignment plot_sequences",
        "story": "plot",
    },
)
