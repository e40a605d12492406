"""What a reader sees at first: a story's rows in order, their dates, and what has none."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from playwright.sync_api import Browser

from tests.charts.samples import crowd
from tests.exports.browser import Watched
from timeline.exports.html import write_html

PHONE = {"width": 390, "height": 844}
RESIGN = "The governor, Mara Velling, may resign"


def test_the_rows_of_a_story_stand_in_the_order_of_time(browser: Browser, file: Path) -> None:
    labels = Watched(browser, file).labels()
    assert labels[:4] == [
        "Jan–Apr 2019 Engineers had warned that the wall was cracking",
        "autumn 2021 the province voted money for repairs",
        "about Jun 2023 a similar wall at Osk had been strengthened",
        "14 Oct 2023 The dam broke",
    ]
    assert labels[5] == "since Nov 2023 Volunteers have been feeding some 900 families"
    assert labels[-1] == "Sep 2024 The first ships are expected to return"


WHEN = {
    "2022": "2022",
    "199X": "1990s",
    "2016-21": "spring 2016",
    "2011/2015": "2011 to 2015",
    "2022-09": "Sep 2022",
    "2022-12/2023-02": "Dec 2022 to Feb 2023",
    "2022-09-04": "4 Sep 2022",
    "2022-09-05/2022-09-11": "5–11 Sep 2022",
    "2022-08-30/2022-09-02": "30 Aug–2 Sep 2022",
    "2022-09-04T14:30": "4 Sep 2022, 14:30",
    "-0043": "44 BCE",
    "-0489-03": "Mar 490 BCE",
    "../2022-09-04": "until 4 Sep 2022",
    "2022-09/..": "since Sep 2022",
    "2022-09~": "about Sep 2022",
}


def test_a_label_tells_when_in_few_letters(browser: Browser, tmp_path: Path) -> None:
    table = pd.DataFrame({"when": list(WHEN), "event": [f"({when})" for when in WHEN]})
    opened = Watched(browser, write_html(tmp_path / "all.html", table))
    assert sorted(opened.labels()) == sorted(f"{told} ({when})" for when, told in WHEN.items())


def test_a_date_within_a_bar_has_the_ink_of_its_words(browser: Browser, tmp_path: Path) -> None:
    table = pd.DataFrame(
        {
            "when": ["2001/2023", "201X", "2011-03-04"],
            "event": ["None were held", "They ruled", "They met"],
            "status": ["negated", "asserted", "asserted"],
        }
    )
    opened = Watched(browser, write_html(tmp_path / "bars.html", table))
    opened.settle()
    inks = opened.page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('#chart .textpoint text')]
          .map((label) => [label.textContent.slice(-4), new Set([label, ...label.children]
            .map((part) => getComputedStyle(part).fill)).size]))"""
    )
    assert inks == {"held": 1, "uled": 1, " met": 2}


def test_what_only_publication_bounds_is_listed_below(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file)
    assert opened.listed() == [RESIGN]
    assert not any(RESIGN in label for label in opened.labels())
    assert "Still to come after 17 June 2024" in opened.page.inner_text("#loose")
    assert "1 without a date of its own" in opened.page.inner_text("#state")
    opened.page.click("#loose button[data-row]")
    assert opened.chosen() == RESIGN
    assert opened.page.get_attribute("#table tr[data-row='11']", "aria-selected") == "true"
    opened.page.click("#table tr[data-row='3'] .pick")
    assert opened.page.locator("#loose button[aria-current]").count() == 0
    opened.page.click("#table tr[data-row='11'] .pick")
    assert opened.page.locator("#loose button[aria-current]").inner_text() == RESIGN
    opened.search("dam broke")
    assert opened.listed() == []


def test_many_that_are_listed_fold(browser: Browser, tmp_path: Path) -> None:
    dates = ["2020", "2021", "2022", *["/2023-03-06"] * 30]
    table = pd.DataFrame({"when": dates, "event": [f"event {i}" for i in range(33)]})
    made = write_html(
        tmp_path / "many.html", table.assign(relation="before"), published="2023-03-06"
    )
    opened = Watched(browser, made)
    assert len(opened.listed()) == 8
    opened.page.click("#loose .unfold")
    assert len(opened.listed()) == 30


