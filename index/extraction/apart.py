"""Facts found apart: each document in a process of its own, which is ended at its limits.

Rules look at words in many ways, and a text that nobody has thought of may keep one of them busy for ever.
Apart, they also take no time from the threads of this process that answer somebody.
"""

import pickle

from documents import model, moments
from documents.apart.room import Room
from documents.apart.task import Task
from documents.limits import Limits
from documents.model import Document
from documents.progress import GivenUp, Told
from index.extraction import model as extracts
from index.extraction.model import Extract, Pairs

_FINDING = Task(
    "index.extraction.finding:found_in",
    Extract,
    (model.__name__, moments.__name__, extracts.__name__),
    "Finding facts in the file takes longer than {seconds} s; split it, or raise KLASTROWNIK_READ_SECONDS.",
)


class FactsRoom:
    """Finds the facts of each document in a process of its own; `close()` ends all that was started."""

    def __init__(self, limits: Limits | None = None, *, find: str = _FINDING.run) -> None:
        """`find` is what finds them there, as `module:function`."""
        self._room = Room(limits or Limits(), Task(find, Extract, _FINDING.modules, _FINDING.too_long))

    def extract(
        self,
        document: Document,
        given_up: GivenUp | None = None,
        told: Told | None = None,
        *,
        given: Pairs = (),
    ) -> Extract:
        """What a document says of clusters, as index.extraction.extract.extract gives it.

        `given_up` is asked a few times a second, and ends it by saying so; `told` is told how many of how
        many rules have been tried.

        Raises: OverLimitError where a limit was met; BrokenOffError where the process ended in another way.
        """
        return self._room.make(document.file, pickle.dumps((document, given)), given_up=given_up, told=told)

    def close(self) -> None:
        """End the processes; what is looked for then is broken off."""
        self._room.close()
