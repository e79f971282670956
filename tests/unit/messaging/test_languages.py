"""Every language says all that English says, within Discord's limits, and in the same voice."""

import re
import unicodedata
from collections import Counter

import pytest

from bot.messaging.catalogue import FALLBACK_LOCALE, LOCALES_FOLDER, Catalogue
from tests.support.sentences import samples, values_of

CATALOGUE = Catalogue.load()
LANGUAGES = ("de", "es-ES", "fr", "ja", "pt-BR", "tr")
LOCALES = (*LANGUAGES, FALLBACK_LOCALE)
KEYS = sorted(CATALOGUE.keys_of())
VALUES = {locale: values_of(locale) for locale in LOCALES}
ENGLISH_VALUES = VALUES[FALLBACK_LOCALE]

MESSAGE_MAX_CHARS = 2000
# The last prefix or suffix that fits a key names the place where its sentence stands.
PREFIX_LIMITS = {
    "usage-stats-": 100,
    "usage-audit-": 100,
    "usage-export-": 100,
    "name-": 32,
    "option-": 32,
    "video-": 100,
    "videos-": 100,
    "usage-case-": 100,
    "usage-log-": 100,
    "button-": 80,
}
FORM_LIMITS = {"-title": 45, "-note": 100, "-placeholder": 100}
FORM_LABEL_MAX_CHARS = 45

COST = {
    FALLBACK_LOCALE: r"charged|\bcosts?\b",
    "de": r"berechnet|[Kk]osten|kostet",
    "es-ES": r"cobr|cost|cuest",
    "fr": r"factur|coût",
    "ja": r"料金|費用|請求",
    "pt-BR": r"cobra|cust",
    "tr": r"ücret",
}
CODE = re.compile(r"`([^`]*)`")
EXCLAMATION = re.compile("[!\u00a1\uff01]")
ADDRESSED_OTHERWISE = {
    "es-ES": re.compile(r"\b(usted(es)?|vosotr[oa]s|vuestr[oa]s?)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(vous|votre|vos|(?!chez\b|assez\b)\w+ez)\b", re.IGNORECASE),
    "tr": re.compile(
        r"\bsiz(i|e|in|de|den|ler)?\b|(?!aran\u0131zda)\b\w+[\u0131iuü]n[\u0131iuü]z\w{0,3}\b"
        r"|\b(deney|istey|söyley|yaz|seç|bas|kullan|bildir|göster)[\u0131iuü]n\b",
        re.IGNORECASE,
    ),
}
# Second names of what has a first one, and words that mean something else on Discord.
NAMED_OTHERWISE = {
    "de": re.compile(
        r"\bFeed\b|angehalten|Grenze|Beleg|gescheitert|auf Dauer|für immer|\bSchlange\b"
    ),
    "es-ES": re.compile(
        r"\bintentos?\b|quien (opera|gestiona)\b|\bfij(a|ar|ad[oa]s?)\b|por defecto|descartad"
        r"|borró el clip|\bdinero en\b|tras un spoiler",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\btentatives?\b|\bexploitant|qui gère ce bot|\brejeté|\bcas #|\bargent en\b|le fil dans"
        r"|en pause|\b(non|aucune) fixée?\b|sous spoiler|avec limite d.âge",
        re.IGNORECASE,
    ),
    "tr": re.compile(
        r"\bengelli\b|işletmeci|bildirim|k\u0131s\u0131tlamal\u0131|\bileti\b|günlüğ|duraklama",
        re.IGNORECASE,
    ),
}


def said(locale, key):
    """Every shape of one sentence; English where a language lacks it."""
    own = VALUES[locale].get(key, ENGLISH_VALUES[key])
    ways = samples(ENGLISH_VALUES[key], own)
    return [CATALOGUE.text(locale, key, **values) for values in ways]


