"""Errors as `application/problem+json` (RFC 9457), one shape over all routes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

from documents.model import Language
from web.i18n import Texts, known, preferred, texts

MEDIA_TYPE = "application/problem+json"
_BY_STATUS = {404: "route", 405: "method", 413: "body_size"}


class Problem(HTTPException):
    """Raised by a handler; `key` names the texts, `field` the input that is wrong, if one is."""

    def __init__(
        self,
        status: int,
        key: str,
        *,
        field: str | None = None,
        values: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status, key, headers)
        self.key = key
        self.field = field
        self.values = dict(values or {})


@dataclass(frozen=True, slots=True)
class FieldError:
    """One wrong input, and what is allowed there."""

    field: str
    message: str


@dataclass(frozen=True, slots=True)
class Words:
    """A problem in the words of one language."""

    status: int
    type: str
    title: str
    detail: str
    errors: tuple[FieldError, ...] = ()

    def body(self) -> dict[str, Any]:
        """The JSON form."""
        errors = [{"field": one.field, "message": one.message} for one in self.errors]
        shown = {"type": self.type, "title": self.title, "status": self.status, "detail": self.detail}
        return shown | {"errors": errors}


class FieldErrorForm(BaseModel):
    """A wrong input."""

    field: str = Field(examples=["question"])
    message: str = Field(examples=["Between 1 and 2,000 characters are allowed."])


class ProblemForm(BaseModel):
    """What went wrong, as RFC 9457 has it."""

    type: str = Field(examples=["urn:klastrownik:problem:invalid"])
    title: str
    status: int
    detail: str
    errors: list[FieldErrorForm] = []


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route: these statuses, each with a problem as its body."""
    schema = {"$ref": "#/components/schemas/ProblemForm"}
    described = texts("en")
    return {
        status: {
            "description": described(f"status.{status}"),
            "content": {MEDIA_TYPE: {"schema": schema}},
        }
        for status in statuses
    }


def language_of(request: Request, body: object = None) -> Language:
    """The language to answer in: the body's `language`, else the cookie, else Accept-Language."""
    named = known(body.get("language")) if isinstance(body, dict) else None
    cookie = known(request.cookies.get("language"))
    return named or cookie or preferred(request.headers.get("accept-language", ""))


def worded(error: HTTPException, t: Texts) -> Words:
    """The words for a problem of ours, or for what the framework raises of its own."""
    key = error.key if isinstance(error, Problem) else _BY_STATUS.get(error.status_code, "other")
    values = error.values if isinstance(error, Problem) else {}
    field = error.field if isinstance(error, Problem) else None
    if key == "other" and error.status_code == 400:
        # The framework's word for bytes that are no text, or nested too deeply to be read.
        key, field = "body", "body"
    detail = t(f"problem.{key}.detail", **values)
    errors = (FieldError(field, detail),) if field else ()
    return Words(error.status_code, _type(key), t(f"problem.{key}.title"), detail, errors)


def invalid(found: Sequence[Mapping[str, Any]], t: Texts) -> Words:
    """The words for inputs that did not validate: what is allowed in each, and 400 for broken JSON."""
    if any(one["type"] == "json_invalid" for one in found):
        return worded(Problem(400, "json", field="body"), t)
    errors = tuple(FieldError(_field(one), message(one, t)) for one in found)
    detail = " ".join(f"{one.field}: {one.message}" for one in errors)
    return Words(422, _type("invalid"), t("problem.invalid.title"), detail, errors)


def message(error: Mapping[str, Any], t: Texts) -> str:
    """What is allowed where this went wrong; the field's own sentence where there is one."""
    values = {"expected": "", **error.get("ctx", {})}
    # A rule worded in English by the validator: "'pl' or 'en'".
    values["expected"] = str(values["expected"]).replace(" or ", " / ")
    for key in (f"invalid.{_field(error)}.{error['type']}", f"invalid.{error['type']}"):
        if t.get(key) is not None:
            return t(key, **values)
    return t("invalid.other")


def respond(words: Words, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The response."""
    return JSONResponse(words.body(), words.status, dict(headers or {}), MEDIA_TYPE)


def _field(error: Mapping[str, Any]) -> str:
    return str(error["loc"][-1]) if error["loc"] else "body"


def _type(key: str) -> str:
    return f"urn:klastrownik:problem:{key.replace('_', '-')}"
