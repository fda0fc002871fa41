"""How sure the parser is, made honest: the share that was right among references whose truth is known."""
