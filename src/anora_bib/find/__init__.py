"""Where an essay keeps what it cites with: the parts of the page, the prose, and what points at what."""
