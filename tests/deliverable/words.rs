//! The messages: the same in both languages, all used, all there.

use entretien_tests::{files_below, text};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use std::collections::{BTreeMap, BTreeSet};

type Variables = BTreeSet<String>;

fn of_pattern(pattern: &Pattern<&str>, found: &mut Variables) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, found);
        }
    }
}

fn of_expression(expression: &Expression<&str>, found: &mut Variables) {
    match expression {
        Expression::Select { selector, variants } => {
            of_inline(selector, found);
            for variant in variants {
                of_pattern(&variant.value, found);
            }
        }
        Expression::Inline(inline) => of_inline(inline, found),
    }
}

fn of_inline(inline: &InlineExpression<&str>, found: &mut Variables) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, found),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        other => panic!("messages use variables and text only: {other:?}"),
    }
}

/// Id and variables of each message of a language, of all its files.
fn messages(lang: &str) -> BTreeMap<String, Variables> {
    let mut found = BTreeMap::new();
    for file in [format!("{lang}.ftl"), format!("sections.{lang}.ftl")] {
        let source = text(&format!("core/src/report/words/messages/{file}"));
        let resource = parse(&*source).unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut variables = Variables::new();
            of_pattern(message.value.as_ref().expect("a value"), &mut variables);
            let id = message.id.name.to_owned();
            assert!(found.insert(id.clone(), variables).is_none(), "{lang}: `{id}` stands twice");
        }
    }
    found
}

/// The sources of reports as one text.
fn sources() -> String {
    let files = files_below("core/src/report").into_iter();
    let names = files.map(|file| file.to_string_lossy().into_owned());
    names.filter(|name| name.ends_with("rs")).map(|name| text(&name)).collect()
}

/// The texts that stand first in the brackets after `call`.
fn first_texts<'s>(sources: &'s str, call: &str) -> Vec<&'s str> {
    let rests = sources.split(call).skip(1);
    let quoted = rests.filter_map(|rest| rest.trim_start().strip_prefix('"'));
    quoted.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn both_languages_have_the_same_messages() {
    assert_eq!(messages("en"), messages("fr"));
}

#[test]
fn what_is_said_exists() {
    let (messages, sources) = (messages("en"), sources());
    for call in [".say(", ".with(", ".count(", ".note("] {
        for id in first_texts(&sources, call) {
            assert!(messages.contains_key(id), "no message `{id}`");
        }
    }
    // Names that are made of a kind and a key.
    let made = [
        (".table(", "table"),
        (".figure(", "figure"),
        (".fact(", "fact"),
        (".section(", "section"),
    ];
    for (call, kind) in made {
        for key in first_texts(&sources, call) {
            let id = format!("{kind}-{}", key.replace('_', "-"));
            assert!(messages.contains_key(&id), "no message `{id}`");
        }
    }
    for rest in sources
        .split("\", ColumnKind::")
        .collect::<Vec<_>>()
        .split_last()
        .map_or(&[][..], |(_, all)| all)
    {
        let key = rest.rsplit('"').next().unwrap_or_default();
        let id = format!("col-{}", key.replace('_', "-"));
        assert!(messages.contains_key(&id), "no message `{id}`");
    }
    for rest in sources.split("\"column-").skip(1) {
        let id = format!("column-{}", rest.split('"').next().unwrap_or_default());
        assert!(messages.contains_key(&id), "no message `{id}`");
    }
}

#[test]
fn what_exists_is_said() {
    let sources = sources();
    for id in messages("en").keys() {
        let kinds = ["table-", "figure-", "fact-", "section-", "lead-", "col-"];
        let key = kinds.into_iter().find_map(|kind| id.strip_prefix(kind)).unwrap_or(id);
        let spelled =
            [format!("\"{id}\""), format!("\"{key}\""), format!("\"{}\"", key.replace('-', "_"))];
        assert!(spelled.iter().any(|text| sources.contains(text)), "nobody says `{id}`");
    }
}
