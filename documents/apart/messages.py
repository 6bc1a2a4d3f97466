"""What goes to a reading process and comes from it, as bytes; its answer is not trusted."""

import datetime
import io
import json
import pickle
import struct
import sys
import traceback
from collections.abc import Callable, Collection
from typing import IO, Any

from documents import errors
from documents.apart.task import Made, Task
from documents.errors import BrokenOffError, DocumentError, OverLimitError
from documents.progress import Told

# The warden's words to the program: a process was started, and how it ended, or else its signal's name.
STARTED, DONE, MENDED, OVER_TIME, OVER_MEMORY = "started", "done", "mended", "time", "memory"
# A reading process to its warden: it begins with OCR.
MORE_TIME = b"+"
# A document's text and all its spans take a tenth of this for a book of two thousand pages.
MOST_BYTES = 256_000_000
_SIZE = struct.Struct(">Q")
# Before its answer a process says how far it is: two counts in place of a size that no answer has.
_COUNTS, _MOST_COUNTED = 1 << 63, (1 << 31) - 1
_LENGTHS = {"made": 2, "error": 4, "defect": 3}
_PLAIN = {("datetime", "date"): datetime.date}
_TOO_MUCH_MEMORY = (
    "Reading the file takes more memory than a file may; split it, or raise KLASTROWNIK_READ_MEMORY_MB."
)
_TOO_MUCH_TEXT = "The file holds more text than is kept of one file; split it."


def request(file: str, content: bytes, wanted: Collection[str] = ()) -> tuple[bytes, bytes]:
    """What a reading process is sent: a file's name, the lines wanted of it, and its bytes up to the end."""
    told = json.dumps([file, *sorted(wanted)]).encode()
    return _SIZE.pack(len(told)) + told, content


def received(stream: IO[bytes]) -> tuple[str, bytes, tuple[str, ...]]:
    """The name and the bytes of a file that was sent, and the lines wanted of it."""
    (size,) = _SIZE.unpack(stream.read(_SIZE.size))
    file, *wanted = json.loads(stream.read(size))
    return file, stream.read(), tuple(wanted)


def counted(done: int, of: int) -> bytes:
    """How far a process is, as it says so."""
    return _SIZE.pack(_COUNTS | min(done, _MOST_COUNTED) << 32 | min(of, _MOST_COUNTED))


def said(file: str, make: Callable[[], object]) -> bytes:
    """What `make` gives, or raises, as bytes."""
    try:
        return _packed(("made", make()))
    except DocumentError as error:
        return _packed(("error", type(error).__name__, error.file, error.reason))
    except MemoryError:
        return _packed(("error", OverLimitError.__name__, file, _TOO_MUCH_MEMORY))
    except Exception as error:  # noqa: BLE001 - a process's edge: the parent says what it was
        return _packed(("defect", type(error).__name__, traceback.format_exc(limit=-20)))


def heard(
    file: str,
    stream: IO[bytes],
    defect: Callable[[str], object],
    *,
    task: Task[Made],
    told: Told | None = None,
) -> Made | None:
    """What a process of the task makes at the other end of a stream; None where that ended before it had said
    all.

    `defect` is told the trace of a defect of ours, `told` how far it is.

    Raises: DocumentError, as it was raised there; OverLimitError where more is said than is taken.
    """
    size = _size(stream, told or (lambda done, of: None))
    if size is None:
        return None
    if size > MOST_BYTES:
        raise OverLimitError(file, _TOO_MUCH_TEXT)
    packed = stream.read(size)
    if len(packed) < size:
        return None
    kind, *said = _opened(file, packed, task.modules)
    if kind == "made" and isinstance(said[0], task.makes):
        return said[0]
    if kind == "error":
        raise _error(*said)
    name, trace = map(str, said)
    defect(trace)
    raise BrokenOffError(file, f"reading failed: {name}")


def too_much_memory(file: str) -> OverLimitError:
    """The error of a file whose process was ended for its memory."""
    return OverLimitError(file, _TOO_MUCH_MEMORY)


def _packed(said: tuple[object, ...]) -> bytes:
    content = pickle.dumps(said, pickle.HIGHEST_PROTOCOL)
    return _SIZE.pack(len(content)) + content


def _error(name: str, file: str, reason: str) -> DocumentError:
    kind = getattr(errors, name, DocumentError)
    return kind(file, reason) if issubclass(kind, DocumentError) else DocumentError(file, reason)


def _size(stream: IO[bytes], told: Told) -> int | None:
    """The size of the answer that comes now, after all that is said of how far it is."""
    while len(head := stream.read(_SIZE.size)) == _SIZE.size:
        (size,) = _SIZE.unpack(head)
        if not size & _COUNTS:
            return int(size)
        told(size >> 32 & _MOST_COUNTED, size & _MOST_COUNTED)
    return None


def _opened(file: str, packed: bytes, modules: Collection[str]) -> tuple[Any, ...]:
    """What was packed. Raises: BrokenOffError where no answer of ours can have been packed so."""
    try:
        told = _Careful(packed, modules).load()
        if not isinstance(told, tuple) or len(told) != _LENGTHS.get(told[0]):
            raise ValueError(type(told).__name__)
    except Exception as error:  # a process that was taken over may send whatever breaks the unpickling
        raise BrokenOffError(file, f"reading failed: {type(error).__name__}") from error
    return told


class _Careful(pickle.Unpickler):
    """Makes values of a few modules and dates, and nothing else.

    A file that took its reading process over by a fault of a library could say anything.
    """

    def __init__(self, packed: bytes, modules: Collection[str]) -> None:
        super().__init__(io.BytesIO(packed))
        self._modules = modules

    def find_class(self, module: str, name: str) -> Any:  # the name is pickle's
        if module in self._modules and "." not in name:
            found = getattr(sys.modules[module], name)
            # Its own: a module holds what it has imported too.
            if isinstance(found, type) and found.__module__ == module:
                return found
        if (module, name) in _PLAIN:
            return _PLAIN[module, name]
        raise pickle.UnpicklingError(f"{module}.{name}")
