"""What the compilers of all areas of a style share."""

from __future__ import annotations

from anora_bib.csl.compile.elements.conditions import Check
from anora_bib.csl.compile.elements.numbers import Numbers
from anora_bib.csl.compile.plans import Facts
from anora_bib.csl.locale import Locale
from anora_bib.csl.styletree.nodes import StyleTree
from anora_bib.csl.styletree.queries import mentioned, substituted


class Shared:
    """What is the same for all areas of one style in one locale, whatever they print: made once for all compilers."""

    def __init__(self, tree: StyleTree, locale: Locale, facts: Facts | None = None) -> None:
        """``facts`` are those of the style in another locale, for items that are ready to be rendered in both."""
        self.tree = tree
        self.locale = locale
        self.default_language = tree.default_locale or "en-US"
        self.numbers = Numbers(locale, self.default_language, tree.page_range_format)
        self.facts = facts or Facts(mentioned(tree), substituted(tree))
        self.with_names: dict[str, bool] = {}
        self.checks: dict[tuple[int, bool], Check] = {}
