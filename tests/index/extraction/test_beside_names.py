"""What a cluster is called beside its name."""

import pytest

from documents.read import read_document
from index.extraction.extract import extract


def names(text: str) -> list[set[str]]:
    """The names of each cluster of a document in Markdown."""
    found = extract(read_document("a.md", text.encode()))
    return [{name.text for name in subject.names} for subject in found.subjects]


@pytest.mark.parametrize("before", ["", "4 | "])
def test_a_coined_name_before_a_dash_is_the_clusters_in_whichever_cell_it_stands(before: str) -> None:
    heads = "Lp. | Klaster | Lider" if before else "Klaster | Lider"
    rule = "|".join("---" for _ in heads.split("|"))
    text = f"| {heads} |\n|{rule}|\n| {before}ZioloKlaster – Klaster Zielarski Roztocza | Izba Ziół |\n"

    assert {"ZioloKlaster", "Klaster Zielarski Roztocza"} in names(text)
