"""Rules on essays, one a file, in a folder for each family of codes."""
