"""Who coordinates and represents each cluster."""

import pytest

from tests.index.extraction.reading import read

TURKAWKA, DERKACZ, PERKOZ = "Klaster Turkawka", "Klaster Derkacz", "Klaster Perkoz"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Klaster Turkawka jest koordynowany przez Fundację Pliszka.", "Fundacja Pliszka"),
        ("Klaster Turkawka zarządzany jest przez Stowarzyszenie Modraszek.", "Stowarzyszenie Modraszek"),
        ("Koordynatorem Klastra Turkawka jest Fundacja Pliszka.", "Fundacja Pliszka"),
        ("Fundacja Pliszka jest koordynatorem Klastra Turkawka.", "Fundacja Pliszka"),
        ("Fundacja Pliszka koordynuje Klaster Turkawka.", "Fundacja Pliszka"),
        ("Klaster Turkawka koordynuje Fundacja Pliszka.", "Fundacja Pliszka"),
        ("Klastrem Turkawka zarządza spółka, a koordynuje go Fundacja Pliszka.", "Fundacja Pliszka"),
        ("Klaster Turkawka, którego koordynatorem jest Fundacja Pliszka, rośnie.", "Fundacja Pliszka"),
        ("Funkcję koordynatora Klastra Turkawka pełni Fundacja Pliszka.", "Fundacja Pliszka"),
        ("Koordynator Klastra Turkawka, Fundacja Pliszka, ogłosił nabór.", "Fundacja Pliszka"),
        ("Klaster Turkawka prowadzi Kosodrzewina Sp. z o.o.", "Kosodrzewina Sp. z o.o."),
        ("Koordynatorem Klastra Turkawka jest Kosodrzewina Sp. z o.o.", "Kosodrzewina Sp. z o.o."),
        ("Klaster Turkawka prowadzi Fundacja Pliszka.", "Fundacja Pliszka"),
        ("Koordynatorem Klastra Turkawka jest Izba Rzemiosła i Handlu.", "Izba Rzemiosła i Handlu"),
    ],
)
def test_a_coordinator_is_read_out_of_a_polish_sentence(text: str, name: str) -> None:
    found = read(text)

    assert found.told("coordinator") == [(TURKAWKA, name)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Larkspur Cluster is coordinated by the Wagtail Foundation.", "Wagtail Foundation"),
        ("The Wagtail Foundation coordinates the Larkspur Cluster.", "Wagtail Foundation"),
        ("The coordinator of the Larkspur Cluster is the Wagtail Foundation.", "Wagtail Foundation"),
        ("The Wagtail Foundation is the coordinator of the Larkspur Cluster.", "Wagtail Foundation"),
        ("The Larkspur Cluster has been managed since 2014 by Wagtail Ltd.", "Wagtail Ltd."),
    ],
)
def test_a_coordinator_is_read_out_of_an_english_sentence(text: str, name: str) -> None:
    assert read(text).told("coordinator") == [("Larkspur Cluster", name)]


def test_a_coordinator_is_told_with_the_year_it_began() -> None:
    (claim,) = read("Klaster Turkawka jest koordynowany od 2016 roku przez Fundację Pliszka.").claims(
        "coordinator"
    )

    assert claim.since is not None
    assert claim.since.iso == "2016"


@pytest.mark.parametrize(
    "text",
    [
        "# Klaster Turkawka\n\nKoordynator: Fundacja Pliszka\n",
        "# Klaster Turkawka\n\n| Cecha | Wartość |\n|---|---|\n| Koordynator | Fundacja Pliszka |\n",
        "# Klaster Turkawka\n\n- Siedziba: Rzeszów\n- Koordynator – Fundacja Pliszka\n",
        "# Klastry\n\n| Klaster | Koordynator |\n|---|---|\n| Klaster Turkawka | Fundacja Pliszka |\n",
        "# Klaster Turkawka\n\n| Siedziba | Rzeszów |\n|---|---|\n| Koordynator | Fundacja Pliszka |\n",
    ],
)
def test_a_coordinator_stands_under_a_label_in_cards_and_tables(text: str) -> None:
    assert read(text).told("coordinator") == [(TURKAWKA, "Fundacja Pliszka")]


def test_a_cell_that_says_nothing_is_no_coordinator() -> None:
    text = (
        "# Klastry\n\n| Klaster | Koordynator |\n|---|---|\n| Klaster Turkawka | brak danych |\n"
        "| Klaster Derkacz | – |\n"
    )

    assert read(text).told("coordinator") == []


