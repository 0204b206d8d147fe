//! The algebra of terms: sums, crossings and removals, with duplicates merged.

use std::collections::HashSet;
use std::fmt;

use super::cursor::Cursor;
use super::expr::Expr;
use super::snippet::Span;
use crate::{Error, ErrorKind};

/// How many terms a formula may have.
const MAX_TERMS: usize = 1000;
/// How many factors a term may have.
pub(super) const MAX_FACTORS: usize = 8;

/// A regressor, or the product of several: `a`, `a:b`.
#[derive(Debug, Clone)]
pub(super) struct Term {
    pub(super) factors: Vec<Expr>,
    /// The factors' texts in alphabetical order: what makes `a:b` and `b:a` the same.
    key: Vec<String>,
}

impl PartialEq for Term {
    fn eq(&self, other: &Self) -> bool {
        self.factors == other.factors
    }
}

impl Term {
    pub(super) fn new(factor: Expr) -> Self {
        Self { key: vec![factor.to_string()], factors: vec![factor] }
    }

    pub(super) fn span(&self) -> Span {
        let start = self.factors.iter().map(|factor| factor.span.start).min().unwrap_or(0);
        let end = self.factors.iter().map(|factor| factor.span.end).max().unwrap_or(start);
        start..end
    }

    /// Whether it is `other` times the factor with this text.
    pub(super) fn is_product_of(&self, other: &Self, factor: &str) -> bool {
        let without = self.key.iter().filter(|text| *text != factor);
        self.key.len() == other.key.len() + 1 && without.eq(other.key.iter())
    }

    pub(super) fn width(&self) -> usize {
        self.factors.iter().fold(1, |width, factor| width.saturating_mul(factor.width()))
    }

    /// Both terms' factors, each once.
    fn times(&self, other: &Self) -> Self {
        let mut product = self.clone();
        for factor in &other.factors {
            let text = factor.to_string();
            if let Err(place) = product.key.binary_search(&text) {
                product.key.insert(place, text);
                product.factors.push(factor.clone());
            }
        }
        product
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let texts: Vec<String> = self.factors.iter().map(Expr::to_string).collect();
        f.write_str(&texts.join(":"))
    }
}

/// Terms in the order in which they were written, each once; and what was said of the intercept.
#[derive(Default)]
pub(super) struct Terms {
    pub(super) list: Vec<Term>,
    keys: HashSet<Vec<String>>,
    pub(super) intercept: Option<bool>,
}

impl Terms {
    pub(super) fn one(term: Term) -> Self {
        let mut terms = Self::default();
        terms.insert(term);
        terms
    }

    /// The `1` or `0` that says whether there is an intercept.
    pub(super) fn constant(intercept: bool) -> Self {
        Self { intercept: Some(intercept), ..Self::default() }
    }

    /// `a + b`; what is said last of the intercept holds.
    pub(super) fn add(&mut self, other: Self, cursor: &Cursor<'_>, span: &Span) -> Result<(), Error> {
        self.intercept = other.intercept.or(self.intercept);
        for term in other.list {
            self.insert(term);
        }
        refuse_many(self.list.len(), cursor, span)
    }

    /// `a - b`.
    pub(super) fn remove(&mut self, other: &Self, cursor: &Cursor<'_>, span: &Span) -> Result<(), Error> {
        if let Some(constant) = other.intercept {
            if !constant || !other.list.is_empty() {
                return Err(cursor
                    .error(ErrorKind::Formula, span, "of the numbers only 1 can be taken away")
                    .remedy("write `- 1` or `0 +` for a model without intercept"));
            }
            self.intercept = Some(false);
        }
        for term in &other.list {
            let Some(place) = self.list.iter().position(|t| t.key == term.key) else {
                return Err(cursor
                    .error(ErrorKind::Formula, span, "a term is taken away that was not there")
                    .remedy("leave it out"));
            };
            self.list.remove(place);
            self.keys.remove(&term.key);
        }
        Ok(())
    }

    /// `a:b`, and with `crossing` `a * b`, which is `a + b + a:b`.
    pub(super) fn times(&self, other: &Self, crossing: bool, cursor: &Cursor<'_>, span: &Span) -> Result<Self, Error> {
        if self.intercept.is_some() || other.intercept.is_some() {
            return Err(cursor
                .error(ErrorKind::Formula, span, "a number cannot be part of an interaction")
                .remedy("put arithmetic inside I(), like I(2 * x)"));
        }
        refuse_many(self.list.len().saturating_mul(other.list.len()), cursor, span)?;
        let mut product = Self::default();
        if crossing {
            for term in self.list.iter().chain(&other.list) {
                product.insert(term.clone());
            }
        }
        for a in &self.list {
            for b in &other.list {
                let term = a.times(b);
                if term.factors.len() > MAX_FACTORS {
                    return Err(cursor
                        .error(ErrorKind::Formula, span, format!("a term has more than {MAX_FACTORS} factors"))
                        .remedy("leave the highest interactions out"));
                }
                product.insert(term);
            }
        }
        refuse_many(product.list.len(), cursor, span)?;
        Ok(product)
    }

    fn insert(&mut self, term: Term) {
        if self.keys.insert(term.key.clone()) {
            self.list.push(term);
        }
    }
}

fn refuse_many(terms: usize, cursor: &Cursor<'_>, span: &Span) -> Result<(), Error> {
    if terms <= MAX_TERMS {
        return Ok(());
    }
    Err(cursor
        .error(ErrorKind::Formula, span, format!("these are more than {MAX_TERMS} terms"))
        .remedy("use fewer interactions, or build the design from arrays"))
}
