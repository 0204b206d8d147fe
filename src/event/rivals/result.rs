//! The path, what each rival takes, the tests, and their tables.

use serde::Serialize;

use super::combinations::in_short;
use super::{Question, RivalStep, words};
use crate::event::base::{Errors, check_share};
use crate::event::small;
use crate::hypothesis::{Setting, test_table};
use crate::linalg::dot;
use crate::regression::{Coefficient, Covariance, Fit, Ols, Restriction};
use crate::resampling::Rate;
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Design, Error, HypothesisTest, Note, Outcome, Sample, TestReport};

/// What one rival takes from the coefficient between the regression without rivals and that with all.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RivalTakes {
    /// Its name.
    pub rival: String,
    /// Its terms.
    pub terms: Vec<String>,
    /// Its part of the difference, without rivals less with all; negative if the coefficient grows by it.
    pub takes: f64,
}

/// A coefficient as its rivals enter.
#[derive(Debug, Clone)]
pub struct RivalPath {
    pub(super) response: String,
    pub(super) coefficient: String,
    pub(super) sample: Sample,
    names: Vec<String>,
    covariance: Covariance,
    /// Combination by combination, bit k for rival k.
    combinations: Vec<RivalStep>,
    all_rows: Option<RivalStep>,
    takes: Vec<RivalTakes>,
    /// The coefficient with all rivals in, then each rival.
    reports: Vec<TestReport>,
    sizes: Option<small::Sizes>,
}

impl RivalPath {
    pub(super) fn of(question: Question) -> Self {
        let count = 1_usize << question.rivals.len();
        let combinations: Vec<RivalStep> = (0..count).map(|bits| question.step(bits)).collect();
        let full = question.fit(count - 1);
        let sizes = sizes(&question, &full);
        let note = sizes.map(|sizes| small::in_words(sizes, question.full.nobs(), Errors::Ols(question.covariance)));
        let notes: Vec<Note> = question.full.notes().iter().cloned().chain(note).collect();
        Self {
            response: question.full.response().to_owned(),
            coefficient: question.coefficient.clone(),
            sample: question.full.sample(),
            names: question.rivals.iter().map(|(name, _)| name.clone()).collect(),
            covariance: question.covariance,
            combinations,
            all_rows: question.all_rows(),
            takes: full.as_ref().ok().and_then(|full| takes(&question, full).ok()).unwrap_or_default(),
            reports: reports(&question, &full, &notes),
            sizes,
        }
    }

    /// The response's name.
    pub fn response(&self) -> &str {
        &self.response
    }

    /// The coefficient in question.
    pub fn coefficient(&self) -> &str {
        &self.coefficient
    }

    /// The rows of every step.
    pub fn sample(&self) -> Sample {
        self.sample
    }

    /// The regression without rivals.
    pub fn base(&self) -> &RivalStep {
        &self.combinations[0]
    }

    /// The regression with all rivals.
    pub fn full(&self) -> &RivalStep {
        &self.combinations[self.combinations.len() - 1]
    }

    /// The regression without rivals on all its rows, where a rival is missing in some; `None` where no row is lost.
    pub fn all_rows(&self) -> Option<&RivalStep> {
        self.all_rows.as_ref()
    }

    /// The path: without rivals, with each by itself, then with one more at a time.
    pub fn steps(&self) -> Vec<&RivalStep> {
        let m = self.names.len();
        let alone = (0..m).map(|k| 1_usize << k);
        let together = (2..=m).map(|k| (1_usize << k) - 1);
        [0].into_iter().chain(alone).chain(together).map(|bits| &self.combinations[bits]).collect()
    }

    /// Every combination of rivals, bit k of its place for rival k.
    pub fn combinations(&self) -> &[RivalStep] {
        &self.combinations
    }

    /// The coefficient in every combination that has a number.
    pub fn estimates(&self) -> impl Iterator<Item = &Coefficient> {
        self.combinations.iter().filter_map(|step| step.coefficient.as_ref())
    }

    /// The smallest and the largest of these; `None` if there is none.
    pub fn range(&self) -> Option<(f64, f64)> {
        self.estimates().map(|own| (own.estimate, own.estimate)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }

    /// What each rival takes from the coefficient; they add up to the whole difference. Empty if there is no number for the
    /// regression with all rivals.
    pub fn takes(&self) -> &[RivalTakes] {
        &self.takes
    }

    /// The coefficient with all rivals in, then the terms of each rival in the same regression.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// How often the test of the coefficient with all rivals in rejects at 5 % on these regressors where it is zero: with independent
    /// errors, and with AR(1) errors, ρ = 0.5. `None` from 60 rows on, and where there is no number.
    pub fn sizes(&self) -> Option<[Rate; 2]> {
        self.sizes
    }

    /// The coefficient's path in words, and what it cannot show.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        check_share("level", level, "0.05")?;
        Ok(words::verdict(self, level))
    }

