"""French, Spanish and Italian verbs: the third person of the tenses that essays tell in, and participles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from anora_bib.language.saying.inflection.forms import Forms, listed

_Endings = Mapping[str, tuple[str, str]]
"""By the ending of the infinitive: those of finite forms, of which two are the present, and those of participles."""

_FRENCH: Final[_Endings] = {
    "er": ("e ent ait aient a èrent era eront erait", "é ée és ées"),
    "ir": ("it issent issait issaient irent ira irait", "i ie is ies"),
    "re": ("- ent ait aient it irent ra rait", "u ue us ues"),
}
_SPANISH: Final[_Endings] = {
    "ar": ("a an aba aban ó aron ará arán aría", "ado ada ados adas"),
    "er": ("e en ía ían ió ieron erá erán ería", "ido ida idos idas"),
    "ir": ("e en ía ían ió ieron irá irán iría", "ido ida idos idas"),
}
_ITALIAN: Final[_Endings] = {
    "are": ("a ano ava avano ò arono erà eranno erebbe", "ato ata ati ate"),
    "ere": ("e ono eva evano erà erebbe", "uto uta uti ute"),
    "ire": ("isce iscono iva ivano ì irono irà irebbe", "ito ita iti ite"),
}
_OPEN: Final = {"isce": "e", "iscono": "ono"}
"""The present of Italian verbs in -ire whose own stem is given: scopre, not "scoprisce"."""
_GRAVE: Final = re.compile(r"e(?=[bcdfghjklmnpqrstvz]$)|\u00e9(?=[bcdfghjklmnpqrstvz][rl]?$|gn$)")
_DOUBLED: Final = re.compile(r"e[lt]$")
_MUTE: Final = ("e", "ent", "era", "eront", "erait")
_BOTH: Final = ("era", "eront", "erait")
"""The future of French verbs such as "suggérer" is printed with both accents."""


def french(lemma: str, irregular: Mapping[str, str]) -> Forms:
    """avancer: avance, avançait; suggérer: suggère, suggérait; rappeler: rappelle, rappelait."""
    return _regular(lemma, irregular, _FRENCH, _french)


def spanish(lemma: str, irregular: Mapping[str, str]) -> Forms:
    """afirmar: afirma, afirmó; concluir: concluye, concluyó."""
    return _regular(lemma, irregular, _SPANISH, _spanish)


def italian(lemma: str, irregular: Mapping[str, str]) -> Forms:
    """affermare: afferma, affermò; criticare: critica, criticherà."""
    return _regular(lemma, irregular, _ITALIAN, _italian)


def _regular(
    lemma: str, irregular: Mapping[str, str], table: _Endings, join: Callable[[str, str], Iterable[str]]
) -> Forms:
    """The forms by rule, unless the table of irregular verbs has them. ``join`` puts stem and ending together."""
    infinitive, _, present = lemma.partition(">")
    if infinitive in irregular:
        known = listed(irregular[infinitive])
        return Forms(known.finite, known.nonfinite | {infinitive})
    ending = max((ending for ending in table if infinitive.endswith(ending)), key=len)
    stem = infinitive.removesuffix(ending)
    finite_endings, participles = (row.split() for row in table[ending])
    forms = [
        form
        for index, one in enumerate(finite_endings)
        for form in join(present if present and index <= 1 else stem, _OPEN.get(one, one) if present else one)
    ]
    nonfinite = [form for one in participles for form in join(stem, one)]
    return Forms(frozenset(forms), frozenset((*nonfinite, infinitive)))


def _french(stem: str, ending: str) -> Iterable[str]:
    if ending == "-":
        return (stem,)
    if ending in _MUTE and _DOUBLED.search(stem):
        return (f"{stem}{stem[-1]}{ending}",)
    if ending in _MUTE and _GRAVE.search(stem):
        grave = f"{_GRAVE.sub('è', stem)}{ending}"
        return (grave, f"{stem}{ending}") if ending in _BOTH else (grave,)
    if ending[0] == "a" and stem.endswith("c"):
        stem = f"{stem[:-1]}ç"
    elif ending[0] == "a" and stem.endswith("g"):
        stem = f"{stem}e"
    return (f"{stem}{ending}",)


def _spanish(stem: str, ending: str) -> Iterable[str]:
    if ending in ("e", "en") and stem.endswith("u") and not stem.endswith("gu"):
        return (f"{stem}y{ending}",)
    if ending.startswith("id") and stem[-1] in "aeo":
        return (f"{stem}í{ending[1:]}",)
    if ending in ("ió", "ieron") and stem[-1] in "aeou" and not stem.endswith("gu"):
        return (f"{stem}y{ending[1:]}",)
    return (f"{stem}{ending}",)


def _italian(stem: str, ending: str) -> Iterable[str]:
    if ending[0] == "e" and stem.endswith(("ci", "gi")):
        return (f"{stem[:-1]}{ending}",)
    if ending.startswith("er") and stem.endswith(("c", "g")) and len(ending) > 1:
        return (f"{stem}h{ending}", f"{stem}{ending}")  # criticherà, leggerà
    return (f"{stem}{ending}",)
