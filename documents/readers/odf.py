"""OpenDocument's package: its parts, its styles, and what it says of itself."""

import datetime
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from lxml import etree

from documents.errors import EncryptedFileError
from documents.metadata import meta_date, source_address
from documents.package import Properties
from documents.people import people
from documents.titles import own_title
from documents.unpacking import openable

_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "presentation": "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "chart": "urn:oasis:names:tc:opendocument:xmlns:chart:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_DEEPEST = 20


def on(name: str) -> str:
    """The full name of an element or attribute: `on("text:p")`."""
    space, local = name.split(":")
    return f"{{{_NAMES[space]}}}{local}"


class Package:
    """The parts of an OpenDocument file, each read when it is asked for.

    Raises: EncryptedFileError where a password is needed; DamagedFileError.
    """

    def __init__(self, file: str, content: bytes) -> None:
        self._zip = ZipFile(openable(file, content))
        if b"encryption-data" in self._bytes("META-INF/manifest.xml"):
            raise EncryptedFileError(file, "The file has a password: save it without one and add it again.")

    def part(self, name: str) -> Any:
        """The root of a part, None where there is none of that name or it is damaged."""
        held = self._bytes(name)
        try:
            return etree.fromstring(held, _parser()) if held else None
        except etree.XMLSyntaxError:
            return None

    def main(self) -> Any:
        """The root of content.xml. Raises: one of FAULTS where it is missing or damaged."""
        return etree.fromstring(self._zip.read("content.xml"), _parser())

    def _bytes(self, name: str) -> bytes:
        try:
            return self._zip.read(name)
        except KeyError:
            return b""


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


class Styles:
    """The styles of a document, those of its content before those it shares."""

    def __init__(self, content: Any, shared: Any) -> None:
        self._styles: dict[tuple[str, str], Any] = {}
        self._lists: dict[str, Any] = {}
        self._own: set[tuple[str, str]] = set()
        self.outline: Any = None
        for root in (shared, content):
            for element in root.iter(on("style:style")) if root is not None else ():
                key = (element.get(on("style:family"), ""), element.get(on("style:name"), ""))
                self._styles[key] = element
                if root is content:
                    self._own.add(key)
            for element in root.iter(on("text:list-style")) if root is not None else ():
                self._lists[element.get(on("style:name"), "")] = element
        if shared is not None:
            self.outline = next(shared.iter(on("text:outline-style")), None)

    def chain(self, family: str, name: str | None) -> Iterator[Any]:
        """A style and those it is based on, nearest first."""
        for _ in range(_DEEPEST):
            style = self._styles.get((family, name or ""))
            if style is None:
                return
            yield style
            name = style.get(on("style:parent-style-name"))

    def value(self, family: str, name: str | None, attribute: str) -> str | None:
        """What a style, or the nearest it is based on, says in an attribute of its properties."""
        for style in self.chain(family, name):
            for properties in style:
                if (value := properties.get(on(attribute))) is not None:
                    return str(value)
        return None

    def own(self, family: str, name: str | None, attribute: str) -> str | None:
        """What is set on the text itself, not by a style with a name."""
        return self.value(family, name, attribute) if (family, name or "") in self._own else None

    def list_level(self, name: str | None, level: int) -> Any:
        """How a list is marked at a level from 0; None where that is not told."""
        style = self._lists.get(name or "")
        return level_of(style, level)


def level_of(style: Any, level: int) -> Any:
    """The element of a list's or outline's style for a level from 0."""
    if style is None:
        return None
    return next((each for each in style if each.get(on("text:level")) == str(level + 1)), None)


def told(package: Package) -> Properties:
    """What meta.xml says; nothing where it is missing or damaged."""
    root = package.part("meta.xml")
    if root is None:
        return Properties()
    texts: dict[str, str] = {}
    for element in root.iter():
        if isinstance(element.tag, str) and element.text and element.text.strip():
            name = element.get(on("meta:name")) if element.tag == on("meta:user-defined") else None
            texts.setdefault(name or etree.QName(element).localname, element.text.strip())
    addresses = map(
        source_address,
        (texts.get(name, "") for name in ("OOXMLCorePropertyIdentifier", "subject", "description")),
    )
    # `creator` is who saved the file last.
    authors = people([texts.get("initial-creator", "")]) or people([texts.get("creator", "")])
    code = texts.get("language", "")[:2].lower()
    return Properties(
        own_title(texts.get("title", "")),
        "pl" if code == "pl" else "en" if code == "en" else None,
        next((address for address in addresses if address), None),
        _day(texts.get("creation-date", "")),
        _day(texts.get("date", "")),
        authors,
    )


def _day(text: str) -> datetime.date | None:
    return meta_date(text[:10])


def opened(file: str, content: bytes) -> tuple[Package, Any, Styles]:
    """The package, the root of its content, and its styles. Raises: DocumentError, or one of FAULTS."""
    package = Package(file, content)
    root = package.main()
    return package, root, Styles(root, package.part("styles.xml"))
