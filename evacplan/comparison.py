"""Two plans: what changed, who is touched."""
