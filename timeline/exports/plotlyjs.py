"""plotly.js for a page: as the plotly package ships it, or only the parts that a page uses.

The library is one bundle of about twelve hundred modules, most of them for maps, 3D and other
charts that a timeline never draws. A browser must read all of it before plotly.js draws a mark,
so a page carries only the modules that bars and scatter points need: a third of the reading time
and of the size. This is what plotly.js does itself for its partial bundles; here it is done to the
bundle that is installed, whatever its version.

What is left is written so that a browser reads it once. V8 skims a function that may never be
called and reads it again when it is; a function in parentheses it takes for one that is called at
once (https://v8.dev/blog/preparser#pife). The two functions around the bundle and those of its
modules are all called while it loads, so the first go and the others stand in parentheses.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from plotly.offline import get_plotlyjs, get_plotlyjs_version

#: The versions of plotly.js whose cut bundle was seen to draw in a browser.
TRIED = frozenset({"4.1.1"})

_BODY = re.compile(r"var Plotly=\(\(\)=>\{")
_HEAD = re.compile(r"\(\s*function\(root, factory\) \{[\s\S]*?\(\) => \{\s*(?=\"use strict\";$)")
_TAIL = re.compile(r"window\.Plotly = Plotly;\s*return Plotly;\s*\}\)\);\s*$")
_TOKEN = re.compile(
    r"""//[^\n]*|/\*[\s\S]*?\*/"""
    r"""|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'"""
    r"""|[{};`/]"""
)
_TEMPLATE = re.compile(r"`|\$\{|\\[\s\S]")
_REGEX = re.compile(r"/(?![*/])(?:[^\\/\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_BEFORE_REGEX = re.compile(
    r"(?:^|[(,=:\[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|void))\s*$"
)
_LISTED = re.compile(r"\(\[((?:[\w$]+\(\),?){8,})\]\)")
_DEFINES = re.compile(r"(?:var|let|const|async function\*?|function\*?|class) ?([\w$]+)")
_WRAPPED = re.compile(r"var [\w$]+=([\w$]+)\(")
_CONVERTS = re.compile(r"""([\w$]+)=[\w$]+=>[\w$]+\([\w$]+\(\{\},"__esModule",""")
_LAZY = re.compile(r"""[ ,][\w$]+=([\w$]+)\(\(\)=>\{"use strict";""")
_STRING = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""")
_FUNCTION = re.compile(r"(?:async )?function|class ")
_BRACKET_OR_COMMA = re.compile(
    r"""[([{)\]}]|,([\w$]+)|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`"""
)
_NAME = re.compile(r"(?<![\w$])(?:(?<!\.)|(?<=\.\.\.))[\w$]{2,}")
_EXPORTS = re.compile(r"[\w$]+\(([\w$]+),\{")
_KIND = re.compile(r'moduleType:"(trace|component)",name:(?:"(\w+)"|[\w$]+\.name)')
_NAMED = re.compile(r'\bname:"(\w+)"')
_MAP_STYLES = re.compile(
    r"(var [\w$]+=[\w$]+\(\(\)=>\{)\(function\(\)\{if\(!document\.getElementById\([^{]*\{"
    r"[^{]{0,200}'\.maplibregl.*?\}\)\(\)\}\);",
    re.DOTALL,
)
#: Components that no page uses.
_UNUSED = frozenset(
    "annotations3d images updatemenus sliders rangeslider rangeselector grid errorbars colorbar"
    " calendars".split()
)
#: Modules up to this length only hand on another.
_SHORT = 2000


class _Unknown(Exception):
    """The bundle is built in a way that we do not know."""


@lru_cache(maxsize=2)
def whole() -> str:
    """plotly.js as the plotly package ships it."""
    return str(get_plotlyjs())


def version() -> str:
    """The version of plotly.js that the plotly package ships."""
    return str(get_plotlyjs_version())


@lru_cache(maxsize=2)
def slim(traces: tuple[str, ...] = ("scatter",)) -> str:
    """plotly.js with the modules that some kinds of trace need, and no others.

    >>> len(slim()) < 0.4 * len(whole())
    True

    Scatter is always there. Other versions than those that were tried, and a bundle that is built
    in an unknown way, come back whole.
    """
    text = whole()
    if version() not in TRIED:
        return text
    try:
        return _shake(text, set(traces) - {"scatter"})
    except _Unknown:
        return text


@dataclass(frozen=True, slots=True)
class _Bundle:
    """The statements of a bundle, what each defines, and how they name one another."""

    parts: list[str]
    module: re.Pattern[str]
    calls: re.Pattern[str]
    defined: dict[str, int]
    called: dict[str, int]
    roots: list[int]
    exported: list[tuple[int, str]]


def _shake(text: str, wanted: set[str]) -> str:
    opening = _BODY.search(text)
    if opening is None:
        raise _Unknown
    statements, end = _statements(text, opening.end())
    bundle = _bundle(text, [text[a:b] for a, b in statements])
    parts = bundle.parts
    _cut_lists(bundle, wanted)
    kept = _reachable(_edges(bundle), bundle.roots)
    # The style sheet of the maps is a module too: it stays, but empty.
    bodies = (_MAP_STYLES.sub(r"\1});", part) for i, part in enumerate(parts) if i in kept)
    body = "".join(_eager(bundle, part) for part in bodies)
    head, some = _HEAD.subn("", text[: opening.start()])
    tail, others = _TAIL.subn("", text[end:])
    if not some == others == 1:
        raise _Unknown
    return _ascii(head + text[opening.start() : opening.end()] + body + tail)


def _eager(bundle: _Bundle, part: str) -> str:
    """A module whose function stands in parentheses: `var a=wrap((exports)=>{…});`."""
    begun = bundle.module.match(part)
    if begun is None or not part.endswith(");"):
        return part
    return f"{part[: begun.end()]}({part[begun.end() : -2]}));"


def _ascii(script: str) -> str:
    """A script of ASCII only, of which a browser keeps one byte a letter instead of two."""
    return "".join(c if c < "\x80" else _escaped(c) for c in script)


def _escaped(letter: str) -> str:
    units = letter.encode("utf-16-be").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


def _bundle(text: str, parts: list[str]) -> _Bundle:
    convert = _CONVERTS.search(text)
    if convert is None:
        raise _Unknown
    wrapper = re.escape(_commonest(m[1] for m in map(_WRAPPED.match, parts) if m))
    module = re.compile(rf"var [\w$]+={wrapper}\(")
    lazily = re.escape(_commonest(_LAZY.findall(text)))
    lazy = re.compile(rf"[ ,]([\w$]+)={lazily}\((?:\(\)|[\w$]+)=>")
    calls = rf"(?<![\w$.])([\w$]+)\(\)|(?<![\w$]){re.escape(convert[1])}\(([\w$]+)\)"
    made = _Bundle(parts, module, re.compile(calls), {}, {}, [], [])
    first = next(i for i, part in enumerate(parts) if module.match(part))
    for i, part in enumerate(parts):
        names = _defines(part)
        about = None if names else _EXPORTS.match(part)
        if about is not None and about[1] in made.defined:
            made.exported.append((i, about[1]))
            continue
        # What stands before the first module are the few lines that tie modules together.
        if not names or i < first:
            made.roots.append(i)
        if module.match(part):
            made.called[names[0]] = i
            names = names[:1]
        else:
            made.called.update(dict.fromkeys(lazy.findall(part), i))
        made.defined.update(dict.fromkeys(names, i))
    return made


def _edges(bundle: _Bundle) -> list[set[int]]:
    """Which statements each statement needs.

    A module names another by calling it, and a modern one through the converter; any other name
    in it is its own. Statements outside modules may name anything.
    """
    defined, called = bundle.defined, bundle.called
    edges: list[set[int]] = []
    for i, part in enumerate(bundle.parts):
        if bundle.module.match(part) or i in bundle.roots:
            pairs = bundle.calls.findall(part)
            edges.append({called.get(a, i) if a else defined.get(b, i) for a, b in pairs})
        else:
            edges.append({defined[n] for n in _NAME.findall(_STRING.sub("", part)) if n in defined})
    for i, name in bundle.exported:
        edges[defined[name]].add(i)
    return edges


def _commonest(names: Iterable[str]) -> str:
    ranked = Counter(names).most_common(1)
    if not ranked:
        raise _Unknown
    return ranked[0][0]


def _statements(text: str, start: int) -> tuple[list[tuple[int, int]], int]:
    """Where each statement of a function body begins and ends, and where the body ends."""
    found: list[tuple[int, int]] = []
    depth, position, begin = 0, start, start
    held: list[int] = []  # the depths at which code stands inside template texts
    while match := _TOKEN.search(text, position):
        position, token = match.end(), match[0]
        if token == "{":
            depth += 1
        elif token == "`" or (token == "}" and held and held[-1] == depth):
            if token == "}":
                held.pop()
            position, code = _template(text, position)
            if code:
                held.append(depth)
        elif token == "}":
            depth -= 1
            if depth < 0:
                found.append((begin, match.start()))
                return [(a, b) for a, b in found if a < b], match.start()
            # A brace may also close a parameter, "function f({a}, b)".
            if depth == 0 and _FUNCTION.match(text, begin) and text[position] not in ",=)":
                found.append((begin, position))
                begin = position
        elif token == ";" and depth == 0:
            found.append((begin, position))
            begin = position
        elif token == "/" and _BEFORE_REGEX.search(text, position - 16, position - 1):
            regex = _REGEX.match(text, position - 1)
            if regex is None:
                raise _Unknown
            position = regex.end()
    raise _Unknown


