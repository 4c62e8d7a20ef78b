"""Whom sentences tell of, told-twice claims as near misses, and reasons from both sides."""

import rights_diff
from rights_diff.alignment import align
from rights_diff.alignment.preparing import prepare
from rights_diff.alignment.words import stem

FIRST = """Detention

Journalist Vadim Orlenko was arrested in March after a report on the harbour fund. He was released
without charge two days later. All three of his colleagues left the country.

Prison camps

Up to 48,300 people were held in prison camps in the northern hills.
"""

SECOND = """The army kept 48,300 prisoners in camps in the northern hills, in dreadful conditions.

Detention

Teacher Ruta Halme was arrested in May during a strike. She was released without charge a
week later.

Prison camps

Some 48,300 people were held in prison camps in the northern hills.
"""


def profiles():
    return [p.profiles for p in prepare(rights_diff.parse(FIRST), rights_diff.parse(SECOND))]


def test_pronouns_take_the_names_before_them():
    old, _ = profiles()
    assert {stem("Vadim"), stem("Orlenko")} <= old[0].who
    assert old[1].who == old[2].who == old[0].who
    assert old[1].single
    assert not old[2].who & old[3].who


def test_a_release_of_another_person_is_no_pair():
    old, new = rights_diff.parse(FIRST), rights_diff.parse(SECOND)
    told = next(s.id for s in old.sentences if "released" in s.span.of(old.text))
    assert all(told not in p.old for p in align(old, new).pairs)


def test_a_claim_told_twice_is_named_as_near_or_joined():
    old, new = rights_diff.parse(FIRST), rights_diff.parse(SECOND)
    alignment = align(old, new)
    camps = next(s.id for s in old.sentences if "48,300" in s.span.of(old.text))
    lead = next(s.id for s in new.sentences if "army" in s.span.of(new.text))
    joined = any(camps in p.old and lead in p.new for p in alignment.pairs)
    near = [c.sentence for side, i, cs in alignment.near if (side, i) == ("new", lead) for c in cs]
    assert joined or camps in near


def test_reasons_use_words_of_both_sides():
    old, new = rights_diff.parse(FIRST), rights_diff.parse(SECOND)
    alignment = align(old, new)
    pair = next(p for p in alignment.pairs if not p.exact)
    said = " ".join(pair.reasons)
    assert "48,300 people" in said or "nearly the same words" in said
    back = next(p for p in align(new, old).pairs if p.old == pair.new)
    assert len(back.reasons) == len(pair.reasons)
