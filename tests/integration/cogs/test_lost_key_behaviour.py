"""An operator has lost a key: moderators read on, and can still act."""

import pytest
from cryptography.fernet import Fernet

from bot.domain.cases import CaseNote
from bot.domain.ids import GuildId, UserId
from bot.domain.job import DeliveryWay
from bot.storage.cases import SqlCaseStore
from bot.storage.encryption import TextCipher

pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)

SEALED = "not readable: its key is missing"


@pytest.fixture
def lose_key(house):
    """Seal the texts of a job and a note on it with a key that nobody has any more."""

    async def build(town, job):
        lost = TextCipher([Fernet.generate_key().decode()])
        cases = SqlCaseStore(house.store._database, cipher=lost)
        note = CaseNote(author_id=UserId(town.mod.id), text="old", created_at=house.clock.now())
        await cases.add_note(job.id, note, guild_id=GuildId(town.guild.id), at_most=9)
        sealed = {"prompt": lost.seal("x"), "id": job.id}
        async with house.store._database._writer.begin() as connection:
            await connection.exec_driver_sql(
                "UPDATE jobs SET prompt = :prompt, negative_prompt = :prompt WHERE id = :id", sealed
            )

    return build


async def test_the_log_a_case_an_export_and_a_deletion_go_on_without_the_texts(
    house, town, accepted, lose_key
):
    job = await accepted()
    sent = await house.messenger.send_to_channel(house.result(job))
    await house.delivered(job, sent, delivery=DeliveryWay.ATTACHMENT)
    await lose_key(town, job)

    log = await town.mod.slash(town.channel, "usage log")
    assert SEALED in log.response.content
    search = await town.mod.slash(town.channel, "usage log", text="fox")
    assert "One attempt could not be searched" in search.response.content
    case = await town.mod.slash(town.channel, "usage case", id=f"#{job.id}")
    assert "What was asked for cannot be read" in case.response.content
    assert SEALED in case.response.content
    export = await town.mod.slash(town.channel, "usage export")
    assert "One request is without its texts" in export.response.content

    deleted = await town.mod.click(case.response, label="Delete result")

    assert "The clip is deleted." in deleted.response.content
