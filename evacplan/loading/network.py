"""Load the network of a data folder."""

from pathlib import Path

from evacplan.loading.build import network_from
from evacplan.loading.compiled import load
from evacplan.model.network import Network


def load_network(folder: Path, *, cache: Path | None = None) -> Network:
    """Read places, links, airports, services, borders and regions.

    Every airport with an access way gives a `local` link such as `local:gao-GAQ` (from the town to the airport).

    Parameters
    ----------
    folder
        Holds routes.yaml, airports.yaml, regions.yaml and policy.yaml (all four are checked).
    cache
        Folder for the compiled form; it is made if need be. None: read and check the files each time (0.3 s).

    Returns
    -------
    Network
        Mappings sorted by id; its digest is the SHA-256 of the four files.

    Raises
    ------
    DataFaultsError
        With all faults of the folder, if there are any.

    Examples
    --------
    >>> from evacplan.loading.folders import default_data_folder
    >>> network = load_network(default_data_folder())
    >>> network.links["road:gao-ansongo"].km, network.airports["airport:GAQ"].serves
    (100.0, 'gao')
    """
    return load(folder, "network", network_from, cache=cache)
