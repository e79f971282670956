"""What people ask for every day passes a list of words that many servers refuse."""

from datetime import UTC, datetime

import pytest

from bot.domain.ids import GuildId, RuleId, UserId
from bot.domain.rules import PromptRule, RuleBook, RuleKind

REFUSED = """
anal anus arse arsehole ass asses asshole bastard bdsm bestiality bitch blood bloody blowjob bomb
bondage boob boobs bukkake bulge butt butthole chink clit clitoris cock coke coon cop crap creampie
cum cumshot cunt dick dildo drug drugs dyke erotic fag faggot fuck fucker fucking gangbang genitals
gook gore gun guns hell hentai heroin homo horny hot incest kike kill killer knife lesbian loli lust
masturbate meth milf molest murder naked nazi necro negro nig nigga nigger nip nipple nipples nsfw
nude nudes nudity nympho orgasm orgy paki panties pedo penis piss poop porn porno pot prostitute
pussy queer racist rape raped rapist rectum retard scrotum semen sex sexy shed shit shota sin shoot
shot slit slut slutty smut spic stab strip suicide tit tits titties topless torture tranny twat
vagina vibrator vulva weed whore xxx
""".split()  # noqa: SIM905 - a list of them is a page long
REFUSED_PHRASES = ["the rapist", "hard core", "school girl", "ass hat", "her oin", "red fox"]

