# Bir istek için yardım: yazarken seçilen ve bir sonraki için ipuçları.

suggestion-gone = Seçtiğin metin artık saklanmıyor ya da bu sunucuda sana ait değil. { -free } Metni kendin yaz ya da başka birini seç.

# Karttan sonra, yalnızca isteyen kişiye, en çok saatte bir.

hint-high-cfg-scale = Bir ipucu: { -cfg-scale } 0,8’in üzerindeyken videoyu açıklamaya öyle sıkı bağlar ki görüntü donuklaşabilir. Genellikle en iyi sonucu 0,5 ile 0,8 arası verir.
hint-long-prompt = Bir ipucu: çok uzun bir açıklamada ayrıntılar yolda kaybolur. Genellikle en iyi sonucu, birkaç cümlelik tek bir sahne verir; önce en önemlileri yaz.
hint-brief-prompt = Bir ipucu: bu kadar az sözcük videonun çoğunu rastlantıya bırakır. Kimin ya da neyin göründüğünü, ne olduğunu ve nerede olduğunu söyle.
hint-goes-on = İsteğin olduğu gibi sürüyor; yapman gereken bir şey yok.
