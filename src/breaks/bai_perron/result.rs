//! The best partitions, the tests, and which number of breaks each rule prefers.

use super::criterion::BreakCriterion;
use super::partition::Partition;
use crate::hypothesis::test_table;
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind, HypothesisTest, Sample, TestReport};

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

    /// The tests, a row each.
    pub fn tests_table(&self) -> Table {
        test_table(&self.reports)
    }

    /// What the criteria and the sequential procedure prefer, in one paragraph.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        let percent = NumberFormat::Significant(3).format(100.0 * level);
        let words = |partition: &Partition| match partition.breaks() {
            0 => "no break".to_owned(),
            1 => format!("1 break, {}", partition.dates_in_words()),
            breaks => format!("{breaks} breaks, {}", partition.dates_in_words()),
        };
        let criteria = BreakCriterion::ALL.map(|criterion| format!("{criterion}: {}.", words(self.best(criterion))));
        let sequential = match self.sequential(level) {
            Ok(partition) => words(partition),
            Err(error) if level > 0.0 && level < 1.0 => format!("cannot tell ({})", error.message()),
            Err(error) => return Err(error),
        };
        Ok(format!("{} One break more at a time, at {percent} %: {sequential}.", criteria.join(" ")))
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

/// The headline: UDmax.
impl HypothesisTest for BaiPerronResult {
    fn report(&self) -> TestReport {
        self.reports[0].clone()
    }
}

shows_itself!(BaiPerronResult => table);
