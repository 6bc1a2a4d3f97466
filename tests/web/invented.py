"""A register of invented clusters, in two invented documents whose words its facts stand on."""

from dataclasses import dataclass, field, replace
from datetime import date

from documents.model import Place, Span
from documents.moments import Moment
from index.extraction.model import Name
from index.model import StoredDocument
from index.register.model import WITHDRAWN, Attribute, Fact, Source
from index.register.register import Register
from index.register.subject import StoredSubject
from tests.web.fake_library import HOSTILE
from tests.web.fakes import House

TODAY = date(2026, 11, 22)
_ENDS = {"V": date(2024, 6, 30), "VI": date(2025, 12, 17), "VII": date(2028, 3, 31)}
# Name, round, coordinator, town, region, sector, members.
_LISTED = """
Klaster Szklana Dolina | VI | Fundacja Szkło i Ogień | Krosno | podkarpackie | construction | 48
Bałtycki Klaster Szkutniczy | VII | Stowarzyszenie Stępka | Gdynia | pomorskie | maritime | 112
Śląski Klaster Dronów | VI | Izba Nowych Skrzydeł | Gliwice | slaskie | aerospace | 57
Klaster Mebli Artystycznych | VII | Meblarze Razem | Kępno | wielkopolskie | furniture | 203
Podlaski Klaster Zielarski | V | Gmina Wrzosowa | Supraśl | podlaskie | biopharma | 31
Mazowiecki Klaster Zegarmistrzów | VI | Towarzystwo Wahadło | Radom | mazowieckie | machinery | 19
Klaster Odlewników Nad Wisłą | VII | Politechnika Nadwiślańska | Kraków | malopolskie | metals | 86
Klaster Druku Przestrzennego | V | Park Technologiczny Iskra | Kielce | swietokrzyskie | printing | 44
Łódzki Klaster Włókien | VI | Stowarzyszenie Osnowa | Łódź | lodzkie | textiles | 75
Karkonoski Klaster Turystyki |  | Związek Schronisk | Jelenia Góra | dolnoslaskie | tourism | 140
Małopolski Klaster Sera |  | Spółdzielnia Koza | Nowy Targ | malopolskie | food | 22
Lubelski Klaster Pszczół | VI | Pasieki Wschodu | Lublin | lubelskie | agriculture | 61
Klaster Robotów Rolniczych | VII | Instytut Lemiesza | Poznań | wielkopolskie | agriculture | 38
Klaster Cichej Energii | VI | Fundacja Turbina | Szczecin | zachodniopomorskie | energy | 54
Kujawski Klaster Kompozytów | VII | Izba Włókna | Bydgoszcz | kujawsko-pomorskie | plastics | 67
Śląski Klaster Czystej Wody | VII | Wodociągi Razem | Katowice | slaskie | environment | 93
Klaster Kolei Górskich | V | Stowarzyszenie Szyna | Katowice | slaskie | logistics | 29
"""


@dataclass
class Paper:
    """A document that is written line by line; each line gives the source that it is."""

    house: House
    id: str
    title: str
    day: date
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.line(self.title)

    def line(self, words: str) -> Source:
        """A line more, as a source."""
        start = sum(len(one) + 2 for one in self.lines)
        self.lines.append(words)
        self.house.library.texts[self.id] = (self.title, "pl", f"{self.id}.txt", "\n\n".join(self.lines))
        span = Span(start, start + len(words))
        return Source(self.document, 1, Place("section", None, self.title, span), span, words)

    @property
    def document(self) -> StoredDocument:
        return replace(self.house.library.document(self.id), date=self.day)


@dataclass
class Writer:
    """What is said of clusters, in the order it is written."""

    subjects: list[StoredSubject] = field(default_factory=list)
    facts: int = 0

    def subject(self, source: Source, *names: str) -> None:
        told = tuple(
            Name(name, Span(source.span.start, source.span.start + 1), "full" if at == 0 else "translation")
            for at, name in enumerate(names)
        )
        self.subjects.append(StoredSubject(len(self.subjects) + 1, told, source))

    def fact(
        self,
        source: Source,
        attribute: Attribute,
        value: str,
        qualifier: str = "",
        *,
        since: Moment | None = None,
        until: Moment | None = None,
    ) -> None:
        """A fact about the last subject."""
        self.facts += 1
        said_on = source.document.date
        fact = Fact(self.facts, attribute, value, source, qualifier, since, until, said_on)
        last = self.subjects[-1]
        self.subjects[-1] = replace(last, facts=(*last.facts, fact))


def invented(house: House) -> House:
    """The house with the documents, and the register of them."""
    writer = Writer()
    gala = Paper(house, "gala", "Gala klastrów 2023", date(2023, 1, 9))
    for row in _LISTED.strip().split("\n"):
        _list(writer, gala, row.split(" | "))
    _news(writer, Paper(house, "news", "Nowiny klastrowe", date(2026, 2, 3)))
    house.register = Register(writer.subjects)
    house.today = TODAY
    return house


def _list(writer: Writer, paper: Paper, row: list[str]) -> None:
    name, round_, coordinator, town, region, sector, members = row
    until = _ENDS.get(round_)
    lead = paper.line(f"Status ważny do {until} otrzymały:") if until else None
    source = paper.line(f"{name} ({town}), który reprezentuje {coordinator}; zrzesza {members} firm")
    source = replace(source, scope=((lead.span, lead.quote),) if lead else ())
    writer.subject(source, name)
    if until:
        since = Moment.day(date(2025, 4, 1)) if round_ == "VII" else None
        writer.fact(source, "status", "KKK", round_, since=since, until=Moment.day(until))
    writer.fact(source, "coordinator", coordinator)
    writer.fact(source, "place", town)
    writer.fact(source, "region", region)
    writer.fact(source, "sector", sector)
    writer.fact(source, "members", members, "firm")


def _news(writer: Writer, paper: Paper) -> None:
    disputed = paper.line(
        "Śląski Klaster Dronów (Silesian Drone Cluster), 64 firmy, ma status do 31 stycznia 2026"
    )
    writer.subject(disputed, "Śląski Klaster Dronów", "Silesian Drone Cluster")
    writer.fact(disputed, "status", "KKK", "VI", until=Moment.day(date(2026, 1, 31)))
    writer.fact(disputed, "members", "64", "firm")
    writer.fact(disputed, "email", "biuro@drony.example")
    writer.fact(disputed, "phone", "+48320000000")
    writer.fact(disputed, "website", "drony.example")
    writer.fact(disputed, "person", "Anna Przykładowa", "prezeska")
    taken = paper.line("Minister odebrał status klastrowi Klaster Kolei Górskich 1 marca 2024 roku.")
    writer.subject(taken, "Klaster Kolei Górskich")
    writer.fact(taken, "status", "KKK", WITHDRAWN, until=Moment.day(date(2024, 3, 1)))
    abroad = paper.line("Czeski Klaster Kryształu działa w Libercu od 2011 roku.")
    writer.subject(abroad, "Czeski Klaster Kryształu")
    writer.fact(abroad, "country", "CZ")
    writer.fact(abroad, "founded", "2011")
    somewhere = paper.line("Klaster Niewiadomy ma dobre zamiary.")
    writer.subject(somewhere, "Klaster Niewiadomy")
    writer.fact(somewhere, "mission", "ma dobre zamiary")
    bad = paper.line(f"Klaster Psotny {HOSTILE}")
    writer.subject(bad, f"Klaster Psotny {HOSTILE}")
    writer.fact(bad, "coordinator", "=1+1")
    writer.fact(bad, "website", "javascript:alert(1)")
    writer.fact(bad, "mission", HOSTILE)
