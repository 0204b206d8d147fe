//! R-style formulas.

use std::fmt;
use std::str::FromStr;

use crate::Error;

mod arithmetic;
mod call;
mod cursor;
mod design;
mod evaluate;
mod expr;
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
/// let formula = Formula::parse("imports~anthracite*post(2010-06)")?;
/// assert_eq!(formula.to_string(), "imports ~ anthracite + post(2010-06) + anthracite:post(2010-06)");
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
