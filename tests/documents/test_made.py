"""Every made file: what is read out of it, what is not, and its verdicts, or why it is refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from documents.apart.room import ReadingRoom
from documents.errors import UnreadableError
from documents.limits import Limits
from tests.documents.made import Made, manifest

TO_BE_EXPLAINED = {"repaired", "doubtful", "empty"}


@pytest.fixture(scope="module")
def room() -> Iterator[ReadingRoom]:
    """A room with the usual limits but for time, of which no made file needs much."""
    made = ReadingRoom(Limits(seconds=60))
    yield made
    made.close()


@pytest.mark.parametrize("made", manifest(), ids=lambda made: made.name)
def test_a_made_file_is_read_or_refused_as_its_entry_says(room: ReadingRoom, made: Made) -> None:
    if made.refused:
        with pytest.raises(UnreadableError) as refused:
            room.read(made.name, made.content())

        assert made.refused in refused.value.reason
        return
    document = room.read(made.name, made.content())

    assert in_order(made.reads, document.text) == ""
    assert [text for text in made.omits if text in document.text] == []
    assert tuple(sheet.verdict for sheet in document.sheets) == (
        made.verdicts or tuple(sheet.verdict for sheet in document.sheets)
    )
    assert tuple(" ".join(sheet.reasons) for sheet in document.sheets) == (
        made.reasons or tuple(" ".join(sheet.reasons) for sheet in document.sheets)
    )
    assert [
        sheet for sheet in document.sheets if sheet.verdict in TO_BE_EXPLAINED and not sheet.reasons
    ] == []
    assert [part for part in made.warns if part not in "\n".join(document.warnings)] == []


def test_every_maker_has_its_entry() -> None:
    folder = Path(__file__).parent / "made"
    named = {made.made for made in manifest()}
    modules = {made.partition(".")[0] for made in named}
    makers = {
        f"{module}.{line[4:].partition('(')[0]}"
        for module in modules
        for line in (folder / f"{module}.py").read_text("utf-8").splitlines()
        if line.startswith("def ") and not line.startswith("def _")
    }

    assert sorted(makers ^ named) == []
    assert len(named) >= 60


def in_order(texts: tuple[str, ...], text: str) -> str:
    """The first of some texts that does not follow the one before it; nothing where all do."""
    at = 0
    for each in texts:
        found = text.find(each, at)
        if found < 0:
            return each
        at = found + len(each)
    return ""
