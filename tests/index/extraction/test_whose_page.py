"""Whose a page, a card or a point of minutes is, and who a text goes on about."""

from tests.index.extraction.reading import read

TURKAWKA = "Klaster Turkawka"


def test_a_report_that_names_its_cluster_at_the_top_goes_on_about_it() -> None:
    text = """RAPORT ROCZNY
Klaster Ceramiczny „Perkoz” w Pile

1. Informacje
Klaster powstał w 2013 r. Należy do niego 118 członków.

2. Projekty
- „Szkliwo” – z klastrem Moravská Keramika Brno

3. Plany
Klaster będzie się ubiegał o status. Klaster prowadzi Lena Wałach.
"""

    found = read(text, file="raport.txt")

    assert found.told("founded") == [("Klaster Ceramiczny Perkoz", "2013")]
    assert found.told("members") == [("Klaster Ceramiczny Perkoz", "118")]


MINUTES = """MINUTES of the annual meeting
Larkspur Hydrogen Cluster
Glasgow, 14 March 2026

1. Membership. The cluster has 67 members.
2. Coordination. From 1 April the cluster will be coordinated by Clyde Ports Trust instead of the Ore Forum.
3. Partners. A memorandum with the Norwegian network Bergen Hub was approved.
4. Office. New e-mail: office@larkspur.example.
"""


def test_the_next_point_of_minutes_is_of_their_own_cluster_again() -> None:
    found = read(MINUTES, file="minutes.txt")

    assert found.told("email") == [("Larkspur Hydrogen Cluster", "office@larkspur.example")]
    assert found.told("coordinator") == [("Larkspur Hydrogen Cluster", "Clyde Ports Trust")]


def test_minutes_of_a_cluster_named_whole_behind_the_word_are_about_it() -> None:
    text = """Protokół z posiedzenia Rady Klastra Wiślany Klaster Szklarski „Bańka”

1. Współpraca. Rada przyjęła list z klastrem Bawarska Inicjatywa Ceramiczna.
2. Biuro. Nowy adres poczty: biuro@banka.example.
"""

    assert read(text, file="p.txt").told("email") == [
        ("Wiślany Klaster Szklarski Bańka", "biuro@banka.example")
    ]


def test_a_card_may_be_headed_by_a_name_with_another_in_brackets() -> None:
    text = (
        "CLUSTERS – CONTACT LIST\n\nLarkspur Cluster\nCoordinator: Larkspur Agency\nMembers: 142\n\n"
        "Bottle Valley (Dolina Butelek)\nCoordinator: Glass Foundation\nMembers: 53\n"
    )

    assert read(text, "a.txt").told("members") == [("Larkspur Cluster", "142"), ("Bottle Valley", "53")]


def test_the_cluster_is_the_one_that_a_text_begins_with_and_not_who_it_works_with() -> None:
    text = (
        "Jabłka\n\nKlaster Turkawka działa od 2012 roku. W maju podpisał umowę z duńskim klastrem Green "
        "Larch Denmark.\n\nDziś w klastrze jest 205 gospodarstw.\n"
    )

    assert read(text, "a.txt").told("members") == [("Klaster Turkawka", "205")]


def test_who_leads_a_cluster_is_none() -> None:
    text = "# Klaster Turkawka\n\nZastąpiła go dr Joanna Syrop, która kieruje klastrem do dzisiaj.\n"

    assert "Joanna Syrop" not in (*read(text).clusters, *read(text).unsure)


def test_who_coordinates_is_said_of_the_one_that_acts_not_of_those_it_acts_with() -> None:
    text = (
        "# Szef\n\nKlaster Turkawka skupia 91 firm. Wspólnie z Politechniką Borową i hiszpańskim "
        "klastrem Railgrup Monte prowadzi projekt HYTRAM.\n\nKoordynator, Fundacja Pliszka, zostaje.\n"
    )

    assert ("Railgrup Monte", "Fundacja Pliszka") not in read(text).told("coordinator")


def test_a_cluster_goes_by_the_title_behind_what_it_is_of() -> None:
    text = (
        "# Protokół\n\nGościem był prezes Klastra Sprzętu Wodnego Rącza Mewa, po nim mówił prezes Klastra "
        "Maszyn Leśnych Trakus.\n\nNastępnie dodał, że Rącza Mewa liczy 26 członków.\n"
    )

    assert read(text).told("members") == [("Klaster Sprzętu Wodnego Rącza Mewa", "26")]


