"""What was removed, earlier versions and marks, from the command line."""

import json

import pytest

from index.store import Store
from tests.fakes import make_document, put
from tests.web.cli.conftest import Run


def test_what_was_removed_is_listed_and_gone_for_good_when_told_so(run: Run, store: Store) -> None:
    assert run("remove", "a.txt") == 0
    assert run("removed", "--json") == 0
    shown = json.loads(run.out[-1])
    assert run("remove", "--for-good", "a.txt") == 0

    assert (shown["name"], shown["removed_by"]) == ("a.txt", "command line")
    assert run.out == ["removed a.txt for good"]
    assert store.removed.all() == ()


def test_all_that_was_removed_goes_at_once(run: Run, store: Store) -> None:
    assert run("remove", "a.txt") == 0
    assert run("removed", "--for-good") == 0

    assert run.out == ["removed 1 for good"]
    assert store.removed.all() == ()


def test_what_was_never_removed_cannot_be_undone(run: Run) -> None:
    assert run("undo", "a.txt") == 1

    assert [line.startswith("klastrownik: no removed document") for line in run.err] == [True]


def test_versions_are_listed_the_present_one_first(run: Run, store: Store) -> None:
    put(store, make_document("a.txt", "Nowe zdanie.", title="Nowy"), by="Ada")

    assert run("versions", "a.txt") == 0

    assert [line.split()[:2] for line in run.out] == [["2", "Nowy"], ["1", "Dolina"]]
    assert "by Ada, held" in run.out[0]


@pytest.mark.usefixtures("store")
def test_a_version_that_is_not_kept_is_said_before_anything_is_loaded(run: Run) -> None:
    assert run("back", "a.txt", "7") == 1

    assert "no version 7" in run.err[0]


def test_a_document_is_marked_as_out_of_date_and_the_mark_lifted(run: Run, store: Store) -> None:
    assert run("outdated", "a.txt", "--since", "2024-05-01", "--reason", "nowy spis") == 0
    marked = store.find("a.txt").outdated
    assert run("outdated", "a.txt", "--lift") == 0

    assert marked is not None
    assert (marked.since.isoformat(), marked.reason, marked.by) == ("2024-05-01", "nowy spis", "command line")
    assert store.find("a.txt").outdated is None
