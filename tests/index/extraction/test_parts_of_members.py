"""Parts of a membership are counted apart, those who are no members not at all."""

import pytest

from tests.index.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Klaster Turkawka ma 60 członków, z tego cztery to szkoły.", [("60", "członków"), ("4", "szkoły")]),
        ("# Klaster Turkawka\n\nDo wniosku dołącz rekomendacje dwóch członków.", []),
        ("# Larkspur Cluster\n\nAn application needs references from two members.", []),
        (
            "# Larkspur Cluster\n\nMugs, bowls, tiles, ovens: 41 producers from the villages of Upper Reed "
            "and Lower Reed.",
            [("41", "producers")],
        ),
    ],
)
def test_parts_are_counted_and_those_who_vouch_for_others_are_not(
    text: str, counts: list[tuple[str, str]]
) -> None:
    assert read(text).counts() == counts
