"""Places on a page: the six numbers by which a PDF turns, stretches and moves what it draws."""

from collections.abc import Sequence
from typing import Any

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does what `first` does, and then what `second` does."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def moved(matrix: Matrix, x: float, y: float) -> Matrix:
    """The matrix with its origin moved by (x, y) of its own units."""
    a, b, c, d, e, f = matrix
    return (a, b, c, d, x * a + y * c + e, x * b + y * d + f)


def placed(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return x * a + y * c + e, x * b + y * d + f


def matrix_of(operands: Sequence[Any]) -> Matrix:
    """The matrix that six numbers tell."""
    a, b, c, d, e, f = (float(each) for each in operands[-6:])
    return (a, b, c, d, e, f)
