"""Where clusters are, as the headings above them tell."""

from tests.index.extraction.reading import read


def test_where_a_text_was_written_is_no_clusters_country() -> None:
    text = "# Decisions\n\n## Graz, 16 June 2026\n\nThe Larkspur Cluster keeps its mark.\n"

    assert read(text).values("country") == []
