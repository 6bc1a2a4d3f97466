"""A folder of bad files: each gets its line, with its reason, and those that are well are taken in."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from documents.apart.room import ReadingRoom
from documents.limits import Limits
from index.ingest import Ingest
from index.outcome import Outcome
from index.source import find_sources
from index.store import Store
from tests.documents.made import manifest
from tests.fakes import HashingEncoder

_GOOD = ("zwykly.pdf", "prezentacja.pptx", "artykul.docx", "tekst.odt", "artykul.html", "zwykly.md")
_LARGEST = 10_000


def bad_files(made: Path) -> Path:
    """Every made file that is refused, unless it is large, a few that are read, and what are no files."""
    made.mkdir()
    for each in manifest():
        if each.name in _GOOD or (each.refused and len(each.content()) <= _LARGEST):
            (made / each.name).write_bytes(each.content())
    os.mkfifo(made / "rura.txt")
    (made / "donikad.txt").symlink_to(made / "nie ma")
    (made / "petla.txt").symlink_to(made / "petla.txt")
    (made / "folder.pdf").mkdir()
    (made / "urzadzenie.txt").symlink_to("/dev/zero")
    (made / "wiersz\nnowy \x1b[31m.txt").write_text("Klaster Młynów skupia młyny i piekarnie.", "utf-8")
    return made


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], dict[str, Outcome]]:
    """The files of the folder, and what became of each."""
    folder = bad_files(tmp_path_factory.mktemp("bad") / "files")
    with (
        closing(ReadingRoom(Limits(seconds=60))) as room,
        closing(Store(folder.parent / "home" / "library.sqlite")) as store,
    ):
        outcomes = list(Ingest(store, HashingEncoder(), read=room.read).add([folder]))
    return {source.file for source in find_sources([folder])}, {one.file: one for one in outcomes}


def test_each_file_of_a_folder_has_its_outcome_and_each_refusal_its_reason(
    added: tuple[set[str], dict[str, Outcome]],
) -> None:
    files, outcomes = added
    refused = [one for one in outcomes.values() if one.status == "refused"]

    assert outcomes.keys() == files
    assert {outcomes[name].status for name in _GOOD} == {"added"}
    assert len(refused) > 30
    assert [one.file for one in refused if not one.reason or "\n" in one.reason] == []
    assert [one for one in outcomes.values() if one.status == "failed"] == []


def test_what_is_no_file_is_refused_and_nothing_waits_for_it(
    added: tuple[set[str], dict[str, Outcome]],
) -> None:
    names = ("rura.txt", "donikad.txt", "petla.txt", "urzadzenie.txt")

    assert {name: added[1][name].reason for name in names} == {
        "rura.txt": "is not a file",
        "donikad.txt": "there is no such file",
        "petla.txt": "there is no such file",
        "urzadzenie.txt": "is not a file",
    }


def test_a_name_holds_no_sign_that_a_terminal_would_obey(
    added: tuple[set[str], dict[str, Outcome]],
) -> None:
    assert added[1]["wiersz%0Anowy %1B[31m.txt"].status == "added"
