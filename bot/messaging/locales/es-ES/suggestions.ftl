# Help with a request: what was chosen while typing, and hints for the next one.

suggestion-gone = El texto que elegiste ya no se guarda, o no es tuyo en este servidor. { -free } Escríbelo entero o elige otro.

# After the card, for its requester alone, once an hour at most.

hint-high-cfg-scale = Un consejo: por encima de 0,8, { -cfg-scale } ciñe tanto el clip a la descripción que suele quedar rígido. De 0,5 a 0,8 es lo que mejor suele verse.
hint-long-prompt = Un consejo: una descripción muy larga pierde detalles por el camino. Lo que mejor suele salir es una sola escena en pocas frases, con lo principal primero.
hint-brief-prompt = Un consejo: con tan pocas palabras, casi todo el clip queda al azar. Di a quién o qué se ve, qué pasa y dónde.
hint-goes-on = Tu petición sigue adelante tal cual; no tienes que hacer nada.
