//! The best partitions, the tests, and which number of breaks each rule prefers.

use super::criterion::BreakCriterion;
use super::partition::Partition;
use crate::breaks::level_in_words;
use crate::dist::bai_perron::LEVELS;
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind, HypothesisTest, Outcome, Sample, TestReport};

/// The best partition for every number of breaks, and the tests.
#[derive(Debug, Clone, PartialEq)]
pub struct BaiPerronResult {
    pub(super) shortest: usize,
    pub(super) asked: usize,
    pub(super) partitions: Vec<Partition>,
    /// UDmax, WDmax, no break against 1, 2, …, then one more than 1, 2, ….
    pub(super) reports: Vec<TestReport>,
    pub(super) sample: Sample,
}

impl BaiPerronResult {
    /// The partitions, by their number of breaks from none on; one that identifies no regime is left out.
    pub fn partitions(&self) -> &[Partition] {
        &self.partitions
    }

    /// The partition with this number of breaks, if there is room for so many.
    pub fn partition(&self, breaks: usize) -> Option<&Partition> {
        self.partitions.iter().find(|partition| partition.breaks() == breaks)
    }

    /// The partition that a criterion prefers.
    pub fn best(&self, criterion: BreakCriterion) -> &Partition {
        self.partitions
            .iter()
            .min_by(|a, b| a.criterion(criterion).total_cmp(&b.criterion(criterion)))
            .unwrap_or(&self.partitions[0])
    }

    /// The partition at which the sequential procedure stops: breaks are added as long as the test of one more rejects at
    /// this level.
    ///
    /// # Errors
    /// If the level is not between 0 and 1, or whether a test rejects cannot be told from its law.
    pub fn sequential(&self, level: f64) -> Result<&Partition, Error> {
        if !(level > 0.0 && level < 1.0) {
            return Err(Error::new(ErrorKind::Argument, format!("a level of {level} is not between 0 and 1"))
                .remedy("0.05 is the usual one"));
        }
        let mut breaks = 0;
        loop {
            let report = if breaks == 0 { self.sup_f(1) } else { self.one_more(breaks) };
            let Some(report) = report else { break };
            match report.rejects(level) {
                Some(true) => breaks += 1,
                Some(false) => break,
                // No room for one more ends the procedure; a law that ends before the level does not.
                None if report.p().is_none() && breaks > 0 => break,
                None => {
                    return Err(Error::new(
                        ErrorKind::Argument,
                        format!("{} cannot be judged at a level of {level}", report.convention),
                    )
                    .remedy("choose by a criterion, or ask for 0.05"));
                }
            }
        }
        Ok(self.partition(breaks).unwrap_or(&self.partitions[0]))
    }

    /// The fewest rows that a regime may have.
    pub fn shortest_regime(&self) -> usize {
        self.shortest
    }

    /// The rows used.
    pub fn sample(&self) -> Sample {
        self.sample
    }

    /// UDmax, WDmax, no break against 1, 2, …, then one break more than 1, 2, …; the first is the headline.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// The test of no break against this number.
    pub fn sup_f(&self, breaks: usize) -> Option<&TestReport> {
        self.named(&format!("sup F({breaks})"))
    }

    /// The test of this number of breaks against one more.
    pub fn one_more(&self, breaks: usize) -> Option<&TestReport> {
        self.named(&format!("sup F({}|{breaks})", breaks + 1))
    }

    fn named(&self, convention: &str) -> Option<&TestReport> {
        self.reports.iter().find(|report| report.convention == convention)
    }

    /// The tests, a row each: what is compared with what, the statistic, its p-value and its critical values.
    pub fn tests_table(&self) -> Table {
        let mut table = Table::new("break-tests", "Tests of the number of breaks")
            .column(Column::text("test", "Test"))
            .column(Column::text("null", "Null"))
            .column(Column::text("alternative", "Against"))
            .column(Column::number("statistic", "Statistic"))
            .column(Column::number("p_value", "p-value"));
        for level in LEVELS {
            table = table.column(Column::number(format!("critical_{level}"), level_in_words(level)));
        }
        for report in &self.reports {
            let compared = compared(report.convention);
            let mut cells = vec![Cell::text(report.convention), Cell::text(compared.0), Cell::text(compared.1)];
            match &report.outcome {
                Outcome::Computed { statistic, p, .. } => {
                    cells.extend([Cell::number(*statistic, NumberFormat::Decimals(3)), Cell::from(*p)]);
                }
                Outcome::NotApplicable { because } => {
                    cells.extend([Cell::not_available(because), Cell::not_available(because)]);
                }
            }
            for level in LEVELS {
                let critical = report.critical_values.iter().find(|critical| critical.level == level);
                cells.push(critical.map_or(Cell::Empty, |c| Cell::number(c.value, NumberFormat::Decimals(2))));
            }
            table.push_row(cells);
        }
        let headline = &self.reports[0];
        let shared: Vec<String> = headline.settings.iter().map(ToString::to_string).collect();
        table
            .note(format!("Null of no break: {}.", headline.null))
            .note("WDmax has the weights of 5 %; its p-value is the smallest level at which it rejects.")
            .note(
                "sup F(1) and one break more: Hansen's (1997) approximation; others: Bai and Perron's critical values.",
            )
            .note(format!("Settings: {}.", shared.join(", ")))
    }

