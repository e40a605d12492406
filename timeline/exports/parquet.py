"""Parquet and Arrow: every column with its type, for pandas, polars, DuckDB, Spark and R."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pandas as pd

from timeline.documents.encodings import whole
from timeline.errors import BadTable
from timeline.exports import cells, files
from timeline.late import Late
from timeline.table import check

_NEED = "a Parquet or Arrow file"
pyarrow = Late("pyarrow", extra="parquet", what=_NEED)
parquet = Late("pyarrow.parquet", extra="parquet", what=_NEED)
feather = Late("pyarrow.feather", extra="parquet", what=_NEED)

LOSSES = (
    "Parquet has no whole seconds: moments are stored as milliseconds (and read back as seconds)",
    "columns of your own that mix types are refused; tuples and sets become lists or text",
    "the index, and lone surrogates (U+FFFD)",
)


def to_parquet(table: pd.DataFrame, path: str | Path | None = None) -> bytes | None:
    """An event table as a Parquet file: its bytes, or None where a path is given.

    >>> import pandas as pd
    >>> mine = pd.DataFrame({"start": ["-0043-03-15"], "event": ["Caesar is killed"]})
    >>> from_parquet(to_parquet(mine))["start"].dtype
    dtype('<M8[s]')

    Raises `MissingExtra` without pyarrow, `BadTable` for a column that mixes types.
    """
    stream = io.BytesIO()
    arrow = to_arrow(table)
    try:
        parquet.write_table(arrow, stream)
    except pyarrow.ArrowInvalid as error:
        raise BadTable(f"Parquet cannot hold the table: {error}") from error
    return _given(stream, path)


def to_feather(table: pd.DataFrame, path: str | Path | None = None) -> bytes | None:
    """The same as an Arrow IPC (Feather) file.

    >>> mine = pd.DataFrame({"start": ["1914-07-28"], "event": ["War"]})
    >>> from_feather(to_feather(mine))["event"].tolist()
    ['War']
    """
    stream = io.BytesIO()
    feather.write_feather(to_arrow(table), stream, compression="uncompressed")
    return _given(stream, path)


def to_arrow(table: pd.DataFrame) -> Any:
    """An event table as a `pyarrow.Table` in memory.

    >>> to_arrow(pd.DataFrame({"start": ["1914-07-28"], "event": ["War"]})).num_rows
    1

    Raises `BadTable` for a column that mixes types.
    """
    table = cells.prepare(table)
    columns = {str(name): _storable(table.iloc[:, at]) for at, name in enumerate(table.columns)}
    try:
        return pyarrow.Table.from_pandas(pd.DataFrame(columns), preserve_index=False)
    except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError) as error:
        raise BadTable(f"Arrow cannot hold the table: {'; '.join(map(str, error.args))}") from error


def _storable(column: pd.Series) -> pd.Series:
    if isinstance(column.dtype, pd.StringDtype):
        texts = cells.plain_column(column)
        return pd.Series(texts, dtype=column.dtype)
    if column.dtype != object:
        return column
    kept = [whole(v) if isinstance(v, str) else v for v in column]
    return pd.Series(
        [cells.plain(v) if isinstance(v, set | tuple) else v for v in kept], dtype=object
    )


def _given(stream: io.BytesIO, path: str | Path | None) -> bytes | None:
    if path is None:
        return stream.getvalue()
    files.save(stream.getvalue(), path)
    return None


def from_parquet(source: str | Path | bytes) -> pd.DataFrame:
    """The table that a Parquet file holds: its bytes, or a path.

    >>> mine = pd.DataFrame({"start": ["1914-07-28"], "event": ["War"]})
    >>> from_parquet(to_parquet(mine))["event"].tolist()
    ['War']

    Raises `BadTable` for what is no Parquet file or no event table.
    """
    data = files.load(source)
    try:
        return from_arrow(parquet.read_table(io.BytesIO(data)))
    except pyarrow.ArrowInvalid as error:
        raise BadTable(f"no Parquet file that can be read: {error}") from error


def from_feather(source: str | Path | bytes) -> pd.DataFrame:
    """The table that an Arrow IPC (Feather) file holds: its bytes, or a path.

    >>> from_feather(b"no table")
    Traceback (most recent call last):
        ...
    timeline.errors.BadTable: no Arrow file that can be read: ...
    """
    data = files.load(source)
    try:
        return from_arrow(feather.read_table(io.BytesIO(data)))
    except pyarrow.ArrowInvalid as error:
        raise BadTable(f"no Arrow file that can be read: {error}") from error


def from_arrow(arrow: Any) -> pd.DataFrame:
    """The table that a `pyarrow.Table` holds.

    >>> arrow = to_arrow(pd.DataFrame({"start": ["1914-07-28"], "event": ["War"]}))
    >>> from_arrow(arrow)["event"].tolist()
    ['War']
    """
    return check(arrow.to_pandas())
