"""Files read apart: each in a process of its own, which is ended at its limits."""
