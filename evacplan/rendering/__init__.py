"""Values to terminal text, JSON, checklists."""
