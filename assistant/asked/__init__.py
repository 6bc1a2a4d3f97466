"""What people asked: which questions mean the same, what they lacked, and what is answered now."""
