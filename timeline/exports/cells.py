"""Rows and cells on their way out of a table and back in: what all formats share."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from timeline.documents.encodings import whole
from timeline.errors import BadTable, TimelineError
from timeline.spans import DAY, Granularity, TimeSpan
from timeline.table import COLUMNS, check
from timeline.table.columns import NEEDED
from timeline.table.moments import columns_of

Row = dict[str, Any]

#: Columns whose cells are moments.
TIMES = tuple(name for name, dtype in COLUMNS.items() if dtype.startswith("datetime64"))

_FILLED = frozenset(COLUMNS) - set(NEEDED)
_MOMENT = re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d{3}|\d{6}|\d{9}))?\Z")
_INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,17})\Z")
_TRUTH = {"true": True, "false": False}
_FRACTION = re.compile(r"(?<=:\d\d)\.\d+(?=(?:Z|[+-]\d\d:?\d\d)?\Z)")
_UNITS = {0: "s", 3: "ms", 6: "us", 9: "ns"}
_FIRST_YEAR = np.datetime64("0000-01-01", "s")
_FIRST_CHRISTIAN = np.datetime64("0001-01-01", "s")
_LAST_CHRISTIAN = np.datetime64("9999-12-31T23:59:59", "s")


def prepare(table: pd.DataFrame) -> pd.DataFrame:
    """The table with all its columns and rows numbered from 0, as every exporter takes it.

    >>> import pandas as pd
    >>> mine = pd.DataFrame({"when": ["2022-09"], "event": ["Izyum retaken"], "topic": ["war"]})
    >>> table = prepare(mine)
    >>> str(table["start"][0]), str(table["end"][0]), list(table)[-1]
    ('2022-09-01 00:00:00', '2022-10-01 00:00:00', 'topic')

    A table without `start` gets its times from `when` (EDTF). Raises `BadTable`, naming column
    and row, for anything that is no event table.
    """
    if isinstance(table, pd.DataFrame) and "start" not in table and "when" in table:
        told = spans(table["when"])
        missing = [name for name in told if name not in table]
        table = pd.concat([table, told[missing].set_axis(table.index)], axis=1)
    return check(table).reset_index(drop=True)


def demand(table: pd.DataFrame, *names: str | None) -> None:
    """Raise `BadTable` for a column that was asked for and is not there; None asks for none."""
    for name in names:
        if name is not None and name not in table:
            raise BadTable(
                f"the table has no column {name!r}; it has: {', '.join(map(str, table))}"
            )


def spans(
    texts: Iterable[object], read: Callable[[str], TimeSpan] = TimeSpan.from_edtf
) -> pd.DataFrame:
    """The time columns that EDTF texts tell, a row a text; missing texts tell nothing.

    >>> spans(["2022-08/..", None])["relation"].tolist()
    ['since', <NA>]

    `read` may be another reader of texts. Raises `BadTable` with the row (counted from 1) of a
    text that it refuses.
    """
    found: list[TimeSpan | None] = []
    seen: dict[str, TimeSpan] = {}
    for row, text in enumerate(texts, start=1):
        if text is None or text is pd.NA or text != text or not str(text).strip():
            found.append(None)
            continue
        key = str(text)
        if key not in seen:
            try:
                seen[key] = read(key)
            except TimelineError as error:
                raise BadTable(f"row {row}, column 'when': {error}") from error
        found.append(seen[key])
    return columns_of(found)


def between(first: str, last: str | None) -> Row:
    """The time cells of an event from one ISO 8601 date to another, as other tools write them.

    >>> between("2022-09", "2022-10")["end"], between("2022-09-04", "2022-09-04T20:00")["end"]
    ('2022-11-01T00:00:00', '2022-09-04T20:00:00')

    Days, months and years last to their end, clock times are exact and keep their zone; fractions
    of a second are dropped. Raises `TimelineError` for what is no date.
    """
    begin = span = TimeSpan.from_edtf(_FRACTION.sub("", first))
    if last is not None and "T" in last:
        stop = TimeSpan.from_edtf(_FRACTION.sub("", last)).on_clock(begin.zone)
        zone = stop.zone if begin.zone is None else begin.zone
        span = TimeSpan(begin.start, stop.start, begin.granularity, zone=zone)
    elif last is not None and last != first:
        span = TimeSpan.range(begin, TimeSpan.from_edtf(last))
    return row_of(span)


def row_of(span: TimeSpan) -> Row:
    """The time cells of a row that a span tells."""
    row: Row = dict(zip(("start", "end"), map(_text_of, (span.start, span.end)), strict=True))
    row |= {"when": span.edtf(), "relation": span.relation}
    return row | {"granularity": span.granularity.value if span.granularity else None}


def _text_of(instant: int | None) -> str | None:
    return None if instant is None else iso(pd.Series(np.array([instant], "datetime64[s]")))[0]


def iso(times: pd.Series) -> list[str | None]:
    """A column of moments as ISO 8601 text, at its own precision; missing is None.

    >>> iso(pd.Series(["-0043-03-15", None], dtype="datetime64[s]"))
    ['-0043-03-15T00:00:00', None]
    """
    values = times.to_numpy()
    texts: list[str | None] = np.datetime_as_string(values).tolist()
    for row in np.flatnonzero(np.isnat(values)):
        texts[row] = None
    for row in np.flatnonzero(values < _FIRST_YEAR):
        # numpy writes the year -43 with three digits, which no other reader understands.
        year, rest = str(texts[row])[1:].split("-", 1)
        texts[row] = f"-{year:>04}-{rest}"
    return texts


def instants(texts: Sequence[object], column: str = "start") -> pd.Series:
    """ISO 8601 texts as a column of `datetime64[s]`; None and "" are not known.

    >>> instants(["2022-09-04T18:30:00", ""]).isna().tolist()
    [False, True]

    Raises `BadTable`, naming row (from 1) and column, for a text that is no moment.
    """
    plain = ["NaT" if _absent(text) else str(text) for text in texts]
    try:
        return pd.Series(np.array(plain, dtype="datetime64[s]"))
    except ValueError:
        for row, text in enumerate(plain, start=1):
            try:
                np.datetime64(text, "s")
            except ValueError as error:
                raise BadTable(
                    f"row {row}, column {column!r}: {text!r} is no date;"
                    f" write it as 2022-09-04 or 2022-09-04T18:30:00"
                ) from error
        raise


def christian(times: pd.Series) -> pd.Series:
    """Which moments lie in the years 1 to 9999, all that most formats have.

    >>> christian(pd.Series(["0001-01-01", "-0043-03-15", None], dtype="datetime64[s]")).tolist()
    [True, False, False]
    """
    return (times >= _FIRST_CHRISTIAN) & (times <= _LAST_CHRISTIAN)


def rows(table: pd.DataFrame) -> list[Row]:
    """The rows of a prepared table as dicts that JSON can hold, moments as ISO 8601 text.

    >>> mine = pd.DataFrame({"start": ["2022-02-24"], "event": ["Invasion"]})
    >>> row = rows(prepare(mine))[0]
    >>> row["start"], row["end"], row["ongoing"]
    ('2022-02-24T00:00:00', None, False)
    """
    names = [whole(str(name)) for name in table.columns]
    columns = [plain_column(table.iloc[:, place]) for place in range(len(names))]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]


def compact(row: Row) -> Row:
    """A row without the table's columns that hold nothing, which reading fills in again.

    >>> compact({"start": None, "event": "War", "place": None, "mine": None})
    {'start': None, 'event': 'War', 'mine': None}
    """
    kept = (item for item in row.items() if item[1] is not None or item[0] not in _FILLED)
    return dict(kept)


def plain_column(column: pd.Series) -> list[Any]:
    """The cells of a column as `plain` values."""
    dtype = column.dtype
    if isinstance(dtype, np.dtype) and dtype.kind == "M":
        return iso(column)
    if isinstance(dtype, np.dtype) and dtype.kind in "biu":
        return list(column.tolist())
    if isinstance(dtype, pd.StringDtype):
        return [whole(value) if isinstance(value, str) else None for value in column.tolist()]
    return [plain(value) for value in column.tolist()]


def plain(value: Any) -> Any:
    """A cell as JSON can hold it: missing and infinite become None, moments ISO 8601 text.

    >>> plain(float("nan")), plain(("Kyiv", 2)), plain(pd.Timestamp("2022-02-24"))
    (None, ['Kyiv', 2], '2022-02-24T00:00:00')
    """
    if isinstance(value, str):
        return whole(value)
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, np.ndarray | np.generic):
        return plain(value.tolist())
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, bool | int):
        return value
    if isinstance(value, Mapping):
        return {whole(str(key)): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    if isinstance(value, set | frozenset):
        return sorted(map(str, value))
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return whole(str(value))


def _absent(value: object) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or value == "" or value != value


def restore(cells: Mapping[str, Sequence[Any]]) -> pd.DataFrame:
    """A table from columns of plain values: the inverse of `rows`, dtypes and all.

    >>> restore({"start": ["2022-02-24T00:00:00"], "event": ["Invasion"]})["start"].dtype
    dtype('<M8[s]')

    Columns that are not the table's own keep what they hold; those that hold nothing but full
    ISO 8601 moments become moments. Raises `BadTable` as `check` does.
    """
    columns: dict[str, Any] = {}
    for name, values in cells.items():
        if name in TIMES:
            columns[name] = instants(values, name)
        elif COLUMNS.get(name) == "string":
            texts = [str(v) if isinstance(v, str) or not _absent(v) else None for v in values]
            columns[name] = pd.Series(texts, dtype="string")
        elif name in COLUMNS:
            columns[name] = pd.Series([None if _absent(v) else v for v in values], dtype=object)
        else:
            columns[name] = own(values)
    return check(pd.DataFrame(columns))


def own_name(name: str) -> str:
    """A name for a column that somebody else gave, with "_" where the table means another thing.

    >>> own_name("order"), own_name("cost")
    ('order_', 'cost')
    """
    return f"{name}_" if name in COLUMNS else name


def aside(row: Row) -> Row:
    """A row of somebody else's attributes, none of which passes for a column of the table."""
    return {own_name(name): value for name, value in row.items()}


