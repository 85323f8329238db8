"""The story: one function per job."""
