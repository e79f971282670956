# The message that brings the clip.

result-facts = { $options } · hecho en { $took }
result-took = { $minutes ->
    [0] { $seconds } s
   *[other] { $minutes } min { $seconds } s
  }
result-note = Generado con IA · referencia `{ $reference }`
result-link = No se pudo adjuntar el clip aquí. Este enlace funciona durante un día, más o menos, desde que se hizo el clip:
result-alt-text = Vídeo generado con IA: { $prompt }
result-link-fetched = El clip no se puede adjuntar aquí. Este enlace puede dejar de funcionar en cualquier momento:
result-save-it = Guarda el clip: solo tú ves este mensaje, y no se quedará aquí.
