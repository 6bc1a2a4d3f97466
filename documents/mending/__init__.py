"""Text put right after it was read: blocks in, blocks out, the original kept beside each repair."""
