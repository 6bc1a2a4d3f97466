"""Readers that do what no reader should: the file's text says what."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Collection
from typing import NoReturn

from documents.errors import EncryptedFileError
from documents.limits import begin_ocr, remaining
from documents.model import Document
from documents.read import read_document


def misbehave(file: str, content: bytes, wanted: Collection[str] = ()) -> Document:
    """The document of a file whose text is no misbehaviour."""
    text = content.decode()
    deed, _, rest = text.partition(" ")
    deeds: dict[str, Callable[[], object]] = {
        "hang": lambda: time.sleep(60),
        "spin": _spin,
        "eat": lambda: [bytearray(10_000_000) for _ in range(1_000)],
        "eat-slowly": _eat_slowly,
        "crash": lambda: os.kill(os.getpid(), signal.SIGSEGV),
        "leave": lambda: os._exit(3),
        "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
        "raise": lambda: {"a": 1}["no such key"],
        "refuse": lambda: _refuse(file),
        "child": lambda: _child(rest),
        "recognise": lambda: _recognise(float(rest)),
        "print": lambda: sys.stderr.write("noise") and os.write(1, b"noise"),
        "write": lambda: _write(rest),
    }
    if deed in deeds:
        deeds[deed]()
    return read_document(file, content, wanted)


def _spin() -> None:
    while True:
        pass


def _eat_slowly() -> None:
    kept = []
    while True:
        kept.append(bytearray(b"x" * 1_000_000))
        time.sleep(0.001)


def _refuse(file: str) -> NoReturn:
    raise EncryptedFileError(file, "Locked: żółw.")


def _child(path: str) -> None:
    """What OCR does: a program of its own that outlasts the reading, which writes its id down."""
    subprocess.run(["/bin/sh", "-c", f"echo $$ > {path}; exec sleep 60"], check=True)


def _recognise(seconds: float) -> None:
    begin_ocr()
    time.sleep(seconds)
    assert remaining() > 0


def _write(path: str) -> None:
    with open(path, "wb") as out:  # noqa: PTH123 - the plainest way a library may take
        for _ in range(300):
            out.write(bytes(1_000_000))
