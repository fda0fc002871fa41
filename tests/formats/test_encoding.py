"""The encoding of a bibliography file: what it names, its mark, or what its bytes show."""

from __future__ import annotations

import pytest

from anora_bib.errors import InputError
from anora_bib.formats.encoding import text_in

ENTRY = "@book{k, author = {Žižek, Müller}}"

FILES = [
    (ENTRY.encode(), ENTRY),
    (b"\xef\xbb\xbf" + ENTRY.encode(), ENTRY),
    (ENTRY.encode("utf-16"), ENTRY),
    ("@book{k, author = {Müller}}".encode("cp1252"), "@book{k, author = {Müller}}"),
    (f"% Encoding: ISO8859_2\n{ENTRY}".encode("iso8859-2"), f"% Encoding: ISO8859_2\n{ENTRY}"),
    (f"%% Encoding: Cp1250\n{ENTRY}".encode("cp1250"), f"%% Encoding: Cp1250\n{ENTRY}"),
    (f"% This file was created with JabRef 2.9.\n% Encoding: UTF8\n{ENTRY}".encode(),
     f"% This file was created with JabRef 2.9.\n% Encoding: UTF8\n{ENTRY}"),
    (f"% Encoding: Cp1252\n{ENTRY}".encode(), f"% Encoding: Cp1252\n{ENTRY}"),  # the header is old, the bytes are right
    (f"%% Encoding: ISO8859_2\n{ENTRY} ŁÓDŹ".encode("iso8859-2"), f"%% Encoding: ISO8859_2\n{ENTRY} ŁÓDŹ"),
    # put together from files of two encodings
    ("@book{a, title={Müller}}\n".encode() + "@book{b, title={Zoë}}\n".encode("cp1252"),
     "@book{a, title={Müller}}\n@book{b, title={Zoë}}\n"),
    (b"% Encoding: Cp1252\n" + "Müller\n".encode() + "Zoë\n".encode("cp1252"), "% Encoding: Cp1252\nMüller\nZoë\n"),
    ("Müller\nZoë\n".encode("cp1252"), "Müller\nZoë\n"),
    (b"% Encoding: hex\n@book{k}", "% Encoding: hex\n@book{k}"),
    ('<?xml version="1.0" encoding="ISO-8859-2"?><a>Ž</a>'.encode("iso8859-2"),
     '<?xml version="1.0" encoding="ISO-8859-2"?><a>Ž</a>'),
]  # fmt: skip


@pytest.mark.parametrize(("data", "text"), FILES, ids=range(len(FILES)))
def test_text_of_a_file(data: bytes, text: str) -> None:
    assert text_in(data, "refs.bib") == text


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(InputError, match="the encoding is unknown"):
        text_in(bytes(range(0x81, 0xFF)) * 3, "refs.bib")
