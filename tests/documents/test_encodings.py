"""Bytes of every usual encoding, and bytes that are no text."""

from __future__ import annotations

import os
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.documents.encodings import decode
from timeline.errors import UnreadableDocument

WESTERN = "Le président a parlé lundi – « après la guerre » – à l’hôtel de ville."
RUSSIAN = "Переговоры начались в понедельник, сообщил министр обороны. " * 5
JAPANESE = "交渉は2022年2月24日に始まった。月曜日に大臣が発表した。" * 5


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "utf-8"),
        (WESTERN, "utf-8-sig"),
        (WESTERN, "utf-16"),
        (WESTERN, "utf-32"),
        (WESTERN, "utf-16-le"),
        (WESTERN, "utf-16-be"),
        (WESTERN, "cp1252"),
        ("Un café à Évian", "latin-1"),
        ("A cell of 4Å, “L’Étoile”", "cp1252"),
        (WESTERN, "mac_roman"),
        ("She didn’t leave the café until 1918.", "mac_roman"),
        ("The war of 1914–1918", "mac_roman"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        ('<html><meta charset="iso-8859-2">Łódź</html>', "iso-8859-2"),
        ("form\x0cfeed and \x1b[31mcolour", "ascii"),
    ],
)
def test_the_encoding_is_told(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04word/document.xml", "office document"),
        (b"{\\rtf1 Talks began.}", "Rich Text"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"Talks\x00began", "byte 5 is 0x00"),
        (bytes(range(32)) * 4, "byte 0 is 0x00"),
        (("Le café. " * 20).encode() + b"\xff!", "byte 200 is not UTF-8"),
        ("\ufeffTalks began".encode("utf-16-le") + b"x", "byte 24 is not UTF-16-LE"),
    ],
)
def test_what_is_no_text_is_refused_with_the_place(data: bytes, complaint: str) -> None:
    with pytest.raises(UnreadableDocument, match=complaint):
        decode(data)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    if text.strip() and not text.startswith("\ufeff"):
        assert decode(text.encode()) == text


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_an_error_of_ours(data: bytes) -> None:
    with suppress(UnreadableDocument):
        assert isinstance(decode(data), str)


def test_noise_is_no_text() -> None:
    with pytest.raises(UnreadableDocument, match="binary"):
        decode(b"\x07" + os.urandom(4096))
