"""Family A: what an authority record says otherwise."""
