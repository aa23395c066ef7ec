"""Everything that can go wrong, as one small tree; each message says what, where, and what to do."""

from collections.abc import Iterable


class SevenWaysError(Exception):
    """Base of all errors that are reported as one sentence, never as a traceback."""


class UsageError(SevenWaysError):
    """The request itself is wrong; commands exit with 2."""


class NoOrganisationError(SevenWaysError):
    """The data folder holds no organisation yet."""


class OrganisationError(SevenWaysError):
    """organisation.toml cannot be understood; the message names file, key, value and the mend."""


class StoreBusyError(SevenWaysError):
    """Another process has held the store's lock until our deadline passed; nothing was written."""


class CannotWriteError(SevenWaysError):
    """The disk is full, the folder is gone or read-only; nothing half-written stays behind."""


class CannotReadError(SevenWaysError):
    """A file cannot be opened or is not what it should be."""


class RefusedError(SevenWaysError):
    """What was asked cannot be done without harm, or twice; nothing was changed."""


class NoPaperError(RefusedError):
    """A printer lacks the paper; no job was sent.

    Attributes:
        papers: Names of the papers of ours that it has.
    """

    def __init__(self, message: str, papers: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.papers = tuple(papers)


class AskedAlreadyError(RefusedError):
    """As many requests for posters of a team are open as may be."""


class NewerFormatError(SevenWaysError):
    """The data folder was written by a newer version of this program."""


class RewrittenError(SevenWaysError):
    """What lies before a reader's cursor is no longer what it was; the reader starts over."""


class DoesNotFitError(SevenWaysError):
    """A text is too long for the sheet even at its smallest size; the message names it."""
