"""The kinds of answer, one file a kind."""
