"""What the labellers learn from: references made up by us, whose parts are known.

    for reference in generate(20_000, seed=1):
        reference.text, reference.spans, reference.type

Half are rendered by the CSL engine, whose runs tell the variable of each letter (``rendering``); half are written by
templates of how people do by hand (``writing``, with its ``families``). Items are made of lists of words and patterns
(``content``), and of the names of Faker, which comes with the extra ``train``. What happens to references on their way
into an essay is in ``damage``, strings that are several or none in ``mixing``.
"""

from __future__ import annotations

from anora_bib.training.name_stream import LabelledNames, NameSpan, generate_names, name_words
from anora_bib.training.stream import generate
from anora_bib.training.writing.names import NamePart

__all__ = ["LabelledNames", "NamePart", "NameSpan", "generate", "generate_names", "name_words"]
