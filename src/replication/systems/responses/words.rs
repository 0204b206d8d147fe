//! What follows a shock, in words: the correlation that decides it, then both orders side by side.

use super::{Banded, HORIZON, ResponseEvidence, Shocks};
use crate::Error;
use crate::replication::words::{listed, sentence};

/// Shock, answer.
const WAYS: [(&str, &str); 2] = [("exports", "imports"), ("imports", "exports")];

impl ResponseEvidence {
    /// The correlation, then each direction with both orders, then what the order decides.
    ///
    /// # Errors
    /// Only if a series lacks its name.
    pub fn in_words(&self) -> Result<Vec<String>, Error> {
        let mut sentences = vec![sentence(&format!(
            "{}; which flow that part of a shock belongs to no figures say, and the order in which the two are taken does",
            self.correlations()
        ))];
        for (impulse, response) in WAYS {
            let each: Result<Vec<String>, Error> =
                self.shocks.iter().map(|one| one.both_orders(impulse, response)).collect();
            sentences.push(format!(
                "Log {response} {HORIZON} periods after a shock of one standard deviation to {impulse}, exports first | imports \
                 first: {}.",
                each?.join("; ")
            ));
        }
        sentences.push(sentence(&self.what_the_order_decides()?));
        Ok(sentences)
    }

    /// How the two errors move together within a period, on each sample.
    pub fn correlations(&self) -> String {
        let each: Vec<String> =
            self.shocks.iter().map(|one| format!("{:.2} on \"{}\"", one.correlation(), one.title)).collect();
        format!("within a period the errors of exports and imports are correlated: {}", listed(&each))
    }

    /// Which answers change with the order, and which do not.
    ///
    /// # Errors
    /// Only if a series lacks its name.
    pub fn what_the_order_decides(&self) -> Result<String, Error> {
        let answers = self.answers()?;
        let clauses: Vec<String> = [
            (OrderEffect::Sign, "the order decides the sign of the answer of ", " and of "),
            (OrderEffect::Band, "it decides whether the band holds zero for ", " and for "),
            (OrderEffect::OffZero, "in both orders the band is off zero for ", " and for "),
            (OrderEffect::Nothing, "in both orders it holds zero for ", " and for "),
        ]
        .into_iter()
        .filter_map(|(verdict, what, and)| Some(format!("{what}{}", by_flow(&answers, verdict, and)?)))
        .collect();
        Ok(clauses.join("; "))
    }

    /// How many answers change sign, or whether their band holds zero, with the order; of how many.
    ///
    /// # Errors
    /// Only if a series lacks its name.
    pub fn moved_by_the_order(&self) -> Result<(usize, usize), Error> {
        let answers = self.answers()?;
        let moved = answers.iter().filter(|(_, _, effect)| matches!(effect, OrderEffect::Sign | OrderEffect::Band));
        Ok((moved.count(), answers.len()))
    }

    /// How many that is, and which answers are off zero in both orders.
    ///
    /// # Errors
    /// Only if a series lacks its name.
    pub fn in_short(&self) -> Result<String, Error> {
        let (moved, all) = self.moved_by_the_order()?;
        let off = by_flow(&self.answers()?, OrderEffect::OffZero, " and of ");
        let off = off.map_or("none".to_owned(), |names| format!("that of {names}"));
        Ok(format!(
            "which flow is taken first decides the sign or whether the band holds zero in {moved} of {all} answers; off zero in \
             both orders is {off}"
        ))
    }

    /// For each answer and sample what the order does.
    fn answers(&self) -> Result<Vec<Answer>, Error> {
        let mut answers = Vec::new();
        for (impulse, response) in WAYS {
            for one in &self.shocks {
                let [a, b] = one.levels(impulse, response, HORIZON)?;
                let verdict = match (a.estimate.signum() == b.estimate.signum(), a.excludes_zero(), b.excludes_zero()) {
                    (false, ..) => OrderEffect::Sign,
                    (true, true, true) => OrderEffect::OffZero,
                    (true, false, false) => OrderEffect::Nothing,
                    _ => OrderEffect::Band,
                };
                answers.push((response, one.title, verdict));
            }
        }
        Ok(answers)
    }

    /// The responses of imports to exports in a clause.
    ///
    /// # Errors
    /// Only if a series lacks its name.
    pub fn beside_the_claim(&self) -> Result<String, Error> {
        let (impulse, response) = WAYS[0];
        let each: Result<Vec<String>, Error> =
            self.shocks.iter().map(|one| one.both_orders(impulse, response)).collect();
        Ok(format!(
            "log imports {HORIZON} periods after a shock of one standard deviation to exports (table `responses_cumulative`), \
             exports taken first | imports first: {}",
            each?.join("; ")
        ))
    }
}

/// What the order of the shocks does to an answer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum OrderEffect {
    /// Its sign.
    Sign,
    /// Whether its band holds zero.
    Band,
    /// Nothing: the band is off zero.
    OffZero,
    /// Nothing: the band holds zero.
    Nothing,
}

/// The flow that answers, the sample's title, what the order does.
type Answer = (&'static str, &'static str, OrderEffect);

/// `imports on "half-years" and of exports on "as China reported, to 2015"`, each flow once; none if there is no such answer.
fn by_flow(answers: &[Answer], verdict: OrderEffect, and: &str) -> Option<String> {
    let own: Vec<&Answer> = answers.iter().filter(|answer| answer.2 == verdict).collect();
    let each: Vec<String> = own
        .chunk_by(|a, b| a.0 == b.0)
        .map(|same| {
            let samples: Vec<String> = same.iter().map(|(_, title, _)| format!("\"{title}\"")).collect();
            format!("{} on {}", same[0].0, listed(&samples))
        })
        .collect();
    (!each.is_empty()).then(|| each.join(and))
}

impl Shocks {
    /// `0.45 (0.08 to 0.77) | 0.11 (−0.11 to 0.33) on "half-years"`.
    fn both_orders(&self, impulse: &str, response: &str) -> Result<String, Error> {
        let shown = |r: &Banded| format!("{:+.2} ({:+.2} to {:+.2})", r.estimate, r.low, r.high);
        let [exports_first, imports_first] = self.levels(impulse, response, HORIZON)?;
        Ok(format!("{} | {} on \"{}\"", shown(&exports_first), shown(&imports_first), self.title))
    }
}
