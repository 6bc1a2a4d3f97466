"""`clusters`: what it prints of the register, and in which form."""

import json
from contextlib import closing
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from documents.model import Document, Span
from documents.moments import Moment
from index.arrival import Arrival
from index.extraction.extract import RECIPE
from index.extraction.model import Claim, Extract, Name, Subject
from index.store import Store
from tests.fakes import HashingEncoder, make_document, put
from web.cli import main

TEXT = "Klaster Zorkanit: status do 17 grudnia 2025"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library with two clusters in it."""
    first, second = make_document("a.txt", TEXT), make_document("b.txt", "Klaster Wydmiak")
    with closing(Store(tmp_path / "library.sqlite")) as store:
        add(
            store,
            first,
            "Klaster Zorkanit",
            Claim(
                0, "status", "KKK", 0, Span(0, len(TEXT)), qualifier="V", until=Moment.day(date(2025, 12, 17))
            ),
            Claim(0, "coordinator", "Fundacja Nurt", 0, Span(0, len(TEXT))),
            Claim(0, "region", "opolskie", 0, Span(0, len(TEXT))),
            Claim(0, "members", "35", 0, Span(0, len(TEXT))),
        )
        add(store, second, "Klaster Wydmiak")
    return tmp_path


def add(store: Store, document: Document, name: str, *claims: Claim) -> None:
    subject = Subject((Name(name, Span(0, len(name))),), 0, Span(0, len(name)))
    store.add(
        document,
        document.text.encode(),
        name=document.file,
        vectors=HashingEncoder().embed_passages([document.text]),
        model="hashing",
        extract=Extract((subject,), claims, recipe=RECIPE),
        arrival=Arrival("staff"),
    )


def run(home: Path, capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    assert main(["--home", str(home), "clusters", *words]) == 0
    return capsys.readouterr().out.splitlines()


def test_each_cluster_is_a_row_of_a_table(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    heads, first, second = run(home, capsys)

    columns = [
        heads.index(head) for head in ("status", "valid until", "holds", "coordinator", "region", "members")
    ]
    cells = [first[start:end].strip() for start, end in pairwise([0, *columns, None])]
    assert cells == ["Klaster Zorkanit", "KKK V", "2025-12-17", "no", "Fundacja Nurt", "opolskie", "35"]
    assert second == "Klaster Wydmiak"


def test_json_has_the_fields_of_the_interface(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = run(home, capsys, "--json", "--valid-on", "2025-12-01")

    cluster = json.loads(line)
    assert (cluster["name"], cluster["coordinator"], cluster["region"]) == (
        "Klaster Zorkanit",
        "Fundacja Nurt",
        "opolskie",
    )
    assert (cluster["members"], cluster["aliases"], cluster["town"]) == (35, [], None)
    status = cluster["status"]
    assert (status["label"], status["round"], status["valid_until"]) == ("KKK", "V", "2025-12-17")
    assert status["holds"] is True
    assert status["quote"] == TEXT


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("--status", "KKK"), ["Klaster Zorkanit"]),
        (("--status", "KKK", "--valid-on", "2026-01-01"), []),
        (("--region", "opolskie"), ["Klaster Zorkanit"]),
        (("--sector", "food"), []),
        (("--q", "wydm"), ["Klaster Wydmiak"]),
    ],
)
def test_conditions_choose(
    home: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], names: list[str]
) -> None:
    assert [json.loads(line)["name"] for line in run(home, capsys, "--json", *words)] == names


def test_a_status_is_judged_by_the_day_asked_about(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (today,) = run(home, capsys, "--json", "--status", "KKK")

    assert json.loads(today)["status"]["holds"] is False


def test_a_library_without_clusters_prints_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, capsys) == []


def test_what_was_held_before_facts_were_read_is_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Store(tmp_path / "library.sqlite")) as store:
        put(store, make_document("a.txt", "Klaster Zorkanit powstał w Opolu w 2012 roku."))

    assert run(tmp_path, capsys, "--q", "Zorkanit")[1].startswith("Klaster Zorkanit")


def test_a_day_that_is_none_is_bad_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(tmp_path), "clusters", "--valid-on", "31.02.2025"]) == 2
    assert "31.02.2025" in capsys.readouterr().err
