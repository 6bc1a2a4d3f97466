"""Bounds on a benchmark's figures: with them it ends with 1 when one does not hold."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Mapping

Bound = tuple[str, float]


def take_bounds(cli: ArgumentParser) -> None:
    """Let the command line name bounds."""
    for option, what in (("--at-least", "is below"), ("--at-most", "is above")):
        cli.add_argument(
            option,
            type=_bound,
            nargs="+",
            action="extend",
            default=[],
            metavar="FIGURE=VALUE",
            help=f"end with 1 where a figure {what} this",
        )


def check_bounds(given: Namespace, figures: Mapping[str, float]) -> int:
    """1 if a bound of the command line does not hold, else 0; prints those that do not."""
    broken = [
        f"{name}: {_shown(figures, name)}, should be {words} {bound:g}"
        for words, bounds in (("at least", given.at_least), ("at most", given.at_most))
        for name, bound in bounds
        if not _holds(figures.get(name), bound, is_floor=words == "at least")
    ]
    for line in broken:
        print(f"BROKEN {line}")
    return 1 if broken else 0


def _holds(value: float | None, bound: float, *, is_floor: bool) -> bool:
    # What was not measured holds nothing: a slip in a name must not pass for a figure that is well.
    if value is None:
        return False
    return value >= bound if is_floor else value <= bound


def _shown(figures: Mapping[str, float], name: str) -> str:
    if name in figures:
        return f"{figures[name]:.4g}"
    return f"not measured (there are {', '.join(sorted(figures)) or 'none'})"


def _bound(text: str) -> Bound:
    name, _, value = text.partition("=")
    try:
        return name, float(value)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not FIGURE=VALUE") from None
