"""Keeping the library: a check, a rebuild, a backup to take away."""

import re
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.backup import restore_backup
from index.embedding import stamp
from index.store import Store
from tests.fakes import HashingEncoder
from tests.own_model import own_model
from tests.web.staff.conftest import StaffHouse

PAGE = "/staff/keeping"
TEXT = "Klaster lotniczy skupia firmy z Podkarpacia."


def _wait(house: StaffHouse) -> None:
    house.app.state.desk.backend.upkeep.wait(60)


def test_the_page_tells_how_the_library_is(administrator: TestClient) -> None:
    page = administrator.get(PAGE).text

    assert "Last backup</dt><dd>never" in page
    assert "the embedded default" in page
    assert 'http-equiv="refresh"' not in page


@pytest.mark.parametrize("action", ["check", "rebuild", "backup"])
def test_nobody_but_an_administrator_keeps_the_library(
    house: StaffHouse, cast: dict[str, TestClient], action: str
) -> None:
    answers = {
        name: cast[name].post(f"{PAGE}/{action}").status_code for name in ("stranger", "reader", "staff")
    }

    assert answers == {"stranger": 401, "reader": 403, "staff": 403}
    assert house.store.audit.count() == 3
    assert cast["staff"].get(PAGE).status_code == 403
    assert cast["stranger"].get(PAGE).headers["location"] == "/sign-in?next=/staff/keeping"


def test_a_check_of_a_sound_library_says_so(house: StaffHouse, administrator: TestClient) -> None:
    house.add("a.txt", TEXT)

    answer = administrator.post(f"{PAGE}/check")
    _wait(house)

    assert (answer.status_code, answer.headers["location"]) == (303, f"{PAGE}#check")
    assert "Nothing is wrong." in administrator.get(PAGE).text
    assert house.store.audit.records()[0].action == "library.check"


def test_a_check_tells_what_is_wrong_with_what_and_the_way_back(
    house: StaffHouse, administrator: TestClient
) -> None:
    house.add("<b>a</b>.txt", TEXT)
    with house.store.database.writing() as connection:
        connection.execute("UPDATE passages SET text = '<script>alert(1)</script>'")

    administrator.post(f"{PAGE}/check")
    _wait(house)
    page = administrator.get(PAGE, headers={"Accept-Language": "pl"}).text

    assert "1 rzecz nie jest w\xa0porządku." in page
    assert "nie jest tym, co tam stoi: „&lt;script&gt;alert(1)&lt;/script&gt;”." in page
    assert "klastrownik rebuild --read" in page
    assert "<script>alert" not in page


def test_a_rebuild_mends_what_was_found(house: StaffHouse, administrator: TestClient) -> None:
    house.add("a.txt", TEXT)
    with house.store.database.writing() as connection:
        connection.execute("UPDATE passages SET text = 'x'")
        connection.execute("UPDATE forms SET count = 9")

    administrator.post(f"{PAGE}/rebuild", data={"read": "true"})
    _wait(house)
    assert "All words and vectors are made anew." in administrator.get(PAGE).text
    administrator.post(f"{PAGE}/check")
    _wait(house)

    assert "Nothing is wrong." in administrator.get(PAGE).text
    assert house.app.state.desk.engine().search.search("klaster lotniczy", 1)[0].passage.text == TEXT


@pytest.mark.model
def test_a_rebuild_with_another_model_is_taken_over_while_people_ask(
    house: StaffHouse, administrator: TestClient, tmp_path: Path
) -> None:
    house.add("a.txt", TEXT)
    own = own_model(tmp_path / "own")

    administrator.post(f"{PAGE}/rebuild", data={"model": f" {own} "})
    failed = 0
    until = time.monotonic() + 60
    engine = house.app.state.desk.engine()
    while engine.encoder().model == HashingEncoder().model and time.monotonic() < until:
        answer = administrator.get("/api/v1/search?q=klaster")
        failed += answer.status_code != 200 or not answer.json()["hits"]
        time.sleep(1)  # more often is refused, however long the rebuild takes

    assert failed == 0
    assert engine.encoder().model.startswith("own@")
    assert stamp(engine.encoder()) in str(house.store.model())
    assert own in administrator.get(PAGE).text
    assert administrator.get("/api/v1/search?q=klaster").json()["hits"]


