"""Run evacplan as `python -m evacplan`."""
