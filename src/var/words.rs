//! What a model comes to, in sentences.

use super::{ResidualTest, VarResult};
use crate::hypothesis::CriticalValue;
use crate::table::NumberFormat;
use crate::{Error, ErrorKind, HypothesisTest, TestReport};

impl VarResult {
    /// Size and stability in a sentence or two.
    pub fn in_words(&self) -> String {
        let (equations, lags) = (self.names().len(), self.lags_included());
        let listed: Vec<String> = lags.iter().map(ToString::to_string).collect();
        let lags = match lags.len() {
            1 if self.lags() == 1 => "1 lag".to_owned(),
            1 => format!("lag {} alone", listed[0]),
            n if n == self.lags() => format!("{n} lags"),
            _ => format!("lags {}", listed.join(", ")),
        };
        let free = match self.free_coefficients() {
            n if n == self.terms().len() * equations => format!("{n} coefficients"),
            n => format!("{n} of {} coefficients free", self.terms().len() * equations),
        };
        let equations = if equations == 1 { "1 equation".to_owned() } else { format!("{equations} equations") };
        let largest = self.roots().first().map_or(f64::NAN, |root| root.modulus());
        let largest = NumberFormat::Decimals(3).format(largest);
        let stability = if self.is_stable() {
            format!(
                "The largest root of the companion matrix is {largest} in modulus: the system is stable, and what a shock does dies out."
            )
        } else {
            format!(
                "The largest root of the companion matrix is {largest} in modulus: the system is not stable, what a shock does \
                 need not die out, and asymptotic standard errors of responses have no sound law."
            )
        };
        format!("{equations} with {lags}, {free}, {} rows. {stability}", self.nobs())
    }
}

/// What tests of the residuals come to at this level, each in a clause.
///
/// # Errors
/// If the level is not strictly between 0 and 1.
pub fn residuals_in_words(tests: &[&ResidualTest], level: f64) -> Result<String, Error> {
    if !(level > 0.0 && level < 1.0) {
        return Err(Error::new(ErrorKind::Argument, format!("a level of {level} is not between 0 and 1"))
            .remedy("0.05 is the usual one"));
    }
    let percent = CriticalValue { level, value: 0.0 }.level_in_words();
    let (mut rejected, mut standing, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for test in tests {
        let report = test.report();
        let clause = |report: &TestReport| {
            let p = report.p().map_or(String::new(), |p| format!(" (p = {})", NumberFormat::PValue.format(p.value())));
            format!("{}{p}", report.null).replace("p = <", "p < ")
        };
        match report.rejects(level) {
            Some(true) => rejected.push(clause(&report)),
            Some(false) => standing.push(clause(&report)),
            None => unknown.push(report.null.clone()),
        }
    }
    let mut sentences = Vec::new();
    if !rejected.is_empty() {
        sentences.push(format!("At {percent} the residuals reject that {}.", rejected.join(", and that ")));
    }
    if !standing.is_empty() {
        let at = if rejected.is_empty() { format!("At {percent} they") } else { "They".to_owned() };
        sentences.push(format!("{at} do not reject that {}.", standing.join(", nor that ")));
    }
    if !unknown.is_empty() {
        sentences.push(format!("Not identified at this n: whether {}.", unknown.join("; whether ")));
    }
    Ok(sentences.join(" "))
}