    /// What the criteria and the sequential procedure prefer, in one paragraph.
    ///
    /// # Errors
    /// If the level is not between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        let words = |partition: &Partition| match partition.breaks() {
            0 => "no break".to_owned(),
            1 => format!("1 break, {}", partition.dates_in_words()),
            breaks => format!("{breaks} breaks, {}", partition.dates_in_words()),
        };
        let mut rules: Vec<(String, String)> = Vec::new();
        let mut add = |rule: String, choice: String| match rules.iter_mut().find(|(_, other)| *other == choice) {
            Some((rules, _)) => *rules = format!("{rules}, {rule}"),
            None => rules.push((rule, choice)),
        };
        for criterion in BreakCriterion::ALL {
            add(criterion.to_string(), words(self.best(criterion)));
        }
        let rule = format!("one break more at a time at {}", level_in_words(level));
        match self.sequential(level) {
            Ok(partition) => add(rule, words(partition)),
            Err(error) if level > 0.0 && level < 1.0 => add(rule, format!("cannot tell ({})", error.message())),
            Err(error) => return Err(error),
        }
        let sentences: Vec<String> = rules.iter().map(|(rule, choice)| format!("{rule}: {choice}.")).collect();
        Ok(format!("The number of breaks by {}", sentences.join(" By ")))
    }

    /// A row for each number of breaks: the dates, the residual sum of squares and the criteria.
    pub fn table(&self) -> Table {
        const CRITERION: NumberFormat = NumberFormat::Decimals(3);
        let mut table = Table::new("breaks", "The best dates for each number of breaks")
            .column(Column::number("breaks", "Breaks"))
            .column(Column::number("rss", "RSS"))
            .column(Column::number("bic", "BIC"))
            .column(Column::number("yao", "Yao"))
            .column(Column::number("lwz", "LWZ"))
            .column(Column::text("dates", "Dates"));
        for partition in &self.partitions {
            table.push_row([
                Cell::count(partition.breaks()),
                Cell::number(partition.rss(), NumberFormat::Significant(6)),
                Cell::number(partition.criterion(BreakCriterion::Bic), CRITERION),
                Cell::number(partition.criterion(BreakCriterion::Yao), CRITERION),
                Cell::number(partition.criterion(BreakCriterion::Lwz), CRITERION),
                Cell::text(partition.dates_in_words()),
            ]);
        }
        let preferred = |criterion| format!("{criterion} prefers {}", self.best(criterion).breaks());
        let preferred = BreakCriterion::ALL.map(preferred).join(", ");
        table = table
            .note("A date is given as the last period before the break and the first after.")
            .note(format!("{preferred}."))
            .note(format!("Every regime has at least {} rows; sample {}.", self.shortest, self.sample));
        let changing = &self.partitions[0].changing;
        if changing.len() < self.partitions[0].design.terms().len() {
            table = table.note(format!("Only the coefficients of {} change.", changing.join(", ")));
        }
        let most = self.partitions.iter().map(Partition::breaks).max().unwrap_or(0);
        if most < self.asked { table.note(format!("There is no room for more than {most} breaks.")) } else { table }
    }
}

/// The hypotheses behind a test's name, as numbers of breaks.
fn compared(convention: &str) -> (String, String) {
    let count = |breaks: &str| if breaks == "1" { "1 break".to_owned() } else { format!("{breaks} breaks") };
    let inside = convention.strip_prefix("sup F(").and_then(|rest| rest.strip_suffix(')'));
    match inside.map(|inside| inside.split_once('|').unwrap_or((inside, "0"))) {
        Some((more, "0")) => ("no break".into(), count(more)),
        Some((more, fewer)) => (count(fewer), count(more)),
        None => ("no break".into(), "any number".into()),
    }
}

/// The headline: UDmax.
impl HypothesisTest for BaiPerronResult {
    fn report(&self) -> TestReport {
        self.reports[0].clone()
    }
}

shows_itself!(BaiPerronResult => table);
