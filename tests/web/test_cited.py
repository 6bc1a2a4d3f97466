from urllib.parse import parse_qs, urlsplit

import pytest

from documents.model import Span
from web.cited import adding_address, cited_address, cited_span


def test_an_address_leads_back_to_its_span() -> None:
    query = parse_qs(urlsplit(cited_address("a1", Span(3, 17), turn="c.2")).query)

    assert cited_span(*query["start"], *query["end"]) == Span(3, 17)
    assert query["turn"] == ["c.2"]


def test_words_of_an_earlier_version_open_there() -> None:
    assert cited_address("a1", Span(3, 17), version=2) == "/documents/a1/earlier/2?start=3&end=17#cited"


@pytest.mark.parametrize(
    ("start", "end"), [("", ""), ("3", ""), ("3", "3"), ("9", "3"), ("-1", "3"), ("a", "b")]
)
def test_what_marks_no_words_is_no_span(start: str, end: str) -> None:
    assert cited_span(start, end) is None


def test_a_fact_is_added_from_the_words_of_a_span() -> None:
    assert adding_address("a1", Span(3, 17)) == "/staff/documents/a1/fact?start=3&end=17"
