"""What a source says: bytes in, Documents and Passages out."""
