"""What is wrong with an apparatus, and what would mend it: rules, their selection, their fixes and their report."""
