"""What is done every day."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index.store import Store
from web.daily import Daily, remove_old


def test_each_task_is_done_at_the_start_and_again_though_another_fails(
    caplog: pytest.LogCaptureFixture,
) -> None:
    done: list[int] = []
    twice = threading.Event()

    def fails() -> None:
        raise OSError("no disk")

    def counts() -> None:
        done.append(1)
        if len(done) == 2:
            twice.set()

    daily = Daily((fails, counts), every_s=0.01)
    daily.start()

    assert twice.wait(10)
    daily.close()
    assert "no disk" in caplog.text


def test_old_conversations_go_all_of_them_and_with_no_days_every_one(tmp_path: Path) -> None:
    store = Store(tmp_path / "library.sqlite")
    now = datetime.now(UTC)
    for _ in range(450):
        store.conversations.begin()

    assert remove_old(store.kept_conversations, 90, now=now + timedelta(days=89)) == 0
    assert remove_old(store.kept_conversations, 90, now=now + timedelta(days=91)) == 450
    store.conversations.begin()
    assert remove_old(store.kept_conversations, 0) == 1
    store.close()
