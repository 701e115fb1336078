//! Writes the types of answers in Python and TypeScript from their JSON Schema.

use crate::answer_variants::named;
use serde_json::{Map, Value};
use std::fmt::Write as _;

/// Columns of the generated files.
const WIDTH: usize = 100;

/// What the schema of a value says, as far as answers go.
enum Kind<'a> {
    Integer,
    Number,
    Boolean,
    Text,
    /// One text.
    Code(&'a str),
    Named(&'a str),
    List(&'a Value),
    /// So many values of one kind.
    Row(&'a Value, usize),
    /// One of several kinds.
    Union(Vec<&'a Value>),
}

/// The kind of a value, and whether it may be null.
fn kind(schema: &Value) -> (Kind<'_>, bool) {
    if let Some(options) = schema["anyOf"].as_array() {
        let is_null = |option: &&Value| option["type"] == "null";
        let known: Vec<&Value> = options.iter().filter(|option| !is_null(option)).collect();
        let null = known.len() < options.len();
        return match known.as_slice() {
            [only] => (kind(only).0, null),
            _ => (Kind::Union(known), null),
        };
    }
    if let Some(name) = referred(schema) {
        return (Kind::Named(name), false);
    }
    if let Some(code) = schema["const"].as_str() {
        return (Kind::Code(code), false);
    }
    let (name, null) = match &schema["type"] {
        Value::Array(names) => {
            assert!(names.len() == 2 && names[1] == "null", "{schema}");
            (names[0].as_str(), true)
        }
        name => (name.as_str(), false),
    };
    let kind = match name {
        Some("integer") => Kind::Integer,
        Some("number") => Kind::Number,
        Some("boolean") => Kind::Boolean,
        Some("string") => Kind::Text,
        Some("array") => match (schema["minItems"].as_u64(), schema["maxItems"].as_u64()) {
            (None, None) => Kind::List(&schema["items"]),
            (min, max) if min == max => {
                // A tuple says the kind of each value; those of answers are all of one kind.
                let item = schema["prefixItems"].get(0).unwrap_or(&schema["items"]);
                Kind::Row(item, usize::try_from(max.unwrap_or(0)).expect("small"))
            }
            _ => panic!("a list between two lengths: {schema}"),
        },
        _ => panic!("no type for {schema}"),
    };
    (kind, null)
}

/// The name of the definition that a schema refers to.
fn referred(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.rsplit('/').next()
}

/// One type of the answers.
enum Definition<'a> {
    /// A closed list: codes with their meaning.
    Choice(Vec<(&'a str, &'a str)>),
    /// Fields: name, schema, whether it is always there.
    Record(Vec<(&'a str, &'a Value, bool)>),
    /// Another name of a kind, and whether it may be null.
    Alias(Kind<'a>, bool),
}

fn definition(schema: &Value) -> Definition<'_> {
    let text = |value: &'_ Value| value.as_str().map(str::to_owned).unwrap_or_default();
    if let Some(options) = schema["oneOf"].as_array() {
        let mut codes = Vec::new();
        for option in options {
            assert!(!text(&option["description"]).is_empty(), "no description: {option}");
            codes.push((
                option["const"].as_str().expect("a code"),
                option["description"].as_str().expect("a description"),
            ));
        }
        return Definition::Choice(codes);
    }
    let Some(properties) = schema["properties"].as_object() else {
        let (kind, null) = kind(schema);
        return Definition::Alias(kind, null);
    };
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    // Required fields are in the order of declaration.
    let field = |name: &&str| properties.get_key_value(*name).expect("a property");
    let mut fields: Vec<_> =
        required.iter().map(field).map(|(name, schema)| (name.as_str(), schema, true)).collect();
    let others = properties.iter().filter(|(name, _)| !required.contains(&name.as_str()));
    fields.extend(others.map(|(name, schema)| (name.as_str(), schema, false)));
    Definition::Record(fields)
}

/// The description of a schema without the links of rustdoc.
fn description(schema: &Value) -> String {
    let text = schema["description"].as_str().unwrap_or_default();
    let mut plain = String::new();
    for (index, piece) in text.split("[`").enumerate() {
        if index == 0 {
            plain.push_str(piece);
        } else if let Some((path, rest)) = piece.split_once("`]") {
            let name = path.rsplit("::").next().unwrap_or(path);
            let _ = write!(plain, "`{name}`{rest}");
        }
    }
    plain
}

/// Paragraphs of text in lines of at most `width` characters.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (index, paragraph) in text.split("\n\n").enumerate() {
        if index > 0 {
            lines.push(String::new());
        }
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

fn definitions(schema: &Value) -> &Map<String, Value> {
    schema["$defs"].as_object().expect("definitions")
}

/// Every type after those that it names; closed lists first.
fn in_order(schema: &Value) -> Vec<(&String, &Value, Definition<'_>)> {
    let mut left: Vec<_> = definitions(schema)
        .iter()
        .filter(|(name, _)| !["Day", "Instant"].contains(&name.as_str()))
        .map(|(name, schema)| (name, schema, definition(schema)))
        .collect();
    let choice = |(_, _, definition): &(_, _, Definition<'_>)| match definition {
        Definition::Choice(_) => 0,
        Definition::Alias(..) => 1,
        Definition::Record(_) => 2,
    };
    left.sort_by_key(choice);
    let mut done: Vec<(&String, &Value, Definition<'_>)> = Vec::new();
    while !left.is_empty() {
        let ready = left.iter().position(|(_, schema, _)| {
            let text = schema.to_string();
            !left.iter().any(|(name, _, _)| text.contains(&format!("\"#/$defs/{name}\"")))
        });
        done.push(left.remove(ready.expect("types do not name each other in a circle")));
    }
    done
}

/// The types in Python: `TypedDict` classes and aliases of literals. `subject` is what they are about.
pub fn python(schema: &Value, subject: &str) -> String {
    let schema = &named(schema);
    let mut body = String::new();
    let mut names = Vec::new();
    for (name, schema, definition) in in_order(schema) {
        names.push(name.clone());
        match definition {
            Definition::Choice(codes) => {
                let _ = writeln!(body, "\n{name}: TypeAlias = Literal[");
                for (code, _) in &codes {
                    let _ = writeln!(body, "    \"{code}\",");
                }
                let _ = writeln!(body, "]");
                let list: Vec<String> =
                    codes.iter().map(|(code, what)| format!("- `{code}`: {what}")).collect();
                docstring(&mut body, "", &description(schema), &list);
            }
            Definition::Alias(kind, null) => {
                let hint = python_hint(&kind) + if null { " | None" } else { "" };
                let line = format!("{name}: TypeAlias = {hint}");
                let _ = if line.len() <= WIDTH {
                    writeln!(body, "\n{line}")
                } else {
                    let hints = hint.replace(" | ", "\n    | ");
                    writeln!(body, "\n{name}: TypeAlias = (\n    {hints}\n)")
                };
                docstring(&mut body, "", &description(schema), &[]);
            }
            Definition::Record(fields) => python_record(&mut body, name, schema, &fields),
        }
    }
    names.sort();
    let mut page = String::from(
        "\"\"\"What questions about SUBJECT are answered with.\n\nGenerated from the types of the core by \
         `make update`.\n\"\"\"\n\nimport datetime as dt\nfrom typing \
         import Literal, NotRequired, TypeAlias, TypedDict\n\n__all__ = [\n",
    )
    .replace("SUBJECT", subject);
    for name in names {
        let _ = writeln!(page, "    \"{name}\",");
    }
    page + "]\n" + &body
}

/// A record as a class, or as a call where a field is a word of the language.
fn python_record(body: &mut String, name: &str, schema: &Value, fields: &[(&str, &Value, bool)]) {
    let is_class = !fields
        .iter()
        .any(|(field, _, _)| ["from", "in", "is", "class", "lambda", "for", "not"].contains(field));
    if is_class {
        let _ = writeln!(body, "\n\nclass {name}({}):", referred(schema).unwrap_or("TypedDict"));
        docstring(body, "    ", &description(schema), &[]);
        let _ = writeln!(body);
    } else {
        let _ = writeln!(body, "\n{name} = TypedDict(\n    \"{name}\",\n    {{");
    }
    for (field, schema, always) in fields {
        let (kind, null) = kind(schema);
        let hint = python_hint(&kind);
        let hint = match (always, null) {
            (true, true) => format!("{hint} | None"),
            (true, false) => hint,
            // What is not known is left out, never null.
            (false, _) => format!("NotRequired[{hint}]"),
        };
        if is_class {
            let _ = writeln!(body, "    {field}: {hint}");
            docstring(body, "    ", &description(schema), &[]);
        } else {
            let about = wrapped(&description(schema), WIDTH - 10);
            for line in about.iter().filter(|line| !line.is_empty()) {
                let _ = writeln!(body, "        # {line}");
            }
            let _ = writeln!(body, "        \"{field}\": {hint},");
        }
    }
    if !is_class {
        let _ = writeln!(body, "    }},\n)");
        docstring(body, "", &description(schema), &[]);
    }
}

fn python_hint(kind: &Kind<'_>) -> String {
    match kind {
        Kind::Integer => "int".to_owned(),
        Kind::Number => "float".to_owned(),
        Kind::Union(options) => {
            let hints: Vec<_> =
                options.iter().map(|kind| python_hint(&self::kind(kind).0)).collect();
            hints.join(" | ")
        }
        Kind::Boolean => "bool".to_owned(),
        Kind::Text => "str".to_owned(),
        Kind::Code(code) => format!("Literal[\"{code}\"]"),
        Kind::Named("Day") => "dt.date".to_owned(),
        Kind::Named("Instant") => "dt.datetime".to_owned(),
        Kind::Named(name) => (*name).to_owned(),
        Kind::List(items) | Kind::Row(items, _) => {
            let (item, null) = self::kind(items);
            format!("list[{}{}]", python_hint(&item), if null { " | None" } else { "" })
        }
    }
}

fn docstring(body: &mut String, indent: &str, text: &str, list: &[String]) {
    if text.is_empty() {
        return;
    }
    let room = WIDTH - indent.len();
    let mut lines = wrapped(text, room - 3);
    if !list.is_empty() {
        lines.push(String::new());
    }
    for item in list {
        let item = wrapped(item, room - 2);
        lines.extend(
            item.iter()
                .enumerate()
                .map(|(index, line)| if index == 0 { line.clone() } else { format!("  {line}") }),
        );
    }
    let (first, rest) = lines.split_first().expect("a line");
    let short = rest.is_empty() && first.chars().count() + 6 <= room;
    let _ = write!(body, "{indent}\"\"\"{first}");
    for line in rest {
        let _ = if line.is_empty() { writeln!(body) } else { write!(body, "\n{indent}{line}") };
    }
    let _ = if short { writeln!(body, "\"\"\"") } else { writeln!(body, "\n{indent}\"\"\"") };
}

/// `served_from` as `servedFrom`.
fn camel(name: &str) -> String {
    let mut parts = name.split('_');
    let mut camel = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut letters = part.chars();
        camel.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        camel.push_str(letters.as_str());
    }
    camel
}

/// The schema without the types that stand beside it already. Of one name there must be one type: `renamed` are those
/// of which that is not so, each with the name that it gets.
pub fn beside(schema: &Value, other: &Value, renamed: &[(&str, &str)]) -> Value {
    let mut text = schema.to_string();
    for (name, new) in renamed {
        text = text.replace(&format!("\"#/$defs/{name}\""), &format!("\"#/$defs/{new}\""));
    }
    let mut schema: Value = serde_json::from_str(&text).expect("JSON");
    let own = schema["$defs"].as_object_mut().expect("definitions");
    for (name, new) in renamed {
        let definition = own.remove(*name).expect("a type to rename");
        own.insert((*new).to_owned(), definition);
    }
    for (name, definition) in definitions(other) {
        let twin = own.remove(name).unwrap_or_else(|| definition.clone());
        assert_eq!(&twin, definition, "two types are called {name}");
    }
    schema
}

/// The types in TypeScript: interfaces and unions of literals, fields in camel case.
pub fn typescript(schema: &Value, subject: &str) -> String {
    let schema = &named(schema);
    let mut fields = vec!["as_of".to_owned()];
    for schema in definitions(schema).values() {
        let properties = schema["properties"].as_object();
        fields.extend(properties.into_iter().flat_map(|properties| properties.keys().cloned()));
    }
    let words = |text: &str| {
        let mut text = text.replace("`None`", "`null`");
        for field in fields.iter().filter(|field| field.contains('_')) {
            text = text.replace(&format!("`{field}`"), &format!("`{}`", camel(field)));
        }
        text
    };
    let mut page = String::from(
        "// What questions about SUBJECT are answered with.\n// Generated from the types of the core by `make \
         update`.\n",
    )
    .replace("SUBJECT", subject);
    for (name, schema) in definitions(schema) {
        // Languages are a type of the main module.
        if ["Day", "Instant", "Lang"].contains(&name.as_str()) {
            continue;
        }
        page.push('\n');
        comment(&mut page, "", &words(&description(schema)));
        match definition(schema) {
            Definition::Choice(codes) => {
                let _ = writeln!(page, "export type {name} =");
                for (index, (code, what)) in codes.iter().enumerate() {
                    let end = if index + 1 == codes.len() { ";" } else { "" };
                    comment(&mut page, "  ", &words(what));
                    let _ = writeln!(page, "  | \"{code}\"{end}");
                }
            }
            Definition::Alias(kind, null) => {
                let hint = typescript_hint(&kind) + if null { " | null" } else { "" };
                let line = format!("export type {name} = {hint};");
                let _ = if line.len() <= WIDTH {
                    writeln!(page, "{line}")
                } else {
                    let hints = hint.replace(" | ", "\n  | ");
                    writeln!(page, "export type {name} =\n  | {hints};")
                };
            }
            Definition::Record(fields) => {
                let base =
                    referred(schema).map_or(String::new(), |name| format!(" extends {name}"));
                let _ = writeln!(page, "export interface {name}{base} {{");
                for (field, schema, always) in fields {
                    let (kind, null) = kind(schema);
                    let hint = typescript_hint(&kind);
                    comment(&mut page, "  ", &words(&description(schema)));
                    let mark = if always { "" } else { "?" };
                    let null = if always && null { " | null" } else { "" };
                    let _ = writeln!(page, "  readonly {}{mark}: {hint}{null};", camel(field));
                }
                let _ = writeln!(page, "}}");
            }
        }
    }
    page
}

fn typescript_hint(kind: &Kind<'_>) -> String {
    match kind {
        Kind::Integer | Kind::Number => "number".to_owned(),
        Kind::Union(options) => {
            let hints: Vec<_> =
                options.iter().map(|kind| typescript_hint(&self::kind(kind).0)).collect();
            hints.join(" | ")
        }
        Kind::Boolean => "boolean".to_owned(),
        Kind::Text | Kind::Named("Day" | "Instant") => "string".to_owned(),
        Kind::Code(code) => format!("\"{code}\""),
        Kind::Named(name) => (*name).to_owned(),
        Kind::List(items) => match self::kind(items) {
            (item, true) => format!("readonly ({} | null)[]", typescript_hint(&item)),
            (item, false) => match typescript_hint(&item) {
                item if item.starts_with("readonly ") => format!("readonly ({item})[]"),
                item => format!("readonly {item}[]"),
            },
        },
        Kind::Row(items, length) => {
            let item = typescript_hint(&self::kind(items).0);
            format!("readonly [{}]", vec![item; *length].join(", "))
        }
    }
}

fn comment(page: &mut String, indent: &str, text: &str) {
    let lines = wrapped(text, WIDTH - indent.len() - 7);
    match lines.as_slice() {
        [] => {}
        [only] if only.is_empty() => {}
        [only] => {
            let _ = writeln!(page, "{indent}/** {only} */");
        }
        lines => {
            let _ = writeln!(page, "{indent}/**");
            for line in lines {
                let _ = writeln!(page, "{}", format!("{indent} * {line}").trim_end());
            }
            let _ = writeln!(page, "{indent} */");
        }
    }
}
