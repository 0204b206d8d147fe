//! Linear restrictions on coefficients, by name.

use std::fmt;

use crate::{Error, ErrorKind};

/// One or more linear equations in the coefficients.
///
/// ```
/// use yalu::regression::Restriction;
/// let restriction = Restriction::parse("x1 = 0, x2 - 2*x3 = 1")?;
/// assert_eq!(restriction.to_string(), "x1 = 0, x2 − 2 × x3 = 1");
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Restriction {
    equations: Vec<Equation>,
}

#[derive(Debug, Clone, PartialEq)]
struct Equation {
    weights: Vec<(String, f64)>,
    value: f64,
}

impl Restriction {
    /// These terms all have zero coefficients.
    pub fn zero<S: Into<String>>(terms: impl IntoIterator<Item = S>) -> Self {
        let equation = |term: S| Equation { weights: vec![(term.into(), 1.0)], value: 0.0 };
        Self { equations: terms.into_iter().map(equation).collect() }
    }

    /// Two terms have the same coefficient.
    pub fn equal(a: impl Into<String>, b: impl Into<String>) -> Self {
        Self::default().and([(a.into(), 1.0), (b.into(), -1.0)], 0.0)
    }

    /// Adds the equation Σ weight × coefficient = value.
    #[must_use]
    pub fn and<S: Into<String>>(mut self, weights: impl IntoIterator<Item = (S, f64)>, value: f64) -> Self {
        let weights = weights.into_iter().map(|(term, weight)| (term.into(), weight)).collect();
        self.equations.push(Equation { weights, value });
        self
    }

    /// Reads equations separated by commas; a side is a sum of terms and numbers, a term may have a factor (`2*x`).
    /// A name with blanks or signs in it stands in backticks.
    ///
    /// # Errors
    /// If the text is not of that form.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let refuse = |why: &str| {
            Error::new(ErrorKind::Formula, format!("restriction `{text}`: {why}"))
                .remedy("write equations such as `x1 = 0, x2 = x3`")
        };
        let mut equations = Vec::new();
        for part in split_outside(text, ',') {
            let [left, right] = split_outside(part, '=')[..] else {
                return Err(refuse("an equation has one `=`"));
            };
            let mut equation = Equation { weights: Vec::new(), value: 0.0 };
            for (side, sign) in [(left, 1.0), (right, -1.0)] {
                add_side(&mut equation, side, sign).ok_or_else(|| refuse(&format!("cannot read `{}`", side.trim())))?;
            }
            if equation.weights.is_empty() {
                return Err(refuse("an equation names at least one term"));
            }
            equations.push(equation);
        }
        Ok(Self { equations })
    }

    /// The number of equations.
    pub fn len(&self) -> usize {
        self.equations.len()
    }

    /// Whether there is no equation.
    pub fn is_empty(&self) -> bool {
        self.equations.is_empty()
    }

    /// Each equation as weights over all terms, and its value.
    pub(crate) fn rows(&self, terms: &[String]) -> Result<Vec<(Vec<f64>, f64)>, Error> {
        let row = |equation: &Equation| {
            let mut weights = vec![0.0; terms.len()];
            for (name, weight) in &equation.weights {
                let Some(j) = terms.iter().position(|term| term == name) else {
                    return Err(Error::unknown_name("term", name, terms.iter().map(String::as_str)));
                };
                weights[j] += weight;
            }
            if weights.iter().chain([&equation.value]).any(|value| !value.is_finite()) {
                return Err(Error::new(ErrorKind::NonFinite, format!("the restriction `{equation}` is not finite")));
            }
            Ok((weights, equation.value))
        };
        self.equations.iter().map(row).collect()
    }
}

/// The pieces between separators that stand neither between backticks nor in parentheses.
fn split_outside(text: &str, separator: char) -> Vec<&str> {
    let (mut quoted, mut depth) = (false, 0_i32);
    text.split(|c| {
        quoted ^= c == '`';
        depth += i32::from(c == '(') - i32::from(c == ')');
        c == separator && !quoted && depth == 0
    })
    .collect()
}

