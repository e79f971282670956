# Help with a request: what was chosen while typing, and hints for the next one.

suggestion-gone = Le texte que tu as choisi n’est plus conservé, ou n’est pas l’un des tiens sur ce serveur. { -free } Saisis-le en entier, ou choisis-en un autre.

# After the card, for its requester alone, once an hour at most.

hint-high-cfg-scale = Un conseil : au-dessus de 0,8, { -cfg-scale } tient le clip si près de la description qu’il paraît souvent figé. De 0,5 à 0,8, le rendu est en général le meilleur.
hint-long-prompt = Un conseil : une description très longue perd des détails en route. Une seule scène en quelques phrases, l’essentiel d’abord, donne en général le meilleur résultat.
hint-brief-prompt = Un conseil : si peu de mots laissent presque tout le clip au hasard. Dis qui ou ce que l’on voit, ce qui se passe, et où.
hint-goes-on = Ta demande continue telle quelle ; tu n’as rien à faire.