    /// The path, what each rival takes, and the tests.
    pub fn tables(&self) -> Vec<Table> {
        let tests = test_table(&self.reports).titled("Rival explanations: tests with all of them in");
        [Some(self.path_table()), self.takes_table(), Some(tests)].into_iter().flatten().collect()
    }

    /// A row for each step.
    pub fn path_table(&self) -> Table {
        let title = format!("`{}` in the equation of `{}`, as rivals enter", self.coefficient, self.response);
        let mut table = Table::new("rival-path", title).column(Column::text("rivals", "Rivals in"));
        for (name, header) in [("estimate", "Estimate"), ("std_error", "Std. error"), ("p_value", "p-value")] {
            table = table.column(Column::number(name, header));
        }
        table = table
            .column(Column::number("conf_low", "Low").under("95 % interval"))
            .column(Column::number("conf_high", "High").under("95 % interval"))
            .column(Column::number("n", "N"))
            .column(Column::number("parameters", "k"))
            .column(Column::number("r2", "R²"));
        if let Some(step) = &self.all_rows {
            table.push_row(step_row("none, all rows".to_owned(), step));
        }
        for step in self.steps() {
            table.push_row(step_row(self.title(step), step));
        }
        let mut table = table.with_even_decimals();
        for step in self.steps() {
            if let Some(because) = &step.because {
                table = table.note(format!("{}: {because}.", self.title(step)));
            }
        }
        table.note(format!("{}. Standard errors: {}.", self.sample, self.covariance))
    }

    /// Every combination, for a figure: a column of 0 and 1 for each rival, then the coefficient.
    pub fn combinations_table(&self) -> Table {
        let mut table = Table::new("rival-combinations", format!("`{}` with every combination", self.coefficient));
        for name in &self.names {
            table = table.column(Column::number(name.clone(), name.clone()));
        }
        for name in ["estimate", "std_error", "p_value", "conf_low", "conf_high", "n", "parameters", "r2"] {
            table = table.column(Column::number(name, name));
        }
        for (bits, step) in self.combinations.iter().enumerate() {
            let flags = (0..self.names.len()).map(|k| Cell::count(bits >> k & 1));
            table.push_row(flags.chain(numbers(step)));
        }
        table
    }

    fn takes_table(&self) -> Option<Table> {
        let [base, full] = [self.base(), self.full()].map(|step| step.coefficient.as_ref().map(|own| own.estimate));
        let (base, full) = (base?, full?);
        let number = |value: f64| Cell::number(value, NumberFormat::Significant(4));
        let title = format!("`{}`: what each rival takes (Gelbach's decomposition)", self.coefficient);
        let mut table = Table::new("rival-takes", title)
            .column(Column::text("rival", "Rival"))
            .column(Column::number("takes", "Takes"))
            .column(Column::text("terms", "Terms"));
        table.push_row([Cell::text("without rivals"), number(base), Cell::Empty]);
        for rival in &self.takes {
            table.push_row([Cell::text(&rival.rival), number(rival.takes), Cell::text(rival.terms.join(", "))]);
        }
        table = table.rule();
        table.push_row([Cell::text("with all: the first less the others"), number(full), Cell::Empty]);
        Some(table.with_even_decimals())
    }

    fn title(&self, step: &RivalStep) -> String {
        match step.rivals.len() {
            0 => "none".to_owned(),
            count if count > 1 && count == self.names.len() => format!("all {count}"),
            _ => step.rivals.join(" + "),
        }
    }
}

fn step_row(title: String, step: &RivalStep) -> Vec<Cell> {
    [Cell::text(title)].into_iter().chain(numbers(step)).collect()
}

/// Estimate, error, p, interval, n, k, R².
fn numbers(step: &RivalStep) -> [Cell; 8] {
    let number = |value: f64| Cell::number(value, NumberFormat::Significant(4));
    let counts = [Cell::count(step.nobs), Cell::count(step.parameters)];
    let r2 = step.r2.map_or(Cell::Empty, |r2| Cell::number(r2, NumberFormat::Decimals(3)));
    let [estimate, error, p, low, high] = match (&step.coefficient, &step.because) {
        (Some(own), _) => [
            number(own.estimate),
            number(own.std_error),
            Cell::p_value(own.p_value),
            number(own.conf_low),
            number(own.conf_high),
        ],
        (None, because) => {
            let because = because.clone().unwrap_or_default();
            [Cell::not_available(because), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]
        }
    };
    let [n, k] = counts;
    [estimate, error, p, low, high, n, k, r2]
}

