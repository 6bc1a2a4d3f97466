"""Whether a library is sound: every hash, span, count and vector looked at. Nothing is changed."""
