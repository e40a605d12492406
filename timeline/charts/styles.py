"""Colours and symbols that tell apart by shape and lightness as well as by hue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of event looks: a colour, a symbol for its moments, a hatch for its bars."""

    name: str
    color: str
    symbol: str
    hatch: str = ""


#: Status -> style. Hues after Okabe and Ito (Color Universal Design, 2008), darkened or lightened
#: so that they differ in greyscale and reach 3:1 on white and on near-black alike.
STATUS: Mapping[str, Style] = MappingProxyType(
    {
        "asserted": Style("told as fact", "#1f6fb4", "circle"),
        "reported": Style("reported by others", "#c8781e", "square"),
        "planned": Style("expected", "#0f9d78", "triangle-right", "."),
        "hypothetical": Style("possible", "#b0629a", "diamond", "/"),
        "negated": Style("did not happen", "#7d7f86", "x", "x"),
    }
)

#: The colours of a user's own categories, the most frequent first.
PALETTE = (
    "#1f6fb4",
    "#c8781e",
    "#0f9d78",
    "#b0629a",
    "#3fa0d8",
    "#a8871b",
    "#d2533c",
    "#7d7f86",
)

#: More categories than this are drawn together as "other".
MOST_GROUPS = len(PALETTE)


def rgba(color: str, opacity: float) -> str:
    """A hex colour with an opacity, as CSS writes it.

    >>> rgba("#1f6fb4", 0.25)
    'rgba(31,111,180,0.25)'
    """
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"


def ink_on(color: str) -> str:
    """Black or white, whichever reads better on a colour.

    >>> ink_on("#1f6fb4"), ink_on("#f0e442")
    ('#ffffff', '#000000')

    Contrast after WCAG 2.2, "relative luminance".
    """
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#000000" if (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) else "#ffffff"
