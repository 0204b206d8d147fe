//! R-style formulas: `imports ~ lag(exports, 1:2) * post(2010-06)`.
//!
//! A formula names the response on the left of `~` and the regressors, called terms, on the right. Read by
//! [`Formula::parse`], it becomes a [`Design`](crate::Design) in any table that has its columns:
//!
//! ```
//! use yalu::{Design, Frame, Period, series::Calendar};
//! let years = Calendar::From(Period::annual(2006));
//! let frame = Frame::new(years, 8)
//!     .with_column("imports", [12., 14., 20., 19., 23., 32., 35., 36.].map(Some).to_vec())?
//!     .with_column("exports", [5., 6., 8., 8., 12., 25., 25., 29.].map(Some).to_vec())?;
//! let design = Design::from_formula(&frame, "log(imports) ~ log(exports) * post(2010)")?;
//! assert_eq!(design.response(), "log(imports)");
//! assert_eq!(design.terms(), ["(Intercept)", "log(exports)", "post(2010)", "log(exports):post(2010)"]);
//! let dynamic = Design::from_formula(&frame, "growth(imports) ~ lag(growth(exports), 1:2)")?;
//! assert_eq!(dynamic.sample().to_string(), "2009 to 2013 (n = 5)");
//! # Ok::<(), yalu::Error>(())
//! ```
//!
//! # Terms
//! | written | stands for |
//! |---|---|
//! | `a + b` | both; a term written twice counts once |
//! | `a:b` | the product of the two, row by row; `a:b` and `b:a` are the same term, `a:a` is `a` |
//! | `a * b` | `a + b + a:b` |
//! | `- a` | takes a term away again: `a * b - a` |
//! | `(a + b):c` | `a:c + b:c` |
//! | `1`, `0 +`, `- 1` | an intercept (there is one anyway), or none; the last one said holds |
//! | `` `value (USD)` `` | the column of this name; inside backquotes `\` makes the next character part of the name |
//!
//! # Functions
//! Wherever a column may stand inside a function, arithmetic may stand too: `log(value / weight)`, `lag(log(x), 1:2)`.
//!
//! | written | value in row t | needs dates |
//! |---|---|---|
//! | `log(x)` | natural logarithm; x must be above 0 | |
//! | `diff(x)`, `diff(x, k)` | xₜ − xₜ₋₁, xₜ − xₜ₋ₖ | yes |
//! | `dlog(x)`, `dlog(x, k)` | log xₜ − log xₜ₋₁, log xₜ − log xₜ₋ₖ: a fraction, not percent | yes |
//! | `growth(x)`, `growth(x, k)` | 100 (xₜ/xₜ₋₁ − 1), 100 (xₜ/xₜ₋ₖ − 1): **percent**; the earlier value must be above 0 | yes |
//! | `lag(x, k)`, `lag(x, a:b)`, `lag(x)` | xₜ₋ₖ; a column for each of a, …, b; k = 1 | yes |
//! | `lead(x, k)`, `lead(x, a:b)`, `lead(x)` | xₜ₊ₖ; a column for each of a, …, b; k = 1 | yes |
//! | `I(…)` | what the arithmetic inside comes to: `+ - * / ^`, numbers, parentheses; `-x^2` is −(x²), `a^b^c` is a^(b^c) | |
//! | `post(d)` | 1 from d on, else 0: d is the first period *after* the event | yes |
//! | `between(a, b)` | 1 from a to b, both included, else 0 | yes |
//! | `pulse(d)` | 1 in d, else 0 | yes |
//! | `trend()` | t, which is 1 in the first row of the table, whatever the sample | yes |
//! | `season()` | a dummy for each season, [without the first](#seasons) beside an intercept | yes |
//! | `season(Feb)`, `season(Q2)`, `season(H2)` | the dummy of one season | yes |
//!
//! A date is a [`Period`](crate::Period) at the table's own frequency: an event in the second half of May 2010 is `post(2010-06)` in
//! monthly data, `post(2010H2)` in half-yearly data, and in annual data either `post(2010)` or `post(2011)`.
//!
//! # Rows
//! A row is used if every term and the response have a value in it.
//! - *Static formulas* (no `lag`, `lead`, `diff`, `dlog`, `growth`): an incomplete row is left out, listed in
//!   [`Design::dropped`](crate::Design::dropped) and noted.
//! - *Dynamic formulas*: the first complete row begins the sample and the last one ends it. Rows before and after are not
//!   "dropped": they are where lags and leads find no value, or columns have not begun. A column of which a lag or a change
//!   is taken must have no gap inside; one that stands as it is may, and costs a dropped row.
//!
//! # Seasons
//! `season()` leaves out the first season of the year (January, Q1, H1) if its dummies would otherwise add up to another
//! term: beside an intercept, and in `x + x:season()`, but not in `0 + season()` nor in `x:season()` alone. This is R's rule
//! for a factor.
//!
//! # Conventions beside R's
//! - `lag(x, 1)` moves time, as `L(x, 1)` does in the R package dynlm. R's own `stats::lag` moves the other way and, inside
//!   `lm`, does nothing at all. `lag(x, 0)` and negative lags are refused; write `x` and `lead(x, 1)`.
//! - `diff(x, k)` is R's `diff(x, lag = k)`, one difference over k periods, not k differences.
//! - `^` between terms, `/` between terms, `%in%`, `|` and `.` are not part of the language; `x^2` needs `I(x^2)`, as in R.
//! - Terms stay in the order in which they are written; R moves interactions behind all main effects.
//! - Nothing is dropped for collinearity; R reports an `NA` coefficient, here the regression names the regressor.
//! - A response among the regressors is refused; R leaves it out with a warning.
//!
//! # Errors
//! An error has the column of the character and shows the place:
//!
//! ```
//! use yalu::formula::Formula;
//! let error = Formula::parse("y ~ lag(x, 0)").unwrap_err();
//! assert_eq!(error.position().and_then(|p| p.column), Some(12));
//! assert_eq!(
//!     error.message(),
//!     "a lag of 0 is the column itself\n    y ~ lag(x, 0)\n               ^"
//! );
//! ```
//!
//! # References
//! Wilkinson, G. N. and Rogers, C. E. (1973), "Symbolic description of factorial models for analysis of variance",
//! *Applied Statistics* 22(3), 392–399. Chambers, J. M. and Hastie, T. J. (1992), *Statistical Models in S*, ch. 2.

