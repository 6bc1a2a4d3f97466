"""Labels that share a line."""

from documents.side_by_side import labels_apart


def test_labels_with_values_parted_by_wide_gaps_stand_on_lines_of_their_own() -> None:
    assert labels_apart(["Seat: Hull     Members: 34", "  Rok założenia: 2012\tLiczba firm: 8"]) == [
        "Seat: Hull",
        "Members: 34",
        "  Rok założenia: 2012",
        "  Liczba firm: 8",
    ]


def test_lines_with_a_gap_that_are_no_labels_stay_whole() -> None:
    lines = ["Perch Cluster     Members: 34", "Hull    Cork", "Opened at 10:30   Closed at 12:30", ""]

    assert labels_apart(lines) == lines
