"""Answers built out of the register, one file a kind."""
