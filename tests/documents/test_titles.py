"""Which titles are somebody's."""

import pytest

from documents.titles import own_title


@pytest.mark.parametrize(
    "title",
    [
        "",
        "  ",
        "2024",
        "(anonymous)",
        "Prezentacja programu PowerPoint",
        "PowerPoint Presentation",
        "Dokument1",
        "Microsoft Word - umowa.doc",
        "mlyny_wersja_ostateczna_v2",
        "mlyny.pptx",
        "Kliknij, aby edytować styl",
        "Tytuł prezentacji",
        "m" * 300,
    ],
)
def test_what_a_program_writes_is_no_title(title: str) -> None:
    assert own_title(title) is None


@pytest.mark.parametrize("title", ["Młyny nad kanałem", "Mills 2024", "Dokument o młynach", "Tytułem wstępu"])
def test_what_somebody_wrote_is_a_title(title: str) -> None:
    assert own_title(f" {title}\n") == title
