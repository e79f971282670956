# What was encrypted with a key that `DATA_KEY` does not hold any more.

prompt-unreadable = Açıklaması şu anda okunamayan bir video
text-unreadable = okunamıyor: anahtarı yok
case-unreadable = İstenen metin okunamıyor: şifrelendiği anahtar yok. Botu işleten kişi anahtarı geri koyabilir.
log-unreadable = Metinlerinin anahtarı olmadığı için { $count } istekte arama yapılamadı. Botu işleten kişi anahtarı geri koyabilir.
export-unreadable = Anahtarı olmadığı için { $count } isteğin metinleri dosyada yok. Botu işleten kişi anahtarı geri koyabilir.
