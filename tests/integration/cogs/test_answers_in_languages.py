"""Whoever asks is answered in their own language; what everyone sees is in the server's."""

import pytest
from simcord import interactions

PROMPT = "A red fox crosses a snowy road at dawn"

pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)


@pytest.fixture
def speaking(monkeypatch):
    """From now on, members' Discord and the server have these languages; SimCord knows English."""
    plain = interactions.base_payload

    def speak(*, member, server="en-US"):
        def payload_of(*args, **values):
            record, payload = plain(*args, **values)
            languages = {"locale": member, "guild_locale": server}
            return record, payload | {key: languages[key] for key in languages if key in payload}

        monkeypatch.setattr(interactions, "base_payload", payload_of)

    return speak


def labels(message):
    return [button["label"] for button in message.components[0]["components"]]


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        ("de", "Du hast auf diesem Server noch keinen Clip angefordert. Tippe `/video` "),
        ("fr", "encore demandé aucun clip sur ce serveur. Tape `/video` "),
        ("es-ES", "Aún no has pedido ningún clip en este servidor. Escribe `/video` "),
        ("es-419", "Aún no has pedido ningún clip en este servidor. Escribe `/video` "),
        ("en-GB", "You have not asked for a clip in this server yet. Type `/video` "),
        ("pl", "You have not asked for a clip in this server yet. Type `/video` "),
    ],
)
async def test_what_only_a_member_sees_is_in_their_language(town, speaking, locale, told):
    speaking(member=locale, server="ja")

    answer = await town.alice.slash(town.channel, "videos list")

    assert answer.response.ephemeral
    assert told in answer.response.content


async def test_a_refusal_is_in_the_members_language(town, speaking):
    speaking(member="de", server="fr")

    answer = await town.forge(prompt="")

    assert answer.response.ephemeral
    assert answer.response.content.startswith("Die Beschreibung ist leer. Es wurde nichts ")


async def test_a_public_card_is_in_the_servers_language(town, speaking):
    speaking(member="de", server="fr")

    answer = await town.alice.slash(town.channel, "video", prompt=PROMPT, cfg_scale=0.5)

    assert not answer.response.ephemeral
    first = "En tête de la file d\u2019attente."
    assert answer.response.content == f"**{PROMPT}**\n5 s · 16:9 · cfg 0,5\n{first}"
    assert labels(answer.response) == ["Annuler"]


async def test_a_private_card_is_in_the_members_language(town, speaking):
    speaking(member="de", server="fr")

    answer = await town.alice.slash(town.channel, "video", prompt=PROMPT, private=True)

    lines = answer.response.content.splitlines()
    assert answer.response.ephemeral
    assert lines[2] == "Als Nächstes an der Reihe."
    assert lines[3].endswith("Danach sagt `/videos liste`, wie es steht.")
    assert labels(answer.response) == ["Abbrechen"]


async def test_a_public_clip_is_in_the_servers_language_whoever_asked(
    house, town, speaking, accepted
):
    speaking(member="de", server="fr")
    job = await accepted()

    sent = await house.messenger.send_to_channel(house.result(job))

    message = town.message(sent.message_id)
    assert f"Généré par IA · référence `{job.reference}`" in message.content
    assert message.attachments[0].description == f"Vidéo générée par IA : {PROMPT}"
    assert "Supprimer" in [button.label for button in message.components[0].children]


async def test_a_stranger_is_told_in_their_language_beside_a_card_in_another(
    town, speaking, accepted
):
    speaking(member="de", server="fr")
    job = await accepted()
    speaking(member="es-419", server="fr")

    answer = await town.bob.click(
        town.message(job.card_message_id), custom_id=f"showreel:cancel:{job.id}"
    )

    assert answer.response.ephemeral
    assert answer.response.content.startswith("Solo quien pidió este clip, o la moderación, ")


async def test_what_a_form_gives_back_is_punctuated_as_its_reader_writes(town, speaking):
    speaking(member="fr")
    overview = await town.mod.slash(town.channel, "video-mod settings")
    opened = await town.mod.click(overview.response, label="Limites de chaque membre")

    answer = await town.mod.submit_modal(opened, {"jobs_per_day": "quelques-uns"})

    assert "Clips en 24 heures\xa0: quelques-uns" in answer.response.content.splitlines()
