"""Polish told from English."""

import pytest

from documents.language import language_of


@pytest.mark.parametrize(
    "text",
    [
        "ktore klastry sa w slasku",
        "Kto jest koordynatorem klastra Wzorcowego?",
        "prowadze odlewnie kolo krakowa",
        "koordynator Latawce",
        "do kiedy wazny jest status",
        "A który z nich działa w Krakowie?",
        "czlonkowie klastra lotniczego",
    ],
)
def test_a_short_polish_question_is_polish_with_or_without_its_letters(text: str) -> None:
    assert language_of(text, default="en") == "pl"


@pytest.mark.parametrize(
    "text",
    [
        "which clusters hold the status until 2025",
        "clusters near Łódź",
        "phone number of Latawce",
        "do they have it?",
        "I run a foundry near Kraków. Which one should I join?",
    ],
)
def test_a_short_english_question_is_english_even_with_polish_names(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize("default", ["pl", "en"])
def test_a_text_that_tells_nothing_has_the_default(default: str) -> None:
    assert language_of("KKK 2025", default="pl" if default == "pl" else "en") == default
