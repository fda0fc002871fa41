"""Dates and numbers: when, and where in the work or in the world it is found."""
