"""Plain text as people save it: extracts of pages and slide decks."""

from datetime import date
from time import thread_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.breaks import BLANK_OF, FULL_SIGNS
from documents.model import Document
from documents.read import read_document
from documents.readers import text


def _read(text: str) -> Document:
    return read_document("a.txt", text.encode())


def _sentences(document: Document) -> list[str]:
    return [document.quote(one.span) for passage in document.passages for one in passage.sentences]


def _leads(document: Document) -> dict[str, str]:
    return {
        document.quote(one.span): document.quote(one.lead)
        for passage in document.passages
        for one in passage.sentences
        if one.lead
    }


def _headings(document: Document, sentence: str) -> list[str]:
    return next(
        [document.quote(heading) for heading in passage.headings]
        for passage in document.passages
        if any(document.quote(one.span) == sentence for one in passage.sentences)
    )


def test_wrapped_lines_are_put_together_and_cut_words_mended() -> None:
    document = _read(
        "Klaster Wikliny jest zrzeszeniem plecion-\nkarzy z całej doliny, które działa "
        "od 2014 roku i obejmuje\n"
        "swoim zasięgiem trzy powiaty."
    )

    assert _sentences(document) == [
        "Klaster Wikliny jest zrzeszeniem plecionkarzy z całej doliny, które działa od "
        "2014 roku i obejmuje swoim "
        "zasięgiem trzy powiaty."
    ]


def test_the_lines_of_an_address_stay_apart() -> None:
    lines = [
        "Anna Sanna",
        "Dyrektor",
        "ul. Lodowa 7",
        "16-400 Suwałkowo",
        "tel. 87 111 22 33",
        "e-mail: a@sanie.example",
    ]

    assert _sentences(_read("KONTAKT\n\n" + "\n".join(lines))) == lines


def test_an_item_goes_on_after_an_empty_line() -> None:
    document = _read(
        "Zalety:\n\n• wspólne projekty członków \n\nklastra i gmin\n• tańsze zakupy (np. \n\nPrąd i gaz)\n"
    )

    assert list(_leads(document)) == [
        "wspólne projekty członków klastra i gmin",
        "tańsze zakupy (np. Prąd i gaz)",
    ]


def test_a_counted_lead_in_small_letters_introduces_the_items_below_it() -> None:
    document = _read(
        "Laureaci\n\nedycja II – do 2027 r.\n• Młyn, Fundacja Koło\n• Cegła, Fundacja bez Granic\n\n"
        "edycja I – do 2026 r.\n• Len\n"
    )

    assert list(_leads(document)) == ["Młyn, Fundacja Koło", "Cegła, Fundacja bez Granic", "Len"]


def test_every_sign_of_an_item_is_known_and_left_out() -> None:
    for sign in "•-–*·‣▪o\uf0b7\ufffd✓➢":
        document = _read(f"Działania klastra:\n{sign} Szkolenia\n{sign} Badania\n")

        assert list(_leads(document)) == ["Szkolenia", "Badania"], sign


def test_numbers_and_letters_open_items() -> None:
    for first, second in (("1.", "2."), ("1)", "2)"), ("a)", "b)"), ("(i)", "(ii)")):
        document = _read(f"Plan na rok:\n{first} Szkolenia\n{second} Badania\n")

        assert _leads(document) == {"Szkolenia": "Plan na rok:", "Badania": "Plan na rok:"}, first


def test_bullets_within_a_line_become_items() -> None:
    assert list(_leads(_read("Członkowie: • Huta Alfa • Huta Beta • Szkoła"))) == [
        "Huta Alfa",
        "Huta Beta",
        "Szkoła",
    ]


def test_names_after_a_colon_are_items_without_any_sign() -> None:
    document = _read(
        "Członkowie zwyczajni:\n\nLatawiec sp. z o.o.\n\nFundacja Wiatr\n\nPolitechnika Powietrzna\n"
    )

    assert set(_leads(document).values()) == {"Członkowie zwyczajni:"}
    assert len(_leads(document)) == 3


def test_an_inner_list_stands_under_its_item() -> None:
    document = _read(
        "Key figures:\n• 40 companies\n• 3 universities, of which\n  o one in Windbury\n "
        " o two in Breezeton\n"
    )

    assert _leads(document)["two in Breezeton"] == "3 universities, of which"


