"""Pictures of pages, as they are served."""

import pytest
from fastapi.testclient import TestClient

from documents.read import read_document
from tests.web.fakes import House
from tests.web.paper import held_deck, held_pdf, pdf

_PATH = "/documents/mills.pdf/pages/2.png"


@pytest.mark.parametrize("width", [480, 960, 1440])
def test_a_page_is_a_png_of_the_width_asked_for(client: TestClient, house: House, width: int) -> None:
    held_pdf(house)
    answer = client.get(_PATH, params={"width": width})

    assert answer.headers["content-type"] == "image/png"
    assert int.from_bytes(answer.content[16:20]) == width
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_picture_that_a_browser_has_is_not_sent_again_until_its_content_changes(
    client: TestClient, house: House
) -> None:
    held_pdf(house)
    first = client.get(_PATH)
    known = {"If-None-Match": first.headers["etag"]}
    again = client.get(_PATH, headers=known)
    house.library.hold(read_document("mills.pdf", pdf(2)), pdf(2))
    changed = client.get(_PATH, headers=known)

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert changed.status_code == 200
    assert changed.headers["etag"] != first.headers["etag"]


@pytest.mark.parametrize(
    ("path", "status", "title"),
    [
        ("/documents/nope/pages/1.png", 404, "There is no such document"),
        ("/documents/mills.pdf/pages/0.png", 404, "There is no such page"),
        ("/documents/mills.pdf/pages/4.png", 404, "There is no such page"),
        ("/documents/mills.pdf/pages/x.png", 404, "There is no such page"),
        ("/documents/mills.pdf/pages/-1.png", 404, "There is no such page"),
        ("/documents/mills.pdf/pages/99999999999.png", 404, "There is no such page"),
        ("/documents/mills.pdf/pages/1.png?width=961", 422, "There is no such width"),
        ("/documents/mills.pdf/pages/1.png?width=", 422, "There is no such width"),
        ("/documents/mills.pdf/pages/1.png?width=99999999", 422, "There is no such width"),
        ("/documents/mills.pptx/pages/1.png", 404, "There is no picture of this page"),
        ("/documents/minatech/pages/1.png", 404, "There is no picture of this page"),
    ],
)
def test_what_there_is_not_is_a_problem_in_words(
    client: TestClient, house: House, path: str, status: int, title: str
) -> None:
    held_pdf(house)
    held_deck(house)
    answer = client.get(path)

    assert answer.status_code == status
    assert f"<h1>{title}</h1>" in answer.text


def test_a_broken_file_is_tried_once_and_then_left_alone_for_a_while(
    client: TestClient, house: House
) -> None:
    held_pdf(house)
    house.library.hold(read_document("mills.pdf", pdf()), b"%PDF-1.4 nothing of it is left")
    first, second = client.get(_PATH), client.get(_PATH)

    assert (first.status_code, second.status_code) == (404, 404)
