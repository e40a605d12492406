"""Where English times begin and end in a text, from their list."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

from timeline.languages.language import Shores

_LIST: dict[str, Any] = tomllib.loads(
    resources.files(__package__).joinpath("shores.toml").read_text(encoding="utf-8")
)

SHORES = Shores(
    glue=frozenset(_LIST["glue"]),
    links=frozenset(_LIST["links"]),
    endings=frozenset(_LIST["endings"]),
    opening=frozenset(_LIST["opening"]),
    figures=_LIST["figures"],
    ahead=_LIST["ahead"],
)
