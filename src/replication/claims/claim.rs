//! One claim of the paper: where it stands, what it says, and how it is checked.

use std::borrow::Cow;

use super::verdict::{Basis, Verdict};
use crate::Error;
use crate::replication::evidence::Evidence;
use crate::replication::printed::{Derived, Printed};

type Text = Cow<'static, str>;
type Compute = Box<dyn Fn(&Evidence) -> Result<Derived, Error> + Send + Sync>;
type Judge = Box<dyn Fn(&Evidence) -> Result<Judgement, Error> + Send + Sync>;

/// How a claim is checked.
pub(super) enum Check {
    /// The paper prints a number; ours is computed and compared at the digits printed.
    Number { printed: Text, about: bool, unit: Text, basis: Basis, compute: Compute },
    /// The paper says a sentence; whether it holds is computed.
    Sentence { says: Text, basis: Basis, judge: Judge },
    /// Public data cannot decide.
    NotTestable { says: Text, why: Text },
}

/// Whether a sentence holds, and the numbers that say so.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// Whether it holds.
    pub holds: bool,
    /// What we find, with the numbers.
    pub ours: String,
}

impl Judgement {
    /// The sentence holds if `holds`; `ours` gives the numbers.
    pub fn new(holds: bool, ours: impl Into<String>) -> Self {
        Self { holds, ours: ours.into() }
    }
}

/// One number or testable sentence of the paper.
pub struct Claim {
    pub(super) id: Text,
    pub(super) place: Text,
    pub(super) statement: Text,
    pub(super) remark: Text,
    pub(super) figures: Vec<Text>,
    pub(super) check: Check,
}

impl Claim {
    /// The paper prints a number, which is computed anew. `compute` gives it in the paper's unit.
    pub(crate) fn number(
        id: impl Into<Text>,
        place: impl Into<Text>,
        statement: impl Into<Text>,
        printed: impl Into<Text>,
        unit: impl Into<Text>,
        compute: impl Fn(&Evidence) -> Result<Derived, Error> + Send + Sync + 'static,
    ) -> Self {
        let check = Check::Number {
            printed: printed.into(),
            about: false,
            unit: unit.into(),
            basis: Basis::OwnTables,
            compute: Box::new(compute),
        };
        Self::new(id, place, statement, check)
    }

    /// The paper says something that holds or does not.
    pub(crate) fn sentence(
        id: impl Into<Text>,
        place: impl Into<Text>,
        statement: impl Into<Text>,
        says: impl Into<Text>,
        judge: impl Fn(&Evidence) -> Result<Judgement, Error> + Send + Sync + 'static,
    ) -> Self {
        let check = Check::Sentence { says: says.into(), basis: Basis::OwnTables, judge: Box::new(judge) };
        Self::new(id, place, statement, check)
    }

    /// The paper says something that no public figure can decide.
    pub(crate) fn not_testable(
        id: impl Into<Text>,
        place: impl Into<Text>,
        statement: impl Into<Text>,
        says: impl Into<Text>,
        why: impl Into<Text>,
    ) -> Self {
        Self::new(id, place, statement, Check::NotTestable { says: says.into(), why: why.into() })
    }

    fn new(id: impl Into<Text>, place: impl Into<Text>, statement: impl Into<Text>, check: Check) -> Self {
        Self {
            id: id.into(),
            place: place.into(),
            statement: statement.into(),
            remark: Cow::Borrowed(""),
            figures: Vec::new(),
            check,
        }
    }

    /// The number is introduced by "about", "around" or "roughly": held to its digits that are not zero.
    pub(crate) fn about(mut self) -> Self {
        if let Check::Number { about, .. } = &mut self.check {
            *about = true;
        }
        self
    }

    /// The claim is held against outside figures, not against the paper's own tables.
    pub(crate) fn against_outside_data(mut self) -> Self {
        match &mut self.check {
            Check::Number { basis, .. } | Check::Sentence { basis, .. } => *basis = Basis::OutsideData,
            Check::NotTestable { .. } => {}
        }
        self
    }

