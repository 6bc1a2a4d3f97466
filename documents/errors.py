"""What can go wrong while a file is read.

DocumentError
└── UnreadableError        the file gives no text, and will not the next time
    ├── UnknownFormatError     no reader for it
    ├── EmptyFileError         no bytes, or no text in them
    ├── EncryptedFileError     a password is needed
    └── DamagedFileError       broken, cut short, or not what its name says
"""


class DocumentError(Exception):
    """Root of this package's errors. `file` is the base name; `reason` a sentence for a person."""

    permanent = False

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


class UnreadableError(DocumentError):
    permanent = True


class UnknownFormatError(UnreadableError):
    pass


class EmptyFileError(UnreadableError):
    pass


class EncryptedFileError(UnreadableError):
    pass


class DamagedFileError(UnreadableError):
    pass
