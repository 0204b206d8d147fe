//! Does either flow Granger-cause the other? Every sample, form and number of lags, side by side.
//!
//! One p-value can be had by choosing among these; shown together they say what the data say.

use serde::Serialize;

use super::samples::TradeSample;
use crate::causality::{CausalityResult, CausalityTest, Granger, TodaYamamoto};
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::{Error, HypothesisTest, Outcome, Series};

/// How the flows enter a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Logarithms, by Granger's test.
    LogLevels,
    /// Changes of logarithms, by Granger's test.
    LogChanges,
    /// Logarithms, by Toda and Yamamoto's test with d = 1.
    TodaYamamoto,
    /// The same with the logarithm of trade with South Korea as third variable.
    TodaYamamotoWithSouthernTrade,
}

impl Form {
    /// The form in words.
    pub const fn title(self) -> &'static str {
        match self {
            Self::LogLevels => "logs",
            Self::LogChanges => "Δlogs",
            Self::TodaYamamoto => "Toda–Yamamoto, d = 1",
            Self::TodaYamamotoWithSouthernTrade => "Toda–Yamamoto, d = 1, given trade with the South",
        }
    }
}

/// One specification: a sample, a form and a number of lags, tested both ways.
#[derive(Debug, Clone, PartialEq)]
pub struct Specification {
    /// The sample's short name.
    pub sample: &'static str,
    /// The sample in words.
    pub title: &'static str,
    /// How the flows enter.
    pub form: Form,
    /// Do North Korea's exports help to predict its imports?
    pub forward: CausalityTest,
    /// Do its imports help to predict its exports?
    pub backward: CausalityTest,
}

/// Every specification, and what they come to together.
#[derive(Debug, Clone, PartialEq)]
pub struct CausalityEvidence {
    /// In the order of samples, forms and lags.
    pub specifications: Vec<Specification>,
}

/// What a pair of tests says at a level, by one convention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Only exports → imports: what the paper asserts.
    ExportsOnly,
    /// Only imports → exports.
    ImportsOnly,
    /// Both.
    Both,
    /// Neither.
    Neither,
    /// No number can be stood behind.
    NotIdentified,
}

impl Direction {
    /// The directions in the order in which a summary counts them.
    pub const ALL: [Self; 5] = [Self::ExportsOnly, Self::ImportsOnly, Self::Both, Self::Neither, Self::NotIdentified];

    /// In words, X being North Korea's exports to China and M its imports from China.
    pub const fn words(self) -> &'static str {
        match self {
            Self::ExportsOnly => "X → M only",
            Self::ImportsOnly => "M → X only",
            Self::Both => "both",
            Self::Neither => "neither",
            Self::NotIdentified => "not identified",
        }
    }
}

impl Specification {
    /// What the pair says at a level, by the convention named.
    pub fn direction(&self, convention: &str, level: f64) -> Direction {
        match (self.forward.p_value(convention), self.backward.p_value(convention)) {
            (Some(forward), Some(backward)) => match (forward < level, backward < level) {
                (true, false) => Direction::ExportsOnly,
                (false, true) => Direction::ImportsOnly,
                (true, true) => Direction::Both,
                (false, false) => Direction::Neither,
            },
            _ => Direction::NotIdentified,
        }
    }
}

impl CausalityEvidence {
    /// Runs every specification.
    pub fn compute(samples: &[TradeSample]) -> Result<Self, Error> {
        let mut specifications = Vec::new();
        for sample in samples {
            let (x, m) = (sample.exports.log()?.rename("log exports"), sample.imports.log()?.rename("log imports"));
            let (dx, dm) = (x.diff(1)?.rename("Δlog exports"), m.diff(1)?.rename("Δlog imports"));
            let longest = if x.len() < 20 { 2 } else { 4 };
            let mut add = |form, result: CausalityResult| {
                specifications.extend(result.tests().chunks_exact(2).map(|pair| Specification {
                    sample: sample.id,
                    title: sample.title,
                    form,
                    forward: pair[0].clone(),
                    backward: pair[1].clone(),
                }));
            };
            let granger = |x: &Series, m: &Series| Granger::cause(x).effect(m).lags(1..=longest).run();
            add(Form::LogLevels, granger(&x, &m)?);
            add(Form::LogChanges, granger(&dx, &dm)?);
            add(Form::TodaYamamoto, TodaYamamoto::cause(&x).effect(&m).lags(1..=longest).integration(1).run()?);
            if let Some(southern) = &sample.southern_trade {
                let southern = southern.log()?.rename("log southern trade");
                let test = TodaYamamoto::cause(&x).effect(&m).given(&[&southern]).lags(1..=longest).integration(1);
                add(Form::TodaYamamotoWithSouthernTrade, test.run()?);
            }
        }
        Ok(Self { specifications })
    }

