"""What a cell under the head of a label says of it, and what it does not."""

import pytest

from tests.index.extraction.reading import read

HEAD = "| Klaster | {} | Ważność |\n|---|---|---|\n"


def _told(text: str, file: str = "t.md") -> list[tuple[str, str, str]]:
    return [(one[0].split()[-1], one[1], one[4]) for one in read(text, file).statuses()]


def test_each_cell_names_its_own_label_whatever_the_title_is_of() -> None:
    text = (
        "# Krajowe Klastry Kluczowe i inne tytuły\n\n| Klaster | Status | Do kiedy |\n|---|---|---|\n"
        "| Klaster Bocian | KKK | 31.12.2028 |\n"
        "| Klaster Czapla | Nadmorski Klaster Jutra | 14.03.2027 |\n"
        "| Klaster Gawron | brak | – |\n| Klaster Szpak | none | 2027 |\n"
    )

    assert _told(text) == [
        ("Bocian", "KKK", "2028-12-31"),
        ("Czapla", "Nadmorski Klaster Jutra", "2027-03-14"),
    ]


def test_a_grade_alone_is_a_label_under_the_head_for_labels_and_a_lack_is_none() -> None:
    text = (
        "# Benchmark\n\n| Cluster | Label | Until |\n|---|---|---|\n"
        "| Heron Cluster | Gold | 30 April 2028 |\n| Egret Cluster | none | - |\n"
        "| Bittern Cluster | National Key Cluster | 2027-06 |\n| Crane Cluster | - | |\n"
    )

    assert _told(text) == [
        ("Cluster", "Gold Label", "2028-04-30"),
        ("Cluster", "KKK", "2027-06"),
    ]


@pytest.mark.parametrize(
    "cell", ["tak", "✓", "posiada", "ważny do 2027", "31.12.2027", "V", "31 December 2027"]
)
def test_under_a_head_that_names_a_label_yes_a_mark_a_round_or_a_date_gives_it(cell: str) -> None:
    text = f"| Klaster | KKK |\n|---|---|\n| Klaster Bocian | {cell} |\n"

    assert [one[1] for one in _told(text)] == ["KKK"]


@pytest.mark.parametrize(
    "cell",
    [
        *("nie", "w trakcie oceny", "wniosek złożony", "nie ubiegał się", "brak", "Instytut Bociani", "–"),
        *("nie posiada; wniosek planowany na 2027 r.", "wniosek odrzucony 15.06.2026", "refused in 2025"),
    ],
)
def test_under_a_head_that_names_a_label_anything_else_gives_none(cell: str) -> None:
    assert _told(f"| Klaster | KKK |\n|---|---|\n| Klaster Bocian | {cell} |\n") == []


def test_what_a_cell_says_besides_an_end_does_not_move_it() -> None:
    text = (
        "| Klaster | Status KKK |\n|---|---|\n"
        "| Klaster Bocian | wygasł 31.12.2024, wniosek o przedłużenie w ocenie |\n"
        "| Klaster Czapla | do 31.03.2028 (zawieszony od 1.09.2026) |\n"
    )

    assert _told(text) == [("Bocian", "KKK", "2024-12-31"), ("Czapla", "KKK", "2028-03-31")]


def test_a_cell_that_tells_a_loss_tells_its_day() -> None:
    text = (
        "# Krajowe Klastry Kluczowe\n\n| Nazwa | Runda | Ważność |\n|---|---|---|\n"
        "| Klaster Bocian | VI | 31.03.2028 |\n| Klaster Gawron | V | cofnięty 07.05.2026 |\n"
    )

    assert [one[0::2] for one in read(text, "t.md").statuses()] == [
        ("Klaster Bocian", "VI", "2028-03-31"),
        ("Klaster Gawron", "withdrawn", "2026-05-07"),
    ]


@pytest.mark.parametrize(
    ("since", "until"), [("Od", "Do"), ("From", "To"), ("Od kiedy", "Do kiedy"), ("Nadany", "Termin")]
)
def test_bare_heads_of_times_tell_when_beside_one_of_a_label(since: str, until: str) -> None:
    text = (
        f"| Klaster | Wyróżnienie | {since} | {until} |\n|---|---|---|---|\n"
        "| Klaster Bocian | Krajowy Klaster Kluczowy | 1.07.2024 | 30.06.2027 |\n"
    )

    assert read(text, "t.md").statuses() == [("Klaster Bocian", "KKK", "", "2024-07-01", "2027-06-30")]


