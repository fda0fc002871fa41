"""Languages as catalogues name them, as the tags that CSL has (BCP 47)."""

from __future__ import annotations


def language_tag(text: str) -> str:
    """The tag of a code of three letters ("eng": "en"); any other text as it is."""
    bare = text.strip()
    if len(bare) != 3 or not bare.isascii() or not bare.isalpha():
        return bare
    import langcodes

    if langcodes.tag_is_valid(bare):
        return langcodes.standardize_tag(bare, macro=True)
    return bare
