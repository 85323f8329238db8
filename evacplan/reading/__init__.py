"""Advisory text to directives and unread sentences."""
