"""The public face: a Store, which kiosk and posters talk to."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import uuid4

import msgspec

from store.abuse import Hold, why_held
from store.behaviors import Behavior
from store.clock import believed, doubt
from store.disk import make_private_folder, probe, put, writing
from store.errors import CannotWriteError, UsageError
from store.format import FORMAT_FILE, check_format
from store.lock import FolderLock
from store.organisation import Organisation
from store.organisation import file as organisation_file
from store.records import FORMAT, Batch, CheckIn, Ratings

if TYPE_CHECKING:
    from tinydb import TinyDB

    from store.batches import Settled
    from store.drops import Drops
    from store.held import Held
    from store.journal import Journal
    from store.notes import Kind, Notes
    from store.pin import Pin
    from store.rates import Rates
    from store.released import Released
    from store.scorecard import Scorecard, Scorecards
    from store.slips import Slips
    from store.tinydb_journal import JournalStorage

CHECK_INS = "check-ins"
BATCHES = "batches"
IMPORT_PREFIX = "import-"

_decode_check_in = msgspec.json.Decoder(CheckIn).decode


def create_store(folder: Path, organisation: Organisation) -> "Store":
    """Founds an organisation in a folder that has none.

    Raises:
        UsageError: There is one already.
        CannotWriteError: The folder cannot be written.
    """
    make_private_folder(folder)
    organisation_file.write_new(folder, organisation)
    put(folder / FORMAT_FILE, b"%d\n" % FORMAT)
    return Store(folder, organisation)


def open_store(folder: Path) -> "Store":
    """Opens a data folder; reads its settings only, so it takes the same time however much is stored.

    Raises:
        NoOrganisationError: The folder holds none yet.
        OrganisationError: organisation.toml has a mistake.
        NewerFormatError: A newer version of this program has written here.
        CannotReadError: The folder is a file, closed to us, or does not say its format.
    """
    check_format(folder)
    return Store(folder, organisation_file.read(folder))


class Store:
    """One organisation's data.

    Attributes:
        folder: The data folder.
        organisation: Its settings as they were read last.
        lock: The folder's lock.
    """

    def __init__(self, folder: Path, organisation: Organisation) -> None:
        self.folder = folder
        self.organisation = organisation
        self.lock = FolderLock(folder)

    def reload_organisation(self) -> Organisation:
        """Reads the settings again, as another program may have changed them."""
        self.organisation = organisation_file.read(self.folder)
        return self.organisation

    # Checking in

    def save(self, team: str, answers: Mapping[Behavior, int], *, extra_mile: bool, on: date) -> CheckIn:
        """Stores one visit, durably, before it returns.

        Args:
            team: Key of the rated team.
            answers: Ratings from 1 to 5; behaviours that are not in it were skipped.
            extra_mile: Whether "they went the extra mile".
            on: Today, as far as the clock knows.

        Returns:
            The check-in as stored; its day may differ from ``on`` if the clock is not believed.

        Raises:
            UsageError: Nothing was rated, or the team cannot be rated.
            StoreBusyError: Another program held the store too long.
            CannotWriteError: The disk is full, gone or read-only; nothing was stored.
        """
        return self._add(team, self._accepted(team, answers), extra_mile=extra_mile, on=on)

    def receive(
        self,
        team: str,
        answers: Mapping[Behavior, int],
        *,
        extra_mile: bool,
        on: date,
        answered_in: float | None,
        slip: str | None = None,
    ) -> Hold | None:
        """Takes one visit in, durably: as a check-in, or held back where the rules against abuse say so.

        A visit that could not be stored may be brought again: its slip is good for it, and it is counted once.

        Args:
            team: Key of the rated team.
            answers: Ratings from 1 to 5; behaviors that are not in it were skipped.
            extra_mile: Whether "they went the extra mile".
            on: Today, as far as the clock knows.
            answered_in: Seconds from the first question to the last answer; None if nobody measured them.
            slip: The code on the slip, where slips are asked for.

        Returns:
            Why it is held; None if it is a check-in.

        Raises:
            UsageError: Nothing was rated, the team cannot be rated, or the slip is not good.
            StoreBusyError: Another program held the store too long.
            CannotWriteError: The disk is full, gone or read-only; nothing was stored.
        """
        ratings = self._accepted(team, answers)
        with self._paid_for(slip), self.rates.counted(team) as recent:
            hold = why_held(len(answers), answered_in, self.organisation.timings.too_fast_seconds, recent)
            if hold:
                self.held.add(team, ratings, extra_mile=extra_mile, reason=hold)
            else:
                self._add(team, ratings, extra_mile=extra_mile, on=on)
        return hold

    def _accepted(self, team: str, answers: Mapping[Behavior, int]) -> Ratings:
        """The ratings of a visit that can be stored here and now, as far as can be told before."""
        if not answers:
            raise UsageError("Every question was skipped, so there is nothing to store.")
        if team not in {open_team.key for open_team in self.organisation.open_teams}:
            name = self.organisation.name_of(team)
            message = f'"{name}" cannot be rated; choose a team that is neither retired nor too small (`store teams`).'
            raise UsageError(message)
        self._make_sure_of_folder()
        return Ratings.of(answers)

    def _add(self, team: str, ratings: Ratings, *, extra_mile: bool, on: date) -> CheckIn:
        with self.lock.held():
            day = self.believed_day(on)
            check_in = CheckIn(id=str(uuid4()), day=day, team=team, ratings=ratings, extra_mile=extra_mile)
            self.db.table(CHECK_INS).insert(msgspec.to_builtins(check_in))
        return check_in

    def receive_note(
        self, team: str, kind: "Kind", behavior: Behavior | None, text: str, on: date, *, slip: str | None, alone: bool
    ) -> None:
        """Takes a note in, durably, as ``Notes.add``; one that comes alone uses up a slip where slips are asked for.

        Raises:
            UsageError: It cannot be a note, its slip is not good, or too many arrived or wait.
            StoreBusyError: Another program held the store too long.
            CannotWriteError: The disk is full, gone or read-only; nothing was stored.
        """
        from store.notes import MOST_IN_SPAN  # noqa: PLC0415 - most visits bring none
        from store.rates import NOTES  # noqa: PLC0415

        self._make_sure_of_folder()
        self.notes.refuse_if_full()
        with self.rates.counted(NOTES) as recent:
            if recent > MOST_IN_SPAN:
                raise UsageError(f"{MOST_IN_SPAN} notes arrived within five minutes; write this one a little later.")
            with self._paid_for(slip) if alone else nullcontext():
                self.notes.add(team, kind, behavior, text, on)

    def _paid_for(self, slip: str | None) -> AbstractContextManager[None]:
        """Uses a slip up before a block, where slips are asked for; see ``Slips.spent``."""
        return self.slips.spent(slip or "") if self.organisation.privacy.slips else nullcontext()

    def believed_day(self, on: date) -> date:
        """The day to write on what arrives now; the caller holds the lock.

        Args:
            on: Today, as far as the clock knows.
        """
        return believed(on, self._newest_day(), self.organisation.clock_confirmed)

    def clock_warning(self, on: date) -> str | None:
        """A sentence for staff when the clock is not believed; None when it is."""
        with self.lock.held():
            newest = self._newest_day()
        return doubt(on, newest, self.organisation.clock_confirmed)

    def _newest_day(self) -> date | None:
        journal = self.journal(CHECK_INS)
        return journal.newest(day_of) if journal.path.exists() else None

    # Scores

    def close_days(self, on: date) -> int:
        """Releases what may be released; returns how many batches that made.

        Raises:
            StoreBusyError: Another program held the store too long.
            CannotWriteError: What could not be released waits on.
        """
        return self._close_days(on)[0]

    def _close_days(self, on: date) -> "tuple[int, Released]":
        from store.batches import Rule  # noqa: PLC0415 - no score is needed for the first paint, nor to check in
        from store.closing import close_days  # noqa: PLC0415

        with self.lock.held():
            day = self.believed_day(on)
            privacy = self.organisation.privacy
            rule = Rule(privacy.minimum, day.isoformat(), privacy.release == "at-once")
            streams = {name: self.journal(name) for name in self.streams()}
            return close_days(self.folder, streams, self.journal(BATCHES), rule)

    def scorecards(
        self, on: date, first: date | None = None, last: date | None = None, *, must_close: bool = False
    ) -> "Scorecards":
        """All scorecards as seen on a day; days that are over are closed first.

        Args:
            on: The day as of which they are seen.
            first: First day of the window; by default ``window_days`` before ``on``.
            last: Last day of the window; by default the day before ``on``.
            must_close: Whether it is an error if days cannot be closed; otherwise whoever may only read still sees
                what was released.

        Raises:
            StoreBusyError: Another program held the store too long.
            CannotWriteError: With ``must_close``, as ``close_days``.
        """
        from store.scores import score_all, window_for  # noqa: PLC0415 - as above

        try:
            _, released = self._close_days(on)
        except CannotWriteError:
            if must_close:
                raise
            released = self.released()
        window = window_for(self.organisation, on, first, last)
        return score_all(self.organisation, released, window, self._drops.count(window.first, window.last))

    def scorecard(self, team: str, on: date, first: date | None = None, last: date | None = None) -> "Scorecard":
        """The scorecard of the team with this key; the days are those of ``scorecards``.

        Raises:
            UsageError: No such team has a scorecard.
        """
        for card in self.scorecards(on, first, last).teams:
            if card.team == team:
                return card
        from store.scores import why_no_card  # noqa: PLC0415 - as above

        raise UsageError(why_no_card(self.organisation.name_of(team), self.released().last_day(team)))

    def released(self) -> "Released":
        """What was released so far, as a fold over all batches."""
        from store.released import Released  # noqa: PLC0415 - as above

        released = Released.load(self.folder)
        if released.refresh(self.journal(BATCHES)):
            released.save(self.folder)
        return released

    # Rooms that are entered only when they are needed: the first paint does not wait for them

    @cached_property
    def db(self) -> "TinyDB":
        """All tables."""
        from store.tinydb_journal import open_tinydb  # noqa: PLC0415

        return open_tinydb(self.folder, lock=self.lock)

    @cached_property
    def pin(self) -> "Pin":
        """The PIN with which staff leave a locked kiosk."""
        from store.pin import Pin  # noqa: PLC0415

        return Pin(self.folder, self.lock)

    @cached_property
    def notes(self) -> "Notes":
        """What visitors added in words."""
        from store.notes import TABLE, Notes  # noqa: PLC0415

        return Notes(self.journal(TABLE))

    @cached_property
    def slips(self) -> "Slips":
        """The one-time codes: one voice, one slip."""
        from store.slips import Slips  # noqa: PLC0415

        return Slips(self.folder, self.lock)

    @cached_property
    def held(self) -> "Held":
        """Check-ins that are held back until a manager has looked."""
        from store.held import TABLE, Held  # noqa: PLC0415

        return Held(self.journal(TABLE), self.journal(CHECK_INS), self._drops, self.believed_day)

    @cached_property
    def rates(self) -> "Rates":
        """How often each team was rated within the last minutes, and a trainer's session."""
        from store.rates import Rates, shared_clock  # noqa: PLC0415
        from store.runtime_folder import runtime_folder  # noqa: PLC0415

        return Rates(runtime_folder(self.folder, os.environ), shared_clock)

    @cached_property
    def _drops(self) -> "Drops":
        from store.drops import TABLE, Drops  # noqa: PLC0415

        return Drops(self.journal(TABLE))

    # For those who tend the folder

    def probe(self) -> None:
        """Makes sure that something could be stored now: writes a little, durably, and leaves nothing behind.

        Raises:
            CannotWriteError: Nothing can be stored: the disk is full, gone or read-only.
        """
        self._make_sure_of_folder()
        probe(self.folder)

    def _make_sure_of_folder(self) -> None:
        """An empty folder, where the disk should be mounted, takes any write, and hides it when the disk comes back."""
        settings = self.folder / organisation_file.FILE
        with writing(settings):
            settings.stat()

    def streams(self) -> list[str]:
        """Names of all sources of check-ins: the kiosk's own, then each import."""
        from store.journal import SUFFIX  # noqa: PLC0415 - as above

        imports = sorted(path.name.removesuffix(SUFFIX) for path in self.folder.glob(f"{IMPORT_PREFIX}*{SUFFIX}"))
        return [CHECK_INS, *imports]

    def journal(self, table: str) -> "Journal":
        """The journal behind one table."""
        return cast("JournalStorage", self.db.storage).journal(table)

    def batches(self) -> Iterator[Batch]:
        """All batches, in the order in which they were released."""
        from store.documents import Documents  # noqa: PLC0415 - as above

        batches = Documents(Batch)
        for chunk in self.journal(BATCHES).chunks():
            yield from batches.among(chunk.data)

    def skipped(self) -> int:
        """How many damaged lines were skipped by what this store has read so far."""
        return sum(self.journal(table).damaged for table in (*self.streams(), BATCHES))

    def settled(self) -> "Settled":
        """Tells released check-ins from waiting ones."""
        from store.batches import Settled  # noqa: PLC0415 - as above

        return Settled(self.released().settled_marks())

    def add_many(self, check_ins: Iterable[CheckIn]) -> None:
        """Stores check-ins that have their days already, oldest first, in one durable write: sample data."""
        self.journal(CHECK_INS).append([msgspec.json.encode(check_in) for check_in in check_ins])

    def close(self) -> None:
        """Lets go of all files."""
        if "db" in self.__dict__:  # opened
            self.db.close()


def day_of(payload: bytes) -> date | None:
    """The day of a check-in; None if the document is none, which `store check` names."""
    try:
        return _decode_check_in(payload).day
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
