"""The rules of the reference parser, one subject a file; ``pipeline`` has their order."""
