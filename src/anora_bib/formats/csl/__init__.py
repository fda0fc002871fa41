"""Items of CSL as JSON and YAML, and the JSON of programs that call theirs the same.

``elsewhere`` makes an item of CSL of what Crossref, Zotero and Better BibTeX write; ``items`` reads it, value by value.
"""
