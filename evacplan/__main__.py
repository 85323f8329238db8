"""Run evacplan as `python -m evacplan`."""

from evacplan.cli.entry import run

run()
