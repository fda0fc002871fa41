"""Short forms: what they point at and where in it."""

from __future__ import annotations

import pytest

from anora_bib.parser import short_form

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
    ("de Beauvoir, The Second Sex, 267.", "short-title", "de Beauvoir", "The Second Sex", "", "page", "267"),
]

WHOLE = [
    ("Fisher, Mark. Capitalist Realism. Zero Books. 2009.", "a whole reference"),
    ("Smith, Molly, 12", "a name and a number"),
    ("Smith, Revolting, 2020.", "a year is no page"),
    ("Mark Fisher, Capitalist Realism (Winchester: Zero Books, 2009), 12.", "a whole note"),
    ("See the note on sources for more.", "prose with the word note"),
    ("He says the same ibid. and elsewhere in the book.", "ibid. inside a sentence"),
    ("", "nothing"),
]


@pytest.mark.parametrize(
    ("text", "kind", "names", "title", "note", "label", "locator"), FORMS, ids=[row[0] for row in FORMS]
)
def test_short_form(text: str, kind: str, names: str, title: str, note: str, label: str, locator: str) -> None:
    form = short_form(text)
    assert form is not None
    printed = "; ".join(name.inverted for name in form.names)
    assert (form.kind, printed, form.title, form.note, form.label, form.locator) == (
        kind,
        names,
        title,
        note,
        label,
        locator,
    )
    assert form.span.of(text) == text.strip()


@pytest.mark.parametrize(("text", "reason"), WHOLE, ids=[reason for _, reason in WHOLE])
def test_is_no_short_form(text: str, reason: str) -> None:
    assert short_form(text) is None, reason
