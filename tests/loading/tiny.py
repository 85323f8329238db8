"""A made-up country of two towns, in the four files of a data folder: sound as it stands, easy to break."""

from pathlib import Path

from evacplan.loading.check_policy import effect_keys

ROUTES = """\
sources:
  map: a made-up map
baselines:
  fine: {status: open, level: 1, as_of: 2025-01-01, reason: Made up.}
places:
  alpha:
    name: Alpha
    aliases: [Alfa]
    country: XTL
    kind: national_capital
    regions: {2016: old, 2023: new}
    at: [10.0, 10.0]
    population: 1000
    source: map
    confidence: high
  beta:
    name: Béta
    country: XTL
    kind: town
    regions: {2016: old, 2023: new}
    at: [10.5, 10.0]
    source: [map sheet 7, map]
    confidence: high
  gamma:
    name: Gamma
    country: XNB
    kind: border_post
    at: [11.0, 10.0]
    source: map
    confidence: low
    note: Across the border.
links:
  road:alpha-beta:
    from: alpha
    to: beta
    road: RN1
    road_confidence: unconfirmed
    km: 60
    duration_min: 60
    surface: paved
    season: all year
    baseline: fine
    source: map
    confidence: high
  road:beta-gamma:
    from: beta
    to: gamma
    km: 70.5
    duration_min: 90
    surface: track
    season: dry months
    border: XNB
    crossing: Gamma Gate
    baseline: {status: unconfirmed, level: 3, as_of: 2024-01-01, reason: Nobody knows.}
    source: map
    confidence: low
"""

AIRPORTS = """\
sources:
  list: a made-up list
baselines:
  fine: {status: open, level: 1, as_of: 2025-01-01, reason: Made up.}
airports:
  airport:AAA:
    icao: XAAA
    iata: AAA
    name: Alpha Airport
    city: Alpha
    country: XTL
    serves: alpha
    access:
      - {place: alpha, km: 8, duration_min: 26, baseline: fine, source: list, confidence: medium}
    at: [10.05, 10.0]
    runway_m: 2000
    surface: asphalt
    baseline: fine
    source: list
    confidence: high
  airport:XBBB:
    icao: XBBB
    name: Bravo Airport
    city: Bravo
    country: XFR
    at: [14.0, 10.0]
    surface: asphalt
    baseline: fine
    source: list
    confidence: high
services:
  air:AAA-XBBB-tiny-air:
    from: airport:AAA
    to: airport:XBBB
    carrier: Tiny Air
    kind: scheduled
    days: [1, 4]
    frequency: Mondays and Thursdays
    km: 440
    duration_min: 60
    boards: anyone
    as_of: 2025-01-01
    baseline: fine
    source: list
    confidence: high
"""

REGIONS = """\
sources:
  map: a made-up map
country:
  iso3: XTL
  name: Testland
  demonyms: [testlander]
  capital: alpha
  main_airport: airport:AAA
  box: [9, 9, 11, 11]
regions:
  region2016:old:
    name: Old
    scheme: "2016"
  region:new:
    name: New
    scheme: "2023"
    parent: region2016:old
areas:
  area:north:
    name: north
    places: [beta]
landmarks:
  - name: Tall Tree
    at: [10.01, 10.0]
    source: map
borders:
  border:XNB:
    country: XNB
    name: border with Neighbourland
    baseline: {status: open, level: 1, as_of: 2025-01-01, reason: Made up.}
foreign:
  XNB: [Neighbourland, neighbourish]
"""

POLICY = (
    "effects:\n"
    + "".join(f"  {key}: [{{on: nothing}}]\n" for key in sorted(effect_keys() - {"road.cut", "incident.attack"}))
    + """\
  road.cut: [{on: scope_links, status: blocked, why: a fact}]
  incident.attack: [{on: links_into, raise_by: 1, days: 30}]
exposure:
  weights: [1, 4, 16]
  mode_factor: {local: 1, road: 1, river: 2, air: 1}
  takeoff_km: 5
  air_km_factor: 0.001
havens:
  XFR: by air
not_havens:
  XNB: too near
issuers:
  FRA: {official: true, names: [France]}
shelf_lives:
  baseline_days: 180
  flight_days: 180
  press_days: 30
  incident_days: 30
  valid_hours: 12
planning:
  check_in_min: 180
  utc_offset_min: 0
  max_options: 5
"""
)

FILES = {"routes.yaml": ROUTES, "airports.yaml": AIRPORTS, "regions.yaml": REGIONS, "policy.yaml": POLICY}


def write(folder: Path, **changed: str | None) -> Path:
    """Write the folder; `routes=...` replaces routes.yaml, None leaves it out."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        stem = name.removesuffix(".yaml")
        chosen = changed.get(stem, text)
        if chosen is not None:
            (folder / name).write_text(chosen, encoding="utf-8")
    return folder


def changed(name: str, old: str, new: str) -> str:
    """Return one file with its first `old` replaced; the text must be there."""
    text = FILES[name]
    assert old in text, old
    return text.replace(old, new, 1)


def line_of(text: str, piece: str) -> int:
    """Return the 1-based number of the first line that holds a piece of text."""
    return next(number for number, line in enumerate(text.splitlines(), 1) if piece in line)
