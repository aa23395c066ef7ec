"""Which screen answers which request."""

from collections.abc import Callable

import msgspec

from kiosk import requests as ask
from kiosk.place import Place
from kiosk.poster_room import requests as posters
from kiosk.poster_room.no_pin import NoPinScreen
from kiosk.poster_room.options import OptionsScreen
from kiosk.poster_room.sheet import SheetScreen
from kiosk.screens.closed import ClosedScreen
from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.screens.languages import LanguagesScreen
from kiosk.screens.not_stored import NotStoredScreen
from kiosk.screens.note_behavior import NoteBehaviorScreen
from kiosk.screens.note_kind import NoteKindScreen
from kiosk.screens.note_phrase import NotePhraseScreen
from kiosk.screens.note_words import NoteWordsScreen
from kiosk.screens.out_of_order import OutOfOrderScreen
from kiosk.screens.pin import PinScreen
from kiosk.screens.poster_code import PosterCodeScreen
from kiosk.screens.poster_regret import PosterRegretScreen
from kiosk.screens.poster_sheet import PosterSheetScreen
from kiosk.screens.poster_team import PosterTeamScreen
from kiosk.screens.question import QuestionScreen
from kiosk.screens.review import ReviewScreen
from kiosk.screens.set_up import SetUpScreen
from kiosk.screens.slip import SlipScreen
from kiosk.screens.staff import StaffScreen
from kiosk.screens.team_picker import TeamPickerScreen
from kiosk.screens.thanks import ThanksScreen

#: Each screen is made of the place and of what its request holds.
_SCREENS: dict[type[ask.Request], Callable[..., KioskScreen]] = {
    ask.AskSlip: SlipScreen,
    ask.ChooseTeam: TeamPickerScreen,
    ask.AskAgain: QuestionScreen,
    ask.ShowReview: ReviewScreen,
    ask.ChooseNoteKind: NoteKindScreen,
    ask.ChooseNoteBehavior: NoteBehaviorScreen,
    ask.ChoosePhrase: NotePhraseScreen,
    ask.WriteNote: NoteWordsScreen,
    ask.SayNotStored: NotStoredScreen,
    ask.Thank: ThanksScreen,
    ask.AskForPoster: PosterTeamScreen,
    ask.ChooseSheet: PosterSheetScreen,
    ask.GiveCode: PosterCodeScreen,
    ask.RegretPoster: PosterRegretScreen,
    ask.ChooseLanguage: LanguagesScreen,
    ask.Apologise: OutOfOrderScreen,
    ask.WaitForOpening: ClosedScreen,
    ask.SetUp: SetUpScreen,
    ask.AskPin: PinScreen,
    ask.ChooseStaffTask: StaffScreen,
    posters.SayNoPin: NoPinScreen,
    posters.MakeSheet: SheetScreen,
    posters.ChooseOption: OptionsScreen,
}


def screen_for(request: ask.Request, place: Place) -> KioskScreen:
    """The screen that a request brings up, in this place."""
    return _SCREENS[type(request)](place, *msgspec.structs.astuple(request))
