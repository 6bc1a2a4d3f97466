"""Fetching addresses that staff name, with limits, and never from inside the network."""
