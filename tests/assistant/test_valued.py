"""Values of just what is asked for."""

import pytest

from assistant.question import understand
from assistant.ranking import new_spans
from assistant.valued import just_asked
from index import words
from tests.assistant.shelf import Shelf


@pytest.mark.parametrize(
    ("question", "text", "met"),
    [
        ("Ile kosztował młyn?", "Młyn kosztował 3,5 mln zł.", True),
        ("Ile kosztował młyn?", "Młyn ma 12 kół.", False),
        ("What did the mill cost?", "The mill cost EUR 900.", True),
        ("What did the mill cost?", "The mill has 12 wheels.", False),
        ("Ile firm należy do młyna?", "Należy do niego 40 firm.", True),
        ("Ile firm należy do młyna?", "Zatrudnia 300 pracowników.", False),
        ("Ile firm otrzymało odznakę?", "Wręczono 6 odznak.", False),
        ("Who built the mill?", "Adela Trzcinka built it.", True),
        ("Who built the mill?", "It stands in the North.", False),
        ("Why was the mill built?", "It grinds rye.", True),
    ],
)
def test_a_value_of_just_what_is_asked_for_is_told(
    library: Shelf, question: str, text: str, met: bool
) -> None:
    asked = understand(question)
    said = {words.fold(token) for token in words.tokenize(question)}
    query = library.search.find(question).query

    assert just_asked(asked, query, text, new_spans(text, asked, said)) is met
