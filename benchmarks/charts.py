"""From opening a file to a drawn chart that can be zoomed: this page, px.timeline, vis-timeline.

    python benchmarks/charts.py [--sizes 1000 10000 100000] [--runs 5] [--vis FOLDER]

`FOLDER` is an installed npm package vis-timeline (`npm install vis-timeline`, then
node_modules/vis-timeline); without it only the other two are measured. All draw the same events,
in turns, in one browser, so that whatever else the machine does falls on all of them alike.
Printed are medians: milliseconds from navigation to the first frame after the chart stands and can
be zoomed, and from asking for the middle tenth of the period to the first frame after it is drawn.
This page draws its first picture itself, and lets plotly.js draw the same once that has been read:
the last column tells when.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import plotly.express as px
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.charts.samples import crowd  # noqa: E402
from tests.exports.browser import FLAGS  # noqa: E402
from timeline.exports.html import write_html  # noqa: E402

_FRAME = "requestAnimationFrame(() => setTimeout(() => { window.stands = performance.now(); }))"
_PX = f"""
const box = document.querySelector(".js-plotly-plot");
{_FRAME};
window.zoomTo = (a, b) => Plotly.relayout(box, {{"xaxis.range": [new Date(a), new Date(b)]}});
"""
_VIS = """<!doctype html><meta charset="utf-8"><style>{css}</style><div id="v"></div>
<script>{js}</script><script type="application/json" id="d">{data}</script><script>
const items = JSON.parse(document.getElementById("d").textContent);
const drawn = new vis.Timeline(document.getElementById("v"), new vis.DataSet(items), {{}});
let waiting = null;
drawn.on("changed", () => {{ if (waiting) {{ const done = waiting; waiting = null; done(); }} }});
new Promise((done) => (waiting = done)).then(() => {{ {frame} }});
window.zoomTo = (a, b) => new Promise((done) => {{
  waiting = done;
  drawn.setWindow(a, b, {{ animation: false }});
}});
</script>"""
_ZOOM = """async ([a, b]) => {
  const begun = performance.now();
  await window.zoomTo(a, b);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begun;
}"""


def ours(table: pd.DataFrame, folder: Path) -> Path:
    """This project's page, with a way in for the measurement."""
    return write_html(folder / "ours.html", table, title="Crowd")


def express(table: pd.DataFrame, folder: Path) -> Path:
    """plotly.express, one row for each event, coloured by status, as its manual shows it."""
    file = folder / "express.html"
    figure = px.timeline(table, x_start="start", x_end="end", y="event", color="status")
    figure.write_html(file, post_script=_PX)
    return file


def vis(package: Path) -> Callable[[pd.DataFrame, Path], Path]:
    """vis-timeline with its defaults: stacked items."""
    built = package / "standalone" / "umd" / "vis-timeline-graph2d.min.js"
    style = package / "styles" / "vis-timeline-graph2d.min.css"

    def write(table: pd.DataFrame, folder: Path) -> Path:
        rows = zip(table["event"], table["start"], table["end"], strict=True)
        items = [
            {"id": i, "content": text, "start": str(start), "end": str(end)}
            for i, (text, start, end) in enumerate(rows)
        ]
        file = folder / "vis.html"
        js = built.read_text(encoding="utf-8").replace("</script", "<\\/script")
        css = style.read_text(encoding="utf-8")
        made = _VIS.format(css=css, js=js, data=json.dumps(items), frame=_FRAME)
        file.write_text(made, encoding="utf-8")
        return file

    return write


def measure(browser: Browser, file: Path, limit: int) -> tuple[float, float, float] | None:
    """Milliseconds to the drawn chart, the zoomed one and plotly.js; None if it takes too long."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(limit * 1000)
    try:
        page.goto(file.as_uri(), wait_until="commit")
        if file.name == "ours.html":
            page.wait_for_selector("html[data-ready]")
            stands, ready = (
                float(page.evaluate(f"document.documentElement.dataset.{stage}"))
                for stage in ("drawn", "ready")
            )
            zoomed = page.evaluate(_OURS)
        else:
            page.wait_for_function("window.stands")
            stands = ready = float(page.evaluate("window.stands"))
            period = [852076800000, 946684800000]  # 1997 to 2000, a tenth of thirty years
            zoomed = page.evaluate(_ZOOM, period)
    except Exception as error:  # noqa: BLE001 - whatever fails, the others are measured on
        sys.stderr.write(f"  {file.name}: {str(error).splitlines()[0]}\n")
        return None
    finally:
        page.close()
    return stands, float(zoomed), ready


# The page keeps its functions to itself: a reader's way to a period is measured.
_OURS = """async () => {
  const field = (id, text) => {
    const input = document.getElementById(id);
    input.value = text;
    return input;
  };
  field("from", "1997");
  const last = field("to", "1999");
  const begun = performance.now();
  last.dispatchEvent(new Event("change"));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const took = performance.now() - begun;
  const years = [...document.querySelectorAll("#chart .xtick")].map((tick) => tick.textContent);
  if (!years.some((year) => year.startsWith("1998"))) throw new Error("1998 is not drawn");
  return took;
}"""


def say(line: str) -> None:
    """One line to standard output, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Measures and prints a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--limit", type=int, default=120, help="seconds after which to give up")
    parser.add_argument("--vis", type=Path, help="folder of the npm package vis-timeline")
    given = parser.parse_args()
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        heads = ("drawn", "zoomed", "plotly")
        say(f"{'events':>8} {'page':<14} {'MB':>6} " + " ".join(f"{h + ' ms':>9}" for h in heads))
        for size in given.sizes:
            run_size(browser, Path(folder), size, given)
        browser.close()


def run_size(browser: Browser, folder: Path, size: int, given: argparse.Namespace) -> None:
    """Measures all pages at one size, in turns."""
    writers: list[Callable[[pd.DataFrame, Path], Path]] = [ours]
    if size <= 20_000:
        writers.append(express)
        if given.vis:
            writers.append(vis(given.vis))
    table = crowd(size)
    pages = [write(table, folder) for write in writers]
    found: dict[str, list[tuple[float, float, float]]] = {page.stem: [] for page in pages}
    lost: set[str] = set()
    for _ in range(given.runs):
        for page in pages:
            if page.stem in lost:
                continue
            times = measure(browser, page, given.limit)
            if times is None:
                lost.add(page.stem)
            else:
                found[page.stem].append(times)
    for page in pages:
        times = found[page.stem]
        if times:
            drawn, zoomed, ready = (statistics.median(t[k] for t in times) for k in range(3))
            megabytes, plotly = (
                page.stat().st_size / 1e6,
                "" if page.stem == "vis" else f"{ready:.0f}",
            )
            told = f"{size:>8} {page.stem:<14} {megabytes:>6.2f} {drawn:>9.0f} {zoomed:>9.0f}"
            say(f"{told} {plotly:>9}")


if __name__ == "__main__":
    main()