def test_a_person_under_the_label_is_no_body() -> None:
    found = read("# Klaster Turkawka\n\nKoordynator: Anna Nowak\n")

    assert found.told("coordinator") == []
    assert [name for name, _ in found.people()] == ["Anna Nowak"]


@pytest.mark.parametrize(
    ("text", "cluster", "name"),
    [
        ("Klaster Turkawka jest reprezentowany przez Fundację Pliszka.", TURKAWKA, "Fundacja Pliszka"),
        ("Fundacja Pliszka reprezentuje Klaster Turkawka.", TURKAWKA, "Fundacja Pliszka"),
        ("Klaster Turkawka reprezentuje Fundacja Pliszka.", TURKAWKA, "Fundacja Pliszka"),
        (
            "The Larkspur Cluster is represented by the Wagtail Foundation.",
            "Larkspur Cluster",
            "Wagtail Foundation",
        ),
        ("The Wagtail Foundation represents the Larkspur Cluster.", "Larkspur Cluster", "Wagtail Foundation"),
    ],
)
def test_a_representative_is_told_apart_from_a_coordinator(text: str, cluster: str, name: str) -> None:
    found = read(text)

    assert found.told("representative") == [(cluster, name)]
    assert found.told("coordinator") == []


def test_each_cluster_of_a_text_keeps_its_own_coordinator() -> None:
    text = (
        "Klaster Turkawka koordynuje Fundacja Pliszka. Koordynatorem Klastra Derkacz jest "
        "Stowarzyszenie Modraszek. "
        "Klaster Perkoz jest zarządzany przez Izbę Rzemieślniczą."
    )

    assert read(text).told("coordinator") == [
        (TURKAWKA, "Fundacja Pliszka"),
        (DERKACZ, "Stowarzyszenie Modraszek"),
        (PERKOZ, "Izba Rzemieślnicza"),
    ]


def test_an_item_that_tells_its_coordinator_is_no_coordinator_of_the_item_before() -> None:
    text = (
        "# Katalog klastrów\n\n1. Klaster Turkawka – koordynator: Fundacja Pliszka, Rzeszów\n"
        "2. Klaster Derkacz – koordynator: Izba Rzemieślnicza, Opole\n"
    )

    assert read(text).told("coordinator") == [(TURKAWKA, "Fundacja Pliszka"), (DERKACZ, "Izba Rzemieślnicza")]


def test_a_card_whose_line_breaks_are_lost_names_its_cluster_alone() -> None:
    text = "# Katalog\n\nKlaster Turkawka\nKoordynator: Fundacja Pliszka\nLiczba członków: 45\n"

    assert read(text).clusters == [TURKAWKA]


def test_a_coordinator_with_its_first_year_is_told_once() -> None:
    text = "# Klaster Turkawka\n\n- Koordynator: Fundacja Pliszka (od 2015 roku)\n"

    assert read(text).told("coordinator") == [(TURKAWKA, "Fundacja Pliszka")]


def test_one_who_speaks_for_a_cluster_at_a_gala_is_no_representative_body() -> None:
    text = "Nagrodę odebrał Klaster Turkawka, reprezentowany przez prezesa Jana Lisa."

    assert read(text).told("representative") == []


def test_a_coordinator_that_took_over_is_told_of_the_cluster_of_the_page() -> None:
    text = (
        "# Klaster Turkawka\n\nKlaster rośnie. W 2018 roku koordynację przejęło Stowarzyszenie Modraszek.\n"
    )

    assert read(text).told("coordinator") == [(TURKAWKA, "Stowarzyszenie Modraszek")]


def test_a_former_coordinator_is_not_told_as_the_present_one() -> None:
    text = (
        "# Klaster Turkawka\n\nDo 2020 roku koordynatorem była Fundacja Pliszka, "
        "obecnie jest nim Stowarzyszenie Modraszek.\n"
    )

    now = [claim.value for claim in read(text).claims("coordinator") if claim.until is None]
    assert now == ["Stowarzyszenie Modraszek"]


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("Koordynatorem Klastra Turkawka w latach 2012–2020 była Fundacja Pliszka.", "2020"),
        ("Do 2019 roku koordynatorem Klastra Turkawka była Fundacja Pliszka.", "2019"),
        ("Koordynatorem Klastra Turkawka jest Fundacja Pliszka, a targi trwały do 2019 roku.", ""),
    ],
)
def test_a_coordinator_of_the_past_is_told_with_its_last_day(text: str, until: str) -> None:
    (claim,) = read(text).claims("coordinator")

    assert (claim.until.iso if claim.until else "") == until


def test_what_a_cluster_leads_is_not_its_coordinator() -> None:
    assert read("Klaster Turkawka prowadzi Akademię Pliszka.").told("coordinator") == []


