# Genel olarak formlar; her birinin sorusu ait olduğu konunun yanında durur.

modal-out-of-date = Bu form eskimiş, bu yüzden kabul edilmedi. { -unchanged } Yeni bir form için düğmeye bir daha bas.
modal-not-opened = Form açılamadı. { -unchanged } Bir dakika sonra yeniden dene.