def test_a_table_of_nothing_else_is_drawn_all_the_same(browser: Browser, tmp_path: Path) -> None:
    table = pd.DataFrame({"when": ["/2023-03-06"] * 2, "event": ["a", "b"], "relation": "before"})
    opened = Watched(browser, write_html(tmp_path / "a.html", table, published="2023-03-06"))
    assert len(opened.labels()) == 2
    assert opened.listed() == []


def test_what_came_after_long_ago_is_no_bar_across_the_chart(
    browser: Browser, tmp_path: Path
) -> None:
    table = pd.DataFrame(
        {
            "start": ["1914-01-01", "1915-01-01", "1916-05-01"],
            "end": ["1915-01-01", "1916-01-01", "2009-12-20"],
            "event": list("abc"),
            "relation": "within",
        }
    )
    opened = Watched(browser, write_html(tmp_path / "a.html", table, published="2009-12-19"))
    assert "after 30 Apr 1916 c" in opened.labels()


def test_on_a_phone_every_mark_has_a_row_with_its_words_and_its_date(
    browser: Browser, file: Path
) -> None:
    opened = Watched(browser, file, viewport=PHONE, has_touch=True)
    labels = opened.labels()
    assert labels[0].startswith("Engineers had warned that")
    assert labels[1] == "Jan–Apr 2019"
    assert labels.index("14 Oct 2023") == labels.index("The dam broke") + 1


def test_on_a_phone_a_crowd_shows_the_most_wanted(browser: Browser, tmp_path: Path) -> None:
    opened = Watched(browser, write_html(tmp_path / "crowd.html", crowd(500)), viewport=PHONE)
    best = set(crowd(500).nlargest(10, "salience")["event"])
    assert best <= set(opened.labels())
    assert "more: zoom in" in opened.page.inner_text("#chart")


def test_a_finger_on_a_mark_shows_its_details_there(browser: Browser, file: Path) -> None:
    opened = Watched(browser, file, viewport=PHONE, has_touch=True)
    opened.page.locator("#chart .textpoint", has_text="The dam broke").tap(force=True)
    opened.settle()
    assert opened.chosen() == "The dam broke"
    assert "read on the publication" in opened.page.inner_text("#tip")
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#tip").is_hidden()


def test_the_marks_are_explained_and_only_those_that_are_there(
    browser: Browser, file: Path, tmp_path: Path
) -> None:
    told = Watched(browser, file).page.inner_text("#reading")
    for part in ("under way all this time", "somewhere within", "about then", "goes on", "no date"):
        assert part in told
    days = pd.DataFrame({"when": ["2022-09-04"], "event": ["a"]})
    told = Watched(browser, write_html(tmp_path / "a.html", days)).page.inner_text("#reading")
    assert "goes on" not in told
    assert "about then" not in told


def test_without_any_date_no_time_is_named(browser: Browser, tmp_path: Path) -> None:
    table = pd.DataFrame({"start": [pd.NaT] * 2, "end": [pd.NaT] * 2, "event": ["a", "b"]})
    opened = Watched(browser, write_html(tmp_path / "a.html", table))
    assert opened.labels() == ["a", "b"]
    assert opened.page.locator("#chart .xtick").count() == 0
    assert "none has a date" in opened.page.inner_text("#state")


def test_the_words_of_an_event_have_room_in_the_table(
    browser: Browser, file: Path, tmp_path: Path
) -> None:
    own = {f"Column {n}": ["a note of some length"] for n in range(8)}
    wide = pd.DataFrame({"when": ["1914"], "event": ["The foundry made shells"], **own})
    for made in (file, write_html(tmp_path / "wide.html", wide)):
        for width in (1440, 1280, 1100, 700):
            opened = Watched(browser, made, viewport={"width": width, "height": 900})
            cell = opened.page.locator("#table td.c-event").first.bounding_box()
            assert cell is not None
            assert cell["width"] >= 150