def test_a_cluster_is_no_coordinator_of_itself() -> None:
    assert (
        read("Klaster Turkawka koordynuje badania. Koordynator: Klaster Turkawka.").told("coordinator") == []
    )


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Za bieżącą pracę klastra odpowiada Stowarzyszenie Modraszek.", "Stowarzyszenie Modraszek"),
        ("Fundacja Pliszka, która koordynuje klaster, ma siedzibę w Opolu.", "Fundacja Pliszka"),
        ("Umowy podpisuje jego koordynator – Fundacja Pliszka.", "Fundacja Pliszka"),
        ("Obsługę klastra zapewnia Agencja Rozwoju Pogórza S.A.", "Agencja Rozwoju Pogórza S.A."),
        ("Biuro klastra prowadzi Park Naukowy Beta.", "Park Naukowy Beta"),
        ("Klastrem administruje od 2015 roku Centrum Beta Sp. z o.o.", "Centrum Beta Sp. z o.o."),
        ("Stoi za nim Fundacja Pliszka.", "Fundacja Pliszka"),
        ("Funkcję lidera klastra pełni Politechnika Opolska.", "Politechnika Opolska"),
        ("Animatorem klastra pozostaje Fundacja Pliszka.", "Fundacja Pliszka"),
        ("Izba Modra została nowym koordynatorem klastra.", "Izba Modra"),
        ("Opiekuje się nim Fundacja Pliszka.", "Fundacja Pliszka"),
        ("Zmieniono adres koordynatora, tj. Izby Modrej.", "Izba Modra"),
        ("Fundacja Pliszka, która go koordynuje, rośnie.", "Fundacja Pliszka"),
        ("Zmieniono koordynatora: od 2025 roku funkcję tę pełni Fundacja Pliszka.", "Fundacja Pliszka"),
    ],
)
def test_who_runs_a_cluster_is_its_coordinator(sentence: str, name: str) -> None:
    found = read(f"# Klaster Turkawka\n\nKlaster Turkawka rośnie. {sentence}\n")

    assert found.told("coordinator") == [(TURKAWKA, name)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Behind the cluster stands the Wagtail Foundation.", "Wagtail Foundation"),
        ("Its day-to-day work is in the hands of Wagtail Ltd.", "Wagtail Ltd."),
        ("The Wagtail Foundation hosts the cluster's secretariat.", "Wagtail Foundation"),
        ("It is led by Wagtail Ltd.", "Wagtail Ltd."),
        ("The managing entity of the cluster is Wagtail Ltd.", "Wagtail Ltd."),
        ("Tern Association handed coordination over to Wagtail Ltd.", "Wagtail Ltd."),
        ("Wagtail Ltd. replaced Tern Association as coordinator.", "Wagtail Ltd."),
        ("It has been hosted since 2019 by the Leeds College of Art.", "Leeds College of Art"),
    ],
)
def test_who_runs_a_cluster_of_an_english_text_is_its_coordinator(sentence: str, name: str) -> None:
    found = read(f"# Larkspur Cluster\n\nThe Larkspur Cluster grows. {sentence}\n")

    assert found.told("coordinator") == [("Larkspur Cluster", name)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dotychczasowy koordynator, Fundacja Pliszka, jest członkiem.",
        "Poprzednim koordynatorem była Fundacja Pliszka.",
        "Koordynatorem projektu Rdza jest Fundacja Pliszka.",
        "Prowadzi go Jan Lis.",
        "The previous coordinator was Tern Association.",
        "It is led by Anna Brown.",
        "Anna Nowak, koordynator, Huta Modra, otworzyła targi.",
        "Klastrem opiekuje się Jan Lis.",
    ],
)
def test_former_coordinators_those_of_projects_and_people_are_none(sentence: str) -> None:
    found = read(f"# Klaster Turkawka\n\nKlaster Turkawka rośnie. {sentence}\n")

    assert found.told("coordinator") == []


def test_an_item_with_its_coordinator_tells_its_members_too() -> None:
    found = read(
        "# Katalog klastrów\n\n- Klaster Turkawka – koordynator: Fundacja Pliszka, 45 członków, Rzeszów\n"
        "- Klaster Derkacz – koordynator: Izba Modra, 30 członków, Opole\n"
    )

    assert found.told("members") == [(TURKAWKA, "45"), (DERKACZ, "30")]
    assert found.told("coordinator") == [(TURKAWKA, "Fundacja Pliszka"), (DERKACZ, "Izba Modra")]


