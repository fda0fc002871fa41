"""Rendered citations and entries: trees of nodes, the runs that the writer makes of them, and the output formats."""

from __future__ import annotations
