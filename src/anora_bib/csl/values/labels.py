"""The labels that a value itself may carry: ``p. 3``, ``sec. 4``."""

from __future__ import annotations

from typing import Final

LABELS: Final = {
    "add.": "addendum", "amend.": "amendment", "annot.": "annotation", "app.": "appendix", "art.": "article",
    "bibliog.": "bibliography", "bk.": "book", "ch.": "chapter", "cl.": "clause", "cmt.": "comment", "col.": "column",
    "dec.": "decision", "dept.": "department", "ex.": "example", "fig.": "figure", "fld.": "field", "fol.": "folio",
    "hypo.": "hypothetical", "illus.": "illustration", "intro.": "introduction", "l.": "line", "n.": "note",
    "no.": "issue", "op.": "opus", "p.": "page", "para.": "paragraph", "pmbl.": "preamble", "pp.": "page",
    "princ.": "principle",
    "pt.": "part", "pub.": "publication", "r.": "rule", "rn.": "randnummer", "sched.": "schedule", "sec.": "section",
    "ser.": "series", "subch.": "subchapter", "subdiv.": "subdivision", "subpara.": "subparagraph",
    "subsec.": "subsection", "supp.": "supplement", "sv.": "sub-verbo", "tbl.": "table", "tit.": "title",
    "vol.": "volume", "vrs.": "verse",
}  # fmt: skip
"""What may be typed before a number inside a value, and the term it stands for."""

ABBREVIATIONS: Final = {term: label for label, term in LABELS.items() if label != "pp."} | {"sub verbo": "sv."}
"""The other way round: how a term would be typed before a number."""
