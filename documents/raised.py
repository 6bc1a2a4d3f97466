"""Figures that stand above the line, as signs of their own: run into a number they would be part of it."""

SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED = str.maketrans("0123456789", SUPERSCRIPT)


def raised(text: str) -> str:
    """A text above the line, in raised figures if it is figures alone: the 3 of 10³, the call of a note."""
    figures = text.strip()
    return text.translate(RAISED) if figures.isascii() and figures.isdigit() else text
