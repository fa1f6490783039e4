"""Known firms that a text takes for what another one offers: «sein Lieferdienst Alpha», «Alpha, die App von Beta»."""

from collections.abc import Iterator

from newsgraph.filler import Filler
from newsgraph.mention import Mention
from newsgraph.phrase import Phrase
from newsgraph.taking import Taking
from newsgraph.wordlist import PRODUCTS, class_of, tails, words


def service(t: Taking, phrase: Phrase, mention: Mention, typed: bool = False) -> Iterator[Filler]:
    """The firm as a service of that name, where the phrase, or the text before, calls it one and somebody makes or has it."""
    if phrase.mention is not mention or mention.kind != "Company" or mention.rest:
        return
    host = _host(t, phrase)
    here = _is_told(t, host)
    made = not host.prep and t.clause.verb.lemma in words(t.language.code, "service_verbs")
    owned = here and (typed or made or host is t.cue.phrase or host.det.startswith(t.language.stem.whose))
    if owned or (made and _was_told(t, mention)) or _is_apposed(t, host):
        yield Filler("App", phrase.first, phrase.last, mention.name)


def _host(t: Taking, phrase: Phrase) -> Phrase:
    """The phrase, or the first of its list: «seine Dienste Alpha und Beta»."""
    parts = t.p.phrases[t.clause.index]
    hung = phrase.link == "list" and phrase.to is not None and phrase.to < len(parts)
    return parts[phrase.to] if hung and phrase.to is not None else phrase


def _is_told(t: Taking, host: Phrase) -> bool:
    """«die App Alpha»: by the noun before the name."""
    named = host.mention is not None and host.head < host.mention.first
    return named and _is_service(t, t.p.head(host).low)


def _is_apposed(t: Taking, host: Phrase) -> bool:
    """«Alpha, die App von Beta»: where the app is the cue."""
    cue = t.cue.phrase
    apposed = cue is not None and cue.link == "apposition" and cue.to == host.index
    if t.focus.topic is not None and host.mention is not None and t.focus.topic.name == host.mention.name:
        return False  # whom the text is about acts for itself
    return apposed and cue is not None and _is_service(t, t.p.head(cue).low)


def _was_told(t: Taking, mention: Mention) -> bool:
    """Whether the text has called the firm an app before: «Beta entwickelte Alpha»."""
    return any(m.name == mention.name and _is_service(t, noun) for noun, m in t.focus.called)


def _is_service(t: Taking, noun: str) -> bool:
    code = t.language.code
    return class_of(code, noun.title()) in PRODUCTS or noun.endswith(tails(code, "service_ends"))
