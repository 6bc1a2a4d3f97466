"""Tables whose columns were run together."""

from tests.index.extraction.reading import read


def test_a_table_of_names_trades_and_dates_is_told_apart() -> None:
    found = read(
        "Bronze Label of the European Cluster Excellence Initiative\n\n"
        "The clusters that were benchmarked.\n\n"
        "Name Portfolio www Label valid until\nHeron Ring Aviation and space 2018/04/29\n"
        "Salt Cluster Food industry 2017/02/12\nOpal Valley Biotechnology 2016/02/11\n",
        "x.txt",
    )
    assert sorted(found.clusters) == ["Heron Ring", "Opal Valley", "Salt Cluster"]


def test_a_table_of_clusters_and_who_coordinates_them_is_told_apart() -> None:
    found = read(
        "Klastry regionu\n\nLp. Nazwa klastra Koordynator klastra\n"
        "1 Klaster Drewniany Lubelska Izba Gospodarcza\n2 Klaster „Miód Roztocza” Uniwersytet Rolniczy\n"
        "3 Klaster Fotoniki, Optyki i Laserów Polskie Towarzystwo Laserowe\nw Lublinie\n"
        "4 Klaster.net Iskra Sp. z o.o.\n",
        "x.txt",
    )
    assert found.told("coordinator") == [
        ("Klaster Drewniany", "Lubelska Izba Gospodarcza"),
        ("Klaster Miód Roztocza", "Uniwersytet Rolniczy"),
        ("Klaster Fotoniki, Optyki i Laserów", "Polskie Towarzystwo Laserowe w Lublinie"),
        ("Klaster.net", "Iskra Sp. z o.o."),
    ]


def test_a_table_of_seats_and_numbers_is_told_apart() -> None:
    found = read(
        "Klastry Podkarpacia\n\nNazwa klastra Siedziba Liczba członków\n"
        "Klaster Drewniany Dąbrowa Krosno 45\n"
        "Klaster Lotniczy Skrzydło Mielec 120\nDolina Smaku Rzeszów 33\n",
        "x.txt",
    )
    assert sorted(found.clusters) == [
        "Dolina Smaku",
        "Klaster Drewniany Dąbrowa",
        "Klaster Lotniczy Skrzydło",
    ]


def test_lines_below_heads_of_other_things_are_no_table_of_clusters() -> None:
    found = read(
        "Dostawcy\n\nNazwa Adres Telefon\nStalmet Kraków 12345\nDrewmet Łódź 23456\nSzkłomet Łódź 345\n",
        "x.txt",
    )
    assert found.clusters == []
