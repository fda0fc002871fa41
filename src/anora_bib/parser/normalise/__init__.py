"""The words of one field of a reference, as they are printed, made the value that CSL has for it.

What is given are the words of the field alone, whoever told them apart. One module a field; where words of a language
decide, they are those of ``anora_bib.language``.
"""
