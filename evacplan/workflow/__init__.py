"""The story: one function per job; only this package knows the order of the stages."""
