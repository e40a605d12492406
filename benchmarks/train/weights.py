"""Where small tables of weights are kept: JSON beside the room that reads them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

ROOM = Path(__file__).parents[2] / "timeline" / "events" / "weights"


def write_weights(
    name: str, weights: Mapping[str, float], room: Path = ROOM, least: float = 0.02
) -> Path:
    """Writes weights rounded to three places, the idle ones left out."""
    kept = {key: round(value, 3) for key, value in sorted(weights.items()) if abs(value) >= least}
    room.mkdir(exist_ok=True)
    path = room / f"{name}.json"
    path.write_text(json.dumps(kept, indent=0) + "\n", encoding="utf-8")
    return path
