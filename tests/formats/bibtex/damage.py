"""Damaged ``.bib`` files: a library in which one block was harmed, always the same ones for a seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final, NamedTuple

BLOCKS: Final = (
    '@string{zero = "Zero Books"}',
    "@book{roe2009,\n  author = {Roe, Jane and Poe, Bo},\n  title = {On {Editing}},\n  publisher = zero,\n"
    "  year = 2009\n}",
    '@article{poe:2010,\n  author = "Poe, Bo",\n  title = "On {\\"U}bung, $a_1$ and \\emph{more}",\n'
    '  journal = "Review",\n  pages = "1--9",\n  year = 2010,\n}',
    "@preamble{ {\\providecommand{\\noopsort}[1]{}} }",
    "@misc(moe2011, title = {On Paper}, note = {With @signs, \\# and = in it}, year = {2011})",
    "@comment{jabref-meta: databaseType:biblatex;}",
    "@inbook{loe2012,\n  author = {Loe, Ana},\n  title = {On Ink}, % a comment\n  booktitle = {Works},\n"
    "  date = {2012-05}\n}",
    "@online{été-2013, title = {Où}, url = {https://example.org/a_b%20c}, date = {2013}}",
)
"""What a library is made of; the blocks begin a line, as programs write them."""
BETWEEN: Final = ("% a remark\n\n", "\n\n", "\nSome words outside of all blocks.\n\n", "\n")

SIGNS: Final = '{}"(),=#@%\\~$&\n\t\x00\ufeff\ufffdé'


class Damaged(NamedTuple):
    """A file, and the number of the block that was harmed in it."""

    text: str
    block: int
    blocks: tuple[str, ...]


def _without(block: str, draw: random.Random) -> str:
    at = draw.randrange(len(block))
    return block[:at] + block[at + draw.randrange(1, 4) :]


def _with(block: str, draw: random.Random) -> str:
    at = draw.randrange(len(block) + 1)
    return block[:at] + draw.choice(SIGNS) + block[at:]


def _other_sign(block: str, draw: random.Random) -> str:
    at = draw.randrange(len(block))
    return block[:at] + draw.choice(SIGNS) + block[at + 1 :]


def _cut(block: str, draw: random.Random) -> str:
    return block[: draw.randrange(len(block))]


def _without_line(block: str, draw: random.Random) -> str:
    lines = block.splitlines(keepends=True)
    del lines[draw.randrange(len(lines))]
    return "".join(lines)


def _line_twice(block: str, draw: random.Random) -> str:
    lines = block.splitlines(keepends=True)
    at = draw.randrange(len(lines))
    return "".join([*lines[: at + 1], lines[at], *lines[at + 1 :]])


def _swapped(block: str, draw: random.Random) -> str:
    at = draw.randrange(len(block))
    return block[at:] + block[:at]


HARMS: Final[tuple[Callable[[str, random.Random], str], ...]] = (
    _without,
    _with,
    _other_sign,
    _cut,
    _without_line,
    _line_twice,
    _swapped,
)


def damaged(seed: int) -> Damaged:
    """The file of a seed: the blocks in an order of its own, one of them harmed once or twice."""
    draw = random.Random(seed)  # noqa: S311 - a sequence that is the same everywhere
    blocks = list(BLOCKS)
    draw.shuffle(blocks)
    at = draw.randrange(len(blocks))
    harmed = blocks[at]
    for _ in range(draw.randrange(1, 3)):
        harmed = draw.choice(HARMS)(harmed, draw) or " "
    between = [draw.choice(BETWEEN) for _ in blocks]
    written = [harmed if number == at else block for number, block in enumerate(blocks)]
    return Damaged("".join(map("".join, zip(written, between, strict=True))), at, tuple(blocks))
