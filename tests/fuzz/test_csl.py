"""Whatever a style or an item holds, the style is refused or the item printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from anora_bib.csl import Processor, Style
from anora_bib.errors import AnoraBibError
from anora_bib.model.values.csl import DATE_VARIABLES, NAME_VARIABLES, TYPES
from anora_bib.system import resources
from tests.fuzz.support import HOSTILE, fuzz, mutated

OWN = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info>
<title>t</title><id>t</id></info>
<macro name="m"><names variable="author editor"><name form="long" initialize-with="." et-al-min="3"
et-al-use-first="1"/><label form="short" prefix=" ("/><substitute><text variable="title"/></substitute></names></macro>
<citation collapse="year" disambiguate-add-year-suffix="true"><sort><key macro="m"/></sort><layout prefix="(" suffix=")"
delimiter="; "><group delimiter=", "><text macro="m"/><date variable="issued"><date-part name="year"
range-delimiter="-"/>
</date><number variable="volume" form="ordinal"/><text variable="locator"/></group></layout></citation>
<bibliography subsequent-author-substitute="---"><layout suffix="."><text macro="m"/><choose>
<if type="book" is-numeric="volume"><text variable="title" font-style="italic" text-case="title"/></if>
<else><text variable="title" quotes="true"/></else></choose>
<text variable="page"/><text variable="DOI"/></layout></bibliography></style>"""

TEXTS = st.one_of(
    st.sampled_from(HOSTILE), st.text(max_size=6), st.sampled_from(["1-3", "ii", "12th", "A Title: Sub", "-"])
)
NUMBERS = st.one_of(TEXTS, st.integers(-(10**6), 10**6))
NAMES = st.lists(
    st.dictionaries(st.sampled_from(["family", "given", "literal", "suffix", "dropping-particle"]), TEXTS, max_size=3),
    max_size=4,
)
DATES = st.one_of(
    st.builds(lambda parts: {"date-parts": parts}, st.lists(st.lists(NUMBERS, max_size=4), max_size=3)),
    st.builds(lambda text: {"raw": text}, TEXTS),
    st.builds(lambda text: {"literal": text, "circa": True}, TEXTS),
)
VALUES = {**dict.fromkeys(sorted(NAME_VARIABLES), NAMES), **dict.fromkeys(sorted(DATE_VARIABLES), DATES)}


@st.composite
def items(draw: st.DrawFn) -> dict[str, object]:
    names = ["author", "editor", "issued", "accessed", "title", "container-title", "volume", "issue", "page", "edition",
             "DOI", "URL", "note", "publisher", "number", "language"]  # fmt: skip
    item: dict[str, object] = {"type": draw(st.sampled_from(sorted(TYPES)))}
    for name in draw(st.lists(st.sampled_from(names), max_size=7, unique=True)):
        item[name] = draw(VALUES.get(name, NUMBERS))
    return item


STYLES = ("film-essay", "film-essay-notes", "mla", "chicago", "apa", "ieee")
OUTPUTS = ("text", "html", "markdown", "latex", "rtf", "rst")


def printed(style: Style, given: list[dict[str, object]], to: str) -> None:
    numbered = [{**item, "id": str(number)} for number, item in enumerate(given)]
    processor = Processor(style, numbered, to=to)
    cited = [{"citationItems": [{"id": str(item["id"]), "locator": "3-5", "label": "page"} for item in numbered]}] * 2
    text = [str(processor.citations(cited))] if cited else []
    text.append(str(processor.bibliography()))
    "".join(text).encode("utf-8")


@fuzz(40)
@given(
    style=st.sampled_from(STYLES), given_items=st.lists(items(), min_size=1, max_size=4), to=st.sampled_from(OUTPUTS)
)
@example(
    style="apa", given_items=[{"type": "book", "volume": "-"}, {"issued": {"date-parts": [[2001], []]}}], to="text"
)
@example(style="apa", given_items=[{"type": "book", "issued": {"date-parts": [["9" * 5000]]}}], to="text")
@example(style="mla", given_items=[{"type": "book", "volume": "9" * 5000, "edition": "9" * 5000}], to="text")
def test_odd_items_are_printed(style: str, given_items: list[dict[str, object]], to: str) -> None:
    printed(Style.load(style), given_items, to)


ITEM: dict[str, object] = {
    "type": "book",
    "title": "A Title",
    "author": [{"family": "Doe", "given": "Ann"}],
    "volume": "3",
    "issued": {"date-parts": [[2001, 5]]},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("styles")


@fuzz(40)
@given(data=st.data())
def test_a_broken_style_is_refused_or_used(folder: Path, data: st.DataObject) -> None:
    bundled = [path.read_text("utf-8") for path in sorted(resources.styles().glob("*.csl"))]
    path = folder / "broken.csl"
    text = data.draw(mutated([OWN, OWN, *bundled]))
    path.write_text(text, "utf-8", errors="replace")
    try:
        style = Style.load(path)
        printed(style, [ITEM, {"type": "chapter"}], "html")
    except AnoraBibError as error:
        str(error).encode("utf-8")
