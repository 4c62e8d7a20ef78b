"""A sentence under a topic is about it: everybody's words alone do not bring it there."""

from __future__ import annotations

import pytest

from rights_diff.extraction.topics import topics_of, with_topics
from rights_diff.extraction.topics_lexicon import places
from rights_diff.extraction.topics_sentences import named_scores
from rights_diff.model import Metadata, Report, Section, Sentence, Source, Span

ABOUT = [
    ("arbitrary_detention", "Police arrested 40 journalists."),
    ("arbitrary_detention", "The ferrymen were detained without charge for a year."),
    ("arbitrary_detention", "Seven monks were arbitrarily arrested in Zenda."),
    ("death_penalty_executions", "Courts sentenced 14 people to death during the year."),
    ("death_penalty_executions", "Two smugglers were executed in public."),
    ("death_penalty_executions", "Three men were hanged at dawn."),
    ("fair_trial_judiciary", "The court heard no witness, and no lawyer was let in."),
    ("security_forces_killings", "The police shot three fishermen on the quay."),
    ("security_forces_killings", "Four villagers died when soldiers fired into the crowd."),
    ("security_forces_killings", "An unlawful killing was reported from the harbour."),
    ("torture_ill_treatment", "Guards beat two men at the harbour jail."),
    ("torture_ill_treatment", "Prisoners were caned."),
    ("torture_ill_treatment", "He was kicked during interrogation."),
    ("women_gender", "31 women were killed by partners or former partners."),
    ("women_gender", "Women held six seats in the council."),
]

NOT_ABOUT = [
    ("arbitrary_detention", "Police arrested two burglars."),
    ("arbitrary_detention", "Poaching was punished with up to three years in prison."),
    ("death_penalty_executions", "A flag was hanging from the window."),
    ("death_penalty_executions", "He was beaten to death by thieves; a court heard the case."),
    ("death_penalty_executions", "The ministry is in charge of the execution of the budget."),
    ("fair_trial_judiciary", "The court ordered the harbour board to pay for the boats."),
    ("refugees_asylum_repatriation", "Two pupils were expelled from school."),
    ("security_forces_killings", "Harbour police have local jurisdiction."),
    ("security_forces_killings", "The law permits military and police unions."),
    ("security_forces_killings", "The police told drivers to slow down."),
    ("security_forces_killings", "Thieves killed a shopkeeper."),
    ("torture_ill_treatment", "New students can enrol in the programmes."),
    ("torture_ill_treatment", "The police looked into abuse of office."),
    ("women_gender", "Men, women and children were moved to Zenda."),
]


@pytest.mark.parametrize(("code", "text"), ABOUT)
def test_what_a_sentence_is_about(code: str, text: str) -> None:
    assert code in topics_of(text)


@pytest.mark.parametrize(("code", "text"), NOT_ABOUT)
def test_what_it_is_not_about(code: str, text: str) -> None:
    assert code not in topics_of(text)


def test_below_a_heading_that_names_the_topic_one_support_is_enough() -> None:
    place = places()["torture_ill_treatment"]
    text = "His injuries were not looked at."
    assert place not in named_scores(text)
    assert place in named_scores(text, place)


def test_those_who_act_stand_below_any_heading() -> None:
    place = places()["security_forces_killings"]
    assert place not in named_scores("The police have a new boat.", place)


def test_of_overlapping_terms_of_a_topic_the_longest_counts() -> None:
    place = places()["torture_ill_treatment"]
    assert place in named_scores("The guards beat him.")
    assert place not in named_scores("The guards beat back the fire.")


def _told(heading: str, text: str) -> tuple[str, ...]:
    span = Span(0, len(text))
    report = Report(
        text=text,
        metadata=Metadata(source=Source(sha256="")),
        sections=(Section(id="s1", heading=heading, span=span),),
        sentences=(Sentence(id="s1.1", span=span, section="s1"),),
    )
    return with_topics(report).sentences[0].topics


def test_a_report_says_what_stands_above_a_sentence() -> None:
    text = "His injuries were not looked at."
    assert _told("Torture and other ill-treatment", text) == ("torture_ill_treatment",)
    assert _told("Fishing", text) == ()