def _template(text: str, position: int) -> tuple[int, bool]:
    """Goes on through a template text to its end, or to code inside it (True)."""
    while match := _TEMPLATE.search(text, position):
        position = match.end()
        if match[0] in ("`", "${"):
            return position, match[0] == "${"
    raise _Unknown


def _defines(statement: str) -> list[str]:
    """The names that a statement of the bundle's top level makes."""
    first = _DEFINES.match(statement)
    if first is None:
        return []
    names = [first[1]]
    if statement.startswith(("var ", "let ", "const ")):
        depth, position = 0, first.end()
        # Only names between commas outside brackets; what they are set to does not matter.
        for match in _BRACKET_OR_COMMA.finditer(statement, position):
            if match[0] in "([{":
                depth += 1
            elif match[0] in ")]}":
                depth -= 1
            elif match[0][0] == "," and depth == 0:
                names.append(match[1])
    return names


def _cut_lists(bundle: _Bundle, wanted: set[str]) -> None:
    """Cuts the lists by which kinds of trace and components register to what is wanted."""
    found: set[str] = set()

    def cut(match: re.Match[str]) -> str:
        calls = match[1].rstrip(",").split(",")
        kinds = [_kind(bundle, call[:-2]) for call in calls]
        traces = sum(kind == "trace" for kind, _ in kinds) > len(calls) / 2
        kept = [
            (call, name)
            for call, (_, name) in zip(calls, kinds, strict=True)
            if (name in wanted if traces else name not in _UNUSED)
        ]
        found.update(name for _, name in kept)
        return f"([{','.join(call for call, _ in kept)}])"

    for i, part in enumerate(bundle.parts):
        if "([" in part and bundle.module.match(part):
            bundle.parts[i] = _LISTED.sub(cut, part)
    if not wanted <= found or "fx" not in found:
        raise _Unknown


def _kind(bundle: _Bundle, name: str) -> tuple[str, str]:
    """What a module registers, itself or through the modules that it hands on."""
    if name not in bundle.defined:
        return "", ""
    module = bundle.parts[bundle.defined[name]]
    inner = [bundle.parts[bundle.called[n]] for n in _NAME.findall(module) if n in bundle.called]
    for text in (module, *(inner if len(module) < _SHORT else [])):
        kind = _KIND.search(text)
        if kind is not None and kind[2]:
            return kind[1], kind[2]
        if kind is not None:
            # The name is a constant of another module.
            named = next((m for m in map(_NAMED.search, inner) if m), None)
            return kind[1], named[1] if named else ""
    return "", ""


def _reachable(needs: list[set[int]], roots: list[int]) -> set[int]:
    """The statements that the roots need, directly or through others."""
    kept: set[int] = set()
    left = set(roots)
    while left:
        kept |= left
        left = set().union(*(needs[i] for i in left)) - kept
    return kept
