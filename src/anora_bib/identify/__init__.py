"""Which style is this? The styles that print given references most nearly.

    ranking = identify(references(text), parse)

``printed`` takes references from a text. ``probing`` keeps an index of the shapes in which every style prints made-up
items, and chooses candidates by it. ``ranking`` reads the references as each candidate prints (``reading``), or finds
them in a ``library``, prints them again and compares.
"""
