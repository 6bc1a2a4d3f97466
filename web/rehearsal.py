"""What an engine makes at its first questions, made before anybody asks one."""

import logging

from web.backend import Backend, Engine
from web.i18n import LANGUAGES, texts
from web.pages.examples import examples

_log = logging.getLogger("klastrownik")


def rehearse(backend: Backend, engine: Engine) -> None:
    """Answer the start page's questions in each language, and keep nothing of it.

    The first question to a process costs seconds: lexicons are read, patterns compiled, the register is made.
    One that fails here fails again, in the open, when somebody asks it.
    """
    for language in LANGUAGES:
        try:
            for question in examples(backend.registers(), texts(language)):
                engine.assistant.answer(question)
        except Exception:  # noqa: BLE001 - a thread's edge, and a server that ends takes the library away under it
            _log.debug("rehearsal in %s ended early", language, exc_info=True)
