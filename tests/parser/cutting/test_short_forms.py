"""Short forms and cross-references: what they point at and where in it."""

from __future__ import annotations

import pytest

from anora_bib.model.essay.pieces import CrossReference, Piece, Reference, Remark, ShortForm
from anora_bib.parser import parse, pieces

FORMS = [
    # text, kind, names, title, note, label, locator
    ("Ibid.", "ibid", "", "", "", "", ""),
    ("ibid", "ibid", "", "", "", "", ""),
    ("Ibid., 12.", "ibid", "", "", "", "page", "12"),
    ("_Ibid_., p. 7", "ibid", "", "", "", "page", "7"),
    ("Ibid., pp. 7–9.", "ibid", "", "", "", "page", "7–9"),
    ("Ibid., ch. 3", "ibid", "", "", "", "chapter", "3"),
    ("Roe, ibid.", "ibid", "Roe", "", "", "", ""),
    ("See ibid., 45 (emphasis added).", "ibid", "", "", "", "page", "45"),
    ("Id. at 5.", "ibid", "", "", "", "page", "5"),
    ("[7] Ibid. ↩︎", "ibid", "", "", "", "", ""),
    ("Roe, op. cit., p. 8.", "op-cit", "Roe", "", "", "page", "8"),
    ("Roe, op. cit., Book of Things, p. 8", "op-cit", "Roe", "Book of Things", "", "page", "8"),
    ("Jane Roe, op. cit.", "op-cit", "Roe, Jane", "", "", "", ""),
    ("Roe and Doe, op. cit., 33", "op-cit", "Roe; Doe", "", "", "page", "33"),
    ("Loc. cit.", "loc-cit", "", "", "", "", ""),
    ("Roe, loc. cit.", "loc-cit", "Roe", "", "", "", ""),
    ("Idem, p. 12", "idem", "", "", "", "page", "12"),
    ("See note 4.", "note", "", "", "4", "", ""),
    ("See note 4 above.", "note", "", "", "4", "", ""),
    ("Supra note 4, at 12.", "note", "", "", "4", "page", "12"),
    ("Roe, supra note 4, at 12.", "note", "Roe", "", "4", "page", "12"),
    ("See above, n. 4", "note", "", "", "4", "", ""),
    ("n. 4", "note", "", "", "4", "", ""),
    ("Vgl. Anm. 4.", "note", "", "", "4", "", ""),
    ("Siehe oben, Anmerkung 12", "note", "", "", "12", "", ""),
    ("Voir note 4, p. 7", "note", "", "", "4", "page", "7"),
    ("Smith, Revolting, 12.", "short-title", "Smith", "Revolting", "", "page", "12"),
    (
        "Smith and Mac, Revolting Prostitutes, 45–46.",
        "short-title",
        "Smith; Mac",
        "Revolting Prostitutes",
        "",
        "page",
        "45–46",
    ),
    ("Mulvey, “Visual Pleasure,” 9.", "short-title", "Mulvey", "Visual Pleasure", "", "page", "9"),
    ("Mulvey, *Visual Pleasure*, p. 9", "short-title", "Mulvey", "Visual Pleasure", "", "page", "9"),
    ("Ebd., S. 4", "ibid", "", "", "", "page", "4"),
    ("ebenda", "ibid", "", "", "", "", ""),
    ("Vgl. ebd., S. 12ff.", "ibid", "", "", "", "page", "12ff"),
    ("Ibíd., p. 3", "ibid", "", "", "", "page", "3"),
    ("Ibid. p12, passim", "ibid", "", "", "", "page", "12"),
    ("Roe, a. a. O., S. 8.", "op-cit", "Roe", "", "", "page", "8"),
    ("Roe, art. cit., p. 8.", "op-cit", "Roe", "", "", "page", "8"),
    ("Fichou 1999, p. 119.", "author-date", "Fichou", "", "", "page", "119"),
    ("(Harvey 1982)", "author-date", "Harvey", "", "", "", ""),
    ("See Roe and Doe (1982), 44–45.", "author-date", "Roe; Doe", "", "", "page", "44–45"),
    ("Roe et al. 2001: 12", "author-date", "Roe", "", "", "page", "12"),
    ("Arne, “Salt and Men,” 110 n. 4, fig. 2.", "short-title", "Arne", "Salt and Men", "", "page", "110 n. 4"),
    ("Arne, *Salt*, vol. 2, p. 9", "short-title", "Arne", "Salt", "", "volume", "2"),
    ("Arne, *Salt*, bk. 3, ch. 2.", "short-title", "Arne", "Salt", "", "book", "3"),
    ("Arne, *Salt*, 12, 15–17, and 22.", "short-title", "Arne", "Salt", "", "page", "12, 15–17, and 22"),
    ("Arne, *Salt*, fol. 12v.", "short-title", "Arne", "Salt", "", "folio", "12v"),
    ("Arne, Book of Hours, fols. 12r–13v", "short-title", "Arne", "Book of Hours", "", "folio", "12r–13v"),
    ("Riva, *Il sale*, cit., p. 4.", "short-title", "Riva", "Il sale", "", "page", "4"),
    ("Riva, cit., p. 4.", "op-cit", "Riva", "", "", "page", "4"),
    ("Id., *Il sale*, cit., cap. 3.", "idem", "", "Il sale", "", "chapter", "3"),
    ("Ivi, cap. III, § 5.", "ibid", "", "", "", "chapter", "III"),
    ("Ebd., Kap. 3, Abb. 7.", "ibid", "", "", "", "chapter", "3"),
    ("Ibid., §§ 12–14 (emphasis added).", "ibid", "", "", "", "section", "12–14"),
    ("Arne: Das Salz, S. 12.", "short-title", "Arne", "Das Salz", "", "page", "12"),
    ("Arne, supra, at 37.", "op-cit", "Arne", "", "", "page", "37"),
    ("Arne, *supra* note 4, at 37.", "note", "Arne", "", "4", "page", "37"),
    ("Arne (n 4) 12–13.", "note", "Arne", "", "4", "page", "12–13"),
    ("Arne (wie Anm. 4), S. 12 f.", "note", "Arne", "", "4", "page", "12 f"),
    ("Arne, *Salt* (see note 4 above), 12.", "note", "Arne", "", "4", "page", "12"),
    ("Arne, *Salt*, 12 (above, n. 4).", "note", "Arne", "", "4", "page", "12"),
    ("Arne: Das Salz (wie Anm. 4), S. 30.", "note", "Arne", "", "4", "page", "30"),
    ("Arne: Das Salz (1995), wie Anm. 4, S. 30.", "note", "Arne", "", "4", "page", "30"),
    ("Arne, *Salz* (1991/1995), wie Anm. 4.", "note", "Arne", "", "4", "", ""),
    (
        "Ada R. Arne: Das Salz (1995), wie Anm. 4, S. 30-46, hier S. 37.",
        "note",
        "Arne, Ada R.",
        "",
        "4",
        "page",
        "30-46",
    ),
    ("*Arne*, 12 F.2d at 38.", "short-title", "Arne", "", "", "page", "38"),
    ("*See also* Arne, 550 U.S. at 553 (quoting Roe).", "short-title", "Arne", "", "", "page", "553"),
    ("de Beauvoir, The Second Sex, 267.", "short-title", "de Beauvoir", "The Second Sex", "", "page", "267"),
]

