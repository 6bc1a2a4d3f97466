"""What can go wrong while a file is read.

DocumentError
├── BrokenOffError         reading ended before its end: a defect, or something outside
└── UnreadableError        the file gives no text, and will not the next time
    ├── UnknownFormatError     no reader for it
    ├── EmptyFileError         no bytes, or no text in them
    ├── IllegibleFileError     its text stands for nothing
    ├── EncryptedFileError     a password is needed
    ├── DamagedFileError       broken, cut short, or not what its name says
    └── OverLimitError         more time, memory, pages or room than a file may take
"""


class DocumentError(Exception):
    """Root of this package's errors. `file` is the base name; `reason` a sentence for a person."""

    permanent = False

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


class BrokenOffError(DocumentError):
    pass


class UnreadableError(DocumentError):
    permanent = True


class UnknownFormatError(UnreadableError):
    pass


class EmptyFileError(UnreadableError):
    pass


class IllegibleFileError(UnreadableError):
    pass


class EncryptedFileError(UnreadableError):
    pass


class DamagedFileError(UnreadableError):
    pass


class OverLimitError(UnreadableError):
    pass
