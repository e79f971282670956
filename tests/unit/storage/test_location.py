"""What `DATABASE_URL` may say."""

from pathlib import Path

import pytest

from bot.storage.location import DatabaseUrlError, async_url, database_path, sync_url


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:///data/showreel.db", "data/showreel.db"),
        ("sqlite:////data/showreel.db", "/data/showreel.db"),
        ("sqlite+aiosqlite:///data/showreel.db", "data/showreel.db"),
        ("sqlite:///a folder/ä %.db", "a folder/ä %.db"),
    ],
)
def test_a_file_relative_or_absolute(url, path):
    assert database_path(url) == Path(path)
    assert (async_url(Path(path)).database, sync_url(Path(path)).database) == (path, path)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("sqlite://", "must name a file"),
        ("sqlite:///:memory:", "must name a file"),
        ("sqlite:///file:data.db?uri=true", "must name a file"),
        ("sqlite:///data.db?mode=memory", "must not carry options"),
        ("postgresql://bot:secret@host/showreel", "starts with 'postgresql'"),
        ("data/showreel.db", "is not a database URL"),
        ("", "is not a database URL"),
    ],
)
def test_anything_else_is_refused_with_a_sentence(url, sentence):
    with pytest.raises(DatabaseUrlError, match=sentence) as caught:
        database_path(url)
    assert "secret" not in str(caught.value)
