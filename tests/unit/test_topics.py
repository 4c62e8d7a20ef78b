"""What texts, headings, sections and sentences are about."""

from __future__ import annotations

import pytest

from rights_diff.extraction.topics import taxonomy, topic_scores, topics_of, with_topics
from rights_diff.extraction.topics_evidence import heading_scores, ranked
from rights_diff.model import Metadata, Report, Section, SectionKind, Sentence, Source, Span

PARAGRAPHS = [
    ("arbitrary_detention", "Nine teachers spent a year in jail without charge or trial."),
    ("armed_conflict", "Shelling by rebels cut the road, and a car bomb hit the market."),
    ("assembly_association_religion", "Officers broke up a rally and closed two churches."),
    ("children", "Orphans aged nine were taken from a children’s home to dig."),
    ("communal_political_violence", "A mob of party supporters burned down four shops."),
    ("communications_surveillance", "Spyware was found on a mobile phone of the editor’s son."),
    ("corruption", "Two ministers were dismissed for bribery and embezzlement."),
    ("counter_terrorism", "The anti-terrorism law was renewed with the state of emergency."),
    ("crimes_against_humanity_accountability", "A truth commission asked for reparation."),
    ("death_penalty_executions", "Six men were hanged; forty remained on death row."),
    ("detention_conditions", "Overcrowded cells had no beds, and inmates had no doctor."),
    ("disability", "Wheelchair users could not reach the polling place."),
    ("economic_social_rights", "Austerity cut pensions and drove more people into poverty."),
    ("education", "Girls’ schools stayed closed, and teachers were not paid."),
    ("elections", "Voters could choose a single candidate at the polling station."),
    ("enforced_disappearance_abduction", "The fate and whereabouts of the abducted are unknown."),
    ("environment_climate", "Gas flaring and oil spills poisoned the river."),
    ("fair_trial_judiciary", "Defence lawyers were not told of the closed trial."),
    ("food_water", "Hunger spread after the harvest failed, and wells ran dry of drinking water."),
    ("forced_labour", "Families are born into debt bondage and other slavery."),
    ("freedom_of_expression_information", "Censors shut a newspaper and blocked a blogger."),
    ("freedom_of_movement", "Citizens need an exit visa and a travel permit."),
    ("health", "A cholera epidemic met hospitals without medicines."),
    ("housing_evictions", "Bulldozers carried out forced evictions in the slum."),
    ("human_rights_defenders", "Human rights defenders received death threats."),
    ("indigenous", "Indigenous Peoples were not consulted on a dam on ancestral land."),
    ("internal_displacement", "Internally displaced people had not gone home."),
    ("international_scrutiny_cooperation", "The UN Special Rapporteur was denied access."),
    ("lgbti", "The Pride parade was banned, and gay men were beaten up."),
    ("minorities", "Romani families met racist insults from neighbours."),
    ("political_prison_camps", "Satellite images showed new buildings in a kwanliso."),
    ("refugees_asylum_repatriation", "Asylum-seekers were forcibly returned at night."),
    ("reproductive_rights", "Abortion became a crime, and maternal mortality grew."),
    ("sanctions_military_nuclear", "New sanctions followed the third nuclear test."),
    ("security_forces_killings", "Police opened fire; unlawful killings were not looked into."),
    ("statelessness_citizenship", "Children of stateless parents receive no birth certificate."),
    ("torture_ill_treatment", "Interrogators used electric shocks and beatings."),
    ("trafficking_forced_marriage", "Traffickers sold women as brides."),
    ("women_gender", "Domestic violence and rape went unpunished; women had no shelter."),
    ("workers_rights", "Trade unions asked for a minimum wage for domestic workers."),
]

HEADINGS = [
    ("Torture and other ill-treatment", "torture_ill_treatment"),
    ("Freedom of expression – poets", "freedom_of_expression_information"),
    ("Right to health", "health"),
    ("Prisons", "detention_conditions"),
    ("WORKER RIGHTS", "workers_rights"),
    ("Section 7. Worker Rights", "workers_rights"),
    ("b. Disappearance", "enforced_disappearance_abduction"),
    ("‘War on terror’", "counter_terrorism"),
    ("Impunity – enforced disappearances", "crimes_against_humanity_accountability"),
    ("Labor Rights:", "workers_rights"),
    ("Executive Summary", "overview"),
    ("Background", "background_context"),
    ("Sexual Orientation and Gender Identity", "lgbti"),
    ("Amnesty International visits/reports", "international_scrutiny_cooperation"),
]


@pytest.mark.parametrize(("code", "text"), PARAGRAPHS)
def test_main_topic_of_a_paragraph(code: str, text: str) -> None:
    assert code in topics_of(text)[:2], topic_scores(text)[:4]


