"""Errors are one line for a person, name what there is to choose from, and survive the way between two processes."""

from __future__ import annotations

import importlib
import pickle
import pkgutil
from collections.abc import Iterator

import pytest

import anora_bib
from anora_bib.documents.document import UneditableError
from anora_bib.errors import (
    MOST_CHOICES,
    AnoraBibError,
    DamagedTextWarning,
    InputError,
    NotReadError,
    OverwriteError,
    PluginError,
    SettingsError,
    UnknownNameError,
    UnsupportedError,
)
from anora_bib.formats.bibtex.blocks import _UnclosedError
from anora_bib.formats.bibtex.values import TooLongError
from anora_bib.lint.fixer import UnsettledFixError
from anora_bib.lookup.http import _PassingError
from anora_bib.records.nodes import Fault
from anora_bib.text.spans import OverlappingEditsError, SourceSpan
from anora_bib.training.writing.writer import MissingError

RAISED: dict[type[Exception], Exception] = {
    type(error): error
    for error in (
        AnoraBibError("a plain error"),
        InputError("is broken", path="a.bib", line=3, column=7, hint="mend it", code="BIB001"),
        SettingsError("there is no option 'x'", path="anora-bib.toml", line=1),
        UnknownNameError("report", "jsn", ["json"], known=["text", "json"], hint="or none"),
        OverwriteError("refs.bib", "exists", hint="say --force"),
        UnsupportedError("makes no links", hint="ask for none"),
        DamagedTextWarning("half a character"),
        _UnclosedError(4, "a brace is never closed"),
        NotReadError("is LaTeX, which is not read", path="a.tex", code="F004"),
        PluginError("the name is taken"),
        OverlappingEditsError("edits overlap"),
        UnsettledFixError("two rules undo each other"),
        TooLongError("too long"),
        _PassingError("example.org", "is busy", 2.0),
        UneditableError("the encoding has no such letter"),
        Fault("a record without a title", SourceSpan(2, 5)),
        MissingError("issued"),
    )
}
"""One of each error that a module of the package defines, the command line's own apart."""


def defined() -> Iterator[type[Exception]]:
    """The exception classes of every module; click's, which the command line derives from, never leave the process."""
    for module in pkgutil.walk_packages(anora_bib.__path__, "anora_bib."):
        if module.name.startswith(("anora_bib.cli", "anora_bib.__main__")):
            continue
        for found in vars(importlib.import_module(module.name)).values():
            if isinstance(found, type) and issubclass(found, Exception) and found.__module__ == module.name:
                yield found


def test_every_error_of_the_package_is_tried_here() -> None:
    assert {error.__name__ for error in defined()} == {error.__name__ for error in RAISED}


@pytest.mark.parametrize("error", RAISED.values(), ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_an_error_can_be_pickled(error: Exception, protocol: int) -> None:
    error.add_note("on the way")
    copy = pickle.loads(pickle.dumps(error, protocol))
    assert (type(copy), str(copy), copy.args, vars(copy)) == (type(error), str(error), error.args, vars(error))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (UnknownNameError("report", "jsn", ["json"], known=["text", "json"]),
         "there is no report 'jsn'; did you mean 'json'? choose from text, json"),
        (UnknownNameError("report", "x", known=["text", "json"]), "there is no report 'x'; choose from text, json"),
        (UnknownNameError("style", "x", hint="`styles` lists them"), "there is no style 'x'; `styles` lists them"),
        (UnknownNameError("rule", "x", known=map(str, range(MOST_CHOICES + 1))), "there is no rule 'x'"),
    ],
)  # fmt: skip
def test_a_name_that_does_not_exist_says_which_do(error: UnknownNameError, said: str) -> None:
    assert str(error) == said
