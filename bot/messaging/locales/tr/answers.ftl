# Yalnızca düğmeye basan ya da isteyen kişinin gördükleri.

cancel-done = Başlamadan iptal edildi. { -free } Dilediğin zaman yeniden isteyebilirsin.
cancel-asked = Durdurma isteği iletildi. Video başlamış olduğu için ücret alınmış olabilir; bittiğinde kart bunu bildirir. Yapman gereken başka bir şey yok.
cancel-too-late = Bu video artık iptal edilemez: yapıldı ya da sona erdi. İptal denemesi ücretini değiştirmedi. Videonun kendisi ya da ona ne olduğu kartın yanında görünür.
delete-done = Video silindi. Ücreti ve kayıtlardaki yeri olduğu gibi kalır. Dilediğin zaman yeniden isteyebilirsin.
delete-impossible = Discord bu botun o mesajı silmesine izin vermiyor. { -unchanged } Bir moderatör mesajı elle silebilir.
not-yours-cancel = Bu videoyu yalnızca isteyen kişi ya da bir moderatör iptal edebilir. { -unchanged } Onlardan birine başvur.
not-yours-delete = Bu videoyu yalnızca isteyen kişi ya da bir moderatör silebilir. { -unchanged } Onlardan birine başvur.
not-yours-fetch = Bu videoyu yalnızca isteyen kişi alabilir. { -unchanged } Almasını ondan rica et.
job-not-found = Bu sunucuda böyle bir video yok. { -unchanged } Olması gerektiğini düşünüyorsan bir moderatöre sor.

own-heading = **En yeni isteklerin**
own-kept-note = Teslim edilemeyenler senin için saklanıyor; düğmelerle alabilirsin.
own-kept-line = { $number }. { $title } · hazır, { $kept_until } silinir · { $asked_at } istendi
own-kept-besides = { $clips ->
    [one] Senin için bir video daha saklanıyor; bunlardan birini aldığında bu listeye girer.
   *[other] Senin için { NUMBER($clips) } video daha saklanıyor; bunları aldıkça bu listeye girerler.
  }
own-line = { $title } · { $state } · { $asked_at } istendi
own-none-here = Bu sunucuda henüz video istemedin. { -video } yaz ve videonun ne göstereceğini söyle.
own-none = Henüz video istemedin. Bu botun bulunduğu bir sunucuda { -video } yaz ve videonun ne göstereceğini söyle.
own-queued = sırada bekliyor
own-submitting = başlatılıyor
own-unknown = belki yapılıyor; botu işleten kişi inceliyor
own-running = yapılıyor
own-delivering = yapıldı, yolda
own-delivered = tamamlandı
own-deleted = tamamlandı, sonra silindi
own-failed = video yapılamadı
own-cancelled = iptal edildi
own-expired = çok uzun sürdü
own-kept-too-long = yapıldı, ama zamanında alınmadı

fetch-under-way = Bu video zaten yolda. { -nothing-new } Biraz bekle; büyük bir dosya zaman alır.
fetch-done = Bu video teslim edildi, bu yüzden artık saklanmıyor. { -nothing-new } Yenisi için bir daha iste.
fetch-too-late = Bu video artık saklanmıyor: süresi doldu. Ücreti yapıldığında alınmıştı, yeni bir ücret alınmadı. Yenisi için bir daha iste.
fetch-not-kept = Burada alınacak bir video yok. { -unchanged } { -videos-list } isteklerinin ne durumda olduğunu gösterir.
fetch-too-large = Video buradan gönderilemeyecek kadar büyük, bağlantısı da artık çalışmıyor. { -nothing-new } Takviyeli bir sunucuda daha büyük dosyalar gönderilebilir: { -videos-list } komutunu öyle bir sunucuda ya da bu sunucu takviye alınca burada kullan. Video { $kept_until } silinir.
fetch-gone = Bu video alınamıyor: burada kopyası yok, bağlantısı da artık çalışmıyor. Ücreti yapıldığında alınmıştı, yeni bir ücret alınmadı. Bir moderatöre `{ $reference }` referansını göster.
fetch-link-unsure = Video burada yalnızca bağlantı olarak verilebiliyor, ama bu bağlantı şu anda denenemedi. Video hâlâ saklanıyor, yeni bir ücret alınmadı. Birkaç dakika sonra yeniden dene.
fetch-uncertain = Discord zamanında yanıt vermedi, bu yüzden videonun ulaştığı kesin değil. Video hâlâ saklanıyor, yeni bir ücret alınmadı. Burada görünmüyorsa bir dakika sonra yeniden dene.
fetch-refused = Discord videoyu burada kabul etmedi. Video hâlâ saklanıyor, yeni bir ücret alınmadı. { -videos-list } ile yeniden dene; böyle sürerse bu mesajı bir moderatöre göster.
shelf-log-away = Kayıtlara şu anda ulaşılamıyor, bu yüzden hiçbir şey teslim edilmedi. Saklanan videolar hâlâ saklanıyor, yeni bir ücret alınmadı. Birkaç dakika sonra yeniden dene.

answer-too-slow = Showreel çok yoğun ve isteğine zamanında yetişemedi. { -free } Bir dakika sonra yeniden dene.
card-not-shown = Kart burada gösterilemedi, bu yüzden hiçbir şey başlatılmadı. { -free } Yeniden dene; böyle sürerse bir moderatöre haber ver.
storage-unavailable = Kayıtlara şu anda yazılamıyor, bu yüzden yeni bir şey başlatılmıyor. { -free } Birkaç dakika sonra yeniden dene. Referans `{ $reference }`.
storage-unavailable-now = Kayıtlara şu anda ulaşılamıyor, bu yüzden işlemin yapıldığı kesin değil. { -nothing-new } Birkaç dakika sonra yeniden dene.
discord-away = Discord zamanında yanıt vermedi, bu yüzden işlemin yapıldığı kesin değil. { -nothing-new } Bir dakika sonra yeniden dene.
restarting = Showreel şu anda yeniden başlatılıyor, bu yüzden işlem yapılmadı. { -unchanged } Bir dakika sonra yeniden dene.
command-unavailable = Bu komut şu anda kullanılamıyor ya da değişti. { -free } Discord uygulamasını yenile ve bir dakika sonra yeniden dene.
command-not-allowed = Bu komutu burada kullanamazsın. { -free } Nerede kullanabileceğini bir moderatör söyleyebilir.
servers-only = Videolar yalnızca sunucularda yapılır. { -free } Bu botun bulunduğu bir sunucuda yeniden iste.
moderators-only = Bu yalnızca moderatörler içindir: bu kanalda “Mesajları Yönet” izni olanlar. Onlardan birine söyle.
unexpected = Burada bir şeyler ters gitti ve bu kaydedildi. Kanalda bir kart duruyorsa isteği sürüyor; durmuyorsa ücret alınmadı. Yeniden dene; böyle sürerse bir moderatöre `{ $reference }` referansını göster.