def test_two_rounds_keep_each_its_own_date() -> None:
    document = _read(
        "Wyniki\n\nI tura – status do 31.12.2025\n1. Klaster A\n2. Klaster B\nII tura – "
        "status do 30.06.2027\n3. Klaster C\n"
        "4. Klaster D\n\nKolejny nabór ruszy w marcu 2026 r.\n"
    )

    assert _leads(document)["Klaster B"] == "I tura – status do 31.12.2025"
    assert _leads(document)["Klaster C"] == "II tura – status do 30.06.2027"
    assert "Kolejny nabór ruszy w marcu 2026 r." not in _leads(document)


def test_speech_after_dashes_is_no_list() -> None:
    document = _read(
        "Prezes zabrał głos.\n\n– To sukces – mówi prezes. – I dalej.\n\n– To dobra zmiana – dodaje wójt.\n"
    )

    assert _leads(document) == {}
    assert "– To dobra zmiana – dodaje wójt." in _sentences(document)


def test_a_name_that_ends_in_a_colon_heads_the_paragraph_after_it() -> None:
    document = _read(
        "Clusters of the valley\n\nThere are two of them.\n\nKite Cluster:\n\nIt has 40 "
        "members and a wind tunnel of its own.\n\n"
        "Soap Cluster:\n\nIt has 30 members and keeps the valley clean.\n"
    )

    assert _headings(document, "It has 30 members and keeps the valley clean.")[-1] == "Soap Cluster:"


def test_numbered_sections_nest() -> None:
    document = _read(
        "1. Wstęp\n\nTekst wstępu.\n\n2. Organizacja\n\n2.1. Władze\n\nKlastrem kieruje rada starszych.\n"
    )

    assert _headings(document, "Klastrem kieruje rada starszych.") == ["2. Organizacja", "2.1. Władze"]


def test_underlined_lines_are_headings() -> None:
    document = _read("Kite Cluster\n============\n\nKey figures\n-----------\nIt has 40 members.\n")

    assert _headings(document, "It has 40 members.") == ["Kite Cluster", "Key figures"]


def test_names_one_under_another_are_not_headings_of_each_other() -> None:
    document = _read(
        "Klastry w regionie\n\nKlaster Zegarów\n\nKlaster Guzików\n\nKlaster "
        "Ech\n\nWszystkie trzy działają od lat.\n"
    )

    assert _headings(document, "Wszystkie trzy działają od lat.") == ["Klastry w regionie"]
    assert "Klaster Ech" in _sentences(document)


def test_form_feeds_part_pages() -> None:
    document = _read("Misja\n\n• latać\n\fSkład\n\n• trzy firmy\n\fKontakt\n\ntel. 81 444 55 66\n")

    assert document.pages == 3
    assert [place.number for place in document.places] == [1, 2, 3]
    assert _headings(document, "trzy firmy") == ["Skład"]


def test_aligned_columns_are_a_table_with_its_heads() -> None:
    document = _read(
        "Klaster             Koordynator       Status do\nKlaster Parowozów   Stacja S.A.       31.12.2026\n"
        "Klaster Latawców    Fundacja Wiatr    30.06.2027\n"
    )

    assert (
        _leads(document)["Klaster Latawców | Fundacja Wiatr | 30.06.2027"]
        == "Klaster | Koordynator | Status do"
    )


def test_tabs_and_bars_part_columns() -> None:
    for bar in ("\t", " | "):
        document = _read(f"Nazwa{bar}Telefon\nKlaster Ech{bar}85 123 45 67\nKlaster Sań{bar}85 765 43 21\n")

        assert _leads(document)["Klaster Ech | 85 123 45 67"] == "Nazwa | Telefon"


def test_links_are_their_text() -> None:
    document = _read(
        "Klaster Ech działa [w górach](https://a.example/x_(y)) i ma ![logo](l.png) [40 "
        "firm](#) w trzech gminach."
    )

    assert document.text == "Klaster Ech działa w górach i ma 40 firm w trzech gminach."


