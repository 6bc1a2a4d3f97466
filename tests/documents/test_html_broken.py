"""Web pages whose markup is broken, or nested deeper than anybody writes."""

from hypothesis import given
from hypothesis import strategies as st

from documents.model import Document
from documents.read import read_document

_PARTS = [
    "<p>",
    "</p>",
    "<ul>",
    "<li>",
    "</ul>",
    "<b>",
    "<a href=x>",
    "</a>",
    "<h2>",
    "<br>",
    "słowo",
    "&",
    "<div>",
]
_CELLS = [
    "<table>",
    "<tr>",
    "<td colspan=9>",
    "<td rowspan=3>",
    "</table>",
    "<dl>",
    "<dd>",
    "<dt>",
    "<summary>",
]


def _body(markup: str) -> Document:
    return read_document("a.html", f"<html><body>{markup}</body></html>".encode())


@given(st.lists(st.sampled_from(_PARTS), max_size=40))
def test_no_word_is_lost_in_broken_markup(parts: list[str]) -> None:
    document = _body("<p>Początek.</p>" + " ".join(parts))

    assert (document.text + "".join(document.cut)).count("słowo") == parts.count("słowo")


@given(st.lists(st.sampled_from(_PARTS + _CELLS), max_size=60))
def test_broken_tables_are_read_without_an_error_or_markup(parts: list[str]) -> None:
    assert "<" not in _body("<p>Początek.</p>" + " ".join(parts)).text


def test_deep_nesting_ends_without_an_error() -> None:
    assert "Początek." in _body("<p>Początek.</p>" + "<div>" * 5000 + "głęboko").text


def test_elements_nested_too_deeply_are_read_and_told_of() -> None:
    page = "<p>Na górze.</p>" + "<div>" * 500 + "<p>W środku.</p>" + "</div>" * 500 + "<p>Na dole.</p>"

    document = read_document("a.html", page.encode())

    assert document.text == "Na górze.\n\nW środku.\n\nNa dole."
    assert document.warnings == ("its parts are nested too deeply to be told apart; its text was kept",)
