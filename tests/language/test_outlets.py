"""Names and hosts of outlets, as they are printed."""

from __future__ import annotations

import pytest

from anora_bib.language.outlets import type_at_host, type_of_doi, type_of_pieces


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("The Boston Globe", "article-newspaper"),
        ("boston globe", "article-newspaper"),
        ("The Times (London)", "article-newspaper"),
        ("L’Espresso", "article-magazine"),
        ("Der Spiegel", "article-magazine"),
        ("Grove Music Online", "entry-encyclopedia"),
        ("Journal of Tides", ""),
        ("The", ""),
        ("", ""),
    ],
)
def test_name(name: str, type: str) -> None:
    assert type_of_pieces(name) == type


@pytest.mark.parametrize(
    ("address", "type"),
    [
        ("https://www.nytimes.com/2011/05/04/tides.html", "article-newspaper"),
        ("roe.wordpress.com/tides", "post-weblog"),
        ("http://notnytimes.com/tides", ""),
        ("https://tides.example.org/www.nytimes.com", ""),
        ("", ""),
    ],
)
def test_host(address: str, type: str) -> None:
    assert type_at_host(address) == type


@pytest.mark.parametrize(
    ("doi", "type"), [("10.48550/arXiv.1706.03762", "article"), ("10.5061/DRYAD.x1", "dataset"), ("10.1000/182", "")]
)
def test_doi(doi: str, type: str) -> None:
    assert type_of_doi(doi) == type
