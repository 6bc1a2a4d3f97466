"""What can go wrong in the index.

LibraryError
└── ModelError             the embedding model cannot be used
    ├── NoDefaultModelError    no bundled weights on this platform
    └── DamagedModelError      its folder or file is broken, cut short, or gives wrong vectors
"""


class LibraryError(Exception):
    """Root of this package's errors. The message is one line that says what to do."""

    permanent = False


class ModelError(LibraryError):
    """`model` is the name or folder as configured, or the default's."""

    permanent = True

    def __init__(self, model: str, reason: str) -> None:
        super().__init__(f"embedding model {model}: {reason}")
        self.model = model
        self.reason = reason


class NoDefaultModelError(ModelError):
    pass


class DamagedModelError(ModelError):
    pass
