"""Events, and what happens when the reader leaves."""

from collections.abc import Generator

import anyio
import pytest
from starlette.types import Message

from web.streaming import Event, event_stream


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("a", b"event: part\ndata: a\n\n"),
        ("a\nb", b"event: part\ndata: a\ndata: b\n\n"),
        ("a\r\nb\rc", b"event: part\ndata: a\ndata: b\ndata: c\n\n"),
        ("", b"event: part\ndata: \n\n"),
    ],
)
def test_a_line_feed_in_a_text_cannot_end_its_event(text: str, wire: bytes) -> None:
    assert Event("part", text).wire() == wire


def test_the_generator_is_closed_as_soon_as_the_reader_has_left() -> None:
    closed: list[str] = []

    def endless() -> Generator[Event, None, None]:
        try:
            while True:
                yield Event("part", "x")
        finally:
            closed.append("closed")

    async def serve() -> None:
        sent = 0

        async def send(message: Message) -> None:
            nonlocal sent
            sent += 1
            if sent > 3:
                raise OSError("gone")

        async def receive() -> Message:
            await anyio.sleep_forever()
            return {"type": "http.disconnect"}

        scope = {"type": "http", "asgi": {"spec_version": "2.4"}}
        with pytest.raises(Exception):  # noqa: B017, PT011 - the framework's own word for it does not matter
            await event_stream(endless())(scope, receive, send)
        await anyio.sleep(0)

    anyio.run(serve)

    assert closed == ["closed"]
