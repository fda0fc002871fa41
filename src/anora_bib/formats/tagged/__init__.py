"""Formats of one tag and one value a line: RIS, EndNote's, PubMed's and Web of Science's.

``lines`` parts a text into records, ``record`` collects the values of one, ``tags`` says which variable a tag of RIS is
for an item of each type; EndNote's own names, in text and in XML, are other names of the same tags.
"""
