"""The rules: one a file, by its subject; ``builtin`` lists those that come with the package."""