def test_the_end_of_a_period_is_the_last_day_or_year_in_it(
    browser: Browser, tmp_path: Path
) -> None:
    told = {
        ("2021-05-03",): "1 event, 3 May 2021.",
        ("2021-05-03", "2021-05-06"): "2 events between 3 May 2021 and 6 May 2021.",
        ("-0752", "0014"): "2 events between 753 BCE and 14 CE.",
    }
    for number, (whens, state) in enumerate(told.items()):
        table = pd.DataFrame({"when": list(whens), "event": list("ab")[: len(whens)]})
        opened = Watched(browser, write_html(tmp_path / f"{number}.html", table))
        assert opened.page.inner_text("#state") == state


def test_what_is_told_by_the_day_has_no_hours_on_its_axis(browser: Browser, tmp_path: Path) -> None:
    days = pd.DataFrame({"when": ["2021-05-03"], "event": ["The pool was shut"]})
    hours = pd.DataFrame({"when": ["2021-05-03T10:00"], "event": ["The pool was shut"]})
    axes = [
        Watched(browser, write_html(tmp_path / f"{number}.html", table)).page.inner_text("#chart")
        for number, table in enumerate((days, hours))
    ]
    assert [":00" in axis for axis in axes] == [False, True]


def test_a_text_of_long_ago_opens_on_what_it_tells(browser: Browser, tmp_path: Path) -> None:
    whens = ["-0508", "-0395", "-0386", "0014"]
    table = pd.DataFrame({"when": whens, "event": list("abcd")})
    axes = []
    for number, published in enumerate((None, "2024-03-02", "0030-01-01")):
        file = write_html(tmp_path / f"{number}.html", table, published=published)
        axes.append(Watched(browser, file).page.inner_text("#chart"))
    assert ["400 BCE" in axis for axis in axes] == [True, True, True]
    assert not any("1500" in axis for axis in axes)


def test_a_table_without_a_row_says_so(browser: Browser, tmp_path: Path) -> None:
    empty = pd.DataFrame({"when": [], "event": []})
    opened = Watched(browser, write_html(tmp_path / "empty.html", empty))
    assert opened.page.inner_text("#state") == "No event was found."
    assert opened.page.locator("#slider").is_hidden()
    assert opened.errors == []


def test_publication_long_after_all_that_is_told_leaves_the_strip_to_the_events(
    browser: Browser, tmp_path: Path
) -> None:
    table = pd.DataFrame({"when": ["-0217", "-0201", "-0145"], "event": list("abc")})
    ends = []
    for number, published in enumerate(("2019-06-03", "-0100-07-01")):
        file = write_html(tmp_path / f"{number}.html", table, published=published)
        page = Watched(browser, file).page
        ends.append((page.inner_text("#last"), page.inner_text("#state")))
    assert ends[0] == ("146 BCE", "3 events between 218 BCE and 146 BCE.")
    assert ends[1][0] == "101 BCE"


def test_hours_on_a_phone_have_an_axis(browser: Browser, tmp_path: Path) -> None:
    whens = [f"2020-05-03T{clock}" for clock in ("05:00", "06:13", "07:40", "08:40")]
    table = pd.DataFrame({"when": whens, "event": list("abcd")})
    opened = Watched(browser, write_html(tmp_path / "a.html", table), viewport=PHONE)
    for hour in ("06:00", "07:00", "08:00"):
        assert hour in opened.page.inner_text("#chart")


def test_words_are_not_cut_on_paper_where_there_is_room(browser: Browser, tmp_path: Path) -> None:
    told = "The judge sentenced the chief of the harbour to six years for bribes from three firms"
    table = pd.DataFrame({"when": ["2024"], "event": [told], "place": ["Kelmouth"]})
    page = Watched(browser, write_html(tmp_path / "a.html", table)).page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    wide = page.evaluate(
        "(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])"
        "(document.querySelector('td.c-event'))"
    )
    assert wide[0] <= wide[1]


def test_what_is_told_of_a_row_is_told_in_the_words_of_the_legend(
    browser: Browser, file: Path
) -> None:
    opened = Watched(browser, file)
    opened.page.select_option("#lanes", label="how told")
    opened.settle()
    assert "told as fact" in opened.page.inner_text("#chart")
    opened.search("zebra")
    assert opened.page.inner_text("#state") == "None of 14 events match search and legend."
