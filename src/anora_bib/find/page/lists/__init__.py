"""Lists of notes and of works: their headings, their parts, and the items in them."""
