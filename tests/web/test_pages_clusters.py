"""The register's pages, over invented clusters."""

import csv
import io
import json
import re
from collections.abc import Iterator
from html import unescape as decoded

import pytest
from fastapi.testclient import TestClient

from tests.web.fake_library import HOSTILE
from tests.web.fakes import House, visiting
from tests.web.invented import invented

_PL = {"Accept-Language": "pl"}


@pytest.fixture
def house() -> House:
    return invented(House())


@pytest.fixture
def client(house: House) -> Iterator[TestClient]:
    with visiting(house) as visitor:
        yield visitor


def unescape(page: str) -> str:
    """The page's words with plain spaces, whatever keeps its lines together."""
    return decoded(page).replace("\u00a0", " ")


def _names(page: str) -> list[str]:
    return [unescape(name) for name in re.findall(r'<th scope="row"><a href="[^"]+">([^<]+)</a>', page)]


def _list(client: TestClient, query: str) -> list[str]:
    return _names(client.get(f"/clusters{query}").text)


def test_every_cluster_is_listed_by_name_as_a_polish_dictionary_has_them(client: TestClient) -> None:
    names = _list(client, "")

    assert len(names) == 20
    assert names[0] == "Bałtycki Klaster Szkutniczy"
    assert names.index("Lubelski Klaster Pszczół") < names.index("Łódzki Klaster Włókien")
    assert names[-1] == "Śląski Klaster Dronów"


def test_a_row_tells_what_counts(client: TestClient) -> None:
    page = client.get("/clusters?q=szkutniczy", headers=_PL).text
    row = " ".join(
        re.sub(r"<[^>]+>", " ", unescape(page.partition("<tbody>")[2].partition("</tbody>")[0])).split()
    )

    assert row == (
        "Bałtycki Klaster Szkutniczy KKK , runda VII do 31 marca 2028 obowiązuje Stowarzyszenie Stępka "
        "Gdynia pomorskie gospodarka morska 112 1"
    )


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?status=KKK&valid_on=2023-05-01", 9),
        ("?status=KKK&valid_on=2026-11-22", 6),
        ("?valid_on=2029-01-01", 0),
        ("?sector=agriculture", 2),
        ("?region=slaskie", 3),
        ("?region=%C5%9Al%C4%85skie", 3),
        ("?region=Silesia", 3),
        ("?q=Wrzosowa", 1),
        ("?sector=agriculture&region=wielkopolskie", 1),
        ("?status=&valid_on=&sector=&region=&q=", 20),
    ],
)
def test_conditions_must_hold_together(client: TestClient, query: str, count: int) -> None:
    assert len(_list(client, query)) == count


def test_the_count_is_said_out_of_all(client: TestClient) -> None:
    assert "3 klastry z 20" in unescape(client.get("/clusters?region=slaskie", headers=_PL).text)
    assert "3 clusters of 20" in unescape(client.get("/clusters?region=slaskie").text)


def test_a_status_is_judged_on_the_day_that_is_asked_for(client: TestClient) -> None:
    page = client.get("/clusters?region=lodzkie&valid_on=2025-12-17").text

    assert "As of 17 December 2025" in unescape(page)
    assert '<span class="standing holds">' in page
    assert '<span class="standing passed">' in client.get("/clusters?region=lodzkie").text


@pytest.mark.parametrize(
    "sort", ["status", "coordinator", "place", "region", "sector", "members", "documents"]
)
def test_what_is_not_known_stays_below_whichever_way_a_column_is_sorted(
    client: TestClient, sort: str
) -> None:
    unknown = "Klaster Niewiadomy"
    up, down = _list(client, f"?sort={sort}"), _list(client, f"?sort=-{sort}")

    assert sorted(up) == sorted(down)
    assert up != down
    if sort != "documents":
        assert up.index(unknown) >= 15
        assert down.index(unknown) >= 15


def test_members_are_sorted_as_numbers(client: TestClient) -> None:
    assert _list(client, "?sort=-members")[:2] == [
        "Klaster Mebli Artystycznych",
        "Karkonoski Klaster Turystyki",
    ]
    assert _list(client, "?sort=members")[0] == "Mazowiecki Klaster Zegarmistrzów"


