"""What a processor made goes when it goes: nothing waits for the cyclic collector."""

from __future__ import annotations

import gc
import weakref

from anora_bib.csl import Processor, Style
from tests.csl.snippets import Around, style


class _Note(str):
    """Text that can be watched."""


def test_items_go_with_their_processor() -> None:
    watched = _Note("not printed")
    gone = weakref.ref(watched)
    items = [
        {"id": id, "type": "book", "title": id, "author": [{"family": "Doe", "given": "Ann"}], "note": watched}
        for id in ("a", "b")
    ]
    around = Around(
        sort='<sort><key variable="author"/><key variable="title"/></sort>',
        citation='disambiguate-add-names="true" disambiguate-add-givenname="true" disambiguate-add-year-suffix="true"',
    )
    gc.collect()
    gc.disable()
    try:
        processor = Processor(Style.load(style('<names variable="author"/>', around)), items)
        processor.citations([{"citationItems": [{"id": "a"}, {"id": "b"}]}])
        processor.bibliography()
        del processor, items, watched
        assert gone() is None
    finally:
        gc.enable()
