"""The names of TimeML 1.2.1 (Saurí et al. 2006), and those that a record gives them."""

from __future__ import annotations

from typing import Any

Record = dict[str, Any]

TYPES = frozenset({"DATE", "TIME", "DURATION", "SET"})
MODS = frozenset(
    [
        "BEFORE",
        "AFTER",
        "ON_OR_BEFORE",
        "ON_OR_AFTER",
        "LESS_THAN",
        "MORE_THAN",
        "EQUAL_OR_LESS",
        "EQUAL_OR_MORE",
        "START",
        "MID",
        "END",
        "APPROX",
    ]
)
CLASSES = frozenset(
    ["OCCURRENCE", "PERCEPTION", "REPORTING", "ASPECTUAL", "STATE", "I_STATE", "I_ACTION"]
)
RELATIONS = frozenset(
    [
        "BEFORE",
        "AFTER",
        "INCLUDES",
        "IS_INCLUDED",
        "DURING",
        "DURING_INV",
        "SIMULTANEOUS",
        "IAFTER",
        "IBEFORE",
        "IDENTITY",
        "BEGINS",
        "ENDS",
        "BEGUN_BY",
        "ENDED_BY",
    ]
)
CLASS_OF_KIND = {"intention": "I_ACTION", "state": "STATE", "reporting": "REPORTING"}
CLASS_OF_KIND |= {"aspectual": "ASPECTUAL", "occurrence": "OCCURRENCE"}
RELATION_TO_PUBLISHED = {"before": "BEFORE", "after": "AFTER"}

TIMEX_ATTRIBUTES = {
    "mod": "mod",
    "temporal_function": "temporalFunction",
    "function_in_document": "functionInDocument",
    "quant": "quant",
    "freq": "freq",
    "begin_point": "beginPoint",
    "end_point": "endPoint",
    "anchor_id": "anchorTimeID",
    "comment": "comment",
}
REFERENCES = frozenset({"begin_point", "end_point", "anchor_id"})
INSTANCE_ATTRIBUTES = {
    "tense": "NONE",
    "aspect": "NONE",
    "polarity": "POS",
    "pos": "OTHER",
    "modality": "",
    "cardinality": "",
}
# Parts of a TimeML document that are no words of its text.
APART = frozenset(
    ["DOCID", "DCT", "TITLE", "EXTRAINFO", "MAKEINSTANCE", "TLINK", "SLINK", "ALINK", "CONFIDENCE"]
)
