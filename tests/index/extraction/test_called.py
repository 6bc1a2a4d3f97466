"""What a sentence calls a cluster."""

import pytest

from tests.index.extraction.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Modra Sasanka to klaster producentów szkła.",
        "Modra Sasanka jest klastrem odlewni.",
        "Modra Sasanka – klaster z Rzeszowa – rośnie.",
        "Modra Sasanka is a cluster of foundries.",
    ],
)
def test_what_a_sentence_calls_a_cluster_is_one(text: str) -> None:
    assert read(text).clusters == ["Modra Sasanka"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Nowak jest menedżerką klastra.",
        "Rzeszów to miasto, w którym działa klaster.",
        ("Fundacja Pliszka – koordynator klastra – rośnie."),
        "Sasanka Days is a cluster event.",
    ],
)
def test_people_places_and_bodies_beside_the_word_are_no_clusters(text: str) -> None:
    assert read(text).clusters == []


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        (
            "Sprzęt powstał w Kattegat MedTech Circle, duńskim klastrze medycznym.",
            ["Kattegat MedTech Circle"],
        ),
        ("It was made in the Kattegat Loop, the Danish recycling cluster.", ["Kattegat Loop"]),
        ("Umowę podpisano z Doliną Smaków, klastrem spożywczym z Opola.", ["Dolina Smaków"]),
        ("Zaproszono Dolinę Smaków (klaster spożywczy) i Instytut Szkła.", ["Dolina Smaków"]),
        ("Gościem był Silbertal Verbund, niemiecka organizacja klastrowa.", ["Silbertal Verbund"]),
        ("Silbertal Verbund is one of the largest clusters in Saxony.", ["Silbertal Verbund"]),
        ("Dolina Smaków należy do największych klastrów regionu.", ["Dolina Smaków"]),
        ("We visited the Danish cluster Kattegat Loop in May.", ["Kattegat Loop"]),
        ("Our guest was the Ostrava-based cluster Silesian Sparks.", ["Silesian Sparks"]),
        ("W Opolu działa klaster o nazwie Złote Kłosy.", ["Złote Kłosy"]),
        ("A cluster called Golden Ears works in Opole.", ["Golden Ears"]),
        ("Nowy klaster, Złote Kłosy, skupia młyny.", ["Złote Kłosy"]),
        (
            "Nagrodzono klastry: Złote Kłosy, Dolina Smaków i H2Fala.",
            ["Złote Kłosy", "Dolina Smaków", "H2Fala"],
        ),
        ("Lista klastrów: Złote Kłosy, Dolina Smaków.", ["Złote Kłosy", "Dolina Smaków"]),
        ("Among the clusters were Golden Ears and Taste Valley.", ["Golden Ears", "Taste Valley"]),
        ("Krajowym Klastrem Kluczowym została Dolina Smaków.", ["Dolina Smaków"]),
        (
            "Status KKK mają Klaster Szkła, Dolina Smaków oraz Muzeum Szkła.",
            ["Klaster Szkła", "Dolina Smaków"],
        ),
        (
            "Wyróżniono Klaster Turkawka, Klaster Derkacz i Dolinę Smaków.",
            ["Klaster Turkawka", "Klaster Derkacz", "Dolina Smaków"],
        ),
        (
            "# Directory of clusters\n\nP2 – Silbertal Ufer (DE).\n\nA textile cluster of Saxony.",
            ["Silbertal Ufer"],
        ),
    ],
)
def test_what_a_text_calls_a_cluster_is_one_wherever_it_stands(text: str, clusters: list[str]) -> None:
    assert sorted(read(text).clusters) == sorted(clusters)


@pytest.mark.parametrize(
    "text",
    [
        "Marszałek, klaster i uczelnie podpisali list.",
        "Szanowni Państwo, klaster rośnie.",
        "Dear Members, the cluster grows.",
        "Zapraszamy klastry do Brukseli i Berlina.",
        "Clusters in Germany and France meet in Berlin.",
        "Fundusze dla klastrów: Horyzont Europa, Interreg i FENG.",
        "Klastry Polski Wschodniej i Zachodniej współpracują.",
        "Minister Rozwoju przyznał status KKK na trzy lata.",
        "Politechnika Śląska, partner klastra, kształci inżynierów.",
        "Cluster Postcards appears monthly. Cluster Gazette is our weekly.",
        "# Cluster Courier no. 14\n\nNews of clusters.\n",
        "# Wykaz klastrów\n\nPrzewodniczący Rady\n\nZenon Lis\n\nKlastry rosną.\n",
    ],
)
def test_what_stands_beside_the_word_for_clusters_is_no_cluster(text: str) -> None:
    assert read(text).clusters == []
