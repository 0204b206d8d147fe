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
    /// All of it in short: the slopes, other dates, rivals, anthracite.
    pub fn in_short(&self, level: f64) -> Vec<String> {
        let mut words: Vec<String> = self.slopes_in_words(level).into_iter().take(1).collect();
        let rejected = self.comparisons.iter().filter(|c| c.chow_p().is_some_and(|p| p < level)).count();
        words.push(format!(
            "Chow's F rejects equal coefficients at {} % in {rejected} of {} comparisons; {}.",
            100.0 * level,
            self.comparisons.len(),
            super::chosen::beside_the_claim(&self.chosen_dates)
        ));
        words.extend(self.rivals_in_words(level).into_iter().next());
        words.push(
            "Imports on anthracite cannot be compared: its revenues have a gap and three definitions.".to_owned(),
        );
        words
    }

    /// The slopes, and how often equal coefficients are rejected.
    pub fn slopes_in_words(&self, level: f64) -> Vec<String> {
        let mut first_dates: Vec<&Comparison> =
            self.comparisons.iter().filter(|c| c.equation == Equation::Logs).collect();
        first_dates.dedup_by_key(|c| c.sample);
        let slopes: Vec<String> = first_dates.into_iter().filter_map(Comparison::in_words).collect();
        let rejected = |equation| {
            let asked = self.comparisons.iter().filter(|c| c.equation == equation);
            let rejected = asked.clone().filter(|c| c.chow_p().is_some_and(|p| p < level)).count();
            format!("{rejected} of {}", asked.count())
        };
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
        ]
    }

    /// The dates that the data would choose.
    pub fn chosen_in_words(&self, level: f64) -> String {
        super::chosen::in_words(&self.chosen_dates, level)
    }

    /// What imports on anthracite can and cannot show.
    pub fn anthracite_in_words(&self) -> String {
        super::anthracite::in_words(&self.anthracite)
    }

    /// What stands beside the claim that something changed at that date.
    pub fn beside_the_claim(&self, level: f64) -> String {
        [super::chosen::beside_the_claim(&self.chosen_dates), super::rivals::beside_the_claim(&self.rivals, level)]
            .join("; ")
    }

    /// Whether the dates of the measures stand out among all others.
    pub fn placebo_in_words(&self) -> String {
        super::chosen::placebo_in_words(&self.chosen_dates)
    }

    /// Whether the years from 2014 on left the regime before; `None` if no sample can say.
    pub fn end_of_2013_in_words(&self, level: f64) -> Option<String> {
        super::end_of_sample::in_words(&self.end_of_2013, level)
    }

    /// What stands beside the claim that the end of 2013 changed trade.
    pub fn end_of_2013_beside_the_claim(&self, level: f64) -> String {
        super::end_of_sample::beside_the_claim(&self.end_of_2013, level)
    }

    /// What becomes of the change as rival explanations enter.
    pub fn rivals_in_words(&self, level: f64) -> Vec<String> {
        super::rivals::in_words(&self.rivals, level)
    }

    /// How often one direction itself is found to have changed.
    pub fn causality_beside_the_claim(&self, exports_to_imports: bool, level: f64) -> String {
        super::causality::beside_the_claim(&self.causality, exports_to_imports, level)
    }

    /// Whether causality itself changed; `None` if no sample can say.
    pub fn causality_in_words(&self, level: f64) -> Option<String> {
        super::causality::in_words(&self.causality, level)
    }
}
