//! The one form in which every test reports.

use std::fmt;

use serde::Serialize;

use super::{Outcome, PValue, catalogue, test_table};
use crate::table::{NumberFormat, Table, evcxr, wrapped};
use crate::{Note, Sample};

/// One choice the result depends on, and who made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Setting {
    /// What was chosen: `lags`, `covariance`, `bandwidth`.
    pub name: String,
    /// The choice.
    pub value: String,
    /// Who chose: the user, a default, or a rule (named).
    pub chosen_by: String,
}

impl Setting {
    /// A choice and who made it.
    pub fn new(name: impl Into<String>, value: impl Into<String>, chosen_by: impl Into<String>) -> Self {
        Self { name: name.into(), value: value.into(), chosen_by: chosen_by.into() }
    }

    /// A choice that is the default's where it is the default, the user's elsewhere.
    pub fn or_default<T: PartialEq + fmt::Display>(name: impl Into<String>, value: T, default: T) -> Self {
        let chosen_by = if value == default { "default" } else { "user" };
        Self::new(name, value.to_string(), chosen_by)
    }
}

/// `lags = 2 (user)`.
impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = {}", self.name, self.value)?;
        if self.chosen_by.is_empty() { Ok(()) } else { write!(f, " ({})", self.chosen_by) }
    }
}

/// The statistic beyond which a test of this level rejects.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct CriticalValue {
    /// The level: 0.05 for a test of 5 %.
    pub level: f64,
    /// The statistic at which the p-value is the level.
    pub value: f64,
}

impl CriticalValue {
    /// The critical values at those of the levels that have one.
    pub fn at_levels(levels: &[f64], at: impl Fn(f64) -> Option<f64>) -> Vec<Self> {
        levels.iter().filter_map(|level| Some(Self { level: *level, value: at(*level)? })).collect()
    }

    /// `5 %`, `2.5 %`.
    pub fn level_in_words(&self) -> String {
        let percent = 100.0 * self.level;
        let decimals = if (percent - percent.round()).abs() < 1e-9 { 0 } else { 1 };
        format!("{} %", NumberFormat::Decimals(decimals).format(percent))
    }
}

/// The one form in which every test reports.
///
/// ```
/// use yalu::hypothesis::{NullDistribution, Outcome, PValue, Setting, TestReport};
/// use yalu::{Period, Sample, Stamp};
/// let report = TestReport {
///     test: "granger",
///     convention: "F",
///     null: "eggs do not Granger-cause chickens: their 3 lags have zero coefficients".into(),
///     alternative: "lags of eggs help to predict chickens".into(),
///     outcome: Outcome::Computed {
///         symbol: "F",
///         statistic: 5.405,
///         distribution: NullDistribution::F(3.0, 44.0),
///         p: PValue::Exact(0.00297),
///     },
///     critical_values: vec![],
///     sample: Sample {
///         first: Stamp::Period(Period::annual(1933)),
///         last: Stamp::Period(Period::annual(1983)),
///         n: 51,
///     },
///     settings: vec![Setting::new("lags", "3", "user")],
///     notes: vec![],
/// };
/// assert_eq!(report.rejects(0.05), Some(true));
/// assert!(report.to_string().contains("F = 5.405, compared to F(3, 44): p = 0.0030"));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct TestReport {
    /// The catalogue's name of the test, as in `yalu explain NAME`.
    pub test: &'static str,
    /// Which of several conventions for one statistic this is: `F`, `chi2-wald`, `lr`; empty if there is one only.
    pub convention: &'static str,
    /// The null hypothesis, with the user's names.
    pub null: String,
    /// The alternative, with the user's names.
    pub alternative: String,
    /// What it came to.
    pub outcome: Outcome,
    /// Critical values at this n, where the law is one that readers look up; empty for F, χ², t and the normal.
    pub critical_values: Vec<CriticalValue>,
    /// The rows used.
    pub sample: Sample,
    /// What the result depends on.
    pub settings: Vec<Setting>,
    /// What a reader must know.
    pub notes: Vec<Note>,
}

impl TestReport {
    /// Whether the null is rejected at this level; `None` where no number can be stood behind, or a bound does not tell.
    pub fn rejects(&self, level: f64) -> Option<bool> {
        self.p()?.is_below(level)
    }

    /// The p-value or the bound that a table supports; `None` where no number can be stood behind.
    pub fn p(&self) -> Option<PValue> {
        match &self.outcome {
            Outcome::Computed { p, .. } => Some(*p),
            Outcome::NotApplicable { .. } => None,
        }
    }

    /// The statistic; `None` where no number can be stood behind.
    pub fn statistic(&self) -> Option<f64> {
        match &self.outcome {
            Outcome::Computed { statistic, .. } => Some(*statistic),
            Outcome::NotApplicable { .. } => None,
        }
    }

    /// The report as a table of one row.
    pub fn table(&self) -> Table {
        test_table(std::slice::from_ref(self))
    }

    /// Shows the report in a Jupyter notebook; evcxr calls this for the last expression of a cell.
    pub fn evcxr_display(&self) {
        evcxr::show_as(&self.table().render(crate::table::Format::Html), &self.to_string());
    }

    /// The title of the test, with the convention where there are several.
    fn title(&self) -> String {
        let title = catalogue::get(self.test).map_or(self.test, |entry| entry.title);
        if self.convention.is_empty() { title.to_owned() } else { format!("{title}, convention {}", self.convention) }
    }
}

/// A block for the terminal: the test, its null in words, the result, the sample, the settings, the notes.
impl fmt::Display for TestReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let result = match &self.outcome {
            Outcome::Computed { symbol, statistic, distribution, p } => {
                let statistic = NumberFormat::Significant(4).format(*statistic);
                format!("{symbol} = {statistic}, compared to {distribution}: {p}")
            }
            Outcome::NotApplicable { because } => format!("no number: {because}"),
        };
        let settings: Vec<String> = self.settings.iter().map(Setting::to_string).collect();
        f.write_str(&self.title())?;
        field(f, "H0", &self.null)?;
        field(f, "H1", &self.alternative)?;
        field(f, "result", &result)?;
        field(f, "critical", &critical_in_words(&self.critical_values))?;
        field(f, "sample", &self.sample.to_string())?;
        field(f, "settings", &settings.join(", "))?;
        self.notes.iter().try_for_each(|note| field(f, "note", note.text()))
    }
}

/// `−3.43 at 1 %, −2.86 at 5 %`.
fn critical_in_words(values: &[CriticalValue]) -> String {
    let word = |critical: &CriticalValue| {
        let value = NumberFormat::Decimals(3).format(critical.value);
        format!("{value} at {}", critical.level_in_words())
    };
    values.iter().map(word).collect::<Vec<_>>().join(", ")
}

/// One labelled line, the text broken at a hundred columns and set in.
fn field(f: &mut fmt::Formatter<'_>, label: &str, text: &str) -> fmt::Result {
    if text.is_empty() {
        return Ok(());
    }
    let lines = wrapped(text, 88);
    write!(f, "\n  {label:<8}  {}", lines.join("\n            "))
}
