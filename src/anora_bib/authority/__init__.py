"""Authority records applied: find the record an entry is, correct the entry by it, and collect distinct sources.

``match`` compares an entry with the works of the records (``titles``, ``names``, ``likeness``) and reports
``differences`` and ``misspellings``; ``normalize`` corrects; ``collect`` (with ``merge`` and ``known_keys``) makes a
library.
"""
