"""Of whom it is told that a status was lost, and when: never of others, and by no general sentence."""

import pytest

from index.register.model import WITHDRAWN
from tests.index.extraction.reading import Status, read

KEA, EMU = "Klaster Kea", "Klaster Emu"


@pytest.mark.parametrize(
    "text",
    [
        "Minister może cofnąć status KKK. Klaster Kea działa w Opolu.",
        "The minister can withdraw the KKK status. Klaster Kea is in Opole.",
        "Status KKK można stracić przed terminem. Klaster Kea liczy 40 firm.",
    ],
)
def test_that_a_status_can_be_lost_is_told_of_nobody(text: str) -> None:
    assert read(text).statuses() == []


def test_a_general_sentence_on_losses_adds_none_to_the_one_told_of() -> None:
    text = (
        "Toruń, 20 marca 2026 r. – Klaster Kea nie jest już Krajowym Klastrem Kluczowym. Decyzję o cofnięciu "
        "statusu minister podpisał 12 marca. Klaster liczył 30 firm. To pierwszy przypadek odebrania "
        "statusu, odkąd w 2019 r. zmieniono regulamin."
    )

    assert read(text).statuses() == [(KEA, "KKK", WITHDRAWN, "", "2026-03-12")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Klaster Kea utracił status KKK z upływem 30 czerwca 2026 r.",
            [(KEA, "KKK", "", "", "2026-06-30")],
        ),
        (
            "Klaster Kea lost its National Key Cluster title when the eighth round ran out on 30 June 2026.",
            [(KEA, "KKK", "VIII", "", "2026-06-30")],
        ),
        (
            "Dwóm klastrom status KKK wygasł 31 marca 2025 r. i nie został odnowiony. Są to Klaster Kea oraz "
            "Klaster Emu.",
            [(KEA, "KKK", "", "", "2025-03-31"), (EMU, "KKK", "", "", "2025-03-31")],
        ),
        (
            "Opole, 3 lutego 2026 r. – Klaster Kea ma status KKK, który wygasa 30 września.",
            [(KEA, "KKK", "", "", "2026-09-30")],
        ),
    ],
)
def test_a_status_lost_with_the_end_of_its_term_has_but_ended(text: str, found: list[Status]) -> None:
    assert read(text).statuses() == found


def test_the_answer_to_a_question_that_heads_it_is_about_the_label_asked_for() -> None:
    text = (
        "# Klaster Kea – pytania\n\n## Czy klaster ma status KKK?\n\n"
        "Tak, otrzymaliśmy go w V rundzie, na lata 2026–2029.\n"
    )

    assert read(text).statuses() == [(KEA, "KKK", "V", "2026", "2029")]


def test_who_filed_the_application_of_one_who_has_it_takes_nothing_from_it() -> None:
    text = (
        "Nowe certyfikaty KKK obowiązują od 1 lipca 2026 r. do 30 czerwca 2029 r.\n\nStatus odnowiły dwa "
        "klastry, którym poprzedni certyfikat kończył się w czerwcu:\n"
        "– Klaster Kea z Opola (wniosek złożyło Centrum Papug sp. z o.o.),\n– Klaster Emu.\n"
    )

    assert [(one[0], one[3], one[4]) for one in read(text, "x.txt").statuses()] == [
        (KEA, "2026-07-01", "2029-06-30"),
        (EMU, "2026-07-01", "2029-06-30"),
    ]


def test_a_loss_in_may_is_no_loss_that_may_be() -> None:
    text = "In May 2026 the National Key Cluster label was withdrawn from Klaster Kea."

    assert read(text).statuses() == [(KEA, "KKK", WITHDRAWN, "", "2026-05")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Klaster Kea złożył rezygnację ze statusu KKK ze skutkiem na 30 czerwca 2025 r.", "2025-06-30"),
        ("Klaster Kea rezygnuje z tytułu KKK od 1 lipca 2025 r.", "2025-07-01"),
        (
            "Zarząd spółki złożył rezygnację ze statusu KKK, przyznanego Klastrowi Kea. Rezygnacja wywołuje "
            "skutek z dniem 1 marca 2026 r., na rok przed upływem terminu.",
            "2026-03-01",
        ),
        (
            "Opole, 6 listopada 2026 r. – Klaster Kea oddał status KKK. Zrzeczenie działa od 31 sierpnia.",
            "2026-08-31",
        ),
        (
            "The Kea Cluster asked to give back its Gold Label. The board accepted the request with effect "
            "from 1 July 2026.",
            "2026-07-01",
        ),
        ("Kea Cluster handed in its resignation from KKK status on 3 May 2025.", "2025-05-03"),
        (
            "Minister cofnął z dniem 31 października 2025 r. status KKK, którym Klaster Kea cieszył się od "
            "lutego 2022 roku.",
            "2025-10-31",
        ),
        (
            "Status KKK, który Klaster Kea miał od 2023 roku, minister cofnął 2 czerwca 2026 r.",
            "2026-06-02",
        ),
    ],
)
def test_who_resigned_or_lost_one_held_it_no_more_from_the_day_told(text: str, day: str) -> None:
    assert [one[2:] for one in read(text).statuses()] == [(WITHDRAWN, "", day)]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Kea rezygnuje z ubiegania się o status KKK w 2026 r.",
        "Klaster Kea działa w Opolu.\n\nMój klaster utracił status KKK. Co teraz?",
        "Klaster Kea działa w Opolu. Status KKK nadaje minister, a tytuł RKW przyznaje województwo.",
    ],
)
def test_who_asks_no_more_or_what_is_asked_in_general_tells_of_no_loss_and_no_status(text: str) -> None:
    assert read(text).statuses() == []


