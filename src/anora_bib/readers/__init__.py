"""Readers: from the bytes of one format to an essay, with its text, its blocks and its metadata."""
