"""One file in, one document out."""

import subprocess
import sys

import pytest

from documents.errors import UnreadableError
from documents.read import read_document


def test_the_name_is_kept_without_its_folder() -> None:
    for name in ("a/b/klaster.txt", "C:\\teksty\\klaster.txt"):
        assert read_document(name, b"Klaster.").file == "klaster.txt"


def test_a_page_with_a_wrong_extension_is_read_as_a_page() -> None:
    document = read_document("klaster.pdf", b"<html><body><p>Klaster Ech bada echo.</p></body></html>")

    assert (document.format, document.text) == ("html", "Klaster Ech bada echo.")


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"---\n", "•".encode(), b"\x00\x01\x02" * 99, b"PK\x03\x04broken"]
)
def test_what_gives_no_text_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_document("a.txt", content)

    assert refused.value.reason.endswith(".")
    assert refused.value.permanent


def test_reading_a_text_loads_no_library_of_other_formats() -> None:
    program = (
        "import sys; from documents.read import read_document; read_document('a.txt', b'Klaster.');"
        "print({'torch', 'pypdf', 'pptx', 'docx', 'lxml', 'markdown_it'} & set(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


def test_the_words_of_a_text_go_before_the_language_its_template_names() -> None:
    page = '<html lang="en"><body><p>{}</p></body></html>'
    polish = (
        "Klaster zrzesza młynarzy, którzy od dziesięciu lat wspólnie kupują zboże i badają mąkę w Żarnowie."
    )

    assert read_document("a.html", page.format(polish).encode()).language == "pl"
    assert read_document("a.html", page.format("Windmill 2031").encode()).language == "en"
