"""The process that draws: what it answers, and what becomes of it."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.imaging.darkroom import MOST_AT_ONCE, Darkroom
from documents.imaging.errors import BusyError, ImagingError, NoPageError, UndrawableError
from tests.documents.imaging.printed import plain, printed

_PDF = printed(plain, 2)


@pytest.fixture(scope="module")
def darkroom() -> Iterator[Darkroom]:
    room = Darkroom()
    yield room
    room.close()


def _process(room: Darkroom) -> int:
    assert room._drawing
    return room._drawing._process.pid


def test_pages_words_and_sizes_come_out_of_it(darkroom: Darkroom) -> None:
    assert darkroom.picture("a", lambda: _PDF, page=2, width=480).startswith(b"\x89PNG")
    assert "Fenland" in {word.text for word in darkroom.words("a", lambda: _PDF, page=1)}
    assert len(darkroom.sizes("a", lambda: _PDF)) == 2


def test_a_file_is_asked_for_once_as_long_as_it_is_the_last(darkroom: Darkroom) -> None:
    asked: list[str] = []

    def content(key: str) -> bytes:
        asked.append(key)
        return _PDF

    for key in ("x", "x", "y", "y", "x"):
        darkroom.picture(key, lambda key=key: content(key), page=1, width=480)  # type: ignore[misc]

    assert asked == ["x", "y", "x"]


@pytest.mark.parametrize(
    ("content", "page", "error"),
    [(_PDF, 3, NoPageError), (b"nothing", 1, UndrawableError), (b"", 1, UndrawableError)],
)
def test_what_went_wrong_is_told(
    darkroom: Darkroom, content: bytes, page: int, error: type[ImagingError]
) -> None:
    with pytest.raises(error):
        darkroom.picture(f"{content!r}", lambda: content, page=page, width=480)

    assert darkroom.picture("a", lambda: _PDF, page=1, width=480)


def test_when_its_process_is_ended_the_next_takes_over(darkroom: Darkroom) -> None:
    darkroom.picture("a", lambda: _PDF, page=1, width=480)
    first = _process(darkroom)
    os.kill(first, signal.SIGKILL)

    assert darkroom.picture("a", lambda: _PDF, page=1, width=480)
    assert _process(darkroom) != first


def test_a_page_that_takes_too_long_is_given_up_and_its_process_ended() -> None:
    room = Darkroom()
    with pytest.raises(UndrawableError, match="longer than"):
        room.picture("a", lambda: _PDF, page=1, width=1440, seconds=0.001)

    assert room._drawing is None


def test_who_waits_too_long_for_a_turn_is_told_so(darkroom: Darkroom) -> None:
    with darkroom._turn, pytest.raises(BusyError, match="try again"):
        darkroom.sizes("a", lambda: _PDF, seconds=0.01)


def test_many_threads_are_answered_each_its_own(darkroom: Darkroom) -> None:
    found: dict[int, bytes] = {}

    def draw(width: int) -> None:
        found[width] = darkroom.picture("a", lambda: _PDF, page=1, width=width)

    threads = [threading.Thread(target=draw, args=(width,)) for width in (100, 200, 300, 400)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    widths = {width: int.from_bytes(picture[16:20]) for width, picture in found.items()}
    assert widths == {width: width for width in (100, 200, 300, 400)}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, len(_PDF) - 1), st.integers(0, 255)), min_size=1, max_size=30))
def test_a_damaged_file_is_drawn_or_refused(darkroom: Darkroom, damage: list[tuple[int, int]]) -> None:
    content = bytearray(_PDF)
    for at, value in damage:
        content[at] = value
    with suppress(NoPageError, UndrawableError):
        assert darkroom.picture(str(damage), lambda: bytes(content), page=1, width=100)
        darkroom.words(str(damage), lambda: bytes(content), page=1)


def test_only_so_many_wait_for_a_slow_file() -> None:
    room, over = Darkroom(), threading.Event()

    def slow() -> bytes:
        over.wait(30)
        return _PDF

    others = [threading.Thread(target=room.sizes, args=("slow", slow)) for _ in range(MOST_AT_ONCE)]
    for one in others:
        one.start()
    while room._places._value:
        time.sleep(0.01)
    try:
        begun = time.monotonic()
        with pytest.raises(BusyError):
            room.sizes("another", lambda: _PDF, seconds=20)
        assert time.monotonic() - begun < 10
    finally:
        over.set()
        for one in others:
            one.join(30)
        room.close()
