"""Makes the starter library's PPTX, DOCX and PDF files again out of the texts in `sources/`."""
