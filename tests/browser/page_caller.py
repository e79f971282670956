"""The page's protocol spoken by hand, without a browser."""


class Caller:
    """One page's connection, spoken by hand."""

    def __init__(self, socket):
        self._socket = socket
        self._last_id = 0
        self.events = []

    async def ask(self, action, **fields):
        self._last_id += 1
        await self._socket.send_json({"id": self._last_id, "do": action, **fields})
        while True:
            heard = await self._hear()
            if heard.get("re") == self._last_id:
                return heard

    async def event(self, name):
        """The next event of this name, those included that came meanwhile."""
        while True:
            for heard in self.events:
                if heard["event"] == name:
                    self.events.remove(heard)
                    return heard
            await self._hear()

    async def say(self, frame):
        await self._socket.send_str(frame)

    def vanish(self):
        """Breaks the connection as a browser does that is killed."""
        self._socket._response.connection.transport.abort()

    async def _hear(self):
        heard = await self._socket.receive_json(timeout=30)
        if "event" in heard:
            self.events.append(heard)
        return heard


def as_person(world, name):
    return {"person": str(world.person(name).id)}


def in_channel(world, name="showreel"):
    return {"channel": str(world.place(name).id)}
