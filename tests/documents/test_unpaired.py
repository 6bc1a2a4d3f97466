"""Halves of letters, which nothing can store, and the sign that stands for them."""

import pytest

from documents.mending.forms import names, readings
from documents.mending.known import is_polish
from documents.model import Block, Reading, Sheet
from documents.unpaired import whole


def test_a_half_of_a_letter_becomes_a_lost_one_wherever_it_stands() -> None:
    block = Block("M\ud835yn", page=1)
    made = Reading(
        (block,), title="\udc00", address="a\ud800", cut=(block,), warnings=("\udfff",), authors=("J\ud800",),
        sheets=(Sheet(1, rejected="\ud800\ud800"),),
    )  # fmt: skip

    found = whole(made)

    assert [each.text for each in (*found.blocks, *found.cut)] == ["M\ufffdyn"] * 2
    assert (found.title, found.address, found.warnings) == ("\ufffd", "a\ufffd", ("\ufffd",))
    assert (found.authors, found.sheets[0].rejected) == (("J\ufffd",), "\ufffd\ufffd")


def test_whole_letters_stay_and_so_do_those_that_take_two_halves() -> None:
    made = Reading((Block("Młyn \U0001d49c"),), title="Żaba")

    assert whole(made) == made


def test_a_word_with_a_lost_letter_is_none_and_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    assert not is_polish("m\ufffdyn")
    assert not readings("m\ufffdyn")
    assert names("m\ufffdyn") == (False, False)
    assert capfd.readouterr().err == ""