/// Adds `sign` times a side of an equation, all terms to the left and all numbers to the right.
fn add_side(equation: &mut Equation, side: &str, sign: f64) -> Option<()> {
    let side = side.replace('−', "-");
    let mut rest = side.trim();
    let mut first = true;
    while !rest.is_empty() || first {
        let mut factor = sign;
        if let Some(after) = rest.strip_prefix('-') {
            factor = -sign;
            rest = after.trim_start();
        } else if let Some(after) = rest.strip_prefix('+') {
            rest = after.trim_start();
        } else if !first {
            return None;
        }
        first = false;
        let (number, after) = take_number(rest);
        let starred = after.trim_start().strip_prefix('*');
        match (number, starred) {
            (Some(number), None) => {
                equation.value -= factor * number;
                rest = after.trim_start();
            }
            (number, starred) => {
                let (name, after) = take_name(starred.unwrap_or(rest).trim_start())?;
                equation.weights.push((name, factor * number.unwrap_or(1.0)));
                rest = after.trim_start();
            }
        }
    }
    Some(())
}

fn take_number(text: &str) -> (Option<f64>, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let exponent = text[end..].strip_prefix(['e', 'E']).map_or(0, |tail| {
        let signed = tail.len() - tail.trim_start_matches(['+', '-']).len().min(tail.len());
        let digits = tail[signed.min(tail.len())..].chars().take_while(char::is_ascii_digit).count();
        if digits > 0 && signed <= 1 { 1 + signed + digits } else { 0 }
    });
    let end = if end > 0 { end + exponent } else { 0 };
    match text[..end].parse() {
        Ok(number) => (Some(number), &text[end..]),
        Err(_) => (None, text),
    }
}

fn take_name(text: &str) -> Option<(String, &str)> {
    if let Some(quoted) = text.strip_prefix('`') {
        let (name, rest) = quoted.split_once('`')?;
        return Some((name.into(), rest));
    }
    // Signs inside parentheses belong to the name: `L(x, 1)`, `post(2010-06)`.
    let mut depth = 0_i32;
    let end = text
        .find(|c: char| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            depth == 0 && (c.is_whitespace() || matches!(c, '+' | '-' | '*'))
        })
        .unwrap_or(text.len());
    (end > 0).then(|| (text[..end].into(), &text[end..]))
}

impl fmt::Display for Restriction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, equation) in self.equations.iter().enumerate() {
            if i > 0 {
                f.write_str(", ")?;
            }
            equation.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Equation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, (term, weight)) in self.weights.iter().enumerate() {
            f.write_str(match (i, *weight < 0.0) {
                (0, false) => "",
                (0, true) => "−",
                (_, false) => " + ",
                (_, true) => " − ",
            })?;
            if weight.abs() != 1.0 {
                write!(f, "{} × ", weight.abs())?;
            }
            f.write_str(term)?;
        }
        // A zero that came from the right-hand side may carry a minus.
        write!(f, " = {}", self.value + 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equations_are_read() -> Result<(), Error> {
        let read = |text| Restriction::parse(text).map(|restriction| restriction.to_string());
        assert_eq!(read("x1 = 0, x2 = x3")?, "x1 = 0, x2 − x3 = 0");
        assert_eq!(read("2*a - 1.5e-1*b + 3 = -c")?, "2 × a − 0.15 × b + c = -3");
        assert_eq!(read("`log x` = 1, post(2010-06) = 0")?, "log x = 1, post(2010-06) = 0");
        assert_eq!(read("L(x, 1) - 2*L(x, 2) = 0")?, "L(x, 1) − 2 × L(x, 2) = 0");
        Ok(())
    }

    #[test]
    fn other_text_is_refused() {
        for text in ["", "x1", "x1 = 0 = 1", "= 0", "1 = 1", "x1 x2 = 0", "x1 ++ = 0", "`x = 0", "x1 = 0,"] {
            assert!(Restriction::parse(text).is_err(), "{text}");
        }
    }
}
