# Bir üye hakkında saklananlar: okumak, yanına almak ve sildirmek için.

end-erased = Sizin için saklanan video, istediğiniz gibi silindi.
    .next = Yapmanız gereken başka bir şey yok.
reason-erased = üyesi sildirdi

name-privacy = gizlilik
name-privacy-policy = politika
name-privacy-export = dışa-aktar
name-privacy-delete = sil
privacy-description = Hakkınızda saklananları görün, yanınıza alın ve silin
privacy-policy-description = Hakkınızda neyin, neden, ne kadar saklandığını ve kime ulaştığını görün
privacy-export-description = Hakkınızda saklanan her şeyi bir dosya olarak alın
privacy-delete-description = Hakkınızda saklananları silin; size bir kez daha sorulur

## Politika

privacy-policy-heading = **Bu botun hakkınızda sakladıkları**
privacy-policy-kept = **Ne, ne kadar süre:** her isteğin açıklaması ve seçenekleri, ne zaman ve nerede istediğiniz, sonucu ve ücreti; ayrıca varsayılanlarınız, bildirimleriniz ve hakkınızdaki engeller. Açıklamalar ve bağlantılar, moderatörler kanıt olarak tutmadıkça { $days ->
    [one] { $days } gün
   *[other] { $days } gün
  } sonra silinir. Sayılar ve ücretler kalır.
privacy-policy-clips = **Videolar** Discord’dadır ve burada saklanmaz. Yalnızca teslim edilemeyen bir video { $days ->
    [one] { $days } gün
   *[other] { $days } gün
  } boyunca ya da siz alana kadar saklanır.
privacy-policy-why = **Neden:** videoları yapıp teslim etmek, sınırlara uymak, ücretleri hesaplamak ve moderatörlerin kötüye kullanıma karşı adım atabilmesi için.
privacy-policy-receivers = **Kime ulaşır:** Eachlabs ve arkasındaki sağlayıcı açıklamaları ve seçenekleri alır, sizi belirten hiçbir şeyi almaz. Mesajları Discord taşır. Bir sunucunun moderatörleri, özel videolar dahil orada istenenleri görür. Bu botun işletmecisi her şeyi görür.
privacy-policy-choices = `/{ name-privacy } { name-privacy-export }` hepsini bir dosya olarak verir, `/{ name-privacy } { name-privacy-delete }` ise siler.
privacy-policy-operator = **İşletmecinin kendi politikası:** <{ $url }>

## Yanına almak

privacy-export-done = Hakkınızda saklananlar: { $requests ->
    [one] { $requests } istek
   *[other] { $requests } istek
  }, varsa varsayılanlarınız, bildirimleriniz ve hakkınızdaki engeller. Dosyanın her satırı bunlardan biridir, JSON olarak.
privacy-export-too-large = Hakkınızda saklananlar, sıkıştırılsa bile buradaki bir mesaj için çok büyük. { -unchanged } Bu botun işletmecisinden isteyin.
privacy-log-away = Kayıtlara şu anda ulaşılamıyor. { -unchanged } Birkaç dakika sonra yeniden deneyin.

## Silmek

button-forget = Sil
button-forget-finish = Sil, videolar tamamlansın
button-forget-cancel = Sil, videoları iptal et
button-forget-not = Her şeyi koru
privacy-delete-heading = **Hakkınızda saklananlar silinsin mi?** Bu geri alınamaz.
privacy-delete-goes = **Gidenler, bütün sunucularda:** istediklerinizin açıklamaları ve bağlantıları ({ $requests ->
    [one] { $requests } istek
   *[other] { $requests } istek
  }), sizin için saklanan videolar, varsayılanlarınız, kayıtlardaki ve bildirimlerinizdeki adınız.
privacy-delete-stays = **Kalanlar:** sayılar ve ücretler, bir de moderatörlerin kayda geçirdikleri, örneğin engeller. Sınırlar geçerli kalsın diye sayılar 30 gün boyunca, yalnızca bu botun kimliğinizden oluşturabildiği bir numaranın altında durur; sonra kimsenin altında değil.
privacy-delete-held = { $held ->
    [one] { $held } istek moderatörlerce kanıt olarak tutuluyor. Karar verildiğinde silinir.
   *[other] { $held } istek moderatörlerce kanıt olarak tutuluyor. Karar verildiğinde silinirler.
  }
privacy-delete-clips = **Discord’daki mesajlar** kalır: düğmeleri artık sizi tanımayacak olan kanallardaki videolar ve moderatörlerin akışında görünenler. Gitmesi gereken videoları önce silin.
privacy-delete-live = { $live ->
    [one] { $live } video bekliyor ya da yapılıyor. Tamamlanıp sonra silinebilir ya da şimdi iptal edilebilir; başlamışsa yine de ücret alınabilir.
   *[other] { $live } video bekliyor ya da yapılıyor. Tamamlanıp sonra silinebilir ya da şimdi iptal edilebilirler; başlamış olanlardan yine de ücret alınabilir.
  }
privacy-delete-done = Şimdiye kadar istedikleriniz siliniyor; bu en çok birkaç dakika sürer. Bundan sonra istedikleriniz eskisi gibi saklanır.
privacy-delete-done-live = { $live ->
    [one] { $live } video hâlâ yolda. Bitmesinden birkaç dakika sonra silinir.
   *[other] { $live } video hâlâ yolda. Bitmelerinden birkaç dakika sonra silinirler.
  }
privacy-delete-not-done = Hiçbir şey silinmedi. Her şey olduğu gibi kalıyor.
privacy-delete-uncertain = Kayıtlardan yanıt gelmedi, bu yüzden dileğinizin yazıldığı kesin değil. Birkaç dakika sonra `/{ name-privacy } { name-privacy-delete }` komutunu yeniden kullanın; iki kez istemenin zararı yok.
privacy-not-yours = Bu başkasına soruldu. Hiçbir şey silinmedi. Kendi verileriniz için `/{ name-privacy } { name-privacy-delete }` komutunu kullanın.
