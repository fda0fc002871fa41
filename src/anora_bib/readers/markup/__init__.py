"""Markup that Markdown and scraped text share: headings, emphasis, notes and their labels."""
