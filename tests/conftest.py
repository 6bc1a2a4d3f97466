"""What every test may lean on."""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import settings

from index.default_model import default_model
from index.encoder import Encoder, load_encoder

# How long an example takes is the machine's mood, and no fault of the code.
settings.register_profile("klastrownik", deadline=None)
settings.load_profile("klastrownik")
# What a process of the tests takes at most, with the servers and the browser that it starts.
MEMORY_GB = 2


@pytest.fixture(scope="session")
def models_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the embedded model is, made once a run; what a test starts is told by KLASTROWNIK_MODELS."""
    base = tmp_path_factory.getbasetemp()
    # Processes that share the tests share the model too: their folders stand in one of the run's.
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "models"
    default_model(folder)
    return folder


@pytest.fixture(scope="session")
def encoder(models_folder: Path) -> Encoder:
    """The real embedding model."""
    return load_encoder(None, models_folder)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """As many processes as there are processors, and memory for."""
    here = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    memory_gb = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return max(1, min(len(here), int(memory_gb / MEMORY_GB)))


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Models that nobody has any more go with their module: of their 270 MB the collector knows nothing."""
    if item.get_closest_marker("model") and (nextitem is None or nextitem.path != item.path):
        gc.collect()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say why the run failed when, with everything present, a test was skipped."""
    if os.environ.get("CI") and _skipped(terminalreporter):
        terminalreporter.write_line("Skipped tests count as failed where CI is set.", red=True)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter is not None and _skipped(reporter) and exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _skipped(reporter: pytest.TerminalReporter) -> bool:
    """Whether a test was skipped that runs wherever everything is installed.

    A container may let not even root mount a disk. What the tests that do so try is tried without one too, of
    a disk that fails in tests/index/test_failed_disk.py, of a full one in tests/index/test_database.py and of
    a read-only one in tests/web/staff/test_read_only.py.
    """
    skipped = reporter.stats.get("skipped", [])
    return any("mount" not in getattr(report, "keywords", ()) for report in skipped)
