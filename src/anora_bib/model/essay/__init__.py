"""An essay as it was read, and everything it cites with."""
