//! Files that are generated from the code are committed and must not drift: `make update` writes them.
#[path = "answer_types.rs"]
mod answer_types;
#[path = "answer_variants.rs"]
mod answer_variants;

use entretien::document::{ADVICE_RULES_JSON, CATALOGUE_JSON, catalogue, schema};
use entretien::error::codes;
use entretien::kpi::definitions;
use entretien::text::{Label, Lang};
use entretien_tests::{assert_committed, text};
use std::fmt::Write as _;

fn pretty(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).expect("a schema is JSON") + "\n"
}

#[test]
fn schemas_are_committed() {
    assert_committed("core/schema/engagement.schema.json", &pretty(&schema::engagement()));
    assert_committed("core/schema/catalogue.schema.json", &pretty(&schema::catalogue()));
    assert_committed("core/schema/records.schema.json", &pretty(&schema::records()));
    assert_committed("core/schema/changes.schema.json", &pretty(&schema::changes()));
    assert_committed("core/schema/tickets.schema.json", &pretty(&schema::tickets()));
    assert_committed("core/schema/kpi-question.schema.json", &pretty(&schema::kpi_question()));
    assert_committed("core/schema/review.schema.json", &pretty(&schema::review()));
    assert_committed("core/schema/offer.schema.json", &pretty(&schema::offer()));
    assert_committed("core/schema/advice.schema.json", &pretty(&schema::advice()));
    assert_committed("core/schema/sourcing.schema.json", &pretty(&schema::sourcing()));
    let [incidents, interventions] = schema::log_mappings();
    assert_committed("core/schema/incident-mapping.schema.json", &pretty(&incidents));
    assert_committed("core/schema/intervention-mapping.schema.json", &pretty(&interventions));
}

#[test]
fn the_types_of_answers_are_committed() {
    let answers = serde_json::to_value(schema::answers()).expect("JSON");
    assert_committed("core/schema/answers.schema.json", &pretty(&answers));
    let python = "bindings-python/python/entretien/_answers.py";
    assert_committed(python, &answer_types::python(&answers, "contracts"));
    let typescript = "bindings-wasm/service/src/answers.ts";
    assert_committed(typescript, &answer_types::typescript(&answers, "contracts"));
}

#[test]
fn the_types_of_answers_about_care_are_committed() {
    let subject = "support, renewals, audits and takeovers";
    let answers = serde_json::to_value(schema::care_answers()).expect("JSON");
    assert_committed("core/schema/care-answers.schema.json", &pretty(&answers));
    let python = "bindings-python/python/entretien/_care_answers.py";
    assert_committed(python, &answer_types::python(&answers, subject));
    let typescript = "bindings-wasm/care/src/answers.ts";
    assert_committed(typescript, &answer_types::typescript(&answers, subject));
}

#[test]
fn the_types_of_answers_about_indicators_are_committed() {
    let subject = "logs, indicators and failures";
    let answers = serde_json::to_value(schema::kpi_answers()).expect("JSON");
    assert_committed("core/schema/kpi-answers.schema.json", &pretty(&answers));
    let python = "bindings-python/python/entretien/_kpi_answers.py";
    assert_committed(python, &answer_types::python(&answers, subject));
    let typescript = "bindings-wasm/indicators/src/answers.ts";
    assert_committed(typescript, &answer_types::typescript(&answers, subject));
}

#[test]
fn the_types_of_reviews_are_committed() {
    let answers = serde_json::to_value(schema::review_answers()).expect("JSON");
    assert_committed("core/schema/review-answers.schema.json", &pretty(&answers));
    let python = "bindings-python/python/entretien/_review_answers.py";
    assert_committed(python, &answer_types::python(&answers, "reviews and offers"));
    let indicators = serde_json::to_value(schema::kpi_answers()).expect("JSON");
    let renamed = [("ControlPoint", "ControlChartPoint")];
    let beside = answer_types::beside(&answers, &indicators, &renamed);
    let typescript = "bindings-wasm/review/src/answers.ts";
    assert_committed(typescript, &answer_types::typescript(&beside, "reviews and offers"));
}

