"""Names and titles of works that an essay spells in two ways."""
