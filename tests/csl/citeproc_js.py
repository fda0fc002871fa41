"""citeproc-js, the reference processor, as a function from styles to what it prints. Answers are kept outside the
repository: it takes seconds for one style, and always says the same."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

VARIABLE = "CITEPROC"
"""The environment variable that names the folder in which ``npm install citeproc`` was run."""

DRIVER = Path(__file__).with_suffix(".mjs")
CACHE = Path(tempfile.gettempdir()) / "anora-bib-citeproc-js"

_OPENING, _CLOSING = '<div class="csl-entry">', "</div>"


@dataclass(frozen=True, slots=True)
class Answer:
    """What citeproc-js made of the items: its bibliography as pairs of id and HTML, its citations, what it raised, and
    the seconds it took for each."""

    bibliography: Sequence[tuple[str, str]] = ()
    citations: Sequence[str] = ()
    error: str = ""
    seconds: tuple[float, float] = (0.0, 0.0)

    @classmethod
    def read(cls, line: str) -> Self:
        reply = json.loads(line)
        if "error" in reply:
            return cls(error=reply["error"])
        bibliography = [(str(id), inside(html)) for id, html in reply["bibliography"]]
        one, other = (milliseconds / 1000 for milliseconds in reply["ms"])
        return cls(bibliography, reply["citations"], seconds=(one, other))


def inside(html: str) -> str:
    """An entry without the element that both processors put around it."""
    return html.strip().removeprefix(_OPENING).removesuffix(_CLOSING).strip()


def available() -> str:
    """Why citeproc-js cannot be run; "" if it can."""
    folder = os.environ.get(VARIABLE)
    if not folder:
        return f"${VARIABLE} does not say where citeproc-js is (npm install --prefix DIR citeproc)"
    return "" if (Path(folder) / "node_modules" / "citeproc").is_dir() else f"there is no citeproc-js in {folder}"


def locales() -> Path:
    """The folder of the locale files, those that our engine reads too."""
    import citeproc

    return Path(citeproc.__file__).parent / "data" / "locales"


def answers(
    styles: Iterable[Path],
    items: Sequence[Mapping[str, Any]],
    clusters: Sequence[Mapping[str, Any]] = (),
    *,
    cache: Path | None = CACHE,
) -> Iterator[tuple[Path, Answer]]:
    """What citeproc-js prints for the items in each style; with ``cache`` None it is always asked."""
    document = json.dumps({"items": items, "clusters": clusters})
    process: subprocess.Popen[str] | None = None
    try:
        for style in styles:
            kept = cache / _key(document, style) if cache else None
            if kept and kept.exists():
                line = kept.read_text("utf-8")
            else:
                process = process or _started(document)
                line = _asked(process, json.dumps({"style": str(style)}))
                if kept:
                    kept.parent.mkdir(parents=True, exist_ok=True)
                    kept.write_text(line, "utf-8")
            yield style, Answer.read(line)
    finally:
        if process:
            process.communicate()


def _key(document: str, style: Path) -> str:
    digest = hashlib.sha256(DRIVER.read_bytes() + document.encode() + style.read_bytes()).hexdigest()
    return f"{style.stem}-{digest[:20]}.json"


def _started(document: str) -> subprocess.Popen[str]:
    command = ["node", str(DRIVER), str(locales())]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
    _asked(process, document)
    return process


def _asked(process: subprocess.Popen[str], request: str) -> str:
    assert process.stdin and process.stdout
    process.stdin.write(request + "\n")
    process.stdin.flush()
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"citeproc-js ended with code {process.wait()} when asked for {request[:200]}")
    return line