use std::fmt;
use std::str::FromStr;

use crate::Error;

mod arithmetic;
mod call;
mod cursor;
mod design;
mod evaluate;
mod expr;
mod expression;
mod parse;
mod plan;
mod snippet;
mod terms;
#[cfg(test)]
mod tests;

use expr::Expr;
use terms::Term;

/// A formula that has been read: a response, terms, and whether there is an intercept.
///
/// Two formulas are equal if they mean the same. Displayed, a formula is its canonical text: interactions written out,
/// duplicates gone, `0 +` in front if there is no intercept.
///
/// ```
/// use yalu::formula::Formula;
/// let formula = Formula::parse("imports~coal*post(2010-06)")?;
/// assert_eq!(formula.to_string(), "imports ~ coal + post(2010-06) + coal:post(2010-06)");
/// assert_eq!(formula, Formula::parse(&formula.to_string())?);
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Formula {
    text: String,
    response: Expr,
    intercept: bool,
    terms: Vec<Term>,
}

impl Formula {
    /// Reads a formula; whether its columns exist is asked only by [`design`](Formula::design).
    ///
    /// # Errors
    /// If the text is not a formula: the error has the column of the place, and its message shows the place with carets.
    pub fn parse(text: &str) -> Result<Self, Error> {
        parse::formula(text)
    }

    /// The response's canonical text.
    pub fn response(&self) -> String {
        self.response.to_string()
    }

    /// The terms' canonical texts in order, the intercept not among them; a range of lags is one term here.
    pub fn terms(&self) -> Vec<String> {
        self.terms.iter().map(Term::to_string).collect()
    }

    /// Whether there is an intercept: there is, unless `0 +` or `- 1` takes it away.
    pub fn has_intercept(&self) -> bool {
        self.intercept
    }
}

impl PartialEq for Formula {
    fn eq(&self, other: &Self) -> bool {
        self.response == other.response && self.intercept == other.intercept && self.terms == other.terms
    }
}

impl FromStr for Formula {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut terms = self.terms();
        match (self.intercept, terms.is_empty()) {
            (false, _) => terms.insert(0, "0".to_owned()),
            (true, true) => terms.push("1".to_owned()),
            (true, false) => {}
        }
        write!(f, "{} ~ {}", self.response, terms.join(" + "))
    }
}
