"""A table to be taken away, as CSV, Markdown or JSON."""

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from starlette.responses import Response

from web.problem import Problem

Form = Literal["csv", "md", "json"]
FORMS: tuple[Form, ...] = get_args(Form)

_TYPES: dict[Form, str] = {
    "csv": "text/csv; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "json": "application/json",
}
# What a spreadsheet would compute with where a cell begins so (OWASP, CSV injection).
_FORMULA = re.compile(r"[\s]*[=+\-@\t\r\n|%＝＋－＠]")
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Columns by key with their heads in words, and rows with a value for each; "" where nothing is known.

    `name` is what the rows are, and the file's name; `told` is what JSON says beside them.
    """

    name: str
    heads: Mapping[str, str]
    rows: tuple[tuple[str | int, ...], ...]
    told: Mapping[str, Any]


def exported(sheet: Sheet, form: Form) -> Response:
    """The sheet as a file to keep."""
    written = {"csv": _csv, "md": _markdown, "json": _json}[form](sheet)
    headers = {
        "Content-Disposition": f'attachment; filename="{sheet.name}.{form}"',
        "Cache-Control": "private, no-cache",
        "Vary": "Cookie, Accept-Language",
    }
    return Response(written.encode("utf-8"), media_type=_TYPES[form], headers=headers)


def form_of(ending: str) -> Form:
    """The form that an address ends with. Raises: Problem 404."""
    for form in FORMS:
        if form == ending:
            return form
    raise Problem(404, "route")


def _csv(sheet: Sheet) -> str:
    file = io.StringIO()
    # Spreadsheets take a file without this mark for one in the computer's old encoding.
    file.write("\ufeff")
    writer = csv.writer(file)
    writer.writerow([_harmless(head) for head in sheet.heads.values()])
    writer.writerows([_harmless(cell) for cell in row] for row in sheet.rows)
    return file.getvalue()


def _harmless(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _markdown(sheet: Sheet) -> str:
    lines = [sheet.heads.values(), ["---"] * len(sheet.heads), *sheet.rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(cell: str | int) -> str:
    text = " ".join(str(cell).split())
    return text if text == "---" else _SIGNS.sub(r"\\\1", text)


def _json(sheet: Sheet) -> str:
    rows = [dict(zip(sheet.heads, row, strict=True)) for row in sheet.rows]
    return json.dumps({**sheet.told, sheet.name: rows}, ensure_ascii=False, indent=2) + "\n"
