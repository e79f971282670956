"""The moderators' feed: its commands, what stands in it, and the loop that tells it."""

from bot.composition.equipment import Equipment, FrontTools
from bot.messaging.feed import DiscordFeed
from bot.services.feed import FeedService
from bot.services.feed_settings import FeedSettings
from cogs.feed_views import FeedButtons
from cogs.moderator_buttons import ModeratorButtons
from cogs.video_mod_feed import FeedDesk, FeedGroup


def feed_part(tools: FrontTools, *, buttons: ModeratorButtons) -> Equipment:
    messenger = DiscordFeed(
        tools.rest,
        catalogue=tools.catalogue,
        views=FeedButtons(buttons=buttons, clock=tools.clock),
        throttle=tools.throttle,
        clock=tools.clock,
    )
    service = FeedService(
        store=tools.stores.feed, messenger=messenger, clock=tools.clock, bell=tools.news
    )
    desk = FeedDesk(
        settings=FeedSettings(
            store=tools.stores.feed, clock=tools.clock, changed=service.try_again
        ),
        service=service,
        messenger=messenger,
        catalogue=tools.catalogue,
        replies=tools.replies,
    )
    return Equipment(video_mod=(FeedGroup(desk),), loops=(service.run,))
