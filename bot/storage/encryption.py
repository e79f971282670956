"""Encrypts the log's private texts at rest when the operator has set a key."""

from collections.abc import Sequence
from typing import Final

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.domain.errors import UnreadableTextError

_SEALED: Final = "fernet:"
_PLAIN: Final = "plain:"


class DataKeyError(ValueError):
    """`DATA_KEY` holds something that is no Fernet key; the text is a sentence for the operator."""


class TextCipher:
    """Seals texts with the first key and opens them with any; without keys it leaves them plain.

    A prefix marks what is sealed, so texts of both kinds may stand in one column, and a text
    that happens to start with a prefix is marked as plain.
    """

    def __init__(self, keys: Sequence[str] = ()) -> None:
        """Raise DataKeyError when one of them is not a Fernet key."""
        try:
            fernets = [Fernet(key) for key in keys]
        except ValueError:
            raise DataKeyError(
                "DATA_KEY must hold Fernet keys (32 bytes, url-safe base64), comma-separated."
            ) from None
        self._newest = fernets[0] if fernets else None
        self._fernet = MultiFernet(fernets) if fernets else None

    def seal(self, text: str) -> str:
        if self._fernet is not None and text:
            return _SEALED + self._fernet.encrypt(text.encode()).decode()
        return _PLAIN + text if text.startswith((_SEALED, _PLAIN)) else text

    def open(self, stored: str) -> str:
        """Raises UnreadableTextError when no key fits."""
        if stored.startswith(_PLAIN):
            return stored.removeprefix(_PLAIN)
        if not stored.startswith(_SEALED):
            return stored
        if self._fernet is None:
            raise UnreadableTextError("a stored text is encrypted, and DATA_KEY is empty")
        try:
            return self._fernet.decrypt(stored.removeprefix(_SEALED)).decode()
        except InvalidToken:
            raise UnreadableTextError("a stored text is encrypted with a key not given") from None

    def readable(self, stored: str) -> str | None:
        """Open what may be shown without: None when no key fits."""
        try:
            return self.open(stored)
        except UnreadableTextError:
            return None

    def open_if_possible(self, stored: str) -> str:
        """Empty when no key fits: for words beside something that has to work without them."""
        return self.readable(stored) or ""

    def renewed(self, stored: str) -> str:
        """Seal it with the first key; what that key has sealed already is returned as it is.

        Raises UnreadableTextError when no key fits.
        """
        return stored if self._is_newest(stored) else self.seal(self.open(stored))

    def _is_newest(self, stored: str) -> bool:
        if self._newest is None or not stored.startswith(_SEALED):
            return False
        try:
            self._newest.decrypt(stored.removeprefix(_SEALED))
        except InvalidToken:
            return False
        return True
