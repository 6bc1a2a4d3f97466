"""The starter library: every document is read whole, and says where it comes from."""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest

from documents.model import Document
from documents.read import read_document

LIBRARY = Path(__file__).parents[2] / "documents" / "library"
NOTES = Path(__file__).parents[2] / "docs" / "starter-library.md"
FILES = sorted(path.name for path in LIBRARY.iterdir())
NO_ADDRESS = re.compile(
    r"^(?:• )?(?:Źródło|Source): .*(?:adres|address).*(?:nie zachował|not been kept)", re.MULTILINE
)


@cache
def document(file: str) -> Document:
    return read_document(file, (LIBRARY / file).read_bytes())


def rows() -> dict[str, list[str]]:
    """The table of the notes on sources: each file's cells."""
    lines = [
        line.strip("| ").split(" | ")
        for line in NOTES.read_text(encoding="utf-8").splitlines()
        if "|" in line
    ]
    return {cells[0].strip("`"): cells[1:] for cells in lines if cells[0].startswith("`")}


def test_all_formats_and_both_languages_are_there() -> None:
    formats = Counter(document(file).format for file in FILES)
    languages = Counter(document(file).language for file in FILES)

    assert all(formats[name] >= 3 for name in ("pdf", "pptx", "docx", "html", "markdown", "text"))
    assert languages["pl"] > languages["en"] >= len(FILES) // 4


@pytest.mark.parametrize("file", FILES)
def test_a_document_is_read_without_warning(file: str) -> None:
    assert document(file).warnings == ()


@pytest.mark.parametrize("file", FILES)
def test_a_document_has_passages_of_its_own_language(file: str) -> None:
    assert len(document(file).passages) >= 3
    assert document(file).language == rows()[file][1]


@pytest.mark.parametrize("file", FILES)
def test_a_document_has_its_sources_address_or_says_that_it_was_not_kept(file: str) -> None:
    found = document(file)

    assert found.address or NO_ADDRESS.search(found.text)


@pytest.mark.parametrize("file", FILES)
def test_the_notes_name_the_address_that_is_read(file: str) -> None:
    assert (document(file).address or "not kept") in rows()[file][3]


@pytest.mark.parametrize("file", FILES)
def test_a_document_has_an_articles_length(file: str) -> None:
    assert 240 <= len(document(file).text.split()) <= 900


def test_the_notes_name_every_file_and_no_other() -> None:
    assert sorted(rows()) == FILES


@pytest.mark.parametrize(
    "file", ["kkk-gala-2023.html", "kkk-runda-v-i-vi.docx", "national-key-clusters.pptx"]
)
def test_the_three_lists_of_national_key_clusters_name_the_same_twenty(file: str) -> None:
    text = document(file).text
    names = [
        line.split(" | ")[0] for line in document("kkk-runda-v-i-vi.docx").text.splitlines() if "| V" in line
    ]

    assert len(names) == 20
    assert [name for name in names if name not in text] == []


@pytest.mark.parametrize("file", [file for file in FILES if file.endswith(".html")])
def test_a_saved_page_loses_its_menu_and_cookie_banner(file: str) -> None:
    text = document(file).text.lower()

    assert not any(
        word in text for word in ("cookie", "polityka prywatności", "privacy policy", "newsletter")
    )


@pytest.mark.parametrize("file", [file for file in FILES if file.endswith((".pptx", ".docx"))])
def test_an_office_file_carries_no_day_but_its_sources(file: str) -> None:
    with ZipFile(LIBRARY / file) as package:
        core = package.read("docProps/core.xml").decode()

    day = document(file).date

    assert set(re.findall(r"\d{4}-\d\d-\d\d", core)) == ({day.isoformat()} if day else set())


@pytest.mark.parametrize("file", FILES)
def test_every_page_is_clean_and_nothing_was_changed(file: str) -> None:
    found = document(file)

    assert {sheet.verdict for sheet in found.sheets} == {"clean"}
    assert len(found.sheets) == found.pages
    assert not found.repairs
