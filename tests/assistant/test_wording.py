"""Our own words, in both languages."""

import string
import tomllib
from importlib.resources import files

import pytest

from assistant.wording import place_words, say
from documents.model import Language, Place, Span

TABLE: dict[str, dict[str, str]] = tomllib.loads(
    files("assistant").joinpath("data/wording.toml").read_text("utf-8")
)


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_say_the_same_things() -> None:
    assert TABLE["pl"].keys() == TABLE["en"].keys()


def test_both_languages_leave_the_same_blanks() -> None:
    assert {k: blanks(v) for k, v in TABLE["pl"].items()} == {k: blanks(v) for k, v in TABLE["en"].items()}


def test_values_are_filled_in() -> None:
    assert say("not_held", "en", words="keel") == "The library does not hold the words: keel."


def test_braces_in_a_value_are_left_alone() -> None:
    assert say("about", "en", subject="{words}") == "The question was read as being about: {words}."


def test_a_thing_that_nobody_says_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("nonsense", "pl")


@pytest.mark.parametrize(
    ("kind", "number", "label", "language", "words"),
    [
        ("page", 3, "", "pl", "str. 3"),
        ("page", 3, "", "en", "page 3"),
        ("slide", 7, "", "pl", "slajd 7"),
        ("section", None, "Kontakt", "pl", "sekcja „Kontakt”"),
        ("section", None, "", "en", "beginning"),
    ],
)
def test_a_place_is_named_for_a_person(
    kind: str, number: int | None, label: str, language: Language, words: str
) -> None:
    place = Place(kind, number, label, Span(0, 1))  # type: ignore[arg-type]

    assert place_words(place, language) == words
