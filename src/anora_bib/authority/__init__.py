"""Authority records: read them, find the one an entry is, correct the entry by it, and collect distinct sources.

``load`` (with ``nodes``, ``kinds`` and ``identifiers``) reads folders of YAML. ``match`` weighs ``titles`` and
``names`` and reports ``differences`` and ``misspellings``; ``normalize`` corrects; ``collect`` (with ``same`` and
``merge``) makes a library.
"""
