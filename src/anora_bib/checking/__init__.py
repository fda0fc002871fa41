"""Files checked by rules, and what came of it kept."""
