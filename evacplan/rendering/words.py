"""Every sentence the program says, in both languages.

A key has an English and a French form with the same placeholders (a test holds them complete). Contract keys and
enumerated values are never translated.
"""

from typing import Final

from evacplan.rendering.phrasing import Lang

WORDS: Final[dict[str, tuple[str, str]]] = {
    # verdicts and the head of an answer
    "fly": ("FLY OUT", "PARTIR EN AVION"),
    "relocate": ("GO TO ANOTHER AIRPORT, THEN FLY", "REJOINDRE UN AUTRE AÉROPORT, PUIS L'AVION"),
    "leave_overland": ("LEAVE OVER LAND", "PARTIR PAR LA ROUTE"),
    "stay": ("STAY", "RESTER"),
    "kind.fly": ("fly", "avion"),
    "kind.relocate": ("road, then fly", "route, puis avion"),
    "kind.leave_overland": ("over land", "route"),
    "answer.go": (
        "{town}: {verdict}. Least exposed known option: {way}.",
        "{town} : {verdict}. Option connue la moins exposée : {way}.",
    ),
    "answer.stay": (
        "{town}: STAY AND PREPARE. No acceptable way out is known.",
        "{town} : RESTER ET SE PRÉPARER. Aucune voie de sortie acceptable n'est connue.",
    ),
    "answer.shelter": (
        "{town}: STAY INSIDE. An order to shelter is in force.",
        "{town} : RESTER À L'ABRI. Une consigne de mise à l'abri est en vigueur.",
    ),
    "head.as_of": ("As of {when}", "État au {when}"),
    "head.newest": ("newest: {newest}", "plus récents : {newest}"),
    "head.no_advisory": ("no advisory taken in yet", "aucun avis enregistré"),
    "head.flights": ("flight data of {day}", "données de vol du {day}"),
    "head.valid": ("valid until {when}", "valable jusqu'au {when}"),
    # tables
    "col.option": ("option", "option"),
    "col.level": ("level", "niveau"),
    "col.km": ("km", "km"),
    "col.time": ("time", "durée"),
    "col.exposure": ("exposure", "exposition"),
    "col.note": ("condition / why not", "condition / pourquoi pas"),
    "col.leg": ("leg", "étape"),
    "col.what": ("what", "objet"),
    "col.count": ("number", "nombre"),
    "col.because": ("because", "cause"),
    "col.airport": ("airport", "aéroport"),
    "col.border": ("border", "frontière"),
    "col.status": ("status", "état"),
    "col.town": ("town", "ville"),
    "col.before": ("before", "avant"),
    "col.after": ("after", "après"),
    "col.id": ("id", "id"),
    "col.issuer": ("issuer", "émetteur"),
    "col.issued": ("issued", "émis"),
    "col.kind": ("kind", "nature"),
    "col.series": ("series", "série"),
    "col.directives": ("directives", "consignes"),
    "col.waiting": ("waiting", "en attente"),
    "col.says": ("says", "dit"),
    "col.where": ("where", "où"),
    "col.verdict": ("verdict", "verdict"),
    "col.way": ("way", "voie"),
    "col.plan": ("plan", "plan"),
    "col.made": ("as of", "état au"),
    # sections
    "sec.legs": ("Legs of option 1", "Étapes de l'option 1"),
    "sec.why": ("Why", "Pourquoi"),
    "sec.blocked": ("Blocked over land", "Bloqué par la route"),
    "sec.opens": ("A way would open if all of one line reopened", "Une voie s'ouvrirait si une ligne entière rouvrait"),
    "sec.warnings": ("Mind", "À noter"),
    "sec.next": ("Next", "Ensuite"),
    "sec.airports": ("Airports", "Aéroports"),
    "sec.roads": ("Roads and rivers", "Routes et fleuves"),
    "sec.borders": ("Borders and airspace", "Frontières et espace aérien"),
    "sec.curfews": ("Curfews", "Couvre-feux"),
    "sec.fuel": ("Fuel", "Carburant"),
    "sec.shelter": ("Shelter", "Mise à l'abri"),
    "sec.departure": ("Departure", "Départ"),
    "sec.travel": ("Travel level", "Niveau de vigilance"),
    "sec.mission": ("Embassies", "Ambassades"),
    "sec.incidents": ("Incidents", "Incidents"),
    "sec.watch": ("Watch (possible, not in force)", "À surveiller (possible, pas en vigueur)"),
    "sec.notices": ("Also said", "Également dit"),
    "sec.disagreements": ("Issuers disagree", "Les émetteurs divergent"),
    "sec.stale": ("Old data", "Données anciennes"),
    "sec.unread": ("Not understood, please read", "Non compris, à lire"),
    "sec.effects": ("What changes", "Ce qui change"),
    # status
    "status.line": (
        "{country}: {open} of {airports} airports usable. Roads: {usable} usable, {avoid} avoid, {blocked} blocked.",
        "{country} : {open}/{airports} aéroports utilisables. Routes : {usable} praticables, {avoid} à éviter, {blocked} interdites.",
    ),
    "status.quiet": ("nothing said against", "rien n'est dit contre"),
    "status.all_hours": ("all hours", "toute la journée"),
    "status.now": ("now in force", "en cours"),
    "status.not_now": ("not at this hour", "pas à cette heure"),
    "status.until": ("until {when}", "jusqu'au {when}"),
    "status.shortage": ("shortage", "pénurie"),
    "status.normal": ("nothing said", "rien de signalé"),
    "status.road_fuel": ("petrol and diesel: {value}", "essence et gazole : {value}"),
    "status.jet_fuel": ("jet fuel: {value}", "kérosène : {value}"),
    "status.stricter": ("{target}: {strict} ({a}) against {lax} ({b})", "{target} : {strict} ({a}) contre {lax} ({b})"),
    "status.older": (
        "{what}: {count} older than {days} days, the oldest of {day}",
        "{what} : {count} de plus de {days} jours (date la plus ancienne : {day})",
    ),
    # advisories and review
    "adv.stored": (
        "{id} stored ({issuer}, {issued}, {kind}, {language}): {count} directives, {unread} not understood.",
        "{id} enregistré ({issuer}, {issued}, {kind}, {language}) : {count} consignes, {unread} passages non compris.",
    ),
    "adv.read": (
        "{issuer}, {issued}, {language}: {count} directives, {unread} not understood. Nothing stored.",
        "{issuer}, {issued}, {language} : {count} consignes, {unread} passages non compris. Rien n'est enregistré.",
    ),
    "adv.future": (
        "Mind: issued {when}, which is still to come. It has no effect before.",
        "Attention : émis le {when}, date à venir. Sans effet d'ici là.",
    ),
    "adv.unofficial": (
        "Mind: {issuer} is not among the post's official issuers: it may raise risk, never lower it. Near names: {near}.",
        "Attention : {issuer} n'est pas un émetteur officiel du poste : il peut aggraver un risque, jamais l'alléger. Noms proches : {near}.",
    ),
    "adv.known": (
        "Already stored as {id}: nothing added.",
        "Déjà enregistré sous {id} : rien n'est ajouté.",
    ),
    "adv.replaces": ("It replaces {id}.", "Il remplace {id}."),
    "adv.no_effect": ("No status changes.", "Aucun état ne change."),
    "adv.waiting": (
        "{count} wait for your decision: evacplan review",
        "{count} attendent votre décision : evacplan review",
    ),
    "adv.withdrawn_lines": ("No longer said: {ids}", "N'est plus dit : {ids}"),
    "adv.withdrawn": ("{id} withdrawn as of {when}.", "{id} retiré à compter du {when}."),
    "adv.none": (
        "No advisory taken in yet. Next: evacplan advisory add FILE",
        "Aucun avis. Ensuite : evacplan advisory add FICHIER",
    ),
    "review.pending": ("pending", "en attente"),
    "review.accepted": ("accepted", "accepté"),
    "review.refused": ("refused", "refusé"),
    "review.none": ("Nothing waits for review.", "Rien n'attend de relecture."),
    "review.head": ("{index} of {total} · {id} · {says}", "{index} sur {total} · {id} · {says}"),
    "review.source": ("Source   {issuer}, {issued}, {advisory}", "Source   {issuer}, {issued}, {advisory}"),
    "review.where": ("Where    {where}", "Où       {where}"),
    "review.when": ("When     {when}", "Quand    {when}"),
    "review.text": ("Text     «{quote}»", "Texte    « {quote} »"),
    "review.effect": ("Effect   {effect}", "Effet    {effect}"),
    "review.effects": (
        "{links} links and airports change, {towns} towns get another answer",
        "{links} liaisons et aéroports changent, {towns} villes changent de réponse",
    ),
    "review.no_effect": ("nothing changes", "rien ne change"),
    "review.keys": (
        "[a]ccept  [r]efuse  [e]dit where  [s]kip  [o]riginal text  [u]ndo last  [q]uit",
        "[a]ccepter  [r]efuser  [e] modifier le lieu  [s] passer  [o] texte d'origine  [u] annuler  [q]uitter",
    ),
    "review.opening": (
        "This OPENS something ({what}). Type OPEN to confirm, anything else leaves it waiting",
        "Ceci ROUVRE quelque chose ({what}). Tapez OUVRIR pour confirmer, autre chose le laisse en attente",
    ),
    "review.opening_word": ("OPEN", "OUVRIR"),
    "review.decided": ("{id} {decision} by {by}.", "{id} {decision} par {by}."),
    "review.waits": ("{id} waits for a decision.", "{id} attend une décision."),
    "review.undone": ("Undone: {id} waits again.", "Annulé : {id} attend de nouveau."),
    "review.nothing_to_undo": ("There is no decision to undo.", "Aucune décision à annuler."),
    "review.edit_prompt": (
        "Ids or names of places, links, airports or borders, comma-separated",
        "Identifiants ou noms de lieux, liaisons, aéroports ou frontières, séparés par des virgules",
    ),
    "review.left": ("{count} still wait.", "Il en reste {count} en attente."),
    "modality.possible": ("possible", "possible"),
    "modality.past": ("past", "passé"),
    "modality.denied": ("denied", "démenti"),
    "modality.ended": ("ended", "levé"),
    # plans
    "plan.made": ("{id} made, as of {when}: {counts}.", "{id} établi, état au {when} : {counts}."),
    "plan.same": (
        "Nothing changed since {id}; no new version stored.",
        "Rien n'a changé depuis {id} ; aucune version ajoutée.",
    ),
    "plan.none": ("No plan yet. Next: evacplan plan update", "Aucun plan. Ensuite : evacplan plan update"),
    "plan.no_change": (
        "{after} against {before}: no town's answer changed.",
        "{after} par rapport à {before} : aucune réponse ne change.",
    ),
    "plan.changes": (
        "{after} against {before}: {count} towns get another answer.",
        "{after} par rapport à {before} : {count} villes changent de réponse.",
    ),
    "plan.by_way": ("another way", "autre voie"),
    # facts set by hand
    "fact.set": (
        "{target} set to {status} by {by} {until}: {reason}",
        "{target} mis à {status} par {by} {until} : {reason}",
    ),
    "fact.open_end": ("until further notice", "jusqu'à nouvel ordre"),
    "fact.overruled": (
        "It still counts as {status}: {why}",
        "L'état reste {status} : {why}",
    ),
    # origins of causes
    "cause.baseline": ("data, {day}", "données, {day}"),
    "cause.person": ("set by {who}, {day}", "fixé par {who}, {day}"),
    "cause.silence": ("no longer said by {who} since {day}", "n'est plus dit par {who} depuis le {day}"),
    # notes
    "note.cited": ("{text}: «{quote}» ({issuer}, {day})", "{text} : «{quote}» ({issuer}, {day})"),
    "note.boards": ("{targets}: only {boards} may board", "{targets} : seuls les {boards} peuvent embarquer"),
    "note.against": ("{targets}: {status}", "{targets} : {status}"),
    "note.unknown": ("{targets}: unconfirmed, nothing is known of it", "{targets} : non confirmé, on n'en sait rien"),
    "note.caution": ("caution on {targets}", "prudence sur {targets}"),
    "note.days": ("{start}–{end} flies {days}", "{start}–{end} : vols {days}"),
    "note.days_unknown": (
        "{start}–{end}: flight days not known, confirm with the carrier",
        "{start}–{end} : jours de vol inconnus, à confirmer auprès de la compagnie",
    ),
    "note.frequency": (
        "{start}–{end}: {frequency}, confirm with the carrier",
        "{start}–{end} : {frequency}, à confirmer auprès de la compagnie",
    ),
    "note.carrier": ("{start}–{end}: carrier not verified", "{start}–{end} : compagnie non vérifiée"),
    "note.check_in": ("be at {start} {minutes} min before the flight", "être à {start} {minutes} min avant le vol"),
    "note.flight_data": ("{start}–{end}: flight data of {month}", "{start}–{end} : données de vol de {month}"),
    "note.shelter": (
        "an order to shelter holds in {town}: every option is for after it ends",
        "une consigne de mise à l'abri vaut à {town} : toute option est pour après sa levée",
    ),
    "note.shelter_way": (
        "an order to shelter holds in {town}, on this way",
        "une consigne de mise à l'abri vaut à {town}, sur ce trajet",
    ),
    "note.shelter_order": ("an order to shelter is in force", "une consigne de mise à l'abri est en vigueur"),
    "note.after_shelter": ("only after the order to shelter ends", "seulement après la levée de la mise à l'abri"),
    "note.curfew": (
        "curfew in {targets}, {hours}: move only outside these hours",
        "couvre-feu à {targets}, {hours} : ne se déplacer qu'en dehors",
    ),
    "note.curfew_now": (
        "curfew NOW in {targets}, {hours}: move only after it",
        "couvre-feu EN COURS à {targets}, {hours} : ne se déplacer qu'après",
    ),
    "note.hours_unknown": ("hours not stated", "heures non précisées"),
    "note.unspoken": (
        "nobody in force says anything about {targets}: their level is the data's own",
        "aucun avis en vigueur ne parle de {targets} : leur niveau est celui des données",
    ),
    "note.fuel": (
        "fuel shortage: the vehicle must carry fuel for the whole way",
        "pénurie de carburant : le véhicule doit emporter de quoi faire tout le trajet",
    ),
    "note.jet_fuel": (
        "jet fuel shortage: confirm the flight with the carrier",
        "pénurie de kérosène : confirmer le vol auprès de la compagnie",
    ),
    "note.stale": (
        "{what} older than {shelf_life} days (oldest: {as_of}) for {targets}",
        "{what} de plus de {shelf_life} jours (date la plus ancienne : {as_of}) pour {targets}",
    ),
    "note.disagree": (
        "issuers differ on {targets}: {strict_issuer} says {strict}, {lax_issuer} says {lax}",
        "les émetteurs divergent sur {targets} : {strict_issuer} dit {strict}, {lax_issuer} dit {lax}",
    ),
    "note.before_everything": (
        "{day} is before every advisory and before the data's own baseline of {baseline}",
        "le {day} précède tout avis et l'état de référence des données, du {baseline}",
    ),
    "note.clock": (
        "the clock went back while the log was written: what ends by its own date may end at the wrong moment",
        "l'horloge a reculé pendant l'écriture du journal : une échéance peut tomber au mauvais moment",
    ),
    "note.without_effect": (
        "accepted, but only an official source can open: {ids}",
        "acceptés, mais seule une source officielle peut rouvrir : {ids}",
    ),
    "note.nowhere": (
        "accepted, but without a place in the data, so without effect: {ids}",
        "acceptés, mais sans lieu dans les données, donc sans effet : {ids}",
    ),
    "note.not_in_data": ("not in the data: {ids}", "absents des données : {ids}"),
    "note.unread": (
        "{count} sentences in force were not understood, please read them: evacplan advisory show {ids}",
        "{count} phrases en vigueur n'ont pas été comprises, à lire : evacplan advisory show {ids}",
    ),
    "note.no_advisory": (
        "No advisory has been taken in: this rests on the data's own baseline only, not on current advice.",
        "Aucun avis n'a été enregistré : ceci ne repose que sur l'état de référence des données, pas sur les consignes actuelles.",
    ),
    "what.baseline": ("baseline", "état de référence"),
    "what.flight data": ("flight data", "données de vol"),
    "status.open": ("open", "ouvert"),
    "status.avoid": ("avoid", "déconseillé"),
    "status.blocked": ("blocked", "interdit"),
    "status.closed": ("closed", "fermé"),
    "status.disrupted": ("disrupted", "perturbé"),
    "status.restricted": ("restricted", "restreint"),
    "status.unconfirmed": ("unconfirmed", "non confirmé"),
    "boards.humanitarian staff": ("humanitarian staff", "personnels humanitaires"),
    # why a sentence is listed as not understood: the reader's own English words before the colon are the key
    "why.unknown place": ("unknown place", "lieu inconnu"),
    "why.speaks of movement, but no claim was recognised": (
        "speaks of movement, but no claim was recognised",
        "parle de déplacements, mais aucune consigne n'y a été reconnue",
    ),
    "why.not drawn in the text": ("not drawn in the text", "zone non délimitée dans le texte"),
    "why.a road that is not named": ("a road that is not named", "route non nommée"),
    "why.language not read": ("language not read", "langue non lue"),
    "why.hours that are no night": ("hours that are no night", "heures qui ne sont pas nocturnes"),
    "why.no such airport": ("no such airport", "aéroport inconnu"),
    "why.no airport in the data": ("no airport in the data", "aucun aéroport dans les données"),
    "why.no such day": ("no such day", "jour inexistant"),
    "why.ambiguous date": ("ambiguous date", "date ambiguë"),
    "why.no year": ("no year", "année non précisée"),
    "why.a day that is not settled": ("a day that is not settled", "jour non déterminé"),
    "why.the text is empty": ("the text is empty", "le texte est vide"),
    # data and init
    "data.ok": (
        "{folder}: no fault found in {places} places, {links} roads and rivers, {airports} airports, {services} services.",
        "{folder} : aucune erreur ; {places} lieux, {links} routes et fleuves, {airports} aéroports, {services} lignes.",
    ),
    "data.faults": ("{count} faults", "{count} erreurs"),
    "init.done": ("Store ready: {where}", "Registre prêt : {where}"),
    "init.already": (
        "Store already there: {where} ({events} events)",
        "Registre déjà présent : {where} ({events} événements)",
    ),
    "written": ("Written: {path}", "Écrit : {path}"),
}


def say(lang: Lang, key: str, **values: object) -> str:
    """Return the sentence for a key in a language, with its placeholders filled.

    Raises
    ------
    KeyError
        If the key or a placeholder is missing: a bug, never the user's fault.

    >>> say("fr", "stay")
    'RESTER'
    """
    return WORDS[key][0 if lang == "en" else 1].format(**values)
