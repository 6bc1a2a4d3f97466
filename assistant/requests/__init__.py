"""How a question is read against the register: its words, conditions, attributes and kind, one file each."""
