"""Pages of a PDF: what they draw, as pieces of text, rules and pictures."""
