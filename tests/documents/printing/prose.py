"""Polish sentences about clusters that do not exist, as many as are wanted, no two alike in a row."""

from random import Random

# fmt: off
_NAMES = (
    "Klaster Bystrej Wody",
    "Klaster Młyny nad Nerem",
    "Sieć Zielonych Warsztatów",
    "Klaster Dębowa Przystań",
    "Stowarzyszenie Nowych Kuźni",
    "Klaster Wapiennych Wzgórz",
    "Grupa Jasny Most",
    "Klaster Żuławskich Łąk",
)
_DOES = (
    "prowadzi wspólną pracownię badawczą",
    "szkoli młodych rzemieślników z całego województwa",
    "organizuje co roku targi dla przedsiębiorstw rodzinnych",
    "wspiera członków w zdobywaniu certyfikatów",
    "kupuje energię elektryczną wspólnie i taniej",
    "wydaje kwartalnik o gospodarce obiegu zamkniętego",
    "udostępnia małym firmom drukarki przestrzenne",
    "bada potrzeby przedsiębiorców metodą ankietową",
    "negocjuje ubezpieczenia dla kilkudziesięciu zakładów",
    "przygotowuje wnioski o dofinansowanie projektów",
)
_WHEN = (
    "od 2014 roku",
    "w każdy drugi czwartek miesiąca",
    "przez cały okres trwania projektu",
    "od jesieni 2019 r.",
    "zgodnie z uchwałą walnego zgromadzenia",
    "po uzgodnieniu z samorządem powiatu",
    "mimo rosnących kosztów",
    "we współpracy z dwiema uczelniami technicznymi",
    "dzięki składkom członkowskim",
    "na podstawie statutu",
)
_WHY = (
    "ponieważ pojedyncze firmy nie mogłyby sobie na to pozwolić",
    "aby zatrzymać wykwalifikowanych pracowników",
    "choć rada klastra długo się nad tym zastanawiała",
    "co potwierdza niezależna ocena ekspertów",
    "żeby skrócić drogę od pomysłu do wdrożenia",
    "a wyniki ogłasza na swojej stronie internetowej",
    "dlatego przybywa mu partnerów z zagranicy",
    "jeżeli zgłosi się co najmniej dziesięciu chętnych",
)
_NOUNS = (
    "Członkowie",
    "Koordynator",
    "Rada programowa",
    "Biuro",
    "Partnerzy",
    "Zarząd",
    "Uczestnicy",
    "Eksperci",
    "Samorządy",
    "Przedsiębiorstwa",
    "Uczelnie",
    "Inwestorzy",
    "Wykonawcy",
    "Doradcy",
)
_TOPICS = (
    "wspólne zakupy",
    "rozwój kadr",
    "badania i wdrożenia",
    "współpraca zagraniczna",
    "promocja regionu",
    "energia odnawialna",
    "cyfryzacja usług",
    "łańcuchy dostaw",
    "standardy zarządzania",
    "nowe specjalizacje",
)

# fmt: on


def sentence(chance: Random) -> str:
    begun = f"{chance.choice(_NAMES)} {chance.choice(_DOES)} {chance.choice(_WHEN)}"
    return f"{begun}, {chance.choice(_WHY)}." if chance.random() < 0.6 else f"{begun}."


def paragraph(chance: Random, sentences: int = 4) -> str:
    return " ".join(sentence(chance) for _ in range(sentences))


def heading(chance: Random) -> str:
    return f"{chance.choice(_NOUNS)} i {chance.choice(_TOPICS)}"


def phrase(chance: Random) -> str:
    """A few words, as a bullet or a cell of a table has."""
    return f"{chance.choice(_TOPICS)} {chance.choice(_WHEN)}"


def amount(chance: Random) -> str:
    return f"{chance.randint(2, 980)},{chance.randint(0, 9)} mln zł"


def row(chance: Random) -> tuple[str, ...]:
    return chance.choice(_NAMES), phrase(chance), amount(chance), str(chance.randint(2012, 2029))


HEAD = ("Nazwa", "Zakres działania", "Budżet", "Rok")
