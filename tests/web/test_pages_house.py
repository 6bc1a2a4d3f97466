"""What holds for every page: its frame, its language and colours, its headers, its names."""

import dataclasses
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from jinja2 import meta, nodes

import web
from tests.web.fakes import House
from web.pages.chat import AnswerPart, ChatPage, TurnPart
from web.pages.cluster import ClusterPage
from web.pages.clusters import ClustersPage
from web.pages.document import DocumentPage
from web.pages.documents import DocumentsPage
from web.pages.house import AboutPage, ErrorPage
from web.pages.reading import ReadingPage
from web.rendering import Page, Renderer

_PATHS = [
    "/",
    "/about",
    "/documents",
    "/documents/minatech",
    "/documents/minatech/reading",
    "/nothing",
    "/c/nope",
]
_PL = {"Accept-Language": "pl"}


@pytest.mark.parametrize("path", _PATHS)
@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_page_has_a_language_a_title_and_one_heading(
    client: TestClient, path: str, language: str
) -> None:
    page = client.get(path, headers={"Accept-Language": language}).text

    assert f'<html lang="{language}"' in page
    assert re.search(r"<title>[^<]+ · Klastrownik</title>", page)
    assert page.count("<h1") == 1


@pytest.mark.parametrize("path", _PATHS)
def test_no_page_has_a_script_a_style_or_an_address_of_another_house_in_it(
    client: TestClient, path: str
) -> None:
    page = client.get(path).text

    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\bon\w+=\"|\bstyle=\"|javascript:", page)
    assert all(address.startswith("/static/") for address in re.findall(r'(?:src|<use href)="([^"]+)"', page))


@pytest.mark.parametrize("path", [*_PATHS, "/health", "/api/v1/nothing", "/favicon.ico"])
def test_every_answer_has_the_headers_that_keep_it_safe(client: TestClient, path: str) -> None:
    headers = client.get(path).headers

    policy = headers["content-security-policy"]
    for rule in ("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"):
        assert rule in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    "chosen", [{"language": "pl"}, {"theme": "dark"}, {"language": "pl", "theme": "light"}]
)
def test_the_switches_are_remembered_and_lead_back(client: TestClient, chosen: dict[str, str]) -> None:
    answer = client.post("/preferences", data={**chosen, "back": "/documents?q=a"})
    page = client.get("/").text

    assert (answer.status_code, answer.headers["location"]) == (303, "/documents?q=a")
    assert f'lang="{chosen.get("language", "en")}"' in page
    assert f'data-theme="{chosen.get("theme", "auto")}"' in page


@pytest.mark.parametrize(
    "form", [{}, {"theme": "pink"}, {"language": "de"}, {"language": "pl", "theme": "x"}]
)
def test_a_switch_to_what_there_is_not_is_refused(client: TestClient, form: dict[str, str]) -> None:
    answer = client.post("/preferences", data=form)

    assert answer.status_code == 422
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil.example", "x", "/\t/evil", ""]
)
def test_the_way_back_never_leads_to_another_site(client: TestClient, back: str) -> None:
    answer = client.post("/preferences", data={"theme": "dark", "back": back})

    assert answer.headers["location"] == "/"


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
@pytest.mark.parametrize("path", ["/ask", "/feedback", "/preferences"])
def test_a_form_of_another_site_is_refused(
    client: TestClient, house: House, path: str, headers: dict[str, str]
) -> None:
    answer = client.post(path, data={"question": "kto", "theme": "dark"}, headers=headers)

    assert answer.status_code == 403
    assert house.assistant.asked == []


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://testserver"}, {}])
def test_a_form_of_ours_is_taken(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/ask", data={"question": "kto"}, headers=headers).status_code == 303


@pytest.mark.parametrize("path", ["/nothing", "/documents/", "/static/x/nothing.css", "/static/x/../app.py"])
def test_an_address_that_is_none_gets_a_page_of_the_house(client: TestClient, path: str) -> None:
    page = client.get(path, headers=_PL)

    assert page.status_code == 404
    assert "<h1>Tu niczego nie ma</h1>" in page.text


@pytest.mark.parametrize("path", ["/", "/documents", "/health", "/api/v1/documents"])
def test_the_headers_alone_can_be_asked_for(client: TestClient, path: str) -> None:
    assert client.head(path).status_code == 200


def test_a_method_that_a_page_does_not_take_is_a_405(client: TestClient) -> None:
    page = client.delete("/about", headers=_PL)

    assert page.status_code == 405
    assert "<h1>Nie w ten sposób</h1>" in page.text.replace("\u00a0", " ")


def test_a_defect_is_a_page_that_tells_nothing_of_the_inside(client: TestClient, house: House) -> None:
    house.library.texts["minatech"] = None  # type: ignore[assignment]
    page = client.get("/documents/minatech")

    assert page.status_code == 500
    assert "<h1>Something went wrong here</h1>" in page.text
    assert "Traceback" not in page.text


def test_files_are_kept_for_good_under_the_present_digest_only(client: TestClient) -> None:
    path = re.search(r'href="(/static/[^"]+/style.css)"', client.get("/").text)
    assert path

    assert "immutable" in client.get(path[1]).headers["cache-control"]
    assert client.get("/static/old/style.css").headers["cache-control"] == "no-cache"
    assert (
        client.get(path[1].replace("style.css", "fonts/figtree-latin-wght-normal.woff2")).status_code == 200
    )


@pytest.mark.parametrize(
    "page",
    [
        ChatPage,
        TurnPart,
        AnswerPart,
        DocumentsPage,
        DocumentPage,
        ReadingPage,
        AboutPage,
        ErrorPage,
        ClustersPage,
        ClusterPage,
    ],
)
def test_a_page_gives_its_template_what_that_names_and_nothing_else(page: type[Page]) -> None:
    given = {field.name for field in dataclasses.fields(page)}

    used = _names(page.template, given)
    assert used == given


def test_no_template_lets_markup_through() -> None:
    for path in (Path(web.__file__).parent / "templates").rglob("*.html"):
        assert not re.search(r"\|\s*safe|autoescape|Markup", path.read_text("utf-8")), path


def test_every_template_is_used() -> None:
    folder = Path(web.__file__).parent / "templates"
    sources = [*folder.rglob("*.html"), *(folder.parent / "pages").rglob("*.py")]
    text = "\n".join(path.read_text("utf-8") for path in sources)

    for path in folder.rglob("*.html"):
        assert f'"{path.relative_to(folder).as_posix()}"' in text, path


def _names(template: str, given: set[str]) -> set[str]:
    """What a template and those it extends or includes use; what a loop of ours sets is none of it."""
    environment = Renderer().environment
    used: set[str] = set()
    open_, seen = [template], set()
    while open_:
        name = open_.pop()
        source, _, _ = environment.loader.get_source(environment, name)  # type: ignore[union-attr]
        tree = environment.parse(source)
        macros = {macro.name for macro in tree.find_all(nodes.Macro)}
        macros |= {str(name) for one in tree.find_all(nodes.FromImport) for name in one.names}
        used |= meta.find_undeclared_variables(tree) - macros
        seen.add(name)
        referred = list(meta.find_referenced_templates(tree))
        # A part names its own template, so the environment cannot know which one it will be.
        if None in referred:
            referred += [one for one in environment.list_templates() if one.startswith("parts/")]
        open_ += [one for one in referred if one and one not in seen]
    return used - ({"turn", "part", "leaf"} - given)
