"""The log inside Discord: its pages, its cases, and the buttons about them."""

from bot.composition.equipment import Equipment, FrontTools
from bot.services.cases import CaseService
from bot.services.log_pages import LogPages
from bot.services.prompt_rules import RuleService
from cogs.case_choices import CaseChoices
from cogs.case_desk import CaseDesk
from cogs.case_view import CaseButtons
from cogs.log_buttons import LogButtons
from cogs.log_desk import LogDesk
from cogs.moderator_buttons import ModeratorButtons
from cogs.note_button import NoteDesk
from cogs.reason_choices import ReasonChoices
from cogs.usage_case import case_command
from cogs.usage_log import log_command


def usage_log_part(
    tools: FrontTools, *, rules: RuleService, buttons: ModeratorButtons
) -> Equipment:
    desk = CaseDesk(
        cases=CaseService(store=tools.stores.cases, clock=tools.clock),
        results=tools.results,
        views=CaseButtons(buttons=buttons, clock=tools.clock),
        catalogue=tools.catalogue,
        replies=tools.replies,
    )
    notes = NoteDesk(desk)
    buttons.serve_cases(desk, notes=notes)
    log_buttons = LogButtons(catalogue=tools.catalogue)
    pages = LogPages(
        usage_log=tools.stores.usage_log, views=tools.stores.usage_views, clock=tools.clock
    )
    log_desk = LogDesk(
        pages=pages,
        cases=desk,
        views=log_buttons,
        catalogue=tools.catalogue,
        replies=tools.replies,
    )
    log_buttons.serve(log_desk)
    reasons = ReasonChoices(rules=rules, catalogue=tools.catalogue, clock=tools.clock)
    case_choices = CaseChoices(pages=pages, catalogue=tools.catalogue, clock=tools.clock)
    return Equipment(
        items=log_buttons.classes,
        forms=(notes.modal_kind,),
        usage=(
            log_command(log_desk, reasons=reasons, catalogue=tools.catalogue),
            case_command(desk, choices=case_choices, catalogue=tools.catalogue),
        ),
    )
