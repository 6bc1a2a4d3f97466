"""What the library holds, and finding it."""
