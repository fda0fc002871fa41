"""Values of the variables of made-up items: numbers in all shapes, dates, identifiers, addresses."""

from __future__ import annotations

import re
from typing import Any, Final

from anora_bib.training.chance import Chance, Weighted

_THIS_YEAR: Final = 2026
_ENDS: Final = Weighted(
    {
        "com": 50.0,
        "org": 20,
        "net": 6,
        "edu": 7,
        "gov": 3,
        "co.uk": 6,
        "ac.uk": 2,
        "de": 4,
        "fr": 3,
        "it": 3,
        "io": 2,
        "info": 2,
        "nl": 1,
        "es": 1,
    }
)
_TAILS: Final = (
    "",
    "",
    "",
    "",
    "/",
    ".html",
    ".htm",
    ".pdf",
    ".php",
    "?id={n}",
    "/{n}",
    "#page={n}",
    ".aspx",
    "&p={n}",
)
_FOLDERS: Final = ("news", "article", "film", "blog", "books", "en", "archive", "posts", "content", "documents")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


def year(chance: Chance, *, old: float = 0.12) -> int:
    """A year of print; most are of the last decades."""
    if chance.often(old):
        return chance.between(1540, 1930)
    return _THIS_YEAR - int(chance.random() ** 1.7 * 95) - 1


def date(chance: Chance, precision: int, *, old: float = 0.1) -> dict[str, Any]:
    """A CSL date of a year, a month, or a day."""
    parts = [year(chance, old=old), chance.between(1, 12), chance.between(1, 28)][:precision]
    made: dict[str, Any] = {"date-parts": [parts]}
    if precision == 1:
        roll = chance.random()
        if roll < 0.012:
            made["date-parts"] = [parts, [parts[0] + chance.between(1, 9)]]
        elif roll < 0.02:
            made["circa"] = True
    elif precision == 2 and chance.often(0.06) and parts[1] < 12:
        made["date-parts"] = [parts, [parts[0], parts[1] + 1]]
    return made


def season(chance: Chance) -> dict[str, Any]:
    """The CSL date of a season, or of several months."""
    when = year(chance, old=0.03)
    if chance.often(0.6):
        return {"date-parts": [[when]], "season": chance.between(1, 4)}
    first = chance.between(1, 10)
    return {"date-parts": [[when, first], [when, first + chance.between(1, 2)]]}


def day_on_the_web(chance: Chance) -> dict[str, Any]:
    """The CSL date on which a page was read or archived: a day, or now and then a month."""
    parts = [chance.between(1998, 2025), chance.between(1, 12), chance.between(1, 28)]
    return {"date-parts": [parts if chance.often(0.95) else parts[:2]]}


def pages(chance: Chance) -> str:
    """Where something stands: 12–34 and all its kin."""
    first = chance.pick(
        (chance.between(1, 60), chance.between(1, 400), chance.between(100, 999), chance.between(1000, 9999))
    )
    last = first + chance.small(1, 45)
    roll = chance.random()
    if roll < 0.78:
        return f"{first}-{last}"
    if roll < 0.88:
        return str(first)
    if roll < 0.91:
        return f"{first}-{last}, {last + chance.between(2, 40)}"
    if roll < 0.93:
        letter = chance.pick("SEALB")
        return f"{letter}{first}-{letter}{last}"
    if roll < 0.95:
        low = chance.pick(("i", "v", "vii", "ix", "xi"))
        return f"{low}-{chance.pick(('xii', 'xiv', 'xvi', 'xx', 'xxiii', 'xl'))}"
    if roll < 0.97:
        return f"{chance.pick(('e', 'e', ''))}{chance.between(10000, 999999)}"
    if roll < 0.985:
        return f"{first}, {first + 2}-{last + 4}"
    return f"{chance.pick('ABCD')}{chance.between(1, 24)}"


def volume(chance: Chance) -> str:
    """The number of a volume."""
    roll = chance.random()
    if roll < 0.9:
        return str(chance.pick((chance.between(1, 40), chance.between(1, 130), chance.between(1, 500))))
    if roll < 0.93:
        return str(chance.between(1950, 2025))
    if roll < 0.96:
        return roman(chance.between(1, 60))
    if roll < 0.975:
        return f"{chance.between(2, 80)}{chance.pick('ABCD')}"
    if roll < 0.985:
        return f"{chance.pick('ABE')}{chance.between(2, 299)}{chance.pick(('', '-A', '-D'))}"
    return f"{(first := chance.between(2, 80))}-{first + 1}"


