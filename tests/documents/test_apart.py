"""Files read in processes of their own, whatever those do."""

import logging
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path

import pytest

from documents.apart.messages import heard
from documents.apart.room import ReadingRoom
from documents.apart.task import READING
from documents.apart.warden import killed_for_memory
from documents.errors import BrokenOffError, DamagedFileError, EncryptedFileError, OverLimitError
from documents.limits import Limits
from documents.read import read_document

LIBRARY = Path(__file__).parents[2] / "documents/library"
_ROOT = Path(__file__).parents[2]
_MISBEHAVE = "tests.documents.misbehaving:misbehave"


@pytest.fixture(scope="module")
def room() -> Iterator[ReadingRoom]:
    """A room with the readers of the program."""
    made = ReadingRoom()
    yield made
    made.close()


@pytest.fixture(scope="module")
def bad_room() -> Iterator[ReadingRoom]:
    """A room whose readers misbehave, with little memory."""
    made = ReadingRoom(Limits(seconds=60, memory_mb=300), read=_MISBEHAVE)
    yield made
    made.close()


@pytest.fixture(scope="module")
def hasty_room() -> Iterator[ReadingRoom]:
    """A room whose readers misbehave, with a second for each file."""
    made = ReadingRoom(Limits(seconds=1, ocr_seconds=30), read=_MISBEHAVE)
    yield made
    made.close()


def asked_of(room: ReadingRoom, deed: str) -> str:
    """The text of the document that came back."""
    return room.read("a.txt", deed.encode()).text


@pytest.mark.parametrize(
    "file", ["minatech.html", "klastry-energii.pdf", "kontakty-klastrow.pptx", "klastry-faq.md"]
)
def test_a_document_comes_back_whole(room: ReadingRoom, file: str) -> None:
    content = (LIBRARY / file).read_bytes()

    assert room.read(file, content) == read_document(file, content)


def test_an_error_comes_back_with_its_kind_file_and_reason(room: ReadingRoom) -> None:
    with pytest.raises(DamagedFileError) as refused:
        room.read("folder/żółw.zip", b"PK\x03\x04broken")

    assert refused.value.file == "żółw.zip"
    assert refused.value.reason == "The file is cut short or damaged: its archive cannot be opened."


@pytest.mark.parametrize("deed", ["hang", "spin"])
def test_what_takes_too_long_is_ended_and_refused(hasty_room: ReadingRoom, deed: str) -> None:
    started = time.monotonic()
    with pytest.raises(OverLimitError, match="takes longer than 1 s"):
        asked_of(hasty_room, deed)

    assert time.monotonic() - started < 20


@pytest.mark.parametrize("deed", ["eat", "eat-slowly"])
def test_what_takes_too_much_memory_is_ended_and_refused(bad_room: ReadingRoom, deed: str) -> None:
    with pytest.raises(OverLimitError, match="takes more memory"):
        asked_of(bad_room, deed)


@pytest.mark.parametrize(("deed", "how"), [("crash", "SIGSEGV"), ("killed", "SIGKILL"), ("leave", "exit 3")])
def test_a_crash_is_said_and_is_no_verdict_on_the_file(bad_room: ReadingRoom, deed: str, how: str) -> None:
    with pytest.raises(BrokenOffError, match=how) as failed:
        asked_of(bad_room, deed)

    assert not failed.value.permanent


def test_a_defect_is_named_and_its_trace_is_logged(
    bad_room: ReadingRoom, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "klastrownik"), pytest.raises(BrokenOffError, match="KeyError"):
        asked_of(bad_room, "raise")

    assert "no such key" in caplog.text


def test_a_process_that_the_system_ended_for_want_of_memory_is_told_from_one_that_somebody_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = tmp_path / "vmstat"
    monkeypatch.setattr("documents.apart.warden._KILLS", (counts, tmp_path / "absent"))
    counts.write_text("pgfault 7\noom_kill 3\n")

    assert killed_for_memory() == 3


