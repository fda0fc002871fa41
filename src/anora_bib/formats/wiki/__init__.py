"""Wikipedia's citation templates (``{{cite book |...}}``), read and written.

``templates`` has the templates and their parameters, ``markup`` is wikitext and text, ``people`` and ``dates`` what is
peculiar of names and dates; ``reading`` and ``writing`` put them together. Source: Wikipedia's "Help:Citation Style 1"
and the documentation of its templates.
"""
