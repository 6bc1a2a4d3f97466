"""Which text of a picture somebody wrote."""

import pytest

from documents.alternative import written


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Picture 3",
        "Obraz 12",
        "IMG_2031.jpg",
        "C:\\pictures\\mill.png",
        "https://fen.example/mill.png",
        "Obraz zawierający tekst, osoba\n\nOpis wygenerowany automatycznie",
        "A picture containing text. Description automatically generated",
        "Logo",
    ],
)
def test_what_a_program_wrote_is_left_out(text: str) -> None:
    assert written(text) is None


def test_what_somebody_wrote_is_told() -> None:
    assert written("The mill beside\nthe canal in spring") == "The mill beside the canal in spring"
