"""Vectors made anew of some sentences, beside those that are kept."""

from collections.abc import Iterator

import numpy as np

from index.check.finding import Finding, Tell
from index.embedding import embedded_texts, stamp
from index.encoder import Encoder
from index.errors import UnknownDocumentError, UnreadableDocumentError
from index.store import Store

# Sentences embedded anew, spread over the documents: seconds, whatever the library's size.
SAMPLE = 100
# Kept as float16, and embedded beside other texts than before: measured 0.9990 and more, while sentences that
# say other things of the same cluster are at 0.95 and less.
_LEAST_COSINE = 0.99


def sampled(store: Store, encoder: Encoder, tell: Tell, *, most: int = SAMPLE) -> Iterator[Finding]:
    """Where a kept vector is not the one that its sentence gets now."""
    documents = store.documents()
    chosen = documents[:: max(1, len(documents) // most)][:most]
    each = max(1, most // max(1, len(chosen)))
    for done, document in enumerate(chosen, 1):
        try:
            texts = embedded_texts(store.source(document.id))
        except (UnknownDocumentError, UnreadableDocumentError):
            # Found by the other checks.
            continue
        kept = store.vectors_of(document.id, stamp(encoder))
        if kept is not None and len(kept[1]) == len(texts) and texts:
            at = np.linspace(0, len(texts) - 1, min(each, len(texts))).astype(int)
            made = encoder.embed_passages([texts[one] for one in at])
            wrong = int((np.einsum("ij,ij->i", made, kept[1][at]) < _LEAST_COSINE).sum())
            if wrong:
                values = {"count": wrong, "of": len(at)}
                yield Finding("vectors.other", document.name, "rebuild", values)
        tell(done, len(chosen))
