"""Live citations: typed notes and parentheses as citation keys, in the syntax of pandoc or LaTeX."""
