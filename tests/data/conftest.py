"""The data that ship, loaded once."""

import pytest

from evacplan.loading.folders import default_data_folder
from evacplan.loading.network import load_network
from evacplan.loading.policy import load_policy


@pytest.fixture(scope="session")
def mali():
    return load_network(default_data_folder())


@pytest.fixture(scope="session")
def policy():
    return load_policy(default_data_folder())
