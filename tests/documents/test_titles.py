"""Which titles are somebody's."""

import pytest

from documents.model import Block
from documents.titles import headed_title, own_title


@pytest.mark.parametrize(
    "title",
    [
        "",
        "  ",
        "2024",
        "(anonymous)",
        "młyny.dvi",
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


def test_what_is_set_as_the_title_goes_before_the_university_and_the_author_above_it() -> None:
    blocks = (
        Block("Jan Nowak", "heading", 3),
        Block("Młyny nad kanałem", "title"),
        Block("Wstęp", "heading", 2),
    )

    assert headed_title(blocks) == "Młyny nad kanałem"


def test_an_author_above_the_title_is_not_the_title() -> None:
    name, title = Block("Marcin Nowak", "title"), Block("Młyny nad starym kanałem∗", "heading", 2)

    assert headed_title((name, title)) == "Młyny nad starym kanałem"
    assert headed_title((name, Block("Urodził się w młynie."), title)) == "Marcin Nowak"
    assert headed_title((Block("Dolina Żółta", "title"), title)) == "Dolina Żółta"


def test_parts_and_numbered_headings_are_no_titles() -> None:
    assert headed_title((Block("Spis treści", "heading", 1), Block("1 Wstęp", "heading", 1))) is None
    assert headed_title((Block("Abstract", "heading", 1), Block("Mills", "heading", 1))) == "Mills"
    assert headed_title((Block("Wstęp"),)) is None
