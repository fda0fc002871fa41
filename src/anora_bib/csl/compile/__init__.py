"""From a style's tree to Python callables: what a style says is decided here once, so that rendering only renders."""

from __future__ import annotations