WHOLE = [
    ("Fisher, Mark. Capitalist Realism. Zero Books. 2009.", "a whole reference"),
    ("Smith, Molly, 12", "a name and a number"),
    ("Smith, Revolting, 2020.", "a year is no page"),
    ("Mark Fisher, Capitalist Realism (Winchester: Zero Books, 2009), 12.", "a whole note"),
    ("See the note on sources for more.", "prose with the word note"),
    ("He says the same ibid. and elsewhere in the book.", "ibid. inside a sentence"),
    ("Harvey 1982", "a name and a year may be a caption"),
    ("Arne, *Salt* (Verso 2020).", "a house and a year are no place"),
    ("Arne, *Salt*, 3rd ed.", "an edition is no place"),
    ("Arne, *Salt* (with 12 plates).", "words in brackets are no place"),
    ("Summer 2010, 12", "a season"),
    ("", "nothing"),
]

SEVERAL = [
    # text, the kind and the words of each piece
    (
        "See Smith, “Title A,” 7; Roe, Book, 15.",
        [("short-title", "See Smith, “Title A,” 7"), ("short-title", "Roe, Book, 15.")],
    ),
    (
        "Ibid., 7; see also Jane Roe, The Orchard (London: Verso, 2001), 12.",
        [("ibid", "Ibid., 7"), ("reference", "see also Jane Roe, The Orchard (London: Verso, 2001), 12.")],
    ),
    ("Ibid., 7.", [("ibid", "Ibid., 7.")]),
    (
        "Fisher, Mark. Capitalist Realism. Zero Books. 2009.",
        [("reference", "Fisher, Mark. Capitalist Realism. Zero Books. 2009.")],
    ),
    (
        "Ibid., 12. She goes on to say that it was cut.",
        [("ibid", "Ibid., 12."), ("remark", "She goes on to say that it was cut.")],
    ),
    (
        "Roe, op. cit., p. 8, where it is doubted.",
        [("op-cit", "Roe, op. cit., p. 8"), ("remark", "where it is doubted.")],
    ),
    ("*Id.*; *Arne*, 12 F.2d at 36.", [("ibid", "*Id.*"), ("short-title", "*Arne*, 12 F.2d at 36.")]),
    (
        "Riva, *Il sale* (note 1), p. 3; Arne (n. 4) 33.",
        [("note", "Riva, *Il sale* (note 1), p. 3"), ("note", "Arne (n. 4) 33.")],
    ),
    ("See note 3; the film is another one.", [("note", "See note 3"), ("remark", "the film is another one.")]),
    ("Note 3 of her book is wrong about that.", [("remark", "Note 3 of her book is wrong about that.")]),
]


