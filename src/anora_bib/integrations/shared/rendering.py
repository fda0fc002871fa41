"""Citations of a document rendered, those too that name an author in the text where the style prints none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from anora_bib.csl.process.cites.citations import NOTHING_PRINTED
from anora_bib.csl.process.processor import Processor


def cited_in(processor: Callable[[], Processor], clusters: Sequence[Mapping[str, Any]]) -> tuple[Processor, list[str]]:
    """A processor that was given the citations of a document, and their texts.

    Of a style that prints no author in its citations ("[1]"), a citation with one in the text is printed as others are.
    """
    made = processor()
    if not clusters:
        return made, []
    texts = made.citations(clusters)
    bare = [number for number, text in enumerate(texts) if NOTHING_PRINTED in text and _mode(clusters[number])]
    if not bare:
        return made, texts
    made = processor()
    plainly = [
        {**cluster, "properties": {**cluster["properties"], "mode": "", "infix": ""}} if number in bare else cluster
        for number, cluster in enumerate(clusters)
    ]
    return made, made.citations(plainly)


def _mode(cluster: Mapping[str, Any]) -> object:
    return cluster["properties"].get("mode")
