# Yalnızca düğmeye basan ya da isteyen kişinin gördükleri.

cancel-done = Başlamadan iptal edildi. { -free } Dilediğiniz zaman yeniden isteyebilirsiniz.
cancel-asked = Durdurma isteği iletildi. Video başlamış olduğu için ücret alınmış olabilir; bittiğinde kart bunu bildirir. Yapmanız gereken başka bir şey yok.
cancel-too-late = Bu video artık iptal edilemez: yapıldı ya da sona erdi. İptal denemesi ücretinde bir şey değiştirmedi. Video ya da ona ne olduğu kartın yanında yazıyor.
delete-done = Video silindi. Ücreti ve kayıtlardaki yeri olduğu gibi kalır. Dilediğiniz zaman yeniden isteyebilirsiniz.
delete-impossible = Discord bu botun o mesajı silmesine izin vermiyor. { -unchanged } Bir moderatör mesajı elle silebilir.
not-yours-cancel = Bu videoyu yalnızca isteyen kişi ya da bir moderatör iptal edebilir. { -unchanged } Onlardan birine başvurun.
not-yours-delete = Bu videoyu yalnızca isteyen kişi ya da bir moderatör silebilir. { -unchanged } Onlardan birine başvurun.
not-yours-fetch = Bu videoyu yalnızca isteyen kişi alabilir. { -unchanged } Almasını ondan rica edin.
job-not-found = Bu sunucuda böyle bir video yok. { -unchanged } Olması gerektiğini düşünüyorsanız bir moderatöre sorun.

own-heading = **En yeni istekleriniz**
own-kept-note = Teslim edilemeyenler sizin için saklanıyor; düğmelerle alabilirsiniz.
own-kept-line = { $number }. { $title } · hazır, { $kept_until } silinir · { $asked_at } istendi
own-line = { $title } · { $state } · { $asked_at } istendi
own-none-here = Bu sunucuda henüz video istemediniz. { -video } yazın ve videonun ne göstereceğini söyleyin.
own-none = Henüz video istemediniz. Bu botun bulunduğu bir sunucuda { -video } yazın ve videonun ne göstereceğini söyleyin.
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

fetch-under-way = Bu video zaten yolda. { -nothing-new } Biraz bekleyin; büyük bir dosya zaman alır.
fetch-done = Bu video teslim edildi, bu yüzden artık saklanmıyor. { -nothing-new } Yenisi için bir daha isteyin.
fetch-too-late = Bu video artık saklanmıyor: süresi doldu. Ücreti yapıldığında alınmıştı, yeni bir ücret alınmadı. Yenisi için bir daha isteyin.
fetch-not-kept = Burada alınacak bir video yok. { -unchanged } { -videos-list } isteklerinizin ne durumda olduğunu gösterir.
fetch-too-large = Video buradan gönderilemeyecek kadar büyük, bağlantısı da artık çalışmıyor. { -nothing-new } Takviyeli bir sunucuda daha büyük dosyalar gönderilebilir: { -videos-list } komutunu öyle bir sunucuda ya da bu sunucu takviye alınca burada kullanın. Video { $kept_until } silinir.
fetch-gone = Bu video alınamıyor: burada kopyası yok, bağlantısı da artık çalışmıyor. Ücreti yapıldığında alınmıştı, yeni bir ücret alınmadı. Bir moderatöre `{ $reference }` referansını gösterin.
fetch-link-unsure = Video burada yalnızca bağlantı olarak verilebiliyor, ama bu bağlantı şu anda denenemedi. Video hâlâ saklanıyor, yeni bir ücret alınmadı. Birkaç dakika sonra yeniden deneyin.
fetch-uncertain = Discord zamanında yanıt vermedi, bu yüzden videonun ulaştığı kesin değil. Video hâlâ saklanıyor, yeni bir ücret alınmadı. Burada görünmüyorsa bir dakika sonra yeniden deneyin.
fetch-refused = Discord videoyu burada kabul etmedi. Video hâlâ saklanıyor, yeni bir ücret alınmadı. { -videos-list } ile yeniden deneyin; böyle sürerse bu mesajı bir moderatöre gösterin.
shelf-log-away = Kayıtlara şu anda ulaşılamıyor, bu yüzden hiçbir şey teslim edilmedi. Saklanan videolar hâlâ saklanıyor, yeni bir ücret alınmadı. Birkaç dakika sonra yeniden deneyin.

answer-too-slow = Showreel çok yoğun ve isteğinize zamanında yetişemedi. { -free } Bir dakika sonra yeniden deneyin.
card-not-shown = Kart burada gösterilemedi, bu yüzden hiçbir şey başlatılmadı. { -free } Yeniden deneyin; böyle sürerse bir moderatöre haber verin.
storage-unavailable = Kayıtlara şu anda yazılamıyor, bu yüzden yeni bir şey başlatılmıyor. { -free } Birkaç dakika sonra yeniden deneyin. Referans `{ $reference }`.
storage-unavailable-now = Kayıtlara şu anda ulaşılamıyor, bu yüzden işlemin yapıldığı kesin değil. { -nothing-new } Birkaç dakika sonra yeniden deneyin.
discord-away = Discord zamanında yanıt vermedi, bu yüzden işlemin yapıldığı kesin değil. { -nothing-new } Bir dakika sonra yeniden deneyin.
restarting = Showreel şu anda yeniden başlatılıyor, bu yüzden işlem yapılmadı. { -unchanged } Bir dakika sonra yeniden deneyin.
command-unavailable = Bu komut şu anda kullanılamıyor ya da değişti. { -free } Discord uygulamasını yenileyin ve bir dakika sonra yeniden deneyin.
command-not-allowed = Bu komutu burada kullanamazsınız. { -free } Nerede kullanabileceğinizi bir moderatör söyleyebilir.
servers-only = Videolar yalnızca sunucularda yapılır. { -free } Bu botun bulunduğu bir sunucuda yeniden isteyin.
moderators-only = Bu, moderatörler içindir: bu kanalda Mesajları Yönet izni olanlar. Onlardan birine söyleyin.
unexpected = Burada bir şeyler ters gitti ve bu kaydedildi. Kanalda bir kart duruyorsa isteği sürüyor; durmuyorsa ücret alınmadı. Yeniden deneyin; böyle sürerse bir moderatöre `{ $reference }` referansını gösterin.
