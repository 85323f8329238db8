"""Data files to values."""
