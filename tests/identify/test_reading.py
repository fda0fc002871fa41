"""References read as a style prints them."""

from __future__ import annotations

import pytest

from anora_bib.csl import Style
from anora_bib.identify.printed import plain
from anora_bib.identify.probing.prints import Printer
from anora_bib.identify.probing.probes import PROBES
from anora_bib.identify.probing.shapes import JOINT, shape
from anora_bib.identify.reading.name_lists import SAME, name_form, read_names
from anora_bib.identify.reading.readings import numbered, read
from anora_bib.identify.reading.templates import Aligner, Slot, Template, template

PEOPLE = [
    {"family": "Harper", "given": "Lena Mary"},
    {"family": "Voss", "given": "Karl"},
    {"family": "Quill", "given": "Anna Bea"},
]
ROE = {"family": "Roe", "given": "J. P."}
DYCK = {"family": "van Dyck", "given": "Ann"}
LISTS = {
    # the probe's names in a style -> names printed in it, and what they are
    ("Harper, L. M., Voss, K., & Quill, A. B.", "Roe, J. P., & van Dyck, A."): [ROE, DYCK | {"given": "A."}],
    ("Harper LM, Voss K, Quill AB", "Roe JP, van Dyck A"): [ROE, DYCK | {"given": "A."}],
    ("Harper, L. M., K. Voss, and A. B. Quill", "Roe, J. P., and Ann van Dyck"): [ROE, DYCK],
    ("HARPER, L.M.; VOSS, K.; QUILL, A.B.", "ROE, J.P."): [ROE | {"family": "ROE"}],
    ("Lena Mary Harper, Karl Voss y Anna Bea Quill", "Ann van Dyck y J.P. Roe"): [DYCK, ROE],
    ("Harper, Lena Mary / Voss, Karl / Quill, Anna Bea", "van Dyck, Ann / Roe, J. P."): [DYCK, ROE],
}


@pytest.mark.parametrize(("probe", "text"), LISTS)
def test_names_are_read_in_the_form_of_the_probe(probe: str, text: str) -> None:
    form = name_form(probe, PEOPLE, ())
    assert form is not None
    assert read_names(text, form) == LISTS[probe, text]


def test_names_left_out_and_names_repeated() -> None:
    form = name_form("Harper LM, Voss K, Quill AB", PEOPLE, ("et al.",))
    assert form is not None
    names = read_names("Roe JP, et al", form)
    assert isinstance(names, list)
    assert names[0] == ROE
    assert len(names) > 10
    assert read_names("———".replace("—", "-"), form) == SAME
    assert name_form("Nobody", PEOPLE, ()) is None


STYLES = ("apa", "vancouver", "ieee", "chicago-author-date", "american-chemical-society")
ITEM = {
    "id": "a",
    "type": "article-journal",
    "title": "Measuring soil carbon in temperate forests",
    "author": [{"family": "Okafor", "given": "Ruth L."}, {"family": "Weber", "given": "Paul"}],
    "container-title": "Annals of Botany",
    "volume": "17",
    "issue": "2",
    "page": "201-219",
    "issued": {"date-parts": [[2004]]},
}


@pytest.mark.parametrize("name", STYLES)
def test_what_a_style_prints_is_read_by_its_template(name: str) -> None:
    printer = Printer(Style.load(name), as_note=False)
    runs = printer.prints(PROBES)["probe-0"].runs
    rows = template(runs)
    people = next(part.text for part in rows if isinstance(part, Slot) and part.variable == "author")
    form = name_form(people, PROBES[0]["author"], ())  # type: ignore[arg-type]
    assert form is not None
    text = plain(printer.prints([ITEM])["a"].lstrip("([1]). "))
    found = read(Aligner(text), "article-journal", rows, {"author": form})
    (item,) = numbered([found])
    assert item["volume"] == "17"
    assert item["issued"] == {"date-parts": [[2004]]}
    assert [person["family"] for person in item["author"]] == ["Okafor", "Weber"]  # type: ignore[attr-defined]
    if name != "american-chemical-society":
        assert str(item["title"]).lower() == str(ITEM["title"]).lower()


def test_a_dash_stands_for_the_names_before() -> None:
    form = name_form("Harper LM, Voss K, Quill AB", PEOPLE, ())
    assert form is not None
    rows: Template = [Slot("author", "Harper LM"), (".", " "), Slot("title", "Quiet things"), (".",)]
    first, second = (read(Aligner(text), "book", rows, {"author": form}) for text in ("Roe JP. One.", "---. Two."))
    items = numbered([first, second])
    assert items[1]["author"] == items[0]["author"] == [ROE]
    assert items[1]["title"] == "Two"


SHAPES = {
    "Smith, J. A., & Doe, R. (2001). The big book. Zero Books.": ("T, I., & T, I. (Y). t. T.", ". "),
    "Smith JA, Doe R. The Big Book. 2001;12(3):4–5.": ("T I, T I. T. Y;N(N):N-N.", "="),
    "SMITH, J.A. 10.1000/x.1": ("C, I. D", "."),
    "Smith, John. https://a.example/b": ("T, T. U", ""),
}


@pytest.mark.parametrize("text", SHAPES)
def test_the_shape_of_a_reference(text: str) -> None:
    assert tuple(shape(text, ()).split(JOINT)) == SHAPES[text]


def test_words_of_the_styles_stay_in_a_shape() -> None:
    assert shape("Retrieved from X", {"retrieved"}) != shape("Available from X", {"retrieved"})
    assert shape("Retrieved from X", {"retrieved"})[0] not in "Tt"


@pytest.mark.parametrize(
    ("address", "variable", "value"),
    [
        ("https://doi.org/10.1097/abc.355", "DOI", "10.1097/abc.355"),
        ("10.1097/abc.355", "DOI", "10.1097/abc.355"),
        ("https://example.org/10.5/x", "URL", "https://example.org/10.5/x"),
    ],
)
def test_an_address_that_no_slot_takes_is_read(address: str, variable: str, value: str) -> None:
    parts: Template = (Slot("title", "Small"), tuple(". "), Slot("container-title", "Notes"), (".",))
    found = read(Aligner(f"Lamps. Reels. {address}"), "article-journal", parts, {})
    assert found.item[variable] == value
    assert {"DOI", "URL"} & set(found.item) == {variable}
