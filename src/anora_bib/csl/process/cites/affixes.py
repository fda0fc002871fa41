"""The spaces between a cite and what an author writes before and after it."""

from __future__ import annotations

import re

_TAGS = re.compile(r"<[^<>]{0,80}>")


def begins_sentence(prefix: str) -> bool:
    """Whether what follows a prefix begins a sentence: it is more than one word and ends one."""
    bare = _TAGS.sub("", prefix).rstrip("\"'\u201d\u2019\u00bb\u202f\u00a0 ")
    return bare.endswith((":", ".", ";", "!", "?")) and " " in prefix.strip()


def spaced_prefix(prefix: str) -> str:
    """A prefix with a space behind it, unless it ends in one, or in a sign that opens."""
    bare = _TAGS.sub("", prefix)
    if not bare or bare[-1].isspace() or bare[-1] in "([{\u201c\u2018'\"\u00ab-\u2013\u2014/":
        return prefix
    return f"{prefix} "


def spaced_suffix(suffix: str) -> str:
    """A suffix with a space before it, unless it begins with one, or with a sign that closes."""
    bare = _TAGS.sub("", suffix)
    if not bare or bare[0].isspace() or bare[0] in ".,;:!?)]}\u201d\u2019\u00bb-\u2013\u2014/":
        return suffix
    return f" {suffix}"
