"""The log inside Discord: cases, and the buttons about them."""

from bot.composition.equipment import Equipment, FrontTools
from bot.services.cases import CaseService
from cogs.case_desk import CaseDesk
from cogs.case_view import CaseButtons
from cogs.moderator_buttons import ModeratorButtons
from cogs.note_button import NoteDesk
from cogs.usage_case import case_command


def usage_log_part(tools: FrontTools, *, buttons: ModeratorButtons) -> Equipment:
    desk = CaseDesk(
        cases=CaseService(store=tools.stores.cases, clock=tools.clock),
        results=tools.results,
        views=CaseButtons(buttons=buttons, clock=tools.clock),
        catalogue=tools.catalogue,
        replies=tools.replies,
    )
    notes = NoteDesk(desk)
    buttons.serve_cases(desk, notes=notes)
    return Equipment(forms=(notes.modal_kind,), usage=(case_command(desk, tools.catalogue),))