    /// What a reader should know about the comparison: a definition that differs, a likely slip of the pen.
    pub(crate) fn remark(mut self, remark: impl Into<Text>) -> Self {
        self.remark = remark.into();
        self
    }

    /// The entries of `paper_text_numbers` that this claim answers for.
    pub(crate) fn figures<const N: usize>(mut self, ids: [&'static str; N]) -> Self {
        self.figures.extend(ids.map(Cow::Borrowed));
        self
    }

    /// Its name: section and subject.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Where in the paper it stands.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// What it says, in our words.
    pub fn statement(&self) -> &str {
        &self.statement
    }

    /// The entries of `paper_text_numbers` that this claim answers for.
    pub fn covers(&self) -> impl Iterator<Item = &str> {
        self.figures.iter().map(|id| id.as_ref())
    }

    /// Computes the claim anew and judges it.
    pub fn run(&self, evidence: &Evidence) -> Result<Entry, Error> {
        let blank = Entry {
            id: self.id.to_string(),
            place: self.place.to_string(),
            statement: self.statement.to_string(),
            paper: String::new(),
            ours: None,
            difference: None,
            unit: String::new(),
            verdict: Verdict::NotTestable,
            reason: String::new(),
        };
        Ok(match &self.check {
            Check::Number { printed, about, unit, basis, compute } => {
                let paper = if *about { Printed::about(printed)? } else { Printed::parse(printed)? };
                let ours = compute(evidence)?;
                let verdict = Verdict::of(&paper, &ours, *basis);
                Entry {
                    paper: if *about { format!("about {}", paper.text()) } else { paper.text().to_owned() },
                    ours: Some(Value::Number(ours.value)),
                    difference: Some(ours.value - paper.value()),
                    unit: unit.to_string(),
                    verdict,
                    reason: join(number_reason(&paper, &ours, verdict), &self.remark),
                    ..blank
                }
            }
            Check::Sentence { says, basis, judge } => {
                let judgement = judge(evidence)?;
                let verdict = if judgement.holds { Verdict::Reproduced } else { Verdict::differs_from(*basis) };
                let reason = if judgement.holds { "the sentence holds" } else { "the sentence does not hold" };
                Entry {
                    paper: says.to_string(),
                    ours: Some(Value::Words(judgement.ours)),
                    verdict,
                    reason: join(reason.to_owned(), &self.remark),
                    ..blank
                }
            }
            Check::NotTestable { says, why } => {
                Entry { paper: says.to_string(), reason: join(why.to_string(), &self.remark), ..blank }
            }
        })
    }
}

/// The reason for a number's verdict, from the two ranges alone.
fn number_reason(paper: &Printed, ours: &Derived, verdict: Verdict) -> String {
    let places = paper.decimals() + 2;
    match verdict {
        Verdict::Reproduced => "equal at the digits printed".to_owned(),
        Verdict::WithinRounding => format!(
            "the inputs' printed digits allow {:.places$} to {:.places$}, which meets what the paper prints",
            ours.range.low, ours.range.high
        ),
        _ if ours.range.low < ours.range.high => format!(
            "the inputs' printed digits allow {:.places$} to {:.places$}, which rounding cannot bring to the paper's number",
            ours.range.low, ours.range.high
        ),
        _ => "not equal at the digits printed".to_owned(),
    }
}

fn join(reason: String, remark: &str) -> String {
    if remark.is_empty() { reason } else { format!("{reason}; {remark}") }
}

/// What we find: a number in the paper's unit, or words.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum Value {
    /// A number in the paper's unit.
    Number(f64),
    /// Words with numbers in them.
    Words(String),
}

/// One line of the ledger: the claim, both values, and the verdict with its reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The claim's name.
    pub id: String,
    /// Where in the paper it stands.
    pub place: String,
    /// What it says, in our words.
    pub statement: String,
    /// The paper's value at its printed digits, or its assertion.
    pub paper: String,
    /// Ours; none where nothing public decides.
    pub ours: Option<Value>,
    /// Ours minus the paper's, where both are numbers.
    pub difference: Option<f64>,
    /// The unit of the numbers.
    pub unit: String,
    /// What the check came to.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
}
