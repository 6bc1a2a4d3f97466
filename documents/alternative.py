"""The text that stands for a picture, where somebody wrote one."""

import re

_BY_ITSELF = re.compile(
    r"(?:picture|image|graphic|photo|obraz|obrazek|grafika|zdjęcie|rysunek|kształt|shape|bild|logo|"
    r"chart|wykres|content placeholder|symbol zastępczy.*|diagram|smartart|tabela|table|screenshot|"
    r"zrzut ekranu)?\s*[\d\s_.-]*|"
    r"\S+\.(?:png|jpe?g|gif|bmp|tiff?|svg|webp|emf|wmf|pdf)|https?://\S+|\S*[\\/]\S*|[\w-]*\d[\w-]*",
    re.IGNORECASE,
)
# What Office says itself of a picture; the rest of such a text is a guess of a program's.
_GUESSED = re.compile(
    r"description automatically generated|opis (?:jest )?wygenerowany automatycznie|"
    r"wygenerowano automatycznie|(?:automatisch|automatycznie) (?:generiert|wygenerowan)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3


def written(text: str) -> str | None:
    """The text that somebody gave a picture, None where a program did or it names only the file."""
    line = " ".join(text.split())
    if _BY_ITSELF.fullmatch(line) or _GUESSED.search(line) or len(line.split()) < _FEWEST_WORDS:
        return None
    return line
