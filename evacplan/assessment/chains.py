"""Pages and their revisions: which advisories are one page seen at different times."""

from collections.abc import Sequence

from evacplan.model.advisory import Advisory


def key(issuer: str, series: str | None) -> tuple[str, str]:
    """Return what the revisions of one page have in common; upper and lower case and blanks make no difference."""
    return issuer, " ".join((series or "").casefold().split())


def chains(advisories: Sequence[Advisory]) -> tuple[tuple[str, ...], ...]:
    """Group pages by issuer and series into chains of revisions, the oldest first.

    `replaces` joins a page to the one that it continues under another name; only the issuer itself can do so. Equal
    issue times: the one recorded later is the newer, so `advisories` come in the order of the log.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> def page(id_, series, day, replaces=None):
    ...     return Advisory(id_, "GBR", datetime(2025, 10, day, tzinfo=UTC), "en", "page", series, replaces, None, "")
    >>> chains([page("A-1", "Warnings", 1), page("A-3", "Risks", 9, "A-1"), page("A-2", "warnings", 5)])
    (('A-1', 'A-2', 'A-3'),)
    """
    pages = {advisory.id: advisory for advisory in advisories if advisory.kind == "page"}
    parent: dict[tuple[str, str], tuple[str, str]] = {}

    def root(name: tuple[str, str]) -> tuple[str, str]:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for page in pages.values():
        before = pages.get(page.replaces or "")
        if before and before.issuer == page.issuer:
            parent[root(key(page.issuer, page.series))] = root(key(before.issuer, before.series))
    grouped: dict[tuple[str, str], list[Advisory]] = {}
    for page in pages.values():
        grouped.setdefault(root(key(page.issuer, page.series)), []).append(page)
    return tuple(
        tuple(page.id for page in sorted(pages_of, key=lambda page: page.issued)) for pages_of in grouped.values()
    )
