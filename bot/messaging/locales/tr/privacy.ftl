# Bir üye hakkında saklananlar: okumak, yanına almak ve sildirmek için.

end-erased = Senin için saklanan video, istediğin gibi silindi.
    .next = Yapman gereken başka bir şey yok.
reason-erased = isteyen üye sildirdi

name-privacy = gizlilik
name-privacy-policy = politika
name-privacy-export = dışa-aktar
name-privacy-delete = sil
privacy-description = Senin hakkında saklananları gör, indir ve sil
privacy-policy-description = Senin hakkında neyin, neden, ne kadar süre saklandığını ve kime ulaştığını gör
privacy-export-description = Senin hakkında saklananları bir dosya olarak al
privacy-delete-description = Senin hakkında saklananları sil; sana bir kez daha sorulur

## Politika

privacy-policy-heading = **Bu botun senin hakkında sakladıkları**
privacy-policy-kept = **Ne, ne kadar süre:** her isteğin açıklaması ve seçenekleri, ne zaman ve nerede istediğin, sonucu ve ücreti; ayrıca varsayılanların, şikâyetlerin, senin hakkındaki engeller ve moderatör olarak yaptıkların. Açıklamalar ve bağlantılar, moderatörler kanıt olarak saklamadıkça { $days ->
    [one] { $days } gün
   *[other] { $days } gün
  } sonra silinir. Sayılar ve ücretler kalır.
privacy-policy-clips = **Videolar** Discord’dadır ve burada saklanmaz. Yalnızca teslim edilemeyen bir video { $days ->
    [one] { $days } gün
   *[other] { $days } gün
  } boyunca ya da sen alana kadar saklanır.
privacy-policy-why = **Neden:** videoları yapıp teslim etmek, sınırlara uymak, ücretleri hesaplamak ve moderatörlerin kötüye kullanıma karşı adım atabilmesi için.
privacy-policy-receivers = **Kime ulaşır:** Eachlabs ve arkasındaki sağlayıcı açıklamaları ve seçenekleri alır, ama kimden geldiklerini öğrenmez. Mesajları Discord taşır. Bir sunucunun moderatörleri, gizli videolar dahil orada istenenleri görür. Bu botu işleten kişi her şeyi görür.
privacy-policy-choices = `/{ name-privacy } { name-privacy-export }` bunları bir dosya olarak verir, `/{ name-privacy } { name-privacy-delete }` ise siler.
privacy-policy-operator = **Botu işleten kişinin kendi politikası:** <{ $url }>

## Yanına almak

privacy-export-done = Senin hakkında saklananlar: { $requests ->
    [one] { $requests } istek
   *[other] { $requests } istek
  }, varsa varsayılanların, şikâyetlerin, senin hakkındaki engeller ve moderatör olarak yaptıkların. Dosyanın her satırı bunlardan biridir, JSON olarak.
privacy-export-too-large = Senin hakkında saklananlar, sıkıştırılsa bile buradaki bir mesaj için çok büyük. { -unchanged } Bu botu işleten kişiden iste.
privacy-log-away = Kayıtlara şu anda ulaşılamıyor. { -unchanged } Birkaç dakika sonra yeniden dene.

## Silmek

button-forget = Sil
button-forget-finish = Sil, videolar tamamlansın
button-forget-cancel = Sil, videoları iptal et
button-forget-not = Her şeyi koru
privacy-delete-heading = **Senin hakkında saklananlar silinsin mi?** Bu geri alınamaz.
privacy-delete-goes = **Silinecekler, bütün sunucularda:** istediklerinin açıklamaları ve bağlantıları ({ $requests ->
    [one] { $requests } istek
   *[other] { $requests } istek
  }), senin için saklanan videolar, varsayılanların, kayıtlardaki ve şikâyetlerindeki adın.
privacy-delete-stays = **Kalanlar:** isteklerinin sayısı ve ücretleri, bir de moderatörlerin kayda geçirdikleri, örneğin engeller. Sınırlar geçerli kalsın diye sayılar 30 gün boyunca, senin kimliğinden (ID) yalnızca bu botun oluşturabildiği bir numaraya bağlı kalır; sonra kimseye bağlı olmaz.
privacy-delete-held = { $held ->
    [one] { $held } istek moderatörlerce kanıt olarak saklanıyor. Karar verildiğinde silinir.
   *[other] { $held } istek moderatörlerce kanıt olarak saklanıyor. Karar verildiğinde silinirler.
  }
privacy-delete-clips = **Discord’daki mesajlar** kalır: kanallardaki videolar, ki düğmeleri artık seni tanımaz, ve moderatörlerin akışında görünenler. Gitmesini istediğin videoları önce sil.
privacy-delete-live = { $live ->
    [one] { $live } video bekliyor ya da yapılıyor. Tamamlanıp sonra silinebilir ya da şimdi iptal edilebilir; başlamışsa yine de ücret alınabilir.
   *[other] { $live } video bekliyor ya da yapılıyor. Tamamlanıp sonra silinebilir ya da şimdi iptal edilebilirler; başlamış olanlardan yine de ücret alınabilir.
  }
privacy-delete-done = Şimdiye kadar istediklerin siliniyor; bu en çok birkaç dakika sürer. Bundan sonra istediklerin eskisi gibi saklanır.
privacy-delete-done-live = { $live ->
    [one] { $live } video henüz bitmedi. Bittikten birkaç dakika sonra silinir.
   *[other] { $live } video henüz bitmedi. Bittikten birkaç dakika sonra silinirler.
  }
privacy-delete-not-done = Hiçbir şey silinmedi. Her şey olduğu gibi kalıyor.
privacy-delete-uncertain = Kayıtlardan yanıt gelmedi, bu yüzden isteğinin kaydedildiği kesin değil. Birkaç dakika sonra `/{ name-privacy } { name-privacy-delete }` komutunu yeniden kullan; iki kez istemenin zararı yok.
privacy-not-yours = Bu soru başkasına soruldu. Hiçbir şey silinmedi. Kendi verilerin için `/{ name-privacy } { name-privacy-delete }` komutunu kullan.
