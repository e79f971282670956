"""The files that go with a result: the clip, and a prompt too long for the message."""

from bot.domain.messenger import Result
from bot.messaging.rest import Upload
from bot.messaging.results import PROMPT_FILE_NAME, ResultText


def result_uploads(result: Result, text: ResultText) -> tuple[Upload, ...]:
    uploads: list[Upload] = []
    if result.clip is not None:
        uploads.append(Upload(name=text.file_name, source=result.clip.path, alt_text=text.alt_text))
    return (*uploads, *prompt_uploads(text.prompt_file))


def prompt_uploads(text: str | None) -> tuple[Upload, ...]:
    return () if text is None else (Upload(name=PROMPT_FILE_NAME, source=text),)
