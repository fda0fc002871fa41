"""Rules about libraries and the documents that cite from them, one a file."""
