"""Cards and lists without signs in plain text: what heads them, and where their lines begin."""

import pytest

from documents.model import Document
from documents.read import read_document


def _read(text: str) -> Document:
    return read_document("a.txt", text.encode())


CARDS = (
    "Guide\n\nAll data come from the clusters themselves.\n\n{rule}Perch Cluster\nSeat: Hull\n"
    "Contact: ann@perch.example\n{rule}Silver Street\nSeat: Cork\nContact: hey@silver.example\n{rule}"
)


@pytest.mark.parametrize("rule", ["--------\n", "\n", "==========\n"])
def test_a_line_over_labels_heads_its_card_whatever_parts_the_cards(rule: str) -> None:
    document = _read(CARDS.format(rule=rule))
    heads = {
        document.quote(one.headings[-1])
        for one in document.passages
        if one.headings and "Seat" in document.quote(one.span)
    }

    assert heads == {"Perch Cluster", "Silver Street"}


def test_a_list_with_its_own_line_below_cards_is_not_the_last_cards() -> None:
    document = _read(
        CARDS.format(rule="\n") + "\nClusters that were closed\n- Tench Cluster\n- Roach Cluster\n"
    )
    last = document.passages[-1]

    assert [document.quote(one) for one in last.headings][-1] == "Clusters that were closed"


def test_a_name_with_a_title_begins_a_line_of_a_list_without_signs() -> None:
    document = _read(
        "Skład rady:\n  Anna Lis – Huta Sum\n  prof. Ewa Kos – Huta Lin\n  dr hab. Jan Żak – Huta Jaź\n"
    )
    lines = [document.quote(one.span) for passage in document.passages for one in passage.sentences]

    assert lines[-3:] == ["Anna Lis – Huta Sum", "prof. Ewa Kos – Huta Lin", "dr hab. Jan Żak – Huta Jaź"]
