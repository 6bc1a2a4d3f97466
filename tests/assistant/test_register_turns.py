"""Turns that the register answers, from documents as they are added to turns that lean on one another."""

from datetime import date

from tests.assistant.shelf import Shelf

ROUNDS = """# Krajowe Klastry Kluczowe

## IV runda (status KKK obowiązuje do 30 czerwca 2024 r.)

- Klaster Młyńskie Koło, reprezentowany przez Fundację Mąka
- Klaster Ceglany Łuk, reprezentowany przez Fundację Cegła

## V runda (status KKK obowiązuje do 15 marca 2029 r.)

- Klaster Lniana Nić, reprezentowany przez Fundację Len
"""
ALL = {"Klaster Młyńskie Koło", "Klaster Ceglany Łuk", "Klaster Lniana Nić"}


def test_a_list_is_complete_and_every_quote_is_what_stands_there(shelf: Shelf) -> None:
    shelf.add("rundy.md", ROUNDS)

    answer = shelf.answer("Które klastry mają status KKK?")
    assert {item.name for item in answer.items} == ALL
    assert all(shelf.store.text(one.document)[one.start : one.end] == one.quote for one in answer.citations)


def test_the_day_asked_for_filters_a_question_without_a_date(shelf: Shelf) -> None:
    shelf.add("rundy.md", ROUNDS)

    turn = shelf.assistant.ask("Które klastry mają status KKK?", as_of=date(2026, 1, 1))
    assert [item.name for item in turn.answer.items] == ["Klaster Lniana Nić"]


def test_a_question_about_them_is_about_the_clusters_shown(shelf: Shelf) -> None:
    shelf.add("rundy.md", ROUNDS)

    first = shelf.ask("Które klastry miały status KKK do 2024 roku?")
    second = shelf.ask("A kto je reprezentuje?", first.conversation)
    assert first.answer.clusters == second.answer.clusters
    told = [one.exact for one in second.answer.statements] + [
        item.details["representative"] for item in second.answer.items
    ]
    assert {"Fundacja Mąka", "Fundacja Cegła"} <= set(told)


def test_what_neither_the_register_nor_a_passage_says_is_told_of_the_cluster_by_name(shelf: Shelf) -> None:
    shelf.add("rundy.md", ROUNDS)

    answer = shelf.answer("Jaki jest numer telefonu do klastra Lniana Nić?")
    assert answer.kind == "abstention"
    assert answer.abstention == "Klaster Lniana Nić – nie ma w bibliotece: telefon."


def test_a_document_that_is_gone_is_no_source_any_more(shelf: Shelf) -> None:
    document = shelf.add("rundy.md", ROUNDS)
    shelf.store.remove(document, by="staff")

    assert shelf.answer("Które klastry mają status KKK?").kind == "abstention"


def test_a_cluster_that_has_gone_since_it_was_shown_is_not_asked_about(shelf: Shelf) -> None:
    document = shelf.add("rundy.md", ROUNDS)
    first = shelf.ask("Które klastry miały status KKK do 2024 roku?")
    shelf.store.remove(document, by="staff")

    assert shelf.ask("A kto je reprezentuje?", first.conversation).answer.kind == "abstention"


CARD = """# Klaster Ceglany Łuk

Klaster Ceglany Łuk działa w Toruniu. Klaster nie posiada statusu Krajowego Klastra Kluczowego.
"""
NOTICE = """# Komunikat

Z dniem 3 marca 2025 r. cofa się status Krajowego Klastra Kluczowego nadany Klastrowi Lniana Nić.
"""

OWN_WORDS = """# O nas

Jesteśmy Klastrem Ceglana Brama. Mamy siedzibę w Pile i zrzeszamy 31 firm.

## Czy jesteście Krajowym Klastrem Kluczowym?

Nie, nasz wniosek nie uzyskał wymaganej liczby punktów.
"""


def test_a_status_that_a_document_denies_is_answered_with_its_words(shelf: Shelf) -> None:
    shelf.add("luk.md", CARD)
    shelf.add("rundy.md", ROUNDS.replace("- Klaster Ceglany Łuk, reprezentowany przez Fundację Cegła\n", ""))

    answer = shelf.answer("Czy Klaster Ceglany Łuk ma status KKK?")

    assert answer.statements[0].exact == "Nie."
    assert answer.statements[0].quote == "Klaster nie posiada statusu Krajowego Klastra Kluczowego."


def test_a_cluster_that_speaks_of_itself_may_deny_its_status(shelf: Shelf) -> None:
    shelf.add("o-nas.md", OWN_WORDS)
    shelf.add("rundy.md", ROUNDS)

    answer = shelf.answer("Czy Klaster Ceglana Brama jest Krajowym Klastrem Kluczowym?")

    assert answer.statements[0].exact == "Nie."
    assert answer.statements[0].quote.startswith("Nie, nasz wniosek")


