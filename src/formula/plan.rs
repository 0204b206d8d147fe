//! The columns a formula's terms stand for in a given table, before any number is computed.

use std::collections::HashSet;

use super::Formula;
use super::expr::{Expr, Kind};
use super::snippet::{Span, located};
use super::terms::Term;
use crate::design::season::seasons;
use crate::series::Calendar;
use crate::{Error, ErrorKind, Frame};

/// One column: a product of expressions of one column each.
pub(super) struct Column {
    pub(super) name: String,
    pub(super) factors: Vec<Expr>,
    pub(super) span: Span,
}

/// The columns of all terms in their order, each once.
pub(super) fn columns(formula: &Formula, frame: &Frame) -> Result<Vec<Column>, Error> {
    let mut columns = Vec::new();
    let mut names = HashSet::new();
    for term in &formula.terms {
        let mut products: Vec<Vec<Expr>> = vec![Vec::new()];
        for factor in &term.factors {
            let expanded = expanded(formula, term, factor, frame)?;
            products = products
                .iter()
                .flat_map(|product| expanded.iter().map(|e| [product.as_slice(), std::slice::from_ref(e)].concat()))
                .collect();
        }
        for factors in products {
            let texts: Vec<String> = factors.iter().map(Expr::to_string).collect();
            let name = texts.join(":");
            if names.insert(name.clone()) {
                columns.push(Column { name, factors, span: term.span() });
            }
        }
    }
    Ok(columns)
}

fn expanded(formula: &Formula, term: &Term, factor: &Expr, frame: &Frame) -> Result<Vec<Expr>, Error> {
    if factor.kind != Kind::Seasons {
        return Ok(factor.expanded());
    }
    let Calendar::From(start) = frame.calendar() else {
        return Err(located(undated("season()"), &formula.text, &factor.span));
    };
    let frequency = start.frequency();
    let seasons =
        seasons(frequency, formula.holds_rest_of(term)).map_err(|error| located(error, &formula.text, &factor.span))?;
    Ok(seasons.map(|season| Expr { kind: Kind::Season(frequency, season), span: factor.span.clone() }).collect())
}

impl Formula {
    /// Whether the term without its `season()` is in the model, the intercept being the empty term:
    /// then a dummy for every season would be collinear with it.
    fn holds_rest_of(&self, term: &Term) -> bool {
        match term.factors.len() {
            1 => self.intercept,
            _ => self.terms.iter().any(|other| term.is_product_of(other, "season()")),
        }
    }
}

/// The error for what needs dates in a table without.
pub(super) fn undated(what: &str) -> Error {
    Error::new(ErrorKind::Calendar, format!("`{what}` needs dates, and this table has row numbers only"))
        .remedy("name the column of dates when reading the table")
}
