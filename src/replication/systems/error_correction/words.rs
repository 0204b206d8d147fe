//! Error-correction models in words: first whether there is a relation, then what the tests say if there is.

use super::{Corrected, ErrorCorrectionEvidence};
use crate::TestReport;
use crate::replication::words::{a_range, listed};
use crate::vecm::VecmDirection;

/// One direction of a model.
type Way = fn(&Corrected) -> &VecmDirection;

impl ErrorCorrectionEvidence {
    /// The rank, the tests of both directions, and what a false relation does to them.
    pub fn in_words(&self, level: f64) -> Vec<String> {
        let mut sentences = vec![self.on_rank(level)];
        for question in ["adjustment", "short run", "both"] {
            sentences.push(self.on_question(question, level));
        }
        sentences.extend(self.on_slopes());
        sentences
    }

    /// Relations under which imports would fall as exports rise.
    fn on_slopes(&self) -> Option<String> {
        let fall: Vec<String> = self.models.iter().filter(|m| m.slope() < Some(0.0)).map(Corrected::name).collect();
        (!fall.is_empty()).then(|| {
            format!(
                "Imports = b exports: b is below zero on {}, where imports would fall as exports rise.",
                listed(&fall)
            )
        })
    }

    /// In how many models the trace test finds which rank.
    pub fn on_rank(&self, level: f64) -> String {
        let ranks = |model: &&Corrected| model.model.johansen().rank_by_trace(level);
        let (models, none) = (self.models.len(), self.models.iter().filter(|m| ranks(m) == Some(0)).count());
        let p = self.models.iter().filter_map(|one| Some(one.model.johansen().ranks().first()?.trace_p?.value()));
        let smallest = p.fold(f64::INFINITY, f64::min);
        let others: Vec<String> = self
            .models
            .iter()
            .filter(|model| ranks(model) != Some(0))
            .map(|model| format!("{} on {}", ranks(&model).map_or("none".to_owned(), |r| r.to_string()), model.name()))
            .collect();
        let others = if others.is_empty() { String::new() } else { format!("; other ranks: {}", listed(&others)) };
        let verdict = if none == models {
            "every model below rests on an assumption that the data do not support"
        } else {
            "the others rest on an assumption that the data do not support"
        };
        format!(
            "With the lags of these models the trace test finds no relation in {none} of {models} (smallest p \
             {smallest:.3}){others}: {verdict}."
        )
    }

    /// One question in both directions, then its size.
    fn on_question(&self, question: &str, level: f64) -> String {
        let ways: [(&str, &str, Way); 2] = [
            ("exports → imports", "imports", |one| one.causality.forward()),
            ("imports → exports", "exports", |one| one.causality.backward()),
        ];
        let clauses: Vec<String> = ways
            .iter()
            .map(|(way, effect, of)| {
                let subject = if question == "adjustment" { format!("{effect} adjust") } else { (*way).to_owned() };
                let found: Vec<String> =
                    self.models.iter().filter_map(|one| one.rejected(of(one), question, level)).collect();
                let models = self.models.len();
                let places = if found.is_empty() { String::new() } else { format!(" ({})", listed(&found)) };
                format!("{subject} in {} of {models}{places}", found.len())
            })
            .collect();
        let sizes = self.models.iter().flat_map(|one| one.questions(one.causality.forward()));
        let sizes = a_range(sizes.filter(|(q, ..)| *q == question).map(|(_, _, rate)| 100.0 * rate.value()), " %");
        let asked = match question {
            "adjustment" => "Long run",
            "short run" => "Short run",
            _ => "Both together",
        };
        format!(
            "{asked}, F at {:.0} %: {}. It rejects in {sizes} of models of independent random walks.",
            100.0 * level,
            clauses.join(", ")
        )
    }

    /// The models' verdict on one direction in a clause.
    pub fn beside_the_claim(&self, exports_to_imports: bool, level: f64) -> String {
        let found = self.models.iter().filter(|one| {
            let way = if exports_to_imports { one.causality.forward() } else { one.causality.backward() };
            way.joint().first().and_then(|report| report.rejects(level)) == Some(true)
        });
        let models = self.models.len();
        let none = self.models.iter().filter(|m| m.model.johansen().rank_by_trace(level) == Some(0)).count();
        let sizes = a_range(self.models.iter().map(|one| 100.0 * one.false_relation.joint.value()), " %");
        format!(
            "in error-correction models with a relation assumed, which the trace test does not find in {none} of {models}, F \
             finds {} in {}, and in {sizes} of models of independent random walks",
            if exports_to_imports { "exports → imports" } else { "imports → exports" },
            found.count()
        )
    }
}

impl Corrected {
    /// b of the relation imports = b exports.
    pub fn slope(&self) -> Option<f64> {
        // The relation is imports + β exports.
        Some(-self.model.relations().into_iter().find(|term| term.term == "exports")?.estimate)
    }

    fn name(&self) -> String {
        format!("\"{}\" with {} lags", self.title, self.model.lags())
    }

    /// `"as China reported, to 2015" with 2 lags: p = 0.034, b = 0.90`, if F rejects; b where imports = b exports is at issue.
    fn rejected(&self, way: &VecmDirection, question: &str, level: f64) -> Option<String> {
        let (_, reports, _) = self.questions(way).into_iter().find(|(q, ..)| *q == question)?;
        let report: &TestReport = reports.first()?;
        let p = report.p()?.value();
        let slope =
            self.slope().filter(|_| question == "adjustment").map_or(String::new(), |b| format!(", b = {b:.2}"));
        (report.rejects(level) == Some(true)).then(|| format!("{}: p = {p:.3}{slope}", self.name()))
    }
}
