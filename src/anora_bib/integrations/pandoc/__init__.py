"""A filter of pandoc's: citations of a document rendered by our CSL engine, or only checked.

pandoc hands a filter the document as JSON (https://pandoc.org/filters.html#json-filters) and reads it back. ``tree``
knows that JSON, ``metadata`` what a document says of its libraries and style, ``words`` turns inlines into rich text
and back, ``citing`` renders the citations, ``bibliography`` the list, and ``checking`` says what is wrong.
"""
