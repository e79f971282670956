"""Characters that are read as a Latin letter and are none.

An own choice of those that are used for disguise, after the idea of Unicode's security mechanisms
(UTS 39, "confusable detection"). What normal form KC resolves already is not here.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final


def _pairs(looks: str, letters: str) -> dict[str, str]:
    return dict(zip(looks, letters, strict=True))


# Letters of the Latin script with a stroke, a ligature or another shape; folded like accents.
LATIN_VARIANTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **_pairs("øłđħŧƀɨʉɍɏƶǥɉꝁꝑꝗ", "oldhtbiuryzgjkpq"),
        **_pairs("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz"),
        **_pairs(
            "ɑɐɓƈɖɗɛǝəƒɠɡɦɩɭɱɳɲŋɔɵƥʂʃƭʈʋʌɯʍʎʐȥƴɹɾʇʞɥ", "aabcddeeefgghilmnnncopssttvamwyzzyrrtkh"
        ),
        "æ": "ae",
        "œ": "oe",
        "þ": "p",
        "ð": "d",
    }
)

# Other scripts. Only what stands among Latin letters, or alone in a Latin text, is read so.
FOREIGN_LOOK_ALIKES: Final[Mapping[str, str]] = MappingProxyType(
    {
        # Cyrillic
        **_pairs("авсԁеєғһіјкӏмпорԛгѕтуѵԝхүәөнзьѡиц", "abcdeefhijklmnopqrstyvwxyaohzbwuu"),
        **_pairs("ҽқңҳҫҙҝԍҡꙇ", "ekhxczkgki"),
        # Greek
        **_pairs("αβγδεζηικλμνοπρστυφχψωϳ", "abydeznikluvonpotufxywj"),
        # Armenian
        **_pairs("օոսհցզքյղ", "onuhgqpjn"),
        # Cherokee, as its small letters fold to its capitals
        **_pairs("ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᎽᏃ", "abcdeghijklmprstvwyz"),
    }
)

# Figures and signs in the place of a letter. Where two letters are usual, both are tried.
SIGN_LETTERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **_pairs("0345789", "oeastbg"),
        "1": "il",
        "@": "a",
        "$": "s",
        "€": "e",
        "!": "i",
        "|": "il",
        "¡": "i",
        "£": "l",
        "¢": "c",
        "§": "s",
    }
)
