"""Lines that are several values each."""

from documents.model import Document
from documents.read import read_document

ENTRIES = [
    "Heron Cluster of Boats and Sails – Puck / since 2009 / 40 firms / Chamber of Boatbuilders in Puck",
    "Egret Cluster – Ustka / since 2013 / 18 firms / Egret Foundation",
]


def _sentences(document: Document) -> list[str]:
    return [document.quote(one.span) for passage in document.passages for one in passage.sentences]


def test_lines_of_as_many_values_are_entries_of_their_own() -> None:
    told = _sentences(read_document("a.txt", ("THE COAST\n" + "\n".join(ENTRIES) + "\n").encode()))

    assert [one for one in told if one != "THE COAST"] == ENTRIES


def test_a_line_of_several_values_heads_nothing() -> None:
    told = _sentences(
        read_document(
            "a.txt", b"FAIR OF BOATS\n\n1. HERON RING\nPUCK, POMERANIA | since 2011 | boats\n40 firms\n"
        )
    )

    assert "PUCK, POMERANIA | since 2011 | boats" in told
