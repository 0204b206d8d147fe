//! What the three series say together, in words.

use super::{Flow, Question, SouthernTradeEvidence, SystemTest};
use crate::replication::words::{a_range, listed};

impl Flow {
    const fn in_words(self) -> &'static str {
        match self {
            Self::Exports => "exports",
            Self::Imports => "imports",
            Self::SouthernTrade => "trade with the South",
        }
    }
}

impl Question {
    /// `exports → imports`.
    pub fn in_words(self) -> String {
        match self {
            Self::Direct(cause, effect) => format!("{} → {}", cause.in_words(), effect.in_words()),
            Self::BothToImports => "exports and trade with the South together → imports".to_owned(),
            Self::ImportsToBoth => "imports → exports and trade with the South together".to_owned(),
            Self::WithinTheYear(one, other) => format!("{} and {} within the year", one.in_words(), other.in_words()),
        }
    }
}

/// Exports → imports, and back.
const FLOWS: [Question; 2] =
    [Question::Direct(Flow::Exports, Flow::Imports), Question::Direct(Flow::Imports, Flow::Exports)];
/// Every way that trade with the South is at one end of.
const SOUTHERN: [Question; 5] = [
    Question::Direct(Flow::SouthernTrade, Flow::Imports),
    Question::Direct(Flow::SouthernTrade, Flow::Exports),
    Question::Direct(Flow::Exports, Flow::SouthernTrade),
    Question::Direct(Flow::Imports, Flow::SouthernTrade),
    Question::ImportsToBoth,
];

impl SouthernTradeEvidence {
    /// What each question comes to, F beside χ².
    pub fn in_words(&self, level: f64) -> Vec<String> {
        let mut sentences = vec![self.flows(level), self.both_to_imports(level), self.southern_ways(level)];
        sentences.extend(self.within_the_year(level));
        sentences
    }

    /// The identified tests of a question.
    fn of(&self, question: Question) -> Vec<&SystemTest> {
        self.tests.iter().filter(|test| test.question == question && test.p_value("F").is_some()).collect()
    }

    /// How often F rejects a question, of how many, and the smallest p: `0 of 8 (smallest p 0.249)`.
    fn found(&self, question: Question, convention: &str, level: f64) -> String {
        let tests = self.of(question);
        let p: Vec<f64> = tests.iter().filter_map(|test| test.p_value(convention)).collect();
        let smallest = p.iter().copied().fold(f64::INFINITY, f64::min);
        format!("{} of {} (smallest p {smallest:.3})", p.iter().filter(|p| **p < level).count(), p.len())
    }

    /// The sizes of a convention over these questions: `15 to 45 %`.
    fn sizes(&self, questions: &[Question], convention: &str) -> String {
        let tests = questions.iter().flat_map(|question| self.of(*question));
        a_range(tests.filter_map(|test| Some(100.0 * test.size(convention)?.value())), " %")
    }

    /// The claim in one clause, for the summary and the ledger.
    pub fn beside_the_claim(&self, exports_to_imports: bool, level: f64) -> String {
        let question = FLOWS[usize::from(!exports_to_imports)];
        format!(
            "given trade with South Korea as third variable F finds {} in {}, χ² ML in {}, which rejects a true null in {} of \
             samples as short",
            question.in_words(),
            self.found(question, "F", level),
            self.found(question, "chi2-ml", level),
            self.sizes(&[question], "chi2-ml")
        )
    }

    fn flows(&self, level: f64) -> String {
        let each = FLOWS.map(|question| {
            format!(
                "{} by F in {}, by χ² ML in {}",
                question.in_words(),
                self.found(question, "F", level),
                self.found(question, "chi2-ml", level)
            )
        });
        format!(
            "Given trade with the South, at {:.0} %: {}. In samples as short without causality F rejects a true null in {}, \
             χ² = pF in {} and χ² ML in {}{}.",
            100.0 * level,
            each.join("; "),
            self.sizes(&FLOWS, "F"),
            self.sizes(&FLOWS, "chi2-wald"),
            self.sizes(&FLOWS, "chi2-ml"),
            if self.only_by_chi2(level) { ": the last finds as much in noise" } else { "" }
        )
    }

