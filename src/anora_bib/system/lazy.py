"""Names of a package that are imported when they are first asked for (PEP 562), so that the package costs nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def names_from(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """What a package has as ``__getattr__``: each name is imported from its module, and then stays in the package.

    Args:
        package: its dotted name.
        homes: for each module in it, as a dotted name below it, the names that it has, with spaces between.
    """
    module_of = {name: module for module, names in homes.items() for name in names.split()}

    def get(name: str) -> object:
        if name not in module_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object = getattr(import_module(f"{package}.{module_of[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return get