def test_a_column_that_is_sorted_says_so_and_leads_the_other_way(client: TestClient) -> None:
    page = unescape(client.get("/clusters?region=slaskie&sort=place").text)

    assert re.search(
        r'<th scope="col" aria-sort="ascending"><a href="/clusters\?region=slaskie&sort=-place#list"', page
    )
    assert page.count("aria-sort") == 1


def test_a_sort_that_is_none_is_the_names(client: TestClient) -> None:
    assert _list(client, "?sort=nonsense") == _list(client, "")


def test_wrong_values_are_named_and_the_rest_of_the_filter_holds(client: TestClient) -> None:
    answer = client.get(
        "/clusters?status=zzz&valid_on=2025-02-30&region=slaskie&q=klaster&sector=x", headers=_PL
    )
    page = unescape(answer.text)

    assert answer.status_code == 422
    assert "Na liście nie ma „zzz”." in page
    assert "Na liście nie ma „x”." in page
    assert "Dozwolona jest tylko data" in page
    assert '<option value="slaskie" selected>' in page
    assert 'value="klaster"' in page
    assert 'value="2025-02-30"' in page
    assert len(_names(page)) == 3


def test_a_text_that_is_too_long_is_cut_and_said(client: TestClient) -> None:
    answer = client.get("/clusters", params={"q": "x" * 201})

    assert answer.status_code == 422
    assert "At most 200 characters" in answer.text


def test_hostile_words_are_shown_as_text(client: TestClient) -> None:
    page = (
        client.get("/clusters", params={"q": HOSTILE, "status": HOSTILE}).text + client.get("/clusters").text
    )

    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "49" not in re.findall(r"Psotny[^<]*", page)[0]


def test_an_empty_register_says_so() -> None:
    with visiting(House()) as client:
        assert "does not speak of any cluster yet" in client.get("/clusters").text


def test_conditions_that_nothing_meets_say_what_to_do(client: TestClient) -> None:
    page = client.get("/clusters?q=zzzz").text

    assert "No cluster meets all conditions" in page
    assert "<table" not in page


def test_the_register_is_there_before_the_model(house: House) -> None:
    house.held_back = True
    with visiting(house) as client:
        assert len(_list(client, "")) == 20


# As files


def test_a_file_has_the_filtered_rows_in_their_order(client: TestClient) -> None:
    answer = client.get("/clusters.csv?region=slaskie&sort=-members", headers=_PL)
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))

    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer.headers["content-disposition"] == 'attachment; filename="clusters.csv"'
    assert [row["Klaster"] for row in rows] == [
        "Śląski Klaster Czystej Wody",
        "Śląski Klaster Dronów",
        "Klaster Kolei Górskich",
    ]
    assert rows[1]["Ważny do"] == "2026-01-31"
    assert rows[1]["Inne nazwy"] == "Silesian Drone Cluster"


