"""Geodesics on the WGS 84 ellipsoid, by geopy: the one place that knows about it.

Coordinates are degrees (lat, lon), distances kilometres.
"""

from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]


def distance_km(a: Point, b: Point) -> float:
    """Return the geodesic distance (Karney 2013, as geopy computes it).

    >>> round(distance_km((12.6091, -7.9752), (12.7441, -8.0726)))
    18
    """
    from geopy.distance import geodesic  # noqa: PLC0415 - 80 ms to import, and most commands need no geodesic

    return float(geodesic(a, b).km)


def latitude_of_line(through: Sequence[Point], lon: float) -> float:
    """Return the latitude of a bent line at a longitude; beyond its ends the line runs on along the parallel.

    The points may come in any order of longitude; two points on one meridian count with the more northern one.

    >>> latitude_of_line([(14.0, -10.0), (12.0, -6.0)], -8.0)
    13.0
    >>> latitude_of_line([(14.0, -10.0), (12.0, -6.0)], 0.0)
    12.0
    """
    points = sorted((point[1], point[0]) for point in through)
    if lon <= points[0][0]:
        return points[0][1]
    for (west, lat_west), (east, lat_east) in pairwise(points):
        if lon <= east:
            share = 1.0 if east == west else (lon - west) / (east - west)
            return lat_west + share * (lat_east - lat_west)
    return points[-1][1]
