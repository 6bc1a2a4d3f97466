"""The projects of clusters, and which clusters take part."""

import pytest

from tests.index.extraction.reading import read

TURKAWKA, DERKACZ = "Klaster Turkawka", "Klaster Derkacz"
PAGE = "# Klaster Turkawka\n\nKlaster Turkawka rośnie. "
ENGLISH_PAGE = "# Larkspur Cluster\n\nThe Larkspur Cluster grows. "


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Klaster Turkawka realizuje projekt „Żeliwo Jutra”.", ["Żeliwo Jutra"]),
        ("Klaster Turkawka prowadzi projekt FERROLAB.", ["FERROLAB"]),
        (f"{PAGE}W projekcie SteelNet badamy zgrzewanie.", ["SteelNet"]),
        (f"{PAGE}Dostał dofinansowanie na projekt pn. „Kuźnia kompetencji”.", ["Kuźnia kompetencji"]),
        (f"{PAGE}Projekt nosi nazwę KuźniaPlus i potrwa do 2027 roku.", ["KuźniaPlus"]),
        (f"{PAGE}Flagowym projektem klastra jest Modra Kuźnia.", ["Modra Kuźnia"]),
        (
            f"{PAGE}Realizujemy projekty SteelNet, Rdza oraz „Cicha Kuźnia”.",
            ["SteelNet", "Rdza", "Cicha Kuźnia"],
        ),
        (f"{PAGE}ODRA 2, wspólny projekt hut, trwa.", ["ODRA 2"]),
        (f"{PAGE}Jaki projekt jest najważniejszy?\n\n„Żeliwo Jutra”. Trwa od roku.", ["Żeliwo Jutra"]),
        (f"{PAGE}W projekcie RdzaStop partnerem klastra jest Huta Modra.", ["RdzaStop"]),
        (
            f"{PAGE}\n\n## Projekty w toku\n\n### Druga Rdza\n\nUczymy huty.\n\n"
            "| Lider projektu | Huta Modra S.A. |\n|---|---|\n| Okres projektu | 2024–2026 |\n",
            ["Druga Rdza"],
        ),
        ("# Klaster Turkawka\n\nProjekty:\n\n- Żeliwo Jutra\n", ["Żeliwo Jutra"]),
        (
            "# Klaster Turkawka\n\n## Nasze projekty\n\n1. Projekt „Rdza” – badania stali\n"
            "2. FERROLAB: laboratorium\n3. Cicha Kuźnia (2021–2024)\n",
            ["Rdza", "FERROLAB", "Cicha Kuźnia"],
        ),
        (
            "# Klaster Turkawka\n\n| Projekt | Lata |\n|---|---|\n| Rdza | 2020–2022 |\n| Nurt 2 | 2023 |\n",
            ["Rdza", "Nurt 2"],
        ),
    ],
)
def test_a_polish_project_is_told_by_its_name(text: str, names: list[str]) -> None:
    assert read(text).told("project") == [(TURKAWKA, name) for name in names]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("It runs the SILVA project on oak.", ["SILVA"]),
        ("It leads Deep Roots, a 1.2m euro project.", ["Deep Roots"]),
        ("Its flagship project is called Sawdust Zero.", ["Sawdust Zero"]),
        ("Another project, Oak Line, trains joiners.", ["Oak Line"]),
        ("The Deep Roots and Oak Line projects go on.", ["Deep Roots", "Oak Line"]),
        ("Under a joint project named OakNet it tests glues.", ["OakNet"]),
        ("The scheme, christened MouldShare, ended.", ["MouldShare"]),
        (
            'Two projects serve that aim.\n\n"Mint Road" takes visitors; "Clean Leaf" tests plants.',
            ["Mint Road", "Clean Leaf"],
        ),
        ("Projects: Deep Roots; Oak Line.", ["Deep Roots", "Oak Line"]),
    ],
)
def test_an_english_project_is_told_by_its_name(sentence: str, names: list[str]) -> None:
    told = read(ENGLISH_PAGE + sentence).told("project")

    assert sorted(told) == sorted(("Larkspur Cluster", name) for name in names)


@pytest.mark.parametrize(
    "sentence",
    [
        "Projekt Ustawy o klastrach trafił do Sejmu.",
        "Kierownik projektu Jan Lis zaprasza.",
        "Projekt Klastra Turkawka wsparła Unia Europejska.",
        "Projekt w Krakowie trwa, a liderem projektu jest Politechnika Opolska.",
        "Środki pochodzą z projektu Interreg.",
        "The European project is over.",
    ],
)
def test_bodies_people_places_and_programmes_are_no_projects(sentence: str) -> None:
    found = read(PAGE + sentence)

    assert found.told("project") == []
    assert found.told("coordinator") == []


@pytest.mark.parametrize(
    "text",
    [
        f"{PAGE}Razem z Klastrem Derkacz realizujemy projekt „Zielona Stal”.",
        "Klaster Turkawka i Klaster Derkacz prowadzą wspólny projekt Zielona Stal.",
        f"{PAGE}\n\n## Projekty\n\n- Zielona Stal, z Klastrem Derkacz\n",
        "# Klastry\n\n| Projekt | Prowadzi | Partner |\n|---|---|---|\n"
        "| Zielona Stal | Klaster Turkawka | Klaster Derkacz |\n",
    ],
)
def test_a_project_is_of_all_clusters_that_take_part(text: str) -> None:
    found = read(text)

    assert sorted(found.told("project")) == [(DERKACZ, "Zielona Stal"), (TURKAWKA, "Zielona Stal")]
    assert sorted(found.told("partner")) == [(DERKACZ, TURKAWKA), (TURKAWKA, DERKACZ)]


