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

/// Id and variables of each message of a language.
fn messages(lang: &str) -> BTreeMap<String, Variables> {
    let source = text(&format!("core/src/report/words/messages/{lang}.ftl"));
    let resource = parse(&*source).unwrap_or_else(|(_, errors)| panic!("{lang}: {errors:?}"));
    let mut found = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut variables = Variables::new();
        of_pattern(message.value.as_ref().expect("a value"), &mut variables);
        let id = message.id.name.to_owned();
        assert!(found.insert(id.clone(), variables).is_none(), "{lang}: `{id}` stands twice");
    }
    found
}

#[test]
fn both_languages_have_the_same_messages() {
    assert_eq!(messages("en"), messages("fr"));
}

#[test]
fn what_is_said_exists_and_what_exists_is_said() {
    let messages = messages("en");
    let sources: String = files_below("core/src/report")
        .iter()
        .map(|file| file.to_string_lossy().into_owned())
        .filter(|name| name.ends_with("rs"))
        .map(|name| text(&name))
        .collect();
    for call in [".say(", ".with(", ".count("] {
        for rest in sources.split(call).skip(1) {
            let Some(rest) = rest.trim_start().strip_prefix('"') else { continue };
            let id = rest.split('"').next().unwrap_or_default();
            assert!(messages.contains_key(id), "no message `{id}`");
        }
    }
    for id in messages.keys() {
        assert!(sources.contains(&format!("\"{id}\"")), "nobody says `{id}`");
    }
    for rest in sources.split("\"column-").skip(1) {
        let id = format!("column-{}", rest.split('"').next().unwrap_or_default());
        assert!(messages.contains_key(&id), "no message `{id}`");
    }
}
