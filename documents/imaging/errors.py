"""What can go wrong while a page is drawn.

ImagingError
├── NoPageError        there is no such page
├── UndrawableError    the file, or this page of it, cannot be drawn, or not in the time there is
└── BusyError          others are being drawn; later it may go well
"""


class ImagingError(Exception):
    """Root of this package's errors; its message is a sentence for a person."""


class NoPageError(ImagingError):
    pass


class UndrawableError(ImagingError):
    pass


class BusyError(ImagingError):
    pass
