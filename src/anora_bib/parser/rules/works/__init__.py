"""Works told by what they are: films and clips, letters, papers in archives, objects, documents with a number."""
