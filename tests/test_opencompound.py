"""Compounds without their hyphen, and lists behind a noun for one: who is whose, and who only stands beside."""

import pytest

from newsgraph.article import parse
from newsgraph.reading import read_article

TOLD = {"ng:parentCompany", "ng:competesWith", "ng:provides", "ng:suppliesTo"}
CASES = [
    ("Der Vertrag gilt auch für den Google Rivalen Apple.", {("google", "ng:competesWith", "apple")}),
    ("Gesperrt wurde der Dienst des WeChat Betreibers Tencent.", {("tencent", "ng:provides", "wechat")}),
    ("Die Zahlen stammen von der YouTube Mutter Google.", {("youtube", "ng:parentCompany", "google")}),
    ("Nun hat Google Partner in Graz.", set()),
    (
        "Die Regeln treffen die YouTube-Mutter Google, Apple und Microsoft.",
        {("youtube", "ng:parentCompany", "google")},
    ),
    ("Geld gaben der Google-Rivale Apple und Intel.", {("google", "ng:competesWith", "apple")}),
    (
        "Geld gaben die Google-Rivalen Apple und Intel.",
        {("google", "ng:competesWith", "apple"), ("google", "ng:competesWith", "intel")},
    ),
    (
        "Zu den Kunden gehören Google sowie die Rivalen Apple und Intel.",
        {("google", "ng:competesWith", "apple"), ("google", "ng:competesWith", "intel")},
    ),
    ("Investiert haben Google, Microsoft sowie die Rivalen Apple und Intel.", {("intel", "ng:competesWith", "apple")}),
    ("Beliebt ist auch Googles „Gemini“.", {("google", "ng:provides", "gemini")}),
    (
        "Apple und Google werben mit den Systemen CarPlay und Android Auto.",
        {("apple", "ng:provides", "carplay"), ("google", "ng:provides", "android-auto")},
    ),
    ("Viel Geld sparten Google und Apple.", set()),
    ("Der Zusammenschluss von Google und Intel ist ein Erfolg für Apple.", set()),
    ("Nun wird Pinterest von Intel gekauft.", set()),
]


@pytest.mark.parametrize(("text", "says"), CASES, ids=[text for text, _ in CASES])
def test_relatives(text: str, says: set[tuple[str, str, str]]) -> None:
    claims = [c for c in read_article(parse(text.encode(), "x.txt")).claims if c.predicate in TOLD]
    assert {(c.subject.removeprefix("ngi:"), c.predicate, str(c.object).removeprefix("ngi:")) for c in claims} == says
