"""Names that are a document's title, or stand at its top."""

from tests.index.extraction.reading import read


def test_a_title_in_the_other_language_is_another_name() -> None:
    text = "# Żeliwna Dolina\n\nCast Iron Valley\n\nTen klaster zrzesza 30 firm.\n"

    assert set(read(text).names("Żeliwna Dolina")) == {"Żeliwna Dolina", "Cast Iron Valley"}


def test_a_network_s_own_page_that_speaks_of_the_cluster_names_it() -> None:
    text = (
        "<html><head><title>Dolina Wiatru</title></head><body><main><h1>Razem dalej</h1>"
        "<p>Od wirnika po maszt: klaster wiatrowy z Ustki zaprasza.</p><h2>Kim jesteśmy</h2>"
        "<p>Dolina Wiatru to największe skupisko firm wiatrowych. Działamy od lat na całym wybrzeżu.</p>"
        "</main></body></html>"
    )

    assert read(text, "x.html").clusters == ["Dolina Wiatru"]
