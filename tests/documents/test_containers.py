"""A plugin's reader of files that are no text: read, checked and repaired as any other."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

import anora_bib as ab
from anora_bib.assembly.plugins import load_plugins
from anora_bib.assembly.workspace import Workspace
from anora_bib.documents.document import Document
from anora_bib.readers.base import Reader
from anora_bib.readers.html import HtmlReader
from anora_bib.registry import Registry

PAGE = "<p>He wrote “A Film &amp; ‘What Comes Next'” and left the house before the film was over.</p>"
MENDED = "<p>He wrote “A Film &amp; ‘What Comes Next’” and left the house before the film was over.</p>"


class ZipReader:
    """A page of HTML in a ZIP file, beside parts that nobody reads."""

    name = "zipped"
    suffixes = (".zipped",)
    PART = "content.html"

    def read(self, data: bytes, path: str) -> ab.Essay:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            essay = HtmlReader().read(container.read(self.PART), path)
        return replace(essay, format=self.name, document=replace(essay.document, original=data))

    def write(self, document: Document, source: str) -> bytes:
        written = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(document.original)) as old, zipfile.ZipFile(written, "w") as new:
            for part in old.infolist():
                content = source.encode(document.encoding) if part.filename == self.PART else old.read(part)
                new.writestr(part, content)
        return written.getvalue()


class Plugin:
    @ab.hookimpl
    def register_readers(self, registry: Registry[Reader]) -> None:
        registry.add("zipped", ZipReader())


@pytest.fixture
def workspace() -> Workspace:
    return Workspace(load_plugins([Plugin()], installed=False))


@pytest.fixture
def packed() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as container:
        container.writestr("picture.bin", bytes(range(256)))
        container.writestr(ZipReader.PART, PAGE)
    return made.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        return {name: container.read(name) for name in container.namelist()}


def test_what_is_read_is_written_alike(packed: bytes) -> None:
    essay = ZipReader().read(packed, "e.zipped")
    assert parts(ZipReader().write(essay.document, essay.source)) == parts(packed)
    assert essay.document.data == packed


def test_a_container_is_repaired_in_the_part_that_was_read(packed: bytes, tmp_path: Path, workspace: Workspace) -> None:
    path = tmp_path / "e.zipped"
    path.write_bytes(packed)
    essay = ab.read(path, workspace=workspace)
    result = ab.fix(essay, unsafe=True, workspace=workspace)
    assert [found.rule for found in result.applied] == ["mismatched-quotation-mark"]
    assert parts(result.data) == {"picture.bin": bytes(range(256)), ZipReader.PART: MENDED.encode()}
    assert result.text == MENDED
