"""What finds facts as none should: the document's text says how."""

import os
import pickle
import signal
import time
from collections.abc import Collection

from index.extraction.finding import found_in
from index.extraction.model import Extract


def misbehave(file: str, content: bytes, wanted: Collection[str] = ()) -> Extract:
    """The facts of a document whose text is no misbehaviour."""
    text = pickle.loads(content)[0].text  # noqa: S301 - made by the test
    if "bez konca" in text:
        time.sleep(60)
    if "zawal" in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    return found_in(file, content, wanted)
