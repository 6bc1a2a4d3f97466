"""Charts as text."""

import pytest

from documents.charts import Chart, Series, blocks, figure
from tests.documents.office import told


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        ("40", "General", "40"),
        ("1234567", "", "1234567"),
        ("43.5", "0.0", "43.5"),
        ("0.1", "0.00%", "10%"),
        ("0.123", "0%", "12.3%"),
        ("45292", "yyyy\\-mm\\-dd", "2024-01-01"),
        ("2031", '0" r."', "2031"),
        ("NaN", "", ""),
        ("około", "", "około"),
    ],
)
def test_a_figure_is_written_as_people_write_it(value: str, form: str, text: str) -> None:
    assert figure(value, form) == text


def test_titles_stand_over_the_figures() -> None:
    chart = Chart(
        "Mills", "Year", "Number", ("2030", "2031"), (Series("wind", ("1", "2")), Series("water", ("3",)))
    )

    assert told(list(blocks(chart))) == [
        ("paragraph", "Mills"),
        ("paragraph", "Number"),
        ("head", "Year | wind | water"),
        ("row", "2030 | 1 | 3"),
        ("row", "2031 | 2 | –"),
    ]


def test_a_cloud_of_points_is_told_by_its_titles_alone() -> None:
    chart = Chart("Mills", "", "", ("1",) * 500, (Series("wind", ("1",) * 500),))

    assert told(list(blocks(chart))) == [("paragraph", "Mills")]
