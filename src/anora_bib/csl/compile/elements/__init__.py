"""The elements of a style, each compiled to a callable, one a module."""
