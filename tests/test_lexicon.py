"""The word lists of a pack as one value each."""

from newsgraph.language import load


def test_a_word_for_a_company_gives_its_class_and_a_word_for_an_office_is_one() -> None:
    nouns = load("de").nouns
    assert nouns.heads["unternehmen"] == "Company" and not nouns.offices.isdisjoint(
        {"chef", "vorstandschef", "geschäftsführer"}
    )


def test_a_verb_of_saying_has_a_kind() -> None:
    assert load("de").speech.verbs["berichten"] != ""


def test_a_verb_under_two_certainties_keeps_the_more_careful_one() -> None:
    kinds = set(load("de").modality.verbs.values())
    assert kinds <= {"denied", "cancelled", "possible", "unclear", "delayed", "planned", "done"} and "denied" in kinds
