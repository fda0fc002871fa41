"""The order that BibTeX needs: an entry that others refer to by ``crossref`` comes behind them.

BibTeX reads a file once (``bibtex.web``, section 272): a parent that stood before its child was passed over already,
and the child is printed without what it inherits. biber does not mind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from anora_bib.model import Entry


def parents_last(entries: Iterable[Entry]) -> list[int]:
    """The numbers of the entries in their order, but for parents, which stand behind the last of their children."""
    listed = list(entries)
    at = {entry.written.key.casefold(): number for number, entry in reversed(list(enumerate(listed))) if entry.written}
    parent_of: dict[int, int] = {}
    for number, entry in enumerate(listed):
        for key in entry.written.parents if entry.written else ():
            parent = at.get(key.casefold())
            if parent is not None and parent != number:
                parent_of[number] = parent
    # Where each is the parent of the other, no order is right.
    parent_of = {number: parent for number, parent in parent_of.items() if number not in _ancestors(number, parent_of)}
    last = {number: number for number in range(len(listed))}
    depth = dict.fromkeys(last, 0)
    for number in parent_of:
        child = number
        for parent in _ancestors(number, parent_of):
            last[parent] = max(last[parent], last[child])
            depth[parent] = max(depth[parent], depth[child] + 1)
            child = parent
    return sorted(last, key=lambda number: (last[number], depth[number], number))


def _ancestors(number: int, parent_of: Mapping[int, int]) -> list[int]:
    """The parent, its parent and so on, each once; the number itself among them if it comes back to it."""
    found: list[int] = []
    seen: set[int] = set()
    while (parent := parent_of.get(number)) is not None and parent not in seen:
        seen.add(parent)
        found.append(parent)
        number = parent
    return found