def test_where_no_process_can_be_started_reading_failed_for_now(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(*_: object, **__: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("documents.apart.room.subprocess.Popen", none_left)

    with closing(ReadingRoom()) as room, pytest.raises(BrokenOffError, match="can be started") as failed:
        room.read("a.txt", b"Klaster Ech.")

    assert not failed.value.permanent


def test_one_bad_file_does_not_stop_those_after_it(bad_room: ReadingRoom) -> None:
    for deed in ("crash", "killed", "leave", "refuse"):
        with suppress(BrokenOffError, OverLimitError, EncryptedFileError):
            asked_of(bad_room, deed)

        assert asked_of(bad_room, "Klaster Ech bada echo.") == "Klaster Ech bada echo."


def test_what_a_reader_started_ends_with_it(hasty_room: ReadingRoom, tmp_path: Path) -> None:
    with pytest.raises(OverLimitError):
        asked_of(hasty_room, f"child {tmp_path / 'pid'}")

    assert ends(int((tmp_path / "pid").read_text()))


def test_ocr_has_more_time(hasty_room: ReadingRoom) -> None:
    assert asked_of(hasty_room, "recognise 1.5") == "recognise 1.5"


def test_what_a_library_prints_is_not_seen(bad_room: ReadingRoom, capfd: pytest.CaptureFixture[str]) -> None:
    asked_of(bad_room, "print")

    assert capfd.readouterr() == ("", "")


def test_a_reader_cannot_fill_the_disk(bad_room: ReadingRoom, tmp_path: Path) -> None:
    with pytest.raises(BrokenOffError, match="OSError"):
        asked_of(bad_room, f"write {tmp_path / 'large'}")

    assert (tmp_path / "large").stat().st_size <= 200_000_000


def test_several_threads_read_at_the_same_time(room: ReadingRoom) -> None:
    texts = [f"Klaster numer {number} bada echo." for number in range(12)]
    found: dict[str, str] = {}
    threads = [
        threading.Thread(target=lambda text=text: found.update({text: asked_of(room, text)}))
        for text in texts
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert found == {text: text for text in texts}


def test_a_room_whose_warden_was_ended_starts_another() -> None:
    before = children()
    room = ReadingRoom()
    asked_of(room, "Klaster.")
    (warden,) = children() - before
    os.kill(warden, signal.SIGKILL)

    assert asked_of(room, "Klaster.") == "Klaster."
    room.close()


def test_closing_ends_the_warden() -> None:
    before = children()
    room = ReadingRoom()
    asked_of(room, "Klaster.")
    (warden,) = children() - before

    room.close()

    assert warden not in children()


def test_nothing_outlives_a_program_that_is_killed(tmp_path: Path) -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from documents.apart.room import ReadingRoom;"
        f"ReadingRoom(read='{_MISBEHAVE}').read('a.txt', b'child ' + sys.argv[2].encode())"
    )
    path = tmp_path / "pid"
    killed = subprocess.Popen([sys.executable, "-c", program, str(_ROOT), str(path)])
    until(lambda: path.exists() and path.read_text().strip() != "")

    killed.kill()
    killed.wait()

    assert ends(int(path.read_text()))


def test_an_interrupt_ends_a_reading_at_once(tmp_path: Path) -> None:
    program = (
        "import signal, sys; sys.path.insert(0, sys.argv[1]);"
        "signal.signal(signal.SIGINT, signal.default_int_handler);"
        "from documents.apart.room import ReadingRoom;"
        f"ReadingRoom(read='{_MISBEHAVE}').read('a.txt', b'child ' + sys.argv[2].encode())"
    )
    path = tmp_path / "pid"
    reading = subprocess.Popen(
        [sys.executable, "-c", program, str(_ROOT), str(path)], stderr=subprocess.DEVNULL
    )
    until(lambda: path.exists() and path.read_text().strip() != "")

    reading.send_signal(signal.SIGINT)

    reading.wait(timeout=20)
    assert ends(int(path.read_text()))


def test_an_answer_may_hold_nothing_but_a_document() -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, ...]:
            return os.getcwd, ()

    for said in (pickle.dumps(("document", Evil())), b"noise", pickle.dumps(7), pickle.dumps(("error",))):
        stream = BytesIO(len(said).to_bytes(8, "big") + said)

        with pytest.raises(BrokenOffError, match="reading failed"):
            heard("a.txt", stream, print, task=READING)


def test_a_process_may_not_say_more_than_is_taken() -> None:
    with pytest.raises(OverLimitError, match="more text"):
        heard("a.txt", BytesIO((1 << 40).to_bytes(8, "big")), print, task=READING)


def children() -> set[int]:
    """The wardens of this process."""
    shown = subprocess.run(
        ["ps", "-ww", "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True
    ).stdout
    rows = [line.split(None, 2) for line in shown.splitlines()]
    return {
        int(pid) for pid, parent, command in rows if int(parent) == os.getpid() and "apart.warden" in command
    }


def until(condition: object, seconds: float = 20) -> bool:
    """Whether a condition came true in time."""
    assert callable(condition)
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if condition():
            return True
        time.sleep(0.02)
    return False


def ends(process: int) -> bool:
    """Whether a process ends, soon."""

    def gone() -> bool:
        stat = Path(f"/proc/{process}/stat")
        try:
            os.kill(process, 0)
            # Ended, and nobody has asked how yet.
            return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z"
        except (ProcessLookupError, FileNotFoundError):  # it may go between two looks
            return True

    return until(gone)


def test_a_reading_that_nobody_wants_any_more_is_ended_and_the_next_goes_on(bad_room: ReadingRoom) -> None:
    begun = time.monotonic()

    with pytest.raises(BrokenOffError, match="nobody wants it"):
        bad_room.read("a.txt", b"hang", (), lambda: time.monotonic() > begun + 0.3)

    assert time.monotonic() < begun + 10
    assert asked_of(bad_room, "Klaster.") == "Klaster."
