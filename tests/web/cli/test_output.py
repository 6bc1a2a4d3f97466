"""What a command prints reaches a terminal as text and as nothing else."""

import pytest

from web.cli.output import complain, say


def test_what_a_terminal_would_obey_is_shown_as_a_sign(capsys: pytest.CaptureFixture[str]) -> None:
    say("a\x1b[31mb\u202ec\td\ne")
    complain("f\x9bg\nh")

    shown = capsys.readouterr()
    assert shown.out == "a\ufffd[31mb\ufffdc\td\ne\n"
    assert shown.err == "klastrownik: f\ufffdg h\n"
