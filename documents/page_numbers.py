"""Numbers of pages, as a line for people names them."""

from collections.abc import Sequence


def page_numbers(numbers: Sequence[int], unit: str = "page") -> str:
    """`page 3`, or `pages 1-4, 7` for several, which are in order."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"{unit}s {told}" if len(numbers) > 1 else f"{unit} {told}"
