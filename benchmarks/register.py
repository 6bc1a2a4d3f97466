"""What the register costs at 5,000 clusters and 100,000 facts: loading it, and all that is asked of it.

    python -m benchmarks.register [--clusters N] [--at-most FIGURE=VALUE …]

Clusters, bodies and persons are made up; each document states twenty facts of each of five. Times are
in milliseconds: of loading in a process that has just begun, and medians of each question to what is loaded.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np

from assistant.answers.register.answer import register_abstention, register_answer
from assistant.question import understand
from assistant.reading import read_request
from benchmarks.bounds import check_bounds, take_bounds
from documents.model import Document, Passage, Place, Sentence, Span
from documents.moments import Moment
from index.arrival import Arrival
from index.extraction.model import Claim, Extract, Name, Subject
from index.register.model import Attribute, Conditions
from index.register.present import RegisterOf
from index.register.register import Register
from index.store import Store

T = TypeVar("T")
TODAY = date(2026, 6, 1)
A_DOCUMENT = 5
PREFIXES = ("Śląski", "Pomorski", "Mazowiecki", "Lubelski", "Opolski", "Podlaski", "Polski", "Wschodni")
SECTORS = (
    "Lotniczy",
    "Meblowy",
    "Chemiczny",
    "Odlewniczy",
    "Spożywczy",
    "Informatyczny",
    "Medyczny",
    "Stoczniowy",
)
KEYS = ("aerospace", "furniture", "chemicals", "metals", "food", "it", "health", "maritime")
REGIONS = ("slaskie", "pomorskie", "mazowieckie", "lubelskie", "opolskie", "podlaskie", "lodzkie", "lubuskie")
TOWNS = ("Katowice", "Gdynia", "Radom", "Lublin", "Opole", "Suwałki", "Łódź", "Żary")
SYLLABLES = (
    "bra",
    "zel",
    "mon",
    "tri",
    "wek",
    "sul",
    "dor",
    "fan",
    "gli",
    "pro",
    "kest",
    "var",
    "nim",
    "hol",
    "jur",
)
FIRST_NAMES = ("Jan", "Anna", "Piotr", "Maria", "Tomasz", "Ewa", "Adam", "Zofia")


def main() -> int:
    """Prints the figures; 1 if a bound on them does not hold."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--clusters", type=int, default=5_000)
    take_bounds(cli)
    given = cli.parse_args()
    with tempfile.TemporaryDirectory(prefix="register-") as folder:
        with closing(Store(Path(folder) / "library.sqlite")) as store:
            fill(store, given.clusters)
            begun = time.perf_counter()
            registers = RegisterOf(store)
            register = registers.now()
            figures = {"load_ms": (time.perf_counter() - begun) * 1000}
            figures["present_ms"] = _median(registers.now, 50)
            figures["reload_ms"] = _reload(store, registers)
        print(f"clusters={len(register.clusters)} facts={sum(len(one.facts) for one in register.clusters)}")
        figures |= _asked(register)
    print(" ".join(f"{name}={value:.3f}" for name, value in figures.items()))
    return check_bounds(given, figures)


def fill(store: Store, clusters: int) -> None:
    """Add made-up documents that tell of so many clusters."""
    random.seed(7)
    for first in range(0, clusters, A_DOCUMENT):
        document, extract = _document(first, min(A_DOCUMENT, clusters - first))
        vectors = np.ones((len(document.passages), 1), dtype=np.float32)
        store.add(
            document,
            document.text.encode(),
            name=document.file,
            vectors=vectors,
            model="none",
            extract=extract,
            arrival=Arrival("benchmark"),
        )


def _document(first: int, count: int) -> tuple[Document, Extract]:
    lines: list[str] = []
    subjects: list[Subject] = []
    claims: list[Claim] = []
    for at in range(count):
        number = first + at
        line = f"{_name(number)}: {_person(number)}, {_body(number)}."
        start = sum(len(one) + 1 for one in lines)
        span = Span(start, start + len(line))
        lines.append(line)
        name = Name(_name(number), Span(start, start + len(_name(number))))
        subjects.append(Subject((name,), at, span))
        claims += list(_claims(number, at, span))
    text = "\n".join(lines)
    passages = tuple(Passage(one.span, (Sentence(one.span),), 0) for one in subjects)
    place = Place("section", None, "", Span(0, len(text)))
    file = f"{first:06}.txt"
    read = Document(file, "text", file, "pl", text, (place,), passages, date=date(2020 + first % 6, 3, 1))
    return read, Extract(tuple(subjects), tuple(claims), recipe=1)


