# How a request ended without a clip. The sentence says what happened, `.next` what to do now;
# between them stands one of the sentences about cost. The key is `end-` and the log's reason.

cost-none = { -free }
cost-charged = Este clip se ha cobrado.
cost-perhaps = Puede que se haya cobrado.
cost-open = Aún no se sabe si se ha cobrado.
end-reference = Referencia `{ $reference }`.

end-failed = No se pudo hacer el clip.
    .next = Vuelve a pedirlo dentro de un rato.
end-cancelled = La petición se ha cancelado.
    .next = Puedes pedir otro clip cuando quieras.
end-expired = El clip tardó demasiado y se dio por perdido.
    .next = Vuelve a pedirlo dentro de un rato.
end-unknown = La conexión se cortó mientras se pedía este clip, así que no es seguro que se esté haciendo.
    .next = No tienes que hacer nada: el operador de este bot ya lo sabe y lo está mirando.
end-kept = El clip está listo, pero no hubo forma de entregarlo: no se te pudo enviar ningún mensaje, ni aquí ni por mensaje directo.
    .next = Se guarda unos días: { -videos-list } te lo entrega.
end-kept-link = El clip está listo, pero no hubo forma de entregarlo: no se te pudo enviar ningún mensaje, ni aquí ni por mensaje directo.
    .next = No se pudo guardar aquí ninguna copia. { -videos-list } te da su enlace, que funciona durante un día, más o menos, desde que se hizo el clip.

end-not-acknowledged = La petición no empezó porque su tarjeta no apareció a tiempo.
    .next = Vuelve a pedirlo.
end-cancelled-by-member = Cancelado, como se pidió.
    .next = Puedes pedir otro clip cuando quieras.
end-cancelled-by-moderator = Cancelado por la moderación.
    .next = La moderación de este servidor puede contarte más.
end-cancelled-by-operator = Cancelado por el operador de este bot.
    .next = La moderación de este servidor puede trasladar tus preguntas.
end-cancelled-upstream = El servicio de vídeo dejó de hacer este clip.
    .next = Vuelve a pedirlo.

end-create-rejected = El servicio de vídeo no aceptó esta petición.
    .next = Cambia la descripción o las opciones y vuelve a pedirlo.
end-create-outcome-unknown = La conexión se cortó mientras se pedía este clip, y el clip no apareció.
    .next = Vuelve a pedirlo.
end-provider-rejected = La descripción no pasó el control de seguridad del servicio de vídeo.
    .next = Vuelve a pedirlo con otra descripción.
end-invalid-input = El servicio de vídeo no pudo usar esta descripción o estas opciones.
    .next = Cámbialas y vuelve a pedirlo.
end-provider-error = El servicio de vídeo tuvo un fallo mientras hacía este clip.
    .next = Vuelve a pedirlo; es muy posible que la misma descripción funcione.
end-deadline-passed = El clip tardó más de lo permitido y se dio por perdido.
    .next = Si al final termina en el plazo de un día, llegará aquí. Si no, vuelve a pedirlo.

end-output-missing = El servicio de vídeo dijo que había terminado, pero no había ningún clip.
    .next = Vuelve a pedirlo y muestra la referencia a la moderación.
end-output-not-mp4 = Lo que llegó del servicio de vídeo no es un vídeo que se pueda reproducir.
    .next = Vuelve a pedirlo y muestra la referencia a la moderación.
end-output-cut-short = El clip llegó dañado.
    .next = Vuelve a pedirlo y muestra la referencia a la moderación.
end-output-address-forbidden = El clip está en una dirección que este bot no abre.
    .next = Vuelve a pedirlo y muestra la referencia a la moderación.
end-output-unreachable = El clip se hizo, pero no se pudo recoger.
    .next = Vuelve a pedirlo dentro de un rato y muestra la referencia a la moderación.
end-output-too-large = El clip se hizo, pero es demasiado grande para entregarlo.
    .next = Un clip más corto ocupa menos: pide uno de 5 segundos.
end-kept-too-long = El clip no se recogió antes de que se agotara su plazo, y se borró.
    .next = Pide uno nuevo.
