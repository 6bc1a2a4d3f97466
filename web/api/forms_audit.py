"""The shapes of the audit log, as the interface gives it."""

import datetime

from pydantic import BaseModel


class RecordForm(BaseModel):
    """One action: what was done to what, by whom, when."""

    id: int
    at: datetime.datetime
    by: str
    action: str
    subject: str
    details: dict[str, str | int | float | bool | None]


class AuditForm(BaseModel):
    """Records, newest first. `next` is the `before` of the next page; `broken` the id of the first record
    that is not as it was written, or follows one that is missing."""

    records: list[RecordForm]
    next: int | None
    broken: int | None
