"""A library for the projects that the tests build."""

from __future__ import annotations

from typing import Final

BIB: Final = """@book{doe2001, author = {Doe, Ann}, title = {Night Trains}, publisher = {Verso}, year = 2001}
@article{roe2002, author = {Roe, Bo}, title = {Lamps}, journal = {Halts}, volume = 4, pages = {3--9}, year = 2002}
"""
