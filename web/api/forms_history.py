"""What the interface takes and gives of versions, removed documents and marks."""

import datetime

from pydantic import BaseModel, Field

from documents.model import Format, Language
from web.api.forms import Day, OutOfDateForm, Short


class VersionForm(BaseModel):
    """What is or was held under one number; of the present one `replaced_at` is null."""

    number: int
    file: str
    format: Format
    title: str
    language: Language
    date: datetime.date | None
    sha256: str
    size_bytes: int
    pages: int
    characters: int
    passages: int
    added_at: datetime.datetime
    added_by: str
    replaced_at: datetime.datetime | None
    replaced_by: str
    outdated: OutOfDateForm | None


class VersionsForm(BaseModel):
    versions: list[VersionForm]


class NeighbourDocumentForm(BaseModel):
    """`share`: of the wording of both, what is in each, 0 to 1."""

    document: str
    name: str
    title: str
    share: float


class NeighboursForm(BaseModel):
    documents: list[NeighbourDocumentForm]


class MarkForm(BaseModel):
    """Since when a source is out of date, today where it is left out, and why."""

    since: Day = None
    reason: Short = Field("", description="For those who read the document; may be empty.")


class RemovalForm(BaseModel):
    """A removed document. `id` is the removal's own, `document` that which the document has again."""

    id: int
    document: str
    name: str
    title: str
    version: int
    size_bytes: int
    removed_at: datetime.datetime
    removed_by: str
    until: datetime.datetime


class RemovedForm(BaseModel):
    removed: list[RemovalForm]