def kind_of(piece: Piece) -> str:
    if isinstance(piece, ShortForm):
        return piece.kind
    names = {CrossReference: "note", Reference: "reference", Remark: "remark"}
    return names.get(type(piece), "unknown")


def form_of(text: str) -> ShortForm | CrossReference | None:
    """The short form that the text wholly is."""
    found = pieces(text)
    return found[0] if len(found) == 1 and isinstance(found[0], ShortForm | CrossReference) else None


@pytest.mark.parametrize(
    ("text", "kind", "names", "title", "note", "label", "locator"), FORMS, ids=[row[0] for row in FORMS]
)
def test_short_form(text: str, kind: str, names: str, title: str, note: str, label: str, locator: str) -> None:
    form = form_of(text)
    assert form is not None
    printed = "; ".join(name.inverted for name in form.names)
    if isinstance(form, CrossReference):
        assert (kind, title, form.note) == ("note", "", note)
    else:
        assert (form.kind, form.title, note) == (kind, title, "")
    assert (printed, form.label, form.locator) == (names, label, locator)
    assert form.words.of(text) == text.strip()


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_short_forms_of_one_note(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(kind_of(piece), piece.words.of(text)) for piece in pieces(text)] == expected


def test_two_short_forms_are_no_reference() -> None:
    assert parse("See Smith, “Title A,” 7; Roe, Book, 15.") == []


def test_year_of_an_author_date_form_is_as_printed() -> None:
    form = form_of("Roe 1982a, 44")
    assert isinstance(form, ShortForm)
    assert form.year == "1982a"


@pytest.mark.parametrize(("text", "reason"), WHOLE, ids=[reason for _, reason in WHOLE])
def test_is_no_short_form(text: str, reason: str) -> None:
    assert not any(isinstance(piece, ShortForm | CrossReference) for piece in pieces(text)), reason


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("Arne, *Salt*, 110, fig. 2.", "fig. 2"),
        ("Ibid., vol. 2, 14, pl. 3", ""),
        ("Arne, *Salt*, vol. 2, p. 9 (emphasis added)", "p. 9, emphasis added"),
        ("Arne, 550 U.S. at 553 (holding that salt is salt)", "holding that salt is salt"),
    ],
)
def test_what_is_said_beyond_the_first_place_is_kept(text: str, suffix: str) -> None:
    form = form_of(text)
    assert (form.suffix if form else "") == suffix
