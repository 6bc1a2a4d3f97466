"""How much a thread gets of the processors while others want them too."""

import os
import sys
import threading
from contextlib import suppress

# A tenth of what a thread that answers somebody gets, where there is not enough for both.
_NICE = 10


def lower_priority() -> None:
    """Let threads that answer somebody go before the present one, where the system can tell them apart."""
    # Linux takes the number of a thread here; others would take it for that of some process.
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
