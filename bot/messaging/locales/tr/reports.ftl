# Bir videoyu bildirmek: düğmesi, formu ve yalnızca bildiren kişinin gördükleri.

button-report = Bildir

report-form-title = Bu videoyu bildir
report-form-label = Videoda yanlış olan ne?
report-form-note = Şikâyetini ve kimin yazdığını bu sunucunun moderatörleri görür.

report-filed = Şikâyetin kaydedildi. { -free } Bu sunucunun moderatörleri onu görür; yapman gereken başka bir şey yok.
report-changed = Bu videoyla ilgili şikâyetinde artık az önce yazdıkların var. { -free } Bu sunucunun moderatörleri onu görür; yapman gereken başka bir şey yok.
report-changed-enough = Bir şikâyeti { $limit ->
    [1] bir kez
   *[other] { $limit } kez
  } değiştirebilirsin ve bu hakkı kullandın. { -unchanged } Moderatörler içindekileri görür; eklemek istediğin bir şey varsa onlardan biriyle konuş.
report-own = Bu kendi videon, bu yüzden bildirilecek kimse yok. { -unchanged } Kaldırılmasını istiyorsan “{ button-delete }” düğmesine bas.
report-too-early = Henüz bildirilecek bir video yok. { -unchanged } Geldiğinde yanlış bir şey varsa o zaman bildir.
report-empty = Şikâyette bir şey yazmıyordu, bu yüzden kaydedilmedi. { -unchanged } “{ button-report }” düğmesine bir daha basıp neyin yanlış olduğunu yaz.
report-decided = Moderatörler bu videoyla ilgili şikâyetine zaten baktı. { -unchanged } Farklı düşünüyorsan onlardan biriyle konuş.
report-limit = { $limit ->
    [1] 24 saatte bir şikâyette bulunabilirsin ve bu hakkı kullandın
   *[other] 24 saatte { $limit } şikâyette bulunabilirsin ve hepsini kullandın
  }. { -unchanged } { $frees_at } yeniden bildirebilirsin; bekleyemeyecek bir durumsa bir moderatörle konuş.
report-log-away = Kayıtlara şu anda ulaşılamıyor, bu yüzden şikâyet yapılamıyor. { -unchanged } Birkaç dakika sonra yeniden dene; bekleyemeyecek bir durumsa bir moderatörle konuş.
report-uncertain = Kayıtlardan yanıt gelmedi, bu yüzden şikâyetinin kaydedildiği kesin değil. { -free } Birkaç dakika sonra yeniden dene: ikinci şikâyet birincinin yerine geçer.
