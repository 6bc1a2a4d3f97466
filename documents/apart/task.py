"""What is done with a file in a process apart."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from documents.model import Document

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Task(Generic[Made]):
    """`run`, as `module:function`, makes a value of the kind `makes` out of a file's name, bytes and wanted
    lines. In an answer are values of these `modules` and dates, and nothing else. `too_long` is said of a
    file that takes more `{seconds}`."""

    run: str
    makes: type[Made]
    modules: tuple[str, ...]
    too_long: str


READING = Task(
    "documents.read:read_document",
    Document,
    (Document.__module__,),
    "Reading the file takes longer than {seconds} s; split it, or raise KLASTROWNIK_READ_SECONDS.",
)
