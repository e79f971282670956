# Bir videoyu bildirmek: düğmesi, formu ve yalnızca bildiren kişinin gördükleri.

button-report = Bildir

report-form-title = Bu videoyu bildir
report-form-label = Videoda yanlış olan ne?
report-form-note = Bildiriminizi ve kimin yazdığını bu sunucunun moderatörleri görür.

report-filed = Bildiriminiz kaydedildi. { -free } Bu sunucunun moderatörleri onu görür; yapmanız gereken başka bir şey yok.
report-changed = Bu videoyla ilgili bildiriminizde artık az önce yazdıklarınız var. { -free } Bu sunucunun moderatörleri onu görür; yapmanız gereken başka bir şey yok.
report-own = Bu kendi videonuz, bu yüzden bildirilecek kimse yok. { -unchanged } Kaldırılmasını istiyorsanız “{ button-delete }” düğmesine basın.
report-too-early = Henüz bildirilecek bir video yok. { -unchanged } Geldiğinde yanlış bir şey varsa o zaman bildirin.
report-empty = Bildirimde bir şey yazmıyordu, bu yüzden kaydedilmedi. { -unchanged } “{ button-report }” düğmesine bir daha basıp neyin yanlış olduğunu yazın.
report-decided = Moderatörler bu videoyla ilgili bildiriminize zaten baktı. { -unchanged } Farklı düşünüyorsanız onlardan biriyle konuşun.
report-limit = { $limit ->
    [1] 24 saatte bir bildirimde bulunabilirsiniz ve bu hakkı kullandınız
   *[other] 24 saatte { $limit } bildirimde bulunabilirsiniz ve hepsini kullandınız
  }. { -unchanged } { $frees_at } yeniden bildirebilirsiniz; bekleyemeyecek bir durumsa bir moderatörle konuşun.
report-log-away = Kayıtlara şu anda ulaşılamıyor, bu yüzden bildirim yapılamıyor. { -unchanged } Birkaç dakika sonra yeniden deneyin; bekleyemeyecek bir durumsa bir moderatörle konuşun.
report-uncertain = Kayıtlardan yanıt gelmedi, bu yüzden bildiriminizin kaydedildiği kesin değil. { -free } Birkaç dakika sonra yeniden deneyin: ikinci bildirim birincinin yerine geçer.