def test_under_projects_and_partners_bodies_are_partners_and_the_rest_projects() -> None:
    text = (
        "# Klaster Turkawka\n\nKlaster rośnie.\n\n## Projekty i partnerzy\n\n- PiaskoStal: odzysk piasku\n"
        "- Politechnika Opolska\n"
    )
    found = read(text)

    assert found.values("project") == ["PiaskoStal"]
    assert found.values("partner") == ["Politechnika Opolska"]


def test_who_leads_a_project_coordinates_no_cluster() -> None:
    found = read(f"{PAGE}\n\n- Lider projektu: Huta Modra S.A.\n- Budżet projektu: 2 mln zł\n")

    assert found.told("coordinator") == found.told("project") == []


def test_what_a_project_is_called_is_no_coordinator() -> None:
    assert read("Projekt badawczy STALMAX prowadzi Klaster Turkawka.").told("coordinator") == []


def test_a_project_in_quotation_marks_is_no_cluster() -> None:
    found = read("Klaster Turkawka realizuje projekt „Żeliwo Jutra”.")

    assert found.clusters == [TURKAWKA]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "# Klaster Derkacz\n\n**A projekty?**\n\nNajważniejszy jest teraz „Czysta Brda”. "
            "Kończymy też HydroSense.\n",
            ["Czysta Brda", "HydroSense"],
        ),
        (
            "# Alpine Timber Cluster\n\n**What projects are running?**\n\nAt the moment WoodLoop and "
            "BARK4EU.\n",
            ["WoodLoop", "BARK4EU"],
        ),
        (
            "# Klaster Derkacz\n\nKlaster bierze udział w MineHeat i SaltGuard.\n",
            ["MineHeat", "SaltGuard"],
        ),
        (
            "# Klaster Derkacz\n\nZakończyliśmy projekt GlinaTech, rozpoczęliśmy CeramiCircle.\n",
            ["GlinaTech", "CeramiCircle"],
        ),
        (
            "# Oulu Wireless Cluster\n\nFunds.\n\nOngoing: ALGAWEAR (Horizon Europe), Re-Spin.\n",
            ["ALGAWEAR", "Re-Spin"],
        ),
        ("# Klaster Derkacz\n\nKlaster odwiedził targi w ramach BudoExpo.\n", []),
        ("# Klaster Derkacz\n\nCzłonkowie klastra kupują od firmy SoftBud.\n", []),
    ],
)
def test_names_as_only_projects_have_them_are_projects_where_these_are_spoken_of(
    text: str, names: list[str]
) -> None:
    assert read(text).values("project") == names


def test_whoever_leads_a_project_that_a_cluster_is_in_does_not_coordinate_it() -> None:
    text = (
        "# Salt Cluster Wieliczka\n\nThe cluster is a partner in MineHeat, a project led by Graz "
        "University.\n"
    )

    assert read(text).values("coordinator") == []


def test_a_paragraph_below_a_heading_of_projects_begins_with_the_name_of_one() -> None:
    text = (
        "# Klaster Turkawka\n\n## Projekty\n\nPIEC-ZERO – elektryczny piec, lata 2024–2026.\n\n"
        "„Cicha Łódź” – napędy do łodzi.\n\nBudżet: 3 mln zł.\n\nTo nie wszystko, dalej szukamy.\n"
    )

    assert read(text).values("project") == ["PIEC-ZERO", "Cicha Łódź"]


def test_another_project_may_stand_behind_what_a_bracket_tells_of_the_first() -> None:
    text = "# Klaster Turkawka\n\nNasze projekty to PŁYTA WRACA (odzysk drewna) oraz CICHY SILNIK.\n"

    assert read(text).values("project") == ["PŁYTA WRACA", "CICHY SILNIK"]


@pytest.mark.parametrize(
    "text",
    [
        "# Klaster Turkawka\n\nZastępczyni, projekty zagraniczne: Kamila Nowak\n",
        "# Klaster Turkawka\n\n## Projekty\n\nW planach: wyjazd do Brna.\n",
    ],
)
def test_persons_and_plans_are_no_projects(text: str) -> None:
    assert read(text).values("project") == []


def test_what_a_project_is_for_is_no_mission_of_the_cluster() -> None:
    text = "# Klaster Turkawka\n\nZrzeszamy 40 firm.\n\n## Projekt NURT\n\n- cel: lżejsza łódź\n- lata 2025\n"

    assert read(text).values("mission") == []


@pytest.mark.parametrize(
    "text",
    [
        'The Larkspur Cluster answers. "Green Bath" is a project of the Ministry, and we cannot help.',
        "Klaster Turkawka nie bierze udziału w projekcie agencji pn. „Kraina Wody”.",
    ],
)
def test_a_project_of_another_body_is_not_the_cluster_s(text: str) -> None:
    assert read(text).told("project") == []


def test_projects_may_stand_behind_angle_quotes() -> None:
    text = "Klaster Turkawka\n\nProjekty\n» NURT – lżejsza łódź\n» Piła 2.0 – kursy\n\nTel.: 22 555 01 02\n"

    assert read(text, "a.txt").values("project") == ["NURT", "Piła 2.0"]
