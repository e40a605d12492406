"""The tree of a sentence: what is read apart, and the mends of what a parser takes wrong."""
