"""W rows: there is no `serve`, so no command may open a socket at all."""

import socket
from unittest.mock import patch

import pytest

from tests.warnings import AIRPORT_CLOSED


@pytest.mark.parametrize(
    "words",
    [
        ["advisory", "add", "-", "--issuer", "USA", "--yes"],
        ["advisory", "read", "-"],
        ["advisory", "list"],
        ["review"],
        ["status"],
        ["route", "Gao"],
        ["plan", "update"],
        ["checklist", "Gao"],
        ["data", "check"],
        ["init"],
    ],
)
def test_w1_no_command_opens_a_socket(evacplan, words):
    with patch.object(socket, "socket", side_effect=AssertionError("a socket was opened")):
        ran = evacplan(*words, stdin=AIRPORT_CLOSED)
    assert ran.code in (0, 3, 5), ran.err
