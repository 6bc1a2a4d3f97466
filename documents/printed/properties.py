"""What a PDF's properties tell of it: its list of them, and its packet of metadata (XMP)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from pypdf import PdfReader

from documents.metadata import source_address
from documents.model import Language
from documents.people import people
from documents.titles import own_title

_T = TypeVar("_T")
_LANGUAGES: dict[str, Language] = {"pl": "pl", "en": "en"}


@dataclass(frozen=True, slots=True)
class Properties:
    """What was found; a reader's own text goes before it where both tell."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    made: date | None = None
    modified: date | None = None
    language: Language | None = None
    address: str | None = None


def properties(reader: PdfReader, faults: tuple[type[Exception], ...]) -> Properties:
    """The properties of a file; nothing of a part that cannot be read."""
    listed = _Listed(reader, faults)
    packet = _Packet(reader, faults)
    titles = (own_title(text) for text in (listed.text("/Title"), *packet.titles()))
    languages = (_LANGUAGES.get(text[:2].lower()) for text in (listed.language(), *packet.languages()))
    addresses = (
        source_address(text)
        for text in (listed.text("/Subject"), *packet.addresses(), listed.text("/Keywords"))
    )
    return Properties(
        title=_first(titles),
        authors=people([listed.text("/Author"), *packet.authors()]),
        made=_first([listed.day("creation_date"), packet.day("xmp_create_date")]),
        modified=_first([listed.day("modification_date"), packet.day("xmp_modify_date")]),
        language=_first(languages),
        address=_first(addresses),
    )


def _first(values: Iterable[_T | None]) -> _T | None:
    return next((value for value in values if value), None)


class _Listed:
    """The list of properties, which older programs write."""

    def __init__(self, reader: PdfReader, faults: tuple[type[Exception], ...]) -> None:
        self._reader, self._faults = reader, faults

    def text(self, name: str) -> str:
        try:
            told = self._reader.metadata
            return str(told.get(name) or "") if told else ""
        except self._faults:
            return ""

    def day(self, name: str) -> date | None:
        try:
            told = getattr(self._reader.metadata, name, None)
        except self._faults:
            return None
        return told.date() if isinstance(told, datetime) else None

    def language(self) -> str:
        try:
            return str(self._reader.root_object.get("/Lang") or "")
        except self._faults:
            return ""


class _Packet:
    """The packet of metadata, which newer programs write beside it."""

    def __init__(self, reader: PdfReader, faults: tuple[type[Exception], ...]) -> None:
        self._faults = faults
        try:
            self._told: Any = reader.xmp_metadata
        except faults:
            self._told = None

    def _value(self, name: str) -> Any:
        try:
            return getattr(self._told, name, None)
        except self._faults:
            return None

    def titles(self) -> Sequence[str]:
        return _texts(self._value("dc_title"))

    def authors(self) -> Sequence[str]:
        return _texts(self._value("dc_creator"))

    def languages(self) -> Sequence[str]:
        return _texts(self._value("dc_language"))

    def addresses(self) -> Sequence[str]:
        return [*_texts(self._value("dc_source")), *_texts(self._value("dc_identifier"))]

    def day(self, name: str) -> date | None:
        told = self._value(name)
        return told.date() if isinstance(told, datetime) else None


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [str(each) for each in value.values()]
    if isinstance(value, (list, tuple)):
        return [str(each) for each in value]
    return [str(value)] if value else []
