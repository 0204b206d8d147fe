//! What the orders and relations say, in words.

use super::{LongRunEvidence, Relation};
use crate::replication::words::listed;
use crate::unit_root::order::{Order, SeriesOrder};
use crate::{HypothesisTest, TestReport};

impl LongRunEvidence {
    /// One sentence for each sample on orders, one on relations, then what cannot be concluded.
    pub fn in_words(&self, level: f64) -> Vec<String> {
        let mut sentences = Vec::new();
        for sample in &self.orders {
            let series: Vec<String> = sample.orders.series().iter().map(|series| order(series, level)).collect();
            let relations: Vec<String> =
                self.relations.iter().filter(|r| r.sample == sample.sample).map(|r| r.in_words(level)).collect();
            sentences.push(format!("On \"{}\": {}. {}", sample.title, series.join("; "), relations.join(" ")));
        }
        sentences
    }

    /// What the tests allow to say of Toda and Yamamoto's d, which the causality tests take to be one.
    pub fn on_d(&self, level: f64) -> String {
        let beyond: Vec<String> = self
            .orders
            .iter()
            .filter(|sample| sample.orders.toda_yamamoto_d(level) != Some(1))
            .map(|sample| match sample.orders.toda_yamamoto_d(level) {
                Some(d) => format!("{d} on \"{}\"", sample.title),
                None => format!("none on \"{}\"", sample.title),
            })
            .collect();
        if beyond.is_empty() {
            return "Toda and Yamamoto's tests add one lag, d = 1: the largest order that any test gives on any sample."
                .to_owned();
        }
        format!(
            "Toda and Yamamoto's tests add one lag, d = 1; the largest order that some test gives is {}: there the law of those \
             tests is not assured.",
            listed(&beyond)
        )
    }
}

/// "log exports I(0) to I(1)".
fn order(series: &SeriesOrder, level: f64) -> String {
    match series.order(level) {
        Order::Agreed(order) => format!("{} I({order}) by every test that gives an order", series.name()),
        Order::Disagreed { lowest, highest } => {
            format!("{} between I({lowest}) and I({highest}): the tests disagree", series.name())
        }
        Order::Undecided => format!("the order of {} is not identified", series.name()),
    }
}

impl Relation {
    /// Which tests find a relation, which do not, and which cannot say.
    fn in_words(&self, level: f64) -> String {
        let trace = self.johansen.report();
        let tests: [(&str, Option<bool>); 3] = [
            ("Engle and Granger's test", self.engle_granger.report().rejects(level)),
            ("the trace test", trace.rejects(level)),
            ("the bounds test", self.bounds_verdict(level)),
        ];
        let which = |verdict: Option<bool>| -> Vec<&str> {
            tests.iter().filter(|(_, found)| *found == verdict).map(|(name, _)| *name).collect()
        };
        let with = if self.with_southern_trade { "With trade with the South" } else { "Exports and imports" };
        let mut clauses = Vec::new();
        for (verdict, one, several) in [
            (Some(true), "finds a long-run relation", "find a long-run relation"),
            (Some(false), "finds none", "find none"),
            (None, "cannot say", "cannot say"),
        ] {
            let names = which(verdict);
            if !names.is_empty() {
                clauses.push(format!("{} {}", listed(&names), if names.len() == 1 { one } else { several }));
            }
        }
        let size = self.sizes.as_ref().map_or(String::new(), |sizes| {
            format!(
                " (the trace test finds one in {:.0} % of independent random walks as short)",
                100.0 * sizes.trace.value()
            )
        });
        format!("{with}: {}{size}.", clauses.join("; "))
    }

    /// A relation if F rejects at both bounds, none if at neither; between them, or without a number, unknown.
    fn bounds_verdict(&self, level: f64) -> Option<bool> {
        let rejects = |convention: &str| self.bounds.convention(convention).and_then(|r: &TestReport| r.rejects(level));
        match (rejects("F-I0")?, rejects("F-I1")?) {
            (true, true) => Some(true),
            (false, false) => Some(false),
            _ => None,
        }
    }
}
