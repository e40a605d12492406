"""From the bytes of a file to its characters."""

from __future__ import annotations

import codecs
import re

from timeline.errors import UnreadableDocument
from timeline.late import Late

charset_normalizer = Late("charset_normalizer")

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF; save its text first, for example with pdftotext"),
    (b"PK\x03\x04", "a zip archive or an office document; save it as plain text or HTML first"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as plain text or HTML first"),
    (b"{\\rtf", "a Rich Text file; save it as plain text or HTML first"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE
)
# Soft hyphens, with the line break that they may stand at, and marks of no width.
_INVISIBLE = re.compile(r"\u00ad\n?|[\u200b\u2060\ufeff]")
# Halves of characters, as JSON escapes and cut-off texts have them: no encoding holds them.
_HALVES = re.compile("[\ud800-\udfff]")
_TRAILING = re.compile(r"(?<![ \t\xa0])[ \t\xa0]++(?=\n)")
# What stands in no word: a capital with an accent behind a small letter, or one between figures.
_MISREAD = re.compile("[a-z][À-ÖØ-ÞŠŽŸ\ufffd]|(?<=[0-9])[ÐÑ](?=[0-9])")
# Bytes that are looked at to tell an encoding.
_SAMPLE = 65_536
_SOME, _MANY, _MOST = 8, 16, 0.25


def decode(data: bytes) -> str:
    """The characters of a file of any usual encoding.

    >>> from timeline.documents.encodings import decode
    >>> decode("café".encode("utf-16"))
    'café'
    >>> decode("café".encode("latin-1"))
    'café'

    A byte order mark decides, else UTF-8 where it fits, else what a page declares. What is left
    is charset-normalizer's best guess where many letters are not ASCII, else Windows-1252 (the
    web's reading of Latin-1, see the WHATWG Encoding Standard), or MacRoman where the former would
    have capitals behind small letters: "donÕt", "cafŽ".

    Raises `UnreadableDocument`, with the offset in bytes, for an empty or a binary file and for
    UTF-8 with broken bytes in it.
    """
    if not data.strip():
        message = "it is empty; there is nothing to read"
        raise UnreadableDocument(message)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, len(mark))
    for magic, what in _MAGIC:
        if data.startswith(magic):
            message = f"no text but {what}"
            raise UnreadableDocument(message)
    if wide := _wide(data[:_SAMPLE]):
        return _strict(data, wide, 0)
    _refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_other(data, error)


def plain_lines(text: str) -> str:
    r"""A text with line ends of one kind, without blanks before them or characters nobody sees.

    >>> plain_lines("Talks be\u00adgan. \r\nThey\u200b ended.")
    'Talks began.\nThey ended.'
    """
    lines = _TRAILING.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return without_invisible(lines)


def without_invisible(text: str) -> str:
    r"""A text without soft hyphens and what else takes no room, as typesetters put into words.

    >>> without_invisible("a cease\u00ad\nfire, long\u200b")
    'a ceasefire, long'
    """
    return _INVISIBLE.sub("", text)


def whole(text: str) -> str:
    """A text with lone surrogates, which no encoding can hold, as U+FFFD; as long as it was.

    >>> whole("a\\ud800")
    'a\ufffd'
    """
    return text if text.isascii() else _HALVES.sub("\ufffd", text)


def _strict(data: bytes, encoding: str, offset: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"byte {error.start + offset} is not {encoding.upper()}: {error.reason}"
        raise UnreadableDocument(message) from None


def _wide(sample: bytes) -> str | None:
    """UTF-16 without its mark: Western text has a zero in every other byte."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < max(1, 0.15 * len(sample)) or min(even, odd) > 0.02 * len(sample):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _refuse_binary(data: bytes) -> None:
    found = _CONTROLS.search(data)
    if found and (
        found[0] == b"\x00" or len(_CONTROLS.findall(data)) > max(_SOME, 0.01 * len(data))
    ):
        message = f"a binary file, no text: byte {found.start()} is {found[0][0]:#04x}"
        raise UnreadableDocument(message)


def _decode_other(data: bytes, error: UnicodeDecodeError) -> str:
    declared = _DECLARED.search(data[:2048])
    if declared and (text := _declared(data, declared[1].decode("ascii"))) is not None:
        return text
    kept = data.decode("utf-8", "ignore")
    foreign = sum(byte > 127 for byte in data[:_SAMPLE])
    lost = len(data) - len(kept.encode())
    if sum(char > "\x7f" for char in kept) > lost:
        message = (
            f"byte {error.start} is not UTF-8 ({error.reason}), though the rest is; "
            "repair the file or save it again as UTF-8"
        )
        raise UnreadableDocument(message)
    strange = foreign >= max(_MANY, _MOST * min(len(data), _SAMPLE))
    if strange and (best := charset_normalizer.from_bytes(data[:_SAMPLE]).best()):
        return data.decode(best.encoding, "replace")
    told, old = data.decode("cp1252", "replace"), data.decode("mac_roman")
    return old if len(_MISREAD.findall(old)) < len(_MISREAD.findall(told)) else told


def _declared(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None
