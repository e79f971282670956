"""With webhooks on, a create says where its job is to be called; with them off, nothing."""

import json

import pytest
from pydantic import SecretStr

from bot.domain.errors import NeverAgainError
from bot.domain.ids import GuildId, JobId
from bot.eachlabs.webhook_target import WebhookTarget

GUILD = GuildId(42)
ID = "1e44fdd0-a565-4f59-908c-c4625dfe5395"
SECRET = "vermilion-lantern-0815"
TARGET = WebhookTarget(public_url="https://hooks.example.org", secret=SecretStr(SECRET))


async def test_each_create_carries_the_address_of_its_own_job_and_the_secret(
    make_api, client, service, clip_request
):
    api = make_api(client, webhook=TARGET)
    for job_id in (7, 8):
        service.will_say({"predictionID": ID})
        await api.create(clip_request, guild_id=GUILD, job_id=JobId(job_id))

    sent = [json.loads(body) for body in service.bodies]
    assert [(body["webhook_url"], body["webhook_secret"]) for body in sent] == [
        ("https://hooks.example.org/eachlabs/7", SECRET),
        ("https://hooks.example.org/eachlabs/8", SECRET),
    ]
    assert {"webhook_url", "webhook_secret"} & sent[0]["input"].keys() == set()


async def test_without_webhooks_a_create_does_not_mention_them(api, service, clip_request):
    service.will_say({"predictionID": ID})
    await api.create(clip_request, guild_id=GUILD, job_id=JobId(7))

    assert json.loads(service.bodies[0]).keys() == {"model", "version", "input"}


@pytest.mark.parametrize("said", [SECRET, TARGET.url_for(JobId(7))])
async def test_a_refusal_that_quotes_the_create_does_not_give_the_secret_away(
    make_api, client, service, clip_request, said, caplog
):
    service.will_say({"error": "bad request", "details": f"cannot use {said} here"}, status=400)
    api = make_api(client, webhook=TARGET)
    with pytest.raises(NeverAgainError) as refused:
        await api.create(clip_request, guild_id=GUILD, job_id=JobId(7))

    assert said not in f"{refused.value!r} {refused.value.__cause__!r} {caplog.text}"
