# Slash commands, as Discord's command picker shows them: at most 100 characters each.

video-description = Créer un court clip vidéo à partir d’une description
video-prompt = Ce que montre le clip, avec tes propres mots
video-duration = La durée du clip ; 5 secondes par défaut
video-duration-5 = 5 secondes
video-duration-10 = 10 secondes
video-aspect-ratio = Le format de l’image ; 16:9 par défaut
video-aspect-ratio-16-9 = 16:9, paysage
video-aspect-ratio-9-16 = 9:16, portrait
video-aspect-ratio-1-1 = 1:1, carré
video-cfg-scale = À quel point le clip suit la description, de 0 à 1 ; 0,5 par défaut
video-negative-prompt = Ce que le clip doit laisser de côté
video-private = Personne d’autre ne voit le clip ; la modération peut quand même le voir dans le journal

videos-description = Tes propres demandes de clips
videos-list-description = Voir tes dernières demandes et récupérer les clips qui n’ont pas pu être remis

button-cancel = Annuler
button-delete = Supprimer
button-fetch = { $kept ->
    [one] Récupérer le clip
   *[other] Récupérer le clip { $number }
  }
usage-description = Voir ce qui a été demandé sur ce serveur et ce qu’il en est advenu
