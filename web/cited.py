"""Where cited words open: in the document as it is held, or in the earlier version that last had them."""

from urllib.parse import urlencode

from documents.model import Span
from web.whole import whole


def cited_address(document: str, span: Span, *, version: int = 0, **more: str) -> str:
    """The address of a span of a document, or of an earlier `version`; `more` goes into its query."""
    kept = {name: value for name, value in more.items() if value}
    query = urlencode({"start": span.start, "end": span.end, **kept})
    way = f"/earlier/{version}" if version else ""
    return f"/documents/{document}{way}?{query}#cited"


def adding_address(document: str, span: Span) -> str:
    """Where staff add a fact that a span of a document states."""
    return f"/staff/documents/{document}/fact?{urlencode({'start': span.start, 'end': span.end})}"


def cited_span(start: str, end: str) -> Span | None:
    """The span that `start` and `end` of an address are; None where they are none."""
    first, last = whole(start), whole(end)
    return Span(first, last) if first is not None and last is not None and first < last else None
