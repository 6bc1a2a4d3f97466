"""What changed between two texts."""

import time

from hypothesis import given
from hypothesis import strategies as st

from index.differences import Difference, Line, difference

TEXTS = st.lists(
    st.sampled_from(["Ala ma kota.", "Ala ma psa.", "Inna linia", "x", "Gdańsk 2003"]), max_size=12
)


def shown(found: Difference) -> list[tuple[str, str]]:
    return [
        (line.kind, "|".join(f"{piece.kind[0]}:{piece.text}" for piece in line.pieces))
        for hunk in found.hunks
        for line in hunk.lines
    ]


def test_words_that_changed_are_marked_in_their_line() -> None:
    found = difference("Klaster ma 40 firm.", "Klaster ma 50 firm i uczelnie.")

    assert shown(found) == [("changed", "s:Klaster ma |g:40|n:50|s: firm|n: i uczelnie|s:.")]
    assert (found.gone, found.new, found.changed) == (0, 0, 1)


def test_neighbouring_words_are_told_as_one_change() -> None:
    (line,) = difference("Prezesem jest Jan Kos z Gdyni.", "Prezesem jest Ewa Sowa z Gdyni.").hunks[0].lines

    assert [(one.kind, one.text) for one in line.pieces] == [
        ("same", "Prezesem jest "),
        ("gone", "Jan Kos"),
        ("new", "Ewa Sowa"),
        ("same", " z Gdyni."),
    ]


def test_lines_that_share_nothing_are_gone_and_new() -> None:
    found = difference("Pogoda w górach.", "Klaster 2003")

    assert [kind for kind, _ in shown(found)] == ["gone", "new"]


def test_unchanged_lines_are_left_out_but_for_those_beside_a_change_and_counted() -> None:
    lines = [f"Linia numer {at}" for at in range(20)]
    found = difference("\n".join(lines), "\n".join([*lines[:10], "Zupełnie co innego", *lines[10:]]))

    assert [(hunk.skipped, len(hunk.lines)) for hunk in found.hunks] == [(9, 3)]
    assert found.skipped_after == 9


def test_a_long_line_shows_only_the_words_around_a_change() -> None:
    words = [f"w{at}" for at in range(300)]
    found = difference(" ".join(words), " ".join([*words[:150], "nowe", *words[150:]]))

    (line,) = found.hunks[0].lines
    assert len("".join(one.text for one in line.pieces).split()) < 60
    assert [one.text.strip() for one in line.pieces if one.kind == "new"] == ["nowe"]


def test_the_same_text_differs_in_nothing() -> None:
    assert difference("a\n\nb", "a\nb") == Difference((), 2, 0, 0, 0)


def test_texts_too_long_to_compare_tell_which_lines_are_only_in_one() -> None:
    found = difference("a\nb\nc", "c\nb\nd", most_compared=4)

    assert found.coarse
    assert [(kind, text) for kind, text in shown(found)] == [("gone", "g:a"), ("new", "n:d")]


def test_long_texts_and_long_lines_are_compared_in_time() -> None:
    many = [f"linia {at} i jeszcze coś" for at in range(8_000)]
    begun = time.process_time()
    difference("\n".join(many), "\n".join(line.replace("7", "8") for line in many))
    difference("słowo " * 400_000, "inne " * 400_000)
    difference("\n".join(many), "\n".join(f"całkiem {at} obca" for at in range(8_000)))

    assert time.process_time() - begun < 20


@given(TEXTS, TEXTS)
def test_both_texts_can_be_made_of_what_is_told(one: list[str], other: list[str]) -> None:
    found = difference("\n".join(one), "\n".join(other))
    lines = [line for hunk in found.hunks for line in hunk.lines]
    left_out = sum(hunk.skipped for hunk in found.hunks) + found.skipped_after

    def side(kinds: set[str], line: Line) -> str:
        return "".join(piece.text for piece in line.pieces if piece.kind in kinds)

    old = [side({"same", "gone"}, line) for line in lines if line.kind != "new"]
    new = [side({"same", "new"}, line) for line in lines if line.kind != "gone"]
    assert len(old) + left_out == len(one)
    assert len(new) + left_out == len(other)
    assert set(old) <= set(one)
    assert set(new) <= set(other)
