# Slash commands, as Discord's command picker shows them: at most 100 characters each.

video-description = Créer un court clip vidéo à partir d’une description
video-prompt = Ce que montre le clip, avec vos propres mots
video-duration = La durée du clip ; 5 secondes sauf choix de votre part
video-duration-5 = 5 secondes
video-duration-10 = 10 secondes
video-aspect-ratio = La forme de l’image ; 16:9 sauf choix de votre part
video-aspect-ratio-16-9 = 16:9, paysage
video-aspect-ratio-9-16 = 9:16, portrait
video-aspect-ratio-1-1 = 1:1, carré
video-cfg-scale = À quel point le clip suit la description, de 0 à 1 ; 0,5 sauf choix de votre part
video-negative-prompt = Ce que le clip doit laisser de côté
video-private = Personne d’autre ne voit le clip ; la modération peut toujours le voir dans le journal

videos-description = Vos propres demandes de clips
videos-list-description = Voir vos dernières demandes et récupérer les clips qui n’ont pas pu être remis

button-cancel = Annuler
button-delete = Supprimer
button-fetch = { $kept ->
    [one] Récupérer le clip
   *[other] Récupérer le clip { $number }
  }
usage-description = Voir ce qui a été demandé sur ce serveur et ce qu’il en est advenu
