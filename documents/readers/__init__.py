"""One reader a format: bytes in, Blocks out."""
