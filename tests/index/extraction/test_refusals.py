"""To which clusters a label was refused that they had asked for."""

import pytest

from tests.index.extraction.reading import read

Refusal = tuple[str, str, str, str]


def refused(text: str) -> list[Refusal]:
    found = read(text)
    return [
        (found.cluster(one), one.value, one.qualifier, one.since.iso if one.since else "")
        for one in found.claims("refusal")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ministerstwo nie przyznało statusu Krajowego Klastra Kluczowego Klastrowi Szkła Krosno ani "
            "Klastrowi "
            "Papieru. Status otrzymał Klaster Kotłowy.",
            [("Klaster Szkła Krosno", "KKK", "", ""), ("Klaster Papieru", "KKK", "", "")],
        ),
        (
            "# Wyniki VIII rundy konkursu KKK\n\nStatus KKK do 30.06.2029 otrzymał:\n\n- Klaster Gier\n\n"
            "Poniżej progu punktowego znalazły się:\n\n- Klaster Jedwabny (96 pkt)\n\n## Lista rezerwowa\n\n"
            "- Klaster Papieru\n",
            [("Klaster Jedwabny", "KKK", "VIII", ""), ("Klaster Papieru", "KKK", "VIII", "")],
        ),
        (
            "# National Key Cluster contest, round IX\n\n"
            "The Honey Cluster did not reach the required 100 points.",
            [("Honey Cluster", "KKK", "IX", "")],
        ),
        (
            "# KKK – runda IX\n\n| Klaster | Punkty | Decyzja |\n|---|---|---|\n"
            "| Klaster Gier | 120 | nadanie |\n"
            "| Klaster Jedwabny | 88 | negatywna |\n| Klaster Papieru | 91 | rezerwa |\n",
            [("Klaster Jedwabny", "KKK", "IX", ""), ("Klaster Papieru", "KKK", "IX", "")],
        ),
        (
            "In the third round the ministry refused National Key Cluster status to the Sudeten Glass "
            "Cluster. The "
            "Barge Cluster withdrew its application.",
            [("Sudeten Glass Cluster", "KKK", "III", "")],
        ),
        (
            "Wnioski odrzucone w VIII rundzie:\n\n1. Klaster Jedwabny – 61 pkt\n2. Klaster Gier – 58 "
            "pkt\n\nStatus KKK "
            "do 30.06.2028 otrzymały:\n\n1. Klaster Tramwajowy – 91 pkt\n",
            [("Klaster Jedwabny", "KKK", "VIII", ""), ("Klaster Gier", "KKK", "VIII", "")],
        ),
        (
            "The Bronze Label went to Harbour Cluster; the application of Inland Lace Cluster was "
            "rejected in May 2025.",
            [("Inland Lace Cluster", "Bronze Label", "", "2025-05")],
        ),
        (
            "| Klaster | Decyzja |\n|---|---|\n| Klaster Wodny | status KKK do 2028 |\n| Klaster "
            "Tramwajowy | odmowa "
            "przyznania statusu KKK |\n",
            [("Klaster Tramwajowy", "KKK", "", "")],
        ),
        (
            "Klaster Kajakowy, któremu w VI rundzie odmówiono statusu KKK, otrzymał go w VII rundzie.",
            [("Klaster Kajakowy", "KKK", "VI", "")],
        ),
    ],
)
def test_whom_a_document_says_a_label_was_refused_to_is_a_fact(text: str, found: list[Refusal]) -> None:
    assert refused(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Leśny nie ma statusu KKK. Klaster Polny odrzucił propozycję połączenia.",
        "Delta Cluster declined to comment on the Silver Label it lost.",
        "Zebrani członkowie Klastra Wapiennego odrzucili wniosek o odwołanie zarządu.",
        "Czy Klastrowi Szkła odmówiono statusu KKK?",
        "Wniosek spółki z Łukowa nie uzyskał punktów na status KKK, a Klaster Zielarski wycofał swoje "
        "zgłoszenie.",
    ],
)
def test_what_is_lacked_withdrawn_or_refused_by_a_cluster_itself_was_not_refused_to_it(text: str) -> None:
    assert refused(text) == []


def test_a_call_and_what_comes_after_is_no_first_round() -> None:
    text = (
        "Klaster Kea ma status KKK, przyznany w rundzie IV. "
        "Klaster Emu wystąpił o taki status w tym samym naborze i spotkał się z odmową."
    )

    assert [(one.value, one.qualifier) for one in read(text).claims("refusal")] == [("KKK", "IV")]


@pytest.mark.parametrize(
    "table",
    [
        "# Krajowe Klastry Kluczowe\n\nStatus KKK obowiązuje do 30 czerwca 2027 r.\n\n"
        "| Klaster | Wynik audytu |\n|---|---|\n| Klaster Kea | bez uwag |\n",
        "# KKK – wybory prezesów\n\n| Klaster | Wynik |\n|---|---|\n| Klaster Kea | nie |\n",
        "# Konkurs o status KKK – runda IX\n\nKlaster Kea odmówił komentarza.\n",
        "# Konkurs o status KKK – runda IX\n\nKlaster Kea uniknął listy rezerwowej.\n",
        "# Rezerwowa lista gości – Gala KKK\n\n## Lista rezerwowa\n\n- Klaster Kea\n- Klaster Emu\n",
    ],
)
def test_what_decides_on_something_else_refuses_no_label(table: str) -> None:
    assert not read(table).claims("refusal")


def test_who_nominated_a_holder_holds_nothing() -> None:
    text = (
        "# Krajowe Klastry Kluczowe (status do 30.06.2027)\n\n"
        "| Lp. | Laureat | Zgłaszający |\n|---|---|---|\n"
        "| 1 | Dolina Lnu | Klaster Emu |\n| 2 | Zielona Kuźnia | Klaster Gil |\n"
    )

    assert not {"Klaster Emu", "Klaster Gil"} & {name for name, *_ in read(text).statuses()}
