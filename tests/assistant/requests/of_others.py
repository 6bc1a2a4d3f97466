"""Questions for numbers, for whom somebody stands for, for advice."""

from assistant.request import Request
from tests.assistant.requests.asked import asks

COUNTS: list[tuple[str, Request]] = [
    ("Ile klastrów ma status KKK?", asks("count", status="KKK")),
    ("Ile klastrów powstało w 2003 roku?", asks("count", founded="2003")),
    (
        "Ile klastrów koordynuje Politechnika Śląska?",
        asks("count", attributes="coordinator", regions="slaskie", unread=("Politechnika",)),
    ),
    (
        "Ile klastrów miało status KKK 1 czerwca 2025?",
        asks("count", status="KKK", valid_on="2025-06-01", dated=True),
    ),
    ("Ile klastrów jest w województwie śląskim?", asks("count", regions="slaskie")),
    ("How many clusters are there in Silesia?", asks("count", regions="slaskie")),
    ("Liczba klastrów z Małopolski", asks("count", regions="malopolskie")),
    ("Number of National Key Clusters", asks("count", status="KKK")),
    ("Ile jest Krajowych Klastrów Kluczowych?", asks("count", status="KKK")),
    ("Ilu klastrom wygasł status w 2024?", asks("count", status="*", ends_in="2024", dated=True)),
    ("Powiedz mi ile jest klastrów w Łodzi", asks("count", towns="lodz")),
    ("Ile klastrów KKK działa w Krakowie?", asks("count", status="KKK", towns="krakow")),
    ("Ile klastrów z V rundy jest na Śląsku?", asks("count", status="*", round="V", regions="slaskie")),
    ("Ile klastrów KKK było w 2022 roku?", asks("count", status="KKK", valid_during="2022", dated=True)),
    (
        "How many clusters held KKK status on 1 January 2024?",
        asks("count", status="KKK", valid_on="2024-01-01", dated=True),
    ),
    ("How many clusters are in round VI?", asks("count", status="*", round="VI")),
    ("Ile klastrów założono przed 2010?", asks("count", founded="0001-01-01/2009-12-31")),
    ("Ile klastrów liczy ponad 100 członków?", asks("count", members=("more", 100))),
    ("Ile jest klastrów na świecie?", asks("count", unread=("świecie",))),
    (
        "Ile klastrów ma KKK dłużej niż do 2024?",
        asks("count", status="KKK", ends_after="2024-12-31", dated=True),
    ),
    # What could be done on a day; words that tell nothing.
    (
        "How many clusters could use KKK status in May 2023?",
        asks("count", status="KKK", valid_during="2023-05", dated=True),
    ),
    (
        "Ile klastrów mogło posługiwać się tytułem KKK 1 lutego 2025?",
        asks("count", status="KKK", valid_on="2025-02-01", dated=True),
    ),
    ("ile klastrów meblowych jest u was, włącznie z zagranicznymi", asks("count", sectors="furniture")),
    ("How many food clusters are there, including foreign?", asks("count", sectors="food")),
    ("Ile klastrów ogarnia logistykę?", asks("count", sectors="logistics")),
    ("Ile klastrów macie spoza Polski?", asks("count", countries="CZ LT")),
    ("Ilu klastrom cofnięto status KKK?", asks("count", status="KKK", withdrawn=True)),
]