def test_no_cell_of_a_csv_is_a_formula(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/clusters.csv").content.decode("utf-8-sig"))))

    assert "'=1+1" in {row["Coordinator"] for row in rows}
    assert not any(re.match(r"\s*[=+\-@]", cell) for row in rows for cell in row.values())


def test_all_forms_have_the_same_columns_and_rows(client: TestClient) -> None:
    rows = list(csv.reader(io.StringIO(client.get("/clusters.csv").content.decode("utf-8-sig"))))
    told = json.loads(client.get("/clusters.json").text)
    lines = client.get("/clusters.md").text.splitlines()

    assert len(rows) - 1 == len(told["clusters"]) == len(lines) - 2 == told["found"] == 20
    assert len(rows[0]) == len(told["clusters"][0]) == len(re.split(r"(?<!\\)\|", lines[0])) - 2
    assert {len(re.split(r"(?<!\\)\|", line)) for line in lines} == {len(rows[0]) + 2}
    assert "<script>" not in "".join(lines)


@pytest.mark.parametrize(("path", "status"), [("/clusters.exe", 404), ("/clusters.csv?status=zzz", 422)])
def test_a_file_that_cannot_be_made_is_a_page_that_says_why(
    client: TestClient, path: str, status: int
) -> None:
    answer = client.get(path)

    assert answer.status_code == status
    assert "<h1>" in answer.text


# The map and the time


def test_the_map_counts_each_voivodeship_and_leads_to_it(client: TestClient) -> None:
    page = unescape(client.get("/clusters?q=klaster", headers=_PL).text)

    assert page.count("<path d=") == 16
    assert '<a href="/clusters?region=slaskie&q=klaster" class="shade-5"' in page
    assert 'aria-label="województwo śląskie: 3"' in page
    assert "Za granicą: <b>1</b>" in page
    assert "Miejsce nieznane: <b>2</b>" in page


def test_the_map_shows_the_other_voivodeships_while_one_is_chosen(client: TestClient) -> None:
    page = unescape(client.get("/clusters?region=slaskie").text)

    assert 'aria-label="Małopolska: 2"' in page
    # The chosen one leads back to all.
    assert re.search(r'<a href="/clusters" class="shade-5 chosen"[^>]* aria-current="true"', page)


def test_a_status_taken_away_ends_its_bar(client: TestClient) -> None:
    page = unescape(client.get("/clusters?q=kolei").text)

    assert re.findall(r'class="bar (\w+)"', page) == ["withdrawn"]


# A cluster


def test_a_cluster_shows_each_fact_with_its_words_and_a_link_to_them(
    client: TestClient, house: House
) -> None:
    held = next(one for one in house.register.clusters if one.name == "Bałtycki Klaster Szkutniczy")
    page = unescape(client.get(f"/clusters/{held.id}").text)
    source = held.of("coordinator")[0].source
    address = f"/documents/gala?start={source.span.start}&end={source.span.end}#cited"

    assert f"<h1>{held.name}</h1>" in page
    assert f'href="{address}"' in page
    assert source.quote in page
    assert source.scope[0][1] in page
    cited = unescape(client.get(address).text)
    assert f'<mark id="cited" tabindex="-1">{source.quote}</mark>' in cited


def test_sources_that_disagree_stand_side_by_side_the_newest_first_and_marked(client: TestClient) -> None:
    page = unescape(client.get("/clusters/dron-slaski").text)
    status = page.partition('id="about-status"')[2].partition("</section>")[0]

    assert "Sources disagree" in status
    assert status.index("newest") < status.index("31 January 2026") < status.index("17 December 2025")
    assert status.count("newest<") == 1
    assert page.count("Sources disagree") == 2


def test_contacts_are_links_where_that_is_safe(client: TestClient, house: House) -> None:
    page = client.get("/clusters/dron-slaski").text
    naughty = next(one for one in house.register.clusters if "Psotny" in one.name)
    hostile = client.get(f"/clusters/{naughty.id}").text

    assert 'href="mailto:biuro@drony.example"' in page
    assert 'href="tel:+48320000000"' in page
    assert 'href="https://drony.example"' in page
    assert 'href="javascript:' not in hostile
    assert "<script>alert" not in hostile


def test_a_cluster_leads_to_its_documents_its_like_and_a_question(client: TestClient) -> None:
    page = unescape(client.get("/clusters/lubelski-pszczola", headers=_PL).text)

    assert "Dokumenty o tym klastrze" in page
    assert 'href="/clusters/robot-rolniczy"' in page
    assert 'href="/?question=Lubelski+Klaster' in page


def test_an_unknown_cluster_is_a_page_that_says_so(client: TestClient) -> None:
    answer = client.get("/clusters/nobody", headers=_PL)

    assert answer.status_code == 404
    assert "<h1>Nie ma takiego klastra</h1>" in answer.text


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_cluster_s_page_has_its_language_a_title_and_one_heading(
    client: TestClient, house: House, language: str
) -> None:
    for one in house.register.clusters:
        page = client.get(f"/clusters/{one.id}", headers={"Accept-Language": language}).text

        assert f'<html lang="{language}"' in page
        assert page.count("<h1>") == 1
        assert re.search(r"<title>[^<]+ · Klastrownik</title>", page)
