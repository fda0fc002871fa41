"""What BibTeX and BibLaTeX share: LaTeX in values, names, dates, and the tables of types and fields."""
