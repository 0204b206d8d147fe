//! Both directions, tested.

use super::super::aligned::Aligned;
use super::super::equation::Roles;
use super::super::spec::sample_after;
use super::super::test::Direction;
use super::super::words::{check_level, lags as lags_in_words};
use super::words::{self, What};
use super::{CausalityChange, direction, joint, small};
use crate::breaks::BreakDate;
use crate::breaks::pre_post::Change;
use crate::hypothesis::{Setting, test_table};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind, HypothesisTest, Note, Outcome, Sample, TestReport};

/// One direction: before, after, and whether it changed.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeTest {
    pub(super) cause: String,
    pub(super) effect: String,
    pub(super) date: BreakDate,
    df_resid: usize,
    coefficients: Vec<Change>,
    /// Of the change as F and as χ², before, after.
    reports: [TestReport; 4],
}

impl ChangeTest {
    /// The series whose lags are tested.
    pub fn cause(&self) -> &str {
        &self.cause
    }

    /// The series that is predicted.
    pub fn effect(&self) -> &str {
        &self.effect
    }

    /// T less the coefficients, changes among them; 0 if the test is not identified.
    pub fn df_resid(&self) -> usize {
        self.df_resid
    }

    /// The coefficients of the cause's lags before and after, with their changes; empty if the test is not identified.
    pub fn coefficients(&self) -> &[Change] {
        &self.coefficients
    }

    /// That the coefficients are the same before and after: F, the headline.
    pub fn change(&self) -> &TestReport {
        &self.reports[0]
    }

    /// That they are zero before, in the same regression.
    pub fn before(&self) -> &TestReport {
        &self.reports[2]
    }

    /// That they are zero after, in the same regression.
    pub fn after(&self) -> &TestReport {
        &self.reports[3]
    }

    /// `change`, `change-chi2`, `before` and `after`.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }
}

/// The headline: F of the change.
impl HypothesisTest for ChangeTest {
    fn report(&self) -> TestReport {
        self.reports[0].clone()
    }
}

/// Both directions, and both together.
#[derive(Debug, Clone, PartialEq)]
pub struct CausalityChangeResult {
    tests: [ChangeTest; 2],
    joint: Option<TestReport>,
    lags: usize,
}

impl CausalityChangeResult {
    pub(super) fn of(question: &CausalityChange<'_>) -> Result<Self, Error> {
        let spec = &question.spec;
        let aligned =
            Aligned::align(question.cause, question.effect, &spec.given, &spec.exogenous, spec.accept_constructed)?;
        let (orders, chosen_by) = spec.orders(&aligned)?;
        let lags = *orders.start();
        if lags != *orders.end() {
            return Err(Error::new(ErrorKind::Argument, "a change is tested with one number of lags")
                .remedy("give one number, or let a criterion choose it"));
        }
        if aligned.len() < spec.needed(&aligned, lags) {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "a test with {} needs {} observations, found {}",
                    lags_in_words(lags),
                    spec.needed(&aligned, lags),
                    aligned.len()
                ),
            )
            .remedy("use fewer lags or a longer sample"));
        }
        let roles = Roles::of(spec, lags);
        let sample = sample_after(&aligned, roles.depth(aligned.given().len()));
        let mut settings = spec.settings(&aligned, lags, &chosen_by);
        settings.extend(question.settings());
        let (x, y) = (aligned.cause(), aligned.effect());
        let ways = [Direction { cause: x, effect: y }, Direction { cause: y, effect: x }];
        let [there, back] = ways;
        let estimated = [
            direction::estimate(question, &aligned, there, &roles)?,
            direction::estimate(question, &aligned, back, &roles)?,
        ];
        let mut notes = aligned.notes.clone();
        if let Some(one) = estimated.iter().flatten().next() {
            notes.extend(small::note(question, &aligned, &roles, one.rows_before)?);
        }
        let make = Maker { question, sample, settings, notes };
        let joint = match &estimated {
            [Ok(one), Ok(other)] => joint::outcome(question.covariance, [one, other]).map(|outcome| {
                let (x, y, date) = (x.name(), y.name(), question.date);
                let settings = one.fit.settings();
                let null = format!(
                    "neither {x} → {y} nor {y} → {x} changes between {} and {}",
                    date.last_before, date.first_after
                );
                make.report("both", [null, "one of them changes".to_owned()], outcome, settings)
            }),
            _ => None,
        };
        let [one, other] = estimated;
        Ok(Self { tests: [make.test(there, one), make.test(back, other)], joint, lags })
    }

    /// The direction asked for.
    pub fn forward(&self) -> &ChangeTest {
        &self.tests[0]
    }

    /// The other one.
    pub fn backward(&self) -> &ChangeTest {
        &self.tests[1]
    }

    /// Both directions.
    pub fn tests(&self) -> &[ChangeTest] {
        &self.tests
    }

    /// That neither direction changed; `None` if one is not identified, or for a covariance that is not had across equations.
    pub fn joint(&self) -> Option<&TestReport> {
        self.joint.as_ref()
    }

    /// Every report of both directions, then the joint one.
    pub fn reports(&self) -> Vec<TestReport> {
        self.tests.iter().flat_map(|test| &test.reports).chain(&self.joint).cloned().collect()
    }

    /// Both directions before and after, whether each changed, and what that does not show.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        check_level(level)?;
        let [there, back] = &self.tests;
        let heading = words::heading(there, &lags_in_words(self.lags), level);
        let both = format!("{heading}: {}. {}.", words::direction(there, level), words::direction(back, level));
        let caution = words::caution(&self.tests, level);
        Ok(caution.into_iter().fold(both, |words, caution| format!("{words} {caution}")))
    }

    /// The tests, a row each.
    pub fn table(&self) -> Table {
        test_table(&self.reports())
    }

    /// The tests, and the coefficients before and after.
    pub fn tables(&self) -> Vec<Table> {
        let mut table = Table::new("causality-change-coefficients", format!("Before and after {}", self.tests[0].date))
            .column(Column::text("direction", "Direction"))
            .column(Column::text("term", "Term"));
        for (name, header) in [("before", "Before"), ("after", "After"), ("change", "Change")] {
            table = table.column(Column::number(name, header)).column(Column::number(format!("{name}_se"), "(s.e.)"));
        }
        let mut any = false;
        for test in &self.tests {
            for (i, one) in test.coefficients.iter().enumerate() {
                any = true;
                let arrow = format!("{} → {}", test.cause, test.effect);
                let mut row = vec![if i == 0 { Cell::text(arrow) } else { Cell::ditto(arrow) }];
                row.push(Cell::text(&one.before.term));
                for coefficient in [&one.before, &one.after, &one.change] {
                    row.push(Cell::number(coefficient.estimate, NumberFormat::Significant(4)));
                    row.push(Cell::in_parentheses(coefficient.std_error, NumberFormat::Significant(3)));
                }
                table.push_row(row);
            }
        }
        if any { vec![self.table(), table.with_even_decimals()] } else { vec![self.table()] }
    }
}