#[test]
fn the_types_of_answers_about_sourcing_are_committed() {
    let answers = serde_json::to_value(schema::sourcing_answers()).expect("JSON");
    assert_committed("core/schema/sourcing-answers.schema.json", &pretty(&answers));
    let python = "bindings-python/python/entretien/_sourcing_answers.py";
    assert_committed(python, &answer_types::python(&answers, "sourcing"));
    let indicators = serde_json::to_value(schema::kpi_answers()).expect("JSON");
    let reviews = serde_json::to_value(schema::review_answers()).expect("JSON");
    let beside = answer_types::beside(&answers, &indicators, &[]);
    let beside = answer_types::beside(&beside, &reviews, &[("TornadoRow", "SourcingTornadoRow")]);
    let typescript = "bindings-wasm/review/src/sourcing.ts";
    assert_committed(typescript, &answer_types::typescript(&beside, "sourcing"));
}

#[test]
fn shipped_documents_satisfy_the_schemas() {
    let check = |schema: &serde_json::Value, document: &str| {
        let document: serde_json::Value = serde_json::from_str(document).expect("JSON");
        let validator = jsonschema::options()
            .should_validate_formats(true)
            .build(schema)
            .expect("a valid schema");
        let faults: Vec<String> = validator
            .iter_errors(&document)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{faults:#?}");
    };
    let engagement = serde_json::to_value(schema::engagement()).expect("JSON");
    let catalogue = serde_json::to_value(schema::catalogue()).expect("JSON");
    check(&engagement, &text("examples/data/company/engagement.json"));
    check(&engagement, &text("tests/data/document/base.json"));
    check(&catalogue, CATALOGUE_JSON);
    check(&serde_json::to_value(schema::advice()).expect("JSON"), ADVICE_RULES_JSON);
    let sourcing = serde_json::to_value(schema::sourcing()).expect("JSON");
    check(&sourcing, &text("tests/data/sourcing/example.json"));
}

#[test]
fn the_register_of_codes_is_documented() {
    let mut page = String::from(
        "# Codes of faults\n\nGenerated from `core/src/error/codes.rs` by `make update`. A code never changes its \
         meaning. The same code is\n`Error::code()` and `Fault::code` in Rust, `Error.code` and `Fault.code` in \
         Python, `Error.code` in JavaScript.\n\n| code | meaning | signification | what to do | que faire |\n\
         |---|---|---|---|---|\n",
    );
    for info in codes::all() {
        let _ = writeln!(
            page,
            "| `{}` | {} | {} | {} | {} |",
            info.code, info.title_en, info.title_fr, info.help_en, info.help_fr
        );
    }
    assert_committed("core/docs/errors.md", &page);
}

#[test]
fn the_registry_of_indicators_is_documented() {
    let mut page = String::from(
        "Every indicator of the registry. Generated by `make update`. Codes of EN 15341:2007 are aliases given from \
         memory; no\nconformity is claimed.\n\n| id | indicator | indicateur | unit | formula | edges | better | \
         interval | EN 15341 | source |\n|---|---|---|---|---|---|---|---|---|---|\n",
    );
    // Vertical bars would end a cell, square brackets would begin a link.
    let cell = |text: &str| text.replace('|', "\\|").replace('[', "\\[").replace(']', "\\]");
    let french = definitions(Lang::Fr);
    for (row, fr) in definitions(Lang::En).iter().zip(&french) {
        let _ = writeln!(
            page,
            "| `{}` | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
            row.id.code(),
            cell(row.title),
            cell(fr.title),
            row.unit.code(),
            cell(row.formula),
            cell(row.edge),
            row.goal.code(),
            row.interval.label(Lang::En),
            row.en15341.unwrap_or("–"),
            cell(row.source),
        );
    }
    assert_committed("core/docs/indicators.md", &page);
}

#[test]
fn the_catalogue_is_complete() {
    let tasks = catalogue();
    let declared = CATALOGUE_JSON.matches("\"duration_minutes\"").count();
    assert_eq!(tasks.len(), declared, "a shipped template cannot be read");
    assert!(tasks.len() >= 30, "{} templates", tasks.len());
    assert!(tasks.is_sorted_by(|a, b| a.id < b.id), "by id");
    for task in &tasks {
        assert_ne!(
            task.title.get(Lang::En),
            task.title.get(Lang::Fr),
            "`{}` has no French",
            task.id
        );
        assert!(!task.checks_before.is_empty(), "`{}` has no check before", task.id);
        assert!(!task.checks_after.is_empty(), "`{}` has no check after", task.id);
        assert!(task.way_back.is_some(), "`{}` has no way back", task.id);
        assert!(task.anchor.is_none(), "`{}`: anchors belong to engagements", task.id);
    }
}
