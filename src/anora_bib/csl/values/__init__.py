"""What a processor does with single values: text case, numbers, page ranges, dates, names, order, markup in fields.

Pure functions that know nothing of styles. Where the CSL specification is silent they do what citeproc-js does, since
the styles of the CSL repository are written and checked against it.
"""
