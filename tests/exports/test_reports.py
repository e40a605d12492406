"""Texts for people: EDTF, Mermaid, Markdown, LaTeX and schema.org, and what reads back of them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import exports
from timeline.errors import BadTable
from timeline.exports import (
    from_edtf,
    from_jsonld,
    from_markdown,
    from_mermaid,
    from_timelinejs,
    from_vis,
    to_edtf,
    to_jsonld,
    to_latex,
    to_markdown,
    to_mermaid,
)
from timeline.exports.latex import escape

STORY = pd.DataFrame(
    {
        "when": ["2022-09", "-0043-03-15", "2011/2015", "2022-08/..", "[..2014]", "199X", None],
        "event": [f"event {number}" for number in range(7)],
        "place": ["Izyum", None, "a | b", None, None, None, None],
    }
)
MARKS = [*"\\`*_{}[]()#+-!|~$^@<>&:;%\"'=.\n\t a1é🌍", "\u202e", "\r\n", "<br>", "&amp;"]
TEXTS = st.lists(st.sampled_from(MARKS), max_size=15).map("".join)


def spaced(text: str) -> str:
    """The text as a format keeps it that has no line breaks and no spaces at the ends."""
    return " ".join(text.split())


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_markdown_shows_every_character_and_reads_back(texts: list[str]) -> None:
    mine = pd.DataFrame({"start": "2022-09-04", "event": texts, "own": [f"w{t}" for t in texts]})
    for dates in ("words", "edtf"):
        written = to_markdown(mine, columns=["when", "event", "own"], dates=dates)
        assert written is not None
        assert len(written.splitlines()) == len(texts) + 2
        back = from_markdown(written)
        events = [text.replace("\r\n", "\n").strip() for text in texts]
        assert back["event"].fillna("").tolist() == events
        assert back["own"].tolist() == [f"w{t}".replace("\r\n", "\n").strip() for t in texts]
        assert {str(moment) for moment in back["start"]} == {"2022-09-04 00:00:00"}


@pytest.mark.parametrize(
    "attack", ["<img src=x onerror=a()>", "[x](javascript:a())", "`a` | **b**"]
)
def test_nothing_in_markdown_is_markup(attack: str) -> None:
    markdown = pytest.importorskip("mistune")
    written = to_markdown(pd.DataFrame({"when": ["2022"], "event": [attack]}))
    page = markdown.create_markdown(plugins=["table"], escape=False)(written)
    for tag in ("<img", "<a ", "<code", "<strong"):
        assert tag not in page
    assert page.count("<td>") == 2


def test_a_markdown_table_of_ones_own() -> None:
    text = (
        "# Mine\n\nwhen | event | men\n:--- | --- | ---:\n2022-09 | x \\| y | 12\n\nand | so on\n"
    )
    table = from_markdown(text)
    assert table[["when", "event", "men"]].values.tolist() == [["2022-09", "x | y", 12]]
    table = from_markdown("|Date|What|\n|---|---|\n|4 Feb 2021|A law passes|\n|c. 1850|A mill|\n")
    assert table[["when", "event"]].values.tolist() == [
        ["2021-02-04", "A law passes"],
        ["1850~", "A mill"],
    ]
    for wrong, message in (
        ("no table\n", "no pipe table"),
        ("a|b\n-|-\n1|2\n", "no column of dates"),
        ("Date|What\n-|-\nsoon|x\n", "'soon' is no date"),
    ):
        with pytest.raises(BadTable, match=message):
            from_markdown(wrong)


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3), TEXTS)
def test_mermaid_and_edtf_keep_the_words_of_an_event(texts: list[str], title: str) -> None:
    texts = [f"w{text}" for text in texts]
    mine = pd.DataFrame({"start": "2022-09-04", "event": texts})
    diagram = to_mermaid(mine, title=title)
    assert from_mermaid(diagram or "")["event"].tolist() == [spaced(text) for text in texts]
    listed = from_edtf(to_edtf(mine) or "")["event"].tolist()
    assert [spaced(event) for event in listed] == [spaced(text) for text in texts]


@pytest.mark.parametrize(
    ("write", "read"),
    [(to_mermaid, from_mermaid), (to_markdown, from_markdown), (to_edtf, from_edtf)],
)
def test_times_read_back_from_what_people_read(write: object, read: object) -> None:
    assert callable(write)
    assert callable(read)
    want = exports.from_jsonl(exports.to_jsonl(STORY) or "")
    back = read(write(STORY))
    assert back["event"].tolist() == want["event"].tolist()
    for name in ("start", "end"):
        assert back[name].tolist() == want[name].tolist()


def test_sections_and_periods_of_mermaid() -> None:
    text = (
        "timeline\n    title T\n    section Web\n        2004 : Facebook\n             : Google\n"
    )
    table = from_mermaid(text + "        Later : X\n")
    assert table["event"].tolist() == ["Facebook", "Google", "X"]
    assert table["section"].tolist() == ["Web"] * 3
    assert table["period"].tolist() == ["2004", "2004", "Later"]
    assert table["when"].fillna("").tolist() == ["2004", "2004", ""]


@settings(max_examples=40, deadline=None)
@given(TEXTS.map(lambda text: re.sub('["<>|]', "", text)))  # pylatexenc has no word for these
def test_latex_shows_every_character(text: str) -> None:
    latex = pytest.importorskip("pylatexenc.latex2text")
    shown = latex.LatexNodes2Text(keep_comments=True).latex_to_text(escape(text))
    for seen, meant in (("ˆ", "^"), ("˜", "~"), ("’’", "''")):
        shown = shown.replace(seen, meant)
    assert "".join(shown.split()) == "".join(text.split())


def test_latex_compiles(tmp_path: Path) -> None:
    if shutil.which("pdflatex") is None:
        pytest.skip("no pdflatex on this machine")
    events = ["\\input{x} % $a^b_c$ & #1", "[x] -- ``a'' <<b>> \"c\" ~d {e} | --- ?`", "\\\\*[1cm]"]
    table = to_latex(pd.DataFrame({"when": "2022-09", "event": events}), caption="Mine & yours")
    body = "\\documentclass{article}\\usepackage{booktabs,longtable,textcomp}"
    (tmp_path / "a.tex").write_text(f"{body}\\begin{{document}}{table}\\end{{document}}")
    run = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "a.tex"]
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]


def test_jsonld_is_schema_org_and_can_stand_in_a_page() -> None:
    pyld = pytest.importorskip("pyld.jsonld")
    mine = STORY.assign(participants="Ann; Bo", source="https://example.org/</script>")
    written = to_jsonld(mine)
    assert written is not None
    assert "</" not in written
    document = json.loads(written)
    context = {"@context": {"@vocab": "https://schema.org/"}}

    def load(url: str, _: object) -> dict[str, object]:
        assert url == "https://schema.org"
        return {"documentUrl": url, "contextUrl": None, "document": context}

    expanded = pyld.expand(document, {"documentLoader": load})
    events = [e for e in expanded if e["@type"] == ["https://schema.org/Event"]]
    assert len(events) == len(STORY)
    dates = [
        tuple(
            event.get(f"https://schema.org/{name}", [{"@value": None}])[0]["@value"]
            for name in ("startDate", "endDate")
        )
        for event in events
    ]
    assert dates == [
        ("2022-09", "2022-09"),
        ("-0043-03-15", "-0043-03-15"),
        ("2011", "2015"),
        ("2022-08", None),
        (None, "2014"),
        ("1990", "1999"),
        (None, None),
    ]
    assert len(events[0]["https://schema.org/about"]) == 2


def test_events_of_other_pages_and_viewers() -> None:
    event = {"@type": "Event", "name": "Fair", "startDate": "2022-09-03", "endDate": "2022-09-04"}
    event["location"] = "Ghent"
    table = from_jsonld(json.dumps(event).encode())
    assert str(table["end"][0]) == "2022-09-05 00:00:00"
    assert table["place"].tolist() == ["Ghent"]
    items = [
        {"id": 1, "content": "a", "start": 1662249600000, "end": "2022-09-05T00:00:00.000Z"},
        {"id": 2, "content": "b &amp; c", "start": "2022-09-04", "group": 3},
    ]
    table = from_vis(json.dumps(items).encode())
    assert {str(moment) for moment in table["start"]} == {"2022-09-04 00:00:00"}
    assert table["event"].tolist() == ["a", "b & c"]
    slides = {
        "events": [
            {
                "start_date": {"year": "2022", "month": "9", "day": ""},
                "end_date": {"year": 2022, "month": 10},
                "text": {"headline": "<b>A</b> &amp; B", "text": "<p>words</p>"},
                "media": {"url": "https://example.org/a.png"},
            },
            {"start_date": {"year": "-43"}, "text": {"headline": "C"}},
        ]
    }
    table = from_timelinejs(json.dumps(slides).encode())
    assert table["when"].tolist() == ["2022-09/2022-10", "-0043"]
    assert table["event"].tolist() == ["A & B", "C"]
    assert table["media"].tolist()[0] == "https://example.org/a.png"


@pytest.mark.parametrize(
    ("read", "contents", "message"),
    [
        (from_edtf, b"2022-13\tx\n", "row 1"),
        (from_jsonld, b"{", "JSON-LD"),
        (from_jsonld, b'[{"startDate": "soon"}]', "date"),
        (from_vis, b'[{"content": "a"}]', "start"),
        (from_timelinejs, b"{}", "events"),
        (from_timelinejs, b'{"events": [{"text": {}}]}', "slide 1"),
        (from_timelinejs, b'{"events": [{"start_date": {"year": "x"}}]}', "slide 1: 'x'"),
    ],
)
def test_what_cannot_be_read_is_named(read: object, contents: bytes, message: str) -> None:
    assert callable(read)
    with pytest.raises(BadTable, match=message):
        read(contents)


def test_formats_are_found_by_name_or_refused() -> None:
    with pytest.raises(BadTable, match=r"story\.doc.*\.csv.*\.ics"):
        exports.format_of("story.doc")
    with pytest.raises(BadTable, match="cannot be read back"):
        exports.read_table("story.tex")
    with pytest.raises(BadTable, match=r"no format 'doc'.*csv"):
        exports.losses("doc")
    with pytest.raises(BadTable, match="no column 'lane'"):
        exports.to_vis(STORY, group="lane")
