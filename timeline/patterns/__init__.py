"""How ways of telling time are written down, checked and compiled."""

from timeline.patterns.book import Entry, Example, PatternBook
from timeline.patterns.grammar import MARKED, Edge, Grammar, Mark, Parts
from timeline.patterns.syntax import BadPattern, expand
from timeline.patterns.tokens import Cutter, Token
from timeline.patterns.tries import trie_pattern

__all__ = [
    "MARKED",
    "BadPattern",
    "Cutter",
    "Edge",
    "Entry",
    "Example",
    "Grammar",
    "Mark",
    "Parts",
    "PatternBook",
    "Token",
    "expand",
    "trie_pattern",
]