def limit_of(key):
    form = re.match(r"[a-z]+-form-", key)
    if form:
        return next(
            (limit for end, limit in FORM_LIMITS.items() if key.endswith(end)),
            FORM_LABEL_MAX_CHARS,
        )
    return next(
        (limit for start, limit in PREFIX_LIMITS.items() if key.startswith(start)),
        MESSAGE_MAX_CHARS,
    )


def test_the_languages_that_are_promised_are_there():
    assert set(CATALOGUE.locales) == set(LOCALES)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_no_sentence_is_missing_from_a_language_and_none_is_too_many(locale):
    assert set(KEYS) - CATALOGUE.keys_of(locale) == set()
    assert CATALOGUE.keys_of(locale) - set(KEYS) == set()


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_language_has_its_sentences_in_the_same_files(locale):
    files = {
        name: {file.name for file in (LOCALES_FOLDER / name).iterdir()}
        for name in (locale, FALLBACK_LOCALE)
    }

    assert files[locale] == files[FALLBACK_LOCALE]


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_translation_shows_the_same_values_and_knows_of_no_others(locale):
    shown = {key: (values.shown, values.names) for key, values in VALUES[locale].items()}
    wrong = {
        key
        for key, english in ENGLISH_VALUES.items()
        if key in shown and not (english.shown == shown[key][0] and shown[key][1] <= english.names)
    }

    assert wrong == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_every_shape_of_every_sentence_can_be_said_and_fits_its_place(locale):
    too_long = {}
    for key in KEYS:
        longest = max(map(len, said(locale, key)))
        if not 1 <= longest <= limit_of(key):
            too_long[key] = longest

    assert too_long == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_shouts_or_is_framed_in_blanks(locale):
    ill = {
        key
        for key in KEYS
        for text in said(locale, key)
        if EXCLAMATION.search(text) or text != text.strip() or "\u2068" in text or "  " in text
    }

    assert ill == set()


@pytest.mark.parametrize("locale", LANGUAGES)
def test_markup_is_kept(locale):
    def markup(text):
        return text.count("**"), text.startswith("-# "), "\n" in text, text.count("·")

    changed = {
        key
        for key in KEYS
        if {markup(text) for text in said(locale, key)}
        != {markup(text) for text in said(FALLBACK_LOCALE, key)}
    }

    assert changed == set()


@pytest.mark.parametrize("locale", LANGUAGES)
def test_commands_and_options_are_named_as_their_reader_sees_them(locale):
    wrong = {}
    for key in KEYS:
        values = next(samples(ENGLISH_VALUES[key]))
        named = Counter(CODE.findall(CATALOGUE.text(locale, key, **values)))
        expected = Counter(
            as_shown(locale, word)
            for word in CODE.findall(CATALOGUE.text(FALLBACK_LOCALE, key, **values))
        )
        if named != expected:
            wrong[key] = (dict(named), dict(expected))

    assert wrong == {}


def as_shown(locale, word):
    """Give back what is neither the path of a command nor the name of an option."""
    if word.startswith("/"):
        parts = word[1:].split(" ")
        paths = ["-".join(parts[: end + 1]) for end in range(len(parts))]
        return "/" + " ".join(CATALOGUE.text(locale, f"name-{path}") for path in paths)
    key = f"option-{word.replace('_', '-')}"
    return CATALOGUE.text(locale, key) if CATALOGUE.has(key) else word


@pytest.mark.parametrize("locale", LOCALES)
def test_names_are_such_as_discord_takes(locale):
    ill = {
        key: name
        for key in KEYS
        if key.startswith(("name-", "option-"))
        for name in said(locale, key)
        if name != name.lower() or not all(map(may_stand_in_a_name, name))
    }

    assert ill == {}


def may_stand_in_a_name(character):
    return character in "-_'" or unicodedata.category(character)[0] in "LN"


