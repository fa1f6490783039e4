"""Labels of an interview: who says the paragraph behind «Muster: …», where others ask («Frage: …», «Bote: …»)."""

from collections import Counter
from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.sentence import Sentence
from newsgraph.wordlist import class_of

LONGEST = 3  # words of a label
FEWEST = 2  # labels of one speaker
ASKS = 2  # so many questions, or one in two of the labels, make an asker


def voices(
    text: str, sentences: Sequence[Sentence], found: Sequence[Sequence[Mention]], language: Language
) -> list[Mention | None]:
    """Who answers in each sentence; None for questions, and for all outside of labelled paragraphs."""
    labels = [_label(s) for s in sentences]
    often = Counter(label for label in labels if label)
    speakers = {label for label, n in often.items() if n >= FEWEST}
    if len(speakers) < 2:
        return [None] * len(sentences)
    turns = _turns(text, sentences, [label if label in speakers else "" for label in labels])
    asked = Counter(turn for s, turn in zip(sentences, turns, strict=True) if any(t.text == "?" for t in s.tokens))
    askers = {
        label
        for label in speakers
        if asked[label] >= max(ASKS, often[label] / 2) or class_of(language.code, label) == "NewsOrganization"
    }
    people = [m for ms in found for m in ms if m.kind == "Person" and not m.rest]
    return [_person(turn, people) if turn and turn not in askers else None for turn in turns]


def _label(sentence: Sentence) -> str:
    """The words before a colon at the head of a sentence, all with a capital."""
    words = [t.text for t in sentence.tokens[: LONGEST + 1]]
    if ":" not in words[1:]:
        return ""
    head = words[: words.index(":")]
    return " ".join(head) if all(w[0].isupper() for w in head) else ""


def _turns(text: str, sentences: Sequence[Sentence], labels: Sequence[str]) -> list[str]:
    """The label that holds for each sentence: to the end of its paragraph."""
    turns: list[str] = []
    end = 0
    for sentence, label in zip(sentences, labels, strict=True):
        same = bool(turns) and "\n" not in text[end : sentence.start]
        turns.append(label or (turns[-1] if same else ""))
        end = sentence.end
    return turns


def _person(label: str, people: Sequence[Mention]) -> Mention:
    """The person of that surname whom the text names, else one of just this name."""
    named = (m for m in people if m.name.split()[-1] == label.split()[-1])
    longest = max(named, key=lambda m: len(m.name), default=None)
    return longest if longest is not None and len(longest.name) >= len(label) else Mention(0, 0, label, "Person")
