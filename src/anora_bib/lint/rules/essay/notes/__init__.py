"""Family N: footnotes and endnotes."""
