"""Server-sent events out of a plain generator."""

from collections.abc import AsyncIterator, Generator
from dataclasses import dataclass

from starlette.concurrency import iterate_in_threadpool
from starlette.responses import StreamingResponse


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its name, and text that may hold line feeds."""

    name: str
    text: str = ""

    def wire(self) -> bytes:
        """The event as it is sent. A carriage return would end a line too, so it becomes a line feed."""
        lines = self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return (f"event: {self.name}\n" + "".join(f"data: {line}\n" for line in lines) + "\n").encode()


def event_stream(events: Generator[Event, None, None]) -> StreamingResponse:
    """The response that sends them as they come, and closes the generator at once when the reader leaves."""
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_closing(events), media_type="text/event-stream", headers=headers)


async def _closing(events: Generator[Event, None, None]) -> AsyncIterator[bytes]:
    # A bare generator handed to the response is closed by the garbage collector, seconds later.
    try:
        async for event in iterate_in_threadpool(events):
            yield event.wire()
    finally:
        # Cancelling waits for the thread that runs `next`, so the generator is never running here.
        events.close()
