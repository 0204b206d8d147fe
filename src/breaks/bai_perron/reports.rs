//! The tests as reports: the maxima, no break against each number, one break more.

use super::errors::RegimeErrors;
use super::statistics::OneMore;
use crate::breaks::BreakDate;
use crate::dist::bai_perron::{self, LEVELS, Statistic};
use crate::dist::{Tail, sup_wald};
use crate::hypothesis::{CriticalValue, NullDistribution, Setting};
use crate::{Design, Note, Outcome, TestReport};

/// What the reports are made from.
pub(super) struct Computed<'a> {
    pub design: &'a Design,
    pub changing: &'a [String],
    pub trim: f64,
    pub errors: RegimeErrors,
    pub shortest: usize,
    /// The dates and sup F for each number of breaks from 1 on, or why there is none.
    pub sup_f: &'a [(Vec<BreakDate>, Result<f64, String>)],
    /// One break more than 1, 2, …; `None` where no regime has room.
    pub one_more: &'a [Result<Option<(OneMore, BreakDate)>, String>],
}

const SUP_F: [&str; 9] =
    ["sup F(1)", "sup F(2)", "sup F(3)", "sup F(4)", "sup F(5)", "sup F(6)", "sup F(7)", "sup F(8)", "sup F(9)"];
const ONE_MORE: [&str; 8] =
    ["sup F(2|1)", "sup F(3|2)", "sup F(4|3)", "sup F(5|4)", "sup F(6|5)", "sup F(7|6)", "sup F(8|7)", "sup F(9|8)"];
/// The level whose weights WDmax is shown with: the place in [`LEVELS`].
const SHOWN: usize = 1;

