//! One claim of the paper: where it stands, what it says, and how it is checked.

use std::borrow::Cow;

use super::entry::{Entry, Value};
use super::verdict::{Basis, Relation, Verdict};
use crate::Error;
use crate::replication::audit::{Identity, Rule};
use crate::replication::evidence::{Address, Evidence};
use crate::replication::printed::{Derived, Printed};
use crate::replication::words::{capitalised, shown};

type Text = Cow<'static, str>;
type Compute = Box<dyn Fn(&Evidence) -> Result<Derived, Error> + Send + Sync>;
type Beside = Box<dyn Fn() -> Result<String, Error> + Send + Sync>;
type Judge = Box<dyn Fn(&Evidence) -> Result<Judgement, Error> + Send + Sync>;

/// Where a claim's words come from: a number of the paper is transcribed once, in the bundled files.
enum Source {
    /// The number of the text that has the claim's name.
    TextNumber,
    /// A cell of a table.
    Cell(Address),
    /// A sentence of the paper, in our words.
    Sentence { place: Text, statement: Text, says: Text },
}

/// How a claim is checked.
enum Check {
    /// Our number is compared with the paper's at the digits printed.
    Number(Compute),
    /// A cell of a table is held against the identity it must satisfy.
    Identity(Rule),
    /// Whether what the paper says holds is computed.
    Judged(Judge),
    /// Public data cannot decide.
    NotTestable(Text),
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
    id: Text,
    source: Source,
    check: Check,
    basis: Basis,
    remark: Text,
    beside: Option<Beside>,
}

impl Claim {
    /// A number of the text, computed anew in the paper's unit. `id` is its name among the numbers of the text.
    pub(crate) fn number(
        id: &'static str,
        compute: impl Fn(&Evidence) -> Result<Derived, Error> + Send + Sync + 'static,
    ) -> Self {
        Self::new(id.into(), Source::TextNumber, Check::Number(Box::new(compute)))
    }

    /// A number or date of the text of which only whether it holds can be computed. `id` is its name there.
    pub(crate) fn number_judged(
        id: &'static str,
        judge: impl Fn(&Evidence) -> Result<Judgement, Error> + Send + Sync + 'static,
    ) -> Self {
        Self::new(id.into(), Source::TextNumber, Check::Judged(Box::new(judge)))
    }

    /// A number or date of the text that no public figure can decide.
    pub(crate) fn number_not_testable(id: &'static str, why: impl Into<Text>) -> Self {
        Self::new(id.into(), Source::TextNumber, Check::NotTestable(why.into()))
    }

    /// A sentence that holds or does not; `says` is the paper's assertion in a few words.
    pub(crate) fn sentence(
        id: impl Into<Text>,
        place: impl Into<Text>,
        statement: impl Into<Text>,
        says: impl Into<Text>,
        judge: impl Fn(&Evidence) -> Result<Judgement, Error> + Send + Sync + 'static,
    ) -> Self {
        let source = Source::Sentence { place: place.into(), statement: statement.into(), says: says.into() };
        Self::new(id.into(), source, Check::Judged(Box::new(judge)))
    }

    /// A sentence that no public figure can decide.
    pub(crate) fn not_testable(
        id: impl Into<Text>,
        place: impl Into<Text>,
        statement: impl Into<Text>,
        says: impl Into<Text>,
        why: impl Into<Text>,
    ) -> Self {
        let source = Source::Sentence { place: place.into(), statement: statement.into(), says: says.into() };
        Self::new(id.into(), source, Check::NotTestable(why.into()))
    }

    /// A cell of a table, held against the identity it must satisfy.
    pub(super) fn identity(identity: Identity) -> Self {
        let basis = identity.rule.basis();
        let mut claim = Self::new(identity.id.into(), Source::Cell(identity.cell), Check::Identity(identity.rule));
        claim.basis = basis;
        claim.remark = identity.remark.into();
        claim
    }

    fn new(id: Text, source: Source, check: Check) -> Self {
        Self { id, source, check, basis: Basis::OwnTables, remark: Cow::Borrowed(""), beside: None }
    }

    /// The claim is held against outside figures, not against the paper's own tables.
    pub(crate) fn against_outside_data(mut self) -> Self {
        self.basis = Basis::OutsideData;
        self
    }

    /// What a reader should know about the comparison: a definition that differs, a likely slip of the pen.
    pub(crate) fn remark(mut self, remark: impl Into<Text>) -> Self {
        self.remark = remark.into();
        self
    }

    /// What public figures say of the same question where they cannot decide the claim itself.
    pub(crate) fn beside(mut self, words: impl Fn() -> Result<String, Error> + Send + Sync + 'static) -> Self {
        self.beside = Some(Box::new(words));
        self
    }