    /// Whether between exports and imports χ² ML rejects something and F nothing.
    fn only_by_chi2(&self, level: f64) -> bool {
        let found = |convention: &str| {
            let mut tests = FLOWS.iter().flat_map(|question| self.of(*question));
            tests.any(|test| test.p_value(convention).is_some_and(|p| p < level))
        };
        found("chi2-ml") && !found("F")
    }

    fn both_to_imports(&self, level: f64) -> String {
        let question = Question::BothToImports;
        format!(
            "Exports and trade with the South together help to predict imports by F in {}, by χ² ML in {} with a size of {}.",
            self.found(question, "F", level),
            self.found(question, "chi2-ml", level),
            self.sizes(&[question], "chi2-ml")
        )
    }

    /// What F rejects among the ways to and from trade with the South.
    fn southern_ways(&self, level: f64) -> String {
        let rejected = |question: &Question| {
            let tests = self.of(*question);
            let count = tests.iter().filter(|test| test.p_value("F").is_some_and(|p| p < level)).count();
            (count, tests.len())
        };
        let found: Vec<String> = SOUTHERN
            .iter()
            .filter_map(|question| match rejected(question) {
                (0, _) => None,
                (count, all) => Some(format!("{} in {count} of {all}", question.in_words())),
            })
            .collect();
        let none: Vec<String> =
            SOUTHERN.iter().filter(|q| rejected(q).0 == 0).map(|question| question.in_words()).collect();
        let (rejections, tests) =
            SOUTHERN.iter().map(rejected).fold((0, 0), |(a, b), (count, all)| (a + count, b + all));
        let found = if found.is_empty() { "nothing".to_owned() } else { listed(&found) };
        let none = if none.is_empty() { String::new() } else { format!(", and never {}", none.join(" or ")) };
        format!(
            "Of the ways to and from trade with the South F finds {found}{none}: {rejections} of {tests} tests, which share their \
             rows and reject a true null in {}.{}",
            self.sizes(&SOUTHERN, "F"),
            self.ahead(level)
        )
    }

    /// Which of the two runs ahead, if F finds one way alone.
    fn ahead(&self, level: f64) -> String {
        let found = |questions: &[Question]| {
            questions.iter().any(|q| self.of(*q).iter().any(|test| test.p_value("F").is_some_and(|p| p < level)))
        };
        match (found(&SOUTHERN[..2]), found(&SOUTHERN[2..])) {
            (false, true) => " What little there is runs from trade with China to trade with the South.".to_owned(),
            _ => String::new(),
        }
    }

    /// Exports and imports within a year: what the hole of 2009 does to it.
    fn within_the_year(&self, level: f64) -> Option<String> {
        let question = Question::WithinTheYear(Flow::Exports, Flow::Imports);
        let p = |sample: &str| -> Vec<f64> {
            self.of(question).iter().filter(|test| test.sample == sample).filter_map(|t| t.p_value("F")).collect()
        };
        let (printed, whole) = (p("printed"), p("corrected"));
        let shown = |p: &[f64]| listed(&p.iter().map(|p| format!("{p:.3}")).collect::<Vec<_>>());
        let all = |p: &[f64], rejected: bool| !p.is_empty() && p.iter().all(|p| (*p < level) == rejected);
        let why = if all(&printed, true) && all(&whole, false) {
            "; the months that both flows lack in 2009 are much of it"
        } else {
            ""
        };
        (!printed.is_empty() && !whole.is_empty()).then(|| {
            format!(
                "Within the year exports and imports move together as printed (F in logs and in changes: p = {}), with 2009 \
                 whole {} (p = {}){why}.",
                shown(&printed),
                if all(&whole, false) { "not so" } else { "too" },
                shown(&whole)
            )
        })
    }
}
