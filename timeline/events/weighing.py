"""The small tables of weights of this room, read once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def weights(name: str) -> Mapping[str, float]:
    """The weights of a model by the name of its file, such as "dating"."""
    text = files("timeline.events").joinpath("weights", f"{name}.json").read_text("utf-8")
    loaded: dict[str, float] = json.loads(text)
    return loaded