@pytest.mark.parametrize(("heading", "code"), HEADINGS)
def test_main_topic_of_a_heading(heading: str, code: str) -> None:
    assert ranked(heading_scores(heading)[0])[0][0] == code


def test_british_and_american_spelling_say_the_same() -> None:
    assert topic_scores("Forced labour by organised gangs") == topic_scores(
        "Forced labor by organized gangs"
    )


def test_the_month_of_march_is_no_march() -> None:
    assert topics_of("In March it rained.") == ()
    assert topics_of("They joined a march.") == ("assembly_association_religion",)


def test_a_climate_of_fear_is_no_weather() -> None:
    assert "environment_climate" not in dict(topic_scores("A climate of fear reigned."))


def test_letters_that_are_a_name_only_in_capitals() -> None:
    assert topics_of("WHO experts came. Nobody knows who came.") == ("health",)
    assert topics_of("Nobody knows who came.") == ()


def test_a_heading_outweighs_a_word_of_the_text() -> None:
    text = "A newspaper reported the case."
    assert topics_of(text, heading="Death penalty")[0] == "death_penalty_executions"


def test_what_a_heading_names_first_comes_first() -> None:
    scores = dict(ranked(heading_scores("Prison conditions and torture")[0]))
    assert scores["detention_conditions"] > scores["torture_ill_treatment"] > 0


def test_each_topic_has_words_for_people() -> None:
    for topic in taxonomy():
        assert topic.code.isidentifier()
        assert topic.label
        assert topic.description
        assert max((*topic.udhr, 0)) <= 30
        assert max((*topic.iccpr, 0)) <= 53
        assert max((*topic.icescr, 0)) <= 31


def test_near_topics_are_near_each_other() -> None:
    by_code = {topic.code: topic for topic in taxonomy()}
    for topic in taxonomy():
        assert topic.code not in topic.near
        assert all(topic.code in by_code[near].near for near in topic.near)


def _report(*parts: tuple[str | None, str, str | None]) -> Report:
    """A report of (heading, text, id of the section above); one sentence a section."""
    text, sections, sentences = "", [], []
    for number, (heading, body, parent) in enumerate(parts, 1):
        at = len(text)
        text += f"{heading or ''}\n{body}\n"
        span = Span(at + len(heading or "") + 1, at + len(heading or "") + 1 + len(body))
        kind = SectionKind.BODY if heading else SectionKind.LEAD
        sections.append(
            Section(id=f"s{number}", heading=heading, parent=parent, span=span, kind=kind)
        )
        if body:
            sentences.append(Sentence(id=f"s{number}.1", span=span, section=f"s{number}"))
    return Report(
        text=text,
        metadata=Metadata(source=Source(sha256="")),
        sections=tuple(sections),
        sentences=tuple(sentences),
    )


def test_an_unheaded_lead_is_an_overview_first() -> None:
    report = with_topics(_report((None, "Torture was common, and two men were hanged.", None)))
    assert report.sections[0].topics[0] == "overview"
    assert "torture_ill_treatment" in report.sections[0].topics
    assert "overview" not in report.sentences[0].topics


def test_background_does_not_hide_what_it_tells() -> None:
    report = with_topics(_report(("Background", "Elections were held in May.", None)))
    assert report.sections[0].topics[:2] == ("background_context", "elections")


def test_a_container_is_about_what_stands_below_it() -> None:
    report = with_topics(
        _report(
            ("Special region", "", None),
            ("One", "Torture was common.", "s1"),
            ("Two", "The newspaper was closed.", "s1"),
        )
    )
    assert set(report.sections[0].topics) == {
        "torture_ill_treatment",
        "freedom_of_expression_information",
    }


def test_a_vague_heading_takes_its_topic_from_above() -> None:
    report = with_topics(
        _report(("Women", "Women may own land.", None), ("Discrimination", "It goes on.", "s1"))
    )
    assert report.sections[1].topics[0] == "women_gender"
    alone = with_topics(_report(("Discrimination", "It goes on.", None)))
    assert alone.sections[0].topics == ("minorities",)


def test_a_sentence_without_evidence_has_no_topic() -> None:
    report = with_topics(_report(("Death penalty", "He was 34 years old.", None)))
    assert report.sentences[0].topics == ()
    assert report.sections[0].topics == ("death_penalty_executions",)


def test_a_short_section_tells_more_than_its_heading() -> None:
    report = with_topics(_report(("Right to work", "Songbun decides over jobs.", None)))
    assert "discrimination_songbun" in report.sections[0].topics
