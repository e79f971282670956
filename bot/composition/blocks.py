"""Blocks: the service, its commands and its form."""

from bot.composition.equipment import Equipment, FrontTools
from bot.domain.usage_views import PagedCommand
from bot.services.block_enforcement import BlockEnforcement
from bot.services.blocks import BlockCheck, BlockService
from bot.services.cancellation import CancellationService
from bot.services.page_readers import PageReaders
from cogs.block_button import BlockDesk
from cogs.member_names import MemberNames
from cogs.moderator_buttons import ModeratorButtons
from cogs.video_mod_blocks import BlocksDesk, BlocksPageButton, block_commands


def block_service(tools: FrontTools, cancellation: CancellationService) -> BlockService:
    stores, clock = tools.stores, tools.clock
    enforcement = BlockEnforcement(
        store=stores.blocks, jobs=stores.jobs, cancellation=cancellation, clock=clock
    )
    return BlockService(store=stores.blocks, jobs=stores.jobs, enforcement=enforcement, clock=clock)


def blocks_part(tools: FrontTools, *, blocks: BlockService, buttons: ModeratorButtons) -> Equipment:
    form = BlockDesk(blocks=blocks, catalogue=tools.catalogue, replies=tools.replies)
    buttons.serve_block(form)
    page_button = BlocksPageButton.for_one_bot()
    desk = BlocksDesk(
        blocks=blocks,
        catalogue=tools.catalogue,
        replies=tools.replies,
        clock=tools.clock,
        names=MemberNames(),
        readers=PageReaders(
            command=PagedCommand.VIDEO_MOD, views=tools.stores.usage_views, clock=tools.clock
        ),
        page_button=page_button,
    )
    page_button.desk = desk
    return Equipment(
        video_mod=block_commands(desk),
        items=(page_button,),
        forms=(form.modal_kind,),
        checks=(BlockCheck(blocks),),
    )
