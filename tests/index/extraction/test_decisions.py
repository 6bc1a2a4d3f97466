"""What a row says was decided on the cluster it is of."""

import pytest

from index.extraction.decisions import decided
from tests.index.extraction.reading import read


@pytest.mark.parametrize(
    ("head", "text", "found"),
    [
        ("Rozstrzygnięcie", "nadanie", "new"),
        ("Decyzja ministra", "nowy", "new"),
        ("Wynik", "odnowienie", "again"),
        ("Outcome", "renewed", "again"),
        ("Result", "awarded", "given"),
        ("Wynik", "nie przyznano", "refused"),
        ("Decision", "no", "refused"),
        ("Decision", "northern branch", ""),
        ("Siedziba", "Nowy Sącz", ""),
    ],
)
def test_a_cell_of_decisions_says_to_whom_a_status_was_given(head: str, text: str, found: str) -> None:
    assert decided(head, text) == found


def test_whom_a_decision_was_for_holds_the_status_of_the_caption_and_nobody_else() -> None:
    text = (
        "# KKK contest, round IX\n\nThe title runs from 1 June 2027 to 31 May 2030.\n\n"
        "| Cluster | Score | Outcome |\n|---|---|---|\n| Amber Cluster | 140 | new |\n"
        "| Linen Cluster | 131 | renewed |\n| Sandstone Cluster | 80 | reserve list |\n"
    )
    found = read(text)

    held = [(found.cluster(one), one.qualifier) for one in found.claims("status")]
    assert held == [("Amber Cluster", "IX"), ("Linen Cluster", "IX")]
