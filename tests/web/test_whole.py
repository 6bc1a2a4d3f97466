import pytest

from web.whole import whole


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("12", 12), ("007", 7)])
def test_digits_are_a_number(text: str, number: int) -> None:
    assert whole(text) == number


@pytest.mark.parametrize("text", ["", "-1", "+1", " 1", "1.0", "1_000", "²", "٣", "9" * 16])
def test_nothing_else_is(text: str) -> None:
    assert whole(text) is None