def test_a_model_that_cannot_be_loaded_is_named_and_nothing_changes(
    house: StaffHouse, administrator: TestClient, tmp_path: Path
) -> None:
    house.add("a.txt", TEXT)
    before = house.store.model()

    administrator.post(f"{PAGE}/rebuild", data={"model": str(tmp_path)})
    _wait(house)

    assert f"It broke off: Embedding model {tmp_path}: cannot be loaded" in administrator.get(PAGE).text
    polish = administrator.get(PAGE, headers={"Accept-Language": "pl"}).text
    assert f"Urwało się: Model {tmp_path}: nie da się go wczytać" in polish
    assert house.store.model() == before


def test_a_name_too_long_for_a_model_is_refused(administrator: TestClient) -> None:
    assert administrator.post(f"{PAGE}/rebuild", data={"model": "x" * 501}).status_code == 422


def test_one_work_is_done_at_a_time_and_the_page_shows_how_far_it_is(
    house: StaffHouse, administrator: TestClient
) -> None:
    house.add("a.txt", TEXT)
    _hold(house, administrator)
    busy = administrator.post(f"{PAGE}/check")
    page = administrator.get(PAGE).text
    _wait(house)

    assert busy.status_code == 409
    assert "Ada has begun other work on the library." in busy.text
    assert 'http-equiv="refresh"' in page
    assert "begun by Ada" in page


def _hold(house: StaffHouse, administrator: TestClient) -> None:
    """Begin a check that is not over when this returns."""
    works = house.app.state.desk.backend.upkeep.works
    upkeep = house.app.state.desk.backend.upkeep

    def slow(encoder, tell):  # type: ignore[no-untyped-def]
        tell("documents", 1, 3)
        time.sleep(1.5)
        return works.check(encoder, tell)

    upkeep.works = type(works)(slow, works.rebuild)
    administrator.post(f"{PAGE}/check")


def test_a_backup_is_taken_away_and_leaves_nothing_behind(
    house: StaffHouse, administrator: TestClient, tmp_path: Path
) -> None:
    house.add("a.txt", TEXT)

    answer = administrator.post(f"{PAGE}/backup")

    assert answer.status_code == 200
    assert re.fullmatch(
        r'attachment; filename="klastrownik-[\d-]+\.sqlite"', answer.headers["content-disposition"]
    )
    assert answer.headers["content-length"] == str(len(answer.content))
    assert list(house.settings.home.glob("backup.download*")) == []
    assert house.store.audit.records()[0].action == "library.backed_up"
    assert "never" not in administrator.get(PAGE).text

    (tmp_path / "taken.sqlite").write_bytes(answer.content)
    restore_backup(tmp_path / "taken.sqlite", tmp_path / "second" / "library.sqlite")
    with closing(Store(tmp_path / "second" / "library.sqlite")) as restored:
        assert [one.name for one in restored.documents()] == ["a.txt"]


def test_what_a_kill_left_of_a_download_is_taken_away_at_the_start(
    house: StaffHouse, administrator: TestClient
) -> None:
    left = house.settings.home / "backup.download-7"
    left.write_bytes(b"half")

    house.app.state.desk.backend.upkeep.tidy()

    assert not left.exists()


def test_a_check_of_a_damaged_file_ends_and_says_so(house: StaffHouse, administrator: TestClient) -> None:
    house.add("a.txt", TEXT)
    with closing(sqlite3.connect(house.settings.database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'contents'").fetchone()[0]
    with house.settings.database.open("r+b") as file:
        file.seek(4096 * (root - 1))
        file.write(b"\xff" * 4096)

    administrator.post(f"{PAGE}/check")
    _wait(house)
    page = administrator.get(PAGE).text

    assert "The check of this part broke off: damaged" in page
    assert "klastrownik restore FILE" in page
