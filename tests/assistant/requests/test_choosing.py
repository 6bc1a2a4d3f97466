"""By what clusters are chosen beside status, place and trade: who leads them, what they have, their age."""

from datetime import date

import pytest

from documents.moments import Moment
from index.register.model import Attribute, Conditions
from tests.assistant.requests.asked import asks, read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Które klastry są koordynowane przez fundację?", "foundation"),
        ("Which clusters are run by a foundation?", "foundation"),
        ("klastry prowadzone przez fundacje", "foundation"),
        ("Jakie klastry prowadzi park naukowo-technologiczny?", "park"),
        ("Klastry, którymi opiekuje się izba gospodarcza", "chamber"),
        ("clusters led by a chamber of commerce", "chamber"),
        ("Which clusters have a university as their coordinator?", "university"),
        ("Którymi klastrami zarządza uczelnia?", "university"),
        ("Który klaster prowadzi spółka akcyjna?", "company"),
        ("List clusters managed by a company", "company"),
    ],
)
def test_a_kind_of_body_is_a_condition_on_who_leads(text: str, kind: str) -> None:
    request = read(text)

    assert request is not None
    assert (request.wanted, request.conditions, request.unread) == (
        "list",
        Conditions(bodies=frozenset({kind})),
        (),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Które z krajowych klastrów kluczowych są koordynowane przez fundacje?",
        "KKK prowadzone przez fundacje",
    ],
)
def test_a_kind_of_body_leads_those_that_their_label_stands_for(text: str) -> None:
    request = read(text)

    assert request is not None
    assert request.conditions == Conditions(status="KKK", bodies=frozenset({"foundation"}))


@pytest.mark.parametrize(
    "text",
    [
        "Który klaster koordynuje Fundacja Jantar?",
        "Which cluster is run by the Amber Foundation?",
        "which cluster is run by the amber foundation",
        "ktory klaster prowadzi fundacja jantar",
    ],
)
def test_a_body_that_is_named_is_no_kind(text: str) -> None:
    request = read(text)

    assert request is not None
    assert request.wanted == "holder"
    assert not request.conditions.bodies


def test_which_body_leads_a_named_cluster_is_no_condition() -> None:
    assert read("Która uczelnia koordynuje Bursztynowy Ster?") == asks(
        "attribute", "ster", attributes="coordinator"
    )


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Which clusters have a website?", ("website",)),
        ("Które klastry podają telefon?", ("phone",)),
        ("klastry z telefonem", ("phone",)),
        ("Które klastry mają stronę internetową i adres e-mail?", ("website", "email")),
        ("List clusters with a website", ("website",)),
        ("Które klastry biorą udział w projektach?", ("project",)),
        ("Which clusters have partners?", ("partner",)),
    ],
)
def test_what_clusters_have_is_a_condition(text: str, known: tuple[Attribute, ...]) -> None:
    request = read(text)

    assert request is not None
    assert (request.wanted, request.attributes, request.unread) == ("list", (), ())
    assert request.conditions == Conditions(known=frozenset(known))


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("Wymień klastry ze Śląska wraz z telefonami", "phone"),
        ("List the clusters in Silesia with their coordinators and phones", "coordinator phone"),
        ("Które klastry ze Śląska są w bibliotece i jakie mają strony internetowe?", "website"),
        ("Which clusters are in Silesia, and who coordinates them?", "coordinator"),
    ],
)
def test_what_is_asked_for_beside_is_no_condition(text: str, attributes: str) -> None:
    assert read(text) == asks("list", attributes=attributes, regions="slaskie")


@pytest.mark.parametrize(
    ("text", "founded"),
    [
        ("Which clusters are older than 15 years?", Moment(date.min, date(2011, 12, 31))),
        ("Które klastry są młodsze niż 2016 rok?", Moment(date(2017, 1, 1), date.max)),
        ("Które klastry są starsze niż 10 lat?", Moment(date.min, date(2016, 12, 31))),
        ("Which clusters are younger than 5 years?", Moment(date(2021, 1, 1), date.max)),
    ],
)
def test_an_age_is_a_time_of_founding(text: str, founded: Moment) -> None:
    request = read(text)

    assert request is not None
    assert (request.wanted, request.conditions) == ("list", Conditions(founded=founded))


def test_years_of_a_status_are_no_age() -> None:
    request = read("Które klastry mają status KKK od ponad 10 lat?")

    assert request is None or request.conditions.founded is None


@pytest.mark.parametrize(
    ("text", "order", "limit"),
    [
        ("Trzy największe klastry", "most_members", 3),
        ("top 5 clusters by size", "most_members", 5),
        ("Podaj 2 najstarsze klastry", "oldest", 2),
        ("the three youngest clusters", "newest", 3),
        ("Who has the fewest members?", "fewest_members", None),
        ("Kto ma najwięcej członków?", "most_members", None),
    ],
)
def test_so_many_of_those_in_an_order_are_asked_for(text: str, order: str, limit: int | None) -> None:
    request = read(text)

    assert request is not None
    assert (request.wanted, request.order, request.limit) == ("list", order, limit)


def test_the_land_around_a_town_is_its_region() -> None:
    assert read("Which clusters are near Kraków?") == asks("list", regions="malopolskie")


@pytest.mark.parametrize(
    ("text", "attributes", "regions", "sectors"),
    [
        ("Kto koordynuje klaster meblarski z Małopolski?", "coordinator", "malopolskie", "furniture"),
        ("What is the phone of the aviation cluster in Silesia?", "phone", "slaskie", "aerospace"),
    ],
)
def test_one_cluster_may_be_described_in_place_of_its_name(
    text: str, attributes: str, regions: str, sectors: str
) -> None:
    request = asks("list", attributes=attributes, regions=regions, sectors=sectors, single=True)

    assert read(text) == request


@pytest.mark.parametrize("text", ["Who manages the Timber cluster?", "Adres klastra XY&Z w Gliwicach?"])
def test_a_capital_makes_a_name_that_no_description_stands_for(text: str) -> None:
    request = read(text)

    assert request is None or not request.single


@pytest.mark.parametrize(
    "text",
    [
        "Które klastry działają od 2013 roku?",
        "klastry istniejące od 2013",
        "Which clusters have been active since 2013?",
    ],
)
def test_what_goes_on_since_a_year_was_founded_in_it(text: str) -> None:
    request = read(text)

    assert request is not None
    assert (request.wanted, request.conditions, request.unread) == (
        "list",
        Conditions(founded=Moment(date(2013, 1, 1), date(2013, 12, 31))),
        (),
    )


@pytest.mark.parametrize(
    "text",
    [
        "klastry szklarskie – jakie są?",
        "Klastry szklarskie, poproszę wszystkie",
        "klastry szklarskie, które są?",
    ],
)
def test_conditions_may_stand_before_what_is_asked(text: str) -> None:
    request = read(text)

    assert request is not None
    assert (request.wanted, request.unread) == ("list", ())
    assert request.conditions.sectors


def test_what_is_denied_first_is_left_out_of_what_is_asked_for_then() -> None:
    request = read("nie szklarskie, lecz spożywcze klastry na Dolnym Śląsku")

    assert request is not None
    assert request.conditions.sectors == frozenset({"food"})
    assert [one.sectors for one in request.conditions.excluded] == [frozenset({"glass-ceramics"})]
