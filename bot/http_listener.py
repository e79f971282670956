"""A server's place on the network, by the settings that name it."""

from aiohttp import web

from bot.domain.listening import listening_error


class HttpListener:
    """Listens for one server at a time."""

    def __init__(self, *, host: str, port: int, host_setting: str, port_setting: str) -> None:
        self.host = host
        self._wanted_port = port
        self._host_setting = host_setting
        self._port_setting = port_setting
        self._runner: web.BaseRunner | None = None

    @property
    def port(self) -> int:
        """The port that is listened on: with port 0, the one the system chose."""
        if self._runner is None or not self._runner.addresses:
            raise RuntimeError(f"nothing listens for {self._port_setting}")
        return int(self._runner.addresses[0][1])

    async def start(self, runner: web.BaseRunner) -> None:
        """Raise CannotListenError where nothing can listen."""
        await runner.setup()
        try:
            await web.TCPSite(runner, self.host, self._wanted_port).start()
        except (OSError, UnicodeError) as error:
            await runner.cleanup()
            raise listening_error(
                error,
                host=self.host,
                port=self._wanted_port,
                host_setting=self._host_setting,
                port_setting=self._port_setting,
            ) from error
        self._runner = runner

    async def stop(self) -> None:
        """Do nothing where nothing listens."""
        if self._runner is not None:
            runner, self._runner = self._runner, None
            await runner.cleanup()
