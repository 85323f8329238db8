"""From ways to options: kind, level, exposure, and what an option depends on or why it is none."""

from evacplan.model.plan import Leg, Option, OptionKind
from evacplan.routing.arcs import Arc
from evacplan.routing.finding import Terrain
from evacplan.routing.search import Way
from evacplan.routing.states import ACCEPTABLE
from evacplan.routing.words import conditions_of, reasons_against


def option_of(terrain: Terrain, kind: OptionKind, way: Way, may_board: frozenset[str]) -> Option:
    """Make an option of a way: acceptable if every leg is at level 2 or better and the group may board every flight."""
    boardable = all(not arc.boards or arc.boards in may_board for arc in way)
    level = max(arc.level for arc in way)
    return Option(
        kind=kind,
        acceptable=boardable and level <= ACCEPTABLE,
        level=level,
        exposure=sum(arc.exposure for arc in way) / 10,
        km=round(sum(arc.km for arc in way), 1),
        duration_min=sum(arc.minutes for arc in way),
        legs=tuple(_leg(terrain, arc) for arc in way),
        why_not=reasons_against(way, terrain.met, terrain.situation, may_board=may_board),
        conditions=conditions_of(way, terrain.network, terrain.met, check_in_min=terrain.policy.check_in_min),
    )


def _leg(terrain: Terrain, arc: Arc) -> Leg:
    state = terrain.met[arc.link]
    return Leg(
        link=arc.link,
        mode=arc.mode,
        start=arc.start,
        end=arc.end,
        km=arc.km,
        duration_min=arc.leg_minutes,
        status=state.status,
        level=state.level,
        causes=state.causes,
        boards=arc.boards,
    )
