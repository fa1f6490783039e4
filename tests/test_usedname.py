"""The names by which a text calls known things."""

from newsgraph.claim import Thing
from newsgraph.names import load
from newsgraph.usedname import called


def _known() -> tuple[Thing, str]:
    """A known thing with another name that is no part of its main one, and that name."""
    names = load()
    labels = {known.id: known for entries in names.exact.values() for _, known in entries}
    for id_, others in sorted(names.others.items()):
        known = labels[id_]
        apart = [o for o in others if o not in known.label and known.label not in o and len(o) > 3]
        if known.kind == "Company" and apart:
            return Thing(id_, known.kind, known.label), apart[0]
    raise AssertionError("no known company has two names")


def test_a_text_that_uses_another_name_gives_it() -> None:
    thing, other = _known()
    assert called(thing, f"Gestern hat {other} verkauft.", load()).also == (other,)


def test_a_text_that_uses_the_main_name_gives_no_other() -> None:
    thing, other = _known()
    assert called(thing, f"Gestern hat {thing.label} ({other}) verkauft.", load()) == thing


def test_the_main_name_in_brackets_explains_the_other() -> None:
    thing, other = _known()
    assert called(thing, f"Gestern hat {other} ({thing.label}) verkauft.", load()).also == (other,)


def test_a_law_is_found_in_the_genitive_too() -> None:
    names = load()
    laws = {k.id: k for entries in names.exact.values() for _, k in entries if k.kind == "Regulation"}
    spelt = ((k, o) for i, k in sorted(laws.items()) for o in names.others.get(i, ()) if o.startswith("Gesetz "))
    known, other = next((k, o) for k, o in spelt if k.label not in o)
    text = f"Es gilt im Sinne des {other.replace('Gesetz', 'Gesetzes', 1)}."
    assert other in called(Thing(known.id, known.kind, known.label), text, names).also


def test_part_of_a_word_is_no_name() -> None:
    thing, other = _known()
    assert called(thing, f"Gestern wurde in x{other}x verkauft.", load()) == thing
