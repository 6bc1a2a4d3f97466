"""What a question leaves out: clusters that are named, conditions, a status they lack."""

from datetime import date

import pytest

from index.register.model import Conditions
from tests.assistant.requests.asked import TODAY, read

NOW_KKK = Conditions(status="KKK", valid_on=TODAY)
POLAND = frozenset({"PL"})


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        (
            "Które klastry mają status KKK, oprócz spożywczych?",
            Conditions(status="KKK", excluded=(Conditions(sectors=frozenset({"food"})),)),
        ),
        (
            "Oprócz klastrów z Małopolski, które klastry mają Silver Label?",
            Conditions(status="Silver Label", excluded=(Conditions(regions=frozenset({"malopolskie"})),)),
        ),
        (
            "Which food clusters are there except the Copper Lantern Cluster?",
            Conditions(sectors=frozenset({"food"}), excluded=(Conditions(within=frozenset({"lantern"})),)),
        ),
        ("Które klastry nie mają statusu KKK?", Conditions(countries=POLAND, excluded=(NOW_KKK,))),
        ("klastry bez statusu KKK", Conditions(countries=POLAND, excluded=(NOW_KKK,))),
        (
            "Which clusters in Kraków do not hold KKK status?",
            Conditions(countries=POLAND, towns=frozenset({"krakow"}), excluded=(NOW_KKK,)),
        ),
        (
            "Klastry bez statusu KKK na Śląsku",
            Conditions(countries=POLAND, regions=frozenset({"slaskie"}), excluded=(NOW_KKK,)),
        ),
        (
            "Which clusters have no label?",
            Conditions(excluded=(Conditions(status="*", valid_on=TODAY),)),
        ),
        (
            "Które klastry nigdy nie miały statusu KKK?",
            Conditions(countries=POLAND, excluded=(Conditions(status="KKK"),)),
        ),
        (
            "Which clusters did not hold KKK status on 1 June 2024?",
            Conditions(countries=POLAND, excluded=(Conditions(status="KKK", valid_on=date(2024, 6, 1)),)),
        ),
        (
            "Które klastry nie mają strony internetowej?",
            Conditions(excluded=(Conditions(known=frozenset({"website"})),)),
        ),
        (
            "Klastry bez strony internetowej w Małopolsce",
            Conditions(
                regions=frozenset({"malopolskie"}), excluded=(Conditions(known=frozenset({"website"})),)
            ),
        ),
        (
            "Które klastry nie są koordynowane przez fundacje?",
            Conditions(
                known=frozenset({"coordinator"}), excluded=(Conditions(bodies=frozenset({"foundation"})),)
            ),
        ),
        (
            "Which clusters are not run by a university or a park?",
            Conditions(
                known=frozenset({"coordinator"}),
                excluded=(Conditions(bodies=frozenset({"park", "university"})),),
            ),
        ),
    ],
)
def test_what_is_left_out_is_a_condition_of_its_own(text: str, conditions: Conditions) -> None:
    request = read(text)

    assert request is not None
    assert request.wanted == "list"
    assert request.conditions == conditions


def test_a_count_leaves_out_as_a_list_does() -> None:
    request = read("Ile klastrów nie ma statusu KKK?")

    assert request is not None
    assert (request.wanted, request.conditions.excluded) == ("count", (NOW_KKK,))


@pytest.mark.parametrize(
    "text", ["Czy Bursztynowa Stera nie ma statusu KKK?", "Dlaczego klastry nie mają statusu KKK?"]
)
def test_a_question_that_is_no_list_leaves_out_nothing(text: str) -> None:
    request = read(text)

    assert request is None or request.conditions.excluded == ()
