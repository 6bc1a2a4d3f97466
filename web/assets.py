"""Style sheet, script, fonts and pictures, served by us under names that change with their content."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from starlette.responses import Response

from web.problem import Problem

_FOLDER = Path(__file__).parent / "static"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
    ".png": "image/png",
}


@dataclass(frozen=True, slots=True)
class Assets:
    """The files by their path below the folder, and a digest of all of them."""

    files: Mapping[str, bytes]
    digest: str

    @staticmethod
    def read() -> "Assets":
        """Every file of the folder; together they are about 200 KB."""
        paths = sorted(path for path in _FOLDER.rglob("*") if path.suffix in _TYPES)
        files = {path.relative_to(_FOLDER).as_posix(): path.read_bytes() for path in paths}
        digest = hashlib.sha256(b"\0".join(files.values())).hexdigest()[:12]
        return Assets(MappingProxyType(files), digest)

    def address(self, path: str) -> str:
        """Where the file is served; relative addresses inside a style sheet stay below the digest too."""
        return f"/static/{self.digest}/{path}"

    def response(self, digest: str, path: str) -> Response:
        """The file, kept by the browser for good when asked for by the present digest.

        Raises: Problem 404 when there is none.
        """
        content = self.files.get(path)
        if content is None:
            raise Problem(404, "route")
        caching = "public, max-age=31536000, immutable" if digest == self.digest else "no-cache"
        return Response(content, media_type=_TYPES[Path(path).suffix], headers={"Cache-Control": caching})