ENGLISH = """
A class assessment in a passage of glass
An assassin passes the embassy in Sussex, Essex and Middlesex
Scunthorpe, Penistone and Lightwater at dawn
A nightingale sings on a night in Nigeria
A therapist writes the rapid notes of a rapidly changing day
A cockatoo drinks a cocktail with a peacock in a cockpit
Big brass basses in a bass class, grass and all
The pen is mine, the pen is on the desk
Big assets: a house, a car, a boat
It was as sessile as an oak
A cucumber documents its circumstances under cumulus clouds
Dickens reads Moby Dickinson to a skilled kiln worker
He'll say hello in a shell, she'll wait, we'll see
she ll wait by the door and he ll come later
i ll take it, we d like it, she d like it too
The car's hit by hail, the boat’s in a storm, isn't it, wasn’t it
The dog's exit, the ship's hull, the fox's ex
it s hit by a wave, that s hit the rocks, he s off
An analysis of canals by an analyst
An al dente pasta and an al fresco dinner
A button, a rebuttal and a butterfly
A shuttlecock and a weathervane shoo up as a fountain sprouts
A document about a tattooed title holder on the Titanic
Grapes, drapes and rapeseed on a trapeze
A sextant, a sextet and a sexton at sunset
A gunwale, a burgundy sofa, it has begun
A bombastic bombardier beetle
A warm award toward the east
A moth, a method and some meths for the lamp
A T rex walks past an X ray machine
A Tesla Model S hit by falling snow
A giant neon letter C lit from below
the letter c lit by neon, the letter s lit by candles
A row of vitamin C lit tablets on a table
Plan B oobleck experiment in slow motion
A K pop band and a J pop band on stage
A D day museum, an S class car, a U turn
Size S hats on a shelf
A Galaxy A55 phone beside an Audi A4 on the A55 road
A 45s vinyl record from the 50s and the 80s
A 5 second pan
In 10 s hit the surface of a drum
5 ex soldiers play cards
a 55 year old man walks his dog
a 5 inch figurine, 5in wide and 7in high
455 balloons, 1080p, 60fps, 4k, 35mm, f1.8
A B52 and an F16 over a P51 in a museum
Route 66, Area 51, Apollo 11, R2D2 and C3PO
An mp4 of an mp3 player, h264, 16:9
It costs $5 or 10 EUR, @home, #1
wow!!! amazing!!! yes!!! a cat!
Hola Ana! A party for Ana! Come in!
||a spoiler|| and a |table|cell|
A drum n bass party, rock n roll all night
A Bread N Roses march at noon
salt n pepper, mac n cheese, fish n chips
Mr Smith vs Mrs Jones, Dr Who and St Paul
A TV, a PC, a CD and a DJ in NYC
Hmm, shh, psst, brr, grr and pfft
A white SS Camaro; the SS Great Britain leaves port
A SS steamer in fog
A BBC crew films a CNN crew
x y z axes, a b c d e f g on blocks
The letters a, s and s are no word here: a, b, s
Options a) fox b) cat c) owl
c l a s s and g l a s s in thin type
c l a ss in neon, g r a ss below
w o w, y e s, o k
A hawk and a duck in the muck by a truck
A puck, a tuck and a buck
A good dog loops and hoots
Bees on a booth, an oboe and a balloon
A pinned map, a pennant, a penny
A turnip with a snip of parsnip
A hotel, a photo, a shotgun-free cabinet
"""
MORE_ENGLISH = """
A red vixen in fresh snow, cinematic, golden hour
A lighthouse in a storm, waves break over rocks
A cat plays the piano in a jazz bar
Two astronauts dance on the moon
A paper boat floats down a rainy street
Time lapse of a city from day to night
Macro of a dew drop on a spider's web
A steam train crosses a stone viaduct in autumn
Anime girl with blue hair under cherry trees
A knight kneels before a queen in a cathedral
Close up of a barista who pours latte art
An origami crane unfolds and flies away
A drone flies over fjords at sunrise
A puppy learns to skate
Watercolour hills, soft light, slow pan
A robot waters plants in a greenhouse
A whale swims through clouds
Pixel art castle with torches
A clockwork city in a snow globe
A violinist plays on a roof in the rain
The Hobbit door opens, warm light falls out
A chef flips pancakes at a night market
Ghost ship in fog, lanterns swing
A child in a raincoat jumps into puddles
Northern lights over a frozen lake
A fashion show on the street, crowd claps
A kite shaped like a dragon
Hyperrealistic ocean, 8k, HDR
A samurai walks through bamboo
The seasons change around an old oak
A hummingbird in slow motion
A neon sign that says OPEN flickers
A taxi drives through Tokyo in the rain
Marble rolls through a wooden track
Bread rises in an oven
An old man feeds pigeons
A cosy cabin, a fire, a mug of cocoa
Camera dollies in on a chess board
A fox's tail, a hen's egg, a bee's wing
A mother-in-law's tongue plant, state-of-the-art
A well-lit, half-open, two-story house
He walked to-\nwards the sea and to-\ngether they sang
An as-\nsessment of an under-\nstanding
Line one\nline two\n\nline three
I'd love it, I've seen it, don't stop, can't wait
dont stop, cant wait, wont move, its fine
Iris, Isaac, Ivan, Ian and Ida meet in Illinois
iPhone, eBay, McIntosh, DeLorean, YouTube
WiFi, USB-C, HDMI, LED, RGB, AI, UI and CGI
LOUD CAPITALS: A CLASS OF GLASS PASSES
A LETTER C ON A HILL AT NIGHT
Henry VIII, Louis XIV, Rocky III, Chapter XI
café, naïve, résumé, façade, jalapeño
10% off, 50/50, 24/7, 1/2 cup, 3-2-1
A+ grade, C++ code, C# code, F# chord
http://example.com/assets/class and www.example.org
person@example.com writes to @friend in #general
:) :-) ;-) xD <3 ^^
\U0001f1fa\U0001f1f8 and \U0001f1ec\U0001f1e7 flags wave
\U0001f1eb\U0001f1f7\U0001f1e9\U0001f1ea\U0001f1ea\U0001f1f8 a row of flags
\U0001f468\u200d\U0001f469\u200d\U0001f467 a family\u2764\ufe0f in a park
A soft hy\u00adphen and a zero\u200bwidth space
\ufeffA mark at the begin, \u200ea mark of direction\u200f
A \u00bd cup, 20 \u00b0C, 5 µm, π = 3.14, Ω
90s anime, 2000s pop, 60s car
3D model, 2D sprite, 4D cinema, a 360 view
Mt Fuji, Ft Worth, St Louis, Mr T
A gym, a lynx, a sphinx, a myth, a crypt
rhythm, tsk, nth, pyx, cwm
"""
GERMAN = """
Ein Fuchs läuft durch den Schnee
Ein Marschland, ein Barsch, ein Arzt am Morgen
Die Wachstube liegt im Nebel
Haupt- und Nebenstraße, Vor- und Nachteile
Ein Haus an der See, sechs Schiffe, sechzig Segel
Die Analyse eines Kanals, analog gefilmt
Sexta, Sextant und sechs Sechsecke
Ein Pinguin, ein Pennal, ein Penny
Ein Bus fährt über die Brücke nach Köln
Große Bäume, kleine Häuser, weiches Licht
Ein Kind lässt einen Drachen steigen
Grüße aus München, 5 € Eintritt
Der Buchstabe C liegt im Gras
ein Huhn kommt um die Ecke
Nu, de Fisch schwimmt
Ein alter Mann liest die Zeitung, z. B. im Park
Die Kuh, das Kalb, der Ochs
Ein Assessor mit Aktenmappe in der Gasse
Hotel, Fotos und Schottland im Regen
Ein Klitschko boxt, ein Schlitten fährt
"""
FRENCH = """
Un renard dans la neige au lever du soleil
Un nu de Modigliani dans un musée
Un concours de cuisine, un concert sur un balcon
L'assassin passe la classe, l'as se couche
l as se couche, d un coup, j ai vu, c est beau
Une leçon de dessin et des garçons qui jouent
Il a mangé un potage, euh, il l'a bu
Un cumulus, un document, un cucurbitacé
Une analyse des canaux de Venise
Un coq au vin, un cocktail
Le titi parisien, le titre du film
Une boîte à musique s'ouvre
La lettre c luit dans la nuit
À côté de l'église, un marchand de fleurs
Des œufs, un cœur, une sœur
Une grappe, un drap, une écharpe
Je n ai pas vu la mer, qu il est beau
Deux bébés baleines, ça va?
"""
SPANISH = """
Un zorro corre por la nieve
Feliz año nuevo, una niña con una piñata de años
Análisis de un canal, una playa y un mar
¡Ana! ¡Qué bonito! ¿Dónde estás?
Una asamblea en la casa de la asesora
Se xérica, se xilografió un mapa
Un penítente camina, un pentágono gira
Un gato y un perro, o un ratón y un pájaro
Un cohete sube a la luna y vuelve
Lo líquido y lo sólido, a la vez
El señor Peña y la señora Ibáñez
Un documental sobre cumbres y nubes
Veo a mi tío, ti también
Una titulación, un titán, un titular
Luz de la tarde, cámara lenta
"""
PORTUGUESE = """
Uma raposa na neve ao amanhecer
Na cidade, na quedada, na queda da água
Análise de um canal e de uma nave
Um assado na casa, um passeio na praça
O avião voa sobre a Amazônia
Um curumim nada no rio
É o fim, e o começo, à noite
Feijão, pão de queijo e café
Um pote de mel, uma pipa no céu
Um homem e uma mulher dançam samba
A letra c lida em voz alta
Um cumprimento, um documento
As sereias cantam, as sestas duram
"""
TURKISH = """
Sık bir orman, bir akşam, tamam
Bir tilki karda koşuyor
İstanbul'da yağmurlu bir gece
Işık hızında bir gemi
Bir kedi piyano çalıyor
Çocuklar parkta uçurtma uçuruyor
Güneş batarken kız kulesi
Bu kış çok soğuk, ısınalım
Öğretmen sınıfta ders anlatıyor
O da bir düğün, bu da bir şenlik
Kırmızı bir araba hızla geçiyor
Akıllı bir robot çiçek suluyor
Kapalıçarşı'da bal satan yaşlı adam
SİSLİ BİR DAĞ, SICAK BİR ÇAY
C harfi duvarda parlıyor
"""
RUSSIAN = """
у кота красный рот, дождь
на полу лежит сор и пыль
Семь нот в стиле Hans Zimmer
Лиса бежит по снегу на рассвете
Сор, рот, нос и хор в одной комнате
Кот и пёс у моря, 4k, cinematic
Неоновая вывеска «сор и пыль» на стене
Он рос в лесу и ел осу
Робот поливает цветы в теплице
НОТЫ И ХОР, КОТ НА КРЫШЕ
A neon sign that reads «в лесу сор и пыль» above a door
A caption in Russian: красный рот, белый нос
В 1990 году поезд шёл на восток
С утра шёл дождь, а к вечеру стих
Тут том и сосуд, там торт
Кум и сват поют, вот так
Сто роз в вазе, свет из окна
USB-кабель и 3D-модель на столе
"""
UKRAINIAN_AND_OTHERS = """
Лисиця біжить по снігу, і світає
Її кіт спить на печі
Лисица тича по снега
Лисица трчи кроз снег, сјај и мраз
Ќе одиме на море, ѕвезди и ѕид
Үй мен көл, қар жауып тұр
"""
GREEK = """
η λίμνη και ο ουρανός
μια αλεπού στο χιόνι από ψηλά
το καράβι φεύγει από το λιμάνι, cinematic 4k
ο ήλιος και η σελήνη
ΜΙΑ ΓΑΤΑ ΣΤΟΝ ΗΛΙΟ
A taverna sign that says «από τον κήπο και το σπίτι»
όχι, ναι, και, σαν, νυν
το χωριό του παππού, 5 μέρες
"""
ARMENIAN_AND_GEORGIAN = """
աղվեսը վազում է ձյան մեջ
սիրուն լիճ և սար
ես ու դու, հոս ու հոն
Երևանը գիշերով, 4k
მელა გარბის თოვლში
ყვავილი და ოქროს ჩიტი
"""
JAPANESE = """
雪の中を走る狐、夜明け
猫がピアノを弾く
死の谷を歩く人
はかない夢と静かな湖
東京の雨、ネオン、タクシー
Tシャツを着たロボット
ラーメンを作る職人、4k
お正月の神社、Aさんとbさん
コックがオムレツを焼く
あっ、キツネ！
"""
MORE = """
Lis biegnie przez śnieg o świcie
W lesie, z psem, u babci, i w domu
Smrk, vlk, krk a prst
K lesu, s kotem, v zimě, z okna
Una volpe corre nella neve
Un assolo di sassofono, un'analisi
Een vos in de sneeuw, zes schepen
En räv i snön, sju fåglar
Kettu juoksee lumessa
Egy róka fut a hóban
O vulpe aleargă prin zăpadă
Con cáo chạy trong tuyết
Rubah berlari di salju
ثعلب يركض في الثلج
روباهی در برف می‌دود، خانه‌ها
שועל רץ בשלג, סוס ופיל
लोमड़ी बर्फ में दौड़ती है, १० पक्षी
눈 속을 달리는 여우
一只狐狸在雪中奔跑
สุนัขจิ้งจอกวิ่งในหิมะ
"""
PROMPTS = [
    line.replace("\\n", "\n")
    for text in (
        ENGLISH,
        MORE_ENGLISH,
        GERMAN,
        FRENCH,
        SPANISH,
        PORTUGUESE,
        TURKISH,
        RUSSIAN,
        UKRAINIAN_AND_OTHERS,
        GREEK,
        ARMENIAN_AND_GEORGIAN,
        JAPANESE,
        MORE,
    )
    for line in text.strip().split("\n")
]


@pytest.fixture(scope="module")
def book():
    rules = [(RuleKind.WORD, word) for word in REFUSED]
    rules += [(RuleKind.PHRASE, phrase) for phrase in REFUSED_PHRASES]
    return RuleBook(
        [
            PromptRule(
                id=RuleId(number),
                guild_id=GuildId(1),
                kind=kind,
                text=text,
                created_at=datetime(2026, 3, 1, tzinfo=UTC),
                created_by=UserId(7),
            )
            for number, (kind, text) in enumerate(rules, start=1)
        ],
        [],
    )


def test_there_are_prompts_enough_to_mean_something():
    assert len(PROMPTS) >= 250
    assert len(REFUSED) >= 100


@pytest.mark.parametrize("prompt", PROMPTS)
def test_an_ordinary_prompt_passes(book, prompt):
    assert [(hit.rule.text, hit.found) for hit in book.hits(prompt)] == []
