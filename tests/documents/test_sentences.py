"""Sentences of Polish and English text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.sentences import sentences

_LINES = Path(__file__).with_name("sentence_cases.txt").read_text(encoding="utf-8").splitlines()
_CASES = [line for line in _LINES if line and not line.startswith("#")]
# In two cases the text has no space after the full stop.
_GLUED = ("growing.¦It", "zadowoleni.¦Klastry")
_TEXTS = st.text(alphabet="aąZŻ19 .!?…,()„”\"'-–:\n@/%", max_size=200)


def _quotes(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize("case", _CASES)
def test_a_text_is_split_where_a_person_would_split_it(case: str) -> None:
    between = "" if any(glued in case for glued in _GLUED) else " "

    assert _quotes(case.replace("¦", between)) == case.split("¦")


@pytest.mark.parametrize(
    "when",
    [
        "W 2022 r.",
        "Dnia 5 maja 2021 r.",
        "Już od 2014 r.",
        "W latach 2014–2016 r.",
        "Pod koniec 2020 r.",
        "Na przełomie 2019 i 2020 r.",
        "Z dniem 12.05.2023 r.",
    ],
)
def test_a_time_that_opens_a_sentence_does_not_end_it(when: str) -> None:
    text = f"Było inaczej. {when} Klaster Wzorzec otrzymał wyróżnienie."

    assert _quotes(text) == ["Było inaczej.", text.removeprefix("Było inaczej. ")]


@pytest.mark.parametrize("said", ["Klaster powstał w 2022 r.", "Regulamin z 5 maja 2021 r.", "Rok 1999."])
def test_a_time_with_more_before_it_ends_a_sentence(said: str) -> None:
    assert _quotes(f"{said} Klaster Wzorzec rośnie.") == [said, "Klaster Wzorzec rośnie."]


@pytest.mark.parametrize(
    "text",
    [
        "Decyzją z dnia 10 marca 2025 r. Klastrowi Wzorzec cofnięto status.",
        "Zgodnie z umową z 5 stycznia 2023 r. Fundacja Wzorzec prowadzi biuro.",
        "Status stracono, gdyż w maju 2021 r. Klaster Wzorzec nie złożył sprawozdania.",
        "Prezesem klastra jest od maja 2024 r. Anna Wzorzec.",
    ],
)
def test_a_year_before_the_verb_or_the_subject_does_not_end_a_sentence(text: str) -> None:
    assert _quotes(text) == [text]


@pytest.mark.parametrize(
    "said",
    [
        "W Krakowie klaster działa od 2014 r.",
        "Po konkursie klaster urósł w 2014 r.",
        "Prezes jest nim od 2014 r.",
    ],
)
def test_a_year_behind_both_ends_a_sentence(said: str) -> None:
    assert _quotes(f"{said} Klaster Wzorzec rośnie.") == [said, "Klaster Wzorzec rośnie."]


@given(_TEXTS)
def test_sentences_are_in_order_trimmed_and_lose_only_white_space(text: str) -> None:
    spans = sentences(text)

    at = 0
    for span in spans:
        assert text[at : span.start].strip() == ""
        assert span.start < span.end
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        at = span.end
    assert text[at:].strip() == ""


def test_whose_words_are_quoted_stays_with_the_quotation() -> None:
    assert _quotes("„Razem dalej.” (Jan Wzorzec 1901) To jego słowa.")[0].startswith("„Razem dalej.” (Jan")


def test_a_text_without_letters_has_no_sentences() -> None:
    assert sentences(" \n ") == ()
