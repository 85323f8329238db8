"""Run evacplan as `python -m evacplan`."""

from evacplan.cli.main import run

run()
