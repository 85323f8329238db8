"""The log of reviewed directives, folded into the situation at one moment."""