shows_itself!(CausalityChangeResult => tables);

/// What all reports share.
struct Maker<'a> {
    question: &'a CausalityChange<'a>,
    sample: Sample,
    settings: Vec<Setting>,
    notes: Vec<Note>,
}

impl Maker<'_> {
    fn report(
        &self,
        convention: &'static str,
        [null, alternative]: [String; 2],
        outcome: Outcome,
        own: Vec<Setting>,
    ) -> TestReport {
        TestReport {
            test: "causality-change",
            convention,
            null,
            alternative,
            outcome,
            critical_values: Vec::new(),
            sample: self.sample,
            settings: self.settings.iter().cloned().chain(own).collect(),
            notes: self.notes.clone(),
        }
    }

    fn test(&self, way: Direction<'_>, estimated: Result<direction::Estimated, String>) -> ChangeTest {
        let blank = || TestReport { notes: Vec::new(), ..self.report("", Default::default(), not_yet(), Vec::new()) };
        let mut test = ChangeTest {
            cause: way.cause.name().to_owned(),
            effect: way.effect.name().to_owned(),
            date: self.question.date,
            df_resid: 0,
            coefficients: Vec::new(),
            reports: [blank(), blank(), blank(), blank()],
        };
        let kinds =
            [("change", What::Change), ("change-chi2", What::Change), ("before", What::Before), ("after", What::After)];
        let (outcomes, own) = match estimated {
            Ok(estimated) => {
                let of = |test: &crate::regression::WaldTest| test.reports().map(|report| report.outcome);
                let ([change, chi2], [before, _], [after, _]) =
                    (of(&estimated.change), of(&estimated.before), of(&estimated.after));
                test.df_resid = estimated.fit.df_resid();
                test.coefficients = estimated.coefficients;
                ([change, chi2, before, after], estimated.fit.settings())
            }
            Err(because) => {
                let refused = || Outcome::NotApplicable { because: because.clone() };
                ([refused(), refused(), refused(), refused()], Vec::new())
            }
        };
        let mut outcomes = outcomes.into_iter();
        test.reports = kinds.map(|(convention, what)| {
            let outcome = outcomes.next().unwrap_or_else(not_yet);
            self.report(convention, words::hypotheses(&test, what), outcome, own.clone())
        });
        test
    }
}

fn not_yet() -> Outcome {
    Outcome::NotApplicable { because: "not tested".into() }
}
