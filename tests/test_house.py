"""The rules of the house, each a check with a sentence for a name.

Every check is also shown a house that breaks its rule, so that none of them can fall asleep.
"""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOMS = [
    "errors",
    "late",
    "spans",
    "meanings",
    "patterns",
    "languages",
    "expressions",
    "resolution",
    "documents",
    "sentences",
    "events",
    "ordering",
    "table",
    "analysis",
    "charts",
    "exports",
    "corpus",
    "timelines",
    "commands",
]
HOUSE = Path(__file__).parents[1] / "timeline"
DOORWAYS = {"timeline", "timeline.late", "timeline.commands.doorway"}  # they import by name
LONGEST_FILE, LONGEST_FUNCTION = 450, 70
HEAVIEST = 10_000_000
CLOCK = re.compile(r"\b(datetime|date|time|Timestamp)\.(utc)?(now|today|time(_ns)?|gmtime)$")


def modules(house: Path) -> dict[str, ast.Module]:
    """Every module of a house by its dotted name."""
    found = {}
    for path in sorted(house.rglob("*.py")):
        parts = [house.name, *path.relative_to(house).with_suffix("").parts]
        name = ".".join(parts).removesuffix(".__init__")
        found[name] = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return found


def imports(name: str, tree: ast.AST, house: dict[str, ast.Module]) -> Iterator[tuple[int, str]]:
    """The modules of the house that a tree imports, with the line."""
    package = name if any(other.startswith(name + ".") for other in house) else parent(name)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            named = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")[: len(package.split(".")) - node.level + 1]
            origin = ".".join([*(base if node.level else []), *filter(None, [node.module])])
            named = [f"{origin}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Late":
            # A module of the house that is loaded late is leaned on all the same.
            named = [ast.literal_eval(node.args[0])]
        else:
            continue
        for target in named:
            while target and target not in house:
                target = parent(target)
            if target:
                yield node.lineno, target


def parent(name: str) -> str:
    return name.rpartition(".")[0]


def room(name: str) -> int:
    """The place of a module's room in the order; the front door, `timeline`, is the last."""
    inside = name.split(".")[1:]
    return ROOMS.index(inside[0]) if inside and inside[0] in ROOMS else len(ROOMS)


def layering_faults(house: dict[str, ast.Module]) -> list[str]:
    """Imports of later rooms, cycles, imports inside functions, rooms nobody knows."""
    faults, graph = [], {}
    for name, tree in house.items():
        inside = name.split(".")[1:]
        if inside and inside[0] not in [*ROOMS, "__main__"]:
            faults.append(f"{name} stands in no room of the house")
        edges = list(imports(name, tree, house))
        graph[name] = {target for _, target in edges}
        faults += [f"{name}:{line} imports {t}" for line, t in edges if room(t) > room(name)]
        for part in ast.walk(tree):
            if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                for node in ast.walk(part):
                    if isinstance(node, ast.Import | ast.ImportFrom):
                        faults.append(f"{name}:{node.lineno} imports inside a function")
    for links in (graph, folders(graph, house)):
        try:
            TopologicalSorter(links).prepare()
        except CycleError as error:
            faults.append("cycle: " + " -> ".join(error.args[1]))
    return faults


def folders(graph: dict[str, set[str]], house: dict[str, ast.Module]) -> dict[str, set[str]]:
    """What the folders within a room take from each other and from the files beside them."""
    names = sorted({parent(name) for name in house if parent(name).count(".") > 1})
    home = {
        name: next((f for f in names if (name + ".").startswith(f + ".")), name) for name in house
    }
    links: dict[str, set[str]] = {}
    for name, targets in graph.items():
        links.setdefault(home[name], set()).update(
            home[t] for t in targets if home[t] != home[name]
        )
    return links


def habit_faults(house: dict[str, ast.Module], lines: dict[str, int]) -> list[str]:
    """Files and functions too long to read, the clock read, modules imported by name."""
    faults = [f"{name} has {count} lines" for name, count in lines.items() if count > LONGEST_FILE]
    for name, tree in house.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                size = (node.end_lineno or node.lineno) - node.lineno + 1
                if size > LONGEST_FUNCTION:
                    faults.append(f"{name}:{node.lineno} {node.name} has {size} lines")
            elif isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                if CLOCK.search(called):
                    faults.append(f"{name}:{node.lineno} reads the clock")
                if "import" in called and name not in DOORWAYS:
                    faults.append(f"{name}:{node.lineno} imports by name")
    return faults


def export_faults(name: str) -> list[str]:
    """Names that a module exports and does not have, or that are out of order."""
    module = importlib.import_module(name)
    names = getattr(module, "__all__", [])
    missing = [each for each in names if not hasattr(module, each)]
    faults = [f"{name} exports {each}, which it lacks" for each in missing]
    if len(set(names)) != len(names):
        faults.append(f"{name} exports a name twice")
    return faults


def line_counts(house: Path) -> dict[str, int]:
    return {
        str(path.relative_to(house)): path.read_text(encoding="utf-8").count("\n")
        for path in house.rglob("*.py")
    }


@pytest.fixture(scope="module")
def ours() -> dict[str, ast.Module]:
    """The house itself, parsed once."""
    return modules(HOUSE)


def test_rooms_import_only_the_rooms_before_them(ours: dict[str, ast.Module]) -> None:
    assert layering_faults(ours) == []


def test_files_and_functions_are_short_and_read_no_clock(ours: dict[str, ast.Module]) -> None:
    assert habit_faults(ours, line_counts(HOUSE)) == []


@pytest.mark.parametrize("name", ["timeline", *(f"timeline.{room}" for room in ROOMS)])
def test_exported_names_exist(name: str) -> None:
    assert export_faults(name) == []


def test_every_room_says_what_it_exports(ours: dict[str, ast.Module]) -> None:
    rooms = {name: tree for name, tree in ours.items() if name.count(".") == 1}
    silent = [name for name, tree in rooms.items() if "'__all__'" not in ast.dump(tree)]
    assert set(silent) <= {"timeline.errors", "timeline.__main__"}


def build(house: Path, files: dict[str, str]) -> dict[str, ast.Module]:
    """A small house of one's own."""
    for name, text in files.items():
        path = house / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return modules(house)


GOOD = {
    "__init__.py": "from timeline.events import happen",
    "spans/__init__.py": "from timeline.spans.days import count",
    "spans/days.py": "count = 1",
    "events/__init__.py": "from timeline.spans import count\nfrom .. import spans\nhappen = 2",
}


@pytest.mark.parametrize(
    ("files", "complaint"),
    [
        ({}, None),
        ({"spans/days.py": "from timeline.events import happen"}, "imports timeline.events"),
        ({"spans/days.py": "import timeline.events"}, "imports timeline.events"),
        ({"spans/days.py": "from ..events import happen"}, "imports timeline.events"),
        ({"spans/days.py": "from timeline import read"}, "imports timeline"),
        ({"spans/days.py": "if 1:\n    import timeline.charts\n", "charts.py": ""}, "imports"),
        ({"spans/days.py": "from timeline.spans import count"}, "cycle"),
        ({"spans/days.py": "from . import count"}, "cycle"),
        (
            {
                "events/a/one.py": "import timeline.events.b.one",
                "events/a/two.py": "",
                "events/b/one.py": "",
                "events/b/two.py": "import timeline.events.a.two",
            },
            "cycle",
        ),
        ({"spans/days.py": "events = Late('timeline.events')"}, "imports timeline.events"),
        ({"spans/days.py": "json = Late('json')"}, None),
        ({"spans/days.py": "def f():\n    import json"}, "inside a function"),
        ({"spans/days.py": "class A:\n  def f(self):\n    from . import a"}, "inside a function"),
        ({"cellar/wine.py": "x = 1"}, "no room"),
    ],
)
def test_the_layering_check_refuses_a_bad_house(
    tmp_path: Path, files: dict[str, str], complaint: str | None
) -> None:
    faults = layering_faults(build(tmp_path / "timeline", GOOD | files))
    if complaint is None:
        assert faults == []
    else:
        assert any(complaint in fault for fault in faults), faults


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("x = 1\n", None),
        ("x = 1\n" * (LONGEST_FILE + 1), "lines"),
        ("def f():\n" + "    x = 1\n" * LONGEST_FUNCTION, "f has"),
        ("from datetime import date\nx = date.today()", "reads the clock"),
        ("import datetime\nx = datetime.datetime.now()", "reads the clock"),
        ("import pandas as pd\nx = pd.Timestamp.now()", "reads the clock"),
        ("import time\nx = time.time()", "reads the clock"),
        ("import importlib\nx = importlib.import_module('json')", "imports by name"),
    ],
)
def test_the_habit_check_refuses_a_bad_house(
    tmp_path: Path, text: str, complaint: str | None
) -> None:
    house = build(tmp_path / "timeline", {"spans.py": text})
    faults = habit_faults(house, line_counts(tmp_path / "timeline"))
    if complaint is None:
        assert faults == []
    else:
        assert any(complaint in fault for fault in faults), faults


def test_the_export_check_refuses_a_name_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hollow_room.py").write_text("__all__ = ['missing', 'missing']", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert len(export_faults("hollow_room")) == 3


def weight(house: Path) -> int:
    """The bytes of a house, without what Python keeps of it."""
    files = (path for path in house.rglob("*") if "__pycache__" not in path.parts)
    return sum(path.stat().st_size for path in files if path.is_file())


def test_the_package_is_light(tmp_path: Path) -> None:
    assert weight(HOUSE) < HEAVIEST
    build(tmp_path / "timeline", GOOD)
    assert weight(tmp_path / "timeline") == sum(len(text) for text in GOOD.values())