def test_english_names_are_those_that_programs_go_by():
    for key in KEYS:
        if key.startswith("name-"):
            # Of the names of commands only this one has a dash of its own.
            path = key.removeprefix("name-").replace("video-mod", "video_mod").split("-")
            assert CATALOGUE.text(FALLBACK_LOCALE, key) == path[-1].replace("_", "-")
        if key.startswith("option-"):
            assert CATALOGUE.text(FALLBACK_LOCALE, key) == key.removeprefix("option-").replace(
                "-", "_"
            )


@pytest.mark.parametrize("locale", LOCALES)
def test_the_first_word_of_a_command_is_known_again_everywhere(locale):
    assert CATALOGUE.text(locale, "name-video") == "video"
    assert CATALOGUE.text(locale, "name-videos").startswith("video")


@pytest.mark.parametrize("locale", LOCALES)
def test_no_two_options_of_a_language_have_one_name(locale):
    names = Counter(CATALOGUE.text(locale, key) for key in KEYS if key.startswith("option-"))

    assert names.most_common(1)[0][1] == 1


@pytest.mark.parametrize("locale", LOCALES)
def test_a_refusal_says_that_it_cost_nothing_between_what_happened_and_what_now(locale):
    free = CATALOGUE.text(locale, "cost-none")
    for key in KEYS:
        if not key.startswith(("refused-", "invalid-")):
            continue
        for text in said(locale, key):
            what, cost, now = text.partition(free)
            assert (key, bool(what.strip()), cost) == (key, True, free)
            assert re.fullmatch(r".+`[^`]+`\W?", now.strip()), key


@pytest.mark.parametrize("locale", LANGUAGES)
def test_where_english_speaks_of_cost_so_does_every_language(locale):
    silent = {
        key
        for key in KEYS
        if re.search(COST[FALLBACK_LOCALE], said(FALLBACK_LOCALE, key)[0])
        and not re.search(COST[locale], said(locale, key)[0], re.IGNORECASE)
    }

    assert silent == set()


@pytest.mark.parametrize("locale", LANGUAGES)
def test_what_is_said_is_translated(locale):
    """Only what is the same word in both, or holds no word, may stand as in English."""
    kept = {
        key
        for key in KEYS
        if key.startswith(("refused-", "invalid-", "end-", "cancel-", "fetch-", "incident-"))
        and said(locale, key) == said(FALLBACK_LOCALE, key)
    }

    assert kept == set()


def test_german_lists_stand_in_the_nominative():
    assert CATALOGUE.text("de", "settings-jobs-per-day", jobs=1) == "ein Clip in 24 Stunden"
    assert CATALOGUE.text("de", "settings-jobs-per-month", jobs=1) == "ein Clip in 30 Tagen"
    assert CATALOGUE.text("de", "feed-category-refused") == "abgelehnte Anfragen"


@pytest.mark.parametrize("locale", ["de", "en-US", "es-ES", "fr", "pt-BR", "tr"])
def test_a_wait_of_one_minute_is_said_in_the_singular(locale):
    told = CATALOGUE.text(locale, "refused-wait-too-long", wait_s=60, reference="ABC")

    assert "1" not in told


def test_english_writes_every_apostrophe_alike():
    assert [key for key in KEYS for text in said(FALLBACK_LOCALE, key) if "'" in text] == []


def test_french_punctuation_stands_after_a_space_that_does_not_break():
    ill = {
        key
        for key in KEYS
        for text in said("fr", key)
        if re.search(r" [:;?»]|« |'", CODE.sub("", text))
    }

    assert ill == set()


@pytest.mark.parametrize(("locale", "others"), ADDRESSED_OTHERWISE.items(), ids=ADDRESSED_OTHERWISE)
def test_a_reader_is_spoken_to_as_discord_speaks_in_their_language(locale, others):
    """French: tu. Spanish: tú, and no vosotros, which half of its countries do not say.

    Turkish: sen; only what lies among several moderators is said in the plural.
    """
    ill = {key for key in KEYS for text in said(locale, key) if others.search(text)}

    assert ill == set()


