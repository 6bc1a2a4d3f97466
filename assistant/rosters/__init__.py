"""Rosters: clusters that a document sets together, and which of them a question asks for."""
