"""What a citation is made of: what was asked for, the position and the text of each cite."""
