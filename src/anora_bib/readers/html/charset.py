"""The encoding that a page of HTML declares (WHATWG HTML 13.2.3.2, Encoding Standard 4.2)."""

from __future__ import annotations

import codecs
import re
from typing import Final

_SCANNED: Final = 4096
"""Browsers look at the first kilobyte; pages with long scripts before the declaration are read as well."""
_COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)
_DECLARED: Final = re.compile(
    rb"<meta\s[^>]{0,300}?\bcharset\s{0,9}=\s{0,9}[\"']?\s{0,9}([^\s\"'/>;]{1,60})"
    rb"|^\s{0,99}<\?xml\s[^>]{0,99}?\bencoding\s{0,9}=\s{0,9}[\"']([^\"'>]{1,60})",
    re.IGNORECASE,
)

_AS_BROWSERS_DO: Final = {
    **dict.fromkeys(("ascii", "iso8859-1", "cp1252"), "cp1252"),
    "iso8859-9": "cp1254",
    **dict.fromkeys(("iso8859-11", "tis-620"), "cp874"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    # A page that can be scanned for this word is not in UTF-16.
    **dict.fromkeys(("utf-16", "utf-16-le", "utf-16-be"), "utf-8"),
}
"""By Python's name: older names whose pages hold the characters of a larger encoding."""
_LABELS: Final = {
    "x-sjis": "cp932", "windows-31j": "cp932", "windows-949": "cp949", "ks_c_5601-1987": "cp949", "x-gbk": "gb18030",
    "x-mac-cyrillic": "mac-cyrillic", "x-mac-ukrainian": "mac-cyrillic", "x-mac-roman": "mac-roman",
    "dos-874": "cp874", "x-cp1250": "cp1250", "x-cp1251": "cp1251", "x-cp1252": "cp1252", "unicode": "utf-8",
    "x-euc-jp": "euc_jp", "x-x-big5": "big5hkscs", "koi": "koi8-r", "koi8": "koi8-r", "koi8-ru": "koi8-u",
    "iso-8859-8-i": "iso8859-8", "logical": "iso8859-8",
}  # fmt: skip
"""Labels of the standard that Python does not know."""
_READ: Final = frozenset(
    {"utf-8", "cp866", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "cp874", "gb18030", "big5hkscs", "euc_jp",
     "iso2022_jp", "cp932", "cp949", *(f"cp{number}" for number in range(1250, 1259)),
     *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16))}
)  # fmt: skip
"""The encodings of the standard. Python knows many more, some of which are no encodings of text."""


def declared_charset(data: bytes) -> str:
    """What the head of a page says its encoding is, as it is written there; "" if it says nothing."""
    declaration = _DECLARED.search(_COMMENT.sub(b"", data[:_SCANNED]))
    return (declaration[1] or declaration[2]).decode("ascii", "replace") if declaration else ""


def codec(label: str) -> str:
    """Python's name for an encoding of the web; "" if there is no such encoding."""
    label = label.strip().lower()
    try:
        name = _LABELS.get(label) or codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    name = _AS_BROWSERS_DO.get(name, name)
    return name if name in _READ else ""
