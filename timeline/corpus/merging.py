"""The parts of a corpus put together, without holding them all in memory."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.corpus.ledger import write_whole
from timeline.errors import BadTable, TimelineError
from timeline.late import Late

parquet = Late("pyarrow.parquet", extra="parquet", what="merging Parquet")


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of a corpus: how many documents, events and failures, and where they are."""

    documents: int
    events: int
    unread: int
    table: Path
    errors: Path


def merge(folder: Path, ending: str = ".csv") -> Tally:
    """Put the parts in a folder together: `events.csv` or `.parquet`, and `errors.jsonl`.

    The rows stand document by document, in the order of the inputs; `order` counts within each
    document. Raises `TimelineError` where there is no part, or a part does not fit the others.
    """
    parts = sorted((folder / "parts").glob(f"part-*{ending}"))
    if not parts:
        message = f"{folder} holds no part of a corpus"
        raise TimelineError(message)
    documents = events = 0
    failures: list[str] = []
    for part in parts:
        known = json.loads(part.with_suffix(".json").read_text(encoding="utf-8"))
        documents += known["documents"]
        events += known["events"]
        failures += [json.dumps(each, ensure_ascii=False) + "\n" for each in known["unread"]]
    errors, table = folder / "errors.jsonl", folder / f"events{ending}"
    write_whole(errors, "".join(failures))
    draft = table.with_name(f".{table.name}")
    _JOINERS[ending](parts, draft)
    draft.replace(table)
    return Tally(documents, events, len(failures), table, errors)


def _join_csv(parts: Sequence[Path], target: Path) -> None:
    with target.open("wb") as whole:
        header = b""
        for part in parts:
            with part.open("rb") as rows:
                names = rows.readline()
                if header and names != header:
                    raise BadTable(f"{part} has other columns than {parts[0]}")
                if not header:
                    whole.write(names)
                header = names
                shutil.copyfileobj(rows, whole)


def _join_parquet(parts: Sequence[Path], target: Path) -> None:
    schema = parquet.read_schema(parts[0])
    with parquet.ParquetWriter(target, schema) as whole:
        for part in parts:
            table = parquet.read_table(part)
            if table.schema.names != schema.names:
                raise BadTable(f"{part} has other columns than {parts[0]}")
            whole.write_table(table.cast(schema))


_JOINERS: dict[str, Callable[[Sequence[Path], Path], None]] = {
    ".csv": _join_csv,
    ".parquet": _join_parquet,
}
