"""Questions that ask for labels which have names of their own, or for any of those that come in grades."""

from collections.abc import Mapping

import pytest

from assistant.question import understand
from assistant.reading import read_request
from tests.assistant.requests.asked import TODAY, FewNames, read


class WithTitles(FewNames):
    """Knows of two labels that no list holds."""

    labels: Mapping[str, int] = {
        **FewNames.labels,
        "Klaster Wiodący Podlasia": 2,
        "Podlaski Znak Klastrowy": 1,
        "Green Coast Cluster Mark": 1,
    }


@pytest.mark.parametrize(
    ("text", "wanted", "status"),
    [
        ("Kto ma Podlaski Znak Klastrowy?", "list", "Podlaski Znak Klastrowy"),
        ("kto ma podlaski znak klastrowy", "list", "Podlaski Znak Klastrowy"),
        ("Kto jest Klastrem Wiodącym Podlasia?", "list", "Klaster Wiodący Podlasia"),
        ("Które klastry noszą tytuł Klastra Wiodącego Podlasia?", "list", "Klaster Wiodący Podlasia"),
        ("Ilu klastrom przysługuje tytuł Klastra Wiodącego Podlasia?", "count", "Klaster Wiodący Podlasia"),
        ("Which clusters bear the Green Coast Cluster Mark?", "list", "Green Coast Cluster Mark"),
        ("Which clusters carry an ESCA label of any colour?", "list", "* Label"),
        ("Which clusters hold the Green Coast Cluster Mark in Silver?", "list", "Silver Label"),
        ("Kto ma znak ESCA?", "list", "* Label"),
        ("ktore klastry maja silver lable?", "list", "Silver Label"),
        ("Kto jest Krajowym Klastrem Kluczowym?", "list", "KKK"),
    ],
)
def test_a_label_is_asked_for_by_its_words(text: str, wanted: str, status: str) -> None:
    request = read_request(understand(text), WithTitles(), today=TODAY)

    assert request is not None
    assert (request.wanted, request.conditions.status, request.unread) == (wanted, status, ())


@pytest.mark.parametrize(
    ("text", "countries"),
    [("Which Polish clusters hold an ESCA label?", {"PL"}), ("Which Polish clusters hold the KKK?", set())],
)
def test_labels_given_in_many_countries_leave_the_country_a_condition(text: str, countries: set[str]) -> None:
    request = read_request(understand(text), WithTitles(), today=TODAY)

    assert request is not None
    assert request.conditions.countries == countries


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Które klastry mają srebrną lub brązową etykietę ESCA?", {"Silver Label", "Bronze Label"}),
        ("Which clusters hold the ESCA bronze or silver label?", {"Bronze Label", "Silver Label"}),
        ("Which clusters hold the ESCA silver label?", {"Silver Label"}),
    ],
)
def test_any_of_several_grades_may_be_asked_for(text: str, label: set[str]) -> None:
    request = read(text)

    assert request is not None
    assert (set(request.conditions.status.split("|")), request.unread) == (label, ())
