"""What a question asks, and what may be answered from the library."""
