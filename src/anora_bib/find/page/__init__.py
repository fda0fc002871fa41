"""The parts of a page: headings, note lists, markers, works cited, credits, and the running text between them."""