@pytest.mark.parametrize(("locale", "others"), NAMED_OTHERWISE.items(), ids=NAMED_OTHERWISE)
def test_one_thing_has_one_name_in_all_sentences_of_a_language(locale, others):
    ill = {key for key in KEYS for text in said(locale, key) if others.search(text)}

    assert ill == set()


@pytest.mark.parametrize(
    ("locale", "key", "values", "expected"),
    [
        ("fr", "quota-day-free", {"used": 1}, "Clips en 24 heures\xa0: 1 demandé, sans limite."),
        ("es-ES", "quota-day-free", {"used": 1}, "Clips en 24 horas: 1 pedido, sin límite."),
        ("es-ES", "quota-day", {"left": 1, "limit": 5}, "Clips en 24 horas: queda 1 de 5."),
        ("es-ES", "quota-month", {"left": 0, "limit": 5}, "Clips en 30 días: quedan 0 de 5."),
    ],
)
def test_what_is_left_agrees_with_its_number(locale, key, values, expected):
    assert CATALOGUE.text(locale, key, **values) == expected


@pytest.mark.parametrize(
    ("locale", "one_clip"),
    [("en-US", "at most one clip in"), ("fr", "au plus 1 clip en"), ("es-ES", "mucho 1 clip en")],
)
def test_an_operators_limit_of_one_is_told_in_the_singular(locale, one_clip):
    values = {"scope": "server", "field": "jobs_per_day"}

    assert one_clip in CATALOGUE.text(locale, "settings-jobs-above-ceiling", highest=1, **values)


@pytest.mark.parametrize(
    ("locale", "key", "expected"),
    [
        ("fr", "log-filter-since", "depuis le <t:0:f>"),
        ("fr", "log-filter-until", "avant le <t:0:f>"),
        ("fr", "case-asked", "Demandé le <t:0:f>"),
        ("es-ES", "log-filter-since", "desde el <t:0:f>"),
        ("es-ES", "log-filter-until", "antes del <t:0:f>"),
        ("es-ES", "case-asked", "Pedido el <t:0:f>"),
    ],
)
def test_a_date_has_its_article(locale, key, expected):
    assert CATALOGUE.text(locale, key, at="<t:0:f>") == expected


def test_french_needs_no_elision_before_somebody_whose_name_is_gone():
    erased = CATALOGUE.text("fr", "log-member-erased")

    told = CATALOGUE.text("fr", "log-filter-member", member=erased)

    assert told == "par un membre dont les données sont effacées"


def test_numbers_and_money_are_written_as_the_language_does():
    assert CATALOGUE.text("de", "quota-price", duration=5, price=1.4).endswith("1,40\xa0$.")
    assert CATALOGUE.text("fr", "quota-day-free", used=1200) == (
        "Clips en 24 heures\xa0: 1\u202f200 demandés, sans limite."
    )
    assert CATALOGUE.text("pt-BR", "defaults-value-cfg-scale", cfg=0.75) == "0,75"
    assert CATALOGUE.text("ja", "defaults-value-cfg-scale", cfg=0.75) == "0.75"


@pytest.mark.parametrize(
    ("discords", "ours"),
    [("es-419", "es-ES"), ("en-GB", "en-US"), ("pl", "en-US"), ("pt-BR", "pt-BR"), ("no", "en-US")],
)
def test_a_language_serves_its_other_countries_and_english_the_rest(discords, ours):
    assert CATALOGUE.text(discords, "cancel-done") == CATALOGUE.text(ours, "cancel-done")


def test_english_is_no_translation():
    assert CATALOGUE.translation("es-419", "option-private") == "privado"
    assert CATALOGUE.translation("en-GB", "option-private") is None
    assert CATALOGUE.translation("pl", "option-private") is None
    assert CATALOGUE.translation("de", "option-of-nobody") is None
