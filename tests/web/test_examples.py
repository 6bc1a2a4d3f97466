"""The questions to try on the start page."""

from index.register.register import Register
from tests.web.fakes import House
from tests.web.invented import invented
from web.i18n import texts
from web.pages.examples import examples


def test_examples_are_asked_of_what_the_register_holds() -> None:
    register = invented(House()).register
    polish, english = examples(register, texts("pl")), examples(register, texts("en"))

    assert len(polish) == len(english) == 4
    names = [one.name for one in register.clusters]
    assert any(name in polish[2] for name in names)
    assert any(year in polish[0] for year in ("2024", "2025", "2028"))
    assert any(year in english[0] for year in ("2024", "2025", "2028"))


def test_a_register_without_facts_has_but_the_question_for_what_a_cluster_is() -> None:
    assert examples(Register(), texts("pl")) == ("Czym jest klaster?",)