HOLDERS: list[tuple[str, Request]] = [
    (
        "Który klaster reprezentuje Fundacja Jantarowa?",
        asks("holder", attributes="representative", value="Fundacja Jantarowa"),
    ),
    (
        "Which cluster is chaired by Edwin Marlow?",
        asks("holder", attributes="person", value="Edwin Marlow", role="chair"),
    ),
    ("czyj telefon to 55 123 45 67", asks("holder", attributes="phone", value="55 123 45 67")),
    (
        "Który klaster koordynuje Politechnika Krakowska?",
        asks("holder", attributes="coordinator", value="Politechnika Krakowska"),
    ),
    (
        "Które klastry koordynuje Izba Przemysłowo-Handlowa w Gliwicach?",
        asks("holder", attributes="coordinator", value="Izba Przemysłowo-Handlowa w Gliwicach"),
    ),
    (
        "co koordynuje Fundacja Jantarowa",
        asks("holder", attributes="coordinator", value="Fundacja Jantarowa"),
    ),
    (
        "kogo reprezentuje Halina Wodnicka",
        asks("holder", attributes="representative", value="Halina Wodnicka"),
    ),
    (
        "Who is represented by the Lantern Foundation?",
        asks("holder", attributes="representative", value="Lantern Foundation"),
    ),
    (
        "What does the Lantern Foundation coordinate?",
        asks("holder", attributes="coordinator", value="Lantern Foundation"),
    ),
    (
        "Where is Edwin Marlow director?",
        asks("holder", attributes="person", value="Edwin Marlow", role="director"),
    ),
    (
        "Gdzie Halina Wodnicka jest prezesem?",
        asks("holder", attributes="person", value="Halina Wodnicka", role="president"),
    ),
    (
        "którego klastra prezesem jest Halina Wodnicka",
        asks("holder", attributes="person", value="Halina Wodnicka", role="president"),
    ),
    ("biuro@ster.example czyj to email", asks("holder", attributes="email", value="biuro@ster.example")),
    (
        "Which cluster has the website www.lantern.example?",
        asks("holder", attributes="website", value="www.lantern.example"),
    ),
    ("jakim klastrem kieruje Jan Nowak", asks("holder", attributes="person", value="Jan Nowak")),
    (
        "ktory klaster koordynuje fundacja jantarowa",
        asks("holder", attributes="coordinator", value="fundacja jantarowa"),
    ),
    (
        "Klastry koordynowane przez Politechnikę Śląską",
        asks("holder", attributes="coordinator", value="Politechnikę Śląską"),
    ),
    (
        "Which cluster does Lantern Foundation represent?",
        asks("holder", attributes="representative", value="Lantern Foundation"),
    ),
    (
        "Jakie klastry reprezentuje Fundacja Jantarowa?",
        asks("holder", attributes="representative", value="Fundacja Jantarowa"),
    ),
    (
        "W którym klastrze prezesem jest Halina Wodnicka?",
        asks("holder", attributes="person", value="Halina Wodnicka", role="president"),
    ),
    ("Whose email is biuro@ster.example?", asks("holder", attributes="email", value="biuro@ster.example")),
    ("Do kogo należy numer 55 123 45 67?", asks("holder", attributes="phone", value="55 123 45 67")),
    (
        "Which cluster does Jantar Ltd belong to?",
        asks(
            "holder", attributes="person coordinator representative partner phone email", value="Jantar Ltd"
        ),
    ),
    (
        "Who does the Carpentry Guild represent?",
        asks("holder", attributes="representative", value="Carpentry Guild"),
    ),
    # By a project.
    (
        "Które klastry biorą udział w projekcie Zielona Fala?",
        asks("holder", attributes="project", value="Zielona Fala"),
    ),
    ("Kto realizuje projekt „Mosty 2030”?", asks("holder", attributes="project", value="Mosty 2030")),
    (
        "Which clusters are partners in the GreenKiln project?",
        asks("holder", attributes="project", value="GreenKiln"),
    ),
]

