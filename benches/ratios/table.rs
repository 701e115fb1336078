//! A table of measures and its last line of worst values.

/// How the values of a column make its last figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fold {
    /// The smallest.
    Worst,
    /// The geometric mean.
    Mean,
    /// Not in the last line.
    None,
}

/// A column, a value for each row; `NaN` where it does not apply.
#[derive(Debug)]
pub(crate) struct Column {
    /// Name, as in the last line.
    pub(crate) name: &'static str,
    /// How it is summed up.
    pub(crate) fold: Fold,
    /// Values by row.
    pub(crate) values: Vec<f64>,
}

/// Prints the rows, then the line of `name=value`.
pub(crate) fn print(rows: &[&str], columns: &[Column]) {
    print!("{:<28}", "");
    for column in columns {
        print!("{:>16}", column.name);
    }
    println!();
    for (index, row) in rows.iter().enumerate() {
        print!("{row:<28}");
        for column in columns {
            match column.values.get(index) {
                Some(value) if value.is_finite() => print!("{value:>16.2}"),
                _ => print!("{:>16}", "-"),
            }
        }
        println!();
    }
    let line: Vec<String> = columns.iter().filter_map(summary).collect();
    println!("{}", line.join(" "));
}

fn summary(column: &Column) -> Option<String> {
    let values: Vec<f64> = column.values.iter().copied().filter(|v| v.is_finite()).collect();
    let count = u32::try_from(values.len()).ok()?;
    let value = match column.fold {
        Fold::None => return None,
        _ if count == 0 => return Some(format!("{}=none", column.name)),
        Fold::Worst => values.iter().copied().fold(f64::INFINITY, f64::min),
        Fold::Mean => (values.iter().map(|v| v.ln()).sum::<f64>() / f64::from(count)).exp(),
    };
    Some(format!("{}={value:.2}", column.name))
}

/// The median of some measures.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
