"""Network and situation to options and a verdict."""
