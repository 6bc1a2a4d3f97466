"""/api/v1/documents/{document}/reading: how a document was read, page by page."""

from collections import defaultdict
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse

from documents.model import Repair, Sheet
from web.access import ReaderRoute
from web.api.documents import held_document
from web.api.forms import ReadingForm
from web.desk import desk_of
from web.leaves import leaf_at, leaves
from web.problem import documented

router = APIRouter(prefix="/api/v1", tags=["documents"], route_class=ReaderRoute)


@router.get("/documents/{document}/reading", response_model=ReadingForm, responses=documented(404, 422, 503))
def reading(request: Request, document: str) -> JSONResponse:
    """How each page was read and why it was judged so, what was put right in it, and what was not kept."""
    held, library = held_document(request, document), desk_of(request).backend.library
    text, repairs = library.text(held.id), library.repairs(held.id)
    found = leaves(text, library.document_passages(held.id), held.pages)
    by_page: dict[int, list[Repair]] = defaultdict(list)
    for repair in repairs:
        leaf = leaf_at(found, repair.span.start)
        by_page[leaf.number if leaf else 1].append(repair)
    told = {
        "document": held.id,
        "pages": [_page_json(sheet, by_page[sheet.number], text) for sheet in library.sheets(held.id)],
        "cut": list(library.cut(held.id)),
        "warnings": list(held.warnings),
    }
    return JSONResponse(told)


def _page_json(sheet: Sheet, repairs: list[Repair], text: str) -> dict[str, Any]:
    return {
        "number": sheet.number,
        "verdict": sheet.verdict,
        "method": sheet.method,
        "reasons": list(sheet.reasons),
        "ink": sheet.ink,
        "words": sheet.words,
        "repaired": sheet.repaired,
        "unsure": sheet.unsure,
        "rejected": sheet.rejected,
        "repairs": [
            {
                "start": one.span.start,
                "end": one.span.end,
                "original": one.original,
                "text": text[slice(*one.span)],
                "readings": list(one.readings),
            }
            for one in repairs
        ],
    }
