"""Characters that are read as a Latin letter and are none.

After Unicode's security mechanisms (UTS 39, "confusable detection"), with the shapes that are
used for disguise besides. What normal form KC resolves already is not here.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# A bar, which may be meant as "i" and as "l". It is a letter itself, so words keep it.
BAR: Final = "\N{LATIN LETTER DENTAL CLICK}"


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
        **_pairs("ꬲꬵꞙᶃƍᴑꬽꭇꭈƽꞟꭎꭒɣᶌỿꭚƅ", "effggoorrsuuuyyyyb"),
        "æ": "ae",
        "œ": "oe",
        "þ": "p",
        "ð": "d",
    }
)

# Other scripts, as they are typed: capitals look like other letters than small ones do. A word of
# these alone cannot be told from a Latin one by its look.
EXACT_LOOK_ALIKES: Final[Mapping[str, str]] = MappingProxyType(
    {
        # Cyrillic
        **_pairs("асԁеҽһіꙇјорԛгѕѵѡԝхуү", "acdeehiijopqrsvwwxyy"),
        **_pairs("АЬВСЕԌНЈКМОРЅТѴԜХУҮ", "ABBCEGHJKMOPSTVWXYY"),
        # Greek
        **_pairs("αιϳοσρυνγ", "aijoopuvy"),
        **_pairs("ΑΒΕϜΗͿΚΜϺΝΟΡΤΧΥΖ", "ABEFHJKMMNOPTXYZ"),
        # Armenian
        **_pairs("քցհոռօգզսաՕՏՍ", "fghnnoqquwOSU"),
        # Cherokee
        **_pairs("ᎪᏏᏴᏟᏧᎠᎬᏀᏳᏂᎻᎥᎫᏦᏞᎷᏢᎡᏒᏕᏚᎢᏙᎳᏔᎩᎽᏃ", "ABBCDDEGGHHIJKLMPRRSSTVWWYYZ"),
        **_pairs("ꮯꭵꮁꮪꮩꮃꮓ", "cirsvwz"),
        # Coptic
        **_pairs("ⲥⲟⲣⲅⲤⲎⲔⳐⲘⲚⲞⲢⲦⲬⲨ", "coprCHKLMNOPTXY"),
        # Deseret, Georgian, Ethiopic, Bamum
        **_pairs("𐐽𐐬𐑈𐐕𐐛𐐄𐐠ჿყዐሀꛟ", "cosCLOSoyOUV"),
        # Canadian syllabics
        **_pairs("ᗅᑲᖯᗷᑯᗞᗪᖴᕼᒍᒪᗰᑭᖇᑌᐯᕁᕽᘜᗩᑕᗴᑎᗯᘔ", "ABBBDDDFHJLMPRUVXXGACENWZ"),
        # Lisu
        **_pairs("ꓮꓐꓚꓒꓓꓰꓝꓖꓧꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ", "ABCDDEFGHJKLMNOPRSTUVWXYZ"),
        # Old alphabets: Carian, Elbasan, Lycian, Miao, Old Italic, Runic, Tifinagh, Osage, Warang
        **_pairs("𐊠𐊡𐊢𐊥𐋏𐊰𐊫𐊱𐊴𐊲𐔜𐔥𐔘𐔦𐔓𐔖𐔝𐔧", "ABCFHMOTXYCFKLNOVX"),
        **_pairs("𐊂𐊆𐊇𐊒𐊕𐊖𐊗𐊐𖽀𖼖𖼵𖼺𖼊𖽂𖼈𖽃𐌁𐌂𐌑𐌕𐌗", "BEFOPSTXALRSTUVYBCMTX"),
        **_pairs("ᛕᛖᚷⴹⵔⵕⴸⵝ𐓪𐓶𐓂𐒴𐓎", "KMXEOQVXouORU"),
        **_pairs("𑣂𑣃𑣈𑣗𑣁𑣘𑣀𑣜𑣄𑢦𑢮𑢢𑢣𑢲𑢵𑢼𑢸𑢠𑢤𑢩", "fioosuvyzEEFLLOTUVYZ"),
        **dict.fromkeys("ІӀӏΙⲒꓲᛁⵏ𐊊𐌉𖼨", BAR),
    }
)

# The same, whatever the case, and what only looks alike at a glance: for words that mix scripts.
FOREIGN_LOOK_ALIKES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{look.casefold(): letter.lower() for look, letter in EXACT_LOOK_ALIKES.items()},
        # Cyrillic
        **_pairs("авсԁеєғһіјкӏмпорԛгѕтуѵԝхүәөнзьѡиц", "abcdeefhijklmnopqrstyvwxyaohzbwuu"),
        **_pairs("ҽқңҳҫҙҝԍҡꙇ", "ekhxczkgki"),
        # Greek
        **_pairs("αβγδεζηικλμνοπρστυφχψωϳ", "abydeznikluvonpotufxywj"),
        # Armenian
        **_pairs("օոսհցզքյղռ", "onuhgqpjnn"),
        # Cherokee, as its small letters fold to its capitals
        **_pairs("ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᎽᏃ", "abcdeghijklmprstvwyz"),
    }
)

# Figures and signs in the place of a letter.
SIGN_LETTERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **_pairs("0345789", "oeastbg"),
        **dict.fromkeys("1|!¡∣⏽", BAR),
        **_pairs("@$€£¢§¥₩₦₵₮฿©®†¶∂", "aselcsywnctbcrtpd"),
        **_pairs("∪⋃∩⋂∨⋁×⨯⤫⤬╳⊂∈℮⍺⍳⍴⊤⟙", "uunnvvxxxxxceeaiptt"),
    }
)
