# Bir daha ve Açıklamayı düzenle: düğmeler, form ve yalnızca basan kişinin gördükleri.

button-again = Bir daha
button-edit = Açıklamayı düzenle

edit-form-title = Açıklamayı düzenle
edit-form-prompt = Videonun ne göstereceği
edit-form-negative-prompt = Videoda olmaması gerekenler
edit-form-duration = Uzunluğu
edit-form-aspect-ratio = Görüntünün biçimi
edit-form-cfg-scale = Açıklamaya ne kadar bağlı kalacağı
edit-form-cfg-scale-note = 0 ile 1 arası bir sayı; boşsa 0,5 sayılır.
edit-form-number = { NUMBER($number, maximumFractionDigits: 15) }

not-yours-again = Bu videoyu buradan yalnızca ilk isteyen kişi yeniden isteyebilir. { -unchanged } Kendi videonu istemek için { -video } yaz.
not-yours-edit = Bu videonun açıklamasını yalnızca isteyen kişi düzenleyebilir. { -unchanged } Kendi videonu istemek için { -video } yaz.
again-twice = “{ button-again }” düğmesine az önce bastın, bu yüzden bu kez başka bir şey istenmedi. { -nothing-new } Bir video daha istersen birkaç saniye sonra “{ button-again }” düğmesine bas.
request-deleted = Bu video silindi, bu yüzden buradan yeniden yapılmaz. { -unchanged } Yenisini istersen { -video } yaz.
request-erased = Burada istenenler artık saklanmıyor. { -unchanged } { -video } yaz ve videoyu yeniden anlat.
request-log-away = Kayıtlar şu anda yanıt vermiyor, bu yüzden isteğe bakılamadı. { -unchanged } Birkaç dakika sonra yeniden dene.

# Bir isteğin neden kabul edilmediğini söyleyen yanıtın altında; yalnızca kayıtlarda bulunmuyorsa.

typed-here = Kaybolmasın diye yazdıkların:
typed-attached = Yazdıkların kaybolmasın diye ektedir.