def test_lines_that_name_sources_go_and_leave_the_title_a_title() -> None:
    document = _read(
        "Source: https://a.example/1\n\nWhat is a cluster?\nFour answers\n\nFurther source: https://a.example/2\n\n"
        "Further source: https://a.example/3\n\n"
        "The word is used in more than one sense, by economists and officials.\n"
    )

    assert document.title == "What is a cluster?"
    assert document.address == "https://a.example/1"
    assert _sentences(document) == ["The word is used in more than one sense, by economists and officials."]


def test_a_table_of_labels_has_no_heads() -> None:
    document = _read(
        "What they share\n\nPlace:    near one another\nField:    the same sector\nMotion:   both at once\n"
    )

    assert set(_leads(document).values()) == {"What they share"}


def test_a_title_with_a_colon_is_the_title() -> None:
    assert _read(
        "Klaster Ech: dziesięć lat\n\nKlaster Ech bada echo w górach już od dziesięciu lat.\n"
    ).title == ("Klaster Ech: dziesięć lat")


def test_the_first_numbered_section_is_not_the_title() -> None:
    assert _read("1. Wprowadzenie\n\nTekst wstępu o klastrach.\n\n2. Plany\n\nTekst planów.\n").title == "a"


def test_slides_in_a_row_stand_side_by_side() -> None:
    document = _read(
        " Misja\n\n• latać\n• wiać\n\n\n\nDLACZEGO WARTO:\n\n• tanio\n• szybko\n\n\n\n"
        "Hasło\nZawsze pod wiatr\n\n"
        "Razem.\n\n\n\nKontakt:\nJan Wietrzny\ntel. 81 444 55 66\n"
    )

    assert _headings(document, "tel. 81 444 55 66") == ["Kontakt:"]
    assert _headings(document, "tanio") == ["DLACZEGO WARTO:"]


@pytest.mark.parametrize("line", ["a,\n\n", "(a \n\n", "„a,\n\n", "a,\n", "- a\n", "Kontakt\n", "[a]("])
def test_a_hostile_text_is_read_in_time_by_its_size(line: str) -> None:
    started = thread_time()

    _read("Początek.\n\n" + line * 20_000)

    assert thread_time() - started < 10


@given(st.text(alphabet="aZą1 .:•-–\n\t|\f", max_size=300))
def test_whatever_the_lines_no_letter_is_lost_and_none_comes_twice(text: str) -> None:
    document = _read("Początek tekstu.\n\n" + text)
    held = document.text + "".join(document.cut)

    assert [held.count(letter) for letter in "Zą"] == [("Początek" + text).count(letter) for letter in "Zą"]


def test_a_line_set_in_under_an_item_goes_on_with_it_whatever_it_starts_with() -> None:
    text = "Cele klastra:\n- kurs dla 200 osób do końca\n  2018 roku\n- praca z firmą Wodny\n  Wiatrak S.A.\n"
    document = read_document("a.txt", text.encode())

    quotes = [document.quote(one.span) for passage in document.passages for one in passage.sentences]
    assert "kurs dla 200 osób do końca 2018 roku" in quotes
    assert "praca z firmą Wodny Wiatrak S.A." in quotes


def test_a_text_tells_its_author_and_its_last_change() -> None:
    document = _read(
        "Klaster Wikliny\n\nTekst: Anna Młynarz\n\nOstatnia aktualizacja: 5 maja 2024\n\nPlecie kosze."
    )

    assert document.authors == ("Anna Młynarz",)
    assert document.modified == date(2024, 5, 5)


def test_line_breaks_are_told_by_their_places_with_what_stands_beside_them() -> None:
    lines = (
        "Pierwszy wiersz tego akapitu jest tak samo długi jak drugi,\nktóry urywa się\nwcześniej \nniż inne."
    )

    block = text.read("a.txt", f"{lines}\n".encode()).blocks[0]

    full, early, blank = block.breaks
    assert [block.text[: each.at].split()[-1] for each in block.breaks] == ["drugi,", "się", "wcześniej"]
    assert [each.sign in FULL_SIGNS for each in block.breaks] == [True, False, False]
    assert [BLANK_OF[each.sign] for each in (full, early, blank)] == ["", "", "before"]


