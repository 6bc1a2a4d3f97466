"""Numbers of pages, as a line for people names them."""

from collections.abc import Sequence


def page_numbers(numbers: Sequence[int], unit: str = "page") -> str:
    """`page 3`, or `pages 1-4, 7` for several, which are in order."""
    told = ", ".join(f"{first}-{last}" if first < last else str(first) for first, last in runs_of(numbers))
    return f"{unit}s {told}" if len(numbers) > 1 else f"{unit} {told}"


def runs_of(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """The first and the last of each run of numbers that follow one another; they are in order."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
