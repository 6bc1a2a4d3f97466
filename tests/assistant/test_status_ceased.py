"""Who ceased to hold a status, and who is with a cluster in a project or may be asked there."""

import pytest

from tests.assistant.shelf import Shelf

ROUNDS = """# Krajowe Klastry Kluczowe

Opublikowano: 4 lipca 2025

## Runda VIII (status KKK ważny do 30 czerwca 2028 r.)

- Klaster Lniana Nić
- Klaster Ceglany Łuk
"""
NOTICE = """# Zmiany w wykazie

Opublikowano: 22 maja 2026

Klaster Ceglany Łuk zrzekł się statusu KKK w maju 2026 r.
"""
SLIDES = """# Klaster Lniana Nić

## Projekt RE-SUPEŁ

Recykling resztek tkanin.

Partnerzy:

- Akademia Włókiennicza w Zgierzu
- Spółdzielnia „Szarpak”

## Kontakt

Osoba do kontaktu: Jan Lis, tel. 42 555 10 10
"""


def test_who_ceased_to_be_a_key_cluster_lost_the_status(shelf: Shelf) -> None:
    shelf.add("rundy.md", ROUNDS)
    shelf.add("zmiany.md", NOTICE)

    for question in (
        "Które klastry przestały w 2026 roku być KKK?",
        "Which clusters ceased to be National Key Clusters in 2026?",
        "Kto zrezygnował ze statusu KKK?",
    ):
        assert [item.name for item in shelf.answer(question).items] == ["Klaster Ceglany Łuk"], question


def test_a_status_given_before_it_was_given_up_is_no_later_one_and_a_month_is_told_as_such(
    shelf: Shelf,
) -> None:
    shelf.add("rundy.md", ROUNDS)
    shelf.add("zmiany.md", NOTICE)

    notes = shelf.answer("Które klastry przestały w 2026 roku być KKK?").notes
    assert not any("późniejszy" in note for note in notes)
    assert any("maj 2026" in note for note in notes)


def test_who_is_in_a_project_are_the_partners_told_beside_it(shelf: Shelf) -> None:
    shelf.add("lniana.md", SLIDES)

    for question in (
        "Z kim Lniana Nić realizuje projekt RE-SUPEŁ?",
        "Kto jest partnerem w projekcie RE-SUPEŁ?",
        "Who are the partners of the RE-SUPEŁ project?",
    ):
        told = [one.exact for one in shelf.answer(question).statements]
        assert told == ["Akademia Włókiennicza w Zgierzu", "Spółdzielnia „Szarpak”"], question


def test_a_contact_person_is_asked_for_as_such(shelf: Shelf) -> None:
    shelf.add("lniana.md", SLIDES)

    for question in (
        "Kto jest osobą do kontaktu w klastrze Lniana Nić?",
        "Who is the contact person of Lniana Nić?",
    ):
        assert "Jan Lis" in shelf.answer(question).statements[0].exact, question


INTERVIEW = """# Rozmowa numeru

Z Ewą Lis, przewodniczącą rady Klastra Lniana Nić, rozmawia Jan Wierny.

Latem wygasł Wasz certyfikat Krajowego Klastra Kluczowego. Dlaczego?

Nie mieliśmy ludzi do wniosku.
"""


def test_that_a_status_expired_adds_no_loss_to_an_end_that_is_known(shelf: Shelf) -> None:
    shelf.add("rundy.md", ROUNDS)
    shelf.add("rozmowa.md", INTERVIEW)

    answer = shelf.answer("Które klastry mają status KKK do 30 czerwca 2028?")
    assert {item.name for item in answer.items} == {"Klaster Lniana Nić", "Klaster Ceglany Łuk"}


UNRENEWED = """# Krajowe Klastry Kluczowe

## Runda VII – status od 1 lipca 2023 r. do 30 czerwca 2026 r.

| Klaster | Województwo |
| --- | --- |
| Klaster Lniana Nić | śląskie |
| Klaster Ceglany Łuk | łódzkie |
| Klaster Srebrna Łuska | pomorskie |

## Runda IX – status od 1 lipca 2026 r. do 30 czerwca 2029 r.

| Klaster | Województwo |
| --- | --- |
| Klaster Lniana Nić | śląskie |
"""


@pytest.mark.parametrize(
    "question",
    [
        "Które klastry z VII rundy nie odnowiły statusu KKK?",
        "Which round VII key clusters did not renew?",
        "Które klastry straciły status KKK po 30 czerwca 2026 i go nie odnowiły?",
        "Which clusters lost KKK status after 30 June 2026?",
    ],
)
def test_who_did_not_renew_or_lost_a_status_after_a_day_holds_no_later_one(
    shelf: Shelf, question: str
) -> None:
    shelf.add("wykaz.md", UNRENEWED)

    assert {item.name for item in shelf.answer(question).items} == {
        "Klaster Ceglany Łuk",
        "Klaster Srebrna Łuska",
    }
