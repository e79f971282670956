# The message that brings the clip.

result-facts = { $options } · créé en { $took }
result-took = { $minutes ->
    [0] { $seconds } s
   *[other] { $minutes } min { $seconds } s
  }
result-note = Généré par IA · référence `{ $reference }`
result-link = Le clip n’a pas pu être joint ici. Ce lien fonctionne environ un jour après la création du clip :
result-alt-text = Vidéo générée par IA : { $prompt }
result-link-fetched = Le clip ne peut pas être joint ici. Ce lien peut cesser de fonctionner à tout moment :
result-save-it = Enregistre le clip : personne d’autre ne voit ce message, et il ne restera pas ici.
