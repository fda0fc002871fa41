"""Authority records as YAML files."""
