"""A text about a service whose maker it does not name («Die App Alpha darf in Salzburg …»): it stands for the firm behind it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsgraph.background import makers
from newsgraph.mention import Mention

if TYPE_CHECKING:
    from newsgraph.reference import Focus


def lead(focus: Focus, mention: Mention) -> Mention | None:
    """The service that is the first subject of a text which has named no company; nothing else."""
    first = mention.kind == "App" and not mention.rest and not any(m.kind == "Company" for m in focus.seen)
    return mention if first and not makers(mention.name) else None


def leading(focus: Focus, companies: list[Mention]) -> Mention | None:
    """That service, as long as no firm is said to be behind it and it has been named more often than any company."""
    app = focus.lead
    if app is None or focus.dealings.maker(app) is not None:
        return None
    times = Counter(m.name for m in focus.seen)
    return app if times[app.name] >= max((times[m.name] for m in companies), default=0) else None