def test_years_under_a_heading_on_statuses_are_of_what_the_cells_tell() -> None:
    text = (
        "# Klastry zdrowia\n\n## Status i lata\n\n| | 2019 | 2025 |\n|---|---|---|\n"
        "| Klaster Bocian | 12 firm | 41 firm |\n"
    )

    assert _told(text) == []


def test_a_label_that_stands_in_a_row_is_not_that_of_the_next() -> None:
    text = (
        "| Klaster | Siedziba | Ważne do |\n|---|---|---|\n"
        "| Klaster Bocian, Gold Label | Opole | 31.12.2027 |\n| Klaster Szpak | Brzeg | 30.06.2028 |\n"
    )

    assert ("Szpak", "Gold Label", "2028-06-30") not in _told(text)


@pytest.mark.parametrize(
    "cell", ["KKK (runda VI, przedłużenie)", "KKK, runda VI (przedłużono)", "KKK – runda VI, renewed"]
)
def test_a_single_day_beside_an_extension_is_its_last(cell: str) -> None:
    text = f"| Klaster | Tytuł | Ważność |\n|---|---|---|\n| Klaster Turkawka | {cell} | 31.10.2028 |\n"

    (claim,) = read(text).claims("status")

    assert claim.since is None
    assert claim.until is not None
    assert claim.until.iso == "2028-10-31"


def test_a_label_by_its_initials_with_from_and_to_heads_its_beginnings_and_ends() -> None:
    text = (
        "# Rejestr Kaszubskich Klastrów Wiodących\n\n"
        "Kaszubski Klaster Wiodący (KKW) jest wyróżnieniem. Zarząd może cofnąć wyróżnienie.\n\n"
        "| Klaster | Siedziba | KKW od | KKW do |\n|---|---|---|---|\n"
        "| Klaster Haftu | Żukowo | 01.06.2024 | 31.05.2027 |\n"
    )

    assert read(text).statuses() == [
        ("Klaster Haftu", "Kaszubski Klaster Wiodący", "", "2024-06-01", "2027-05-31")
    ]


@pytest.mark.parametrize("head", ["Ważna do", "Ważny do", "Odznaka ważna do", "End date", "Valid till"])
def test_a_column_of_ends_may_have_a_head_of_any_gender(head: str) -> None:
    text = (
        f"# Klastry z etykietą jakości\n\n| Klaster | Etykieta | {head} |\n|---|---|---|\n"
        "| Klaster Kea | Gold | 14.05.2027 |\n| Klaster Emu | Silver | 30.09.2026 |\n"
    )

    assert read(text).statuses() == [
        ("Klaster Kea", "Gold Label", "", "", "2027-05-14"),
        ("Klaster Emu", "Silver Label", "", "", "2026-09-30"),
    ]


def test_a_grade_alone_above_a_table_is_the_label_of_its_rows() -> None:
    text = (
        "# Quality labels for cluster management\n\n## Gold\n\n"
        "| Cluster | Country | Expires |\n|---|---|---|\n"
        "| Heron Cluster | Poland | 2027-06-30 |\n\n## Bronze label\n\n"
        "| Cluster | Country | Expires |\n|---|---|---|\n| Egret Cluster | Poland | 2027-05-01 |\n"
    )

    assert _told(text) == [
        ("Cluster", "Gold Label", "2027-06-30"),
        ("Cluster", "Bronze Label", "2027-05-01"),
    ]


def test_a_head_below_another_tells_what_stands_under_it() -> None:
    text = (
        "# Krajowe Klastry Kluczowe\n\n| Klaster | Koordynator / nazwa | Koordynator / siedziba | "
        "Okres obowiązywania statusu |\n|---|---|---|---|\n"
        "| Klaster Bocian | Izba Bagienna | Łomża | 1.07.2025 – 30.06.2028 |\n"
    )
    found = read(text)

    assert (found.values("coordinator"), found.values("place")) == (["Izba Bagienna"], ["Łomża"])
    assert _told(text) == [("Bocian", "KKK", "2028-06-30")]
