"""Reasons in Polish: for everything that can keep a file out, and with what the sentence names."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import documents.errors
from documents import foreign
from documents.ocr.tesseract import INSTALL
from web.i18n import texts
from web.reasons import _patterns, _table, reason_in

ROOT = Path(__file__).parents[2]
_RAISED = {*vars(documents.errors), "SourceError", "FetchError"}


def _told() -> Iterator[str]:
    """What the code gives as a reason, with a sample in each of its places."""
    for folder in ("documents", "index", "web/fetch"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            tree = ast.parse(path.read_text("utf-8"))
            named = {
                node.targets[0].id: node.value
                for node in tree.body
                if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
            }
            for node in ast.walk(tree):
                if isinstance(node, ast.Call):
                    for given in _reasons(node):
                        yield from _samples(given, named)


def _reasons(call: ast.Call) -> list[ast.expr]:
    called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if called in _RAISED:
        return [*call.args[1:2], *(one.value for one in call.keywords if one.arg == "reason")]
    return [one.value for one in call.keywords if called == "Outcome" and one.arg == "reason"]


def _samples(given: ast.expr, named: dict[str, ast.expr]) -> Iterator[str]:
    match given:
        case ast.Constant(value=str(text)):
            yield re.sub(r"\{\w*\}", "SAMPLE", text)
        case ast.JoinedStr(values=values):
            yield "".join(str(one.value) if isinstance(one, ast.Constant) else "SAMPLE" for one in values)
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*_samples(body, named), *_samples(orelse, named))
        case ast.Name(id=name) if name in named:
            yield from _samples(named[name], named)
        case ast.Call(func=ast.Attribute(value=value, attr="format")):
            yield from _samples(value, named)


def test_every_reason_that_the_code_gives_has_its_polish() -> None:
    told = set(_told())

    assert len(told) > 70
    assert {one for one in told if reason_in(texts("pl"), one) == one} == set()


def test_every_reason_of_the_tables_of_foreign_formats_has_its_polish() -> None:
    told = {one for _, one in (*foreign._OLE_STREAMS, *foreign._PARTS) if one}
    kinds = {name for *_, name in (*foreign._MAGIC, *foreign._ARCHIVES)}

    assert {one for one in told if reason_in(texts("pl"), one) == one} == set()
    assert kinds <= _table()["values"].keys()


def test_every_polish_reason_stands_for_one_that_the_code_can_give() -> None:
    written = " ".join(
        " ".join(path.read_text("utf-8").split())
        for folder in ("documents", "index", "web")
        for path in (ROOT / folder).rglob("*.py")
    )
    # A sentence may be written in several pieces.
    joined = re.sub(r'"\s+f?"', "", written)
    told_elsewhere = {"Permission denied"}

    for said, _ in _table()["pl"]:
        longest = max(re.split(r"\{\w+\}", said), key=len).strip()
        assert longest in joined or said in told_elsewhere, said


def test_both_have_the_same_places() -> None:
    for said, polish in _table()["pl"]:
        places = {name for _, name, _, _ in string.Formatter().parse(said) if name}
        shown = {name for _, name, _, _ in string.Formatter().parse(polish) if name}
        assert shown <= places, said


@pytest.mark.parametrize(
    ("reason", "polish"),
    [
        ("The file is empty.", "Plik jest pusty."),
        ("This is a RAR archive; unpack it and add the files that are in it.",
         "To jest archiwum RAR. Rozpakuj je i dodaj pliki, które w nim są."),
        ("the same content is held as {a} {0}.txt", "Ta sama treść jest już w bibliotece jako {a} {0}.txt."),
        (f"A picture is read by OCR only: {INSTALL}, and add it again.",
         "Obraz można odczytać tylko przez OCR. Zainstaluj Tesseract albo nie wyłączaj KLASTROWNIK_OCR i "
         "dodaj plik ponownie."),
        ("something nobody foresaw", "something nobody foresaw"),
    ],
)  # fmt: skip
def test_a_reason_is_said_in_polish_with_what_it_names(reason: str, polish: str) -> None:
    assert reason_in(texts("pl"), reason) == polish


def test_in_english_a_reason_stays_as_it_is_and_begins_as_a_sentence_does() -> None:
    assert reason_in(texts("en"), "is larger than 200 MB") == "Is larger than 200 MB"
    assert len(_patterns()) > 80
