"""Short warnings for tests of the whole program, written for this purpose."""

AIRPORT_CLOSED = "Bamako airport is closed until further notice.\n"
AIRPORT_OPEN = "Bamako airport has reopened and flights have resumed.\n"
NO_ROADS = (
    "Nous déconseillons formellement tout déplacement par la route au Mali.\n"
    "Les ressortissants français sont invités à quitter le Mali par les vols commerciaux disponibles.\n"
)
ROAD_CUT = "La route entre Ségou et Bla est coupée depuis hier.\n"
NOTHING = "Passports must be valid for six months. Visas are issued on arrival.\n"
