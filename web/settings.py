"""Settings: KLASTROWNIK_* in the environment, read once."""

import ipaddress
import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from documents.limits import Limits
from index.roles import ROLES, Role
from web.openid.trust import Trust

ReadingBy = Literal["anybody", "signed-in"]

PREFIX = "KLASTROWNIK_"
# Settings that are limits of reading one file, by the names they have there.
_READING = {
    "read_seconds": "seconds",
    "ocr_seconds": "ocr_seconds",
    "read_memory_mb": "memory_mb",
    "read_pages": "pages",
    "unpacked_mb": "unpacked_mb",
    "ocr": "ocr",
}

_USUAL = Limits(ocr="auto")
# Some ten times what a book of two thousand pages takes on a machine that has other work too.
_EMBED_SECONDS = 3_600


class SettingError(Exception):
    """A setting that is unknown or has a value that is not allowed. The message names it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set, with what holds when it is not.

    `model` is a hub name or a folder, None the embedded default; `models` is where models are kept, to be
    shared between homes. `file_mb` is the largest file that is read. `threads` is for embedding; None for
    as many as there are processors. `reading` is what one file may take while it is read,
    `embed_seconds` how long embedding it may take. `watch` is a folder whose files are added. `reading_by`
    says who may ask and read.
    `keep_conversations` is for how many days, 0 for not at all.
    `address` is where people reach the pages, if that is told, `openid` the
    provider of identities that is believed. `ask_rate` is how often one may ask, `proxies`
    whose word on where a request comes from is taken. `fetch_proxy` is what addresses are fetched through.
    """

    home: Path
    models: Path
    host: str = "127.0.0.1"
    port: int = 8000
    model: str | None = None
    file_mb: int = 200
    threads: int | None = None
    reading: Limits = _USUAL
    embed_seconds: int = _EMBED_SECONDS
    reading_by: ReadingBy = "anybody"
    watch: Path | None = None
    keep_conversations: int = 90
    address: str = ""
    openid: Trust | None = None
    ask_rate: str = "60/minute"
    proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    fetch_proxy: str = ""

    @property
    def reached_at(self) -> str:
        """The beginning of the addresses that are given away."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.address or f"http://{host}:{self.port}"

    @property
    def database(self) -> Path:
        """The library's file."""
        return self.home / "library.sqlite"

    @property
    def keeps_conversations(self) -> bool:
        """Whether anything that is asked is written down."""
        return self.keep_conversations > 0

    @property
    def pictures(self) -> Path:
        """The folder of what is drawn of documents, which can be drawn again."""
        return self.home / "pictures"


def read_settings(environment: Mapping[str, str], *, home: Path | None = None) -> Settings:
    """The settings in an environment; `home` is what the command line says.

    Raises: SettingError for an unknown name, which is more often a slip than meant, or a bad value.
    """
    given = {
        name.removeprefix(PREFIX): value for name, value in environment.items() if name.startswith(PREFIX)
    }
    readers = _readers()
    for name in given:
        if name not in readers:
            known = ", ".join(PREFIX + one for one in sorted(readers))
            raise SettingError(f"{PREFIX}{name} is not a setting; there are {known}")
    values = {name.lower(): _read(name, value, readers[name]) for name, value in given.items() if value}
    if home is not None:
        values["home"] = home.expanduser()
    place = values.setdefault("home", default_home(environment))
    values.setdefault("models", Path(str(place)) / "models")
    reading = {_READING[name]: values.pop(name) for name in _READING.keys() & values}
    values["openid"] = _trust(
        {name: values.pop(f"oidc_{name}") for name in _OPENID if f"oidc_{name}" in values}
    )
    values["reading"] = replace(_USUAL, **reading)  # type: ignore[arg-type]  # as below
    return Settings(**values)  # type: ignore[arg-type]  # each reader gives its field's type


def default_home(environment: Mapping[str, str]) -> Path:
    """Where this user's programs keep their data on this platform."""
    if sys.platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or "~/AppData/Local").expanduser() / "Klastrownik"
    if sys.platform == "darwin":
        return Path("~/Library/Application Support/Klastrownik").expanduser()
    return Path(environment.get("XDG_DATA_HOME") or "~/.local/share").expanduser() / "klastrownik"


def usual_home() -> Path:
    """Where this user's home lies when nothing names another. Raises: SettingError."""
    return current_settings().home


def current_settings(home: Path | None = None) -> Settings:
    """The settings of this process. Raises: SettingError."""
    return read_settings(os.environ, home=home)


