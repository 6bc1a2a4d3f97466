"""Whose page a text is that says "we", answers questions, or is a talk with somebody."""

from tests.index.extraction.reading import read


def test_a_page_that_says_we_is_of_the_cluster_with_the_rights_in_it() -> None:
    text = (
        "<html><head><title>About us | Ostrava Tool Valley</title></head><body><main><h1>Who we are</h1>"
        "<p>We are a cluster of toolmakers.</p><h2>In numbers</h2>"
        "<p>Since 2012 we have grown to 61 members.</p>"
        "<h2>People</h2><ul><li>Eva Malá, Director, eva@tools.example</li></ul></main>"
        "<footer><p>© Ostrava Tool Valley, info@tools.example</p></footer></body></html>"
    )
    found = read(text, "about.html")

    assert found.told("members") == [("Ostrava Tool Valley", "61")]
    assert found.people() == [("Eva Malá", "director")]


def test_sections_of_a_page_that_says_we_are_of_the_cluster_at_its_top() -> None:
    text = (
        "# O nas\n\n**Sieć Bednarska** (SB) to klaster. Zrzeszamy bednarzy.\n\n"
        "## W liczbach\n\n- 96 członków\n\n"
        "## Nasza misja\n\nChcemy, by beczki wróciły do piwnic.\n\n## Partnerzy\n\n"
        "Współpracujemy z Klastrem Derkacz i Klastrem Perkoz.\n"
    )
    found = read(text)

    assert found.told("members") == [("Sieć Bednarska", "96")]
    assert [name for name, _ in found.told("mission")] == ["Sieć Bednarska"]


def test_questions_and_answers_are_of_the_network_in_the_title() -> None:
    text = (
        "# Dolina Kaszubska – najczęstsze pytania\n\n**Od kiedy działacie?** Od 2008 roku.\n\n"
        "**Ilu macie członków?** Na koniec 2024 roku było ich 87.\n\n"
        "**Kto reprezentuje klaster?** Izba Rybna.\n"
    )
    found = read(text)

    assert found.told("founded") == [("Dolina Kaszubska", "2008")]
    assert found.told("members") == [("Dolina Kaszubska", "87")]


def test_a_talk_is_about_the_network_that_its_first_lines_name() -> None:
    text = (
        '"Slowly up"\n\nAn interview with the manager of the Varna Optics Alliance\n\n'
        "How many companies are with you today?\nForty-four.\n\nWho are your friends?\nThe Plovdiv cluster.\n"
    )

    assert ("Varna Optics Alliance", "44") in read(text, "a.txt").told("members")


def test_who_is_quoted_says_we_of_the_cluster_just_spoken_of() -> None:
    text = (
        "# Reportaż\n\nKlaster Turkawka rośnie. Klaster Turkawka śpiewa.\n\n## Sąsiedzi\n\n"
        "Klaster Derkacz maleje. „Zrzeszamy 15 firm” – przyznaje jego dyrektor.\n"
    )

    assert read(text).told("members") == [("Klaster Derkacz", "15")]


def test_every_name_in_a_bracket_is_another_name() -> None:
    text = "# O nas\n\nDolina Rybna (DRY, ang. Kashubian Fish Valley) to klaster przetwórców.\n"

    assert set(read(text).names("Dolina Rybna")) == {"Dolina Rybna", "DRY", "Kashubian Fish Valley"}


def test_a_network_may_be_told_by_how_many_firms_it_is() -> None:
    text = "# Reportaż z klastra\n\nDziś BEDNEX to 74 firmy. Klaster rośnie. Klaster działa od 2010 roku.\n"

    assert read(text).told("members") == [("BEDNEX", "74")]
