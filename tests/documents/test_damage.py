"""Damaged bytes of every format: each file ends in a document or a refusal, none in a defect or a hang."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.apart.room import ReadingRoom
from documents.errors import OverLimitError, UnreadableError
from documents.limits import Limits
from tests.documents.made import manifest, packages

# What is damaged, by the name of the made file, so that what a format can hold is damaged too.
_BASES: Mapping[str, Sequence[str]] = {
    "pdf": (
        "zywa pagina.pdf",
        "tabela.pdf",
        "uruchamia program.pdf",
        "rysuje siebie.pdf",
        "skrypt i zalacznik.pdf",
    ),
    "pptx": ("prezentacja.pptx", "wykres.pptx", "tabela.pptx", "grupy.pptx"),
    "docx": ("artykul.docx", "ramka.docx", "przypis.docx", "sledzone zmiany.docx"),
    "odf": ("tekst.odt", "slajdy.odp"),
    "html": ("artykul.html", "tabela.html", "slownik.html", "archiwum.mhtml"),
    "text": ("zwykly.txt", "zwykly.md", "zgubione litery.txt", "zle odczytane.txt", "rozstrzelone.txt"),
}
_CONTENT = {made.name: made.content for made in manifest()}
_FEW = st.lists(st.integers(0, 2**31), min_size=1, max_size=8)


@pytest.fixture(scope="module")
def room() -> Iterator[ReadingRoom]:
    """A room with far more time than any of these small files may take."""
    made = ReadingRoom(Limits(seconds=60, memory_mb=600))
    yield made
    made.close()


def flipped(content: bytes, places: Sequence[int]) -> bytes:
    made = bytearray(content)
    for place in places:
        made[place % len(made)] ^= 1 << place % 8
    return bytes(made)


def cut(content: bytes, places: Sequence[int]) -> bytes:
    return content[: places[0] % len(content)]


def without_a_piece(content: bytes, places: Sequence[int]) -> bytes:
    start = places[0] % len(content)
    return content[:start] + content[start + places[-1] % 200 :]


def doubled(content: bytes, places: Sequence[int]) -> bytes:
    start = places[0] % len(content)
    return content[:start] + content[start : start + places[-1] % 2_000] + content[start:]


def moved(content: bytes, places: Sequence[int]) -> bytes:
    first, second = sorted((places[0] % len(content), places[-1] % len(content)))
    return content[:first] + content[second:] + content[first:second]


def zeroed(content: bytes, places: Sequence[int]) -> bytes:
    start, size = places[0] % len(content), places[-1] % 300
    return content[:start] + bytes(size) + content[start + size :]


def with_digits(content: bytes, places: Sequence[int]) -> bytes:
    """Some of the file's figures, which are mostly sizes and places, as other ones."""
    figures = [at for at, byte in enumerate(content) if 48 <= byte <= 57]
    made = bytearray(content)
    for place in places if figures else ():
        made[figures[place % len(figures)]] = 48 + place % 10
    return bytes(made)


_DAMAGES: Sequence[Callable[[bytes, Sequence[int]], bytes]] = (
    flipped, cut, without_a_piece, doubled, moved, zeroed, with_digits,
)  # fmt: skip


def damaged(content: bytes, damage: Callable[[bytes, Sequence[int]], bytes], places: Sequence[int]) -> bytes:
    return damage(content, places) if content else content


def damaged_inside(
    content: bytes, damage: Callable[[bytes, Sequence[int]], bytes], places: Sequence[int]
) -> bytes:
    """A package with one of its parts damaged, and whole otherwise."""
    held = packages.parts(content)
    part = sorted(held)[places[-1] % len(held)]
    return packages.package(held | {part: damaged(held[part], damage, places)})


def outcome(room: ReadingRoom, name: str, content: bytes) -> str:
    """What became of a file; the reason, where it was neither read nor refused for what it holds."""
    try:
        return "read" if room.read(name, content).text else "empty"
    except OverLimitError as error:
        return error.reason
    except UnreadableError:
        return "refused"


@pytest.mark.parametrize("kind", _BASES)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_damaged_bytes_end_in_a_document_or_a_refusal(
    room: ReadingRoom, kind: str, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(_BASES[kind]))
    damage, places = data.draw(st.sampled_from(_DAMAGES)), data.draw(_FEW)
    content = _CONTENT[name]()
    inside = content.startswith(b"PK") and data.draw(st.booleans())

    broken = damaged_inside(content, damage, places) if inside else damaged(content, damage, places)

    # No defect of ours, no crash, and no time of a minute for a file of some kilobytes.
    assert outcome(room, name, broken) in {"read", "refused"}
