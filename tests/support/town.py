"""A server in SimCord's model of Discord, with the people that behaviour tests are about."""

from typing import Any

import discord
from simcord import ChannelHandle, Env, GuildHandle, MemberActor
from simcord.actors import _dispatch_actor_interaction
from simcord.enums import InteractionType


class Town:
    """A server with a channel, a requester, a stranger and a moderator."""

    def __init__(self, env: Env) -> None:
        self.env = env
        self.guild: GuildHandle = env.create_guild()
        everyone = self.guild.default_role
        self.channel: ChannelHandle = self.guild.create_text_channel(
            "clips", overwrites={everyone: discord.PermissionOverwrite(view_channel=True)}
        )
        self.alice: MemberActor = self.guild.add_member(env.create_user("alice"))
        self.bob: MemberActor = self.guild.add_member(env.create_user("bob"))
        moderators = self.guild.create_role(
            "moderators", permissions=discord.Permissions(manage_messages=True)
        )
        self.mod: MemberActor = self.guild.add_member(env.create_user("mod"), roles=[moderators])

    def shut_out_bot(self, *, name: str = "closed", **denied: bool) -> ChannelHandle:
        """Make a channel where the bot lacks what is named."""
        return self.guild.create_text_channel(
            name, overwrites={self.env.bot.user: discord.PermissionOverwrite(**denied)}
        )

    def messages(self, channel: ChannelHandle | None = None) -> list[discord.Message]:
        return (channel or self.channel).history()

    def message(self, message_id: int | None) -> discord.Message:
        """Find a message among those that alice sees."""
        seen = self.channel.history(viewer=self.alice)
        (found,) = [message for message in seen if message.id == message_id]
        return found

    async def submit_forged(
        self, actor: Any, channel: Any, custom_id: str, components: list[dict[str, Any]]
    ) -> Any:
        """Submit what no form of ours looks like."""
        return await _dispatch_actor_interaction(
            actor,
            InteractionType.MODAL_SUBMIT,
            channel,
            {"custom_id": custom_id, "components": components},
        )

    async def forge(self, *, directly: bool = False, **options: Any) -> Any:
        """Send what Discord's own client would never let through."""
        root = self.alice._resolve_root("video", 1, self.channel.id)
        kinds = {option["name"]: option["type"] for option in root["options"]}
        data = {
            "id": root["id"],
            "name": "video",
            "type": 1,
            "options": [
                {"name": name, "type": kinds[name], "value": value}
                for name, value in options.items()
            ],
        }
        actor = self.alice.user if directly else self.alice
        channel = self.alice.user.dm_channel if directly else self.channel
        return await _dispatch_actor_interaction(
            actor, InteractionType.APPLICATION_COMMAND, channel, data
        )
