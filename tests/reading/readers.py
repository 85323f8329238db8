"""The reader with the data that ship, for tests: `read("Bamako airport is closed.")`."""

from datetime import UTC, datetime
from functools import cache

from evacplan.loading.folders import default_data_folder
from evacplan.loading.network import load_network
from evacplan.loading.phrases import load_phrases
from evacplan.reading.gazetteer import build_gazetteer
from evacplan.reading.phrasebook import compile_phrases
from evacplan.reading.reader import read_advisory

ISSUED = datetime(2025, 11, 10, tzinfo=UTC)


@cache
def tools():
    """The gazetteer and the phrasebook, built once."""
    return build_gazetteer(load_network(default_data_folder())), compile_phrases(load_phrases())


def read(text, *, issued=ISSUED, kind="page", language=None, issuer=None):
    gazetteer, phrasebook = tools()
    return read_advisory(
        text, gazetteer=gazetteer, phrasebook=phrasebook, issued=issued, kind=kind, language=language, issuer=issuer
    )


def said(reading):
    """Kind, value and modality of each directive, in text order."""
    return [f"{d.claim.kind} {d.claim.value} {d.modality}" for d in reading.directives]


def targets(directive):
    return {target for scope in directive.scope for target in scope.targets}


def only(reading, kind):
    """The one directive of a kind."""
    found = [d for d in reading.directives if d.claim.kind == kind]
    assert len(found) == 1, said(reading)
    return found[0]
