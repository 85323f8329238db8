"""Brute force: every simple way out of a town, by walking on until nothing is left. Shares nothing with the package."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from evacplan.model.network import Network
from evacplan.model.policy import Policy
from evacplan.model.situation import Situation

Step = tuple[str, str, str, str]  # link, mode, from, to


@dataclass(frozen=True)
class World:
    network: Network
    situation: Situation
    policy: Policy
    may_board: frozenset[str] = frozenset()

    def moves(self, node: str) -> Iterator[Step]:
        network = self.network
        for link in network.links.values():
            for start, end in ((link.start, link.end), (link.end, link.start)):
                if start == node and self.may_walk(start, end):
                    yield link.id, link.mode, start, end
        for service in network.services.values():
            if service.boards != "anyone" and service.boards not in self.may_board:
                continue
            for start, end in ((service.start, service.end), (service.end, service.start)):
                if start == node and self.at_home(start) and (self.at_home(end) or self.is_exit(end)):
                    yield service.id, "air", start, end

    def country(self, node: str) -> str:
        return (self.network.places.get(node) or self.network.airports[node]).country

    def at_home(self, node: str) -> bool:
        return self.country(node) == self.network.country.iso3

    def is_post(self, node: str) -> bool:
        return node in self.network.places and self.network.places[node].kind == "border_post"

    def is_exit(self, node: str) -> bool:
        abroad = not self.at_home(node) and self.country(node) in self.policy.havens
        return abroad and not self.is_post(node)

    def may_walk(self, start: str, end: str) -> bool:
        if self.at_home(end):
            return self.at_home(start)
        return end in self.network.places and self.country(end) in self.policy.havens

    def level(self, link: str, start: str, end: str) -> int:
        via = self.network.services[link].via if link in self.network.services else ()
        airports = [self.situation.airports[one].level for one in (start, end, *via) if one in self.situation.airports]
        return max(self.situation.links[link].level, *airports, 0)

    def ways(self, node: str, seen: tuple[str, ...] = (), cap: int = 4) -> Iterator[tuple[Step, ...]]:
        for step in self.moves(node):
            if step[3] in seen or step[3] == node or self.level(step[0], step[2], step[3]) > cap:
                continue
            if self.is_exit(step[3]):
                yield (step,)
            else:
                for rest in self.ways(step[3], (*seen, node), cap):
                    yield (step, *rest)

    def key(self, way: tuple[Step, ...]) -> tuple[int, int, int, int, int, tuple[str, ...]]:
        """Kind, worst level, exposure in tenths, minutes, legs, link ids."""
        exposure, minutes, before = 0, 0, ""
        levels = [self.level(link, start, end) for link, _, start, end in way]
        for (link, mode, _, _), level in zip(way, levels, strict=True):
            weight = (*self.policy.weights, 64)[level - 1]
            if mode == "air":
                service = self.network.services[link]
                exposure += weight * round(10 * (self.policy.takeoff_km + self.policy.air_km_factor * service.km))
                minutes += service.duration_min + (self.policy.check_in_min if before != "air" else 0)
            else:
                road = self.network.links[link]
                exposure += weight * round(10 * road.km * self.policy.mode_factor[mode])
                minutes += road.duration_min
            before = mode
        return self.harm(way), max(levels), exposure, minutes, len(way), tuple(step[0] for step in way)

    def harm(self, way: tuple[Step, ...]) -> int:
        if way[-1][3] in self.network.places:
            return 2
        return 1 if any(step[1] in ("road", "river") for step in way) else 0

    def best(self, origin: str) -> tuple[Step, ...] | None:
        return min(self.ways(origin, cap=2), key=self.key, default=None)

    def reopened(self, ids: tuple[str, ...]) -> "World":
        def opened(states):
            return {
                ident: replace(one, status="open", level=1) if ident in ids else one for ident, one in states.items()
            }

        situation = self.situation
        return replace(
            self,
            situation=replace(situation, links=opened(situation.links), airports=opened(situation.airports)),
        )
