"""A style made ready for citeproc-py."""

from __future__ import annotations

_NS = "{http://purl.org/net/xbiblio/csl}"


def initials_made_plain(xml: str) -> bytes:
    """The style with ``initialize-with`` only on the names it is for.

    citeproc-py does not know ``initialize="false"`` ("keep given names whole"), by which MLA and Chicago override the
    ``initialize-with`` of the whole style; it inherits that attribute only, and would print "Fisher, M." for both.
    """
    from lxml import etree

    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(xml.encode("utf-8"), parser)
    for name in root.iter(f"{_NS}name"):
        parents = (name, *name.iterancestors(f"{_NS}citation", f"{_NS}bibliography", f"{_NS}style"))
        mark = next((value for parent in parents if (value := parent.get("initialize-with")) is not None), None)
        if name.get("initialize") == "false":
            name.attrib.pop("initialize-with", "")
        elif mark is not None:
            name.set("initialize-with", mark)
    if any(name.get("initialize") == "false" for name in root.iter(f"{_NS}name")):
        for parent in root.iter(f"{_NS}citation", f"{_NS}bibliography", f"{_NS}style"):
            parent.attrib.pop("initialize-with", "")
    return etree.tostring(root, encoding="utf-8")
