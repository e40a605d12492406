"""A real Chromium for the tests of exported pages, without any network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@contextmanager
def running(path: str) -> Iterator[Browser]:
    """Chromium, started and stopped."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


class Watched:
    """A page in the browser, with all it logged and asked for."""

    def __init__(self, browser: Browser, file: Path, **options: object) -> None:
        size = options.pop("viewport", {"width": 1440, "height": 900})
        self.page: Page = browser.new_page(viewport=size, **options)  # type: ignore[arg-type]
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.dialogs: list[str] = []
        self.page.on(
            "console", lambda m: m.type in ("error", "warning") and self.errors.append(m.text)
        )
        self.page.on("pageerror", lambda e: self.errors.append(str(e)))
        self.page.on("request", lambda r: self.requests.append(r.url))
        self.page.on("dialog", lambda d: (self.dialogs.append(d.message), d.dismiss()))
        self.page.goto(file.as_uri())
        self.page.wait_for_selector("html[data-ready]", timeout=60_000)

    def chosen(self) -> str:
        """The event in the panel of details."""
        heading = self.page.locator("#detail h2")
        return heading.inner_text() if heading.count() else ""

    def settle(self) -> None:
        """Waits until wished drawings are done, and Plotly has drawn what was sketched."""
        self.page.evaluate("() => new Promise(r => requestAnimationFrame(() => setTimeout(r, 30)))")
        self.page.wait_for_function(
            "() => !document.getElementById('chart').on || !document.querySelector('.quick')"
        )

    def marked(self) -> list[str]:
        """The words of the article that stand for the event chosen."""
        return self.page.locator("#text mark.chosen").all_inner_texts()

    def rings(self) -> int:
        """How many marks of the chart are ringed."""
        return int(
            self.page.evaluate(
                "document.getElementById('chart').layout.shapes"
                ".filter((shape) => shape.type === 'rect' && shape.line.width).length"
            )
        )

    def labels(self) -> list[str]:
        """The labels of the chart, from above, each with the date it bears."""
        return self.page.evaluate(
            """() => [...document.querySelectorAll('#chart .textpoint text')]
              .map((text) => [text.getBoundingClientRect().top, text.textContent])
              .sort((a, b) => a[0] - b[0]).map(([, text]) => text.replace('\u2002', ' '))"""
        )

    def listed(self) -> list[str]:
        """The events that stand in lists under the chart."""
        return self.page.locator("#loose button[data-row]").all_inner_texts()

    def shown(self) -> tuple[float, float]:
        """The period that the chart shows, in seconds since 1970."""
        low, high = self.page.evaluate("document.getElementById('chart').layout.xaxis.range")
        return float(low), float(high)

    def search(self, text: str) -> None:
        """Types into the search field."""
        self.page.fill("#search", text)
        self.page.wait_for_timeout(80)
        self.settle()

    def period(self, first: str, last: str) -> None:
        """Types a period into its two fields."""
        self.page.fill("#from", first)
        self.page.fill("#to", last)
        self.page.locator("#to").blur()
        self.settle()

    def seconds(self) -> float:
        """Seconds of the processor that the page has taken: a busy machine counts less."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("Performance.enable")
        metrics = session.send("Performance.getMetrics")["metrics"]
        return float(next(one["value"] for one in metrics if one["name"] == "ProcessTime"))

    def foreign(self) -> list[str]:
        """What the page asked for that was neither its file nor made by itself."""
        return [url for url in self.requests if not url.startswith(("file:", "blob:", "data:"))]