@pytest.mark.parametrize(
    "rule",
    [
        "Zmiana koordynatora nie powoduje utraty statusu.",
        "Brak sprawozdania skutkuje utratą statusu.",
        "A change of the coordinator does not lead to the loss of the status.",
    ],
)
def test_what_makes_one_lose_a_status_in_general_is_no_loss(rule: str) -> None:
    text = f"Klaster Turkawka ma status KKK do 3 maja 2028 r. {rule}"

    assert read(text).statuses() == [("Klaster Turkawka", "KKK", "", "", "2028-05-03")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Klaster Kea traci status KKK z dniem 31 sierpnia 2026 r.", "2026-08-31"),
        ("The Kea Cluster loses its KKK status on 31 August 2026.", "2026-08-31"),
        ("Decyzją z 28 maja 2026 r. Klaster Kea traci tytuł KKK z dniem 30 czerwca 2026 r.", "2026-06-30"),
        (
            "By a decision of 3 May 2023 the Kea Cluster loses its KKK status with effect from 1 June 2023.",
            "2023-06-01",
        ),
    ],
)
def test_a_loss_may_be_told_as_news_and_counts_from_when_it_takes_effect(text: str, day: str) -> None:
    assert [one[1:] for one in read(text).statuses()] == [("KKK", WITHDRAWN, "", day)]


@pytest.mark.parametrize(
    "rule",
    [
        "Klaster, który nie złoży sprawozdania, traci status.",
        "Bez sprawozdania klaster traci status.",
        "A cluster that does not report loses the status.",
    ],
)
def test_a_rule_in_the_present_tense_is_no_loss_of_the_cluster_before_it(rule: str) -> None:
    text = f"Klaster Kea ma status KKK do 3 maja 2028 r. {rule}"

    assert read(text).statuses() == [(KEA, "KKK", "", "", "2028-05-03")]


def test_a_deadline_for_something_else_is_no_end_of_a_status() -> None:
    text = (
        "Klaster Kea ma status KKK od 2024 roku. Przepisy dają 90 dni na wskazanie następcy koordynatora. "
        "Termin minął 29 lipca 2026 r."
    )

    assert read(text).statuses() == [(KEA, "KKK", "", "2024", "")]


def test_the_round_in_which_a_bid_failed_is_not_that_of_the_status_that_ran_out() -> None:
    text = (
        "Klaster Kea ma status KKK. Tytuł wygasł z końcem czerwca, a w IX rundzie wniosek dostał 61 punktów."
    )

    assert "IX" not in {one[2] for one in read(text).statuses()}


def test_a_status_may_be_the_object_its_sentence_begins_with() -> None:
    text = "# Klaster Szkła Krzemionka\n\nTytuł KKK Krzemionka ma do 30 września 2027 r. i to cieszy.\n"

    assert read(text).statuses() == [("Klaster Szkła Krzemionka", "KKK", "", "", "2027-09-30")]


@pytest.mark.parametrize(
    "text",
    [
        "Mimo zmiany koordynatora Klaster Kea nie traci tytułu KKK, który ma do 30 czerwca 2028 r.",
        "Klaster Kea ma status KKK do 30 czerwca 2028 r. Klaster, który nie złoży raportu do 31 marca 2027, "
        "traci status KKK.",
        "Klaster Kea ma status KKK do 30 czerwca 2028 r. Według regulaminu z 3 maja 2021 r. klaster traci "
        "status, gdy zmieni koordynatora.",
    ],
)
def test_a_loss_that_is_denied_or_a_rule_is_none(text: str) -> None:
    assert read(text).statuses() == [(KEA, "KKK", "", "", "2028-06-30")]


def test_a_card_s_line_on_its_term_is_no_deadline_for_something_else() -> None:
    text = (
        "# Klaster Kea\n\nStatus: Krajowy Klaster Kluczowy\nNadany 1 lipca 2023 r.\n"
        "Termin mija 30 czerwca 2026 r.\n"
    )

    assert "2026-06-30" in {one[4] for one in read(text).statuses()}
