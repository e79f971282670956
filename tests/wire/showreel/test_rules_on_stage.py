"""A moderator's rule, from their command to a member's refusal, over real connections."""

from tests.support.stage import Stage

MODERATOR = "Ada"


async def run(stage: Stage, command: str, options: dict[str, str], *, person: str):
    begun = await stage.world.run_command(command, options, **stage.where(person))
    return await stage.world.settled(int(begun["id"]))


async def test_a_rule_is_made_in_discord_and_holds_for_the_next_request(stage):
    rule = {"kind": "word", "text": "fox"}
    added = await run(stage, "video-mod rules add", rule, person=MODERATOR)
    asked = await stage.video("a f0x in the snow")

    assert (added["state"], asked["state"]) == ("answered", "answered")
    assert "The rule is added" in stage.sees(MODERATOR)[-1]["content"]
    assert "do not allow" in stage.sees()[-1]["content"]


async def test_members_are_not_shown_what_is_for_moderators(stage):
    def shown(person: str) -> set[str]:
        place = stage.where(person)
        offered = stage.world.commands(place["channel_id"], person_id=place["person_id"])
        return {each["name"] for each in offered if each["name"].startswith("video-mod rules")}

    assert shown("Mira") == set()
    assert len(shown(MODERATOR)) == 4
