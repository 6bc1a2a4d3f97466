"""How many clusters."""

from assistant.answers.register.answer import register_answer
from assistant.request import Request
from documents.moments import Moment
from index.register.model import Conditions
from tests.assistant.answers.register.cast import TODAY, register
from tests.assistant.shelf import Shelf

ALL = Request("count", conditions=Conditions(status="KKK"))
QUESTION = "Ile klastrów ma status KKK?"


def test_a_count_shows_what_was_counted() -> None:
    answer = register_answer(ALL, register(), today=TODAY)

    assert answer is not None
    assert answer.kind == "count"
    assert (answer.statements[0].exact, len(answer.items)) == ("3 klastry", 3)


def test_another_number_that_a_source_states_stands_beside_it(shelf: Shelf) -> None:
    shelf.add("a.md", "# Status\n\nObecnie status KKK ma 7 polskich klastrów.\n")

    answer = register_answer(ALL, register(), today=TODAY, passages=shelf.material(QUESTION, "Obecnie"))
    assert answer is not None
    assert [one.exact for one in answer.statements[:2]] == ["7", "3 klastry"]
    assert answer.statements[0].quote == "Obecnie status KKK ma 7 polskich klastrów."
    assert answer.notes[0].startswith("Źródło podaje inną liczbę")


def test_a_number_of_all_is_not_that_of_some(shelf: Shelf) -> None:
    shelf.add("a.md", "# Status\n\nObecnie status KKK ma 7 polskich klastrów.\n")
    some = Request("count", conditions=Conditions(status="KKK", ends_in=Moment.year(2024)), dated=True)

    answer = register_answer(some, register(), today=TODAY, passages=shelf.material(QUESTION, "Obecnie"))
    assert answer is not None
    assert [one.exact for one in answer.statements] == ["2 klastry"]