def test_who_says_we_is_the_cluster_that_the_addresses_of_the_text_have_the_name_of() -> None:
    text = (
        "# Pytania\n\nPtaszyna to klaster producentów budek.\n\n## Ilu was jest?\n\nMamy 31 członków.\n\n"
        "## Z kim działacie?\n\nZ Klastrem Derkacz i z Klastrem Perkoz robimy karmniki.\n\n"
        "## Skąd jesteście?\n\nSiedzibą jest Opole. Piszcie do nas: biuro@ptaszyna.example.\n"
    )

    assert read(text).told("members") == [("Ptaszyna", "31")]


def test_a_name_before_a_dot_in_the_middle_of_a_title_is_one_cluster_s_with_the_other() -> None:
    text = "# Review\n\nLarkspur Timber Cluster · Holz-Cluster Lerche\n\nOur members number 40 firms.\n"

    assert read(text).told("members") == [("Larkspur Timber Cluster", "40")]


def test_a_round_before_the_next_card_is_not_told_of_the_card_above() -> None:
    text = (
        "# Lista\n\n## Klaster Turkawka\n\nKoordynator: Fundacja Pliszka\n\nRUNDA IX – status KKK ważny "
        "do 31 maja 2027 r.\n\n## Klaster Derkacz\n\nKoordynator: Fundacja Modraszek\n"
    )

    assert (TURKAWKA, "KKK") not in [one[:2] for one in read(text).statuses()]


INTERVIEW = """ROZMOWA TYGODNIA

Z Iloną Grzelak, dyrektorką „Perkoza”, rozmawia Jan Wierny
„Głos Pieca”, maj 2026

J.W.: Ile firm dziś zrzeszacie?

I.G.: Sześćdziesiąt dwa podmioty. Projekt nazywa się Szkliwo 3.0.

J.W.: Gdzie was szukać?

I.G.: W sieci: www.perkoz.example. Zapraszamy też do Klastra Turkawka, to nasi sąsiedzi.
"""


def test_who_answers_an_interview_speaks_of_the_cluster_that_its_top_names() -> None:
    found = read(INTERVIEW, file="rozmowa.txt")

    assert found.told("website") == [("Perkoz", "www.perkoz.example")]
    assert found.told("members") == [("Perkoz", "62")]
    assert found.told("project") == [("Perkoz", "Szkliwo 3.0")]


def test_an_english_interview_is_with_the_cluster_beside_the_words_for_that() -> None:
    text = """FIVE QUESTIONS FOR ILONA GRZELAK
Interview with Ilona Grzelak, manager of the Grebe Ceramics Cluster

What do you do all day? We fire kilns. We have 62 members.
And the Turnstone Cluster? They are friends.
Where are you? Our website is www.grebe.example.
"""

    found = read(text, file="interview.txt")

    assert found.told("website") == [("Grebe Ceramics Cluster", "www.grebe.example")]
    assert found.told("members") == [("Grebe Ceramics Cluster", "62")]


FAQ = """Biuro Wspierania Firm

Czy w regionie działa jakiś klaster?
Tak, Opolski Klaster Wodorowy Zielony Palnik z Opola. Liczy 55 członków.

Jak się z nim skontaktować?
Telefonicznie pod numerem 77 555 61 82. Siedziba: ul. Azotowa 2, 45-001 Opole.

Czym zajmuje się teraz Zielony Palnik?
Główne przedsięwzięcie nazywa się „Wodór na Tory”.

Nie znalazłeś odpowiedzi?
Napisz: biuro@wspieranie.example
"""


def test_a_question_about_it_is_about_whom_the_section_before_spoke_of() -> None:
    found = read(FAQ, file="faq.txt")

    assert found.told("phone") == [("Opolski Klaster Wodorowy Zielony Palnik", "+48775556182")]
    assert found.told("address")[0][0] == "Opolski Klaster Wodorowy Zielony Palnik"


def test_a_title_of_an_adjective_and_a_noun_names_behind_another_adjective() -> None:
    assert read(FAQ, file="faq.txt").told("project") == [
        ("Opolski Klaster Wodorowy Zielony Palnik", "Wodór na Tory")
    ]