def _readers() -> Mapping[str, Callable[[str], object]]:
    return {
        "HOME": _path,
        "MODELS": _path,
        "HOST": str,
        "PORT": lambda value: _whole(value, 0, 65_535),
        "MODEL": str,
        "FILE_MB": lambda value: _whole(value, 1, 2_000),
        "THREADS": lambda value: _whole(value, 1, 1_024),
        "READ_SECONDS": lambda value: _whole(value, 1, 86_400),
        "EMBED_SECONDS": lambda value: _whole(value, 1, 86_400),
        "OCR_SECONDS": lambda value: _whole(value, 0, 86_400),
        "READ_MEMORY_MB": lambda value: _whole(value, 200, 64_000),
        "READ_PAGES": lambda value: _whole(value, 1, 100_000),
        "OCR": lambda value: _one_of(value, "auto", "off"),
        "KEEP_CONVERSATIONS": lambda value: _whole(value, 0, 3_650),
        "ADDRESS": _site,
        **{f"OIDC_{name.upper()}": reader for name, reader in _OPENID.items()},
        "ASK_RATE": _rate,
        "PROXIES": _networks,
        "FETCH_PROXY": _proxy,
        "READING_BY": lambda value: _one_of(value, "anybody", "signed-in"),
        "WATCH": _path,
        "UNPACKED_MB": lambda value: _whole(value, 1, 20_000),
    }


def _read(name: str, value: str, reader: Callable[[str], object]) -> object:
    try:
        return reader(value)
    except ValueError as error:
        raise SettingError(f"{PREFIX}{name}: {error}") from error


def _path(value: str) -> Path:
    return Path(value).expanduser()


def _site(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") or parts.query:
        raise ValueError(f"{value!r} is not an address like https://klastry.example")
    return f"{parts.scheme}://{parts.netloc}"


def _proxy(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") or parts.query:
        # What was set may hold a password.
        raise ValueError("it is no address like http://proxy.example:3128")
    return value


def _issuer(value: str) -> str:
    parts = urlsplit(value)
    here = parts.scheme == "http" and parts.hostname in ("127.0.0.1", "::1", "localhost")
    if not parts.hostname or not (parts.scheme == "https" or here) or parts.query or parts.fragment:
        raise ValueError(f"{value!r} is not an address with https, as a provider has")
    return value


def _roles(value: str) -> Mapping[str, Role]:
    pairs = [one.strip().partition("=") for one in value.split(",") if one.strip()]
    known: dict[str, Role] = {one: one for one in ROLES}
    if not all(word and role in known for word, _, role in pairs):
        raise ValueError(f"{value!r} is no list like editors=staff,owners=administrator")
    return {word: known[role] for word, _, role in pairs}


def _secret_in(value: str) -> str:
    try:
        return _path(value).read_text("utf-8").strip()
    except (OSError, UnicodeError) as error:
        raise ValueError(f"{value!r} cannot be read ({type(error).__name__})") from error


# Settings of a provider of identities, by their names without OIDC_.
_OPENID: Mapping[str, Callable[[str], object]] = {
    "issuer": _issuer,
    "client": str,
    "secret": str,
    "secret_file": _secret_in,
    "scopes": str,
    "role_claim": str,
    "roles": _roles,
    "others": lambda value: _one_of(value, "reader", "refused"),
    "name": str,
}


def _trust(given: dict[str, object]) -> Trust | None:
    """The provider that is set, or None. Raises: SettingError where half of it is."""
    if not given:
        return None
    for name in ("issuer", "client"):
        if name not in given:
            raise SettingError(f"{PREFIX}OIDC_{name.upper()} is needed with the other {PREFIX}OIDC_ settings")
    if "secret" in given and "secret_file" in given:
        raise SettingError(f"{PREFIX}OIDC_SECRET and {PREFIX}OIDC_SECRET_FILE are both set; one is enough")
    if ("roles" in given) != ("role_claim" in given):
        raise SettingError(f"{PREFIX}OIDC_ROLES and {PREFIX}OIDC_ROLE_CLAIM are of use together only")
    if given.get("others") == "refused" and "roles" not in given:
        raise SettingError(f"{PREFIX}OIDC_OTHERS=refused lets nobody in without {PREFIX}OIDC_ROLES")
    if "secret_file" in given:
        given["secret"] = given.pop("secret_file")
    return Trust(**given)  # type: ignore[arg-type]  # each reader gives its field's type


def _rate(value: str) -> str:
    if value != "0" and not re.fullmatch(r"[1-9]\d{0,5}/(second|minute|hour|day)", value, re.ASCII):
        raise ValueError(f"{value!r} is no rate like 60/minute, nor 0 for none")
    return value


def _networks(value: str) -> tuple[str, ...]:
    networks = tuple(one.strip() for one in value.split(",") if one.strip() not in ("", "none"))
    for one in networks:
        try:
            ipaddress.ip_network(one, strict=False)
        except ValueError:
            raise ValueError(f"{one!r} is no address or network like 10.0.0.0/8") from None
    return networks


def _one_of(value: str, *choices: str) -> str:
    if value not in choices:
        raise ValueError(f"{value!r} is none of {', '.join(choices)}")
    return value


def _whole(value: str, lowest: int, highest: int) -> int:
    if not (value.isascii() and value.isdigit() and lowest <= int(value) <= highest):
        raise ValueError(f"{value!r} is not a whole number from {lowest} to {highest}")
    return int(value)
