"""How well a parser reads: references whose truth is known, what it makes of them, and the figures."""

from anora_bib.parser.evaluation.cases import Case, load
from anora_bib.parser.evaluation.outcomes import Miss, Outcome, judge
from anora_bib.parser.evaluation.score import Counts, Score

__all__ = ["Case", "Counts", "Miss", "Outcome", "Score", "judge", "load"]