def test_whose_status_was_taken_away_is_listed_with_the_day(shelf: Shelf) -> None:
    shelf.add("rundy.md", ROUNDS)
    shelf.add("komunikat.md", NOTICE)

    answer = shelf.answer("Którym klastrom cofnięto status KKK?")

    assert [(item.name, item.details["withdrawn"]) for item in answer.items] == [
        ("Klaster Lniana Nić", "2025-03-03")
    ]


def test_a_sentence_that_tells_nothing_of_what_is_asked_is_no_answer_about_a_cluster(shelf: Shelf) -> None:
    shelf.add("luk.md", "# Klaster Ceglany Łuk\n\nPo niemiecku nazywa się go Ziegelbogen.\n")
    shelf.add("rundy.md", ROUNDS)

    answer = shelf.answer("Jaki jest telefon do Klastra Ceglany Łuk?")

    assert answer.kind == "abstention"
    assert answer.abstention == "Klaster Ceglany Łuk – nie ma w bibliotece: telefon."


def test_a_telephone_that_stands_far_below_a_cluster_is_anothers(shelf: Shelf) -> None:
    shelf.add(
        "rundy.md",
        "# Komunikat\n\nStatus cofnięto Klastrowi Ceglany Łuk. Pisma w tej sprawie przyjmuje urząd. "
        "Wydział polityki czynny jest do szesnastej. Do wydziału dzwoni się pod 22 555 90 31.\n",
    )

    assert shelf.answer("Jaki jest telefon do Klastra Ceglany Łuk?").kind == "abstention"


def test_the_number_of_a_row_counts_no_members(shelf: Shelf) -> None:
    shelf.add(
        "wykaz.md",
        "# Wykaz\n\n| Lp. | Klaster | Przedsiębiorca |\n|---|---|---|\n"
        "| 7 | Klaster Ceglany Łuk | Izba Przedsiębiorców |\n| 8 | Klaster Lniana Nić | Izba Firm |\n",
    )

    assert shelf.answer("Ilu członków ma Klaster Lniana Nić?").kind == "abstention"


def test_whom_a_telephone_reaches_is_named_beside_it(shelf: Shelf) -> None:
    shelf.add(
        "kontakt.md",
        "# Klaster Ceglany Łuk\n\n## Kontakt\n\nAnna Zawiślak\n\ndyrektorka klastra\n\ntel. 22 555 90 31\n\n"
        "Sekretariat: tel. 22 555 90 32\n",
    )

    (hers,) = shelf.answer("Czyj to numer: 22 555 90 31?").statements
    (other,) = shelf.answer("Czyj to numer: 22 555 90 32?").statements
    assert (hers.exact, "Anna Zawiślak" in hers.framing) == ("Klaster Ceglany Łuk", True)
    assert (other.exact, "Anna Zawiślak" in other.framing) == ("Klaster Ceglany Łuk", False)


def test_a_person_is_asked_for_by_name_alone(shelf: Shelf) -> None:
    shelf.add(
        "kontakt.md",
        "# Klaster Ceglany Łuk\n\n## Kontakt\n\nAnna Zawiślak\n\ndyrektorka klastra\n\ntel. 22 555 90 31\n",
    )

    (told,) = shelf.answer("Jaki jest telefon do Anny Zawiślak?").statements
    assert told.exact == "Klaster Ceglany Łuk"
    assert "22 555 90 31, Anna Zawiślak" in told.framing


def test_a_firm_at_home_is_shown_clusters_at_home_first(shelf: Shelf) -> None:
    shelf.add(
        "a.md", "# Wren Furniture Cluster\n\nThe Wren Furniture Cluster is based in Kaunas, Lithuania.\n"
    )
    shelf.add("b.md", "# Klaster Meblowy Turkawka\n\nKlaster Meblowy Turkawka ma siedzibę w Krakowie.\n")

    answer = shelf.answer("Robię meble w Tarnowie, który klaster byłby dla mnie?")
    assert [item.name for item in answer.items] == ["Klaster Meblowy Turkawka"]

    abroad = shelf.answer("I make furniture in Kaunas, which cluster suits me?")
    assert abroad.items[0].name == "Wren Furniture Cluster"


def test_the_answer_to_another_question_is_none_for_a_cluster_that_is_not_held(shelf: Shelf) -> None:
    shelf.add(
        "pytania.md",
        "# Pytania\n\n## Kto koordynuje klaster?\n\nRobi to podmiot, który podpisuje umowy w jego imieniu.\n",
    )

    assert shelf.answer("Kto koordynuje Klaster Modra Przystań?").kind == "abstention"
