"""Patterns that are compiled when a text is first held against them.

Compiling all patterns of the package takes as long as reading an essay with them, and most runs need a third of them:
those of a module whose patterns are long, and seldom asked for, are :func:`lazy`.
"""

from __future__ import annotations

import re
from re import compile as _compile
from typing import Any, Final, cast

_METHODS: Final = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, without the time that it takes. A mistake in the source shows at the first use."""
    return cast("re.Pattern[str]", LazyPattern(source, flags))


class LazyPattern:
    """Stands for a pattern. Once it is compiled its methods are attributes here, and cost no more than those of it."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return _compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = self.compiled
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

    def __reduce__(self) -> tuple[type[LazyPattern], tuple[str, int]]:
        return LazyPattern, (self.pattern, self._flags)
