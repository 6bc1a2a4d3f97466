"""A document's text as lines: kinds, levels, what is marked and what was mended."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.model import Repair, Span
from tests.web.fake_library import TEXTS
from tests.web.fakes import House
from web.pages.article import Article, Group, Run, begun


def _runs(groups: Sequence[Group]) -> list[Run]:
    return [run for group in groups for line in group.lines for cell in line.cells for run in cell]


def _letters(text: str) -> str:
    return re.sub(r"\s|•|\|", "", text)


@pytest.mark.parametrize("document", list(TEXTS))
def test_every_span_of_every_text_can_be_marked(document: str) -> None:
    library = House().library
    text, passages = library.text(document), library.document_passages(document)
    for start in range(0, len(text), 97):
        span = Span(start, min(start + 150, len(text)))
        groups, led = begun(Article(text, passages, span).groups())
        runs = _runs(groups)

        plain = _letters(text[slice(*span)])
        assert _letters("".join(run.text for run in runs if run.marked)) == plain
        assert sum(run.first for run in runs) == led == (1 if plain else 0)


_TEXT = "Klaster Młynarzy ma wiatraki.\n• mieli zboże\n  • żytnie\nRok | Wiatraki\n2003 | siedem"


@st.composite
def _spans(draw: st.DrawFn) -> list[Span]:
    edges = sorted(draw(st.sets(st.integers(0, len(_TEXT)), max_size=12)))
    return [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=False)]


@given(_spans(), st.integers(0, len(_TEXT) - 1), st.integers(1, 30))
def test_marks_and_repairs_cut_lines_without_losing_a_letter(
    mended: list[Span], start: int, length: int
) -> None:
    cited = Span(start, min(start + length, len(_TEXT)))
    repairs = [Repair(span, "was") for span in mended]
    runs = _runs(Article(_TEXT, (), cited, repairs).groups())

    assert _letters("".join(run.text for run in runs)) == _letters(_TEXT)
    assert _letters("".join(run.text for run in runs if run.marked)) == _letters(_TEXT[slice(*cited)])
    told = "".join(run.text for run in runs if run.mend)
    assert _letters(told) == _letters("".join(_TEXT[slice(*span)] for span in mended))
    anchors = [run.anchor for run in runs if run.anchor]
    assert len(anchors) == len(set(anchors))


def test_a_part_of_the_text_has_its_own_lines_and_repairs() -> None:
    at = _TEXT.index("żytnie")
    article = Article(
        _TEXT, (), None, [Repair(Span(8, 16), "M\ufffdynarzy"), Repair(Span(at, at + 6), "ytnie")]
    )
    part = Span(_TEXT.index("• żytnie"), _TEXT.index("Rok"))
    (group,) = article.groups(part)

    assert [(line.kind, line.level) for line in group.lines] == [("item", 1)]
    assert [(one.now, one.was) for one in article.mends(part)] == [("żytnie", "ytnie")]
    assert len(article.mends()) == 2


def test_rows_that_begin_with_their_numbers_are_rows() -> None:
    (group,) = Article("Lp. | Młyn\n1. | Wiatrak\n2. | Żarna", ()).groups()

    assert (group.kind, [len(line.cells) for line in group.lines]) == ("row", [2, 2, 2])
