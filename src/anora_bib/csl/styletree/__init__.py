"""A CSL style and a CSL locale as typed, frozen trees, read from XML once."""

from __future__ import annotations
