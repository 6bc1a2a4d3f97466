"""Web pages as they are saved: hidden parts, what others wrote, what they tell programs, archives."""

from datetime import date
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from documents.errors import EmptyFileError
from documents.model import Document
from documents.read import read_document


def _body(markup: str) -> Document:
    return read_document("a.html", f"<html><body>{markup}</body></html>".encode())


def _sentences(document: Document) -> list[str]:
    return [document.quote(one.span) for passage in document.passages for one in passage.sentences]


def _leads(document: Document) -> dict[str, str]:
    return {
        document.quote(one.span): document.quote(one.lead)
        for passage in document.passages
        for one in passage.sentences
        if one.lead
    }


PROSE = "Klaster Mgły zrzesza już 45 firm z doliny Sanu, które wspólnie badają parę wodną od dziesięciu lat."


def _page(body: str, head: str = "") -> Document:
    return read_document("a.html", f"<html><head>{head}</head><body>{body}</body></html>".encode())


def test_a_page_saved_under_an_open_window_is_read() -> None:
    window = "<div role='dialog'><p>Zapisz się!</p></div>"
    document = _page(f"<div aria-hidden='true'><h1>Mgła</h1><p>{PROSE}</p></div>{window}")

    assert PROSE in document.text


def test_what_is_not_shown_in_a_cell_is_left_out_of_it() -> None:
    document = _body(
        "<table><tr><th>Rok</th><th>Firmy</th></tr>"
        "<tr><td>2023<sup><a href=#1>[1]</a></sup></td>"
        "<td><span style='display: none'>00045</span>45</td></tr></table>"
    )

    assert "2023 | 45" in _sentences(document)


def test_heads_of_two_rows_are_one() -> None:
    document = _body(
        "<table><thead><tr><th rowspan=2>Rok</th><th colspan=2>Członkowie</th></tr><tr><th>firmy</th>"
        "<th>uczelnie</th></tr></thead><tr><td>2023</td><td>45</td><td>2</td></tr></table>"
    )

    assert _leads(document) == {"2023 | 45 | 2": "Rok | Członkowie / firmy | Członkowie / uczelnie"}


def test_items_have_the_number_that_their_list_shows() -> None:
    document = _body("<p>Kroki:</p><ol type=a start=3><li>zgłoszenie<li>wpłata<li value=9>umowa</ol>")

    assert document.text.endswith("c. zgłoszenie\nd. wpłata\ni. umowa")


@pytest.mark.parametrize("name", ["comments-area", "related-posts", "newsletter-box", "ads"])
def test_what_others_wrote_around_an_article_is_cut_even_if_it_is_prose(name: str) -> None:
    remark = "Moim zdaniem ten klaster liczy 900 firm i wszystkie są z Warszawy, nie ma o czym tu mówić."
    around = f"<div class='{name}'><p>{remark}</p></div>"
    document = _body(f"<article><h1>Mgła</h1><p>{PROSE}</p><p>{PROSE}</p>{around}</article>")

    assert "900" not in document.text
    assert PROSE in document.text


def test_a_caption_leads_nothing() -> None:
    figure = "<figure><img src=x><figcaption>Gala klastra</figcaption></figure>"
    document = _body(f"<p>{PROSE}</p>{figure}<ul><li>Para S.A.</ul>")

    assert _leads(document) == {}


def test_a_page_tells_its_authors_and_its_last_change() -> None:
    data = (
        '{"@graph": [{"@type": "NewsArticle", "datePublished": "2024-03-02", "dateModified": "2024-03-05", '
        '"author": [{"@type": "Person", "name": "Anna Młynarz"}, '
        '{"@type": "Organization", "name": "Mgła Media"}]}]}'
    )

    document = _page(f"<p>{PROSE}</p>", f'<script type="application/ld+json">{data}</script>')

    assert document.authors == ("Anna Młynarz",)
    assert (document.date, document.modified) == (date(2024, 3, 2), date(2024, 3, 5))


def test_whoever_signed_an_article_wrote_it_and_who_remarked_on_it_did_not() -> None:
    document = _page(
        f"<h1>Mgła</h1><p class='byline'>Tekst: Anna Młynarz, fot. Jan Żarna</p><p>{PROSE}</p>"
        "<div class='comments'><span class='author'>Zły Człowiek</span></div>"
    )

    assert document.authors == ("Anna Młynarz",)


def test_an_address_of_the_whole_site_gives_way_to_that_of_the_page() -> None:
    document = _page(
        f"<p>{PROSE}</p>",
        '<link rel="canonical" href="https://mgla.example/"><meta property="og:url" content="https://mgla.example/gala">',
    )

    assert document.address == "https://mgla.example/gala"


