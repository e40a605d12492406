"""Plotly figures from an event table, or from any frame of dates."""

from timeline.charts.story import plot

__all__ = ["plot"]