def issue(chance: Chance) -> str:
    """The number of an issue."""
    roll = chance.random()
    if roll < 0.86:
        return str(chance.small(1, 24))
    if roll < 0.92:
        return f"{(first := chance.between(1, 11))}{chance.pick('-/–')}{first + 1}"
    if roll < 0.95:
        return str(chance.between(30, 2600))
    if roll < 0.98:
        return f"{chance.pick(('Suppl', 'Suppl.', 'S'))}{chance.pick((' ', '', '. '))}{chance.between(1, 4)}".replace(
            "..", "."
        )
    return f"{chance.between(1, 6)} Pt {chance.between(1, 3)}"


def roman(number: int) -> str:
    """A number in Roman numerals."""
    made = ""
    for value, sign in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        made += sign * (number // value)
        number %= value
    return made


def doi(chance: Chance) -> str:
    """A DOI of one of the common shapes."""

    def digits(low: int, high: int = 0) -> str:
        many = chance.between(low, high or low)
        return "".join(chance.pick("0123456789") for _ in range(many))

    prefix = f"10.{chance.between(1000, 9999)}{chance.pick(('', '', chance.between(0, 9)))}"
    letters = "".join(chance.pick(_LETTERS) for _ in range(chance.between(2, 6)))
    year = chance.between(1995, 2024)
    tail = chance.pick(
        (
            f"{letters}.{year}.{digits(2)}.{digits(3)}",
            f"s{digits(5)}-0{digits(2)}-{digits(4)}-{chance.pick('0123456789x')}",
            f"{letters}.{digits(5, 8)}",
            f"{letters}/{letters}{digits(3)}",
            f"{digits(8)}.{year}.{digits(6)}",
            f"978-3-{digits(2)}-{digits(6)}-{digits(1)}_{chance.between(1, 40)}",
            f"j.{digits(4)}-{digits(4)}.{year}.{digits(5)}.x",
            f"{letters.upper()}{chance.between(1, 99)}.{chance.between(1, 12)}.{digits(2, 3)}",
            f"journal.p{letters[:3]}.{digits(7)}",
            f"S{digits(4)}-{digits(4)}({digits(2)}){digits(5)}-{digits(1)}",
        )
    )
    return f"{prefix}/{tail}"


def isbn(chance: Chance) -> str:
    """An ISBN, with or without hyphens, its check digit not counted out."""
    group, house = chance.between(0, 9), chance.between(100, 9999)
    item, check = chance.between(1000, 9999), chance.pick("0123456789X")
    parts = [str(group), str(house), str(item), check if chance.often(0.5) else str(chance.between(0, 9))]
    if chance.often(0.6):
        parts.insert(0, "978")
        parts[-1] = str(chance.between(0, 9))
    return chance.pick(("-", "-", "", " ")).join(parts)


def issn(chance: Chance) -> str:
    """An ISSN."""
    return f"{chance.between(1000, 9999)}-{chance.between(100, 999)}{chance.pick('0123456789X')}"


def _slug(chance: Chance, title: str) -> str:
    """Words of a title as they stand in an address."""
    words = re.findall(r"[a-z0-9]+", title.lower())[: chance.between(2, 8)]
    return chance.pick(("-", "-", "-", "_", "", "%20")).join(words)


def address(chance: Chance, host: str, title: str) -> str:
    """An address at a host; <slug> and <n> in it are words of the title and a number."""
    made = (
        "".join(host.lower().split())
        .replace("<slug>", _slug(chance, title))
        .replace("<n>", str(chance.between(100, 9999999)))
    )
    return f"{chance.pick(('https://', 'https://', 'http://', 'https://www.', ''))}{made}"


def url(chance: Chance, site: str, title: str) -> str:
    """An address on the web, with words of the site and the title in it."""
    host = re.sub(r"[^a-z0-9]", "", site.lower().split(".")[0])[:18] or "archive"
    tail = chance.pick(_TAILS).format(n=chance.between(10, 99999))
    slug = _slug(chance, title)
    way = chance.pick(
        (
            f"{chance.between(2003, 2025)}/{chance.between(1, 12):02}/{chance.between(1, 28):02}/{slug}",
            slug,
            slug,
            f"{chance.pick(_FOLDERS)}/{slug}",
            f"{chance.pick(('view', 'item', 'stable', 'id', 'node', 'record'))}/{chance.between(1000, 9999999)}",
            f"articles/{slug}-{chance.between(1000, 99999999)}",
            "",
        )
    )
    start = chance.pick(("https://www.", "https://www.", "http://www.", "https://", "http://", "www."))
    return (
        f"{start}{host}.{chance.draw(_ENDS)}/{way}{tail if way else ''}"
        if way or tail == "/"
        else f"{start}{host}.{chance.draw(_ENDS)}"
    )
