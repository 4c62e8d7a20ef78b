"""What each rule says of two sentences, and that the mirror holds."""

from __future__ import annotations

import pytest

from rights_diff.comparison.claims import Claim
from rights_diff.comparison.claims.contrast import flip
from rights_diff.comparison.facets import facets_of
from rights_diff.model import ComparisonKind, Facet, Signal, Span


def claim(sentence: str) -> Claim:
    return Claim(sentence, [Span(0, len(sentence))])


def signals(old: str, new: str, kind: str = "year_over_year") -> tuple[Signal, ...]:
    return facets_of(claim(old), claim(new), [], ComparisonKind(kind))


TABLE: list[tuple[str, str, set[str]]] = [
    # certainty
    ("Two men were beaten in custody.", "Two men were reportedly beaten in custody.",
     {"softened", "attribution_changed"}),
    ("The guards may have taken bribes.", "The guards have taken bribes.", {"strengthened"}),
    ("The farmers lost their land.", "The farmers allegedly lost their land.", {"softened"}),
    ("Women may lease a field.", "Women could lease a field.", set()),
    ("Trials in May were open.", "Trials in June were open.", set()),
    ("Guards of the jail shot at dockers.",
     "There were reports that guards of the jail shot at dockers.", {"softened"}),
    ("The register, which may be translated as roll, listed dockers.",
     "The register, loosely translated as roll, listed dockers.", set()),
    ("The code says that a docker may request a lawyer.",
     "The code provides for a docker to request a lawyer.", set()),
    # degree
    ("Some prisoners were denied food.", "Many prisoners were denied food.", {"strengthened"}),
    ("Beatings were widespread in the jail.", "Some beatings took place in the jail.",
     {"softened"}),
    ("Protesters were detained.", "Protesters were routinely detained.", {"strengthened"}),
    ("Speech was severely restricted.", "Speech was almost completely restricted.",
     {"strengthened"}),
    # polarity
    ("The guards were punished.", "The guards were not punished.", {"contradicted"}),
    ("The report was not published.", "The report was published.", {"status_changed"}),
    ("The court accepted the appeal of the nine.", "The court rejected the appeal of the nine.",
     {"contradicted"}),
    # stages
    ("Mr Dow was charged with libel.", "Mr Dow was convicted of libel.", {"status_changed"}),
    # sources
    ("According to the Harbour Union, wages fell.", "Wages fell.", {"attribution_changed"}),
    ("The Harbour Union said wages fell.", "Media reports said wages fell.",
     {"attribution_changed"}),
    ("The Harbour Union said wages fell.", "According to the Harbour Union, wages fell.", set()),
    # digits in names
    ("The Zenda 11 appealed to the high court in vain.",
     "The Zenda 12 appealed to the high court in vain.", {"number_changed"}),
    # a degree counts where both sides speak of what it grades
    ("Ministers announced limited tax relief for the harbour.",
     "Ministers blocked tax relief for the harbour.", set()),
    ("Guards fined the pickers.", "Guards fined the pickers, and often drank tea.", set()),
    ("Hunger in the hills was widespread.", "Hunger in the hills went on.", {"softened"}),
    ("Beatings in the barracks were routine.", "Beatings in the barracks were common.",
     {"softened"}),
    ("Raids on the market stalls continued.", "Raids on the market stalls increased.",
     {"strengthened"}),
    ("The pickers were rarely paid for the harvest.",
     "The union called for the pickers to be paid for the harvest.", set()),
    # no plain statement against a hedge
    ("Four clerks were accused of membership in the Zenda League.",
     "Trials for alleged membership in the Zenda League went on.", set()),
    # one case, or two
    ("The trial of a baker began in the capital.",
     "Police opened an investigation into the flooding of a mine.", set()),
    ("Ruritania adopted the Seed Bill.", "Farmers demanded that the Seed Bill be adopted.", set()),
    # counting is no source
    ("Courts sent men to the gallows, but no hangings were reported.",
     "Courts sent men to the gallows, but no hangings took place.", set()),
    ("Judges fined the pickers for alleged abuses.", "Judges fined the pickers for abuses.",
     {"strengthened"}),
    # lists of abuses
    ("Clerks faced threats and beatings in the harbour.",
     "Clerks faced threats, beatings and arrests in the harbour.", {"strengthened"}),
    ("Harbour law forbids threats and beatings of clerks.",
     "Harbour law forbids threats, beatings and arrests of clerks.", set()),
    # an option and a duty
    ("Widows may sign a waiver to draw their pension.",
     "Widows were forced to sign a waiver to draw their pension.", {"strengthened"}),
    ("Widows must sign a waiver and may draw their pension.",
     "Widows needed to sign a waiver and could draw their pension.", set()),
    # a risk and a fact
    ("Weavers of the old quarter were at risk of eviction.",
     "Weavers of the old quarter were evicted.", {"strengthened"}),
    ("Weavers of the old quarter were at risk of eviction.",
     "Weavers of the old quarter feared to be evicted.", set()),
    # the thing itself graded
    ("Wardens of the island jail sexually abused the women.",
     "Wardens of the island jail raped the women.", {"strengthened"}),
    ("Miners had little rest between shifts.", "Miners had no rest between shifts.",
     {"strengthened"}),
    ("Conditions in the barracks fell short of international standards.",
     "Conditions in the barracks were life threatening.", {"strengthened"}),
    ("Attacks on weavers in the old quarter continued.",
     "Attacks on weavers in the old quarter declined.", {"softened"}),
    # one of two words
    ("The safety rules were current and adequate for mines.",
     "The safety rules were adequate for mines.", {"softened"}),
    # what is done well, less strongly said, is no softer criticism
    ("The council made some progress on the dock safety rules.",
     "The council made little progress on the dock safety rules.", set()),
    ("The council took steps to repair the quay walls.",
     "The council took some steps to repair the quay walls.", set()),
    ("The council jailed weavers for criminal acts at the quay.",
     "The council jailed weavers for alleged criminal acts at the quay.", set()),
    # further stages
    ("The harbour council proposed a curfew bill for the docks.",
     "The curfew law came into force in the docks.", {"status_changed"}),
    ("The cabinet announced its intention to establish an inquiry into the dock fire.",
     "The inquiry into the dock fire commenced its work.", {"status_changed"}),
    ("The dock curfew was still in force.", "The dock curfew was lifted.", {"status_changed"}),
    # what a lone word leaves open
    ("Weavers lost their looms.", "Many weavers lost their looms.", set()),
    ("The law bars weavers from the docks.", "The law generally bars weavers from the docks.",
     set()),
    ("Dockers blocked the quay on a regular basis.", "Dockers regularly blocked the quay.", set()),
    ("Abuses of weavers in the old quarter were widespread.",
     "Severe abuses of weavers in the old quarter went on.", set()),
    ("The appeal court dismissed the weaver from the quay.",
     "The weaver from the quay got a sentence.", set()),
    ("Dockers held mass protests at the quay.", "Dockers held protests at the quay.", set()),
    ("There were no reports that wardens of the jail committed abuses.",
     "There were no reports that wardens of the jail committed systematic abuses.", set()),
    ("Weavers asked whether or not the quay was open to them.",
     "Weavers asked whether the quay was open to them.", set()),
    ("The council bans all stalls except those of a few bakers.",
     "The council bans all stalls except those of bakers.", set()),
    # nothing
    ("The mill closed its gates.", "The mill shut its gates.", set()),
    ("Rain fell on the capital.", "Many teachers went on strike.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), TABLE)
def test_facets_of_two_sentences(old: str, new: str, expected: set[str]) -> None:
    assert {s.facet.value for s in signals(old, new)} == expected


@pytest.mark.parametrize(("old", "new", "expected"), TABLE)
def test_swapping_flips_the_facets(old: str, new: str, expected: set[str]) -> None:
    swapped = {s.facet for s in signals(new, old)}
    assert swapped == {flip(Facet(f)) for f in expected}


def test_a_signal_names_its_words() -> None:
    (signal,) = signals("Some men were denied food.", "Many men were denied food.")
    assert (signal.old_words, signal.new_words) == ("Some", "Many")
    assert signal.old == Span(0, 4)


def test_a_negated_phrase_shows_its_negation() -> None:
    found = signals(
        "There were credible reports of beatings in jails.",
        "There were no credible reports of beatings in jails.",
    )
    assert [(s.old_words, s.new_words) for s in found if s.facet is Facet.CONTRADICTED] == [
        ("credible reports", "no credible reports")
    ]


def test_a_doubtful_pair_needs_more_words() -> None:
    old, new = claim("Women in the mills were beaten."), claim("Women were often beaten.")
    kind = ComparisonKind.YEAR_OVER_YEAR
    assert {s.facet for s in facets_of(old, new, [], kind, score=0.9)} == {Facet.STRENGTHENED}
    assert facets_of(old, new, [], kind, score=0.3) == ()


def test_stages_are_not_compared_across_organizations() -> None:
    old, new = "Mr Dow was charged with libel.", "Mr Dow was convicted of libel."
    assert signals(old, new, "cross_organization") == ()
