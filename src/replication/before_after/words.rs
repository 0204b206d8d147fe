//! Before and after in words.

use super::{BeforeAfterEvidence, Comparison, Equation};

impl Comparison {
    /// The p-value of Chow's F at the date.
    pub fn chow_p(&self) -> Option<f64> {
        self.chow.reports().first()?.p().map(|p| p.value())
    }

    /// `"half-years" 0.88 → 0.61 (from 2010H2, Chow p = 0.537)`.
    fn in_words(&self) -> Option<String> {
        let slope = self.regression.change(self.equation.slope()).ok()?;
        let p = match self.chow_p()? {
            p if p < 0.001 => "p < 0.001".to_owned(),
            p => format!("p = {p:.3}"),
        };
        let (before, after) = (slope.before.estimate, slope.after.estimate);
        Some(format!("\"{}\" {before:.2} → {after:.2} (from {}, Chow {p})", self.title, self.date))
    }
}

impl BeforeAfterEvidence {
    /// The slopes, how often equal coefficients are rejected, the dates that the data would choose, and what cannot be
    /// asked.
    pub fn in_words(&self, level: f64) -> Vec<String> {
        let mut first_dates: Vec<&Comparison> =
            self.comparisons.iter().filter(|c| c.equation == Equation::Logs).collect();
        first_dates.dedup_by_key(|c| c.sample);
        let slopes: Vec<String> = first_dates.into_iter().filter_map(Comparison::in_words).collect();
        let rejected = |equation| {
            let asked = self.comparisons.iter().filter(|c| c.equation == equation);
            let rejected = asked.clone().filter(|c| c.chow_p().is_some_and(|p| p < level)).count();
            format!("{rejected} of {}", asked.count())
        };
        let dates: Vec<String> = self
            .chosen_dates
            .iter()
            .filter(|(_, equation, ..)| *equation == Equation::Logs)
            .map(|(sample, _, date, f)| format!("{date} on \"{sample}\" (F {f:.1})"))
            .collect();
        vec![
            format!("The slope of log imports on log exports, before → after: {}.", slopes.join("; ")),
            format!(
                "Chow's F rejects equal coefficients at {} % in {} comparisons in levels, {} in logs and {} in changes of \
                 logs: the verdict hangs on the form, and on the paper's years on whether 2009 is whole.",
                100.0 * level,
                rejected(Equation::Levels),
                rejected(Equation::Logs),
                rejected(Equation::LogChanges)
            ),
            format!(
                "In logs the data themselves would put the break elsewhere: {}. A rejection at 2010 does not show that the \
                 change came then.",
                dates.join(", ")
            ),
            "Imports on anthracite cannot be compared: its yearly revenues have a gap and three definitions."
                .to_owned(),
        ]
    }

    /// Whether causality itself changed; `None` if no sample can say.
    pub fn causality_in_words(&self, level: f64) -> Option<String> {
        super::causality::in_words(&self.causality, level)
    }
}
