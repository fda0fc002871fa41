"""The forms of verbs, by rule and from tables of irregular ones."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from anora_bib.language.saying.inflection import Forms, inflected

IRREGULAR: Mapping[str, Mapping[str, str]] = {
    "en": {"say": "said", "write": "wrote written", "quip": "quipped quipping", "see": "saw seen"},
    "de": {"weisen": "weist wies | gewiesen", "schreiben": "schreibt schrieb | geschrieben"},
    "fr": {"écrire": "écrit écrivait | écrit écrite"},
    "es": {"sostener": "sostiene sostuvo | sostenido"},
    "it": {"scrivere": "scrive scrisse | scritto"},
}


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("argue", "argue argues argued arguing"),
        ("deny", "deny denies denied denying"),
        ("say", "say says said saying"),
        ("write", "write writes wrote written writing"),
        ("stress", "stress stresses stressed stressing"),
        ("disagree", "disagree disagrees disagreed disagreeing"),
        ("quip", "quip quips quipped quipping"),
        ("see", "see sees saw seen seeing"),
    ],
)
def test_english(lemma: str, forms: str) -> None:
    assert inflected(lemma, "en", IRREGULAR["en"]) == Forms(frozenset(forms.split()))


@pytest.mark.parametrize(
    ("language", "lemma", "finite", "nonfinite"),
    [
        ("fr", "avancer", "avance avançait avança avancèrent avancerait", "avancé avancées avancer"),
        ("fr", "juger", "juge jugeait jugea", "jugé"),
        ("fr", "penser", "pense pensait", "pensé"),
        ("fr", "suggérer", "suggère suggérait suggèrera suggérera", "suggéré"),
        ("fr", "relever", "relève relevait", "relevé"),
        ("fr", "rappeler", "rappelle rappelait rappellera", "rappelé"),
        ("fr", "définir", "définit définissait", "défini définie"),
        ("fr", "répondre", "répond répondait", "répondu"),
        ("fr", "écrire", "écrit écrivait", "écrit écrite écrire"),
        ("es", "afirmar", "afirma afirmaba afirmó afirmará", "afirmado afirmar"),
        ("es", "mostrar>muestr", "muestra mostraba mostró", "mostrado"),
        ("es", "concluir", "concluye concluía concluyó", "concluido"),
        ("es", "creer", "cree creía creyó", "creído"),
        ("es", "sostener", "sostiene sostuvo", "sostenido sostener"),
        ("it", "affermare", "afferma affermava affermò", "affermato"),
        ("it", "criticare", "critica criticò criticherà", "criticata"),
        ("it", "denunciare", "denuncia denunciava denuncerà", "denunciato"),
        ("it", "definire", "definisce definiva definì", "definito"),
        ("it", "scoprire>scopr", "scopre scopriva", "scoprire"),
        ("it", "scrivere", "scrive scrisse", "scritto scrivere"),
        ("de", "zeigen", "zeigt zeigte zeigten", "gezeigt zeigen"),
        ("de", "bezeichnen", "bezeichnet bezeichnete", "bezeichnet"),
        ("de", "warnen", "warnt warnte", "gewarnt"),
        ("de", "schildern", "schildert schilderte", "geschildert"),
        ("de", "zitieren", "zitiert zitierte", "zitiert"),
        ("de", "beschreiben", "beschreibt beschrieb", "beschrieben"),
        ("de", "hin|weisen", "hinweist hinwies", "hingewiesen hinweisen hinzuweisen"),
        ("de", "Frage|stellen", "", "fragegestellt"),
    ],
)  # fmt: skip
def test_other_languages(language: str, lemma: str, finite: str, nonfinite: str) -> None:
    forms = inflected(lemma, language, IRREGULAR[language])
    assert set(finite.split()) <= forms.finite
    assert set(nonfinite.split()) <= forms.nonfinite


def test_a_verb_whose_form_ends_its_clause() -> None:
    forms = inflected("hin|weisen", "de", IRREGULAR["de"])
    assert forms.parted >= {("weist", "hin"), ("wies", "hin")}
    assert not inflected("zeigen", "de", {}).parted


def test_wrong_forms_are_not_made() -> None:
    assert "pènse" not in inflected("penser", "fr", {}).finite
    assert "gebeschreibt" not in inflected("beschreiben", "de", {}).nonfinite
    assert "scoprisce" not in inflected("scoprire>scopr", "it", {}).finite
