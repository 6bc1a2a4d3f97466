"""What styles' names say."""

import pytest

from documents.stylenames import heading_level, is_contents, is_title, list_level


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("heading 1", 1),
        ("Nagłówek 2", 2),
        ("Nagłówek3", 3),
        ("Heading 2 Char", 2),
        ("Normal", 0),
        ("Nagłówek", 0),
    ],
)
def test_a_heading_has_its_level_in_its_name(name: str, level: int) -> None:
    assert heading_level(name) == level


def test_titles_lists_and_contents_are_known_by_name() -> None:
    assert is_title("Tytuł")
    assert not is_title("Podtytuł")
    assert list_level("List Bullet 2") == 1
    assert list_level("Lista numerowana") == 0
    assert list_level("List Paragraph") is None
    assert is_contents("toc 1")
    assert is_contents("Spis treści 2")
    assert not is_contents("Normal")
