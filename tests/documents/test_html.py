"""Web pages of many layouts: what must be read out of them, and what must not."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from documents.errors import EmptyFileError
from documents.model import Document
from documents.read import read_document

_PAGES = Path(__file__).with_name("pages")


@dataclass(frozen=True)
class Expected:
    """What a page says, word for word by sentence, and scraps of what stands around it."""

    page: str
    says: tuple[str, ...]
    without: tuple[str, ...] = ()


_EXPECTED = (
    Expected(
        "wordpress_article",
        (
            "Klaster Bursztynowa Dolina Sprzętu zrzesza 54 firmy z branży AGD.",
            "Lodówka i Synowie,",
            "Krótko.",
            "Prezes Ewa Suszarska",
        ),
        (
            "Menu",
            "Przejdź",
            "Tagi",
            "Facebook",
            "Targi pralek",
            "Żelazka",
            "Zmywarki",
            "WordPress",
            "color",
            "Czytaj",
            "komentarz",
        ),
    ),
    Expected(
        "ministry_table",
        (
            "III runda | Klaster Latawców | Fundacja Wiatr | 31.12.2026",
            "tel. +48 22 111 22 33",
            "wzorce@mp.example",
            "Regulamin konkursu (PDF, 2 MB)",
        ),
        ("Usługi", "Strona główna", "Polityka", "skrzynek"),
    ),
    Expected(
        "portal_with_menus",
        (
            "wspólne zakupy pary,",
            "Podpisało ją 18 firm i dwie uczelnie, a koordynatorem został Instytut Mgły z Mglina.",
        ),
        ("Hutnictwo", "Deszcz", "Grad", "Regulamin", "Copyright", "Targi"),
    ),
    Expected(
        "definition_list",
        (
            "Koordynator | Spółdzielnia Kosz",
            "Telefon | +48 17 222 33 44",
            "Klaster łączy plecionkarzy z całej doliny.",
            "Organizuje też jarmark koszy.",
        ),
        ("Katalog",),
    ),
    Expected(
        "cluster_cards",
        (
            "Zrzesza 22 zegarmistrzów i fabrykę sprężyn w Tykocinku.",
            "Koordynator: Pętelka S.A.",
            "biuro@zegary.example",
            "Bada echo w górach.",
        ),
        ("Czytaj", "©"),
    ),
    Expected(
        "faq_details",
        (
            "Każda firma, która zbiera sitowie od co najmniej roku.",
            "Składka wynosi 120 zł miesięcznie.",
            "Wyślij go do 30 kwietnia.",
        ),
        ("Ukryty",),
    ),
    Expected(
        "nested_lists", ("small tunnel in Windbury", "missions to Breezeland", "Members pay a yearly fee.")
    ),
    Expected("sidebar_list", ("Piana Plus sp. z o.o.", "Szkoła Mydlarstwa"), ("Najnowsze", "Bańka", "wanny")),
    Expected(
        "english_cluster",
        ("Manager: Mary Bright", "Phone: +44 20 7946 0000", "Email: mary@lantern.example"),
        ("News", "Read more", "newsletter", "rights"),
    ),
    Expected("iso_8859_2", ("Prezes: Żaneta Wąs, tel. 18 444 55 66",)),
    Expected(
        "consent_in_the_middle",
        ("Status klastra obowiązuje do 30 września 2028 r.", "Politechnika Kładkowa", "Kamieniarz S.A."),
        ("cookies", "prywatność", "Zgadzam", "Ustawienia"),
    ),
    Expected(
        "amp_page",
        ("Nagrodę odebrała prof. Anna Płoza.", "Klaster zatrudnia ok. 300 osób."),
        ("cookie", "Start", "sopel", "zdjęcie"),
    ),
)


def _read(page: str) -> Document:
    return read_document(f"{page}.html", (_PAGES / f"{page}.html").read_bytes())


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


def test_every_page_has_its_expectation() -> None:
    assert {expected.page for expected in _EXPECTED} == {page.stem for page in _PAGES.glob("*.html")}


@pytest.mark.parametrize("expected", _EXPECTED, ids=lambda expected: expected.page)
def test_an_article_keeps_its_lists_tables_and_addresses(expected: Expected) -> None:
    assert set(expected.says) <= set(_sentences(_read(expected.page)))


@pytest.mark.parametrize("expected", _EXPECTED, ids=lambda expected: expected.page)
def test_the_page_around_an_article_is_cut(expected: Expected) -> None:
    text = _read(expected.page).text

    assert [scrap for scrap in expected.without if scrap in text] == []


@pytest.mark.parametrize("page", [expected.page for expected in _EXPECTED])
def test_markup_never_becomes_text(page: str) -> None:
    text = _read(page).text

    assert [sign for sign in ("<", "&nbsp", "&amp", "{", "href", "[1]") if sign in text] == []


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("wordpress_article", "Bursztynowa Dolina Sprzętu z nowym koordynatorem"),
        ("ministry_table", "Lista klastrów wzorcowych"),
        ("portal_with_menus", "Rusza Klaster Chmur"),
        ("cluster_cards", "Nasze klastry"),
        ("amp_page", "Klaster Sań nagrodzony"),
        ("english_cluster", "About the Lantern Cluster"),
    ],
)
def test_the_title_is_without_the_name_of_the_site(page: str, title: str) -> None:
    assert _read(page).title == title


def test_a_page_tells_its_address_date_and_language() -> None:
    document = _read("wordpress_article")

    assert document.address == "https://wiesci.example/bursztynowa-dolina-koordynator/"
    assert document.date == date(2024, 5, 14)
    assert document.language == "pl"


def test_the_date_is_found_in_a_graph_of_linked_data() -> None:
    assert _read("amp_page").date == date(2022, 1, 9)


def test_the_address_a_browser_saved_a_page_from_is_its_address() -> None:
    page = "<!-- saved from url=(0020)https://mgla.example/ --><html><body><p>Klaster Mgły.</p></body></html>"

    assert read_document("a.html", page.encode()).address == "https://mgla.example/"


def test_rows_keep_the_heads_of_their_columns() -> None:
    assert _leads(_read("ministry_table"))[
        "IV runda | Klaster Dzwonów | Ludwisarnia sp. z o.o. | 30.06.2027"
    ] == ("Runda | Klaster | Koordynator | Status do")


def test_a_cell_over_the_whole_width_heads_the_rows_under_it() -> None:
    document = _body(
        "<table><tr><td colspan=2>V runda, do 2026</td></tr><tr><td>A</td><td>x</td></tr>"
        "<tr><td colspan=2>VI runda, do 2027</td></tr><tr><td>B</td><td>y</td></tr></table>"
    )

    assert _leads(document) == {"A | x": "V runda, do 2026", "B | y": "VI runda, do 2027"}


def test_inner_items_stand_under_the_outer_ones() -> None:
    leads = _leads(_read("nested_lists"))

    assert leads["small tunnel in Windbury"] == "wind tunnels"
    assert leads["Trade"] == "The cluster works in two fields:"


def test_a_linked_list_of_members_stays() -> None:
    assert _leads(_read("consent_in_the_middle"))["Kamieniarz S.A."] == "Partnerzy"


def test_the_address_in_the_foot_does_not_stand_under_the_last_heading() -> None:
    document = _read("cluster_cards")
    foot = next(passage for passage in document.passages if "85 000 11 22" in document.quote(passage.span))

    assert [document.quote(heading) for heading in foot.headings] == ["Nasze klastry"]


def test_a_bold_line_of_its_own_is_a_heading() -> None:
    document = _body("<p><b>Klaster Ech</b></p><p>Bada echo w górach od dziesięciu lat.</p>")

    assert [document.quote(heading) for heading in document.passages[0].headings] == ["Klaster Ech"]


def test_a_wrong_charset_in_the_page_is_found_out() -> None:
    page = '<html><head><meta charset="utf-8"></head><body><p>Źródlana Góra, świeże śliwki.</p></body></html>'

    assert read_document("a.html", page.encode("cp1250")).text == "Źródlana Góra, świeże śliwki."


def test_a_page_without_text_is_refused_with_a_reason() -> None:
    with pytest.raises(EmptyFileError, match="No text"):
        _body("<script>alert(1)</script><div hidden>x</div>")


def test_a_label_and_its_value_in_boxes_are_one_line() -> None:
    document = _body("<div><div>Liczba członków:</div><div>52</div></div><p>Dalej.</p>")

    assert _sentences(document) == ["Liczba członków: 52", "Dalej."]


def test_bullets_typed_into_paragraphs_are_items() -> None:
    document = _body("<p>Należą do niego:</p><p>·&nbsp;&nbsp; Żupa S.A.</p><p>·&nbsp; Szkoła Soli</p>")

    assert _leads(document) == {"Żupa S.A.": "Należą do niego:", "Szkoła Soli": "Należą do niego:"}


def test_paragraphs_of_speech_are_no_items() -> None:
    document = _body("<p>Prezes mówił długo.</p><p>– To sukces – rzekł.</p><p>– Owszem – dodał wójt.</p>")

    assert _leads(document) == {}


def test_members_listed_by_links_in_a_paragraph_stay() -> None:
    document = _body(
        "<p>Klaster działa w dolinie od dawna i przyjmuje nowych członków co roku w maju, zawsze chętnie.</p>"
        "<h2>Członkowie</h2><p><a href=1>Jantar S.A.</a>, <a href=2>Bursztynnik</a>, "
        "<a href=3>Politechnika Morska</a></p>"
    )

    assert "Jantar S.A., Bursztynnik, Politechnika Morska" in _sentences(document)


def test_the_date_of_publication_is_no_sentence_of_the_article() -> None:
    document = _body("<h1>Klaster Ech</h1><p>Opublikowano: 3 lutego 2023</p><p>Bada echo.</p>")

    assert _sentences(document) == ["Bada echo."]
    assert document.date == date(2023, 2, 3)


def test_the_labels_of_tabs_stand_apart() -> None:
    page = (
        "<h1>Klaster Perkoz</h1><p>Klaster zrzesza firmy, które piszą o sobie po jednym zdaniu.</p>"
        "<div role='tablist'><a role='tab' href='#f'>Firmy</a><a role='tab' href='#s'>Szkoły</a></div>"
        "<p>W hali pracuje razem trzydzieści firm, a szkoły przychodzą do nich co tydzień.</p>"
    )

    text = read_document("a.html", page.encode()).text

    assert "FirmySzkoły" not in text


def test_a_street_in_the_title_of_another_article_is_no_address() -> None:
    prose = "Garncarze z doliny pokazali w sobotę misy, dzbany i kafle z białej gliny. Przyszło wielu ludzi."
    read = _body(
        f"<article><h1>Targ</h1><p>{prose}</p><p>{prose}</p><p>{prose}</p><h3>Czytaj także</h3>"
        "<div><a href='/a'>Remont ul. Lipowej zakończony</a></div><div><a href='/b'>Nowy rozkład</a></div>"
        "</article><footer><p>Urząd Gminy, ul. Polna 7, tel. 22 333 44 55</p></footer>"
    )

    assert "Lipowej" not in read.text
    assert "ul. Polna 7" in read.text


def test_each_definition_of_a_term_stands_with_it() -> None:
    page = (
        "<h1>Glossary</h1><dl><dt>Cullet</dt><dd>Broken glass.</dd><dd>A heap of it.</dd>"
        "<dt>Lehr</dt><dd>An oven in which glass cools.</dd></dl>"
    )

    assert "Cullet | Broken glass.\nCullet | A heap of it.\nLehr | An oven" in _body(page).text


def test_the_heading_of_a_page_goes_first_wherever_its_markup_has_it() -> None:
    story = "<p>Nine glassworks of the valley have signed a contract on energy, after talks of two years.</p>"
    page = f"<div>{story}<h2>Who signed</h2>{story}</div><div><h1>Glassworks unite</h1></div>"

    assert _body(page).text.startswith("Glassworks unite\n")
    assert _body(page.replace("h1", "h3")).text.startswith("Nine")


def test_figures_above_the_line_do_not_become_part_of_the_number_before_them() -> None:
    text = _body("<p>Founded in 2019<sup>1</sup>, it makes 10<sup>3</sup> t on 40 m<sup>2</sup>.</p>").text

    assert text == "Founded in 2019¹, it makes 10³ t on 40 m²."


def test_what_is_quoted_has_the_marks_that_a_browser_draws() -> None:
    polish = "<html lang='pl'><body><p>Mówi: <q>mąki nie <b>zabraknie</b></q>.</p></body></html>"
    english = "<html lang='en'><body><p>She says <q>there is flour</q>.</p></body></html>"

    assert read_document("a.html", polish.encode()).text == "Mówi: „mąki nie zabraknie”."
    assert read_document("a.html", english.encode()).text == "She says “there is flour”."


def test_the_bullets_that_a_word_processor_writes_before_items_are_none_of_their_text() -> None:
    def item(sign: str, text: str, level: int) -> str:
        drawn = f"<span style='mso-list:Ignore'>{sign}<span>&nbsp;</span></span>"
        return f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'>{drawn}{text}</p>"

    items = item("§", "żytnie", 1) + item("o", "nowe", 2) + item("1)", "stare", 1)
    page = f"<html><body><p>Młyny:</p>{items}</body></html>"

    assert read_document("a.html", page.encode()).text == "Młyny:\n• żytnie\n  • nowe\n1) stare"


def test_a_table_behind_a_box_of_other_articles_is_the_articles() -> None:
    page = (
        "<article><h1>Młyny</h1><p>Osiemnaście młynów podpisało w piątek porozumienie o współpracy.</p>"
        "<aside class=related><h3>Czytaj także</h3><ul><li><a href=/a>Piekarnie</a></li></ul></aside>"
        "<table><caption>Założyciele</caption><tr><th>Powiat</th><th>Młyny</th></tr>"
        "<tr><td>brzeski</td><td>7</td></tr></table><p>Następne spotkanie będzie w marcu.</p></article>"
    )

    text = read_document("a.html", page.encode()).text

    assert "Założyciele\n\nPowiat | Młyny\nbrzeski | 7" in text
    assert "Piekarnie" not in text


def test_whose_page_it_is_stands_in_the_text_though_only_the_browser_s_title_tells() -> None:
    page = (
        "<title>Kontakt - Klaster Młynów Wiatrak</title><h1>Kontakt</h1><p>Telefon: 17 222 33 44.</p>"
        "<p>Biuro czynne jest od poniedziałku do piątku.</p>"
    )

    assert read_document("a.html", page.encode()).text.startswith("Klaster Młynów Wiatrak\n")


@pytest.mark.parametrize(
    "title",
    [
        "Klaster Emu straci status? - Portal Branżowy",
        "Wyniki naboru - Klaster Emu wśród laureatów",
        "Praca w Klastrze Emu: specjalista - Portal Pracy",
    ],
)
def test_a_headline_in_the_browser_s_title_is_not_whose_page_it_is(title: str) -> None:
    page = f"<title>{title}</title><h1>Z regionu</h1><p>Biuro czynne jest od poniedziałku do piątku.</p>"

    assert "Klaster Emu" not in read_document("a.html", page.encode()).text