def test_a_sign_that_nobody_knows_in_running_text_is_no_bullet() -> None:
    lines = "Nasze przedsięwzięcie wymaga jeszcze większych nakładów, a po\n� czenie sił nam w tym pomoże.\n"

    assert [block.kind for block in text.read("a.txt", lines.encode()).blocks] == ["paragraph"]


def test_a_line_with_a_colon_between_numbered_items_introduces_those_below_it() -> None:
    text = (
        "Status ważny do 31.10.2026 r.:\n1) Klaster Perkoz – Pisz – reprezentant: Centrum Wody\n"
        "2) Klaster Derkacz – Ełk – reprezentant: Park Energii\nStatus ważny do 30.04.2027 r.:\n"
        "3) Klaster Turkawka – Sejny – reprezentant: Konopie S.A.\n"
    )

    document = read_document("lista.txt", text.encode())

    leads = {
        document.quote(sentence.span): document.quote(sentence.lead)
        for passage in document.passages
        for sentence in passage.sentences
        if sentence.lead
    }
    assert leads["Klaster Turkawka – Sejny – reprezentant: Konopie S.A."] == "Status ważny do 30.04.2027 r.:"
    assert leads["Klaster Derkacz – Ełk – reprezentant: Park Energii"] == "Status ważny do 31.10.2026 r.:"


def test_a_word_that_broke_at_a_lost_letter_begins_no_item_and_no_paragraph() -> None:
    lines = (
        "Rano budzi nas tylko to \ufffd wiat\no. Potem ktoś to zauwa\ufffd y\n – nawet z bardzo daleka, bo "
        "stoi za g\n\ufffd bokim rowem, którego nie widać stąd.\n"
    )

    assert [block.kind for block in text.read("a.txt", lines.encode()).blocks] == ["paragraph"]


def test_items_counted_by_letters_stay_items_in_damaged_text() -> None:
    lines = "Co robimy w tym roku\na. Remont \ufffd wietlicy\nb. Wystawa\n"

    assert [block.text[:5] for block in text.read("a.txt", lines.encode()).blocks][1:] == ["a. Re", "b. Wy"]


def test_of_counted_entries_all_are_headings_or_none() -> None:
    long = "Koordynator: Stowarzyszenie Miłośników Dawnych Młynów, Wiatraków i Kuźni Wodnych"
    document = _read(
        "Spis klastrów regionu\n\nDane podały klastry, stan na maj.\n\n1. Klaster Żaren\nKoordynator: Cech\n"
        f"tel. 22 111\n\n2. Klaster Wiatraków\n{long}\ntel. 22 222\n\n3. Klaster Kuźni\nKoordynator: Huta\n"
        "tel. 22 333\n"
    )

    assert [_headings(document, f"tel. 22 {n * 111}")[-1] for n in (1, 2, 3)] == [
        "1. Klaster Żaren",
        "2. Klaster Wiatraków",
        "3. Klaster Kuźni",
    ]


def test_lines_with_the_same_label_behind_a_dash_stay_apart() -> None:
    document = _read(
        "Laureaci konkursu:\n\nKlaster Żaren – koordynator: Cech Młynarzy i Piekarzy – Toruń\n"
        "Klaster Wiatraków – koordynator: Towarzystwo Śmigieł – Kłodawa\n"
        "Klaster Kuźni – koordynator: Huta Starych Mistrzów – Radom\n"
    )

    assert len([one for one in _sentences(document) if "koordynator" in one]) == 3


def test_long_lines_that_each_begin_anew_are_entries_and_no_wrapped_paragraph() -> None:
    entries = [
        "Bittern Cluster, Utrecht, Netherlands - valid until 31 March 2028",
        "Northern Heron Hatchery Cluster, Bergen, Norway - valid until 15 November 2027",
        "Southern Crane and Egret Cluster, Graz, Austria - valid until 30 June 2028",
        "Stork Cluster, Brno, Czechia - valid until 1 May 2027",
    ]
    prose = (
        "The register is kept by the office of the regions and is renewed on the first\n"
        "Monday of each month, when the offices of all countries have sent what they know\n"
        "about the clusters they are asked to look after and to report on in good time."
    )

    told = _sentences(_read("SILVER LABEL\n" + "\n".join(entries) + "\n\n" + prose + "\n"))

    assert set(entries) <= set(told)
    assert prose.replace("\n", " ") in told
