"""The Polish dictionary, asked by many threads."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from documents.dictionary import analysed, generated

FORMS = [
    "klastra",
    "szkłem",
    "Rzeszowie",
    "powiatowego",
    "koordynuje",
    "hut",
    "członkami",
    "najlepszych",
] * 40
# Its most memory in MB after one thread has asked, and after twelve more have come and gone.
COME_AND_GO = """
import resource, sys, threading
from documents.mending.known import is_known
from index.inflection import nominative
from index.taxonomy import places_in
from index.words import lemma

def ask(word):
    lemma(word), is_known(word), nominative(f"Fundacją {word}"), places_in(f"w {word} i Anna {word}")

def most_mb():
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1_000_000 if sys.platform == "darwin" else 1_000)

for at in range(13):
    thread = threading.Thread(target=ask, args=(f"Klastrowo{'abcdefghijklm'[at]}",))
    thread.start()
    thread.join()
    if at == 0:
        before = most_mb()
print(most_mb() - before)
"""


def test_threads_that_ask_at_once_read_what_one_alone_reads() -> None:
    alone = [analysed(form) for form in FORMS]

    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(analysed, FORMS))

    assert together == alone
    assert alone[0][0][2][1] == "klaster"


def test_a_lemma_has_its_forms() -> None:
    assert {"klastra", "klastrów"} <= {form for form, *_ in generated("klaster")}
    assert [tag for _, _, tag, *_ in generated("klastrownik")] == ["ign"]


def test_of_a_lost_letter_nothing_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    assert analysed("m\ufffdyn") == []
    assert capfd.readouterr().err == ""


def test_a_program_does_not_grow_with_the_threads_that_come_and_go() -> None:
    run = subprocess.run([sys.executable, "-c", COME_AND_GO], capture_output=True, text=True, check=True)

    assert float(run.stdout) < 20
