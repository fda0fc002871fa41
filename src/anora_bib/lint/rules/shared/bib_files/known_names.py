"""The entry types and fields that BibTeX's styles, biblatex and their usual companions know.

Sources: "BibTeXing" (btxdoc), the manual of biblatex (2.1 and 2.2), the manuals of natbib, REVTeX, IEEEtran, ACM's and
apacite's styles, jurabib, and gost.
"""

from __future__ import annotations

from typing import Final

TYPES: Final = frozenset(
    """article artwork audio bibnote book bookinbook booklet collection commentary conference customa customb customc
    customd custome customf dataset electronic game image inbook incollection inproceedings inreference internet
    jurisdiction jurthesis legal legislation letter magazine manual mastersthesis masterthesis misc movie music mvbook
    mvcollection mvproceedings mvreference newspaper online patent performance periodical phdthesis proceedings
    reference report review set software softwaremodule softwareversion codefragment standard suppbook suppcollection
    suppperiodical techreport thesis unpublished url video web webpage website www xdata person comment string
    preamble control ieeetranbstctl acm-references bachelorsthesis bachelorthesis diplomathesis presentation
    podcast interview film map bill case hearing talk poster slides lecture blog tweet translation monography
    encyclopedia dictionary""".split()
)
"""Entry types, in small letters: those that print as a type of their own, and those that set options of a style."""

FIELDS: Final = frozenset(
    """author title booktitle journal journaltitle year date month pages volume number publisher editor edition series
    address location school institution organization chapter howpublished translator subtitle""".split()
)
"""Fields that are printed, and missed where their name is misspelt."""
