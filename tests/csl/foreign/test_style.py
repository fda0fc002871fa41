"""What of a style reaches citeproc-py."""

from __future__ import annotations

from anora_bib.csl.foreign.style import initials_made_plain
from anora_bib.csl.styletree.elements import LANG, XMLElement, read_xml
from tests.csl.snippets import NS

WHOLE = f"""<?xml version="1.0"?>
<style xmlns="{NS}" xmlns:x="urn:x" initialize-with="." x:y="z" class="note">
  <info><x:note/><title>A &amp; "B" &lt;C&gt;</title></info>
  <locale xml:lang="fr"><terms><term name="and">&amp;#160;et</term></terms></locale>
  <macro name="a"><names variable="author"><name {{}}/></names></macro>
  <citation initialize-with=";">
    <layout suffix="&#10;'&quot;"><names variable="author"><name/></names></layout>
  </citation>
</style>"""


def reread(names: str) -> XMLElement:
    return read_xml(initials_made_plain(WHOLE.format(names)).decode())


def below(root: XMLElement, name: str) -> list[XMLElement]:
    return [found for child in root for found in ([child] if child.name == name else []) + below(child, name)]


def test_names_that_stay_whole_have_no_initials_and_the_others_keep_theirs() -> None:
    root = reread('initialize="false"')
    assert [name.get("initialize-with") for name in below(root, "name")] == ["", ";"]
    assert "initialize-with" not in root.attributes
    assert "initialize-with" not in below(root, "citation")[0].attributes


def test_where_all_names_have_initials_the_style_says_so_still() -> None:
    root = reread("")
    assert [name.get("initialize-with") for name in below(root, "name")] == [".", ";"]
    assert root.get("initialize-with") == "."


def test_a_name_s_own_initials_come_first() -> None:
    assert below(reread('initialize-with=","'), "name")[0].get("initialize-with") == ","


def test_all_else_of_csl_stays() -> None:
    root = reread("")
    assert (root.name, root.get("class")) == ("style", "note")
    assert [title.text for title in below(root, "title")] == ['A & "B" <C>']
    assert below(root, "locale")[0].attributes == {LANG: "fr"}
    assert below(root, "layout")[0].get("suffix") == "\n'\""


def test_what_is_escaped_twice_is_read_as_our_own_engine_reads_it() -> None:
    assert below(reread(""), "term")[0].text == "\u00a0et"


def test_another_vocabulary_stays_away() -> None:
    xml = initials_made_plain(WHOLE.format("")).decode()
    assert "note/" not in xml
    assert "z" not in read_xml(xml).attributes.values()
