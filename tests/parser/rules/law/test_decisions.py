"""Decisions of courts in the forms of Europe, and articles in its journals of law."""

from __future__ import annotations

import pytest

from anora_bib.model.essay.pieces import Reference
from anora_bib.parser import parse
from anora_bib.parser.rule_parser import RuleParser

REPORTED = {
    "title": "Orme v Wick Harbour Board",
    "issued": "1969",
    "volume": "2",
    "container-title": "QB",
    "page": "173",
}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Orme v Wick Harbour Board [1969] 2 QB 173", REPORTED),
        ("See Orme v Wick Harbour Board [1969] 2 QB 173, 181.", {**REPORTED, "locator": "181"}),
        (
            "R (Orme) v Hull CC [2011] UKSC 26, [2011] 1 WLR 899 [42]",
            {"title": "R (Orme) v Hull CC", "container-title": "UKSC", "number": "26", "locator": "42"},
        ),
        ("*Orme v Wick Harbour Board* [1969] 2 QB 173.", REPORTED),
        ("Re Orme [2003] AC 40", {"title": "Re Orme", "container-title": "AC"}),
        ("Orme v Denmark (1992) 16 EHRR 97", {"volume": "16", "container-title": "EHRR", "issued": "1992"}),
        (
            "*Orme v Hull Dock Co.*, 146 AD2d 439, 440 (1st Dept 1989).",
            {"container-title": "AD2d", "volume": "146", "page": "439", "locator": "440", "authority": "1st Dept"},
        ),
        (
            "Orme v Tide Corp., 227 F3d 36 [2d Cir 2000]",
            {"container-title": "F3d", "page": "36", "authority": "2d Cir", "issued": "2000"},
        ),
        (
            "Case C-12/98 Orme and others EU:C:1999:41, para 26.",
            {"number": "C-12/98", "title": "Orme and others", "locator": "26"},
        ),
        (
            "BGH, Urteil vom 18.04.2013 – III ZR 15/12, NJW 2013, 2201",
            {
                "authority": "BGH",
                "issued": "2013-04-18",
                "number": "III ZR 15/12",
                "container-title": "NJW",
                "page": "2201",
            },
        ),
        (
            "OLG Köln, Beschl. v. 3. Mai 1999 – 2 U 4/98, BGHZ 7, 198 (205)",
            {"authority": "OLG Köln", "issued": "1999-05-03", "volume": "7", "page": "198", "locator": "205"},
        ),
        (
            "Vgl. BVerfGE 7, 198 (205 f.)",
            {"container-title": "BVerfGE", "volume": "7", "page": "198", "locator": "205 f"},
        ),
    ],
)
def test_a_decision_is_cited_by_its_parts(text: str, fields: dict[str, str]) -> None:
    [entry] = parse(text)
    assert entry.type == "legal_case"
    said = {name: date.iso if (date := entry.date(name)) else entry.string(name) for name in fields}
    assert said == fields


@pytest.mark.parametrize(
    "text",
    [
        "Alison Roe, ‘Lamps v Fog’ (1999) 12 MLR 97",
        "The board (1969) 2 years later took the side of Hull v York [so the minutes].",
        "Fairs [1998] AB 12",
    ],
)
def test_what_only_looks_like_a_decision_is_none(text: str) -> None:
    read = [piece.entry for piece in RuleParser().pieces(text) if isinstance(piece, Reference)]
    assert all(entry.type != "legal_case" for entry in read)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("(1999) 12 MLR 97, 101", {"volume": "12", "container-title": "MLR", "page": "97", "locator": "101"}),
        ("[2005] PL 440", {"container-title": "PL", "page": "440"}),
        ("(2004–05) 7(2) Harbour Law Journal 214", {"volume": "7", "issue": "2", "page": "214"}),
    ],
)
def test_an_article_has_its_year_before_volume_journal_and_page(text: str, fields: dict[str, str]) -> None:
    [entry] = parse(f"Alison Roe, ‘Lamps and Fog in Law’ {text}")
    assert (entry.type, entry.string("title")) == ("article-journal", "Lamps and Fog in Law")
    assert {name: entry.string(name) for name in fields} == fields


def test_a_page_that_looks_like_a_year_is_no_day() -> None:
    [entry] = parse("Ada Orme, Lamps and the Law, 95 YALE L.J. 1601, 1603 (1986).")
    assert (entry.string("container-title"), entry.string("page"), entry.string("locator")) == (
        "YALE L.J.", "1601", "1603"
    )  # fmt: skip
