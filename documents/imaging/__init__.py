"""Pages of PDFs as pictures, and where on them a quote stands."""