@pytest.mark.parametrize(
    "note",
    [
        "<!-- saved from url=(0021)https://mgla.example/a -->",
        "<!--\n Page saved with SingleFile \n url: https://mgla.example/a \n saved date: today\n-->",
        "<!-- Mirrored from mgla.example/a by HTTrack Website Copier -->",
    ],
)
def test_programs_that_save_pages_note_the_address(note: str) -> None:
    page = f"<html>{note}<body><p>{PROSE}</p></body></html>"

    assert read_document("a.html", page.encode()).address == "https://mgla.example/a"


def test_an_article_that_only_the_linked_data_hold_is_read_from_there() -> None:
    body = f"{PROSE} {PROSE} {PROSE} {PROSE}"
    data = f'{{"@type": "Article", "articleBody": "{body}"}}'

    document = _page(
        "<div id=app>Wczytuję stronę</div>", f'<script type="application/ld+json">{data}</script>'
    )

    assert PROSE in document.text


def test_an_article_in_the_page_is_not_read_again_from_the_linked_data() -> None:
    data = f'{{"@type": "Article", "articleBody": "{PROSE} {PROSE} {PROSE} {PROSE}"}}'

    document = _page(f"<p>{PROSE}</p>" * 4, f'<script type="application/ld+json">{data}</script>')

    assert document.text.count(PROSE) == 4


def _archived(body: str, *, code: str = "utf-8") -> bytes:
    """A page as Chromium saves it in one file."""
    message = MIMEMultipart("related")
    message["Snapshot-Content-Location"] = "https://mgla.example/gala"
    page = MIMEText(f"<html><body>{body}</body></html>", "html", code)
    page["Content-Location"] = "https://mgla.example/gala"
    message.attach(page)
    message.attach(MIMEText("<html><body>Reklama pary</body></html>", "html", "utf-8"))
    return b"From: <Saved by Blink>\r\n" + message.as_bytes()


@pytest.mark.parametrize(
    ("name", "code"), [("a.mhtml", "utf-8"), ("a.mht", "cp1250"), ("a.txt", "iso-8859-2")]
)
def test_a_page_saved_in_one_file_is_read_without_its_other_parts(name: str, code: str) -> None:
    document = read_document(name, _archived(f"<h1>Mgła</h1><p>{PROSE}</p>", code=code))

    assert (document.format, document.address) == ("html", "https://mgla.example/gala")
    assert document.text == f"Mgła\n\n{PROSE}"


def test_a_page_of_frames_says_what_to_do() -> None:
    page = b"<html><frameset><frame src=a.html><frame src=b.html></frameset></html>"

    with pytest.raises(EmptyFileError, match="frames"):
        read_document("a.html", page)


def test_notes_of_a_word_processors_page_are_notes_and_its_header_is_cut() -> None:
    document = _body(
        "<div title=header><p>Kwartalnik Fenlandzki</p></div>"
        f"<p>{PROSE[:-1]}<a class=sdfootnoteanc name=a href='#b'><sup>1</sup></a>.</p>"
        "<div id=sdfootnote1><p><a class=sdfootnotesym name=b href='#a'>1</a> Stan z marca.</p></div>"
    )

    assert document.text == f"{PROSE}\n\nStan z marca."


def test_lines_with_dashes_under_what_introduces_them_are_items_to_the_last() -> None:
    document = _body(
        "<p>Członkowie:</p>– młyn w Mące,<br>– piekarnia,<br>– szkoła młynarska.<br><br>Dalej idzie proza."
    )

    assert list(_leads(document)) == ["młyn w Mące,", "piekarnia,", "szkoła młynarska."]


def test_whoever_signed_beside_the_date_wrote_the_article() -> None:
    document = _body(f"<h1>Mgła</h1><p>Data publikacji: 12.03.2024, autor: Anna Młynarz</p><p>{PROSE}</p>")

    assert (document.authors, document.date) == (("Anna Młynarz",), date(2024, 3, 12))


def test_a_page_written_by_word_keeps_its_title_its_items_and_who_wrote_it() -> None:
    notes = "<o:Author>Anna Młynarz</o:Author><o:Created>2021-03-04T10:00:00Z</o:Created>"
    sign = "<span style='mso-list:Ignore'>{}<span>&nbsp;&nbsp; </span></span>"
    document = _page(
        "<p class=MsoTitle>Regulamin</p><p class=MsoNormal>Członkiem jest młyn<o:p></o:p>:</p>"
        f"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>{sign.format('·')}wiatrak</p>"
        f"<p class=MsoListParagraph style='mso-list:l1 level2 lfo1'>{sign.format('2)')}młyn wodny</p>",
        f"<!--[if gte mso 9]><xml>{notes}</xml><![endif]-->",
    )

    assert document.text == "Regulamin\n\nCzłonkiem jest młyn:\n• wiatrak\n  2) młyn wodny"
    assert (document.authors, document.date) == (("Anna Młynarz",), date(2021, 3, 4))
