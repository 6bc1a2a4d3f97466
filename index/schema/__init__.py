"""The database's tables, as numbered steps: a library of an older version is brought up step by step.

A step that has been released is never changed; what changes is a step of its own at the end.
"""

from index.schema.accounts import ACCOUNTS
from index.schema.acquainted import ACQUAINTED
from index.schema.asked import ASKED
from index.schema.audit import AUDIT
from index.schema.facts import FACTS
from index.schema.first_library import FIRST_LIBRARY
from index.schema.jobs import JOBS
from index.schema.keeping import KEEPING
from index.schema.review import REVIEW
from index.schema.sheets import SHEETS
from index.schema.versions import VERSIONS
from index.schema.wanted import WANTED

STAFF = (*AUDIT, *ACCOUNTS, *JOBS, *VERSIONS, *REVIEW, *ASKED, *WANTED, *KEEPING)

STEPS: tuple[tuple[str, ...], ...] = (FIRST_LIBRARY, FACTS, SHEETS, STAFF, ACQUAINTED)
VERSION = len(STEPS)
