"""The confidences of models, fitted by references whose truth is known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from anora_bib.model import Place
from anora_bib.parser.evaluation import Case, judge
from anora_bib.parser.learned.honest.confidences import Confidences, Honesty
from anora_bib.parser.learned.models import Models
from anora_bib.parser.learned.parser import LearnedParser


def fit_honesty(models: Models, cases: Iterable[Case]) -> Honesty:
    """How far what is read by models can be trusted, as the built-in rules and they read the cases.

    The models must not have learnt from them, nor may anybody score them by the same afterwards. Of an essay's entries
    all are measured alike: what is done with them depends on one threshold, and rules alone read few of them.
    """
    known = list(cases)
    bare = models._replace(honesty=Honesty())
    parser = LearnedParser(models=lambda: bare)
    return Honesty(
        Confidences.fitted(judge(parser, known), _UNEXPLAINED),
        Confidences.fitted(judge(parser, known, hint=Place.NOTE), apart=False),
    )


_UNEXPLAINED: Final = 3.0
"""Words left over in a string that somebody holds for a reference tell of a fault: of 1 to 6 this parts right entries
from wrong ones well enough on the references to develop with. In an essay they are often not of the reference."""
