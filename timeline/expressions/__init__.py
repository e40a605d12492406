"""Time expressions: recognising them, as slices of their text that know what they mean."""

from timeline.expressions.expression import TimeExpression, Timex
from timeline.expressions.reading import Marked, Phrase, Reader, reader

__all__ = ["Marked", "Phrase", "Reader", "TimeExpression", "Timex", "reader"]
