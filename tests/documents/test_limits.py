"""What a file may take while it is read."""

import math
import time

import pytest

from documents.errors import OverLimitError
from documents.limits import Limits, begin_ocr, check_pages, check_unpacked, limits, remaining, within


def test_without_a_limit_time_does_not_run_out() -> None:
    assert remaining() == math.inf
    assert limits() == Limits()


def test_pages_have_less_time_than_the_file() -> None:
    with within(Limits(seconds=10)):
        assert 4 < remaining() < 10

    assert remaining() == math.inf


def test_time_runs() -> None:
    with within(Limits(seconds=0.001)):
        time.sleep(0.002)

        assert remaining() < 0


def test_ocr_has_time_of_its_own_and_says_so_once() -> None:
    said: list[str] = []

    with within(Limits(seconds=1, ocr_seconds=500), more=lambda: said.append("more")):
        begin_ocr()
        begin_ocr()

        assert 400 < remaining() <= 500
    assert said == ["more"]


def test_a_file_of_too_many_pages_is_refused_with_both_numbers() -> None:
    with within(Limits(pages=10)):
        check_pages("a.pdf", 10)
        with pytest.raises(OverLimitError, match="11 pages, and at most 10 are read"):
            check_pages("a.pdf", 11)


def test_a_file_too_large_unpacked_is_refused_with_the_setting_to_raise() -> None:
    with within(Limits(unpacked_mb=1)):
        check_unpacked("a.docx", 1_000_000)
        with pytest.raises(OverLimitError, match="KLASTROWNIK_UNPACKED_MB"):
            check_unpacked("a.docx", 1_000_001)
