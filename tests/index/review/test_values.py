"""What staff may say of a cluster."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.moments import Moment
from index.errors import DecisionError
from index.review.values import ATTRIBUTES, LONGEST_VALUE, told


@pytest.mark.parametrize(
    ("attribute", "value", "kept"),
    [
        ("region", "slaskie", "slaskie"),
        ("country", "PL", "PL"),
        ("sector", "furniture", "furniture"),
        ("members", "1 200", "1200"),
        ("founded", "2014-05", "2014-05"),
        ("phone", "+48 (22) 111-22-33", "+48221112233"),
        ("email", "biuro@sowia.example", "biuro@sowia.example"),
        ("website", "www.sowia.example/pl", "www.sowia.example/pl"),
        ("coordinator", "  Fundacja\u200b \n Nurt ", "Fundacja Nurt"),
        ("status", "Znak Sowy", "Znak Sowy"),
    ],
)
def test_a_value_is_kept_as_the_register_holds_it(attribute: str, value: str, kept: str) -> None:
    assert told(attribute, value).value == kept


@pytest.mark.parametrize(
    ("attribute", "value", "fault"),
    [
        ("region", "Śląsk", "key"),
        ("country", "Poland", "key"),
        ("sector", "everything", "key"),
        ("members", "about 40", "members"),
        ("members", "４０", "members"),
        ("founded", "May 2014", "moment"),
        ("founded", "0007", "moment"),
        ("phone", "call us", "phone"),
        ("email", "biuro at sowia", "email"),
        ("website", "javascript:alert(1)", "website"),
        ("coordinator", " \u200b ", "empty"),
        ("coordinator", "–", "words"),
        ("person", "x" * (LONGEST_VALUE + 1), "long"),
    ],
)
def test_a_value_that_cannot_be_one_is_refused_by_name(attribute: str, value: str, fault: str) -> None:
    with pytest.raises(DecisionError) as found:
        told(attribute, value)

    assert (found.value.field, found.value.fault) == ("value", fault)


def test_dates_are_as_exact_as_they_are_given() -> None:
    made = told("status", "KKK", qualifier="6", since="2023", until="2025-12-17")

    assert (made.qualifier, made.since) == ("VI", Moment.year(2023))
    assert made.until is not None
    assert made.until.iso == "2025-12-17"


@pytest.mark.parametrize(
    ("given", "field", "fault"),
    [
        ({"since": "wczoraj"}, "since", "moment"),
        ({"until": "2025-13"}, "until", "moment"),
        ({"since": "2025", "until": "2024"}, "until", "before"),
        ({"qualifier": "pierwsza"}, "qualifier", "round"),
    ],
)
def test_a_wrong_date_or_round_is_refused_by_its_field(given: dict[str, str], field: str, fault: str) -> None:
    with pytest.raises(DecisionError) as found:
        told("status", "KKK", **given)  # type: ignore[arg-type]

    assert (found.value.field, found.value.fault) == (field, fault)


def test_an_attribute_that_there_is_not_is_refused() -> None:
    with pytest.raises(DecisionError):
        told("colour", "red")


@given(st.sampled_from(ATTRIBUTES), st.text(max_size=40), st.text(max_size=12), st.text(max_size=12))
def test_whatever_is_typed_is_kept_or_refused(attribute: str, value: str, since: str, until: str) -> None:
    try:
        made = told(attribute, value, since=since, until=until)
    except DecisionError:
        return
    assert made.value == " ".join(made.value.split()) != ""