def _claims(number: int, subject: int, span: Span) -> Iterator[Claim]:
    kind = number % len(KEYS)
    said = date(2020 + number % 6, 3, 1)
    for round, year in (("V", 2018 + number % 7), ("VI", 2022 + number % 5)):
        since, until = Moment.year(year), Moment.day(date(year + 3, 12, 17))
        yield Claim(subject, "status", "KKK", subject, span, (), round, since, until, said)
    stated: tuple[tuple[Attribute, str], ...] = (
        ("coordinator", _body(number)),
        ("region", REGIONS[number // 8 % len(REGIONS)]),
        ("sector", KEYS[kind]),
        ("place", TOWNS[number // 8 % len(TOWNS)]),
        ("country", "PL"),
        ("founded", str(2003 + number % 20)),
        ("members", str(10 + number % 300)),
        ("email", f"biuro@{_word(number)}.example"),
        ("website", f"www.{_word(number)}.example"),
        ("phone", f"+48{500_000_000 + number}"),
    )
    for attribute, value in stated:
        yield Claim(subject, attribute, value, subject, span, said_on=said)
    for at in range(4):
        yield Claim(subject, "person", _person(number * 4 + at), subject, span, said_on=said)
        yield Claim(subject, "partner", _body(number + 7 * at), subject, span, said_on=said)


def _word(number: int) -> str:
    size = len(SYLLABLES)
    return "".join(SYLLABLES[number // size**at % size] for at in range(4))


def _name(number: int) -> str:
    own = _word(number).capitalize()
    return f"{PREFIXES[number % len(PREFIXES)]} Klaster {SECTORS[number // 3 % len(SECTORS)]} {own}"


def _body(number: int) -> str:
    return f"Fundacja Rozwoju {_word(number * 3 + 1).capitalize()}"


def _person(number: int) -> str:
    return f"{FIRST_NAMES[number % len(FIRST_NAMES)]} {_word(number).capitalize()}ski"


def _reload(store: Store, registers: RegisterOf) -> float:
    """Milliseconds until the register has taken in one more document."""
    fill_one, extract = _document(1_000_000, A_DOCUMENT)
    vectors = np.ones((len(fill_one.passages), 1), dtype=np.float32)
    store.add(
        fill_one,
        b"more",
        name="more.txt",
        vectors=vectors,
        model="none",
        extract=extract,
        arrival=Arrival("benchmark"),
    )
    begun = time.perf_counter()
    registers.now()
    return (time.perf_counter() - begun) * 1000


def _asked(register: Register) -> dict[str, float]:
    numbers = range(0, len(register.clusters), max(1, len(register.clusters) // 40))
    named = [f"Do kiedy {_name(n)} ma status KKK i kto go koordynuje?" for n in numbers]
    slipped = [f"kto koordynuje {_word(n)[:4]}x{_word(n)[5:]}" for n in numbers]
    held = [f"Który klaster reprezentuje {_body(n)}?" for n in numbers]
    conditions = [
        Conditions(status="KKK", ends_in=Moment.year(2025)),
        Conditions(status="KKK", valid_on=date(2025, 6, 1), regions=frozenset({"slaskie"})),
        Conditions(status="KKK", round="VI", sectors=frozenset({"aerospace"})),
        Conditions(sectors=frozenset({"food"}), regions=frozenset({"lubelskie"})),
        Conditions(members=("more", 200), regions=frozenset({"opolskie"})),
        Conditions(coordinator=_body(12)),
        Conditions(text="lotn"),
    ]
    # What is made at the first question only is no part of the others.
    for one in conditions:
        register.select(one, today=TODAY)
    return {
        "named_ms": _each(register.named, named),
        "slipped_ms": _each(register.named, slipped),
        "select_ms": _each(lambda one: register.select(one, today=TODAY), conditions),
        "slowest_select_ms": max(_times(lambda one: register.select(one, today=TODAY), conditions)),
        "holders_ms": _each(lambda text: register.holders(text, ("coordinator", "person")), held),
        **_answered(register),
    }


def _answered(register: Register) -> dict[str, float]:
    """What understanding a question, the register and the answer cost together: the median of the questions
    whose answers a person would read, the slowest of them, and a list of every cluster."""

    def answer(text: str) -> None:
        question = understand(text)
        request = read_request(question, register, today=TODAY)
        if request is None:
            raise ValueError(f"{text}: not read as a question about clusters")
        language = question.language
        if register_answer(request, register, today=TODAY, language=language) is None:
            register_abstention(request, register, today=TODAY, language=language)

    asked = _questions()
    everything = "Które klastry mają status KKK?"
    for text in (*asked, everything):
        answer(text)
    times = _times(answer, asked)
    return {
        "answer_ms": statistics.median(times),
        "slowest_answer_ms": max(times),
        "everything_ms": _median(partial(answer, everything), 5),
    }


def _questions() -> tuple[str, ...]:
    return (
        "Jakie klastry spożywcze działają w województwie lubelskim?",
        "Ile klastrów meblowych działa w województwie opolskim?",
        "Which aviation clusters are in Silesia?",
        f"Kto koordynuje {_name(12)}?",
        f"Which cluster is coordinated by {_body(12)}?",
        f"Czy {_name(12)} ma status KKK?",
        f"Do kiedy {_name(13)} ma status KKK?",
        f"Czy {_name(14)} ma status Gold Label?",
        f"Jaka jest misja klastra {_name(15)}?",
        f"Porównaj {_name(12)} i {_name(13)}",
        "Które klastry mają status KKK z XII rundy?",
        "Które klastry mają status KKK do 2041 roku?",
        "Prowadzę odlewnię w Katowicach. Do którego klastra przystąpić?",
        "Prowadzę firmę. Do którego klastra przystąpić?",
    )


def _each(ask: Callable[[T], object], asked: Iterable[T]) -> float:
    return statistics.median(_times(ask, asked))


def _times(ask: Callable[[T], object], asked: Iterable[T]) -> list[float]:
    return [_median(partial(ask, one), 5) for one in asked]


def _median(run: Callable[[], object], times: int) -> float:
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        run()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


if __name__ == "__main__":
    sys.exit(main())