def test_a_card_in_one_line_ends_each_value_at_the_next_label() -> None:
    text = "# Klaster Turkawka\n\nKoordynator: Fundacja Pliszka Liczba członków: 45 Siedziba: Rzeszów\n"

    assert read(text).told("coordinator") == [(TURKAWKA, "Fundacja Pliszka")]


@pytest.mark.parametrize(
    "text",
    [
        "# Wykaz\n\nStatus KKK mają, razem z podmiotami, które występują w ich imieniu:\n\n## Runda VII\n\n"
        "- Klaster Turkawka (Fundacja Pliszka)\n- Klaster Derkacz (Izba Modra)\n",
        "# Wykaz\n\n- Klaster Turkawka – w imieniu którego działa Fundacja Pliszka;\n"
        "- Klaster Derkacz – w imieniu którego działa Izba Modra.\n",
    ],
)
def test_who_acts_in_the_name_of_a_cluster_represents_it(text: str) -> None:
    assert read(text).told("representative") == [(TURKAWKA, "Fundacja Pliszka"), (DERKACZ, "Izba Modra")]


@pytest.mark.parametrize(
    "text",
    [
        "Klaster Turkawka, w którego imieniu działa Fundacja Gniazdo.",
        "Klaster Turkawka. W jego imieniu umowy podpisuje Fundacja Gniazdo.",
        "Klaster Turkawka, za który podpisuje Fundacja Gniazdo.",
        "The Turkawka Cluster, on whose behalf Fundacja Gniazdo acts.",
        "The Turkawka Cluster, for which Fundacja Gniazdo signs.",
        "The Turkawka Cluster grows. On behalf of the cluster, agreements are signed by Fundacja Gniazdo.",
    ],
)
def test_who_acts_on_behalf_of_a_cluster_represents_it(text: str) -> None:
    assert read(text).values("representative") == ["Fundacja Gniazdo"]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Kto koordynuje klaster?", "Od 2013 roku Fundacja Gniazdo."),
        ("Kto to wszystko prowadzi?", "Fundacja Gniazdo, i to od lat."),
        ("Who stands behind the cluster?", "Fundacja Gniazdo, based in Rzeszów."),
    ],
)
def test_an_answer_begins_with_who_is_asked_for(question: str, answer: str) -> None:
    text = f"# Klaster Turkawka\n\nKlaster Turkawka rośnie.\n\n## {question}\n\n{answer}\n"

    assert read(text).values("coordinator") == ["Fundacja Gniazdo"]


def test_a_question_tells_nothing_itself() -> None:
    assert read("# Klaster Turkawka\n\nKto koordynuje Klaster Turkawka?\n").values("coordinator") == []


def test_a_body_told_right_behind_the_sentence_that_names_a_cluster_is_that_one_s() -> None:
    text = (
        "# Zmiany w wykazie\n\n1. Klaster Derkacz zachowuje wpis.\n\n2. Zmienia się podmiot koordynujący "
        "Klaster Turkawka. Od 1 lipca 2025 r. koordynatorem jest Fundacja Gniazdo.\n"
    )

    assert read(text).told("coordinator") == [("Klaster Turkawka", "Fundacja Gniazdo")]


def test_what_is_told_of_them_there_is_not_the_speaker_s() -> None:
    text = (
        "# Rozmowa z prezesem Klastra Turkawka\n\nKlaster Turkawka rośnie.\n\n"
        "## Mylą was z Klastrem Derkacz z Zabrza?\n\nTo inna organizacja. Tam koordynuje Fundacja Gniazdo.\n"
    )

    assert read(text).told("coordinator") == [("Klaster Derkacz", "Fundacja Gniazdo")]


def test_who_runs_the_cluster_is_not_the_cluster_though_named_alike() -> None:
    text = (
        "Tarn Photonics Arc is a cluster of makers of lasers. "
        "The association Arc Lumineux Tarn runs the cluster day to day."
    )

    assert read(text).clusters == ["Tarn Photonics Arc"]
    assert [name for name, _ in read(text).told("coordinator")] == ["Tarn Photonics Arc"]


def test_a_foundation_with_the_name_of_a_ring_is_who_runs_it() -> None:
    text = (
        "The Baltic Furniture Ring (in Polish: Bałtycki Krąg Meblowy) has 27 members. Until 2022 it was "
        "coordinated by the Puck Chamber of Crafts; since January 2023 by Krąg Meblowy Foundation."
    )

    assert read(text).told("coordinator") == [
        ("Baltic Furniture Ring", "Puck Chamber of Crafts"),
        ("Baltic Furniture Ring", "Krąg Meblowy Foundation"),
    ]
