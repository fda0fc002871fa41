"""The order that BibTeX needs: an entry that others refer to by ``crossref`` comes behind them.

BibTeX reads a file once (``bibtex.web``, section 272): a parent that stood before its child was passed over already,
and the child is printed without what it inherits. biber does not mind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

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
    last = list(range(len(listed)))
    depth = [0] * len(listed)
    children = Counter(parent_of.values())
    # Children before their parents. What is its own ancestor never comes, for no order is right.
    ready = [number for number in last if not children[number]]
    while ready:
        number = ready.pop()
        parent = parent_of.get(number)
        if parent is None:
            continue
        last[parent] = max(last[parent], last[number])
        depth[parent] = max(depth[parent], depth[number] + 1)
        children[parent] -= 1
        if not children[parent]:
            ready.append(parent)
    return sorted(range(len(listed)), key=lambda number: (last[number], depth[number], number))
