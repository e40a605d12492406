"""Pictures of a chart: PNG, SVG, PDF."""

from __future__ import annotations

from pathlib import Path

import plotly.graph_objects as go

from timeline.errors import MissingExtra, TimelineError
from timeline.late import Late

kaleido = Late("kaleido.errors", extra="image", what="drawing a picture")

FORMATS = ("png", "svg", "pdf", "jpg", "webp")


def write_image(
    figure: go.Figure,
    path: str | Path,
    *,
    width: int = 1200,
    height: int | None = None,
    scale: float = 2.0,
) -> Path:
    """Writes a chart as a picture, in the format that the path's ending names.

    >>> import pandas as pd
    >>> from timeline.charts import plot
    >>> figure = plot(pd.DataFrame({"when": ["2022"], "event": ["War"]}))
    >>> write_image(figure, "chart.doc")
    Traceback (most recent call last):
    ...
    timeline.errors.TimelineError: chart.doc: a picture ends in .png, .svg, .pdf, .jpg, .webp

    `width` and `height` are in pixels, `scale` multiplies those of PNG, JPEG and WebP. Needs the
    extra `image` (kaleido) and a Chromium or Chrome on the machine; raises `MissingExtra`, with
    what to install, where either is missing.
    """
    path = Path(path)
    kind = path.suffix.lower().lstrip(".").replace("jpeg", "jpg")
    if kind not in FORMATS:
        raise TimelineError(f"{path}: a picture ends in {', '.join('.' + f for f in FORMATS)}")
    no_browser = kaleido.ChromeNotFoundError
    size = {"width": width, "height": height or figure.layout.height or 500}
    # Drawings know no pixels; Chromium paints hatches as images, the larger the scale.
    size["scale"] = 1 if kind in ("svg", "pdf") else scale
    try:
        path.write_bytes(figure.to_image(format=kind, **size))
    except (no_browser, RuntimeError) as error:
        raise MissingExtra(
            "pictures need a browser: install Chromium or Google Chrome"
            " (Debian: apt install chromium), or run plotly_get_chrome"
        ) from error
    return path
