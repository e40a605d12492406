"""TimeML 1.2.1: one annotated document as TIMEX3, EVENT, MAKEINSTANCE and TLINK.

A *record* is the plain dict that `timeline annotate` reads and writes: `id`, `dct`, `text`,
`timex`, `events` and, if there are any, `tlinks`. Offsets count characters of `text`, the end
exclusive, and survive writing and reading unchanged. The document parts (DOCID, DCT, TITLE,
TEXT) are those of TempEval-3 (UzZaman et al. 2013), whose scorers read these files; tags and
attributes are those of Saurí et al. 2006, "TimeML annotation guidelines 1.2.1".
"""

from timeline.exports.timeml.reading import read
from timeline.exports.timeml.tables import LOSSES, from_timeml, to_timeml
from timeline.exports.timeml.writing import write

__all__ = ["LOSSES", "from_timeml", "read", "to_timeml", "write"]