    /// Its name: section and subject.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Computes the claim anew and judges it.
    pub fn run(&self, evidence: &Evidence) -> Result<Entry, Error> {
        let words = self.words(evidence)?;
        let (ours, difference, verdict, reason) = match &self.check {
            Check::Number(compute) => words.compare(compute(evidence)?, self.basis)?,
            Check::Identity(rule) => words.compare(rule.compute(evidence)?, self.basis)?,
            Check::Judged(judge) => {
                let judgement = judge(evidence)?;
                let (verdict, reason) = if judgement.holds {
                    (Verdict::Reproduced, "what the paper says holds")
                } else {
                    (Verdict::differs_from(self.basis), "what the paper says does not hold")
                };
                (Some(Value::Words(judgement.ours)), None, verdict, reason.to_owned())
            }
            Check::NotTestable(why) => {
                let beside = self.beside.as_ref().map(|words| words()).transpose()?;
                (beside.map(Value::Words), None, Verdict::NotTestable, why.to_string())
            }
        };
        let reason = match &*self.remark {
            "" => reason,
            remark => format!("{reason}; {remark}"),
        };
        // Words carry their own units.
        let unit = if difference.is_some() { words.unit } else { String::new() };
        Ok(Entry {
            id: self.id.to_string(),
            place: words.place,
            statement: words.statement,
            paper: words.paper,
            ours,
            difference,
            unit,
            verdict,
            reason,
        })
    }

    /// What the paper says, and where.
    fn words(&self, evidence: &Evidence) -> Result<Words, Error> {
        Ok(match &self.source {
            Source::TextNumber => {
                let number = evidence.number(&self.id)?;
                // A date is its own period.
                let period = match number.period.as_str() {
                    "" => String::new(),
                    _ if ["year", "month", "day"].contains(&number.unit.as_str()) => String::new(),
                    period => format!(" ({})", period.trim_start_matches("..").replace("..", " to ")),
                };
                let paper = [number.qualifier.as_str(), number.text.as_str()].join(" ").trim().to_owned();
                Words {
                    place: number.place.clone(),
                    statement: capitalised(&format!("{}{period}: {paper}", number.meaning)),
                    paper,
                    unit: number.unit.clone(),
                    number: number.number.clone(),
                    relation: Relation::of(&number.qualifier),
                }
            }
            Source::Cell(address) => {
                let cell = evidence.cell(address)?;
                let rule = match (&self.check, self.basis) {
                    (Check::Identity(rule), Basis::OwnTables) => format!("; should be {}", rule.words(evidence)?),
                    (Check::Identity(rule), Basis::OutsideData) => format!(", held against {}", rule.words(evidence)?),
                    _ => String::new(),
                };
                Words {
                    place: cell.place.clone(),
                    statement: capitalised(&format!("{} ({}): {}{rule}", cell.meaning, cell.period, cell.text)),
                    paper: cell.text.clone(),
                    unit: cell.unit.clone(),
                    number: cell.number.clone(),
                    relation: Relation::Equal,
                }
            }
            Source::Sentence { place, statement, says } => Words {
                place: place.to_string(),
                statement: statement.to_string(),
                paper: says.to_string(),
                unit: String::new(),
                number: None,
                relation: Relation::Equal,
            },
        })
    }
}

/// What the paper says, and where.
struct Words {
    place: String,
    statement: String,
    paper: String,
    unit: String,
    number: Option<Printed>,
    relation: Relation,
}

type Comparison = (Option<Value>, Option<f64>, Verdict, String);

impl Words {
    /// Holds our number against the one printed.
    fn compare(&self, ours: Derived, basis: Basis) -> Result<Comparison, Error> {
        let ours = ours.finite()?;
        let paper = match &self.number {
            Some(number) => number.clone(),
            None => Printed::parse(&self.paper)?,
        };
        let verdict = Verdict::of(&paper, self.relation, &ours, basis);
        let (value, difference) = ours.beside(&paper);
        Ok((Some(Value::Number(value)), Some(difference), verdict, reason(self.relation, &ours, verdict)))
    }
}

/// The reason for a number's verdict, from the printed digits alone.
fn reason(relation: Relation, ours: &Derived, verdict: Verdict) -> String {
    let [low, high] = [ours.range.low, ours.range.high].map(|end| shown(end, 8).format(end));
    let range = format!("the inputs' printed digits allow {low} to {high}");
    match (verdict, relation) {
        (Verdict::Reproduced, Relation::Equal) => "equal at the digits printed".to_owned(),
        (Verdict::Reproduced, Relation::About) => "near, as the paper says".to_owned(),
        (Verdict::Reproduced, _) => "beyond the bound that the paper gives".to_owned(),
        (Verdict::WithinRounding, _) => format!("{range}, which meets what the paper prints"),
        _ if low != high => format!("{range}: rounding does not reach what the paper prints"),
        _ => "not equal at the digits printed".to_owned(),
    }
}
