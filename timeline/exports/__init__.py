"""Doors out: an event table as a file that other tools read, and back.

Every `to_FORMAT(table, path=None)` returns the contents, or writes them and returns None; every
`from_FORMAT(source)` takes a path or contents and returns an event table. `losses(FORMAT)` says
what the format cannot hold; what is left out of a file is also told in a `Loss` warning.
"""

from typing import TYPE_CHECKING

from timeline.late import doors

if TYPE_CHECKING:
    from timeline.exports.csv import from_csv, to_csv
    from timeline.exports.edtf import from_edtf, to_edtf
    from timeline.exports.excel import from_xlsx, to_xlsx
    from timeline.exports.formats import FORMATS, Format, format_of, losses, read_table, write_table
    from timeline.exports.html import write_html
    from timeline.exports.ics import from_ics, to_ics
    from timeline.exports.images import write_image
    from timeline.exports.json import from_json, from_jsonl, to_json, to_jsonl
    from timeline.exports.jsonld import from_jsonld, to_jsonld
    from timeline.exports.latex import to_latex
    from timeline.exports.loss import Loss
    from timeline.exports.markdown import from_markdown, to_markdown
    from timeline.exports.mermaid import from_mermaid, to_mermaid
    from timeline.exports.ocel import from_ocel, to_ocel
    from timeline.exports.parquet import (
        from_arrow,
        from_feather,
        from_parquet,
        to_arrow,
        to_feather,
        to_parquet,
    )
    from timeline.exports.timelinejs import from_timelinejs, to_timelinejs
    from timeline.exports.timeml import from_timeml, to_timeml
    from timeline.exports.vis import from_vis, to_vis
    from timeline.exports.xes import from_xes, to_xes

__all__ = [
    "FORMATS",
    "Format",
    "Loss",
    "format_of",
    "from_arrow",
    "from_csv",
    "from_edtf",
    "from_feather",
    "from_ics",
    "from_json",
    "from_jsonl",
    "from_jsonld",
    "from_markdown",
    "from_mermaid",
    "from_ocel",
    "from_parquet",
    "from_timelinejs",
    "from_timeml",
    "from_vis",
    "from_xes",
    "from_xlsx",
    "losses",
    "read_table",
    "to_arrow",
    "to_csv",
    "to_edtf",
    "to_feather",
    "to_ics",
    "to_json",
    "to_jsonl",
    "to_jsonld",
    "to_latex",
    "to_markdown",
    "to_mermaid",
    "to_ocel",
    "to_parquet",
    "to_timelinejs",
    "to_timeml",
    "to_vis",
    "to_xes",
    "to_xlsx",
    "write_html",
    "write_image",
    "write_table",
]

__getattr__, __dir__ = doors(
    __name__,
    {
        "csv": "from_csv to_csv",
        "edtf": "from_edtf to_edtf",
        "excel": "from_xlsx to_xlsx",
        "formats": "FORMATS Format format_of losses read_table write_table",
        "html": "write_html",
        "images": "write_image",
        "ics": "from_ics to_ics",
        "json": "from_json from_jsonl to_json to_jsonl",
        "jsonld": "from_jsonld to_jsonld",
        "latex": "to_latex",
        "loss": "Loss",
        "markdown": "from_markdown to_markdown",
        "mermaid": "from_mermaid to_mermaid",
        "ocel": "from_ocel to_ocel",
        "parquet": "from_arrow from_feather from_parquet to_arrow to_feather to_parquet",
        "timelinejs": "from_timelinejs to_timelinejs",
        "timeml": "from_timeml to_timeml",
        "vis": "from_vis to_vis",
        "xes": "from_xes to_xes",
    },
)