def typed(name: str, values: Sequence[str]) -> list[Any]:
    """The texts of a column as the values they look like; "" is missing.

    >>> typed("armies", ["2", ""]), typed("code", ["007", "8"])
    ([2, None], ['007', '8'])
    """
    known = [None if value == "" else value for value in values]
    told = [value for value in known if value is not None]
    if COLUMNS.get(name) == "string" or name in TIMES or not told:
        return list(known)
    if all(_INTEGER.match(value) for value in told):
        return [None if value is None else int(value) for value in known]
    if all(value in _TRUTH for value in told):
        return [None if value is None else _TRUTH[value] for value in known]
    if all(_is_float(value) for value in told):
        return [None if value is None else float(value) for value in known]
    return list(known)


def _is_float(text: str) -> bool:
    """Whether the text is exactly how a number is written, so that '007' stays what it is."""
    try:
        return repr(float(text)) == text or bool(_INTEGER.match(text))
    except ValueError:
        return False


def own(values: Sequence[Any]) -> pd.Series:
    """A column of the user's own, with the dtype that its values ask for.

    >>> own([1, None]).dtype, own(["2022-02-24T00:00:00", None]).dtype
    (Int64Dtype(), dtype('<M8[s]'))
    """
    known = [value for value in values if value is not None]
    kinds = {type(value) for value in known}
    if kinds == {str}:
        found = [_MOMENT.match(value) for value in known]
        if all(found):
            digits = max(len(match[1] or "") for match in found if match)
            texts = ["NaT" if value is None else value for value in values]
            return pd.Series(np.array(texts, dtype=f"datetime64[{_UNITS[digits]}]"))
        return pd.Series(list(values), dtype="str")
    if kinds == {int} and all(-(2**63) <= value < 2**63 for value in known):
        return pd.Series(list(values), dtype="int64" if len(known) == len(values) else "Int64")
    if kinds and kinds <= {int, float} and float in kinds:
        return pd.Series(list(values), dtype="float64")
    if kinds == {bool}:
        return pd.Series(list(values), dtype="bool" if len(known) == len(values) else "boolean")
    return pd.Series(list(values), dtype="object")


def labels(table: pd.DataFrame) -> list[str]:
    """When each row of a prepared table was, as EDTF; "" where nothing is known.

    >>> labels(prepare(pd.DataFrame({"start": ["2022-02-24"], "event": ["Invasion"]})))
    ['2022-02-24']
    """
    texts: list[Any] = table["when"].tolist()
    told = table["start"].notna() | table["end"].notna()
    for row in np.flatnonzero((table["when"].isna() & told).to_numpy()):
        start, end = _seconds(table["start"].iloc[row]), _seconds(table["end"].iloc[row])
        if start is not None and end is None and not table["ongoing"].iloc[row]:
            # An end that nobody named is no open end: the start stands for itself.
            end = start + (DAY if start % DAY == 0 else 60 if start % 60 == 0 else 1)
        grain = table["granularity"].iloc[row]
        texts[row] = TimeSpan(start, end, None if pd.isna(grain) else Granularity(grain)).edtf()
    return ["" if pd.isna(text) else whole(str(text)) for text in texts]


def _seconds(moment: Any) -> int | None:
    return None if pd.isna(moment) else int(np.datetime64(moment, "s").astype(np.int64))
