"""organisation.toml on disk: read strictly, written once for a new organisation."""

import os
import stat
import tomllib
from pathlib import Path

import msgspec

from store import disk
from store.errors import CannotReadError, NoOrganisationError, OrganisationError, UsageError
from store.organisation import Organisation
from store.organisation.mistakes import explain, explain_number, explain_syntax
from store.organisation.sense import check_sense

FILE = "organisation.toml"


def read(folder: Path) -> Organisation:
    """The organisation that a data folder belongs to.

    Raises:
        NoOrganisationError: The folder holds none yet.
        OrganisationError: The file has a mistake; the message names it and the mend.
        CannotReadError: The system does not let us read it.
    """
    return parse(read_text(folder), str(folder / FILE))


def read_text(folder: Path) -> str:
    """The file as it stands, line ends untouched.

    Raises:
        NoOrganisationError: The folder holds none yet.
        OrganisationError: It is not UTF-8 text.
        CannotReadError: The system does not let us read it.
    """
    path = folder / FILE
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError) as error:
        message = f"There is no organisation in {folder} yet; run `store init`, or name its folder with --data."
        raise NoOrganisationError(message) from error
    except OSError as error:
        message = f"Cannot read {path}: {error.strerror}; run as the user to whom this folder belongs."
        raise CannotReadError(message) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        message = f"{path}, line {line}: this is not UTF-8 text; save the file again as UTF-8."
        raise OrganisationError(message) from error


def parse(text: str, where: str) -> Organisation:
    """The organisation that a text describes.

    Args:
        text: TOML.
        where: The file's name for messages.

    Raises:
        OrganisationError: The text has a mistake; the message names file, key, value and the mend.
    """
    try:
        settings = tomllib.loads(text)
    except RecursionError as error:
        message = f"{where}: brackets are nested too deeply; settings need two levels at most."
        raise OrganisationError(message) from error
    except tomllib.TOMLDecodeError as error:
        raise OrganisationError(f"{where}, {explain_syntax(str(error), text)}") from error
    except ValueError as error:  # int() reads at most sys.get_int_max_str_digits() digits
        raise OrganisationError(f"{where}, {explain_number(text)}") from error
    try:
        organisation = msgspec.convert(settings, Organisation)
    except msgspec.ValidationError as error:
        raise OrganisationError(f"{where}: {explain(str(error), settings)}") from error
    mistake = check_sense(organisation)
    if mistake:
        raise OrganisationError(f"{where}: {mistake}")
    return organisation


def write_new(folder: Path, organisation: Organisation) -> None:
    """Writes the file for a new organisation, with a comment on every setting; never over another.

    The folder is made, for its owner alone. An existing one that others may enter is closed to them if it is
    empty, and refused if it is not: it may serve other ends.

    Raises:
        UsageError: There is an organisation already, or the folder is open to others.
        OrganisationError: The values cannot be an organisation's.
        CannotWriteError: Nothing has changed then.
    """
    from store.organisation.template import render  # noqa: PLC0415 - needed once in the life of a folder

    text = render(organisation)
    parse(text, FILE)
    refuse_existing(folder)
    disk.make_private_folder(folder)
    _close_to_others(folder)
    try:
        disk.put(folder / FILE, text.encode(), replace=False)
    except FileExistsError:
        refuse_existing(folder)


def refuse_existing(folder: Path) -> None:
    """Makes sure that a folder is free for a new organisation.

    Raises:
        UsageError: There is one already.
    """
    if os.path.lexists(folder / FILE):
        message = (
            f"{folder / FILE} exists already; change it with `store teams` or a text editor, or choose another folder."
        )
        raise UsageError(message)


def _close_to_others(folder: Path) -> None:
    with disk.writing(folder):
        if not folder.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            return
        if any(folder.iterdir()):
            message = f"{folder} holds other files and is open to other users; choose a new or an empty folder."
            raise UsageError(message)
        folder.chmod(disk.PRIVATE_FOLDER)