    /// The specification of this sample, form and number of lags.
    pub fn find(&self, sample: &str, form: Form, lags: usize) -> Option<&Specification> {
        self.specifications.iter().find(|s| s.sample == sample && s.form == form && s.forward.lags() == lags)
    }

    /// How many specifications say what at a level, by one convention.
    pub fn counts(&self, convention: &str, level: f64) -> [(Direction, usize); 5] {
        Direction::ALL.map(|direction| {
            let same = self.specifications.iter().filter(|s| s.direction(convention, level) == direction);
            (direction, same.count())
        })
    }

    /// One row for each specification and direction: F with its p-value, and the p-values of the other conventions.
    pub fn table(&self) -> Table {
        let mut table = Table::new(
            "causality",
            "Granger causality between North Korea's exports to China (X) and imports from China (M)",
        )
        .column(Column::text("form", "Form"))
        .column(Column::number("lags", "Lags"))
        .column(Column::text("direction", "Direction"))
        .column(Column::text("sample", "Rows"))
        .column(Column::number("statistic", "F"))
        .column(Column::text("distribution", "Under the null"))
        .column(Column::number("p_value", "p (F)"))
        .column(Column::number("p_chi2_wald", "p (χ² = pF)"))
        .column(Column::number("p_chi2_ml", "p (χ² ML)"))
        .column(Column::number("p_lr", "p (LR)"));
        let mut sample = "";
        for specification in &self.specifications {
            if specification.sample != sample {
                sample = specification.sample;
                table = table.group(capitalised(specification.title));
            }
            for (direction, test) in [("X → M", &specification.forward), ("M → X", &specification.backward)] {
                table.push_row(row(specification.form, direction, test));
            }
        }
        table
            .note("F is the headline; χ² = pF, χ² ML = T·ΔRSS/RSS(unrestricted) and LR = T·ln(RSS₀/RSS₁) are what other programs print for the same null.")
            .note("Not identified: fewer than five residual degrees of freedom.")
    }

    /// How many specifications point which way, by each convention.
    pub fn counts_table(&self, level: f64) -> Table {
        let mut table =
            Table::new("causality_counts", format!("Specifications by what they say at {} %", 100.0 * level))
                .column(Column::text("convention", "Convention"));
        for direction in Direction::ALL {
            table = table.column(Column::number(direction.words().replace(' ', "_"), direction.words()));
        }
        for (convention, title) in CONVENTIONS {
            let counts = self.counts(convention, level).into_iter().map(|(_, count)| Cell::count(count));
            table.push_row(std::iter::once(Cell::text(title)).chain(counts));
        }
        table.note(
            "Specifications share data and are not independent: the counts show sensitivity, not evidence adding up.",
        )
    }

    /// For every specification of fewer than twenty rows: how often each convention rejects a true null.
    pub fn size_table(&self) -> Table {
        let mut table = Table::new(
            "causality_size",
            "How often a true null is rejected at a nominal 5 %, simulated at the rows at hand",
        )
        .column(Column::text("form", "Form"))
        .column(Column::number("lags", "Lags"))
        .column(Column::text("sample", "Rows"))
        .column(Column::text("convention", "Convention"))
        .column(Column::text("note", "Simulated rejection of a true null"));
        let mut seen = Vec::new();
        for specification in &self.specifications {
            let test = &specification.forward;
            let key = (specification.form, test.lags(), test.sample());
            if seen.contains(&key) {
                continue;
            }
            seen.push(key);
            for report in test.reports() {
                if let Some(note) = report.notes.iter().find(|note| note.text().contains("rejects a true null")) {
                    table.push_row([
                        Cell::text(specification.form.title()),
                        Cell::count(test.lags()),
                        Cell::text(test.sample().to_string()),
                        Cell::text(report.convention),
                        Cell::text(note.text()),
                    ]);
                }
            }
        }
        table
    }
}

/// The conventions shown, with their titles.
const CONVENTIONS: [(&str, &str); 4] = [("F", "F"), ("chi2-wald", "χ² = pF"), ("chi2-ml", "χ² ML"), ("lr", "LR")];

fn row(form: Form, direction: &str, test: &CausalityTest) -> Vec<Cell> {
    let mut cells = vec![
        Cell::text(form.title()),
        Cell::count(test.lags()),
        Cell::text(direction),
        Cell::text(test.sample().to_string()),
    ];
    match test.report().outcome {
        Outcome::Computed { statistic, distribution, p, .. } => {
            cells.push(Cell::number(statistic, NumberFormat::Decimals(3)));
            cells.push(Cell::text(distribution.to_string()));
            cells.push(Cell::p_value(p.value()));
            for (convention, _) in &CONVENTIONS[1..] {
                cells.push(test.p_value(convention).map_or(Cell::Empty, Cell::p_value));
            }
        }
        Outcome::NotApplicable { .. } => {
            cells.extend([Cell::Empty, Cell::text("not identified")]);
        }
    }
    cells
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
