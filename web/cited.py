"""Where cited words open: in the document as it is held, or in the earlier version that last had them."""

from urllib.parse import urlencode

from documents.model import Span


def cited_address(document: str, span: Span, *, version: int = 0, **more: str) -> str:
    """The address of a span of a document, or of an earlier `version`; `more` goes into its query."""
    kept = {name: value for name, value in more.items() if value}
    query = urlencode({"start": span.start, "end": span.end, **kept})
    way = f"/earlier/{version}" if version else ""
    return f"/documents/{document}{way}?{query}#cited"
