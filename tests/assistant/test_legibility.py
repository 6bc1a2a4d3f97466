"""A citation says how its words were read."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.legibility import as_read
from assistant.model import Answer, Citation, Statement
from index.model import OutOfDate
from index.sheets import Cited, Flaws


class Pages:
    """Letters were put back before the tenth character, and the fourth page is a picture."""

    def flaws(self, cited: Sequence[Cited]) -> tuple[Flaws, ...]:
        return tuple(
            Flaws(one.span.start < 10, one.page == 4) if one.document == "a" else Flaws(False, False)
            for one in cited
        )


def cited(number: int, document: str, page: int, start: int) -> Citation:
    return Citation(number, document, "a.pdf", "A", None, page, f"page {page}", start, start + 5, "words")


def answer(*citations: Citation) -> Answer:
    statements = tuple(Statement((one.number,), quote=one.quote) for one in citations)
    return Answer("en", "passage", statements=statements, citations=citations)


def test_a_citation_of_repaired_words_and_one_of_a_scanned_page_say_so() -> None:
    told = as_read(answer(cited(1, "a", 1, 3), cited(2, "a", 4, 30), cited(3, "b", 4, 3)), Pages())

    assert [one.repaired for one in told.citations] == [True, False, False]
    assert [one.ocr for one in told.citations] == [False, True, False]


class Marked:
    """The document b is out of date."""

    def flaws(self, cited: Sequence[Cited]) -> tuple[Flaws, ...]:
        mark = OutOfDate(date(2024, 5, 1), "a newer list.")
        return tuple(Flaws(False, False, mark if one.document == "b" else None) for one in cited)


def test_a_source_that_is_out_of_date_is_said_once_with_what_is_cited_from_it() -> None:
    told = as_read(answer(cited(1, "a", 1, 3), cited(2, "b", 4, 30), cited(3, "b", 4, 3)), Marked())

    assert [one.outdated for one in told.citations] == ["", "2024-05-01", "2024-05-01"]
    assert told.notes == ("The source “A” is marked as out of date since 1 May 2024: a newer list. [2][3]",)


def test_words_of_an_earlier_version_and_what_staff_corrected_are_told_of() -> None:
    earlier = replace(cited(1, "a", 1, 3), version=2)
    corrected = replace(cited(2, "a", 1, 3), review="corrected")
    told = as_read(answer(earlier, corrected), Pages())

    # What is known of how its words were read is known of the present version.
    assert [one.repaired for one in told.citations] == [False, True]
    assert told.notes == (
        "Staff corrected what the quotation says; the value given is the corrected one. [2]",
        "The new version of the source “A” no longer says so; staff hold it to be true, going by the one "
        "before. [1]",
    )


def test_an_answer_without_citations_stays_as_it_is() -> None:
    silent = Answer("en", "abstention")

    assert as_read(silent, Pages()) is silent
