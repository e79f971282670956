# Genel olarak formlar; her birinin sorusu ait olduğu konunun yanında durur.

modal-out-of-date = Bu form eskimiş, bu yüzden kabul edilmedi. Hiçbir şey değişmedi ve ücret alınmadı. Yeni bir form için düğmeye bir daha basın.
modal-not-opened = Form açılamadı. Hiçbir şey değişmedi ve ücret alınmadı. Bir dakika sonra yeniden deneyin.
