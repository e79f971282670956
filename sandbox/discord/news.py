"""Turns what happens in the backend into changes that people may see."""

from simcord.backend.models import Message

from sandbox.discord.backend import LocalBackend
from sandbox.discord.changes import ChangeFeed
from sandbox.discord.views import audience, interaction_view, message_view


class News:
    """The backend's observer."""

    def __init__(self, backend: LocalBackend, feed: ChangeFeed) -> None:
        self._backend = backend
        self._feed = feed
        backend.observer = self

    def message_created(self, message: Message) -> None:
        self._feed.publish(
            {
                "kind": "message_created",
                "channel_id": str(message.channel_id),
                "message_id": str(message.id),
                "message": message_view(self._backend, message),
            },
            audience=audience(self._backend, message),
        )

    def message_updated(self, message: Message) -> None:
        self._feed.publish(
            {
                "kind": "message_updated",
                "channel_id": str(message.channel_id),
                "message_id": str(message.id),
                "message": message_view(self._backend, message),
            },
            audience=audience(self._backend, message),
        )

    def message_deleted(self, message: Message) -> None:
        self._feed.publish(
            {
                "kind": "message_deleted",
                "channel_id": str(message.channel_id),
                "message_id": str(message.id),
            },
            audience=audience(self._backend, message),
        )

    def channels_changed(self) -> None:
        self._feed.publish({"kind": "channels_changed"})

    def commands_changed(self) -> None:
        self._feed.publish({"kind": "commands_changed"})

    def bot_connection(self, *, online: bool) -> None:
        self._feed.publish({"kind": "bot_connection", "online": online})

    def interaction_changed(self, interaction_id: int) -> None:
        """Only the person who began it sees how an interaction fares."""
        record = self._backend.interactions.get(interaction_id)
        if record is None:
            return
        self._feed.publish(
            {
                "kind": "interaction_changed",
                "channel_id": str(record.channel_id),
                "interaction": interaction_view(self._backend, record),
            },
            audience=frozenset({record.user_id}),
        )
