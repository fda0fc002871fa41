"""Links in an essay of HTML: from markers to notes and back, and from what is cited to the list of works."""
