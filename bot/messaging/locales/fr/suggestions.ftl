# Help with a request: what was chosen while typing, and hints for the next one.

suggestion-gone = Le texte que vous avez choisi n’est plus conservé, ou n’est pas l’un des vôtres sur ce serveur. { -free } Saisissez-le en entier, ou choisissez-en un autre.

# After the card, for its requester alone, once an hour at most.

hint-high-cfg-scale = Un conseil : au-dessus de 0,8, { -cfg-scale } tient le clip si près de la description qu’il paraît souvent figé. De 0,5 à 0,8, le rendu est en général le meilleur.
hint-long-prompt = Un conseil : une description très longue perd des détails en route. Une seule scène en quelques phrases, l’essentiel d’abord, réussit en général le mieux.
hint-brief-prompt = Un conseil : si peu de mots laissent presque tout le clip au hasard. Dites qui ou ce que l’on voit, ce qui se passe, et où.
hint-goes-on = Votre demande continue telle quelle ; vous n’avez rien à faire.
