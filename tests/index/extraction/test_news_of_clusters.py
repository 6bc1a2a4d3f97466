"""Notices and newsletters: whose term it is, what both lost, what is taken back, and what is but planned."""

from tests.index.extraction.reading import read

NOTICE = """Rozstrzygnięto VI rundę konkursu o status Krajowego Klastra Kluczowego

12 maja 2026 r.

Nowy okres obowiązywania rozpoczął się 1 maja 2026 r. i potrwa do 30 kwietnia 2029 r.

Laureaci VI rundy:

1. Klaster Ceramiczny Perkoz (odnowienie),
2. Klaster Mleczny Łęg (po raz pierwszy).

Co z pozostałymi klastrami V rundy?

Klaster Piekarski Zakwas spóźnił się z dokumentami. Klaster Wikliny Rogoża nie ubiegał się o przedłużenie.
Oba podmioty utraciły prawo do posługiwania się znakiem KKK z końcem kwietnia 2026 r.
"""


def test_the_term_that_a_notice_tells_before_its_list_is_that_of_those_listed() -> None:
    found = read(NOTICE, file="wyniki.txt")

    assert [one for one in found.statuses() if one[2] == "VI"] == [
        ("Klaster Ceramiczny Perkoz", "KKK", "VI", "2026-05-01", "2029-04-30"),
        ("Klaster Mleczny Łęg", "KKK", "VI", "2026-05-01", "2029-04-30"),
    ]


def test_what_both_lost_was_lost_by_the_two_named_last() -> None:
    found = read(NOTICE, file="wyniki.txt")

    lost = [cluster for cluster, *_, until in found.statuses() if until == "2026-04-30"]
    assert lost == ["Klaster Piekarski Zakwas", "Klaster Wikliny Rogoża"]


def test_a_round_is_no_cluster() -> None:
    assert len(read(NOTICE, file="wyniki.txt").clusters) == 4


def test_what_a_correction_takes_back_is_no_fact() -> None:
    text = """SPROSTOWANIE

W numerze 4/2026 podaliśmy, że siedzibą Klastra Perkoz jest Kolno. Siedzibą jest Grajewo. Przepraszamy.
"""

    assert read(text, file="kurier.txt").told("place") == [("Klaster Perkoz", "Grajewo")]


def test_where_an_office_is_planned_no_cluster_is_yet() -> None:
    text = """Klaster Ceramiczny Perkoz

Kim jesteśmy
Siedziba klastra mieści się w Pile.

Co planujemy do 2030 roku?
- wspólne biuro sprzedaży w Lyonie
- drugi piec
"""

    found = read(text, file="prezentacja.txt")

    assert found.told("place") == [("Klaster Ceramiczny Perkoz", "Piła")]
    assert found.told("country") == []


def test_a_heading_beside_those_of_clusters_is_one_only_where_it_is_but_a_name() -> None:
    text = """Quarterly Letter to Foreign Partners

Dear Partners, two clusters deserve a closer look.

GREBE CERAMICS CLUSTER (Piła)
Bowls and tiles from some ninety kilns. The cluster has 41 members.

SEDGE DAIRY CLUSTER (Łęg)
Cheese and butter. The cluster has 33 members.

Yours sincerely,
Jan Lis

Secretary General
If you no longer wish to receive this letter, reply.
"""

    assert set(read(text, file="letter.txt").clusters) == {"Grebe Ceramics Cluster", "Sedge Dairy Cluster"}


PRESS = """KOMUNIKAT PRASOWY
Warszawa, 3 września 2026 r.

W poniedziałek zamknięto IX rundę konkursu o miano Krajowego Klastra Kluczowego. Wpłynęło siedem wniosków.
Dyplomy odbiorą przedstawiciele trzech organizacji:

– Klaster Bursztynowy Kadłub z Gdyni (odnowienie),
– HydroWarta z Poznania (odnowienie),
– Opolski Klaster Wodorowy Zielony Palnik z Kędzierzyna-Koźla (status po raz pierwszy).

Certyfikaty są ważne do 31 sierpnia 2029 roku.

Nagrody za najlepsze stoisko otrzymali:

– Klaster Ceramiczny Perkoz,
– Klaster Mleczny Łęg.
"""


def test_those_whom_diplomas_go_to_hold_what_was_spoken_of_and_other_awards_are_none() -> None:
    assert sorted(read(PRESS, file="komunikat.txt").statuses()) == [
        ("HydroWarta", "KKK", "IX", "", "2029-08-31"),
        ("Klaster Bursztynowy Kadłub", "KKK", "IX", "", "2029-08-31"),
        ("Opolski Klaster Wodorowy Zielony Palnik", "KKK", "IX", "", "2029-08-31"),
    ]
