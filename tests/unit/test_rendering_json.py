from __future__ import annotations

import dataclasses
import json

import pytest
from jsonschema import Draft202012Validator
from tests.rendering_fixture import make

import rights_diff as rd
from rights_diff import model
from rights_diff.model.explanation import Explanation
from rights_diff.rendering import schemas
from rights_diff.rendering.json import dumps


@pytest.mark.parametrize("name", schemas.NAMES)
def test_the_schemas_are_schemas(name):
    Draft202012Validator.check_schema(schemas.load(name))


def test_an_unknown_schema_is_a_key_error():
    with pytest.raises(KeyError):
        schemas.load("timeline-of-nothing")


def test_a_hand_made_comparison_keeps_the_schema():
    document = json.loads(make().to_json())
    Draft202012Validator(schemas.load("comparison")).validate(document)


def test_real_output_keeps_the_schemas():
    old, new = rd.load(rd.samples.OLD), rd.load(rd.samples.NEW)
    Draft202012Validator(schemas.load("report")).validate(json.loads(old.to_json()))
    document = json.loads(rd.compare(old, new).to_json())
    Draft202012Validator(schemas.load("comparison")).validate(document)


def test_every_row_of_the_samples_is_explained_by_the_schema():
    comparison = rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW))
    validator = Draft202012Validator(schemas.load("explanation"))
    for row in comparison.ledger:
        validator.validate(json.loads(comparison.explain(row).to_json()))


def test_the_schema_knows_every_field_of_an_explanation():
    known = schemas.load("explanation")["properties"]
    assert list(known)[1:] == [f.name for f in dataclasses.fields(Explanation)]


@pytest.mark.parametrize(
    ("definition", "noun"),
    [
        ("quantity", model.Quantity),
        ("metadata", model.Metadata),
        ("row", model.LedgerRow),
        ("quantity_link", model.QuantityLink),
        ("section_link", model.SectionLink),
        ("summary", model.Summary),
        ("attention", model.TopicAttention),
        ("signal", model.Signal),
    ],
)
def test_the_schema_knows_every_field(definition, noun):
    known = schemas.load("comparison")["$defs"][definition]["properties"]
    derived = ["unsure", "topic_change"] if noun is model.LedgerRow else []
    assert list(known) == [*(f.name for f in dataclasses.fields(noun)), *derived]


def test_the_schema_refuses_what_is_no_report():
    validator = Draft202012Validator(schemas.load("report"))
    document = json.loads(make().old.to_json())
    document["sections"][0]["kind"] = "chapter"
    del document["sentences"]
    assert len(list(validator.iter_errors(document))) == 2


def test_lone_surrogates_survive_as_escapes():
    text = dumps({"a": "x\ud800y"})
    text.encode("utf-8")
    assert json.loads(text) == {"a": "x\ud800y"}
