"""Pictures, drawn by the server as SVG: their geometry here, their marks in the templates they name."""
