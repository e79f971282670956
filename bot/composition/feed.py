"""The moderators' feed: its commands, what stands in it, and the loop that tells it."""

from bot.composition.equipment import Equipment, FrontTools
from bot.messaging.feed import DiscordFeed
from bot.messaging.feed_samples import FeedSamples
from bot.messaging.report_cards import DiscordReportCards
from bot.services.feed import FeedService
from bot.services.feed_settings import FeedSettings
from bot.services.refused_lines import RefusedLines
from bot.services.report_cards import ReportCardKeeper
from bot.services.report_decisions import ReportDecisions
from cogs.feed_views import FeedButtons
from cogs.moderator_buttons import ModeratorButtons
from cogs.report_decisions import DecisionDesk
from cogs.video_mod_feed import FeedDesk, FeedGroup


def feed_part(tools: FrontTools, *, buttons: ModeratorButtons) -> Equipment:
    views = FeedButtons(buttons=buttons, clock=tools.clock)
    service = _service(tools, views)
    desk = FeedDesk(
        settings=FeedSettings(
            store=tools.stores.feed, clock=tools.clock, changed=service.try_again
        ),
        service=service,
        samples=FeedSamples(tools.rest, catalogue=tools.catalogue, views=views, clock=tools.clock),
        catalogue=tools.catalogue,
        replies=tools.replies,
    )
    buttons.serve_reports(
        DecisionDesk(
            decisions=ReportDecisions(
                store=tools.stores.report_decisions,
                jobs=tools.stores.jobs,
                results=tools.results,
                clock=tools.clock,
                news=tools.news,
            ),
            ask_to_block=buttons.ask_to_block,
            replies=tools.replies,
        )
    )
    return Equipment(video_mod=(FeedGroup(desk),), loops=(service.run,))


def _service(tools: FrontTools, views: FeedButtons) -> FeedService:
    refused_lines = RefusedLines(incidents=tools.incidents, clock=tools.clock)
    cards = ReportCardKeeper(
        store=tools.stores.report_cards,
        messenger=DiscordReportCards(
            tools.rest, catalogue=tools.catalogue, views=views, throttle=tools.throttle
        ),
        refused_lines=refused_lines,
        clock=tools.clock,
    )
    return FeedService(
        store=tools.stores.feed,
        messenger=DiscordFeed(
            tools.rest, catalogue=tools.catalogue, views=views, throttle=tools.throttle
        ),
        cards=cards,
        refused_lines=refused_lines,
        clock=tools.clock,
        bell=tools.news,
    )
