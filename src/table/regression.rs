//! Several regressions side by side, as journals print them.

use super::{Cell, Column, NumberFormat, Table};

/// One coefficient of one model.
#[derive(Debug, Clone, PartialEq)]
pub struct CoefficientRow {
    /// The regressor's name.
    pub term: String,
    /// The estimate.
    pub estimate: f64,
    /// Its standard error.
    pub std_error: f64,
    /// The p-value of its t test with that standard error; used for stars only.
    pub p_value: Option<f64>,
}

/// One model of a regression table.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelColumn {
    /// Stands over the column: `(1)`, or a name.
    pub title: String,
    /// The dependent variable.
    pub dependent: String,
    /// The coefficients in the order of the regression.
    pub coefficients: Vec<CoefficientRow>,
    /// Labelled figures under the coefficients: observations, R², tests.
    pub statistics: Vec<(String, Cell)>,
    /// A sentence for the notes: which standard errors these are.
    pub note: String,
}

/// Levels for one, two and three stars, in falling order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stars(pub [f64; 3]);

impl Default for Stars {
    fn default() -> Self {
        Self([0.10, 0.05, 0.01])
    }
}

impl Stars {
    fn count(self, p: f64) -> usize {
        self.0.iter().filter(|level| p < **level).count()
    }
}

/// Models side by side: coefficients with standard errors in parentheses under them, statistics below a rule, and
/// the kind of standard errors in the notes. No stars.
pub fn regression_table(id: &str, title: &str, models: &[ModelColumn]) -> Table {
    build(id, title, models, None)
}

/// The same with stars by the p-values of the standard errors shown, explained in a note.
pub fn regression_table_with_stars(id: &str, title: &str, models: &[ModelColumn], stars: Stars) -> Table {
    build(id, title, models, Some(stars))
}

fn build(id: &str, title: &str, models: &[ModelColumn], stars: Option<Stars>) -> Table {
    let mut table = Table::new(id, title).column(Column::text("term", "")).column(Column::machine_only("statistic"));
    for (i, model) in models.iter().enumerate() {
        let column = Column::number(format!("model_{}", i + 1), model.title.clone());
        table = table.column(column.under(model.dependent.clone()));
    }
    for term in in_order_of_appearance(models.iter().map(|model| model.coefficients.iter().map(|c| c.term.as_str()))) {
        let of = |model: &ModelColumn| model.coefficients.iter().find(|c| c.term == term).cloned();
        let estimates = models.iter().map(|model| of(model).map_or(Cell::Empty, |c| estimate(&c, stars)));
        table.push_row([Cell::text(term), Cell::text("estimate")].into_iter().chain(estimates));
        let errors = models.iter().map(|model| of(model).map_or(Cell::Empty, |c| std_error(&c)));
        table.push_row([Cell::ditto(term), Cell::text("std_error")].into_iter().chain(errors));
    }
    table = table.rule();
    for label in in_order_of_appearance(models.iter().map(|model| model.statistics.iter().map(|(l, _)| l.as_str()))) {
        let cells = models.iter().map(|model| {
            model.statistics.iter().find(|(other, _)| other == label).map_or(Cell::Empty, |(_, cell)| cell.clone())
        });
        table.push_row([Cell::text(label), Cell::text("value")].into_iter().chain(cells));
    }
    for model in models {
        table = table.note(model.note.clone());
    }
    match stars {
        Some(Stars([one, two, three])) => table.note(format!("* p < {one}, ** p < {two}, *** p < {three}.")),
        None => table,
    }
}

fn estimate(coefficient: &CoefficientRow, stars: Option<Stars>) -> Cell {
    let format = scale(coefficient);
    match (stars, coefficient.p_value) {
        (Some(stars), Some(p)) if coefficient.estimate.is_finite() => {
            Cell::Starred(coefficient.estimate, format, stars.count(p))
        }
        _ => Cell::number(coefficient.estimate, format),
    }
}

fn std_error(coefficient: &CoefficientRow) -> Cell {
    Cell::in_parentheses(coefficient.std_error, scale(coefficient))
}

/// Three decimals, or as many more as show two significant digits of the standard error; powers of ten beyond.
fn scale(coefficient: &CoefficientRow) -> NumberFormat {
    let error = coefficient.std_error.abs();
    if error == 0.0 || error >= 0.01 || !error.is_finite() {
        return NumberFormat::Decimals(3);
    }
    let decimals = 1 - error.log10().floor() as i32;
    if decimals <= 7 { NumberFormat::Decimals(decimals as usize) } else { NumberFormat::Significant(3) }
}

/// Labels of all models, each once: a label new in a later model comes after the one it follows there.
fn in_order_of_appearance<'a>(models: impl Iterator<Item = impl Iterator<Item = &'a str>>) -> Vec<&'a str> {
    let mut labels: Vec<&str> = Vec::new();
    for model in models {
        let mut next = 0;
        for label in model {
            match labels.iter().position(|known| *known == label) {
                Some(i) => next = i + 1,
                None => {
                    labels.insert(next, label);
                    next += 1;
                }
            }
        }
    }
    labels
}
