"""A plugin of MkDocs: citations of its pages rendered in any CSL style, and checked.

``pages`` does the work and knows nothing of MkDocs; ``plugin`` is what MkDocs loads.
"""