/// Gelbach's parts: the coefficient of each rival's fitted part in its regression on the first regressors.
fn takes(question: &Question, full: &Fit) -> Result<Vec<RivalTakes>, Error> {
    let (coefficients, design) = (full.coefficients(), &question.full);
    let first = design.subset_terms(&question.base)?;
    let weights = weights_of(&first, &question.coefficient)?;
    let part = |(rival, terms): &(String, Vec<String>)| {
        let mut takes = 0.0;
        for term in terms {
            let own = coefficients[full.design().position(term)?];
            let column: Vec<f64> = design.column(term)?.to_vec();
            takes += own * dot(&weights, &column);
        }
        Ok(RivalTakes { rival: rival.clone(), terms: terms.clone(), takes })
    };
    question.rivals.iter().map(part).collect()
}

/// The weights whose product with any response is the coefficient: the residuals of its regressor on the others, over their
/// sum of squares (Frisch, Waugh and Lovell).
fn weights_of(design: &Design, term: &str) -> Result<Vec<f64>, Error> {
    let own = design.column(term)?.to_owned();
    let residuals = match design.without(&[term]) {
        Ok(others) => {
            let (names, stamps) = (others.terms().to_vec(), others.stamps().to_vec());
            Ols::fit(&Design::from_arrays(term, names, own, others.x().clone(), stamps)?)?.residuals().to_vec()
        }
        // The only regressor.
        Err(_) => own.to_vec(),
    };
    let square = dot(&residuals, &residuals);
    Ok(residuals.into_iter().map(|residual| residual / square).collect())
}

/// The sizes of the headline's test, where the sample is small.
fn sizes(question: &Question, full: &Result<Fit, String>) -> Option<small::Sizes> {
    let fit = full.as_ref().ok()?;
    small::sizes(fit.design(), std::slice::from_ref(&question.coefficient), Errors::Ols(question.covariance))
}

fn reports(question: &Question, full: &Result<Fit, String>, notes: &[Note]) -> Vec<TestReport> {
    let response = question.full.response();
    let settings = vec![
        Setting::new("covariance", question.covariance.to_string(), ""),
        Setting::new(
            "rivals",
            question.rivals.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join("; "),
            "user",
        ),
    ];
    let report = |convention, null: String, alternative: String, terms: &[String]| TestReport {
        test: "rival-explanations",
        convention,
        null,
        alternative,
        outcome: match full {
            Err(because) => Outcome::NotApplicable { because: because.clone() },
            Ok(fit) => match fit.wald(&Restriction::zero(terms.iter().cloned())) {
                Err(error) => Outcome::NotApplicable { because: in_short(error) },
                Ok(wald) => {
                    let [f, _] = wald.reports();
                    f.outcome
                }
            },
        },
        critical_values: Vec::new(),
        sample: question.full.sample(),
        settings: settings.clone(),
        notes: notes.to_vec(),
    };
    let coefficient = &question.coefficient;
    let headline = report(
        "coefficient",
        format!("{coefficient} is zero in the equation of {response}, all rivals held fixed"),
        format!("{coefficient} is not zero, all rivals held fixed"),
        std::slice::from_ref(coefficient),
    );
    let of_rival = |(name, terms): &(String, Vec<String>)| {
        let own = if terms.len() == 1 && terms[0] == *name { String::new() } else { format!("{name}: ") };
        report(
            "rival",
            format!("{own}{} zero in the equation of {response}, all else held fixed", are(terms)),
            format!("{name} belongs in the equation of {response}"),
            terms,
        )
    };
    [headline].into_iter().chain(question.rivals.iter().map(of_rival)).collect()
}

/// `post(2014) is`, or `post(2014), x:post(2014) are`.
fn are(terms: &[String]) -> String {
    format!("{} {}", terms.join(", "), if terms.len() == 1 { "is" } else { "are" })
}

/// The headline: the coefficient with all rivals in.
impl HypothesisTest for RivalPath {
    fn report(&self) -> TestReport {
        self.reports[0].clone()
    }
}

shows_itself!(RivalPath => tables);
