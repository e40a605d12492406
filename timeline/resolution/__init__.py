"""Resolving time expressions: choosing and moving the anchor through a document."""

from timeline.resolution.resolving import Publication, resolve, timex_type

__all__ = ["Publication", "resolve", "timex_type"]
