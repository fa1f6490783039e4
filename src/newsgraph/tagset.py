"""Parts of speech: the tags that words can have, and sets of those that begin alike.

`token.tag in VERBAL` says the same as `token.is_a("VV", "VA", "VM")` in a sixth of the time: for what is asked of every word.
"""

# STTS as HanTa writes it (tests/test_tagger.py compares them with its model's), and what newsgraph.bare_relative makes of ART
TAGS = (
    "$(", "$,", "$.", "ADJ(A)", "ADJ(D)", "ADV", "APPO", "APPR", "APPRART", "APZR", "ART", "CARD", "FM", "ITJ", "KOKOM", "KON",
    "KOUI", "KOUS", "NE", "NN", "NNA", "NNI", "PDAT", "PDS", "PIAT", "PIS", "PPER", "PPOSAT", "PPOSS", "PREL", "PRELAT", "PRELS",
    "PRF", "PROAV", "PTKA", "PTKANT", "PTKNEG", "PTKVZ", "PTKZU", "PWAT", "PWAV", "PWS", "TRUNC", "VA(FIN)", "VA(IMP)",
    "VA(INF)", "VA(PP)", "VM(FIN)", "VM(INF)", "VM(PP)", "VV(FIN)", "VV(IMP)", "VV(INF)", "VV(IZU)", "VV(PP)", "XY",
)  # fmt: skip


def beginning(*starts: str) -> frozenset[str]:
    """The tags that begin with one of these."""
    return frozenset(tag for tag in TAGS if tag.startswith(starts))


FINITE = beginning("VV(FIN)", "VA(FIN)", "VM(FIN)")
VERBAL = beginning("VV", "VA", "VM")
FULL = beginning("VV")
NOUN = beginning("NN")
NOMINAL = beginning("NN", "NE", "FM")  # nouns and what may be a name
WRITTEN = beginning("NN", "NE", "FM", "XY")  # likewise, with letters that are no word
ADJECTIVE = beginning("ADJ")
