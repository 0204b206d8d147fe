//! What the orders and relations say, in words.

use super::{LongRunEvidence, Relation};
use crate::replication::words::{capitalised, listed};
use crate::unit_root::HegyResult;
use crate::unit_root::order::{Order, SeriesOrder};
use crate::{HypothesisTest, TestReport};

impl LongRunEvidence {
    /// One sentence for each sample on orders, one on relations, then what cannot be concluded.
    pub fn in_words(&self, level: f64) -> Vec<String> {
        let mut sentences = Vec::new();
        for sample in &self.orders {
            let series: Vec<String> = sample.orders.series().iter().map(|series| order(series, level)).collect();
            let seasonal = seasonal(&sample.seasonal, level);
            let relations: Vec<String> =
                self.relations.iter().filter(|r| r.sample == sample.sample).map(|r| r.in_words(level)).collect();
            let orders = series.join("; ");
            sentences.push(format!("On \"{}\": {orders}.{seasonal} {}", sample.title, relations.join(" ")));
        }
        sentences
    }

    /// How many systems have a long-run relation by each test: what a claim of causality may rest on in the long run.
    pub fn beside_the_claim(&self, level: f64) -> String {
        let systems = self.relations.len();
        let [engle_granger, trace, bounds] = self.found(level);
        format!(
            "of {systems} systems in logarithms (table `cointegration`), a long-run relation of exports and imports is found in \
             {engle_granger} by Engle and Granger's test, {trace} by the trace test and {bounds} by the bounds test"
        )
    }

    /// The same in a line or two.
    pub fn in_short(&self, level: f64) -> String {
        let [engle_granger, trace, bounds] = self.found(level);
        format!(
            "of {} systems Engle and Granger's test finds a relation of exports and imports in {engle_granger}, the trace test \
             in {trace}, the bounds test in {bounds}",
            self.relations.len()
        )
    }

    /// Systems with a relation by Engle and Granger's test, the trace test and the bounds test.
    fn found(&self, level: f64) -> [usize; 3] {
        let verdicts: [fn(&Relation, f64) -> Option<bool>; 3] =
            [Relation::engle_granger_verdict, Relation::trace_verdict, Relation::bounds_verdict];
        verdicts.map(|of| self.relations.iter().filter(|relation| of(relation, level) == Some(true)).count())
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

/// " A seasonal unit root is rejected for log exports (p = 0.01) and not for log imports (p = 0.20)."
fn seasonal(tests: &[HegyResult], level: f64) -> String {
    let each = tests.iter().map(HypothesisTest::report).map(|report| {
        let verdict = match report.rejects(level) {
            Some(true) => "rejected",
            Some(false) => "not rejected",
            None => "not identified",
        };
        let p = report.p().map_or(String::new(), |p| format!(" ({p})"));
        format!("\"{}\" is {verdict}{p}", report.null)
    });
    let each: Vec<String> = each.collect();
    if each.is_empty() { String::new() } else { format!(" {}.", capitalised(&listed(&each))) }
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
        let tests: [(&str, Option<bool>); 3] = [
            ("Engle and Granger's test", self.engle_granger_verdict(level)),
            ("the trace test", self.trace_verdict(level)),
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
        let size = self.johansen.trace_size().map_or(String::new(), |size| {
            format!(
                " (the trace test finds one in {:.0} % of independent random walks as short)",
                100.0 * size.asymptotic.value()
            )
        });
        format!("{with}: {}{size}.", clauses.join("; "))
    }

    fn engle_granger_verdict(&self, level: f64) -> Option<bool> {
        self.engle_granger.report().rejects(level)
    }

    fn trace_verdict(&self, level: f64) -> Option<bool> {
        self.johansen.report().rejects(level)
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
