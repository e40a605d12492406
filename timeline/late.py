"""What is loaded when it is first used, so that starting does not wait for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any, cast

from timeline.errors import MissingExtra

__all__ = ["Late", "doors", "pattern"]


def doors(
    room: str, places: Mapping[str, str]
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """The `__getattr__` and `__dir__` of a package whose modules are loaded when first needed.

    >>> enter, names = doors("importlib", {"util": "find_spec module_from_spec"})
    >>> enter("find_spec").__module__
    'importlib.util'

    `places` gives, by module of the package, the names that come from it, with blanks between
    (PEP 562). Any other name raises `AttributeError`.
    """
    homes = {name: module for module, names in places.items() for name in names.split()}

    def enter(name: str) -> Any:
        if name not in homes:
            message = f"module {room!r} has no attribute {name!r}"
            raise AttributeError(message)
        return getattr(import_module(f"{room}.{homes[name]}"), name)

    def names() -> list[str]:
        return sorted({*vars(import_module(room)), *homes})

    return enter, names


class Late:
    """A module, mostly of another package, loaded at its first use.

    >>> calendar = Late("calendar")
    >>> calendar.isleap(2024)
    True
    >>> Late("no_such_package", extra="web", what="reading pages").anything
    Traceback (most recent call last):
        ...
    timeline.errors.MissingExtra: reading pages needs no_such_package:
    pip install 'timeline-reader[web]'

    `extra` names the optional extra that brings the package and `what` the work that needs it,
    for the message of the `MissingExtra` that is raised where it is not installed.
    """

    def __init__(self, name: str, *, extra: str = "", what: str = "") -> None:
        self._name, self._extra, self._what = name, extra, what

    def __getattr__(self, attribute: str) -> Any:
        return getattr(self.load(), attribute)

    def load(self) -> Any:
        """The module itself."""
        try:
            return import_module(self._name)
        except ImportError as error:
            if not self._extra:
                raise
            package = self._name.partition(".")[0]
            mend = f"pip install 'timeline-reader[{self._extra}]'"
            if self.present:
                message = f"{self._what} needs {package}, which does not load ({error}): {mend}"
            else:
                message = f"{self._what} needs {package}: {mend}"
            raise MissingExtra(message) from error

    @property
    def present(self) -> bool:
        """Whether its package is installed."""
        return find_spec(self._name.partition(".")[0]) is not None


class _LatePattern:
    """A regular expression that is made when something is first asked of it."""

    def __init__(self, *told: Any) -> None:
        self._told = told

    def __getattr__(self, attribute: str) -> Any:
        found = getattr(re.compile(*self._told), attribute)
        # What has been asked once is found without coming here.
        setattr(self, attribute, found)
        return found


def pattern(told: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression that is made at its first use: a text wants few of a language's.

    >>> pattern(r"[0-9]+").findall("12 or 13")
    ['12', '13']
    """
    return cast("re.Pattern[str]", _LatePattern(told, flags))
