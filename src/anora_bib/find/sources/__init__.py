"""Sources named in prose: who stands in the place of one, who is one, who speaks the words in quotation marks."""
