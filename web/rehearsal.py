"""What an engine makes at its first questions, made before anybody asks one."""

import logging
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from documents.model import Language
from index.register.register import Register
from web.backend import Backend, Engine
from web.i18n import LANGUAGES, texts
from web.pages.examples import examples

_log = logging.getLogger("klastrownik")


def rehearse(backend: Backend, engine: Engine) -> None:
    """Answer the start page's questions, then one of each kind, in each language, and keep nothing of it.

    The first question to a process costs seconds, the first of a kind tenths of one: lexicons are read,
    patterns compiled, the register is made. One that fails here fails again, in the open, when somebody asks
    it.
    """
    for language in LANGUAGES:
        try:
            for question in _questions(backend.registers(), language):
                engine.assistant.answer(question)
        except Exception:  # noqa: BLE001 - a thread's edge, and a server that ends takes the library away under it
            _log.debug("rehearsal in %s ended early", language, exc_info=True)


def _questions(register: Register, language: Language) -> Iterator[str]:
    yield from examples(register, texts(language))
    kinds = tomllib.loads(files("web").joinpath("data/rehearsal.toml").read_text("utf-8"))
    name = max(register.clusters, key=lambda one: len(one.facts)).name if register.clusters else "Klaster"
    yield from (one.replace("{cluster}", name) for one in kinds[language])
