# Lo que se guarda sobre un miembro: para leerlo, llevárselo y borrarlo.

end-erased = El clip estaba guardado para ti y ya se ha borrado, como pediste.
    .next = No tienes que hacer nada más.
reason-erased = su miembro pidió que se borrara