impl Computed<'_> {
    pub fn all(&self) -> Vec<TestReport> {
        let mut reports = vec![self.maximum(), self.weighted_maximum()];
        for ((breaks, name), (dates, sup_f)) in (1..).zip(SUP_F).zip(self.sup_f) {
            let dates: Vec<String> = dates.iter().map(ToString::to_string).collect();
            let (null, alternative) = (self.changes(0), self.they_change(&times(breaks)));
            let (outcome, critical_values) = self.against(breaks, sup_f);
            let settings = vec![Setting::new("dates", dates.join(", "), "data")];
            reports.push(self.report("bai-perron", name, (null, alternative), outcome, critical_values, settings));
        }
        for ((breaks, name), one_more) in (1_usize..).zip(ONE_MORE).zip(self.one_more) {
            let (null, alternative) = (self.changes(breaks), self.they_change(&times(breaks + 1)));
            let settings = match one_more {
                Ok(Some((_, date))) => vec![Setting::new("date", date.to_string(), "data")],
                _ => Vec::new(),
            };
            let outcome = self.of_one_more(breaks, one_more);
            reports.push(self.report("bai-perron", name, (null, alternative), outcome, Vec::new(), settings));
        }
        reports
    }

    /// `the coefficient of x changes twice`.
    fn changes(&self, breaks: usize) -> String {
        let verb = if self.changing.len() == 1 { "changes" } else { "change" };
        match breaks {
            0 => format!("{} never {verb}", self.what()),
            _ => format!("{} {verb} {}", self.what(), times(breaks)),
        }
    }

    fn they_change(&self, how: &str) -> String {
        if self.changing.len() == 1 { format!("it changes {how}") } else { format!("they change {how}") }
    }

    fn what(&self) -> String {
        let (q, response) = (self.changing.len(), self.design.response());
        match q == self.design.terms().len() {
            _ if q == 1 => format!("the coefficient of {} in the equation of `{response}`", self.changing[0]),
            true => format!("the {q} coefficients of `{response}`"),
            false => format!("the coefficients of {} in the equation of `{response}`", self.changing.join(", ")),
        }
    }

    fn report(
        &self,
        test: &'static str,
        convention: &'static str,
        (null, alternative): (String, String),
        outcome: Outcome,
        critical_values: Vec<CriticalValue>,
        own: Vec<Setting>,
    ) -> TestReport {
        let mut settings = vec![
            Setting::or_default("trim", self.trim.to_string(), "0.15".into()),
            Setting::new("fewest rows of a regime", self.shortest.to_string(), "trim"),
            Setting::or_default("errors", self.errors, RegimeErrors::default()),
        ];
        settings.extend(own);
        let mut notes = self.design.notes().to_vec();
        let n = self.design.nobs();
        if n < 20 {
            notes.push(Note::new(format!(
                "on only {n} rows the laws of these statistics, which are for large samples, hold badly: they reject a true \
                 null too often"
            )));
        }
        TestReport {
            test,
            convention,
            null,
            alternative,
            outcome,
            critical_values,
            sample: self.design.sample(),
            settings,
            notes,
        }
    }

    /// No break against this number: Hansen's law of one, Bai and Perron's of more.
    fn against(&self, breaks: usize, sup_f: &Result<f64, String>) -> (Outcome, Vec<CriticalValue>) {
        let statistic = match sup_f {
            Ok(statistic) => *statistic,
            Err(because) => return (not_identified(because), Vec::new()),
        };
        let q = self.changing.len();
        let law = Statistic::SupF(breaks);
        let tail = if breaks == 1 {
            let (n, shortest) = (self.design.nobs() as f64, self.shortest as f64);
            sup_wald::p_value(sup_wald::Functional::Sup, statistic, q, shortest / n)
        } else {
            bai_perron::p_value(law, statistic, q, self.trim)
        };
        let critical = bai_perron::critical_values(law, q, self.trim).filter(|_| breaks > 1);
        let distribution = match breaks {
            1 => NullDistribution::NonStandard("sup_wald", "sup W of Andrews"),
            _ => NullDistribution::NonStandard("bai_perron_sup_f", "sup F of Bai and Perron"),
        };
        (self.computed("sup F", statistic, tail, distribution), with_levels(critical))
    }

    fn of_one_more(&self, breaks: usize, one_more: &Result<Option<(OneMore, BreakDate)>, String>) -> Outcome {
        match one_more {
            Err(because) => not_identified(because),
            Ok(None) => {
                Outcome::NotApplicable { because: format!("no regime has room for two of {} rows", self.shortest) }
            }
            Ok(Some((found, _))) => {
                let q = self.changing.len();
                let share = self.shortest as f64 / self.design.nobs() as f64;
                let tail = sup_wald::p_value_of_largest(breaks + 1, found.statistic, q, share);
                let law = NullDistribution::NonStandard("largest_sup_wald", "largest of independent sup W");
                self.computed("sup F", found.statistic, tail, law)
            }
        }
    }

    fn computed(&self, symbol: &'static str, statistic: f64, tail: Option<Tail>, law: NullDistribution) -> Outcome {
        match tail {
            Some(tail) => Outcome::Computed { symbol, statistic, distribution: law, p: tail.into() },
            None => {
                Outcome::NotApplicable { because: format!("{symbol} = {statistic:.3}, but {}", self.not_tabulated()) }
            }
        }
    }

    fn not_tabulated(&self) -> String {
        let q = self.changing.len();
        if q > bai_perron::MOST_PARAMETERS && bai_perron::breaks_of_maxima(self.trim).is_some() {
            return format!("its law is tabulated for up to {} coefficients, not for {q}", bai_perron::MOST_PARAMETERS);
        }
        let trims: Vec<String> = bai_perron::TRIMS.iter().map(ToString::to_string).collect();
        format!("its law is tabulated for trims of {} only, not for {}", trims.join(", "), self.trim)
    }

    /// The statistics over which the maxima are taken.
    fn parts(&self) -> Result<Vec<f64>, String> {
        let most = bai_perron::breaks_of_maxima(self.trim).ok_or_else(|| self.not_tabulated())?;
        let parts: Result<Vec<f64>, String> = self.sup_f.iter().take(most).map(|(_, sup_f)| sup_f.clone()).collect();
        parts.map_err(|because| format!("not identified: {because}"))
    }

    fn maxima_words(&self) -> (String, String) {
        (self.changes(0), self.they_change("an unknown number of times"))
    }

    fn maxima_settings(&self, parts: &[f64]) -> Vec<Setting> {
        vec![Setting::new("breaks", format!("up to {}", parts.len()), "trim and most breaks")]
    }

    fn maximum(&self) -> TestReport {
        let q = self.changing.len();
        let (outcome, critical, settings) = match self.parts() {
            Err(because) => (Outcome::NotApplicable { because }, None, Vec::new()),
            Ok(parts) => {
                let largest = parts.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                let tail = bai_perron::p_value(Statistic::UdMax, largest, q, self.trim);
                let law = NullDistribution::NonStandard("udmax", "UDmax of Bai and Perron");
                let critical = bai_perron::critical_values(Statistic::UdMax, q, self.trim);
                (self.computed("UDmax", largest, tail, law), critical, self.maxima_settings(&parts))
            }
        };
        self.report("udmax", "UDmax", self.maxima_words(), outcome, with_levels(critical), settings)
    }

    fn weighted_maximum(&self) -> TestReport {
        let q = self.changing.len();
        let unknown = || self.not_tabulated();
        let weights = || bai_perron::weights(q, self.trim).ok_or_else(unknown);
        let critical = || bai_perron::critical_values(Statistic::WdMax, q, self.trim).ok_or_else(unknown);
        let found = self.parts().and_then(|parts| Ok((parts, weights()?, critical()?)));
        let (outcome, critical, settings) = match found {
            Err(because) => (Outcome::NotApplicable { because }, Vec::new(), Vec::new()),
            Ok((parts, weights, critical)) => {
                let largest = |level: usize| {
                    std::iter::zip(&parts, &weights[level]).map(|(f, w)| f * w).fold(f64::NEG_INFINITY, f64::max)
                };
                // Every level has weights of its own: what can be said is at which levels it rejects.
                let rejects = (0..LEVELS.len()).rev().find(|level| largest(*level) > critical[*level]);
                let tail = rejects.map_or(Tail::Above(LEVELS[0]), |level| Tail::Below(LEVELS[level]));
                let law = NullDistribution::NonStandard("wdmax", "WDmax of Bai and Perron");
                let mut settings = self.maxima_settings(&parts);
                settings.push(Setting::new("weights", "those of 5 %", "default"));
                let shown = CriticalValue { level: LEVELS[SHOWN], value: critical[SHOWN] };
                (self.computed("WDmax", largest(SHOWN), Some(tail), law), vec![shown], settings)
            }
        };
        self.report("udmax", "WDmax", self.maxima_words(), outcome, critical, settings)
    }
}

fn with_levels(critical: Option<[f64; 4]>) -> Vec<CriticalValue> {
    let values = critical.iter().flat_map(|values| LEVELS.into_iter().zip(*values));
    values.map(|(level, value)| CriticalValue { level, value }).collect()
}

fn not_identified(because: &str) -> Outcome {
    Outcome::NotApplicable { because: format!("not identified: {because}") }
}

fn times(breaks: usize) -> String {
    match breaks {
        1 => "once".into(),
        2 => "twice".into(),
        _ => format!("{breaks} times"),
    }
}
