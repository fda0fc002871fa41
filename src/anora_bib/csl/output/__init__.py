"""Rendered citations as trees of light nodes, and the writers that make text of them."""

from __future__ import annotations
