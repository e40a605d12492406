"""Pictures of a chart."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from timeline.charts import plot
from timeline.errors import MissingExtra
from timeline.exports import images
from timeline.late import Late


def small() -> object:
    return plot(pd.DataFrame({"when": ["2022-09", "2022-08/.."], "event": ["Izyum", "Bakhmut"]}))


@pytest.mark.parametrize(
    ("kind", "begins"), [("png", b"\x89PNG"), ("svg", b"<svg"), ("pdf", b"%PDF")]
)
def test_a_chart_becomes_a_picture(
    chromium: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, begins: bytes
) -> None:
    pytest.importorskip("kaleido")
    monkeypatch.setenv("BROWSER_PATH", chromium)
    made = images.write_image(small(), tmp_path / f"chart.{kind}")
    assert made.read_bytes().startswith(begins)


def test_without_kaleido_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = Late("no_such_kaleido", extra="image", what="drawing a picture")
    monkeypatch.setattr(images, "kaleido", gone)
    with pytest.raises(MissingExtra, match=r"pip install .*\[image\]"):
        images.write_image(small(), tmp_path / "chart.png")


def test_without_a_browser_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("kaleido")

    class Broken:
        layout = small().layout

        def to_image(self, **_: object) -> bytes:
            raise RuntimeError("Kaleido requires Google Chrome to be installed.")

    with pytest.raises(MissingExtra, match="Chromium"):
        images.write_image(Broken(), tmp_path / "chart.png")
