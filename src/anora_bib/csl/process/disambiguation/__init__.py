"""What tells citations apart that would read alike: names, given names, the style's condition, year suffixes."""
