"""The command line: `klastrownik`, or `python -m web`. A command is a function of one of these modules."""

from web.cli.program import main

__all__ = ["main"]
