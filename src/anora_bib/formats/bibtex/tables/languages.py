"""Names of languages as babel, polyglossia and biblatex have them (``langid``), and their codes (BCP 47)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_CODES: Final[Mapping[str, str]] = {
    "acadian": "fr-CA", "afrikaans": "af-ZA", "albanian": "sq-AL", "american": "en-US", "ancientgreek": "grc",
    "arabic": "ar", "armenian": "hy-AM", "australian": "en-AU", "austrian": "de-AT", "bahasa": "id-ID",
    "bahasai": "id-ID", "bahasam": "ms-MY", "basque": "eu-ES", "belarusian": "be-BY", "bengali": "bn-BD",
    "bosnian": "bs-BA", "brazil": "pt-BR", "brazilian": "pt-BR", "breton": "br-FR", "british": "en-GB",
    "bulgarian": "bg-BG", "canadian": "en-CA", "canadien": "fr-CA", "catalan": "ca-AD", "chinese": "zh-CN",
    "coptic": "cop", "croatian": "hr-HR", "czech": "cs-CZ", "danish": "da-DK", "dutch": "nl-NL", "english": "en-US",
    "esperanto": "eo", "estonian": "et-EE", "farsi": "fa-IR", "finnish": "fi-FI", "francais": "fr-FR",
    "french": "fr-FR", "frenchb": "fr-FR", "galician": "gl-ES", "georgian": "ka-GE", "german": "de-DE",
    "germanb": "de-DE", "greek": "el-GR", "hebrew": "he-IL", "hindi": "hi-IN", "hungarian": "hu-HU",
    "icelandic": "is-IS", "indonesian": "id-ID", "interlingua": "ia", "irish": "ga-IE", "italian": "it-IT",
    "japanese": "ja-JP", "korean": "ko-KR", "kurmanji": "kmr", "latin": "la", "latvian": "lv-LV",
    "lithuanian": "lt-LT", "lowersorbian": "dsb", "lsorbian": "dsb", "macedonian": "mk-MK", "magyar": "hu-HU",
    "malay": "ms-MY", "mexican": "es-MX", "mongolian": "mn-MN", "naustrian": "de-AT", "newzealand": "en-NZ",
    "ngerman": "de-DE", "nigerman": "de-DE", "norsk": "nb-NO", "norwegian": "nb-NO", "nswissgerman": "de-CH",
    "nynorsk": "nn-NO", "occitan": "oc-FR", "persian": "fa-IR", "piedmontese": "pms-IT", "polish": "pl-PL",
    "polutonikogreek": "el-polyton", "portuges": "pt-PT", "portuguese": "pt-PT", "romanian": "ro-RO",
    "romansh": "rm-CH", "russian": "ru-RU", "sanskrit": "sa-IN", "scottish": "gd-GB", "serbian": "sr-RS",
    "serbianc": "sr-Cyrl-RS", "slovak": "sk-SK", "slovene": "sl-SI", "slovenian": "sl-SI", "spanish": "es-ES",
    "swedish": "sv-SE", "swissgerman": "de-CH", "syriac": "syc", "tamil": "ta-IN", "telugu": "te-IN",
    "thai": "th-TH", "turkish": "tr-TR", "turkmen": "tk-TM", "ukrainian": "uk-UA", "ukenglish": "en-GB",
    "uppersorbian": "hsb", "urdu": "ur-PK", "usenglish": "en-US", "usorbian": "hsb", "vietnamese": "vi-VN",
    "welsh": "cy-GB",
}  # fmt: skip

_VARIANTS: Final[Mapping[tuple[str, str], str]] = {
    ("english", "british"): "en-GB", ("english", "uk"): "en-GB", ("english", "american"): "en-US",
    ("english", "us"): "en-US", ("english", "usmax"): "en-US", ("english", "australian"): "en-AU",
    ("english", "newzealand"): "en-NZ", ("english", "canadian"): "en-CA", ("german", "austrian"): "de-AT",
    ("german", "swiss"): "de-CH", ("portuguese", "brazilian"): "pt-BR", ("greek", "ancient"): "grc",
}  # fmt: skip


def code_of(name: str, options: str = "") -> str:
    """The code of a language by its name and its ``langidopts`` ("variant=british"); "" for a name that is none."""
    low = name.strip().lower()
    variant = options.partition("variant=")[2].partition(",")[0].strip().lower()
    return _VARIANTS.get((low, variant)) or _CODES.get(low, "")


_NAMES: Final[Mapping[str, str]] = {
    **{code: name for name, code in reversed(list(_CODES.items()))},
    "de-DE": "ngerman", "en-GB": "british", "en-US": "american", "fr-FR": "french", "pt-BR": "brazilian",
    "de-AT": "naustrian", "de-CH": "nswissgerman", "de": "ngerman", "en": "english", "fr": "french", "es": "spanish",
    "it": "italian", "pt": "portuguese", "nl": "dutch", "ru": "russian", "sv": "swedish", "da": "danish",
    "fi": "finnish", "nb": "norsk", "nn": "nynorsk", "pl": "polish", "cs": "czech", "el": "greek", "tr": "turkish",
    "ca": "catalan", "hu": "hungarian", "ro": "romanian", "uk": "ukrainian", "hr": "croatian", "bg": "bulgarian",
}  # fmt: skip
"""Of several names of one language, the one that babel prefers."""


def name_of(code: str) -> str:
    """Babel's name of a language by its code; "" for a code that it has no name for."""
    return _NAMES.get(code, "")
