"""How a sentence speaks, and what that says of pairs."""

import pytest

import rights_diff
from rights_diff.alignment.features import OWN, own_features
from rights_diff.alignment.manner import episode, standing
from rights_diff.alignment.preparing import prepare
from rights_diff.alignment.words import tokens


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("Many quarry workers remained unpaid.", "A quarry worker fainted."),
        ("Thousands continued to wait, often for years.", "Some continued to wait."),
    ],
)
def test_what_holds_for_long_or_for_many_is_standing(more, less):
    assert standing(tokens(more)) > standing(tokens(less))


def test_a_day_a_name_and_a_person_make_an_episode():
    words = tokens("She was fined later.")
    bare = episode(words, (), names=False, single=False)
    month = episode(words, ("2011-06",), names=False, single=False)
    day = episode(words, ("2011-06-03",), names=False, single=False)
    assert 0 < bare < month < day < episode(words, ("2011-06-03",), names=True, single=True)
    assert episode(tokens("Prices rose."), (), names=False, single=False) == 0.0


def test_two_episodes_speak_against_each_other_unless_a_day_ties_them():
    old = rights_diff.parse("On 3 June, the man was fined.\n\nOn 5 July, the man was fined.\n")
    new = rights_diff.parse("The same man was fined on 3 June, the court said.\n")
    a, b = prepare(old, new)
    at = OWN.index("episodes_apart")
    tied, apart = (own_features(p, b.profiles[0], 0.5)[at] for p in a.profiles)
    assert tied == 0.0 < apart
