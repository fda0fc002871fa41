"""Periodicals and sites that are known by name or host, and what the pieces are that they publish."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pkgutil import get_data
from typing import Final

from anora_bib.text.characters import fold

_ARTICLES: Final = frozenset("the der die das le la les el los las il lo i gli o os a as de het".split())
_ELIDED: Final = re.compile(r"\A[Ll]['\u2019](?=\w)")
_SITE: Final = re.compile(r"(?<=\w)\.(?:com|org|net)\Z")
"""What the name of a paper has where it is named by its site: "Time.com"."""
_LABELS_OF_HOST: Final = 5


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    """The types by folded name without an article ("names"), by host ("hosts"), and by how a DOI begins ("doi")."""
    tables = tomllib.loads((get_data(__name__, "outlets.toml") or b"").decode("utf-8"))
    names = {_bare(name): type for type, listed in tables["names"].items() for name in listed.split(";")}
    others = {
        table: {word: type for type, listed in tables[table].items() for word in listed.split()}
        for table in ("hosts", "doi")
    }
    return {"names": names, **others}


def _bare(name: str) -> str:
    folded = fold(_ELIDED.sub("", name))
    first, _, rest = folded.partition(" ")
    return rest if rest and first in _ARTICLES else folded


def type_of_pieces(name: str) -> str:
    """The CSL type of what a periodical or site of that name publishes, "" for one that is not known.

    >>> type_of_pieces("The Boston Globe")
    'article-newspaper'
    """
    known, bare = _tables()["names"], _bare(name.partition(" (")[0])
    return known.get(bare, "") or known.get(_SITE.sub("", bare), "")


def type_at_host(address: str) -> str:
    """The CSL type of what stands at the host of an address, "" for one that is not known.

    >>> type_at_host("https://roe.wordpress.com/2012/04/tides")
    'post-weblog'
    """
    known = _tables()["hosts"]
    return next((known[host] for host in _hosts(address) if host in known), "")


_WEBLOG: Final = re.compile(
    r"(?:\A|//)(?:www\.)?(?:we)?blogg?s?\.|\.(?:blog|blogs)(?:/|\Z)|/(?:we)?blogg?s?/", re.IGNORECASE
)


def is_weblog_address(address: str) -> bool:
    """Whether the host of an address, or a folder of it, is called a blog.

    >>> is_weblog_address("https://tides.example.org/blog/lamps")
    True
    """
    return _WEBLOG.search(address) is not None


def type_of_doi(doi: str) -> str:
    """The CSL type of what an agency gives DOIs that begin so, "" for others.

    >>> type_of_doi("10.48550/arXiv.1706.03762")
    'article'
    """
    folded = doi.lower()
    return next((type for start, type in _tables()["doi"].items() if folded.startswith(start)), "")


def _hosts(address: str) -> Iterator[str]:
    """The host of an address, then each that it is a subdomain of."""
    host = address.rpartition("://")[2].partition("/")[0].lower()
    labels = host.split(".")[-_LABELS_OF_HOST:]
    return (".".join(labels[at:]) for at in range(len(labels) - 1))
