"""What ``import anora_bib`` offers, and how quickly."""

from __future__ import annotations

import pkgutil
import re
import subprocess
import sys
from inspect import getdoc, isclass, isfunction
from pathlib import Path

import pytest

import anora_bib as ab
from anora_bib import api, errors, hookspecs
from anora_bib.assembly.config import OPTIONS, Option
from anora_bib.assembly.plugins import KINDS, Kind

HEAVY = "click rich lxml requests networkx bibtexparser citeproc markdown_it yaml jinja2".split()


def test_exports_are_sorted_and_exist() -> None:
    assert ab.__all__ == sorted(ab.__all__)
    for name in ab.__all__:
        assert getattr(ab, name) is not None
    assert set(ab.__all__) <= set(dir(ab))


def test_no_public_name_is_that_of_a_module() -> None:
    """Importing the module would put it in the place of the name."""
    modules = {module.name for module in pkgutil.iter_modules(ab.__path__)}
    assert modules.isdisjoint(ab.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'formatt'"):
        ab.formatt  # noqa: B018


ROOT = Path(__file__).parents[1]
PAGES = "\n".join(path.read_text("utf-8") for path in (ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))))
"""All that is written for users."""

VERBS = {name: value for name, value in vars(api).items() if isfunction(value) and name in api.__all__}
ELSEWHERE = set("Callable Item Iterable Mapping None NamedTuple Path PathLike Readable Sequence".split())
"""Names in the annotations of verbs that come from the standard library, or stand for types that have their own."""


def test_every_verb_and_all_it_takes_and_gives_is_exported() -> None:
    public = {name: verb for name, verb in VERBS.items() if not name.startswith("_")}
    annotations = " ".join(str(text) for verb in public.values() for text in verb.__annotations__.values())
    named = set(re.findall(r"\b[A-Z]\w+", annotations)) - ELSEWHERE
    assert {*public, *named} <= set(ab.__all__)


def test_every_error_is_exported() -> None:
    assert {name for name, value in vars(errors).items() if isclass(value) and value.__module__ == errors.__name__} <= {
        *ab.__all__
    }


@pytest.mark.parametrize("name", ab.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    assert re.search(rf"`{name}\b", PAGES), f"README.md and docs/ do not tell of {name}"
    assert getdoc(getattr(ab, name))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_hook_is_documented(kind: Kind[object]) -> None:
    hook = getattr(hookspecs, f"register_{kind.name}")
    assert getdoc(hook)
    assert f"`register_{kind.name}`" in PAGES


SOURCES = "\n".join(path.read_text("utf-8") for path in Path(ab.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_every_option_is_read_by_something(option: Option) -> None:
    reads = {str: "text", bool: "flag", tuple: "list"}[type(option.default)]
    asked = [f'config.{reads}("{option.name}")', f'config.patterns("{option.name}")']
    assert any(words in SOURCES for words in asked)


@pytest.mark.parametrize("statement", ["import anora_bib", "import anora_bib.cli"])
def test_no_heavy_library_is_imported_early(statement: str) -> None:
    allowed = {"click"} if "cli" in statement else set()
    code = f"{statement}; import sys; print(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not (set(HEAVY) - allowed) & set(loaded)
