"""Office files whose packages are whole and whose parts are not: a reading, or an error of ours."""

import re
from contextlib import suppress
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.errors import DocumentError
from documents.model import Document
from documents.read import read_document
from tests.documents.made_office import article, deck
from tests.documents.open_document import frame, odp, odt, page

_LIST = '<text:list text:style-name="L1"><text:list-item><text:p>mill</text:p></text:list-item></text:list>'
_CELL = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
_TABLE = (
    '<table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>A</text:p>'
    "</table:table-cell><table:covered-table-cell/></table:table-row>"
    f'<table:table-row table:number-rows-repeated="2">{_CELL.format(1)}{_CELL.format(2)}</table:table-row>'
    "</table:table>"
)
_LEVELS = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
    'text:start-value="3"/></text:list-style>'
)
_VALUE = re.compile(rb'="([^"]*)"')
_JUNK = [b"", b"-1", b"0", b"99999999999999999999", b"x", b"1e9", "ą".encode()]


@cache
def _made(kind: str) -> bytes:
    if kind == "docx":
        return article()[0]
    if kind == "pptx":
        return deck()[0]
    if kind == "odt":
        return odt(f'<text:h text:outline-level="1">Mills</text:h>{_LIST}{_TABLE}', styles=_LEVELS)
    return odp(page(frame("Mills", kind="title", y=1), frame(_LIST), f"<draw:frame>{_TABLE}</draw:frame>"))


def _damaged(content: bytes, data: st.DataObject) -> bytes:
    """The package with values of one of its parts put wrong, and now and then a stretch of it cut out."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as package, ZipFile(target, "w") as copy:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        chosen = data.draw(st.sampled_from(names))
        for name in package.namelist():
            held = package.read(name)
            copy.writestr(name, _put_wrong(held, data) if name == chosen else held)
    return target.getvalue()


def _put_wrong(held: bytes, data: st.DataObject) -> bytes:
    values = list(_VALUE.finditer(held))
    for _ in range(data.draw(st.integers(1, 4))):
        if values:
            found = data.draw(st.sampled_from(values))
            junk = data.draw(st.sampled_from(_JUNK))
            held = held.replace(found[0], b'="' + junk + b'"', data.draw(st.sampled_from([1, -1])))
    if data.draw(st.booleans()):
        element = data.draw(st.sampled_from(re.findall(rb"<[\w:]+", held) or [b"<x"]))
        held = held.replace(element + b">", element + b"x>").replace(
            b"</" + element[1:], b"</" + element[1:] + b"x"
        )
    return held


@pytest.mark.parametrize("kind", ["docx", "pptx", "odt", "odp"])
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_part_put_wrong_gives_a_reading_or_an_error_of_ours(kind: str, data: st.DataObject) -> None:
    with suppress(DocumentError):
        assert isinstance(read_document(f"a.{kind}", _damaged(_made(kind), data)), Document)
