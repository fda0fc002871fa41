"""Characters, spans and quotation marks of a text, whatever it is the text of."""
