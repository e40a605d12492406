"""Reads prose that tells time the way people do, and gives back an ordered event table.

>>> import timeline as tl
>>> tl.parse("since last September", published="2023-03-06").edtf()
'2022-09/..'
"""

from timeline.timelines import annotate, explain, find, parse

__all__ = ["annotate", "explain", "find", "parse"]
