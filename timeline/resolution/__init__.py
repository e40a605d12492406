"""Resolving time expressions: choosing and moving the anchor through a document."""

from timeline.resolution.marks import timex_type
from timeline.resolution.resolving import resolve
from timeline.resolution.whereabouts import Publication

__all__ = ["Publication", "resolve", "timex_type"]
