"""The course of a visit: what happens on each request of a screen."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from kiosk import requests as ask
from kiosk.clocks import Clocks
from kiosk.desk import Desk
from kiosk.place import Place
from kiosk.rotation import Rotation
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.screens.welcome import WelcomeScreen
from kiosk.sitting import Sitting
from kiosk.texts.languages import Languages
from kiosk.texts.lessons import behavior_of
from kiosk.texts.wording import WRONG_SLIP
from kiosk.visit import Visit
from store.errors import AskedAlreadyError, SevenWaysError, UsageError
from store.language import Language
from store.organisation import Team
from store.pin import Answer, Verdict

if TYPE_CHECKING:
    from store.poster_requests import SheetWish

#: What somebody may wish for while answers are being stored.
_CHANGES_NO_SCREEN = (ask.TurnContrast, ask.ReadAloud, ask.ReadOn)


class Stage(Protocol):
    """Where screens stand: the app, as the course of a visit sees it."""

    @property
    def up(self) -> KioskScreen:
        """The screen that is up."""

    async def show(self, screen: KioskScreen) -> None:
        """Put a screen in the place of the one that is up."""

    def serve(self, sitting: Sitting) -> None:
        """Wear the colours that somebody wishes for, and be silent unless asked to speak."""

    def read_aloud(self) -> None:
        """Read out what is up, for somebody who asked for it."""

    def store_soon(self, visit: Visit, on: date) -> None:
        """Store a visit beside the message loop."""

    async def pass_night(self, team: Team) -> None:
        """Let a night pass, in the demo."""

    def leave(self) -> None:
        """End the kiosk."""


class Course:
    """Leads from one screen to the next.

    Attributes:
        sitting: What the person who is here has chosen.
        is_storing: Whether a visit is on its way to the store: until it is known what became of it, no other screen
            comes up, and nothing is asked of the store.

    Args:
        stage: Where screens stand.
        desk: The kiosk's side of the store.
        rotation: Whose turn it is where a visit asks only about some behaviours.
        clocks: What time it is.
        place: What screens are given, apart from what changes.
    """

    def __init__(self, stage: Stage, desk: Desk, rotation: Rotation, clocks: Clocks, place: Place) -> None:
        self._stage = stage
        self._desk = desk
        self._rotation = rotation
        self._clocks = clocks
        self._place = place
        self._languages = Languages()
        self.sitting = self.usual_sitting
        self.is_storing = False

    @property
    def usual_sitting(self) -> Sitting:
        """How the kiosk serves people who have chosen nothing."""
        return Sitting(self._speak(self._desk.organisation.languages[0]))

    @property
    def day(self) -> date:
        """Today."""
        return self._clocks.today(self._desk.organisation)

    @property
    def is_open(self) -> bool:
        """Whether a visit may begin at this time of day."""
        return self._clocks.is_open(self._desk.organisation)

    @property
    def place(self) -> Place:
        """What the next screen is given."""
        return replace(
            self._place,
            organisation=self._desk.organisation,
            ask=self.answer,
            sitting=self.sitting,
            has_pin=self._desk.has_pin,
            notice=self._desk.notice,
            news=self._desk.news,
        )

    def first_screen(self) -> KioskScreen:
        """What stands here while nobody does: the welcome, or why there is none."""
        self._serve(self.usual_sitting)
        request = self._hindrance()
        return screen_for(request, self.place) if request else WelcomeScreen(self.place, behavior_of(self.day))

    async def answer(self, request: ask.Request) -> None:
        """Do what somebody asked for; done when the next screen is up.

        Raises:
            SevenWaysError: An organisation could not be founded.
        """
        if self.is_storing and not isinstance(request, _CHANGES_NO_SCREEN):
            return
        match request:
            case ask.StartOver():
                await self._start_over()
            case ask.Begin(language):
                if language:
                    self._serve(replace(self.sitting, language=self._speak(language)))
                await self._bring(ask.AskSlip() if self._desk.organisation.privacy.slips else ask.ChooseTeam())
            case ask.TakeSlip(code):
                await self._take_slip(code)
            case ask.RateTeam(team):
                asked = self._rotation.next(self._desk.organisation.kiosk.questions_per_visit)
                await self._bring(ask.AskAgain(Visit(team, asked, began=self._clocks.seconds())))
            case ask.ReviewVisit(visit):
                await self._bring(ask.ShowReview(visit.answered_by(self._clocks.seconds()), self.day))
            case ask.StoreVisit(visit, on):
                self.is_storing = True
                self._stage.store_soon(visit, on)
            case _:
                await self._answer_wish(request)

    def prepare(self) -> None:
        """Load, while nobody is here, what the first visitor would wait for: other screens, languages, calendars."""
        from kiosk.screens import choice  # noqa: F401, PLC0415 - to be there, nothing else

        for code in self._desk.organisation.languages:
            self._speak(code)
        self.usual_sitting.language.day(self.day)

    async def store(self, visit: Visit, on: date) -> ask.Thank | ask.SayNotStored:
        """Store a visit; only what is durable is thanked for.

        Returns:
            What to tell the visitor.
        """
        try:
            receipt = await self._desk.receive(visit, self.sitting.slip, on)
        except SevenWaysError as error:
            return ask.SayNotStored(visit, on, str(error), isinstance(error, UsageError))
        self._rotation.move_on(len(visit.asked))
        return ask.Thank(visit.team, receipt.hold, receipt.note)

    async def tell(self, outcome: ask.Thank | ask.SayNotStored) -> None:
        """Say what became of the visit that was on its way to the store."""
        self.is_storing = False
        match outcome:
            case ask.SayNotStored(reason=reason, is_final=False) if self._stage.up.keeps_trying(reason):
                pass
            case _:
                await self._bring(outcome)

    async def _answer_wish(self, request: ask.Request) -> None:
        """Speak, look and read aloud as somebody wishes."""
        match request:
            case ask.Speak(language, back):
                self._serve(replace(self.sitting, language=self._speak(language)))
                await self.answer(back)
            case ask.TurnContrast():
                self._serve(replace(self.sitting, high_contrast=not self.sitting.high_contrast))
            case ask.ReadAloud():
                self._serve(replace(self.sitting, spoken=True))
                self._stage.read_aloud()
            case ask.ReadOn():
                self._stage.read_aloud()
            case ask.RequestPoster(team, sheet):
                await self._bring(await self._request_poster(team, sheet))
            case ask.PassNight(team):
                await self._stage.pass_night(team)
            case _:
                await self._answer_staff(request)

    async def _answer_staff(self, request: ask.Request) -> None:
        """Do what staff ask for; whatever is left asks for a screen and nothing else."""
        match request:
            case ask.AskPin() if not self._place.locked:
                self._stage.leave()
            case ask.AskPin() if not self._desk.has_pin:
                pass
            case ask.EnterPin(pin):
                await self._enter_pin(pin)
            case ask.Leave():
                self._stage.leave()
            case ask.BeginSession(minutes):
                self._desk.begin_session(minutes)
                await self._start_over()
            case ask.MakePosters():
                await self._bring(await self._sheet())
            case ask.EndSession():
                self._desk.end_session()
                await self._start_over()
            case _:
                await self._answer_trouble(request)

    async def _answer_trouble(self, request: ask.Request) -> None:
        match request:
            case ask.Apologise(reason):
                self._desk.trouble = reason
                await self._start_over()
            case ask.Reopen():
                if await self._desk.is_in_order_again():
                    await self._start_over()
            case ask.FoundOrganisation(organisation):
                self._desk.found(organisation)
                await self._start_over()
            case _:
                await self._bring(request)

    async def _start_over(self) -> None:
        await self._stage.show(self.first_screen())

    async def _bring(self, request: ask.Request) -> None:
        await self._stage.show(screen_for(request, self.place))

    async def _request_poster(self, team: Team, sheet: "SheetWish") -> ask.Request:
        """Keep a request; what to tell whoever asked."""
        try:
            code = await self._desk.request_poster(team.key, sheet, self.day)
        except SevenWaysError as error:
            return ask.RegretPoster(team, "" if isinstance(error, AskedAlreadyError) else str(error))
        return ask.GiveCode(code)

    async def _take_slip(self, code: str) -> None:
        try:
            is_good = await self._desk.takes_slip(code)
        except SevenWaysError as error:
            await self._bring(ask.AskSlip(str(error)))
            return
        if is_good:
            self._serve(replace(self.sitting, slip=code))
            await self._bring(ask.ChooseTeam())
        else:
            await self._bring(ask.AskSlip(self.sitting.language.say(WRONG_SLIP)))

    async def _enter_pin(self, pin: str) -> None:
        try:
            answer = await self._desk.check_pin(pin)
        except SevenWaysError as error:
            await self._bring(ask.AskPin(str(error)))
            return
        if answer.verdict is Verdict.OK:
            await self._bring(await self._behind_the_door())
        else:
            await self._bring(ask.AskPin(_refusal(answer, self.sitting.language)))

    async def _behind_the_door(self) -> ask.Request:
        """What somebody gets who knows the PIN."""
        return ask.ChooseStaffTask(self._desk.session_minutes())

    async def _sheet(self) -> ask.Request:
        """A sheet to print, as most people want it."""
        from kiosk.poster_room.requests import MakeSheet  # noqa: PLC0415 - few visitors are staff

        return MakeSheet(await self._desk.press(self._clocks.today))

    def _hindrance(self) -> ask.Request | None:
        """Why nobody can be welcomed; None if everybody is welcome."""
        organisation = self._desk.organisation
        if self._desk.trouble and (self._place.locked or self._desk.is_founded):
            return ask.Apologise(self._desk.trouble)
        if not self._desk.is_founded:
            return ask.SetUp()
        if not self.is_open:
            return ask.WaitForOpening(partial(self._clocks.now, organisation), self._clocks.opens_next(organisation))
        return None

    def _serve(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self._stage.serve(sitting)

    def _speak(self, code: str) -> Language:
        return self._languages.speak(code)


def screen_for(request: ask.Request, place: Place) -> KioskScreen:
    """Any screen but the welcome, which is the first and should not wait for the code of the others."""
    from kiosk.screens import choice  # noqa: PLC0415 - see above

    return choice.screen_for(request, place)


def _refusal(answer: Answer, language: Language) -> str:
    """Why a PIN opens nothing, and what to do."""
    if answer.verdict is Verdict.LOCKED:
        return language.say_many(
            "Too many wrong PINs: wait {n} minute.", "Too many wrong PINs: wait {n} minutes.", -(-answer.seconds // 60)
        )
    return language.say_many(
        "That is not the PIN; {n} try is left.", "That is not the PIN; {n} tries are left.", answer.tries_left
    )