RECOMMENDATIONS: list[tuple[str, Request]] = [
    (
        "prowadzę odlewnię pod Krakowem, który klaster wybrać?",
        asks(
            "recommendation",
            sectors="metals metalworking",
            regions="malopolskie",
            described="prowadzę odlewnię pod Krakowem",
        ),
    ),
    (
        "we make aircraft parts in Rzeszów, which cluster fits",
        asks(
            "recommendation",
            sectors="aerospace",
            towns="rzeszow",
            described="we make aircraft parts in Rzeszów",
        ),
    ),
    (
        "szukam klastra dla producenta mebli",
        asks("recommendation", sectors="furniture", described="producenta mebli"),
    ),
    ("polećcie klaster", asks("recommendation")),
    (
        "Robimy meble kuchenne, okolice Elbląga",
        asks(
            "recommendation",
            sectors="furniture",
            regions="warminsko-mazurskie",
            described="Robimy meble kuchenne, okolice Elbląga",
        ),
    ),
    (
        "Mam stolarnię w Elblągu. Do którego klastra warto dołączyć?",
        asks("recommendation", sectors="furniture wood", towns="elblag", described="Mam stolarnię w Elblągu"),
    ),
    (
        "Jesteśmy producentem oprogramowania z Gdańska, szukamy klastra",
        asks(
            "recommendation",
            sectors="it",
            towns="gdansk",
            described="Jesteśmy producentem oprogramowania z Gdańska",
        ),
    ),
    (
        "I run a foundry near Kraków. Which cluster should I join?",
        asks(
            "recommendation",
            sectors="metals metalworking",
            regions="malopolskie",
            described="I run a foundry near Kraków",
        ),
    ),
    (
        "Which cluster would you recommend for a drone startup?",
        asks("recommendation", sectors="aerospace", described="a drone startup"),
    ),
    (
        "Jaki klaster dla piekarni z Lublina?",
        asks("recommendation", sectors="food", towns="lublin", described="piekarni z Lublina"),
    ),
    (
        "klaster dla firmy spedycyjnej",
        asks("recommendation", sectors="logistics", described="firmy spedycyjnej"),
    ),
    (
        "best cluster for a medical device company",
        asks("recommendation", sectors="medical-devices", described="a medical device company"),
    ),
    (
        "produkujemy szyby w Gliwicach, kto by nam pasował",
        asks("recommendation", towns="gliwice", described="produkujemy szyby w Gliwicach"),
    ),
    (
        "We build boats. Who could we team up with?",
        asks("recommendation", sectors="maritime", described="We build boats"),
    ),
    ("I want to join a cluster", asks("recommendation")),
    (
        "prowadze odlewnie pod krakowem ktory klaster",
        asks(
            "recommendation",
            sectors="metals metalworking",
            regions="malopolskie",
            described="prowadze odlewnie pod krakowem",
        ),
    ),
    (
        "Jaki klaster będzie najlepszy dla startupu z branży medtech?",
        asks("recommendation", sectors="medical-devices", described="startupu z branży medtech"),
    ),
    (
        "Our company produces plastic packaging in Bydgoszcz; which clusters would suit us?",
        asks(
            "recommendation",
            sectors="paper plastics",
            towns="bydgoszcz",
            described="Our company produces plastic packaging in Bydgoszcz",
        ),
    ),
    (
        "Jestem rolnikiem, czy jest dla mnie jakiś klaster?",
        asks("recommendation", sectors="agriculture", described="Jestem rolnikiem"),
    ),
    (
        "Do jakiego klastra może dołączyć firma meblarska z Kępna?",
        asks("recommendation", sectors="furniture", towns="kepno", described="firma meblarska z Kępna"),
    ),
    (
        "Mamy małą firmę transportową w Szczecinie. Gdzie się zgłosić?",
        asks(
            "recommendation",
            sectors="logistics",
            towns="szczecin",
            described="Mamy małą firmę transportową w Szczecinie",
        ),
    ),
    ("Jestem studentem, jaki klaster prowadzi staże?", asks("recommendation", described="Jestem studentem")),
    (
        "Chcę dołączyć do klastra lotniczego",
        asks("recommendation", sectors="aerospace", described="lotniczego"),
    ),
    (
        "We're a hospital in Lublin looking for a cluster",
        asks("recommendation", sectors="health", towns="lublin", described="We're a hospital in Lublin"),
    ),
    ("Any cluster for beekeepers?", asks("recommendation", sectors="agriculture", described="beekeepers")),
    (
        "Suggest a cluster for a furniture maker in Wielkopolska",
        asks(
            "recommendation",
            sectors="furniture",
            regions="wielkopolskie",
            described="a furniture maker in Wielkopolska",
        ),
    ),
    # Without the word for a cluster.
    (
        "Hej, mam stolarnię pod Lublinem, gdzie się zapisać?",
        asks(
            "recommendation",
            sectors="furniture wood",
            regions="lubelskie",
            described="Hej, mam stolarnię pod Lublinem",
        ),
    ),
    (
        "Robimy meble w Opolu. Dokąd się zgłosić?",
        asks("recommendation", sectors="furniture", towns="opole", described="Robimy meble w Opolu"),
    ),
    (
        "I have a furniture workshop in Łódź. Where should I sign up?",
        asks(
            "recommendation",
            sectors="furniture",
            towns="lodz",
            described="I have a furniture workshop in Łódź",
        ),
    ),
    (
        "Dzień dobry, mamy drukarnię w Kielcach, kto nas przyjmie?",
        asks(
            "recommendation",
            sectors="printing",
            towns="kielce",
            described="Dzień dobry, mamy drukarnię w Kielcach",
        ),
    ),
    (
        "Szyjemy meble tapicerowane w Koninie, dokąd warto dołączyć?",
        asks(
            "recommendation",
            sectors="furniture",
            towns="konin",
            described="Szyjemy meble tapicerowane w Koninie",
        ),
    ),
    (
        "Wypalam kafle w Nysie, jaki klaster byłby dla mnie?",
        asks("recommendation", towns="nysa", sectors="glass-ceramics", described="Wypalam kafle w Nysie"),
    ),
]
# What passages answer, or nobody: nothing of it is asked of the register.
