"""Helpers that several rules use."""
