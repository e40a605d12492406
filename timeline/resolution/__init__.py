"""Resolving time expressions: choosing and moving the anchor through a document."""

from timeline.resolution.marks import timex_type
from timeline.resolution.resolving import Publication, resolve

__all__ = ["Publication", "resolve", "timex_type"]
