"""Text read off pictures of pages by Tesseract: where each word stands, and how sure it is."""
