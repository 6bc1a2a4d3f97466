"""What the register answers: clusters that texts name, clusters that meet conditions, holders of facts."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.moments import Moment
from index.errors import UnknownClusterError
from index.register.model import Attribute, Conditions
from index.register.register import Register
from tests.index.told import told

TODAY = date(2026, 6, 1)
REGISTER = Register(
    [
        told(
            "Klaster Sowia Dolina",
            by="a",
            facts=[
                ("sector", "aerospace"),
                ("region", "lubuskie"),
                ("coordinator", "Fundacja Rozwoju Wydmy"),
                ("members", "12"),
                ("members", "40"),
                ("founded", "2014-05"),
                ("person", "Jan Brzaskowski"),
                ("email", "biuro@sowia.example"),
                ("phone", "+48681112233"),
            ],
            statuses=[("V", "2022", "2025-12-17")],
            said=date(2023, 1, 5),
        ),
        told(
            "Opolski Klaster ICT Zorkanit",
            by="b",
            facts=[
                ("sector", "it"),
                ("place", "Opole"),
                ("coordinator", "Stowarzyszenie Nurt"),
                ("members", "90"),
            ],
            statuses=[("6", "2024", "2027-03")],
        ),
        told("Klaster Stoczniowo-Rybacki Wydma-Laguna", by="c", facts=[("sector", "maritime")]),
        told("Podlaski Klaster Meblowy", by="c", facts=[("sector", "furniture"), ("region", "podlaskie")]),
        told("Lubelski Klaster Meblowy", by="d", facts=[("sector", "furniture"), ("region", "lubelskie")]),
        told("Klaster Zielonej Chemii", by="e"),
    ]
)
SOWIA, ZORKANIT, WYDMA, PODLASKI, LUBELSKI, CHEMIA = (cluster.id for cluster in REGISTER.clusters)


@pytest.mark.parametrize(
    ("text", "span", "cluster", "exact"),
    [
        ("Do kiedy Sowia Dolina ma status?", "Sowia Dolina", SOWIA, True),
        ("kto koordynuje klaster sowia dolina", "klaster sowia dolina", SOWIA, True),
        ("siedziba Klastra Sowiej Doliny", "Klastra Sowiej Doliny", SOWIA, True),
        ("Z Sowią Doliną współpracuje wielu", "Sowią Doliną", SOWIA, True),
        ("Who coordinates the Sowia Dolina Cluster?", "Sowia Dolina Cluster", SOWIA, True),
        ("ile firm ma zorkanit", "zorkanit", ZORKANIT, True),
        ("członkowie Zorkanitu", "Zorkanitu", ZORKANIT, True),
        ("members of Zorkannit", "Zorkannit", ZORKANIT, False),
        ("kto prowadzi SRWL?", "SRWL", WYDMA, True),
        ("srwl", "srwl", WYDMA, True),
        ("klaster stoczniowo rybacki wydma laguna", "klaster stoczniowo rybacki wydma laguna", WYDMA, True),
        ("co robi podlaski klaster meblowy", "podlaski klaster meblowy", PODLASKI, True),
        ("What does the Green Chemistry Cluster do?", "Green Chemistry Cluster", CHEMIA, False),
    ],
)
def test_a_text_names_a_cluster(text: str, span: str, cluster: str, exact: bool) -> None:
    (named,) = REGISTER.named(text)

    assert (text[slice(*named.span)], named.clusters, named.exact) == (span, (cluster,), exact)


@pytest.mark.parametrize(
    "text",
    [
        "Jakie klastry meblowe działają na Podlasiu?",
        "klaster energii",
        "podlaskie klastry",
        "dolina i sowa",
        "jaki klaster meblowy polecasz",
        "prowadzę stolarnię, meblowy biznes, podlaski rynek",
        "",
    ],
)
def test_words_that_many_clusters_share_name_none(text: str) -> None:
    assert REGISTER.named(text) == ()


def test_several_clusters_are_named_in_the_order_of_the_text() -> None:
    named = REGISTER.named("Porównaj Zorkanit, SRWL i Sowią Dolinę")

    assert [one.clusters for one in named] == [(ZORKANIT,), (WYDMA,), (SOWIA,)]


def test_a_part_that_two_names_have_names_both() -> None:
    register = Register([told("Klaster Zorkanit Wschód", by="a"), told("Klaster Zorkanit Zachód", by="b")])

    assert [len(one.clusters) for one in register.named("Zorkanit")] == [2]
    assert [len(one.clusters) for one in register.named("Zorkanit Zachód")] == [1]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Warstwa", "ile firm ma Warstwa?", True),
        ("Warstwa", "Jaką warstwa ma grubość?", False),
        ("Warstwa", "Warstwa ma grubość?", False),
        ("Lotnictwo", "Które klastry mają w nazwie Lotnictwo?", False),
        ("Mazowsze", "Jakie firmy ma Mazowsze?", False),
    ],
)
def test_a_name_that_is_a_common_word_counts_with_its_capital(name: str, text: str, found: bool) -> None:
    register = Register([told(f"Klaster Druku {name}", name, by="a")])

    assert bool(register.named(text)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gdzie jest klaster Wiązka?", True),
        ("gdzie jest klaster Wiazka?", True),
        ("czym zajmuje się Klaster Zrąb", True),
        ("Which is bigger, Zrąb or another?", True),
        ("wiązka światła", False),
        ("Pomorski Klaster Czujników", False),
        ("Mazowiecki Klaster Drewniany", False),
        ("Ilu członków ma Orbita?", True),
        ("orbita ziemi", False),
    ],
)
def test_the_title_that_ends_a_name_may_stand_for_it(text: str, found: bool) -> None:
    register = Register(
        [
            told("Klaster Czujników i Laserów Wiązka", by="a"),
            told("Klaster Domów Drewnianych Zrąb", by="b"),
            told("Klaster Orbita Lublin", by="c"),
        ]
    )

    assert bool(register.named(text)) is found


NAMESAKES = [
    told("Klaster Tworzyw Plastyna", by="a"),
    told("Klaster Przetwórstwa Plastyku Plastynia", by="b"),
    told("Beskidzki Klaster Logistyczny", by="c"),
    told("Beskidzki Klaster Lotniczy", by="d"),
    told("Dolina Odlewów", by="e"),
    told("Mleczna Dolina", by="f"),
    told("Klaster Dronowy X4Nawa", by="g"),
    told("Zaglebiowski Klaster Medyczny", by="h"),
    told("Zagłębiowski Klaster Metalowy", by="i"),
    told("Uplands Furniture Cluster", by="j"),
    told("Krajeński Klaster Wyrobów Medycznych Implanta", by="k"),
]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Porównaj Plastynę i Plastynię", ["Plastyna", "Plastynia"]),
        ("o Plastynie czy o Plastynii?", ["Plastyna", "Plastynia"]),
        ("Kto kieruje Beskidzkim Klasterm Logisycznym?", ["Logistyczny"]),
        ("beskidzki klaster logistcyzny", ["Logistyczny"]),
        ("members of the Uplands Furntiure Cluster", ["Furniture"]),
        ("siedziba Doliny Odlweów", ["Dolina Odlewów"]),
        ("telefon do X4Nawy", ["X4Nawa"]),
        ("co słychać w X4Nawie", ["X4Nawa"]),
        ("Zagłębowski Klaster Metalowy", ["Metalowy"]),
        ("Czym jest ZKMed?", ["Medyczny"]),
        ("Czym jest ZKMet?", ["Metalowy"]),
        ("Zagłębiowski Klaster Medyczny", ["Medyczny"]),
        ("Wielkie Kółko Logistyczne", []),
        ("Kto kieruje Implanta?", ["Implanta"]),
        ("Gdzie kupić implanta?", []),
    ],
)
def test_like_names_are_told_apart_however_they_are_typed(text: str, names: list[str]) -> None:
    register = Register(NAMESAKES)
    found = [register.cluster(id).name for one in register.named(text) for id in one.clusters]

    assert [name in one for name, one in zip(names, found, strict=True)] == [True] * len(names)


def test_initials_of_two_clusters_name_both() -> None:
    register = Register(NAMESAKES)

    assert [len(one.clusters) for one in register.named("Kiedy powstał ZKM?")] == [2]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Who coordinates the Vorland Glass Cluster?", "Vorlandzki Klaster Szkła"),
        ("the Vorland Stone Cluster", "Vorland Stone Cluster"),
        ("Who runs the Vorland Timber Cluster?", ""),
        ("Kto prowadzi Klaster Młynarski Vorland?", ""),
    ],
)
def test_a_part_of_a_name_inside_another_name_is_not_that_cluster(text: str, name: str) -> None:
    register = Register(
        [
            told("Vorland Stone Cluster", by="a"),
            told("Vorlandzki Klaster Szkła", "Vorland Glass Cluster", by="b"),
        ]
    )
    found = {register.cluster(id).name for one in register.named(text) for id in one.clusters}

    assert found <= {name}


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["Sowia", "Dolina", "klaster", "Zorkanit,", "SRWL.", "i"])).map(" ".join)
)
@settings(deadline=None)
def test_whatever_is_asked_spans_lie_in_the_text_and_apart(text: str) -> None:
    spans = [one.span for one in REGISTER.named(text)]

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize(
    ("conditions", "clusters"),
    [
        (Conditions(), [SOWIA, ZORKANIT, WYDMA, PODLASKI, LUBELSKI, CHEMIA]),
        (Conditions(status="KKK"), [SOWIA, ZORKANIT]),
        (Conditions(status="*"), [SOWIA, ZORKANIT]),
        (Conditions(status="Gold Label"), []),
        (Conditions(round="VI"), [ZORKANIT]),
        (Conditions(status="KKK", valid_on=date(2025, 12, 17)), [SOWIA, ZORKANIT]),
        (Conditions(status="KKK", valid_on=date(2025, 12, 18)), [ZORKANIT]),
        (Conditions(status="KKK", valid_during=Moment.year(2022)), [SOWIA]),
        (Conditions(ends_in=Moment.year(2025)), [SOWIA]),
        (Conditions(ends_in=Moment.year(2026)), []),
        (Conditions(ended_by=TODAY), [SOWIA]),
        (Conditions(ends_after=TODAY), [ZORKANIT]),
        (Conditions(begins_in=Moment.year(2024)), [ZORKANIT]),
        (Conditions(sectors=frozenset({"furniture"}), regions=frozenset({"podlaskie"})), [PODLASKI]),
        (Conditions(sectors=frozenset({"it", "maritime"})), [ZORKANIT, WYDMA]),
        (Conditions(regions=frozenset({"opolskie"})), [ZORKANIT]),
        (Conditions(towns=frozenset({"opole"})), [ZORKANIT]),
        (Conditions(coordinator="Fundacji Rozwoju Wydmy"), [SOWIA]),
        (Conditions(founded=Moment.year(2014)), [SOWIA]),
        (Conditions(members=("at_least", 40)), [SOWIA, ZORKANIT]),
        (Conditions(members=("more", 40)), [ZORKANIT]),
        (Conditions(within=frozenset({WYDMA, "gone"})), [WYDMA]),
        (Conditions(text="mebl"), [PODLASKI, LUBELSKI]),
        (Conditions(text="meblowego lubelskiego"), [LUBELSKI]),
    ],
)
def test_conditions_choose_clusters_in_their_order(conditions: Conditions, clusters: list[str]) -> None:
    assert [match.cluster.id for match in REGISTER.select(conditions, today=TODAY)] == clusters


def test_each_condition_brings_the_fact_that_meets_it() -> None:
    asked = Conditions(
        status="KKK",
        sectors=frozenset({"aerospace"}),
        coordinator="Fundacja Rozwoju Wydmy",
        members=("less", 50),
    )

    (match,) = REGISTER.select(asked, today=TODAY)

    stated = [(fact.attribute, fact.value) for fact in match.facts]
    assert stated == [
        ("status", "KKK"),
        ("sector", "aerospace"),
        ("coordinator", "Fundacja Rozwoju Wydmy"),
        ("members", "40"),
    ]


def test_clusters_are_polish_unless_something_says_that_they_are_not() -> None:
    abroad = told("Zorkan Cluster", by="z", facts=[("country", "SK")])
    register = Register([told("Klaster Zorkanit", by="a"), abroad])

    found = register.select(Conditions(countries=frozenset({"PL"})), today=TODAY)

    assert [match.cluster.name for match in found] == ["Klaster Zorkanit"]


def test_a_foreign_town_tells_the_country() -> None:
    register = Register([told("Zorkan Cluster", facts=[("place", "Koszyce")])])

    (match,) = register.select(Conditions(countries=frozenset({"SK"})), today=TODAY)

    assert [fact.value for fact in match.facts] == ["SK"]


def test_a_region_is_concluded_from_a_town_and_has_its_source() -> None:
    (region,) = REGISTER.regions(ZORKANIT)

    assert (region.value, region.id, region.source.quote) == ("opolskie", 0, "Tak tu stoi")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Kogo reprezentuje Jan Brzaskowski?", "Jan Brzaskowski"),
        ("który klaster prowadzi pan Brzaskowski", "Jan Brzaskowski"),
        ("klaster koordynowany przez Fundację Rozwoju Wydmy", "Fundacja Rozwoju Wydmy"),
        ("czyj jest adres biuro@sowia.example", "biuro@sowia.example"),
        ("do kogo należy 68 111 22 33?", "+48681112233"),
    ],
)
def test_a_fact_is_found_by_what_it_says(text: str, value: str) -> None:
    asked: tuple[Attribute, ...] = ("coordinator", "person", "email", "phone")

    found = REGISTER.holders(text, asked)

    assert [(cluster.id, fact.value) for cluster, fact in found] == [(SOWIA, value)]


def test_only_facts_of_the_attributes_asked_for_are_found() -> None:
    asked: frozenset[Attribute] = frozenset({"coordinator"})

    assert REGISTER.holders("Jan Brzaskowski", asked) == ()


def test_similar_clusters_share_a_sector() -> None:
    assert [one.id for one in REGISTER.similar(PODLASKI)] == [LUBELSKI]


def test_labels_and_rounds_are_counted() -> None:
    assert REGISTER.labels == {"KKK": 2}
    assert REGISTER.rounds == {"KKK": ("V", "6")}


def test_an_id_of_no_cluster_is_said_to_be_none() -> None:
    with pytest.raises(UnknownClusterError, match="nobody"):
        REGISTER.cluster("nobody")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Who runs the Grebe cluster?", "Grebe Optics Cluster"),
        ("Who runs the Lower Silesian glass and ceramics cluster?", "Dolnośląski Klaster Szkła i Ceramiki"),
        ("who runs the optics", None),
    ],
)
def test_a_name_is_told_by_its_english_title_and_by_words_that_translate_several(
    text: str, name: str | None
) -> None:
    register = Register(
        [told("Grebe Optics Cluster", by="a"), told("Dolnośląski Klaster Szkła i Ceramiki", by="b")]
    )

    found = [register.cluster(id).name for one in register.named(text) for id in one.clusters]
    assert found == ([name] if name else [])


def test_a_title_may_be_mistyped_in_small_letters_where_a_name_is_looked_for() -> None:
    register = Register([told("Klaster Druku Perkoz", "Perkoz", by="a")])

    assert register.named("ilu członków ma perkzo") == ()
    assert len(register.named("ilu członków ma perkzo", lenient=True)) == 1


def test_a_company_is_found_by_its_name_without_the_legal_form() -> None:
    register = Register(
        [told("Klaster Sowit", facts=[("coordinator", "Mazurska Agencja Szkutnicza Sp. z o.o.")])]
    )

    ((_, fact),) = register.holders("Co koordynuje Mazurska Agencja Szkutnicza?", {"coordinator"})

    assert fact.value == "Mazurska Agencja Szkutnicza Sp. z o.o."


def test_clusters_of_two_countries_stay_two_whatever_their_names_share() -> None:
    tied: list[tuple[Attribute, str]] = [("sector", "creative"), ("coordinator", "Fundacja Pion")]
    polish = told("Zagórski Klaster Gier Planszowych", by="a", facts=[*tied, ("region", "slaskie")])
    names = {
        country: len(
            Register(
                [polish, told("Game Makers Cluster", by="b", facts=[*tied, ("country", country)])]
            ).clusters
        )
        for country in ("PL", "LV")
    }

    assert names == {"PL": 1, "LV": 2}
